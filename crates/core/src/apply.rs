//! Facts to state. Knows no rule and cannot fail: what it takes was decided before.

use crate::{
    agreements,
    fact::{Fact, Happened},
    membership, proposals,
    rulebook::{Bundle, Rulebook},
    state::State,
};

/// Takes one fact into the state.
pub fn apply(state: &mut State, happened: &Happened) {
    match &happened.recorded.fact {
        Fact::Founded { handle, rulebook } => {
            state.handle = Some(handle.clone());
            state.founded = Some(happened.at);
            adopt(state, rulebook);
        }
        Fact::EditionAdopted { rulebook, .. } => adopt(state, rulebook),
        _ => {
            membership::apply(state, happened);
            agreements::apply(state, happened);
            proposals::apply(state, happened);
        }
    }
    state.last = Some(happened.at);
}

/// An edition that cannot be read holds for no day: `decide` lets none through, so this is a register
/// written by something else, and what needs the edition says that there is none.
fn adopt(state: &mut State, bundle: &Bundle) {
    if let Some(rulebook) = Rulebook::read(bundle).rulebook {
        state.editions.insert(rulebook.front.in_force_from, std::sync::Arc::new(rulebook));
    }
}
