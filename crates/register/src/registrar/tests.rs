//! What is hard to bring about from outside: a disk that is full in the middle of the work, and a
//! snapshot that is overtaken by an erasure.

use std::sync::Arc;

use futures_util::TryStreamExt;
use jiff::Timestamp;
use rochdale_core::{
    command::{By, Command},
    fact::Fact,
    personal::Personal,
    rulebook::Bundle,
    state::State,
    values::{DocumentId, PartyId, RequestId, Slug, WordsId},
};

use super::{Answer, Registrar, snapshot};
use crate::{
    clock::SetClock,
    database::{Database, Kept},
    entry::{Entry, Origin},
    hash::Digest,
    verify,
};

/// Lets the file grow to `pages` and no more, on every connection there can be.
async fn limit(database: &Database, pages: u32) {
    let Kept::Sqlite(pool) = &database.kept else { panic!("not a SQLite database") };
    let mut connections = Vec::new();
    for _ in 0..pool.options().get_max_connections() {
        let mut connection = pool.acquire().await.unwrap();
        let sql = sqlx::AssertSqlSafe(format!("PRAGMA max_page_count = {pages}"));
        sqlx::query(sql).execute(&mut *connection).await.unwrap();
        connections.push(connection);
    }
}

/// A book in a folder of its own, that has not begun.
async fn book() -> (tempfile::TempDir, Database, Registrar) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("book.db").display());
    let database = Database::open(&url).await.unwrap();
    let registrar = open(database.clone()).await;
    (folder, database, registrar)
}

async fn open(database: Database) -> Registrar {
    let clock = Arc::new(SetClock::at(Timestamp::UNIX_EPOCH));
    Registrar::open(database, &Slug::new("mill"), clock).await.unwrap()
}

fn request(number: u128, registrar: &Registrar, command: Command) -> impl Future<Output = Answer> {
    registrar.submit(By::Desk, RequestId(uuid::Uuid::from_u128(number)), command)
}

fn enter(number: u128) -> Command {
    Command::EnterOrganization { name: format!("Bakery {number}").repeat(20), place: None }
}

#[tokio::test]
async fn a_full_disk_is_told_and_waited_out() {
    let (_folder, database, registrar) = book().await;
    let mill = registrar.organization().clone();
    let founded = request(0, &registrar, Command::Found { handle: mill.clone(), rulebook: rulebook() }).await;
    assert!(matches!(founded, Answer::Done(_)), "{founded:?}");
    limit(&database, 400).await;

    let mut number = 0;
    let fault = loop {
        number += 1;
        let answers = (0..20).map(|place| request(number * 100 + place, &registrar, enter(place)));
        let mut answers = futures_util::future::join_all(answers).await;
        if let Some(Answer::Fault(fault)) = answers.pop() {
            assert!(
                answers.iter().all(|answer| *answer == Answer::Fault(fault.clone())),
                "all of a batch or none"
            );
            break fault;
        }
        assert!(number < 1_000, "the limit was never reached");
    };

    assert_eq!(fault.what, "the disk is full");
    assert!(fault.mend.starts_with("Make room"), "{fault}");
    let verified = verify(&database, &mill).await.unwrap();
    assert_eq!(verified.head, registrar.head(), "nothing is half written, and nothing else is shown");
    let before = registrar.head().height;

    limit(&database, 100_000).await;
    let again = request(number * 100, &registrar, enter(0)).await;
    let Answer::Done(done) = again else { panic!("{again:?}") };
    assert_eq!(done.heights, before + 1..before + 2);
    assert_eq!(verify(&database, &mill).await.unwrap().head, registrar.head());
    let restarted = open(database).await;
    assert_eq!(restarted.head(), registrar.head());
}

#[tokio::test]
async fn a_snapshot_that_is_overtaken_by_an_erasure_is_none() {
    let (_folder, database, registrar) = book().await;
    let mill = registrar.organization().clone();
    let salt = "0123456789abcdef".to_owned();
    let details = Personal { name: "Ana".to_owned(), email: None, place: None, salt };
    let commands = [
        Command::Found { handle: mill.clone(), rulebook: rulebook() },
        Command::EnterPerson { details },
        Command::ErasePerson { party: PartyId(1) },
    ];
    let mut before = None;
    for (number, command) in (0..).zip(commands) {
        before = Some((registrar.state(), registrar.head()));
        let answer = request(number, &registrar, command).await;
        assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
    }
    let (state, head) = before.unwrap();
    assert_eq!(state.party(PartyId(1)).unwrap().name(), Some("Ana"));

    snapshot::keep(&database, &mill, State::clone(&state), head, Vec::new()).await.unwrap();

    assert!(database.newest_snapshot(&mill).await.unwrap().is_none());
    let parts: Vec<Vec<u8>> = database.snapshot_parts(&mill, head.height).try_collect().await.unwrap();
    assert!(parts.is_empty(), "nothing of it stays");
    let (state, head) = (registrar.state(), registrar.head());
    snapshot::keep(&database, &mill, State::clone(&state), head, Vec::new()).await.unwrap();
    assert!(database.newest_snapshot(&mill).await.unwrap().is_some(), "one of after the erasure is kept");
}

/// As with a person, so with a document of the archive: its title would come back from the snapshot.
#[tokio::test]
async fn a_snapshot_that_is_overtaken_by_the_erasure_of_a_document_is_none() {
    let (_folder, database, registrar) = book().await;
    let mill = registrar.organization().clone();
    request(0, &registrar, Command::Found { handle: mill.clone(), rulebook: rulebook() }).await;
    let (state, head) = (registrar.state(), registrar.head());
    let fact = Fact::DocumentErased { document: DocumentId(1), words: WordsId(1) };
    let origin = Origin {
        at: head.at.unwrap(),
        by: By::Desk,
        request: RequestId(uuid::Uuid::from_u128(7)),
        command_hash: Digest::default(),
    };
    let entry = Entry::chained(&mill, &head, &origin, &fact.into()).unwrap();
    database.append(&mill, &[entry], &[]).await.unwrap();
    snapshot::keep(&database, &mill, State::clone(&state), head, Vec::new()).await.unwrap();
    assert!(database.newest_snapshot(&mill).await.unwrap().is_none());
}

/// A book that is long when it is opened has one kept beside the work, and somebody may ask for one meanwhile.
#[tokio::test]
async fn snapshots_of_one_height_do_not_disturb_each_other() {
    let (_folder, database, registrar) = book().await;
    let mill = registrar.organization().clone();
    request(0, &registrar, Command::Found { handle: mill.clone(), rulebook: rulebook() }).await;

    let kept = futures_util::future::join_all([(); 4].map(|()| registrar.keep_snapshot())).await;
    for kept in kept {
        kept.unwrap();
    }
    registrar.keep_snapshot().await.unwrap();

    let newest = snapshot::newest(&database, &mill).await.unwrap().expect("it is there, and whole");
    assert_eq!(newest.head, registrar.head());
    assert_eq!(newest.state, *registrar.state());
}

/// Bylaws of one clause, with no rule.
fn rulebook() -> Bundle {
    let files = [
        ("00-front.md", include_str!("../../tests/mill/00-front.md")),
        ("01-beginning.md", include_str!("../../tests/mill/01-beginning.md")),
    ];
    Bundle(files.map(|(path, text)| (path.to_owned(), text.to_owned())).into())
}
