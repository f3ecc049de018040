//! The last days of agreements: whether a membership has one in force, and who is reminded of its end.

use std::sync::Arc;

use jiff::{ToSpan, civil::Date};

use super::{Agreement, Side, side_of};
use crate::{
    finding::{Answer, Finding},
    membership::Membership,
    message::Argument,
    messages as say,
    offices::{Power, has_power},
    rulebook::{AgreementRule, Citation, Rulebook, Ruled},
    standing::{DutyStatus, Found},
    state::State,
    values::{AgreementId, PartyId, Slug},
};

/// An agreement that ends soon, or has ended with the membership that needs it going on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// Which.
    pub agreement: AgreementId,
    /// Its last day.
    pub until: Date,
    /// The words that say how long before it both sides are reminded.
    pub cites: Arc<Citation>,
}

/// The agreement of a kind with a party that is in force on a day; of several the one that lasts longest.
fn in_force<'a>(state: &'a State, kind: &Slug, party: PartyId, day: Date) -> Option<&'a Agreement> {
    let all = state.agreements_with(party).filter(|one| one.kind == *kind && one.is_in_force_on(day));
    all.max_by_key(|one| (one.until.unwrap_or(Date::MAX), one.id)).map(|one| &**one)
}

/// The last agreement of a kind with a party that was in force before a day.
fn ended<'a>(state: &'a State, kind: &Slug, party: PartyId, day: Date) -> Option<&'a Agreement> {
    let all = state.agreements_with(party).filter(|one| one.kind == *kind && one.in_force_from.is_some());
    all.filter(|one| one.until.is_some_and(|until| until < day)).max_by_key(|one| one.until).map(|one| &**one)
}

/// Whether a day is among the last before `until` on which both sides are reminded.
fn is_soon(rulebook: &Rulebook, rule: &AgreementRule, until: Date, day: Date) -> bool {
    let days = rulebook.reminder_of(rule).map_or(0, |(days, _)| days);
    until.saturating_sub(i64::from(days).days()) <= day
}

/// What the bylaws ask of a membership in writing: the agreement that its class needs.
pub(crate) fn duties(state: &State, rulebook: &Rulebook, held: &Membership, day: Date) -> Vec<Found> {
    let class = held.class_on(day).map(|(_, class)| class);
    let Some(rule) = class.and_then(|class| rulebook.agreement_for(class)) else { return Vec::new() };
    vec![found(state, rulebook, rule, held.party, day)]
}

fn found(
    state: &State,
    rulebook: &Rulebook,
    rule: Ruled<'_, AgreementRule>,
    party: PartyId,
    day: Date,
) -> Found {
    let named = Argument::Named(rule.rule.id.clone());
    let (status, on, says) = match in_force(state, &rule.rule.id, party, day) {
        Some(Agreement { until: Some(until), .. }) if is_soon(rulebook, rule.rule, *until, day) => {
            (DutyStatus::Coming, Some(*until), say::AGREEMENT_ENDS.with([named, (*until).into()]))
        }
        Some(Agreement { until: Some(until), .. }) => {
            (DutyStatus::Met, Some(*until), say::AGREEMENT_HOLDS_UNTIL.with([named, (*until).into()]))
        }
        Some(agreement) => (
            DutyStatus::Met,
            agreement.in_force_from,
            say::AGREEMENT_HOLDS_SINCE.with([named, agreement.in_force_from.unwrap_or(day).into()]),
        ),
        None => match ended(state, &rule.rule.id, party, day).and_then(|ended| ended.until) {
            Some(until) => (DutyStatus::Late, Some(until), say::AGREEMENT_ENDED.with([named, until.into()])),
            None => (DutyStatus::Late, None, say::NO_AGREEMENT.with([party.into(), named])),
        },
    };
    let answer = if status == DutyStatus::Late { Answer::No } else { Answer::Yes };
    Found { status, day: on, finding: Finding::answer(says, answer).citing(rule.cite) }
}

/// The agreements that a person signs for the co-op and that end soon, or have ended, of parties whose class needs
/// them; the first to end first.
pub fn endings_for(state: &State, person: PartyId, day: Date) -> Vec<Ending> {
    let Some(rulebook) =
        state.rulebook_on(day).filter(|_| has_power(state, person, Power::SignAgreements, day))
    else {
        return Vec::new();
    };
    let needs = |held: &Arc<Membership>| {
        let class = held.class_on(day)?.1;
        Some((rulebook.agreement_for(class)?, held.party))
    };
    let ending = |(rule, party): (Ruled<'_, AgreementRule>, PartyId)| {
        let (_, cites) = rulebook.reminder_of(rule.rule)?;
        let kind = &rule.rule.id;
        let last = in_force(state, kind, party, day).or_else(|| ended(state, kind, party, day))?;
        let until = last.until.filter(|until| is_soon(&rulebook, rule.rule, *until, day))?;
        let is_theirs = side_of(state, last, person, day) == Some(Side::CoOp);
        is_theirs.then(|| Ending { agreement: last.id, until, cites: Arc::clone(cites) })
    };
    let mut endings: Vec<Ending> = state.memberships_on(day).filter_map(needs).filter_map(ending).collect();
    endings.sort_by_key(|ending| (ending.until, ending.agreement));
    endings
}
