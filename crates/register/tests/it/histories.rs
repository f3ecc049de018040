//! Whole years of a co-op, asked of the core alone and of each database: the answers are the same, and so
//! are the books, byte for byte.

use std::{collections::BTreeSet, convert::Infallible, sync::Arc};

use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use rochdale_core::{
    command::Request,
    decide::Decided,
    fact::{Fact, Happened},
    state::State,
    values::Slug,
};
use rochdale_register::{
    Answer, Clock, Database, Digest, Registrar, SetClock,
    entry::{Entry, Head, Origin},
    verify,
};
use rochdale_testkit::history::{self, beginning, histories};

use crate::{
    export::exported,
    support::{Scratch, request},
};

const HISTORIES: usize = 6;
const STEPS_MAX: usize = 200;

/// A history as the core alone decided it.
struct Told {
    handle: Slug,
    begun: Vec<Happened>,
    asked: Vec<(Request, Decided)>,
    state: State,
}

/// The same histories each time.
fn told() -> impl Iterator<Item = Told> {
    let chance = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), chance);
    (0..HISTORIES).map(move |_| {
        let history = histories(STEPS_MAX).new_tree(&mut runner).unwrap().current();
        let begun = beginning(&history.terms);
        let mut asked = Vec::new();
        let played = history.play(|turn: &history::Turn<'_>| {
            asked.push((turn.request.clone(), turn.decided.clone()));
            Ok::<(), Infallible>(())
        });
        let Ok(played) = played;
        let handle = begun.state.handle.clone().unwrap();
        Told { handle, begun: begun.facts, asked, state: played.state }
    })
}

/// Puts what happened at the founding into an empty book.
async fn begin(database: &Database, told: &Told) {
    let (mut head, mut entries) = (Head::default(), Vec::new());
    for happened in &told.begun {
        // Ids that no request of a history has.
        let request = request(u128::MAX - u128::from(head.height));
        let command_hash = Digest::of(b"at the founding");
        let origin = Origin { at: happened.at, by: happened.by, request, command_hash };
        let entry = Entry::chained(&told.handle, &head, &origin, &happened.recorded).unwrap();
        head = entry.head();
        entries.push(entry);
    }
    database.append(&told.handle, &entries, &[]).await.unwrap();
}

/// Asks for everything in a database, with a snapshot on the way; gives the book.
async fn kept(scratch: &Scratch, told: &Told) -> Vec<u8> {
    let database = &scratch.database;
    begin(database, told).await;
    let clock = Arc::new(SetClock::at(told.begun.last().unwrap().at));
    let open = || Registrar::open(database.clone(), &told.handle, Arc::clone(&clock) as Arc<dyn Clock>);
    let mut registrar = open().await.unwrap();
    for (place, (request, decided)) in told.asked.iter().enumerate() {
        clock.set(request.at);
        let answer = registrar.submit(request.by, request.id, request.command.clone()).await;
        match decided {
            Ok(recorded) => {
                let Answer::Done(done) = answer else { panic!("{request:?} came to {answer:?}") };
                let facts: Vec<&Fact> = recorded.iter().map(|recorded| &recorded.fact).collect();
                assert_eq!(done.facts.iter().collect::<Vec<_>>(), facts, "{request:?}");
            }
            Err(denied) => assert_eq!(answer, denied.clone().into(), "{request:?}"),
        }
        if place == told.asked.len() / 2 {
            registrar.keep_snapshot().await.unwrap();
            // From here on, on what the snapshot holds.
            registrar = open().await.unwrap();
        }
    }
    assert_eq!(*registrar.state(), told.state, "what is shown is what the core came to");
    let again = open().await.unwrap();
    assert_eq!((again.head(), again.state()), (registrar.head(), registrar.state()));
    assert_eq!(verify(database, &told.handle).await.unwrap().head, registrar.head());
    exported(database, told.handle.as_str(), true).await
}

/// Plays every history in memory and in another database.
async fn compared(elsewhere: impl AsyncFn() -> Scratch) {
    let (mut denied, mut kinds) = (0, BTreeSet::new());
    for told in told() {
        let memory = kept(&Scratch::memory().await, &told).await;
        let there = kept(&elsewhere().await, &told).await;
        assert!(memory == there, "the books of {} differ", told.handle);
        denied += told.asked.iter().filter(|(_, decided)| decided.is_err()).count();
        let recorded = told.asked.iter().filter_map(|(_, decided)| decided.as_ref().ok()).flatten();
        kinds.extend(recorded.map(|recorded| recorded.fact.kind()));
    }
    assert!(denied > 150, "{denied} requests denied");
    for kind in ["ballot_cast", "stance_taken", "round_closed", "proposal_decided", "details_corrected"] {
        assert!(kinds.contains(kind), "no {kind} among {kinds:?}");
    }
}

#[tokio::test]
async fn a_book_on_sqlite_is_the_one_in_memory() {
    compared(Scratch::sqlite).await;
}

#[tokio::test]
async fn a_book_on_postgres_is_the_one_in_memory() {
    let test = "histories::a_book_on_postgres_is_the_one_in_memory";
    if Scratch::postgres(test).await.is_some() {
        compared(async || Scratch::postgres(test).await.unwrap()).await;
    }
}
