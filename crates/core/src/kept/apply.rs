//! Facts of what is kept to state. Knows no rule and cannot fail.

use crate::{
    fact::{Fact, Happened},
    state::State,
    values::PartyId,
};

/// Takes a fact into the list of people whose time may have begun to run; other facts change nothing.
pub(crate) fn apply(state: &mut State, happened: &Happened) {
    match &happened.recorded.fact {
        Fact::MembershipEnded { membership, .. } => {
            if let Some(party) = state.membership(*membership).map(|held| held.party) {
                parted(state, party);
            }
        }
        Fact::RepresentationEnded { person, .. } => parted(state, *person),
        Fact::PersonErased { party } => {
            state.parted.remove(party);
        }
        _ => {}
    }
}

/// Whether their details are here is not looked at: a book whose erased details are gone gives the same list.
fn parted(state: &mut State, party: PartyId) {
    if state.party(party).is_some_and(|known| known.is_person()) {
        state.parted.insert(party, ());
    }
}
