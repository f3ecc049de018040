//! Facts of agreements to state. Knows no rule and cannot fail.

use std::sync::Arc;

use imbl::OrdMap;

use super::{Document, Signed, Version};
use crate::{
    fact::{Fact, Happened},
    state::State,
};

/// Takes a fact of agreements into the state; other facts change nothing.
pub(crate) fn apply(state: &mut State, happened: &Happened) {
    match &happened.recorded.fact {
        Fact::DocumentPublished { document, version, text, in_force_from } => {
            let published = Arc::new(Version {
                number: *version,
                text: text.clone(),
                in_force_from: *in_force_from,
                acknowledged: OrdMap::new(),
            });
            let known = state
                .documents
                .entry(document.clone())
                .or_insert_with(|| Arc::new(Document { id: document.clone(), versions: Vec::new() }));
            Arc::make_mut(known).versions.push(published);
        }
        Fact::DocumentAcknowledged { party, document, version, person } => {
            let Some(known) = state.documents.get_mut(document) else { return };
            let versions = &mut Arc::make_mut(known).versions;
            if let Some(known) = versions.iter_mut().find(|known| known.number == *version) {
                Arc::make_mut(known).acknowledged.insert(*party, (*person, happened.at));
            }
        }
        Fact::AgreementSigned { party, agreement, sections } => {
            let signed = Signed { sections: sections.clone(), at: happened.at };
            state.agreements.insert((*party, agreement.clone()), Arc::new(signed));
        }
        _ => {}
    }
}
