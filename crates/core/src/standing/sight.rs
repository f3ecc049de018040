//! Who sees how a membership stands, and why a duty was waived.

use jiff::civil::Date;

use crate::{
    membership::{Membership, acts_as},
    offices::{Power, has_power, holders},
    rulebook::Rulebook,
    sight::Viewer,
    state::State,
    values::{PartyId, Slug},
};

/// Whether somebody acts for a membership on a day.
pub(super) fn is_theirs(state: &State, held: &Membership, person: PartyId, day: Date) -> bool {
    state.party(held.party).is_some_and(|party| acts_as(state, party, person, day).is_some())
}

/// Whether a viewer sees how a membership stands: whose it is or who acts for it on `today`, whoever keeps the list
/// of members or may waive a duty by an office, and the desk.
pub fn reads(state: &State, viewer: Viewer, held: &Membership, today: Date) -> bool {
    match viewer {
        Viewer::Desk => true,
        Viewer::Public => false,
        Viewer::Party(person) => {
            is_theirs(state, held, person, today)
                || has_power(state, person, Power::KeepMembers, today)
                || waives_any(state, person, today)
        }
    }
}

/// Whether a viewer reads why a duty of a membership was waived: whose it is or who acts for it, and those who may
/// waive. The desk, which runs the program, does not.
pub fn reads_reason(state: &State, viewer: Viewer, held: &Membership, today: Date) -> bool {
    viewer
        .person()
        .is_some_and(|person| is_theirs(state, held, person, today) || waives_any(state, person, today))
}

fn waives_any(state: &State, person: PartyId, day: Date) -> bool {
    state.rulebook_on(day).is_some_and(|rulebook| {
        rulebook
            .waivers()
            .any(|rule| rule.offices.iter().any(|office| holds(state, &rulebook, office, person, day)))
    })
}

fn holds(state: &State, rulebook: &Rulebook, office: &Slug, person: PartyId, day: Date) -> bool {
    rulebook
        .office(office)
        .is_some_and(|office| holders(state, office, day).any(|tenure| tenure.person == person))
}

/// Whether a person may waive a duty on a day, by an office that the bylaws name. Of whom, is not asked here: nobody
/// waives a duty of their own.
pub fn may_waive(state: &State, rulebook: &Rulebook, duty: &Slug, person: PartyId, day: Date) -> bool {
    rulebook
        .waivers()
        .filter(|rule| rule.is_for(duty))
        .any(|rule| rule.offices.iter().any(|office| holds(state, rulebook, office, person, day)))
}
