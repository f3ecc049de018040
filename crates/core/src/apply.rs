//! Facts to state. Knows no rule and cannot fail: what it takes was decided before.

use std::sync::Arc;

use crate::{
    agreements,
    fact::{Fact, Happened},
    membership, offices, proposals,
    snapshot::adopt,
    state::State,
};

/// Takes one fact into the state.
pub fn apply(state: &mut State, happened: &Happened) {
    match &happened.recorded.fact {
        Fact::Founded { handle, rulebook } => {
            state.handle = Some(handle.clone());
            state.founded = Some(happened.at);
            adopt(state, Arc::new(rulebook.clone()));
        }
        Fact::EditionAdopted { rulebook, .. } => adopt(state, Arc::new(rulebook.clone())),
        _ => {
            membership::apply(state, happened);
            agreements::apply(state, happened);
            offices::apply(state, happened);
            proposals::apply(state, happened);
        }
    }
    state.last = Some(happened.at);
}
