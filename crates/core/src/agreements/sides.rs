//! Who drafts an agreement, who signs it for which side, and who reads it.

use jiff::civil::Date;

use super::{Agreement, Side, terms::decides_on};
use crate::{
    membership::classes_of,
    offices::{Power, has_power},
    rulebook::{AgreementRule, Rulebook, Ruled},
    state::State,
    values::PartyId,
};

/// Whether a person drafts agreements of a kind on a day: they are in a class that does, or sign for the co-op.
pub fn drafts(state: &State, rule: &AgreementRule, person: PartyId, day: Date) -> bool {
    classes_of(state, person, day).any(|class| rule.drafted_by.contains(class))
        || has_power(state, person, Power::SignAgreements, day)
}

/// The kinds of agreement that a person may draft on a day.
pub fn may_draft<'a>(
    state: &State,
    rulebook: &'a Rulebook,
    person: PartyId,
    day: Date,
) -> impl Iterator<Item = Ruled<'a, AgreementRule>> {
    rulebook.agreements().filter(move |rule| drafts(state, rule.rule, person, day))
}

/// For which side a person signs an agreement on a day: as the party or for it, else for the co-op by an office.
pub fn side_of(state: &State, agreement: &Agreement, person: PartyId, day: Date) -> Option<Side> {
    let party = state.party(agreement.party)?;
    if party.is_acted_for_by(person, day) {
        return Some(Side::Party);
    }
    has_power(state, person, Power::SignAgreements, day).then_some(Side::CoOp)
}

/// Whether a person may read an agreement on a day: both sides may, whoever drafted it, as long as they draft such
/// agreements, and those who decide on it where the bylaws ask for a decision.
pub fn reads(state: &State, agreement: &Agreement, person: PartyId, day: Date) -> bool {
    side_of(state, agreement, person, day).is_some()
        || (agreement.by == Some(person) && still_drafts(state, agreement, person, day))
        || decides_on(state, agreement, person, day)
}

fn still_drafts(state: &State, agreement: &Agreement, person: PartyId, day: Date) -> bool {
    let Some(rulebook) = state.rulebook_on(day) else { return false };
    rulebook.agreement(&agreement.kind).is_some_and(|rule| drafts(state, rule.rule, person, day))
}

/// Whether an agreement waits for the signature of a person on a day.
pub fn waits_for(state: &State, agreement: &Agreement, person: PartyId, day: Date) -> bool {
    agreement.is_open()
        && !agreement.signatures.iter().any(|signature| signature.person == person)
        && side_of(state, agreement, person, day).is_some_and(|side| agreement.signature_of(side).is_none())
}

/// The agreements that a person may read on a day, the newest first.
pub fn agreements_for(state: &State, person: PartyId, day: Date) -> impl Iterator<Item = &Agreement> {
    state.agreements().rev().map(|agreement| &**agreement).filter(move |one| reads(state, one, person, day))
}
