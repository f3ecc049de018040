//! Exporting, verifying without a database, and importing.

use rochdale_core::values::PartyId;
use rochdale_register::{
    Database, Digest, NotImported, Unread, entry::Head, export, import, verify, verify_export,
};

use crate::support::{Scratch, chain, on_every_database, slug};

pub async fn exported(database: &Database, organization: &str, personal: bool) -> Vec<u8> {
    let mut out = Vec::new();
    export(database, &slug(organization), personal, &mut out, "out").await.unwrap();
    out
}

on_every_database! {
    async fn an_export_verifies_without_a_database_and_comes_back_the_same(scratch: &Scratch) {
        let mill = slug("mill");
        let entries = chain(&mill, Head::default(), 40);
        scratch.database.append(&mill, &entries, &[]).await.unwrap();
        scratch.database.erase(&mill, PartyId(4)).await.unwrap();

        let book = exported(&scratch.database, "mill", true).await;

        let verified = verify_export(&mut book.as_slice(), "book").unwrap();
        assert_eq!(verified.organization, mill);
        assert_eq!(verified.head, entries[39].head());
        assert_eq!(verified.without_details, 1);

        let other = Scratch::sqlite().await;
        import(&other.database, &mut book.as_slice(), "book").await.unwrap();
        assert_eq!(exported(&other.database, "mill", true).await, book);
        assert_eq!(verify(&other.database, &mill).await.unwrap(), verified);

        let again = import(&other.database, &mut book.as_slice(), "book").await.err().unwrap();
        assert!(matches!(again, NotImported::IsThere(_)), "{again:?}");
        assert!(again.to_string().contains("there already is a book of mill"), "{again}");
        assert_eq!(verify(&other.database, &mill).await.unwrap(), verified);
    }

    async fn an_export_for_strangers_has_no_details_and_still_verifies(scratch: &Scratch) {
        let mill = slug("mill");
        let entries = chain(&mill, Head::default(), 10);
        scratch.database.append(&mill, &entries, &[]).await.unwrap();

        let book = exported(&scratch.database, "mill", false).await;

        assert!(!String::from_utf8(book.clone()).unwrap().contains("Ana"));
        let verified = verify_export(&mut book.as_slice(), "book").unwrap();
        assert_eq!((verified.head, verified.without_details), (entries[9].head(), 4));
    }
}

#[tokio::test]
async fn the_three_databases_export_the_same_bytes() {
    let Some(postgres) = Scratch::postgres("export::the_three_databases_export_the_same_bytes").await else {
        return;
    };
    let mill = slug("mill");
    let entries = chain(&mill, Head::default(), 100);
    let mut books = Vec::new();
    for scratch in [Scratch::memory().await, Scratch::sqlite().await, postgres] {
        scratch.database.append(&mill, &entries, &[]).await.unwrap();
        scratch.database.erase(&mill, PartyId(7)).await.unwrap();
        books.push(exported(&scratch.database, "mill", true).await);
    }
    assert_eq!(books[0], books[1]);
    assert_eq!(books[0], books[2]);
}

#[tokio::test]
async fn a_damaged_book_is_not_handed_on() {
    let scratch = Scratch::sqlite().await;
    let mill = slug("mill");
    scratch.database.append(&mill, &chain(&mill, Head::default(), 9), &[]).await.unwrap();
    let pool = sqlx::SqlitePool::connect(&scratch.url).await.unwrap();
    sqlx::query("UPDATE entry SET at = at + 1 WHERE height = 5").execute(&pool).await.unwrap();

    let mut out = Vec::new();
    let stopped = export(&scratch.database, &mill, true, &mut out, "out").await;

    let Err(Unread::Damaged(flaw)) = stopped else { panic!("{stopped:?}") };
    assert_eq!(flaw.height, 5);
    assert!(verify_export(&mut out.as_slice(), "out").is_err());
}

#[tokio::test]
async fn a_place_that_takes_no_more_is_told() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let scratch = Scratch::memory().await;

    let fault = export(&scratch.database, &slug("mill"), true, &mut Full, "/media/stick").await.unwrap_err();

    assert!(
        fault.to_string().starts_with("the export cannot be written: no storage space (/media/stick)"),
        "{fault}"
    );
}

#[tokio::test]
async fn a_book_that_cannot_be_replayed_does_not_come_in() {
    let (from, to) = (Scratch::memory().await, Scratch::memory().await);
    let mill = slug("mill");
    let mut entries = chain(&mill, Head::default(), 3);
    let last = &mut entries[2];
    last.payload = "{\"moon_bought\":{\"party\":1}}".to_owned();
    last.payload_hash = Digest::of(last.payload.as_bytes());
    last.hash = last.computed_hash();
    from.database.append(&mill, &entries, &[]).await.unwrap();
    let book = exported(&from.database, "mill", true).await;
    verify_export(&mut book.as_slice(), "book").unwrap();

    let Err(NotImported::Unread(Unread::Damaged(flaw))) =
        import(&to.database, &mut book.as_slice(), "book").await
    else {
        panic!("it came in");
    };

    assert_eq!((flaw.line, flaw.height), (Some(4), 3));
    assert!(flaw.to_string().contains("not a fact that this version knows"), "{flaw}");
    assert_eq!(to.database.height(&mill).await.unwrap(), 0);
}
