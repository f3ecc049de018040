//! The program killed at any instant, while members ask it for things: nothing that was answered as done is
//! lost, nothing is left half, and what was not answered is done once when it is sent again.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use futures_util::future::join_all;
use serde_json::{Value, json};
use tokio::{sync::Notify, task::JoinSet};

use crate::support::{Desk, postgres};

/// How many members ask at the same time.
const ASKING: usize = 8;

/// A request on its way: its id and its command.
type Request = (String, Value);

/// What those who ask know.
#[derive(Default)]
struct Known {
    /// The heights of the entries of each request that was answered as done.
    done: Mutex<BTreeMap<String, Vec<u64>>>,
    /// What was asked and not answered.
    in_doubt: Mutex<Vec<Request>>,
    /// Somebody was answered.
    answered: Notify,
}

/// The interface for programs, as one of them calls it.
#[derive(Clone)]
struct Caller {
    http: reqwest::Client,
    address: String,
    token: String,
    known: Arc<Known>,
}

impl Caller {
    /// Asks for a command; `None` where no answer came.
    async fn ask(&self, (id, command): Request) -> Option<Value> {
        let request = self.http.post(&self.address).bearer_auth(&self.token).header("Idempotency-Key", &id);
        let answer = async { request.json(&command).send().await?.json::<Value>().await };
        let Ok(answer) = answer.await else {
            self.known.in_doubt.lock().unwrap().push((id, command));
            return None;
        };
        let entries = answer["entries"].as_array().unwrap_or_else(|| panic!("{command} came to {answer}"));
        let heights = entries.iter().map(|entry| entry["height"].as_u64().unwrap()).collect();
        self.known.done.lock().unwrap().insert(id, heights);
        self.known.answered.notify_one();
        Some(answer)
    }

    /// Drafts proposals and opens them until no answer comes.
    async fn go_on(self) {
        let draft = json!({"command": "draft_proposal", "title": "A kettle", "text": "The old one leaks.",
            "matter": "day-to-day"});
        while let Some(drafted) = self.ask((new_id(), draft.clone())).await {
            let open = json!({"command": "open_proposal", "proposal": drafted["made"]["proposal"]});
            if self.ask((new_id(), open)).await.is_none() {
                return;
            }
        }
    }
}

fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// Serves, has members ask, and kills the program some milliseconds after the first answer. What was in
/// doubt before is sent again first.
async fn killed_after(desk: &Desk, token: &str, known: &Arc<Known>, milliseconds: u64) {
    let serving = desk.serve(&["serve", "--listen", "127.0.0.1:0"]);
    let caller = Caller {
        http: reqwest::Client::new(),
        address: format!("http://{}/api/v1/coassembly/commands", serving.address()),
        token: token.to_owned(),
        known: Arc::clone(known),
    };
    let in_doubt = std::mem::take(&mut *known.in_doubt.lock().unwrap());
    for answer in join_all(in_doubt.into_iter().map(|request| caller.ask(request))).await {
        answer.expect("the program answers again");
    }
    let mut asking = JoinSet::new();
    for _ in 0..ASKING {
        asking.spawn(caller.clone().go_on());
    }
    // The time runs from its first answer, so that the blow falls into the work.
    known.answered.notified().await;
    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    drop(serving);
    asking.join_all().await;
}

/// The request and the kind of each entry of the book, in order.
fn book(desk: &Desk) -> Vec<(String, String)> {
    let exported = desk.done(&["export", "-"]);
    let entry = |line: &str| {
        let entry: Value = serde_json::from_str(line).unwrap();
        let fact: Value = serde_json::from_str(entry["payload"].as_str().unwrap()).unwrap();
        let kind = fact.as_object().unwrap().keys().next().unwrap().clone();
        (entry["request"].as_str().unwrap().to_owned(), kind)
    };
    exported.lines().skip(1).map(entry).collect()
}

/// Checks that all that was answered stands where the answer said, whole, and once.
fn nothing_is_lost(desk: &Desk, known: &Known) {
    desk.done(&["verify"]);
    let book = book(desk);
    let mut heights: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for (height, (request, _)) in (1..).zip(&book) {
        heights.entry(request).or_default().push(height);
    }
    for (request, told) in &*known.done.lock().unwrap() {
        assert_eq!(heights.get(request.as_str()), Some(told), "{request}");
    }
    for (place, (request, kind)) in book.iter().enumerate() {
        if kind == "proposal_opened" {
            let with_it = (request.clone(), "round_opened".to_owned());
            assert_eq!(book.get(place + 1), Some(&with_it), "{request} is half in the book");
        }
    }
}

async fn the_program_is_killed(desk: &Desk, rounds: u64) {
    let issued = desk.json(&["token", "issue", "Ana", "--label", "test"]);
    let token = issued["token"].as_str().unwrap();
    let known = Arc::new(Known::default());
    let mut doubted = 0;
    for round in 0..rounds {
        killed_after(desk, token, &known, round * 7 % 40).await;
        nothing_is_lost(desk, &known);
        doubted += known.in_doubt.lock().unwrap().len();
    }
    assert!(doubted > 0, "the blow fell on no request");
    assert!(known.done.lock().unwrap().len() as u64 > rounds, "the program did work");
}

#[tokio::test]
async fn nothing_is_lost_on_sqlite() {
    the_program_is_killed(&Desk::founded(), 8).await;
}

#[tokio::test]
async fn nothing_is_lost_on_postgres() {
    if let Some(database) = postgres("killed::nothing_is_lost_on_postgres").await {
        the_program_is_killed(&Desk::founded_at(database), 5).await;
    }
}
