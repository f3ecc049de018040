//! Co-ops to bring lists to.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rochdale_core::{
    apply::apply,
    command::{By, Command, Request},
    decide::decide,
    fact::{Fact, Happened},
    state::State,
    values::{Language, RequestId},
};
use rochdale_lists::{Entering, Failed, Heard, ListKey, Matching, Plan, Sheet};
use rochdale_testkit::{CoOp, coassembly, cooperate_connecticut};
use rochdale_words::{BookNames, Catalogue, Words};
use uuid::Uuid;

/// The key of all tests.
pub const KEY: ListKey = ListKey([7; 32]);

/// A network whose book begins with its bylaws, in March 2026.
pub fn network() -> CoOp {
    let co_op = CoOp::founded(&cooperate_connecticut());
    co_op.on("2026-03-20");
    co_op
}

/// A worker co-op in March 2026.
pub fn designers() -> CoOp {
    let co_op = CoOp::founded(&coassembly());
    co_op.on("2026-03-20");
    co_op
}

/// A file among the tests.
pub fn file(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/lists/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// A file as a sheet, and as its headings match it.
pub fn read(bytes: &[u8]) -> (Sheet, Matching) {
    let sheet = Sheet::read(bytes, None, None).unwrap();
    let matching = Matching::guessed(&sheet, "the list of 2026");
    (sheet, matching)
}

/// What would come of a list.
pub fn planned(co_op: &CoOp, sheet: &Sheet, matching: &Matching, by: By) -> Plan {
    Plan::rehearsed(sheet, matching, &co_op.state(), by, co_op.now(), KEY)
}

/// Enters a plan as the registrar does: a request of an id that was done is answered as it was. Gives the
/// state after it, how many facts came of it, and what failed.
pub struct Book {
    pub state: State,
    pub done: BTreeMap<RequestId, Vec<Fact>>,
}

impl Book {
    pub fn of(co_op: &CoOp) -> Self {
        Self { state: co_op.state(), done: Default::default() }
    }

    /// Lets the desk ask for something that must be done.
    pub fn ask(&mut self, command: Command, now: Timestamp) {
        let request = Request { id: RequestId(Uuid::nil()), by: By::Desk, at: now, command };
        for recorded in decide(&self.state, &request).unwrap() {
            apply(&mut self.state, &Happened { at: now, by: By::Desk, recorded });
        }
    }

    pub fn enter(&mut self, plan: &Plan, by: By, now: Timestamp) -> (usize, Vec<Failed>) {
        let mut entering = Entering::of(plan);
        let mut count = 0;
        loop {
            let asks = entering.asks();
            if asks.is_empty() {
                return (count, entering.failed);
            }
            for asked in asks {
                if let Some(facts) = self.done.get(&asked.id) {
                    entering.heard(&asked, Heard::Done(facts));
                    continue;
                }
                let request = Request { id: asked.id, by, at: now, command: asked.command.clone() };
                match decide(&self.state, &request) {
                    Ok(recorded) => {
                        let facts: Vec<_> = recorded.iter().map(|one| one.fact.clone()).collect();
                        count += facts.len();
                        for recorded in recorded {
                            apply(&mut self.state, &Happened { at: now, by, recorded });
                        }
                        entering.heard(&asked, Heard::Done(&facts));
                        self.done.insert(asked.id, facts);
                    }
                    Err(why) => entering.heard(&asked, Heard::Denied(why)),
                }
            }
        }
    }
}

/// Calls `say` with the words of a language and the names of a state.
pub fn said<T>(state: &State, language: &str, say: impl FnOnce(&Words<'_>) -> T) -> T {
    let catalogue = Catalogue::built_in();
    let rulebook = state.last_edition().unwrap();
    let zone = state.time_zone();
    let tongue = catalogue.tongue(&Language::new(language));
    say(&Words::new(tongue, &zone, &BookNames { state, rulebook }))
}
