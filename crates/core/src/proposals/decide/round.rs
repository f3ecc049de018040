//! Rounds of discussion.

use std::collections::BTreeSet;

use super::{checks, checks::Ruling, one};
use crate::{
    command::Stance,
    decide::{Decided, Denied, Occasion},
    fact::Fact,
    finding::{Answer, Finding},
    message::Argument,
    messages as say,
    proposals::{Mark, Stage},
    refusal::{Code, Malformed, Refusal},
    rulebook::{Consensus, Method, Ruled},
    values::{MembershipId, ProposalId},
};

/// The consensus rule of a proposal; a matter decided by a vote has none, and no rounds.
pub(super) fn consensus<'a>(ruling: &Ruling<'a>) -> Result<Ruled<'a, Consensus>, Denied> {
    let decision = ruling.decision()?;
    match &decision.rule.method {
        Method::Consensus(consensus) => Ok(Ruled { rule: consensus, cite: decision.cite }),
        Method::Vote(_) => {
            let matter = Argument::Matter(ruling.matter.id.clone());
            let because = Finding::answer(say::IS_DECIDED_BY_A_VOTE.with([matter]), Answer::Yes);
            let remedy = say::CAST_A_BALLOT.with([]);
            Err(Refusal::new(Code::StageMustFit, decision.cite, because, remedy).into())
        }
    }
}

pub(super) fn take_stance(
    occasion: &Occasion<'_>,
    id: ProposalId,
    membership: MembershipId,
    stance: &Stance,
) -> Decided {
    let ruling = checks::ruling(occasion, id)?;
    consensus(&ruling)?;
    checks::must_be_at(&ruling, &[Stage::InRound], say::WAIT_FOR_A_ROUND.with([]))?;
    let person = checks::must_respond_for(occasion, &ruling, membership)?;
    must_give_its_reason(&ruling, stance)?;
    one(Fact::StanceTaken { proposal: id, membership, person, stance: stance.clone() })
}

/// Refuses an objection without a reason where the bylaws ask for one.
fn must_give_its_reason(ruling: &Ruling<'_>, stance: &Stance) -> Result<(), Denied> {
    let Stance::Object { reason } = stance else { return Ok(()) };
    let rule = ruling.rulebook.objection().filter(|rule| rule.rule.needs_reason && reason.trim().is_empty());
    let Some(rule) = rule else { return Ok(()) };
    let because = Finding::answer(say::OBJECTION_HAS_NO_REASON.with([]), Answer::No);
    let remedy = say::GIVE_A_REASON.with([]);
    Err(Refusal::new(Code::ObjectionMustHaveAReason, rule.cite, because, remedy).into())
}

pub(super) fn close(
    occasion: &Occasion<'_>,
    id: ProposalId,
    marks: &BTreeSet<Mark>,
    summary: &str,
) -> Decided {
    let ruling = checks::ruling(occasion, id)?;
    let consensus = consensus(&ruling)?;
    checks::must_lead(occasion, &ruling)?;
    checks::must_be_at(&ruling, &[Stage::InRound], say::OPEN_A_ROUND.with([]))?;
    let missing: Vec<Argument> =
        consensus.rule.marks.iter().filter(|mark| !marks.contains(mark)).map(|mark| (*mark).into()).collect();
    if !missing.is_empty() {
        let because = Finding::answer(say::MARKS_ARE_MISSING.with([missing.clone().into()]), Answer::No);
        let remedy = say::COMPLETE_THE_ROUND.with([missing.into()]);
        return Err(Refusal::new(Code::RoundMustBeComplete, consensus.cite, because, remedy).into());
    }
    if summary.trim().is_empty() {
        return Err(Malformed { field: "summary", says: say::SUMMARY_IS_EMPTY.with([]) }.into());
    }
    one(Fact::RoundClosed { proposal: id, marks: marks.clone(), summary: summary.to_owned() })
}

pub(super) fn open(occasion: &Occasion<'_>, id: ProposalId) -> Decided {
    let ruling = checks::ruling(occasion, id)?;
    consensus(&ruling)?;
    checks::must_lead(occasion, &ruling)?;
    checks::must_be_at(&ruling, &[Stage::BetweenRounds], say::CLOSE_THE_ROUND_FIRST.with([]))?;
    let round = u32::try_from(ruling.proposal.rounds.len()).unwrap_or(u32::MAX - 1) + 1;
    one(Fact::RoundOpened { proposal: id, round })
}
