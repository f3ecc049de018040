//! Whole histories of a small co-op.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use jiff::{Span, Timestamp};
use proptest::{collection::vec, prelude::*};
use rochdale_core::{
    apply::apply,
    command::{By, Command, Request},
    decide::{Decided, decide},
    due::due,
    fact::Happened,
    state::State,
    values::RequestId,
};
use uuid::Uuid;

use crate::{CoOp, Step, agreed, small, step::steps};

/// What is asked in a small co-op, under the terms of its rulebook.
#[derive(Debug, Clone)]
pub struct History {
    /// The terms.
    pub terms: small::Terms,
    /// What is asked, in order.
    pub steps: Vec<Step>,
}

/// Any history with up to `steps_max` steps, and at least half as many.
pub fn histories(steps_max: usize) -> impl Strategy<Value = History> {
    (small::terms(), vec(steps(), steps_max / 2..=steps_max))
        .prop_map(|(terms, steps)| History { terms, steps })
}

/// One request of a history: the state before it, and what was decided.
#[derive(Debug)]
pub struct Turn<'a> {
    /// The state before.
    pub before: &'a State,
    /// The request.
    pub request: &'a Request,
    /// What was decided.
    pub decided: &'a Decided,
    /// The state after; the same as before, where nothing came of it.
    pub after: &'a State,
}

/// A history that was played.
#[derive(Debug)]
pub struct Played {
    /// The state right after the founding.
    pub founded: State,
    /// What happened after the founding, in order.
    pub facts: Vec<Happened>,
    /// The state at the end.
    pub state: State,
}

/// How a history begins: the state, and the facts that made it.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// The state.
    pub state: State,
    /// What happened, the founding first.
    pub facts: Vec<Happened>,
    /// The time.
    pub now: Timestamp,
}

/// The beginning under these terms. Each is made once: to found a co-op is to read its bylaws.
pub fn beginning(terms: &small::Terms) -> Beginning {
    static MADE: Mutex<BTreeMap<small::Terms, Beginning>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let begin = || {
        let co_op = founded(terms);
        Beginning { state: co_op.state(), facts: co_op.facts(), now: co_op.now() }
    };
    made.entry(*terms).or_insert_with(begin).clone()
}

/// A co-op with four owners, a trainee who practises and one who begins, a friend, and two circles, one of
/// which an owner acts for.
fn founded(terms: &small::Terms) -> CoOp {
    let co_op = CoOp::founded(&small::rulebook(terms));
    let [ana, ..] = co_op.members("owner", ["Ana", "Bo", "Chi", "Dee"]);
    let practises = co_op.today().checked_sub(Span::new().months(i64::from(terms.months.0))).expect("a day");
    let (eli, basis) = (co_op.person("Eli"), "opening roll".to_owned());
    let class = "trainee".into();
    co_op.desk(Command::AdmitMember { party: eli.party, class, kind: None, since: practises, basis }).done();
    co_op.members("trainee", ["Ivy"]);
    let fay = co_op.person("Fay");
    co_op.desk(agreed(fay.party, "friendship", &["help", "leave"])).done();
    fay.is_admitted("friend").done();
    let gus = co_op.person("Gus");
    for (name, person) in [("Oak Circle", &ana), ("Elm Circle", &gus)] {
        let circle = co_op.organization(name);
        circle.is_represented_by(person).done();
        circle.is_admitted("circle").done();
    }
    co_op
}

impl History {
    /// Plays it, and shows each turn to `watch`. What time brings about is asked for by the clock.
    pub fn play<E>(&self, mut watch: impl FnMut(&Turn<'_>) -> Result<(), E>) -> Result<Played, E> {
        let Beginning { state: founded, mut now, .. } = beginning(&self.terms);
        let mut state = founded.clone();
        let mut facts = Vec::new();
        let mut number = 0u128;
        for step in &self.steps {
            if let Step::Wait { hours } = step {
                now += Span::new().hours(i64::from(*hours));
            }
            let of_the_clock = due(&state, now).into_iter().map(|command| (By::Clock, command));
            let asked = step.request(&state, now);
            for (by, command) in of_the_clock.chain(asked) {
                number += 1;
                let request = Request { id: RequestId(Uuid::from_u128(number)), by, at: now, command };
                let after = turn(&state, &request, &mut facts, &mut watch)?;
                state = after;
            }
        }
        Ok(Played { founded, facts, state })
    }
}

fn turn<E>(
    before: &State,
    request: &Request,
    facts: &mut Vec<Happened>,
    watch: &mut impl FnMut(&Turn<'_>) -> Result<(), E>,
) -> Result<State, E> {
    let decided = decide(before, request);
    let happened =
        |recorded: &_| Happened { at: request.at, by: request.by, recorded: Clone::clone(recorded) };
    let new: Vec<Happened> = decided.iter().flatten().map(happened).collect();
    let after = fold(before, &new);
    facts.extend(new);
    watch(&Turn { before, request, decided: &decided, after: &after })?;
    Ok(after)
}

/// The state after `facts` on top of `state`.
pub fn fold(state: &State, facts: &[Happened]) -> State {
    let mut state = state.clone();
    for happened in facts {
        apply(&mut state, happened);
    }
    state
}
