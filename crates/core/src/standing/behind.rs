//! Who is behind, and who can be reminded.

use jiff::{ToSpan, civil::Date};

use super::{Duty, Reminder, answer::duties_under};
use crate::{
    membership::{Membership, PartyKind, who_acts_for},
    state::State,
    values::{MembershipId, PartyId, Slug},
};

/// A membership that is behind, with what it is behind with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behind {
    /// Which.
    pub membership: MembershipId,
    /// What is late, and then what is due without a last day; never empty.
    pub duties: Vec<Duty>,
}

/// The memberships that are behind with something on a day, as [`Duty::leaves_behind`] says, in the order of admission;
/// with a duty, those that are behind with this one.
pub fn behind(state: &State, duty: Option<&Slug>, day: Date) -> Vec<Behind> {
    let Some(rulebook) = state.rulebook_on(day) else { return Vec::new() };
    let of = |held: &Membership| {
        let mut duties = duties_under(state, &rulebook, held, day);
        duties.retain(|one| one.leaves_behind() && duty.is_none_or(|duty| one.id == *duty));
        (!duties.is_empty()).then_some(Behind { membership: held.id, duties })
    };
    state.memberships_on(day).filter_map(|held| of(held)).collect()
}

/// The people who act for a membership on a day and have an address of mail, with that.
pub fn reached<'a>(state: &'a State, held: &Membership, day: Date) -> Vec<(PartyId, &'a str)> {
    let party = state.party(held.party);
    let people = party.map(|party| who_acts_for(state, party, day)).unwrap_or_default();
    let address = |person: PartyId| match &state.party(person)?.kind {
        PartyKind::Person(details) => details.as_ref()?.email.as_deref().filter(|email| !email.is_empty()),
        PartyKind::Organization { .. } => None,
    };
    people.into_iter().filter_map(|(person, _)| Some((person, address(person)?))).collect()
}

/// Whether anybody who acts for a membership can be written to on a day.
pub fn is_reached(state: &State, held: &Membership, day: Date) -> bool {
    !reached(state, held, day).is_empty()
}

/// The last reminder of a membership, if it was reminded.
pub fn last_reminded(state: &State, membership: MembershipId) -> Option<&Reminder> {
    state.kept(membership)?.reminders.last()
}

/// The first day on which a membership can be reminded again, where that is after `day`.
pub fn next_reminder(state: &State, membership: MembershipId, day: Date) -> Option<Date> {
    let days = state.rulebook_on(day)?.standing()?.rule.reminder_days;
    let last = state.date_of(last_reminded(state, membership)?.at);
    Some(last.saturating_add(i64::from(days).days())).filter(|next| day < *next)
}
