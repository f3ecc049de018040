//! Opening: the roll is fixed, and the first round or the vote begins.

use std::sync::Arc;

use jiff::{RoundMode, Timestamp, TimestampRound, Unit};

use super::{
    checks::{self, Ruling},
    effect,
};
use crate::{
    command::Effect,
    decide::{Decided, Denied, Occasion, must_be_settled},
    declarations::rule_of,
    fact::{Carries, Fact},
    finding::{Answer, Finding, Value},
    message::Argument,
    messages as say,
    proposals::{Proposal, Stage, earliest_close, freeze},
    refusal::{Code, Malformed, Refusal},
    rulebook::{Citation, Method},
    state::State,
    values::{MembershipId, ProposalId},
};

pub(super) fn open(occasion: &Occasion<'_>, id: ProposalId, closes: Option<Timestamp>) -> Decided {
    let ruling = checks::ruling(occasion, id)?;
    let decision = ruling.decision()?;
    checks::must_propose(occasion, &ruling.matter)?;
    checks::must_be_the_author(occasion, &ruling)?;
    checks::must_be_at(&ruling, &[Stage::Draft], say::WRITE_A_NEW_ONE.with([]))?;
    must_carry(occasion, &ruling, carried(ruling.proposal))?;
    effect::must_fit(occasion, &ruling.matter, &ruling.proposal.draft.effect, closes)?;
    let (closes, first_round) = match &decision.rule.method {
        Method::Vote(_) => {
            let Some(closes) = closes else {
                let because = Finding::answer(say::VOTE_HAS_A_CLOSE.with([]), Answer::Yes);
                let cites = ruling.window().map_or(decision.cite, |window| window.cite);
                let remedy = say::NAME_THE_CLOSE.with([]);
                return Err(Refusal::new(Code::CloseMustBeNamed, cites, because, remedy).into());
            };
            must_be_long_enough(occasion, &ruling, closes)?;
            (Some(closes), None)
        }
        Method::Consensus(_) => {
            if closes.is_some() {
                return Err(Malformed { field: "closes", says: say::ROUNDS_HAVE_NO_CLOSE.with([]) }.into());
            }
            (None, Some(Fact::RoundOpened { proposal: id, round: 1 }))
        }
    };
    let stands_back = concerned(occasion.state, &ruling);
    let opened = Fact::ProposalOpened {
        proposal: id,
        edition: ruling.rulebook.front.edition,
        roll: freeze(
            occasion.state,
            ruling.rulebook,
            &ruling.matter.group,
            stands_back.as_ref().map(|(membership, cite)| (*membership, &**cite)),
            occasion.today,
        ),
        closes,
    };
    Ok([Some(opened), first_round].into_iter().flatten().map(Into::into).collect())
}

/// The membership that the proposal is about and that does not decide on it, with the clause that says so:
/// the one that it would end or suspend, or whose declaration it decides on.
pub(super) fn concerned(state: &State, ruling: &Ruling<'_>) -> Option<(MembershipId, Arc<Citation>)> {
    match ruling.proposal.draft.effect {
        Effect::EndMembership { membership } | Effect::Suspend { membership, .. } => {
            let rule = ruling.rulebook.concerned().filter(|rule| !rule.rule.decides)?;
            Some((membership, Arc::clone(rule.cite)))
        }
        Effect::DecideDeclaration { declaration } => {
            let known = state.declaration(declaration)?;
            let rule = rule_of(state, known).filter(|rule| rule.rule.recused)?;
            Some((known.membership, Arc::clone(rule.cite)))
        }
        _ => None,
    }
}

/// Who sees to a proposal and by when, as it says now.
pub(super) fn carried(proposal: &Proposal) -> Carries {
    Carries { owner: proposal.draft.owner, deadline: proposal.draft.deadline }
}

/// Refuses where the resolution would lack what the bylaws want on record with it.
pub(super) fn must_carry(
    occasion: &Occasion<'_>,
    ruling: &Ruling<'_>,
    carries: Carries,
) -> Result<(), Denied> {
    let Some(rule) = ruling.rulebook.resolution(&ruling.matter.group) else { return Ok(()) };
    let group = Argument::Group(ruling.matter.group.clone());
    if rule.rule.owner && carries.owner.is_none() {
        let because = Finding::answer(say::RESOLUTION_HAS_AN_OWNER.with([group]), Answer::Yes);
        let remedy = say::NAME_AN_OWNER.with([]);
        return Err(Refusal::new(Code::OwnerMustBeNamed, rule.cite, because, remedy).into());
    }
    let deadline = carries.deadline.filter(|deadline| *deadline > occasion.today);
    if rule.rule.deadline && deadline.is_none() {
        let because = Finding::answer(say::RESOLUTION_HAS_A_DEADLINE.with([group]), Answer::Yes);
        let remedy = say::SET_A_DEADLINE_AFTER.with([occasion.today.into()]);
        return Err(Refusal::new(Code::DeadlineMustBeSet, rule.cite, because, remedy).into());
    }
    Ok(())
}

/// Refuses a close that leaves members less time than the bylaws give them.
pub(super) fn must_be_long_enough(
    occasion: &Occasion<'_>,
    ruling: &Ruling<'_>,
    closes: Timestamp,
) -> Result<(), Denied> {
    let now = occasion.request.at;
    let Some(window) = ruling.window() else {
        must_be_settled(ruling.rulebook, &format!("window:{}", ruling.matter.group))?;
        return must_be_after(now, closes);
    };
    must_be_after(now, closes)?;
    let earliest = earliest_close(now, window.rule.days_min, &ruling.rulebook.front.time_zone);
    if closes >= earliest {
        return Ok(());
    }
    let because = Finding::new(
        say::WINDOW_IS_TOO_SHORT.with([now.into(), closes.into(), window.rule.days_min.into()]),
        Value::Count(u64::from(window.rule.days_min)),
    );
    // People are told minutes.
    let minute = TimestampRound::new().smallest(Unit::Minute).mode(RoundMode::Ceil);
    let remedy = say::CLOSE_NOT_BEFORE.with([earliest.round(minute).unwrap_or(earliest).into()]);
    Err(Refusal::new(Code::WindowMustBeLongEnough, window.cite, because, remedy).into())
}

fn must_be_after(now: Timestamp, closes: Timestamp) -> Result<(), Denied> {
    if closes > now {
        return Ok(());
    }
    Err(Malformed { field: "closes", says: say::CLOSE_IS_PAST.with([closes.into()]) }.into())
}
