//! Facts to state. Knows no rule and cannot fail: what it takes was decided before.

use std::sync::Arc;

use crate::{
    agreements, applicants, archive, assets, cases, declarations, exits,
    fact::{Fact, Happened},
    kept, membership, offices,
    personal::Beside,
    proposals, reviews,
    snapshot::adopt,
    standing,
    state::State,
    values::{PartyId, WordsId},
};

/// Takes away everything that was written and goes with a party, or with a document of the archive.
fn erase_words(state: &mut State, bearer: PartyId) {
    let theirs: Vec<WordsId> =
        state.words.iter().filter(|(_, (of, _))| *of == bearer).map(|(id, _)| *id).collect();
    for id in theirs {
        state.words.remove(&id);
    }
}

/// Keeps the words that stand beside a fact, in the one place from which an erasure takes them.
fn keep_words(state: &mut State, happened: &Happened) {
    // Why a document was erased stays.
    if let Fact::DocumentErased { document, .. } = happened.recorded.fact {
        erase_words(state, archive::bearer(document));
    }
    if let Some(id) = happened.recorded.fact.words() {
        state.last_words = id;
        if let Some((party, Beside::Words(words))) = &happened.recorded.personal {
            state.words.insert(id, (*party, Arc::new(words.clone())));
        }
    }
    if let Fact::PersonErased { party } = happened.recorded.fact {
        erase_words(state, party);
    }
    if let Fact::WordsErased { words, .. } = &happened.recorded.fact {
        for id in words {
            state.words.remove(id);
        }
    }
}

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
            cases::apply(state, happened);
            applicants::apply(state, happened);
            reviews::apply(state, happened);
            exits::apply(state, happened);
            declarations::apply(state, happened);
            assets::apply(state, happened);
            archive::apply(state, happened);
            standing::apply(state, happened);
            kept::apply(state, happened);
            proposals::apply(state, happened);
        }
    }
    keep_words(state, happened);
    state.last = Some(happened.at);
}
