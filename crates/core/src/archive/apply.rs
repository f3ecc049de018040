//! Facts of the archive to state. Knows no rule and cannot fail.

use std::sync::Arc;

use super::{Document, Erased, Given};
use crate::{
    fact::{Fact, Happened},
    state::State,
    values::DocumentId,
};

/// Takes a fact of the archive into the state; other facts change nothing.
pub(crate) fn apply(state: &mut State, happened: &Happened) {
    let (at, by) = (happened.at, happened.by);
    match &happened.recorded.fact {
        Fact::DocumentFiled { document, by: filer, class, dated, file, named, words } => {
            state.archive.push_back(Arc::new(Document {
                id: *document,
                by: *filer,
                at,
                dated: *dated,
                file: *file,
                title: *words,
                classes: vec![Given { class: class.clone(), named: named.clone(), at, by, reason: None }],
                erased: None,
            }));
        }
        Fact::DocumentReclassified { document, class, named, words } => {
            let (class, named, reason) = (class.clone(), named.clone(), Some(*words));
            with_document(state, *document, |known| {
                known.classes.push(Given { class, named, at, by, reason });
            });
        }
        Fact::DocumentErased { document, words } => {
            let erased = Erased { at, by, reason: *words };
            with_document(state, *document, |known| known.erased = Some(erased));
        }
        _ => {}
    }
}

fn with_document(state: &mut State, id: DocumentId, change: impl FnOnce(&mut Document)) {
    if let Some(document) = id.index().and_then(|place| state.archive.get_mut(place)) {
        change(Arc::make_mut(document));
    }
}
