//! A list of 100 000 people brought in: read, matched and rehearsed, beside the same file split into cells
//! and no more; then entered, beside its rows put straight into the same engine.

use std::{
    fmt::Write as _,
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use rochdale_core::{command::By, values::Slug};
use rochdale_lists::{Entering, Heard, ListKey, Matching, Plan, Sheet};
use rochdale_register::{Answer, Database, Registrar, SystemClock};

use super::{SAMPLE, bare::Bare, written};
use crate::{
    measure::{median, per_second, resident},
    said, sample,
    table::Row,
};

/// How many rows the list has.
const ROWS: u32 = 100_000;
/// How many turns the reading has.
const TURNS: usize = 3;
/// How many rows wait at a time where nothing but rows is written.
const AT_A_TIME: usize = 1000;

/// The figures, with the addresses of a database for each side.
pub async fn rows(ours: &str, bare: &str) -> Vec<Row> {
    let database = Database::open(ours).await.expect("the database can be opened");
    written::write(&database, std::iter::once(sample::founding())).await;
    database.close().await;
    let text = list();
    let (mut read, mut alone, mut entered, mut bytes) = (Vec::new(), Vec::new(), Duration::ZERO, 0);
    for turn in 0..TURNS {
        let brought = brought(ours, turn + 1 == TURNS);
        read.push(brought.read);
        (entered, bytes) = (brought.entered, brought.bytes);
        alone.push(split(&text));
    }
    let (read, alone) = (median(read), median(alone));
    let facts = u64::from(ROWS) * 2;
    let inserted = inserted(bare, facts).await;
    vec![
        Row::new(
            "a list of 100,000 rows read, matched and rehearsed",
            format!("{}, {} held", said::time(read), said::bytes(bytes)),
            format!("the same file split into cells and no more: {}", said::time(alone)),
            said::times(read.as_nanos(), alone.as_nanos()),
        ),
        Row::new(
            "the same list entered, 200,000 facts, on SQLite",
            format!("{}, {}", said::time(entered), said::rate(per_second(facts, entered))),
            format!("their rows, bare SQLite committing in groups: {}", said::rate(per_second(facts, inserted))),
            format!("{}; aim: within 3x", said::times(entered.as_nanos(), inserted.as_nanos())),
        ),
    ]
}

/// The list, as a spreadsheet has it.
fn list() -> String {
    let mut text = "Name,E-mail,City,Class,Member since\r\n".to_owned();
    for number in 1..=ROWS {
        let since = sample::since(number).strftime("%-m/%-d/%Y");
        write!(text, "Ana Example {number},member{number}@example.org,Mataró,class-{},{since}\r\n", char::from(b'a' + (number % 8) as u8))
            .expect("writing to a text cannot fail");
    }
    text
}

/// Brings the list to the book at `address` and writes how many nanoseconds reading it took, how many
/// entering it, and how many bytes of memory the process then holds. It is entered only where `enter` says
/// so.
pub async fn bring(address: &str, enter: bool) {
    let database = Database::open(address).await.expect("the database can be opened");
    let registrar = Registrar::open(database, &Slug::new(SAMPLE), Arc::new(SystemClock)).await;
    let registrar = registrar.expect("the book can be read");
    let text = list();
    let begun = Instant::now();
    let sheet = Sheet::read(text.as_bytes(), None, None).expect("the list can be read");
    let matching = Matching::guessed(&sheet, "the list");
    let state = registrar.state();
    let plan = Plan::rehearsed(&sheet, &matching, &state, By::Desk, Timestamp::now(), ListKey([7; 32]));
    let read = begun.elapsed();
    assert_eq!((plan.counts().people, plan.counts().memberships), (ROWS as usize, ROWS as usize));
    let bytes = resident();
    let begun = Instant::now();
    let mut entering = Entering::of(&plan);
    loop {
        let asks = if enter { entering.asks() } else { Vec::new() };
        if asks.is_empty() {
            break;
        }
        let commands = asks.iter().map(|asked| (asked.id, asked.command.clone()));
        for (asked, answer) in asks.iter().zip(registrar.submit_all(By::Desk, commands).await) {
            let Answer::Done(done) = answer else { panic!("{answer:?}") };
            entering.heard(asked, Heard::Done(&done.facts));
        }
    }
    println!("{} {} {bytes}", read.as_nanos(), begun.elapsed().as_nanos());
}

struct Brought {
    read: Duration,
    entered: Duration,
    bytes: u64,
}

/// Brings the list in a process of its own.
fn brought(address: &str, enter: bool) -> Brought {
    let program = std::env::current_exe().expect("this program has a place");
    let verb = if enter { "bring" } else { "read-list" };
    let output = Command::new(program).args([verb, address]).output().expect("this program can be run");
    let text = String::from_utf8(output.stdout).expect("what it writes is text");
    let numbers: Vec<u64> = text.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    let [read, entered, bytes] = numbers[..] else { panic!("{}", String::from_utf8_lossy(&output.stderr)) };
    Brought { read: Duration::from_nanos(read), entered: Duration::from_nanos(entered), bytes }
}

/// How long it takes to split a text into cells and no more.
fn split(text: &str) -> Duration {
    let begun = Instant::now();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut count = 0;
    while reader.read_record(&mut record).expect("the list is sound") {
        count += record.len();
    }
    assert_eq!(count, ROWS as usize * 5);
    begun.elapsed()
}

/// How long so many rows take that are put straight into the engine, a thousand at a time.
async fn inserted(address: &str, rows: u64) -> Duration {
    let bare = Bare::open(address).await;
    let begun = Instant::now();
    let mut left = usize::try_from(rows).expect("few rows");
    while left > 0 {
        let count = left.min(AT_A_TIME);
        futures_util::future::join_all((0..count).map(|_| bare.insert())).await;
        left -= count;
    }
    begun.elapsed()
}
