//! Facts of cases to state. Knows no rule and cannot fail.

use std::sync::Arc;

use super::{Case, CaseEntry};
use crate::{
    fact::{Fact, Happened},
    state::State,
    values::CaseId,
};

/// Takes a fact of cases into the state; other facts change nothing.
pub(crate) fn apply(state: &mut State, happened: &Happened) {
    let at = happened.at;
    match &happened.recorded.fact {
        Fact::CaseOpened { case, kind, by, about, due, words } => {
            let edition = state.rulebook_at(at).map_or(0, |rulebook| rulebook.front.edition);
            state.cases.push_back(Arc::new(Case {
                id: *case,
                kind: kind.clone(),
                edition,
                by: *by,
                about: about.clone(),
                opened: at,
                due: *due,
                stepped: None,
                closed: None,
                entries: vec![CaseEntry { by: *by, at, words: *words }],
            }));
        }
        Fact::CaseNoted { case, by, words } => {
            with_case(state, *case, |known| known.entries.push(CaseEntry { by: *by, at, words: *words }));
        }
        Fact::CaseStepTaken { case, by, words } => with_case(state, *case, |known| {
            known.stepped.get_or_insert(at);
            known.entries.push(CaseEntry { by: *by, at, words: *words });
        }),
        Fact::CaseClosed { case, by, outcome, words } => with_case(state, *case, |known| {
            known.closed = Some((at, outcome.clone()));
            known.entries.push(CaseEntry { by: *by, at, words: *words });
        }),
        _ => {}
    }
}

fn with_case(state: &mut State, id: CaseId, change: impl FnOnce(&mut Case)) {
    if let Some(case) = id.index().and_then(|place| state.cases.get_mut(place)) {
        change(Arc::make_mut(case));
    }
}
