//! A start from a snapshot: it is the same as one from the whole book, or it is not used.

use rochdale_core::{
    command::{By, Command},
    values::PartyId,
};
use rochdale_register::{Database, Registrar, Unread, Wrong, entry::Head, verify};
use sqlx::Connection;

use crate::support::{Scratch, chain, clock, done, enter, mill, personal, request, slug};

/// Runs SQL of a test on the database behind `scratch`, beside the program.
async fn run(scratch: &Scratch, sql: &'static str) -> u64 {
    if scratch.url.starts_with("sqlite:") {
        let mut connection = sqlx::SqliteConnection::connect(&scratch.url).await.unwrap();
        sqlx::query(sql).execute(&mut connection).await.unwrap().rows_affected()
    } else {
        let mut connection = sqlx::PgConnection::connect(&scratch.url).await.unwrap();
        sqlx::query(sql).execute(&mut connection).await.unwrap().rows_affected()
    }
}

async fn count(scratch: &Scratch, sql: &'static str) -> i64 {
    if scratch.url.starts_with("sqlite:") {
        let mut connection = sqlx::SqliteConnection::connect(&scratch.url).await.unwrap();
        sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap()
    } else {
        let mut connection = sqlx::PgConnection::connect(&scratch.url).await.unwrap();
        sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap()
    }
}

const SNAPSHOTS: &str = "SELECT count(*) FROM snapshot";
const PARTS: &str = "SELECT count(*) FROM snapshot_part";

async fn opened(database: &Database) -> Registrar {
    Registrar::open(database.clone(), &slug("mill"), clock()).await.unwrap()
}

fn person(name: &str) -> Command {
    let mut details = personal(name);
    details.salt = "0123456789abcdef".to_owned();
    Command::EnterPerson { details }
}

/// Makes two tests of one body: books in memory have no snapshots.
macro_rules! on_both_engines {
    ($(async fn $name:ident($scratch:ident: &Scratch) $body:block)*) => {$(
        mod $name {
            use super::*;

            async fn body($scratch: &Scratch) $body

            #[tokio::test]
            async fn sqlite() {
                body(&Scratch::sqlite().await).await;
            }

            #[tokio::test]
            async fn postgres() {
                if let Some(scratch) = Scratch::postgres(concat!(module_path!(), "::postgres")).await {
                    body(&scratch).await;
                }
            }
        }
    )*};
}

on_both_engines! {
    async fn a_start_from_it_ends_where_the_whole_book_does(scratch: &Scratch) {
        let first = mill(&scratch.database, &clock()).await;
        let bakery = done(first.submit(By::Desk, request(2), enter("Bakery")).await);
        done(first.submit(By::Desk, request(3), person("Ana")).await);
        first.keep_snapshot().await.unwrap();
        done(first.submit(By::Desk, request(4), enter("Dairy")).await);
        // Nobody could read this entry, so a start that reads it fails.
        run(scratch, "UPDATE entry SET payload = 'nothing' WHERE height = 2").await;

        let again = opened(&scratch.database).await;

        assert_eq!(again.head(), first.head());
        assert_eq!(again.state(), first.state());
        assert_eq!(again.state().party(PartyId(2)).unwrap().name(), Some("Ana"));
        // The flaw is still found by whoever looks for one.
        assert!(verify(&scratch.database, &slug("mill")).await.is_err());
        // What was asked before the snapshot is known to be done.
        run(scratch, "DELETE FROM entry WHERE height = 2").await;
        let head = again.head();
        let asked_again = again.submit(By::Desk, request(2), enter("Bakery")).await;
        assert!(matches!(asked_again, rochdale_register::Answer::Fault(_)), "its entry is gone: {asked_again:?}");
        assert_eq!((again.head(), bakery.heights.start), (head, 2));
    }

    async fn a_book_without_its_first_entry_is_damaged_and_not_gone(scratch: &Scratch) {
        for (book, number) in [("bakery", 7), ("mill", 8), ("van", 9)] {
            let entries = chain(&slug(book), Head::default(), number);
            scratch.database.append(&slug(book), &entries, &[]).await.unwrap();
        }
        run(scratch, "DELETE FROM entry WHERE organization = 'mill' AND height = 1").await;

        let books = scratch.database.organizations().await.unwrap();

        assert_eq!(books, [slug("bakery"), slug("mill"), slug("van")]);
        let Err(Unread::Damaged(flaw)) = verify(&scratch.database, &slug("mill")).await else {
            panic!("nothing was found")
        };
        assert_eq!((flaw.height, flaw.wrong), (1, Wrong::Height { found: 2, expected: 1 }));
    }

    async fn one_that_is_damaged_is_passed_over(scratch: &Scratch) {
        let first = mill(&scratch.database, &clock()).await;
        done(first.submit(By::Desk, request(2), enter("Bakery")).await);
        for damage in [
            "UPDATE snapshot_part SET body = (SELECT body FROM snapshot_part WHERE part = 0) WHERE part = 1",
            "DELETE FROM snapshot_part WHERE part = 2",
            "UPDATE snapshot SET layout = layout + 1",
            "UPDATE snapshot SET hash = digest",
            "UPDATE snapshot SET digest = hash",
        ] {
            run(scratch, "DELETE FROM snapshot").await;
            first.keep_snapshot().await.unwrap();
            assert!(run(scratch, damage).await > 0, "{damage}");

            let again = opened(&scratch.database).await;

            assert_eq!(again.head(), first.head(), "{damage}");
            assert_eq!(again.state(), first.state(), "{damage}");
        }
    }

    async fn there_is_one_at_a_time(scratch: &Scratch) {
        let registrar = mill(&scratch.database, &clock()).await;
        registrar.keep_snapshot().await.unwrap();
        let parts = count(scratch, PARTS).await;
        done(registrar.submit(By::Desk, request(2), enter("Bakery")).await);
        registrar.keep_snapshot().await.unwrap();

        assert_eq!(count(scratch, SNAPSHOTS).await, 1);
        assert_eq!(count(scratch, "SELECT height FROM snapshot").await, 2);
        assert_eq!(count(scratch, PARTS).await, parts + 1, "the bakery has a part, and no old part is left");
    }

    async fn none_keeps_what_was_erased(scratch: &Scratch) {
        let registrar = mill(&scratch.database, &clock()).await;
        done(registrar.submit(By::Desk, request(2), person("Ana")).await);
        registrar.keep_snapshot().await.unwrap();
        assert_eq!(count(scratch, SNAPSHOTS).await, 1);

        done(registrar.submit(By::Desk, request(3), Command::ErasePerson { party: PartyId(1) }).await);

        assert_eq!((count(scratch, SNAPSHOTS).await, count(scratch, PARTS).await), (0, 0));
        registrar.keep_snapshot().await.unwrap();
        assert_eq!(opened(&scratch.database).await.state().party(PartyId(1)).unwrap().name(), None);
    }
}
