//! Offices: who may do what for the co-op, from when to when, and under which clause.

mod apply;
pub(crate) mod decide;
mod power;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

pub(crate) use apply::apply;
pub use power::Power;

use crate::{
    command::By,
    membership::classes_of,
    rulebook::{Office, Rulebook, Ruled},
    state::State,
    values::{PartyId, Slug},
};

/// Somebody holding an office, from a first to a last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tenure {
    /// The office, as the rulebook calls it.
    pub office: Slug,
    /// Who.
    pub person: PartyId,
    /// The first day.
    pub from: Date,
    /// The last day, once it is known.
    pub until: Option<Date>,
    /// Who gave it.
    pub given_by: By,
}

/// Somebody who was vouched for by one office-holder, and waits for another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vouched {
    /// Who vouched.
    pub by: PartyId,
    /// When.
    pub at: Timestamp,
}

impl Tenure {
    /// Whether its days include a day.
    pub fn is_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it shares a day with the days from `from` to `until`.
    fn overlaps(&self, from: Date, until: Option<Date>) -> bool {
        until.is_none_or(|until| self.from <= until) && self.until.is_none_or(|last| from <= last)
    }
}

/// Whether a person may hold an office on a day: it is for everybody, or they are in a class that it is
/// for.
pub(crate) fn fits(state: &State, office: &Office, person: PartyId, day: Date) -> bool {
    let is_person = state.party(person).is_some_and(|party| party.is_person());
    is_person
        && (office.classes.is_empty()
            || classes_of(state, person, day).any(|class| office.classes.contains(class)))
}

/// Whether the powers of a person's offices rest on a day, because they are suspended.
fn rests(state: &State, person: PartyId, day: Date) -> bool {
    let held = state.party(person).into_iter().flat_map(|party| &party.memberships);
    let is_suspended =
        held.filter_map(|id| state.membership(*id)).any(|held| held.suspended_on(day).is_some());
    let rule = |rulebook: &Rulebook| rulebook.suspension().is_some_and(|rule| rule.rule.offices_rest);
    is_suspended && state.rulebook_on(day).is_some_and(|rulebook| rule(&rulebook))
}

/// Who holds an office on a day, in the order of giving. Whoever has left the classes that it is for holds
/// it no longer, and a suspension may let it rest.
pub fn holders<'a>(
    state: &'a State,
    office: Ruled<'a, Office>,
    day: Date,
) -> impl Iterator<Item = &'a Tenure> {
    state
        .tenures()
        .filter(move |tenure| tenure.office == office.rule.id && tenure.is_on(day))
        .filter(move |tenure| fits(state, office.rule, tenure.person, day))
        .filter(move |tenure| !rests(state, tenure.person, day))
}

/// The office through which a person has a power on a day, and since when; `None` where they have it
/// through none.
pub fn held_with_power<'a>(
    state: &'a State,
    rulebook: &'a Rulebook,
    person: PartyId,
    power: Power,
    day: Date,
) -> Option<(Ruled<'a, Office>, &'a Tenure)> {
    rulebook.offices().filter(|office| office.rule.powers.contains(&power)).find_map(|office| {
        let tenure = holders(state, office, day).find(|tenure| tenure.person == person)?;
        Some((office, tenure))
    })
}

/// Whether a person has a power on a day, by the edition in force then.
pub fn has_power(state: &State, person: PartyId, power: Power, day: Date) -> bool {
    state
        .rulebook_on(day)
        .is_some_and(|rulebook| held_with_power(state, &rulebook, person, power, day).is_some())
}
