//! A program killed at any instant loses nothing that was answered as done, and leaves nothing half.

use std::{
    io::{BufRead, BufReader, Write},
    process::{self, Stdio},
    time::Duration,
};

use futures_util::future::join_all;
use rochdale_core::{
    command::{By, Command},
    fact::Fact,
    values::{PartyId, ProposalId, RequestId},
};
use rochdale_register::{Database, Registrar, verify};

use crate::support::{Scratch, clock, done, draft, enter, request, slug, workshop};

const CHILD_URL: &str = "ROCHDALE_TEST_CHILD_URL";

/// What runs in the process that is killed: asks on and on, and says what was answered as done.
#[tokio::test]
#[ignore = "started and killed by the other tests of this file"]
async fn child() {
    let url = std::env::var(CHILD_URL).unwrap();
    let database = Database::open(&url).await.unwrap();
    let workshop = Registrar::open(database, &slug("workshop"), clock()).await.unwrap();
    let mut stdout = std::io::stdout();
    let me = By::Party(PartyId(1));
    loop {
        let drafted = join_all((0..8).map(|_| workshop.submit(me, new_id(), draft("pool-policy")))).await;
        let proposals = drafted.into_iter().map(|answer| match done(answer).facts[0] {
            Fact::ProposalDrafted { proposal, .. } => proposal,
            ref other => panic!("{other:?}"),
        });
        let asked: Vec<_> = proposals.map(|proposal| (new_id(), proposal)).collect();
        // Each of these has two entries: the proposal opens, and with it its first round.
        let open = |(id, proposal): &(RequestId, ProposalId)| {
            workshop.submit(me, *id, Command::OpenProposal { proposal: *proposal, closes: None })
        };
        for ((id, _), answer) in asked.iter().zip(join_all(asked.iter().map(open)).await) {
            writeln!(stdout, "done {} {id}", done(answer).heights.start).unwrap();
        }
        stdout.flush().unwrap();
    }
}

fn new_id() -> RequestId {
    RequestId(uuid::Uuid::now_v7())
}

/// Starts the child, kills it after `milliseconds` of work, and gives back what it said was done.
fn kill_after(url: &str, milliseconds: u64) -> Vec<(u64, String)> {
    let mut child = process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed::child", "--ignored", "--nocapture"])
        .env(CHILD_URL, url)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said: Vec<String> = Vec::new();
    // The time runs from its first answer, so that the blow falls into the work.
    said.extend(lines.by_ref().map_while(Result::ok).find(|line| line.starts_with("done ")));
    std::thread::sleep(Duration::from_millis(milliseconds));
    child.kill().unwrap();
    child.wait().unwrap();
    said.extend(lines.map_while(Result::ok));
    let done = |line: &String| {
        let mut words = line.strip_prefix("done ")?.split(' ');
        // The last line may be cut in the middle.
        let (height, id) = (words.next()?.parse().ok()?, words.next()?.to_owned());
        (id.len() == 36).then_some((height, id))
    };
    said.iter().filter_map(done).collect()
}

async fn nothing_is_lost(scratch: &Scratch, rounds: u64) {
    drop(workshop(&scratch.database, &clock()).await);
    let mut told = Vec::new();
    for round in 0..rounds {
        told.extend(kill_after(&scratch.url, round * 7 % 40));
        let book = scratch.database.stretch(&slug("workshop"), 1, u64::MAX).await.unwrap();
        // A server may still be at work on the last words of the dead.
        let verified = verify(&scratch.database, &slug("workshop")).await.unwrap();
        assert!(verified.head.height >= book.len() as u64);
        for (height, id) in &told {
            assert_eq!(book[usize::try_from(*height).unwrap() - 1].request.to_string(), *id);
        }
        for (place, entry) in book.iter().enumerate() {
            if let Fact::ProposalOpened { proposal, .. } = entry.fact().unwrap() {
                let next = book.get(place + 1).expect("no request is half in the book");
                assert_eq!(next.request, entry.request);
                assert_eq!(next.fact().unwrap(), Fact::RoundOpened { proposal, round: 1 });
            }
        }
    }
    assert!(told.len() as u64 > rounds, "the child did work: {}", told.len());
    let again = Registrar::open(scratch.database.clone(), &slug("workshop"), clock()).await.unwrap();
    assert!(again.head().height > told.len() as u64);
    done(again.submit(By::Desk, request(9), enter("Dairy")).await);
}

#[tokio::test]
async fn nothing_is_lost_on_sqlite() {
    nothing_is_lost(&Scratch::sqlite().await, 8).await;
}

#[tokio::test]
async fn nothing_is_lost_on_postgres() {
    if let Some(scratch) = Scratch::postgres("killed::nothing_is_lost_on_postgres").await {
        nothing_is_lost(&scratch, 5).await;
    }
}
