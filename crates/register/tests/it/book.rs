//! Appending, reading and erasing.

use rochdale_core::values::PartyId;
use rochdale_register::{Database, Erasure, Goes, NotAppended, Unread, Wrong, entry::Head, verify};

use crate::support::{Scratch, chain, on_every_database, slug};

on_every_database! {
    async fn what_is_appended_is_read_back(scratch: &Scratch) {
        let (mill, dairy) = (slug("mill"), slug("dairy"));
        let database = &scratch.database;
        assert_eq!(database.head(&mill).await.unwrap(), Head::default());
        assert!(database.organizations().await.unwrap().is_empty());

        // Sizes on both sides of the multi-row statements.
        let entries = chain(&mill, Head::default(), 150);
        database.append(&mill, &entries[..1], &[]).await.unwrap();
        database.append(&mill, &entries[1..86], &[]).await.unwrap();
        database.append(&mill, &entries[86..], &[]).await.unwrap();
        let other = chain(&dairy, Head::default(), 2);
        database.append(&dairy, &other, &[]).await.unwrap();

        assert_eq!(database.stretch(&mill, 1, u64::MAX).await.unwrap(), entries);
        assert_eq!(database.stretch(&mill, 5, 7).await.unwrap(), entries[4..7]);
        assert_eq!(database.stretch(&dairy, 1, u64::MAX).await.unwrap(), other);
        assert_eq!(database.head(&mill).await.unwrap(), entries[149].head());
        assert_eq!(database.organizations().await.unwrap(), [dairy.clone(), mill.clone()]);

        let verified = verify(database, &mill).await.unwrap();
        assert_eq!(verified.head, entries[149].head());
        assert_eq!(verified.without_details, 0);
    }

    async fn a_taken_height_is_told_and_nothing_is_half_written(scratch: &Scratch) {
        let mill = slug("mill");
        let database = &scratch.database;
        let entries = chain(&mill, Head::default(), 6);
        database.append(&mill, &entries[..4], &[]).await.unwrap();

        let late = database.append(&mill, &entries[3..], &[]).await;

        assert_eq!(late, Err(NotAppended::HeadMoved));
        assert_eq!(database.stretch(&mill, 1, u64::MAX).await.unwrap(), entries[..4]);
        // A transaction that failed holds nothing open.
        database.append(&mill, &entries[4..], &[]).await.unwrap();
        assert_eq!(database.head(&mill).await.unwrap().height, 6);
    }

    async fn an_erased_body_is_gone_and_the_book_verifies(scratch: &Scratch) {
        let (mill, dairy) = (slug("mill"), slug("dairy"));
        let database = &scratch.database;
        let entries = chain(&mill, Head::default(), 9);
        database.append(&mill, &entries, &[]).await.unwrap();
        database.append(&dairy, &chain(&dairy, Head::default(), 4), &[]).await.unwrap();

        database.erase(&mill, PartyId(4)).await.unwrap();

        let after = database.stretch(&mill, 1, u64::MAX).await.unwrap();
        let body = |height: usize| after[height - 1].personal.as_ref().unwrap().body.clone();
        assert_eq!(body(4), None);
        assert!(body(1).unwrap().contains("Ana"));
        assert!(body(7).unwrap().contains("Ana"));
        let verified = verify(database, &mill).await.unwrap();
        assert_eq!(verified.head, entries[8].head(), "the hashes stay");
        assert_eq!(verified.without_details, 1);
        assert!(after.iter().all(|entry| entry.happened().is_ok()), "the book replays");
        assert_eq!(verify(database, &dairy).await.unwrap().without_details, 0, "another co-op's party 4 stays");
    }

    async fn an_erasure_with_a_fact_is_one_transaction(scratch: &Scratch) {
        let mill = slug("mill");
        let database = &scratch.database;
        let entries = chain(&mill, Head::default(), 5);
        database.append(&mill, &entries[..4], &[]).await.unwrap();
        let erasure = Erasure { party: PartyId(4), before: 5, what: Goes::Everything };

        let late = database.append(&mill, &entries[3..], std::slice::from_ref(&erasure)).await;
        assert_eq!(late, Err(NotAppended::HeadMoved));
        assert_eq!(verify(database, &mill).await.unwrap().without_details, 0, "nothing was erased");

        database.append(&mill, &entries[4..], &[erasure]).await.unwrap();
        assert_eq!(verify(database, &mill).await.unwrap().without_details, 1);
    }
}

