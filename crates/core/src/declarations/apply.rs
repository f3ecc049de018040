//! Facts of declarations to state. Knows no rule and cannot fail.

use std::sync::Arc;

use super::{Decided, Declaration};
use crate::{
    fact::{Fact, Happened},
    state::State,
    values::DeclarationId,
};

/// Takes a fact of declarations into the state; other facts change nothing.
pub(crate) fn apply(state: &mut State, happened: &Happened) {
    let (at, on) = (happened.at, state.date_of(happened.at));
    match &happened.recorded.fact {
        Fact::Declared { declaration, kind, membership, begins, late, words } => {
            let edition = state.rulebook_at(at).map_or(0, |rulebook| rulebook.front.edition);
            state.declarations.push_back(Arc::new(Declaration {
                id: *declaration,
                kind: kind.clone(),
                edition,
                membership: *membership,
                declared: at,
                begins: *begins,
                late: *late,
                words: *words,
                decided: None,
                withdrawn: None,
            }));
        }
        Fact::DeclarationWithdrawn { declaration } => {
            with_declaration(state, *declaration, |known| known.withdrawn = Some(on));
        }
        Fact::DeclarationDecided { declaration, proposal, allowed } => {
            let decided = Decided { on, proposal: *proposal, allowed: *allowed };
            with_declaration(state, *declaration, |known| known.decided = Some(decided));
        }
        _ => {}
    }
}

fn with_declaration(state: &mut State, id: DeclarationId, change: impl FnOnce(&mut Declaration)) {
    if let Some(declaration) = id.index().and_then(|place| state.declarations.get_mut(place)) {
        change(Arc::make_mut(declaration));
    }
}
