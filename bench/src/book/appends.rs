//! Durable facts a second: ballots through the registrar, beside their rows put straight into the
//! same engine by a loop that commits in groups as well.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use rochdale_core::{
    apply::apply,
    command::{By, Command},
    fact::Happened,
    proposals::freeze,
    state::State,
    values::{MembershipId, PartyId, RequestId, Slug},
};
use rochdale_register::{Answer, Database, Registrar, SystemClock};

use super::{SAMPLE, bare::Bare, written};
use crate::{
    measure::{median, per_second},
    said, sample,
    table::Row,
};

/// How many write at a time.
const WRITERS: [usize; 3] = [1, 64, 256];
/// How long they write in one turn.
const TURN: Duration = Duration::from_millis(700);
/// How many turns each has.
const TURNS: usize = 3;
/// How many members the co-op has; about half of them are on the roll.
const MEMBERS: u32 = 1000;

/// One fact or row on its way to the disk.
type Writing = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The figures for one engine, with the addresses of a database for each side.
pub async fn rows(engine: &str, ours: &str, bare: &str) -> Vec<Row> {
    let (facts, voters) = an_open_proposal();
    let database = Database::open(ours).await.expect("the database can be opened");
    written::write(&database, facts.into_iter()).await;
    let registrar = Registrar::open(database, &Slug::new(SAMPLE), Arc::new(SystemClock))
        .await
        .expect("the sample's book can be opened");
    let bare = Bare::open(bare).await;
    let mut rows = Vec::new();
    for writers in WRITERS {
        let (mut recorded, mut inserted) = (Vec::new(), Vec::new());
        for _ in 0..TURNS {
            recorded.push(written_by(writers, |writer| voting(registrar.clone(), voters[writer])).await);
            inserted.push(written_by(writers, |_| inserting(bare.clone())).await);
        }
        let (recorded, inserted) = (median(recorded), median(inserted));
        let writers = if writers == 1 { "1 writer".to_owned() } else { format!("{writers} writers") };
        rows.push(Row::new(
            format!("durable facts by {writers} on {engine}"),
            said::rate(recorded),
            format!("their rows, bare {engine} committing in groups: {}", said::rate(inserted)),
            format!("{}; aim: within 2x", said::times(inserted, recorded)),
        ));
    }
    rows
}

/// The facts of a co-op with an open proposal, and the members who vote on it: more than there are
/// writers.
fn an_open_proposal() -> (Vec<Happened>, Vec<MembershipId>) {
    let mut state = State::default();
    let mut facts = vec![sample::founding()];
    facts.extend((1..=MEMBERS).flat_map(sample::admitted));
    for happened in &facts {
        apply(&mut state, happened);
    }
    let rulebook = state.rulebook_on(sample::today()).expect("the co-op is founded");
    let roll = freeze(&state, &rulebook, &Slug::new("ordinary"), None, sample::today());
    let voters = roll.counted.iter().collect();
    facts.extend(sample::opening_of(roll));
    (facts, voters)
}

/// Casts the same ballot again and again, through the registrar.
fn voting(registrar: Registrar, membership: MembershipId) -> impl FnMut() -> Writing {
    move || {
        let registrar = registrar.clone();
        Box::pin(async move {
            let by = By::Party(PartyId(membership.0));
            let choice = sample::choice_of(membership.0);
            let command = Command::CastBallot { proposal: sample::PROPOSAL, membership, choice };
            let answer = registrar.submit(by, RequestId(uuid::Uuid::now_v7()), command).await;
            assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
        })
    }
}

/// Inserts the row of such a ballot again and again.
fn inserting(bare: Bare) -> impl FnMut() -> Writing {
    move || {
        let bare = bare.clone();
        Box::pin(async move { bare.insert().await })
    }
}

/// How many a second so many writers have written, each one after the other.
async fn written_by<W: FnMut() -> Writing + Send + 'static>(
    writers: usize,
    writing: impl Fn(usize) -> W,
) -> u64 {
    let count = Arc::new(AtomicU64::new(0));
    let begun = Instant::now();
    let tasks: Vec<_> = (0..writers)
        .map(|writer| {
            let (mut write, count) = (writing(writer), Arc::clone(&count));
            tokio::spawn(async move {
                while begun.elapsed() < TURN {
                    write().await;
                    count.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("a writer does not break off");
    }
    per_second(count.load(Ordering::Relaxed), begun.elapsed())
}
