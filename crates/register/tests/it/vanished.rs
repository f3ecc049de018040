//! Databases that are locked, gone or out of reach: the caller is told, nothing is half written, and
//! it goes on when the database comes back.

use rochdale_core::command::By;
use rochdale_register::{Answer, Database, Fault, verify};
use rochdale_testkit::troubles::Server;

use crate::support::{Scratch, clock, done, enter, mill, request, slug};

fn fault(answer: Answer) -> Fault {
    match answer {
        Answer::Fault(fault) => fault,
        other => panic!("not a fault: {other:?}"),
    }
}

#[tokio::test]
async fn a_locked_database_is_told_and_waited_out() {
    let scratch = Scratch::sqlite().await;
    let mill = mill(&scratch.database, &clock()).await;
    let other = sqlx::SqlitePool::connect(&scratch.url).await.unwrap();
    let lock = other.begin_with("BEGIN EXCLUSIVE").await.unwrap();

    let told = fault(mill.submit(By::Desk, request(2), enter("Bakery")).await);

    assert_eq!(told.what, "the database is locked by another program");
    assert_eq!(told.place, scratch.url);
    assert!(told.mend.contains("done only once"), "{told}");
    assert_eq!(mill.head().height, 1);
    assert_eq!(mill.state().parties().count(), 0, "what was not committed is not shown");

    lock.rollback().await.unwrap();
    assert_eq!(done(mill.submit(By::Desk, request(2), enter("Bakery")).await).heights, 2..3);
    assert_eq!(verify(&scratch.database, &slug("mill")).await.unwrap().head, mill.head());
}

#[tokio::test]
async fn a_file_that_was_removed_is_told_not_written_into_nowhere() {
    let scratch = Scratch::sqlite().await;
    let mill = mill(&scratch.database, &clock()).await;
    let kept = scratch.folder.path().join("kept.db");
    scratch.database.backup(&kept).await.unwrap();
    std::fs::remove_file(scratch.folder.path().join("book.db")).unwrap();

    let told = fault(mill.submit(By::Desk, request(2), enter("Bakery")).await);

    assert!(told.what.starts_with("the database file was removed"), "{told}");
    let restored = Database::open(&format!("sqlite:{}", kept.display())).await.unwrap();
    let verified = verify(&restored, &slug("mill")).await.unwrap();
    assert_eq!(verified.head, mill.head(), "and the request is not shown as done");
}

#[tokio::test]
async fn a_place_that_cannot_be_opened_is_told() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("file"), "no folder").unwrap();
    for name in ["missing/book.db", "file/book.db"] {
        let url = format!("sqlite:{}", folder.path().join(name).display());
        let told = Database::open(&url).await.err().unwrap();
        assert_eq!((told.what.as_str(), told.place), ("the database file cannot be opened", url));
        assert!(told.mend.contains("folder"), "{}", told.mend);
    }
    let url = format!("sqlite:{}", folder.path().join("mistyped.db").display());
    let told = Database::open_existing(&url).await.err().unwrap();
    assert_eq!(told.what, "the database file cannot be opened");
    assert!(!folder.path().join("mistyped.db").exists(), "looking makes no file");
    std::fs::write(folder.path().join("text.db"), "This is a letter, not a database. ".repeat(100)).unwrap();
    let url = format!("sqlite:{}", folder.path().join("text.db").display());
    let told = Database::open(&url).await.err().unwrap();
    assert!(told.what.starts_with("the file is no SQLite database"), "{told}");
    assert!(told.mend.starts_with("Look whether the name is right"), "{told}");
}

#[tokio::test]
async fn a_server_that_stops_is_told_and_comes_back() {
    let Some(server) = Server::start("vanished::a_server_that_stops_is_told_and_comes_back") else { return };
    let database = Database::open(&server.address).await.unwrap();
    let mill = mill(&database, &clock()).await;
    done(mill.submit(By::Desk, request(2), enter("Bakery")).await);

    server.halt();
    let told = fault(mill.submit(By::Desk, request(3), enter("Dairy")).await);
    assert!(told.mend.contains("Look whether the database runs"), "{told}");
    assert_eq!(mill.head().height, 2);

    server.resume();
    assert_eq!(done(mill.submit(By::Desk, request(3), enter("Dairy")).await).heights, 3..4);
    assert_eq!(verify(&database, &slug("mill")).await.unwrap().head, mill.head());
    let refused = Database::open("postgres://ana:secret@127.0.0.1:1/books").await.err().unwrap();
    assert!(refused.what.starts_with("the database cannot be reached"), "{refused}");
    assert!(!refused.to_string().contains("secret"), "{refused}");
}
