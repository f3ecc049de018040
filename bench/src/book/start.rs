//! Starting with a long book: every entry is read, checked against the chain and folded.

use std::{
    path::Path,
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use futures_util::TryStreamExt;
use rochdale_core::{fact::Happened, values::Slug};
use rochdale_register::{Database, Registrar, SystemClock};
use sqlx::{Connection, Row as _};

use super::{SAMPLE, sqlite, written};
use crate::{
    measure::{median, per_second, resident},
    said, sample,
    table::Row,
};

/// How many members of the smaller book cast two ballots each; with their coming in that is a
/// million facts.
const VOTERS: u32 = 250_000;
/// How many members the larger book has, with two facts each.
const MEMBERS: u32 = 1_000_000;

/// What opening a book took.
struct Opened {
    time: Duration,
    bytes: u64,
}

/// The figures, with the books in `folder`.
pub async fn rows(folder: &Path) -> Vec<Row> {
    let busy = sqlite(folder, "busy");
    written_to(&busy, busy_book()).await;
    let (replayed, alone) = in_turns(&busy, 3).await;
    let facts = u64::from(VOTERS) * 4;
    let mut rows = vec![Row::new(
        "replay of 1,000,000 facts, the chain checked",
        format!("{}, {}", said::time(replayed.time), said::rate(per_second(facts, replayed.time))),
        format!("reading their rows and no more: {}", said::time(alone)),
        said::times(replayed.time.as_nanos(), alone.as_nanos()),
    )];
    let large = sqlite(folder, "large");
    written_to(&large, std::iter::once(sample::founding()).chain((1..=MEMBERS).flat_map(sample::admitted)))
        .await;
    let (replayed, alone) = in_turns(&large, 1).await;
    let told = |opened: &Opened| format!("{}, {}", said::time(opened.time), said::bytes(opened.bytes));
    rows.push(Row::new(
        "start with 1,000,000 members, by replay of 2,000,000 facts",
        told(&replayed),
        format!("reading their rows and no more: {}", said::time(alone)),
        said::times(replayed.time.as_nanos(), alone.as_nanos()),
    ));
    keep_snapshot(&large).await;
    let (begun, _) = in_turns(&large, 3).await;
    rows.push(Row::new(
        "start with 1,000,000 members, from a snapshot",
        told(&begun),
        format!("by replay: {}", said::time(replayed.time)),
        format!("{}; aim: under 10 s", said::times(begun.time.as_nanos(), replayed.time.as_nanos())),
    ));
    rows
}

/// Keeps a snapshot of the sample's book at `address`.
async fn keep_snapshot(address: &str) {
    let database = Database::open(address).await.expect("the database can be opened");
    let registrar = Registrar::open(database.clone(), &Slug::new(SAMPLE), Arc::new(SystemClock)).await;
    let registrar = registrar.expect("the book can be read");
    registrar.keep_snapshot().await.expect("there is room for a snapshot");
    drop(registrar);
    database.close().await;
}

/// Opens the sample's book at `address` and writes how many nanoseconds that took and how many bytes
/// of memory the process then holds.
pub async fn read(address: &str) {
    let begun = Instant::now();
    let database = Database::open(address).await.expect("the database can be opened");
    let registrar = Registrar::open(database, &Slug::new(SAMPLE), Arc::new(SystemClock)).await;
    let registrar = registrar.expect("the book can be read");
    let time = begun.elapsed();
    assert!(registrar.state().is_founded());
    println!("{} {}", time.as_nanos(), resident());
}

async fn written_to(address: &str, happened: impl Iterator<Item = Happened>) {
    let database = Database::open(address).await.expect("the database can be opened");
    written::write(&database, happened).await;
    database.close().await;
}

/// A founding, members, an open proposal, and everybody's ballots.
fn busy_book() -> impl Iterator<Item = Happened> {
    let roll = (1..=VOTERS).map(Into::into).collect();
    let opening = sample::opening_of(rochdale_core::proposals::Roll { counted: roll, ..Default::default() });
    std::iter::once(sample::founding())
        .chain((1..=VOTERS).flat_map(sample::admitted))
        .chain(opening)
        .chain((1..=VOTERS).chain(1..=VOTERS).map(sample::balloting))
}

/// The medians of opening the book in a process of its own, and of reading its rows.
async fn in_turns(address: &str, turns: usize) -> (Opened, Duration) {
    let (mut times, mut alone, mut bytes) = (Vec::new(), Vec::new(), 0);
    for _ in 0..turns {
        let opened = opened(address);
        times.push(opened.time);
        bytes = opened.bytes;
        alone.push(rows_alone(address).await);
    }
    (Opened { time: median(times), bytes }, median(alone))
}

fn opened(address: &str) -> Opened {
    let program = std::env::current_exe().expect("this program has a place");
    let output = Command::new(program).args(["read", address]).output().expect("this program can be run");
    let text = String::from_utf8(output.stdout).expect("what it writes is text");
    let numbers: Option<(u64, u64)> =
        text.trim().split_once(' ').and_then(|(time, bytes)| Some((time.parse().ok()?, bytes.parse().ok()?)));
    let (time, bytes) = numbers.unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    Opened { time: Duration::from_nanos(time), bytes }
}

async fn rows_alone(address: &str) -> Duration {
    let begun = Instant::now();
    let mut connection = sqlx::SqliteConnection::connect(address).await.expect("the file can be opened");
    let mut rows = sqlx::query("SELECT * FROM entry ORDER BY organization, height").fetch(&mut connection);
    let mut bytes = 0;
    while let Some(row) = rows.try_next().await.expect("the rows can be read") {
        bytes += row.get::<&str, _>("payload").len();
    }
    assert!(bytes > 0);
    begun.elapsed()
}