#[tokio::test]
async fn what_is_erased_is_in_no_byte_of_the_file() {
    let scratch = Scratch::sqlite().await;
    let mill = slug("mill");
    scratch.database.append(&mill, &chain(&mill, Head::default(), 300), &[]).await.unwrap();
    let name = "Ana \u{9673}\u{8a69} 148".as_bytes();
    let found = || {
        let files = std::fs::read_dir(scratch.folder.path()).unwrap();
        files
            .filter(|file| {
                let bytes = std::fs::read(file.as_ref().unwrap().path()).unwrap();
                bytes.windows(name.len()).any(|window| window == name)
            })
            .count()
    };
    assert!(found() > 0);

    scratch.database.erase(&mill, PartyId(148)).await.unwrap();

    assert_eq!(found(), 0);
}

#[tokio::test]
async fn a_book_is_still_there_after_the_program_ends() {
    let scratch = Scratch::sqlite().await;
    let mill = slug("mill");
    let entries = chain(&mill, Head::default(), 10);
    scratch.database.append(&mill, &entries, &[]).await.unwrap();
    scratch.database.close().await;

    let again = Database::open(&scratch.url).await.unwrap();

    assert_eq!(again.stretch(&mill, 1, u64::MAX).await.unwrap(), entries);
}

#[tokio::test]
async fn a_row_changed_behind_the_program_is_found_at_its_height() {
    let mill = slug("mill");
    let changes = [
        ("UPDATE entry SET payload = replace(payload, 'Bakery', 'Bank') WHERE height = 5", Wrong::Payload),
        ("UPDATE entry SET at = at + 1 WHERE height = 5", Wrong::Hash),
        ("UPDATE entry SET asked_by = 'clock' WHERE height = 5", Wrong::Hash),
        ("UPDATE entry SET digests = zeroblob(128) WHERE height = 5", Wrong::Previous),
        ("DELETE FROM entry WHERE height = 5", Wrong::Height { found: 6, expected: 5 }),
        (
            "UPDATE entry SET asked_by = 'nobody' WHERE height = 5",
            Wrong::Unreadable("it was asked by \"nobody\", which is nobody".to_owned()),
        ),
        (
            "UPDATE entry SET digests = x'00' WHERE height = 5",
            Wrong::Unreadable("its hashes have 1 bytes, not 128".to_owned()),
        ),
    ];
    for (sql, wrong) in changes {
        let scratch = Scratch::sqlite().await;
        scratch.database.append(&mill, &chain(&mill, Head::default(), 9), &[]).await.unwrap();
        let pool = sqlx::SqlitePool::connect(&scratch.url).await.unwrap();
        sqlx::query(sql).execute(&pool).await.unwrap();

        let Err(Unread::Damaged(flaw)) = verify(&scratch.database, &mill).await else {
            panic!("nothing was found after {sql}");
        };
        assert_eq!((flaw.height, flaw.wrong), (5, wrong), "{sql}");
    }
}

#[tokio::test]
async fn changed_details_are_found_too() {
    let scratch = Scratch::sqlite().await;
    let mill = slug("mill");
    scratch.database.append(&mill, &chain(&mill, Head::default(), 9), &[]).await.unwrap();
    let pool = sqlx::SqlitePool::connect(&scratch.url).await.unwrap();
    sqlx::query("UPDATE personal SET body = replace(body, 'Ana', 'Eva') WHERE height = 4")
        .execute(&pool)
        .await
        .unwrap();

    let Err(Unread::Damaged(flaw)) = verify(&scratch.database, &mill).await else {
        panic!("nothing was found")
    };

    assert_eq!((flaw.height, flaw.wrong), (4, Wrong::Personal));
}

#[tokio::test]
async fn an_address_of_nothing_is_told() {
    let fault = Database::open("mysql://host/books").await.err().unwrap();
    assert_eq!(
        fault.to_string(),
        "this is not the address of a database (mysql://host/books). \
         Give sqlite:PATH, for example sqlite:rochdale.db, or postgres://NAME@HOST/DATABASE."
    );
}

#[tokio::test]
async fn a_backup_of_a_live_database_is_a_book_of_its_own() {
    let scratch = Scratch::sqlite().await;
    let mill = slug("mill");
    let entries = chain(&mill, Head::default(), 12);
    scratch.database.append(&mill, &entries[..9], &[]).await.unwrap();
    let copy = scratch.folder.path().join("copy.db");

    scratch.database.backup(&copy).await.unwrap();
    scratch.database.append(&mill, &entries[9..], &[]).await.unwrap();

    let copied = Database::open(&format!("sqlite:{}", copy.display())).await.unwrap();
    assert_eq!(verify(&copied, &mill).await.unwrap().head, entries[8].head());
    let again = scratch.database.backup(&copy).await.err().unwrap();
    assert!(again.what.ends_with("exists already"), "{again}");
    let memory = Scratch::memory().await.database.backup(&scratch.folder.path().join("b.db")).await;
    assert!(memory.unwrap_err().mend.contains("export"));
}
