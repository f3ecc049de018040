//! The terms of somebody who is in a class already: where the bylaws ask for a decision on them, the co-op signs
//! another agreement only once that text was decided on.

use std::sync::Arc;

use jiff::civil::Date;

use super::Agreement;
use crate::{
    command::Effect,
    decide::{Denied, Occasion},
    finding::{Answer, Finding},
    membership::{Right, has_right},
    message::Argument,
    messages as say,
    proposals::Proposal,
    refusal::{Code, Refusal},
    rulebook::{AgreementRule, EffectKind, Matter, Rulebook, Ruled},
    state::State,
    values::PartyId,
};

/// The kind of matter by which an agreement with a party is decided before the co-op signs it: so where the party is
/// in its class already, and the bylaws have the terms of that class decided. `None` where nothing is decided.
pub fn terms_decided_by<'a>(
    state: &State,
    rulebook: &'a Rulebook,
    rule: &AgreementRule,
    party: PartyId,
    day: Date,
) -> Option<Ruled<'a, Matter>> {
    let held = state.party(party)?.memberships.iter().filter_map(|id| state.membership(*id));
    let is_in_class = held
        .filter(|held| held.is_current_on(day))
        .any(|held| held.class_on(day).is_some_and(|(_, class)| *class == rule.class));
    let decides = |matter: &Ruled<'_, Matter>| matches!(&matter.rule.effect, EffectKind::ChangeTerms { class } if *class == rule.class);
    rulebook.matters().find(decides).filter(|_| is_in_class)
}

/// The open proposal on an agreement, if there is one.
pub fn decided_in<'a>(state: &'a State, agreement: &Agreement) -> Option<&'a Arc<Proposal>> {
    let effect = Effect::ChangeTerms { agreement: agreement.id };
    state.open_proposals().find(|proposal| proposal.draft.effect == effect)
}

/// Whether a person is among those who decide on an agreement, or decided on it.
pub(super) fn decides_on(state: &State, agreement: &Agreement, person: PartyId, day: Date) -> bool {
    let decided = agreement.decided.and_then(|proposal| state.proposal(proposal));
    let Some(proposal) = decided_in(state, agreement).or(decided) else { return false };
    let group = state
        .rulebook_on(day)
        .and_then(|rulebook| crate::proposals::group_of(state, &rulebook, &proposal.draft.matter));
    group.is_some_and(|group| has_right(state, person, Right::Vote, Some(&group), day))
}

/// Refuses for the co-op what the bylaws have decided first and was not.
pub(super) fn must_be_decided(
    occasion: &Occasion<'_>,
    rule: Ruled<'_, AgreementRule>,
    party: PartyId,
    agreement: Option<&Agreement>,
) -> Result<(), Denied> {
    if agreement.is_some_and(|agreement| agreement.decided.is_some()) {
        return Ok(());
    }
    let matter = terms_decided_by(occasion.state, occasion.rulebook, rule.rule, party, occasion.today);
    let Some(matter) = matter else { return Ok(()) };
    let named = Argument::Named(rule.rule.id.clone());
    let because = Finding::answer(say::TERMS_ARE_NOT_DECIDED.with([party.into(), named]), Answer::No);
    let remedy = say::DECIDE_ON_A_DRAFT.with([Argument::Matter(matter.rule.id.clone())]);
    Err(Refusal::new(Code::TermsMustBeDecided, matter.cite, because, remedy).into())
}

/// Refuses to rewrite what is being decided on.
pub(super) fn must_not_be_on_the_table(
    occasion: &Occasion<'_>,
    agreement: &Agreement,
    rule: Ruled<'_, AgreementRule>,
) -> Result<(), Denied> {
    let Some(proposal) = decided_in(occasion.state, agreement) else { return Ok(()) };
    let because = Finding::answer(say::TERMS_ARE_BEING_DECIDED.with([proposal.id.into()]), Answer::Yes);
    let remedy = say::WAIT_FOR_THE_DECISION.with([]);
    Err(Refusal::new(Code::AgreementMustBeOpen, rule.cite, because, remedy).into())
}
