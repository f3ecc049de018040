//! Facts of agreements to state. Knows no rule and cannot fail.

use std::sync::Arc;

use imbl::OrdMap;
use jiff::civil::Date;

use super::{Agreement, Document, Signature, Text, Version, Written};
use crate::{
    fact::{Fact, Happened},
    state::State,
    values::{AgreementId, PartyId, Slug},
};

/// Takes a fact of agreements into the state; other facts change nothing.
pub(crate) fn apply(state: &mut State, happened: &Happened) {
    let (at, on) = (happened.at, state.date_of(happened.at));
    let beside = |words, hash, by| Text { written: Written::Beside { words, hash }, by, at };
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
                Arc::make_mut(known).acknowledged.insert(*party, (*person, at));
            }
        }
        Fact::AgreementDrafted { agreement, kind, party, by, until, words, hash } => {
            let drafted = drafted(*agreement, kind, *party, beside(*words, *hash, *by));
            keep(state, Arc::new(Agreement { until: *until, ..drafted }));
        }
        Fact::AgreementRedrafted { agreement, by, until, words, hash } => {
            with_agreement(state, *agreement, |known| {
                known.text = beside(*words, *hash, *by);
                known.until = *until;
                known.signatures.clear();
                known.decided = None;
            });
        }
        Fact::SignatureGiven { agreement, side, person, hash, words } => {
            let signature = Signature { side: *side, person: *person, at, hash: *hash, words: *words };
            with_agreement(state, *agreement, |known| {
                known.signatures.push(signature);
                let is_signed = known.signatures.iter().any(|one| one.side != *side);
                known.in_force_from = is_signed.then_some(on);
            });
        }
        Fact::TermsDecided { agreement, proposal, .. } => {
            with_agreement(state, *agreement, |known| known.decided = Some(*proposal));
        }
        Fact::AgreementWithdrawn { agreement, .. } => {
            with_agreement(state, *agreement, |known| known.withdrawn = Some(at));
        }
        Fact::AgreementRecorded { agreement, kind, party, by, signed, until, words, hash, paper } => {
            let drafted = drafted(*agreement, kind, *party, beside(*words, *hash, *by));
            let (in_force_from, until, paper) = (Some(*signed), *until, *paper);
            keep(state, Arc::new(Agreement { in_force_from, until, paper, ..drafted }));
        }
        Fact::AgreementSigned { party, agreement, sections } => {
            let id = AgreementId::after(state.agreements.len());
            let text = Text { written: Written::Within(sections.clone()), by: None, at };
            let in_force_from: Option<Date> = Some(on);
            keep(state, Arc::new(Agreement { in_force_from, ..drafted(id, agreement, *party, text) }));
        }
        _ => {}
    }
}

/// A draft that nobody has signed.
fn drafted(id: AgreementId, kind: &Slug, party: PartyId, text: Text) -> Agreement {
    Agreement {
        id,
        kind: kind.clone(),
        party,
        by: text.by,
        text,
        until: None,
        signatures: Vec::new(),
        in_force_from: None,
        paper: None,
        decided: None,
        withdrawn: None,
    }
}

/// Keeps an agreement that is new to the state, with where to find it.
pub(crate) fn keep(state: &mut State, agreement: Arc<Agreement>) {
    state.agreed_with.entry(agreement.party).or_default().push(agreement.id);
    if agreement.is_open() {
        state.unsigned.insert(agreement.id, ());
    }
    state.agreements.push_back(agreement);
}

fn with_agreement(state: &mut State, id: AgreementId, change: impl FnOnce(&mut Agreement)) {
    if let Some(agreement) = id.index().and_then(|place| state.agreements.get_mut(place)) {
        change(Arc::make_mut(agreement));
        if !agreement.is_open() {
            state.unsigned.remove(&id);
        }
    }
}
