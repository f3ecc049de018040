//! What the core says of a list before anything of it is asked for.

use jiff::Timestamp;
use rochdale_core::{
    apply::apply,
    command::{By, Request},
    decide::decide,
    fact::Happened,
    state::State,
};

use crate::{
    Entering, Heard, ListKey, Matching, Plan, Sheet,
    assembly::{Denials, Parts, assemble},
    known::Known,
    plan::Wrong,
};

impl Plan {
    /// What would come of a sheet, read as `matching` says and asked for by `by` at `now`, where the register
    /// is as `state` has it. All of it is decided on a copy of the state; rows of which anything is denied
    /// are left out as wholes, with the reason, so that nobody is entered who could not be admitted.
    pub fn rehearsed(
        sheet: &Sheet,
        matching: &Matching,
        state: &State,
        by: By,
        now: Timestamp,
        key: ListKey,
    ) -> Self {
        let today = state.date_of(now);
        let (questions, rows, unknown_classes) = Plan::read(sheet, matching, state, today);
        let known = Known::of(state);
        let mut denials = Denials::new();
        loop {
            let parts = Parts { rows: &rows, matching, state, known: &known, today, key, denials: &denials };
            let (mut plan, mut more) = assemble(&parts);
            if more.is_empty() && questions.is_empty() {
                more = denied(&plan, state, by, now);
            }
            // Each time there are more of them, so that it comes to an end.
            if more.is_empty() {
                (plan.questions, plan.unknown_classes) = (questions, unknown_classes);
                return plan;
            }
            denials.extend(more);
        }
    }
}

/// The rows of which something is denied.
fn denied(plan: &Plan, state: &State, by: By, now: Timestamp) -> Denials {
    let mut after = state.clone();
    let mut entering = Entering::of(plan);
    let mut denials = Denials::new();
    loop {
        let asks = entering.asks();
        if asks.is_empty() {
            return denials;
        }
        for asked in asks {
            let request = Request { id: asked.id, by, at: now, command: asked.command.clone() };
            match decide(&after, &request) {
                Ok(recorded) => {
                    let facts: Vec<_> = recorded.iter().map(|recorded| recorded.fact.clone()).collect();
                    for recorded in recorded {
                        apply(&mut after, &Happened { at: now, by, recorded });
                    }
                    entering.heard(&asked, Heard::Done(&facts));
                }
                Err(why) => {
                    denials.entry(asked.row).or_default().push(Wrong::Denied(why.clone()));
                    entering.heard(&asked, Heard::Denied(why));
                }
            }
        }
    }
}
