//! Who corrects what is kept about somebody, and who may have it erased.

use jiff::civil::Date;

use super::tied::membership_on;
use crate::{
    membership::Party,
    offices::{Power, has_power},
    sight::Viewer,
    state::State,
};

/// What of somebody's details a viewer may correct.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corrects {
    /// All of them.
    Everything,
    /// Name and place; the address by which somebody signs in is theirs.
    AllButTheAddress,
}

/// What a viewer may correct of a person's details on a day; `None` where that is nothing.
pub fn corrects(state: &State, viewer: Viewer, party: &Party, day: Date) -> Option<Corrects> {
    party.details()?;
    match viewer {
        Viewer::Desk => Some(Corrects::Everything),
        Viewer::Party(person) if person == party.id => Some(Corrects::Everything),
        Viewer::Party(person) => {
            has_power(state, person, Power::KeepMembers, day).then_some(Corrects::AllButTheAddress)
        }
        Viewer::Public => None,
    }
}

/// Whether no membership of somebody's own lasts on a day.
pub fn has_left(state: &State, party: &Party, day: Date) -> bool {
    membership_on(state, party, day).is_none()
}

/// Whether a viewer may erase somebody who has left: themselves, whoever protects data by an office, and the desk.
/// What is open may still stand in the way.
pub fn erases(state: &State, viewer: Viewer, party: &Party, day: Date) -> bool {
    let may = match viewer {
        Viewer::Desk => true,
        Viewer::Party(person) => person == party.id || has_power(state, person, Power::ProtectData, day),
        Viewer::Public => false,
    };
    may && party.details().is_some() && has_left(state, party, day)
}
