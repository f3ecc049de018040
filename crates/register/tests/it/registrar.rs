//! Deciding in order, committing in groups, answering the same question the same way.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use rochdale_core::{
    command::{By, Command},
    fact::Fact,
    refusal::Code,
    values::PartyId,
};
use rochdale_register::{Answer, Registrar, entry::Head, verify};

use crate::{
    export::exported,
    support::{Scratch, clock, done, enter, enter_person, instant, mill, on_every_database, request, slug},
};

/// All that a registrar shows of its book.
fn shown(registrar: &Registrar) -> String {
    format!("{:?} {:?}", registrar.head(), registrar.state())
}

on_every_database! {
    async fn what_is_done_is_in_the_book_and_in_the_state(scratch: &Scratch) {
        let clock = clock();
        let mill = mill(&scratch.database, &clock).await;
        clock.set(instant(60));

        let answer = done(mill.submit(By::Desk, request(2), enter("Bakery")).await);

        assert_eq!(answer.heights, 2..3);
        assert_eq!(answer.at, instant(60));
        let entered = Fact::OrganizationEntered { party: PartyId(1), name: "Bakery".to_owned(), place: None };
        assert_eq!(answer.facts, [entered]);
        assert_eq!(mill.state().parties().count(), 1);
        let entry = scratch.database.stretch(&slug("mill"), 2, 2).await.unwrap().remove(0);
        assert_eq!((entry.by, entry.request, entry.at), (By::Desk, request(2), instant(60)));
        assert_eq!(mill.head(), entry.head());
        assert_eq!(answer.hashes, [entry.hash]);
    }

    async fn asking_twice_does_it_once(scratch: &Scratch) {
        let clock = clock();
        let mill = mill(&scratch.database, &clock).await;
        let first = done(mill.submit(By::Desk, request(2), enter("Bakery")).await);
        clock.set(instant(60));

        assert_eq!(done(mill.submit(By::Desk, request(2), enter("Bakery")).await), first);
        // In one batch.
        let both = (0..2).map(|_| mill.submit(By::Desk, request(3), enter("Dairy")));
        let both: Vec<_> = join_all(both).await.into_iter().map(done).collect();
        assert_eq!(both[0], both[1]);
        // After a restart.
        let again = Registrar::open(scratch.database.clone(), &slug("mill"), clock).await.unwrap();
        assert_eq!(done(again.submit(By::Desk, request(2), enter("Bakery")).await), first);

        assert_eq!(scratch.database.height(&slug("mill")).await.unwrap(), 3);
        assert_eq!(again.state().parties().count(), 2);
    }

    async fn an_id_is_for_one_command_of_one_asker(scratch: &Scratch) {
        let mill = mill(&scratch.database, &clock()).await;
        done(mill.submit(By::Desk, request(2), enter("Bakery")).await);

        let other_command = mill.submit(By::Desk, request(2), enter("Dairy")).await;
        let other_asker = mill.submit(By::Party(PartyId(1)), request(2), enter("Bakery")).await;

        for answer in [other_command, other_asker] {
            let Answer::Malformed(malformed) = answer else { panic!("{answer:?}") };
            assert_eq!((malformed.field, malformed.says.key.id), ("id", "request-id-is-taken"));
        }
        assert_eq!(scratch.database.height(&slug("mill")).await.unwrap(), 2);
    }

    async fn what_is_refused_leaves_no_trace(scratch: &Scratch) {
        let mill = mill(&scratch.database, &clock()).await;
        done(mill.submit(By::Desk, request(2), enter_person("Ana")).await);
        let before = shown(&mill);

        let refused = mill.submit(By::Party(PartyId(1)), request(3), enter("Bakery")).await;
        let malformed = mill.submit(By::Party(PartyId(9)), request(4), enter("Bakery")).await;

        let Answer::Refused(refusal) = refused else { panic!("{refused:?}") };
        assert_eq!(refusal.code, Code::DeskMustRecord);
        assert!(matches!(malformed, Answer::Malformed(_)), "{malformed:?}");
        assert_eq!(shown(&mill), before);
        assert_eq!(scratch.database.height(&slug("mill")).await.unwrap(), 2);
        // The id of what was refused is still free.
        done(mill.submit(By::Desk, request(3), enter("Bakery")).await);
    }

    async fn many_at_once_are_decided_in_order(scratch: &Scratch) {
        let mill = mill(&scratch.database, &clock()).await;
        // Every fifth is refused, in the middle of the others.
        let asked = (0..200_u32).map(|number| {
            let by = if number % 5 == 4 { By::Party(PartyId(1)) } else { By::Desk };
            mill.submit(by, request(100 + u128::from(number)), enter_person("Ana"))
        });
        let answers = join_all(asked).await;

        let mut heights = BTreeSet::new();
        let mut refused = 0;
        for answer in answers {
            match answer {
                Answer::Done(done) => heights.extend(done.heights),
                Answer::Refused(_) => refused += 1,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(heights, (2..162).collect());
        assert_eq!(refused, 40);
        assert_eq!(mill.state().parties().count(), 160);
        assert_eq!(verify(&scratch.database, &slug("mill")).await.unwrap().head, mill.head());
    }

    async fn a_restart_gives_the_same_state(scratch: &Scratch) {
        let clock = clock();
        let mill = mill(&scratch.database, &clock).await;
        for number in 2..20 {
            clock.set(instant(number));
            let command = if number % 2 == 0 { enter("Bakery") } else { enter_person("Ana") };
            done(mill.submit(By::Desk, request(number.unsigned_abs().into()), command).await);
        }

        let again = Registrar::open(scratch.database.clone(), &slug("mill"), clock).await.unwrap();

        assert_eq!(shown(&again), shown(&mill));
    }

    async fn time_never_runs_backwards(scratch: &Scratch) {
        let clock = clock();
        let mill = mill(&scratch.database, &clock).await;
        clock.set(instant(60) + jiff::SignedDuration::from_nanos(1_234_567));
        let first = done(mill.submit(By::Desk, request(2), enter("Bakery")).await);
        clock.set(instant(10));
        let second = done(mill.submit(By::Desk, request(3), enter("Dairy")).await);

        // What is below a microsecond is in no book, so nothing may be decided by it.
        assert_eq!(first.at, instant(60) + jiff::SignedDuration::from_micros(1_234));
        assert_eq!(second.at, first.at);
        verify(&scratch.database, &slug("mill")).await.unwrap();
    }

    async fn whoever_comes_second_catches_up_and_decides_again(scratch: &Scratch) {
        let clock = clock();
        let here = mill(&scratch.database, &clock).await;
        let there = Registrar::open(scratch.database.clone(), &slug("mill"), clock).await.unwrap();

        done(here.submit(By::Desk, request(2), enter_person("Ana")).await);
        // Not "there is no party 1", which was so when `there` last looked.
        let refused = there.submit(By::Party(PartyId(1)), request(3), enter("Bakery")).await;
        assert!(matches!(refused, Answer::Refused(_)), "{refused:?}");
        // The same request by way of the other program.
        assert_eq!(done(there.submit(By::Desk, request(2), enter_person("Ana")).await).heights, 2..3);

        let asked = (0..60_u32).map(|number| {
            let registrar = if number % 2 == 0 { &here } else { &there };
            registrar.submit(By::Desk, request(100 + u128::from(number)), enter("Bakery"))
        });
        let heights: BTreeSet<u64> = join_all(asked).await.into_iter().flat_map(|answer| done(answer).heights).collect();
        assert_eq!(heights, (3..63).collect());
        here.catch_up().await.unwrap();
        there.catch_up().await.unwrap();
        assert_eq!(shown(&here), shown(&there));
        verify(&scratch.database, &slug("mill")).await.unwrap();
    }

    async fn an_erased_person_is_in_the_state_and_in_the_book_no_longer(scratch: &Scratch) {
        let mill = mill(&scratch.database, &clock()).await;
        done(mill.submit(By::Desk, request(2), enter_person("Ana Lovelace")).await);
        done(mill.submit(By::Desk, request(3), enter_person("Bo")).await);

        done(mill.submit(By::Desk, request(4), Command::ErasePerson { party: PartyId(1) }).await);

        let book = String::from_utf8(exported(&scratch.database, "mill", true).await).unwrap();
        assert!(!book.contains("Lovelace"));
        assert!(book.contains("Bo"));
        let state = format!("{:?}", mill.state().parties().collect::<Vec<_>>());
        assert!(!state.contains("Lovelace"), "{state}");
        assert_eq!(verify(&scratch.database, &slug("mill")).await.unwrap().without_details, 1);
    }

    async fn an_empty_book_shows_nothing(scratch: &Scratch) {
        let dairy = Registrar::open(scratch.database.clone(), &slug("dairy"), clock()).await.unwrap();
        assert_eq!(dairy.head(), Head::default());
        assert!(!dairy.state().is_founded());
        let answer = dairy.submit(By::Desk, request(1), enter("Bakery")).await;
        assert!(matches!(answer, Answer::Malformed(_)), "{answer:?}");
        assert!(scratch.database.organizations().await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn the_same_requests_give_the_same_bytes_everywhere() {
    let test = "registrar::the_same_requests_give_the_same_bytes_everywhere";
    let Some(postgres) = Scratch::postgres(test).await else { return };
    let mut books = Vec::new();
    for scratch in [Scratch::memory().await, Scratch::sqlite().await, postgres] {
        let clock = clock();
        let mill = mill(&scratch.database, &clock).await;
        for number in 2..60_i64 {
            clock.set(instant(number * 1_000) + jiff::SignedDuration::from_micros(number % 7));
            let (by, command) = match number % 6 {
                0 => (By::Party(PartyId(1)), enter("refused")),
                1 => (By::Desk, Command::ErasePerson { party: PartyId(u32::try_from(number / 6).unwrap()) }),
                2 | 4 => (By::Desk, enter_person("Ana \u{9673}\u{8a69}")),
                _ => (By::Desk, enter("\"B\u{e9}ke\" \\ \u{1f33e}")),
            };
            mill.submit(by, request(number.unsigned_abs().into()), command).await;
        }
        assert!(mill.head().height > 40);
        books.push(exported(&scratch.database, "mill", true).await);
    }
    assert_eq!(books[0], books[1]);
    assert_eq!(books[0], books[2]);
}

#[tokio::test]
async fn a_damaged_book_is_not_opened_and_its_place_is_told() {
    let scratch = Scratch::sqlite().await;
    let registrar = mill(&scratch.database, &clock()).await;
    for number in 2..9 {
        done(registrar.submit(By::Desk, request(number), enter("Bakery")).await);
    }
    let pool = sqlx::SqlitePool::connect(&scratch.url).await.unwrap();
    sqlx::query("UPDATE entry SET payload = replace(payload, 'Bakery', 'Bank') WHERE height = 5")
        .execute(&pool)
        .await
        .unwrap();

    let fault = Registrar::open(scratch.database.clone(), &slug("mill"), clock()).await.err().unwrap();

    assert!(fault.to_string().starts_with("the book is damaged at height 5: its payload"), "{fault}");
    assert!(fault.mend.contains("backup"), "{fault}");
}

#[tokio::test]
async fn an_entry_of_a_newer_version_is_told_not_skipped() {
    let scratch = Scratch::sqlite().await;
    let registrar = mill(&scratch.database, &clock()).await;
    let mut entry = scratch.database.stretch(&slug("mill"), 1, 1).await.unwrap().remove(0);
    entry.payload = "{\"moon_bought\":{\"party\":1}}".to_owned();
    entry.payload_hash = rochdale_register::Digest::of(entry.payload.as_bytes());
    (entry.height, entry.previous, entry.request) = (2, entry.hash, request(2));
    entry.hash = entry.computed_hash();
    scratch.database.append(&slug("mill"), &[entry], &[]).await.unwrap();

    let fault = registrar.catch_up().await.unwrap_err();

    assert!(
        fault.to_string().contains("height 2: its payload is not a fact that this version knows"),
        "{fault}"
    );
    // It goes on showing what it knows, and takes nothing on top of what it cannot read.
    assert_eq!(registrar.head().height, 1);
    assert!(matches!(registrar.submit(By::Desk, request(3), enter("Bakery")).await, Answer::Fault(_)));
}
