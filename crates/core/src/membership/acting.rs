//! Who may act for whom at any time: oneself, an organization's official representative, and its alternates where
//! the bylaws let them.

use jiff::civil::Date;

use super::Party;
use crate::{state::State, values::PartyId};

/// As what a person acts for a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActsAs {
    /// For themselves.
    Oneself,
    /// As the official representative of an organization.
    Representative,
    /// As an alternate of an organization.
    Alternate,
}

/// As what a person acts for a party on a day; `None` where they do not. What is done by any who may is done
/// for the same membership, so that it has one vote whoever of them casts it.
pub fn acts_as(state: &State, party: &Party, person: PartyId, day: Date) -> Option<ActsAs> {
    if party.is_person() {
        return (party.id == person).then_some(ActsAs::Oneself);
    }
    if party.representative_on(day) == Some(person) {
        return Some(ActsAs::Representative);
    }
    let is_alternate = party.alternates_on(day).any(|one| one == person);
    (is_alternate && alternates_act(state, party, day)).then_some(ActsAs::Alternate)
}

/// Everybody who may act for a party on a day: the official representative first, then the alternates in the
/// order of naming. Empty for an organization that has nobody.
pub fn who_acts_for(state: &State, party: &Party, day: Date) -> Vec<(PartyId, ActsAs)> {
    if party.is_person() {
        return vec![(party.id, ActsAs::Oneself)];
    }
    let official = party.representative_on(day).map(|person| (person, ActsAs::Representative));
    let mut all: Vec<_> = official.into_iter().collect();
    if alternates_act(state, party, day) {
        all.extend(party.alternates_on(day).map(|person| (person, ActsAs::Alternate)));
    }
    all
}

/// Whether the bylaws let the alternates of an organization act for it: those of the class that it is in.
fn alternates_act(state: &State, party: &Party, day: Date) -> bool {
    let class = party
        .memberships
        .iter()
        .filter_map(|id| state.membership(*id))
        .filter(|held| held.is_current_on(day))
        .find_map(|held| held.class_on(day));
    class.is_some_and(|(_, class)| {
        state.rulebook_on(day).is_some_and(|rulebook| rulebook.alternates(class).is_some())
    })
}
