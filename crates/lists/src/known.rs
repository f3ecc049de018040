//! Whom the register has already, by what a list knows them by.

use std::collections::BTreeMap;

use rochdale_core::{
    membership::{Party, PartyKind},
    state::State,
    values::PartyId,
};

use crate::{fold::folded, plan::Sameness};

/// The parties of the register by address and name. People whose details are erased are not among them.
pub struct Known<'a> {
    state: &'a State,
    by_email: BTreeMap<String, Vec<PartyId>>,
    by_name: BTreeMap<(bool, String), Vec<PartyId>>,
}

impl<'a> Known<'a> {
    pub fn of(state: &'a State) -> Self {
        let mut known = Self { state, by_email: BTreeMap::new(), by_name: BTreeMap::new() };
        for party in state.parties() {
            let Some(name) = party.name() else { continue };
            known.by_name.entry((party.is_person(), folded(name))).or_default().push(party.id);
            if let Some(email) = email_of(party) {
                known.by_email.entry(folded(email)).or_default().push(party.id);
            }
        }
        known
    }

    /// The people with this address, those who were entered first before others.
    pub fn with_email(&self, email: &str) -> &[PartyId] {
        self.by_email.get(&folded(email)).map_or(&[], Vec::as_slice)
    }

    /// Everybody of this name, people or organizations.
    pub fn named(&self, is_person: bool, name: &str) -> &[PartyId] {
        self.by_name.get(&(is_person, folded(name))).map_or(&[], Vec::as_slice)
    }

    /// Who is likely the same: by address, else by name and place, where a place that is not known on one
    /// side tells nobody apart.
    pub fn twin(
        &self,
        is_person: bool,
        name: &str,
        email: Option<&str>,
        place: Option<&str>,
    ) -> Option<(PartyId, Sameness)> {
        if let Some(party) = email.filter(|_| is_person).and_then(|email| self.with_email(email).first()) {
            return Some((*party, Sameness::Email));
        }
        let is_there = |party: &&PartyId| {
            let known = self.state.party(**party).and_then(|party| party.place());
            known.zip(place).is_none_or(|(known, place)| folded(known) == folded(place))
        };
        self.named(is_person, name).iter().find(is_there).map(|party| (*party, Sameness::NameAndPlace))
    }
}

fn email_of(party: &Party) -> Option<&str> {
    match &party.kind {
        PartyKind::Person(details) => details.as_deref()?.email.as_deref(),
        PartyKind::Organization { .. } => None,
    }
}
