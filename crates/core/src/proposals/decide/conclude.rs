//! Deciding: recording what the rounds found, and closing a vote.

use std::sync::Arc;

use super::{checks, checks::Ruling, one, round::consensus};
use crate::{
    decide::{Decided, Occasion},
    fact::Fact,
    finding::{Finding, Value},
    messages as say,
    proposals::{Stage, Tally, count_now, verdict},
    refusal::{Code, Malformed, Refusal},
    values::{ProposalId, ResolutionNumber},
};

pub(super) fn conclude(occasion: &Occasion<'_>, id: ProposalId) -> Decided {
    let ruling = checks::ruling(occasion, id)?;
    let consensus = consensus(&ruling)?;
    checks::must_lead(occasion, &ruling)?;
    checks::must_be_at(&ruling, &[Stage::BetweenRounds], say::CLOSE_THE_ROUND_FIRST.with([]))?;
    let tally = counted(occasion, &ruling)?;
    if !tally.carried && consensus.rule.fallback.is_some() {
        let because = verdict(occasion.state, ruling.proposal, &tally);
        let remedy = if ruling.proposal.complete_rounds() >= consensus.rule.rounds {
            say::CALL_A_VOTE.with([])
        } else {
            say::OPEN_THE_NEXT_ROUND.with([])
        };
        return Err(Refusal::new(Code::ConsensusMustHold, consensus.cite, because, remedy).into());
    }
    one(decided(occasion, id, tally))
}

pub(super) fn close_vote(occasion: &Occasion<'_>, id: ProposalId) -> Decided {
    let ruling = checks::ruling(occasion, id)?;
    checks::must_be_at(&ruling, &[Stage::Voting], say::WAIT_FOR_A_VOTE.with([]))?;
    let tally = counted(occasion, &ruling)?;
    let closes = ruling.proposal.vote.as_ref().map_or(occasion.request.at, |vote| vote.closes);
    if occasion.request.at < closes {
        let because = Finding::new(say::VOTE_CLOSES_AT.with([closes.into()]), Value::Instant(closes));
        let cites = ruling.window().map_or_else(|| ruling.clause(), |window| Arc::clone(window.cite));
        let remedy = say::WAIT_UNTIL.with([closes.into()]);
        return Err(Refusal::new(Code::ClosingTimeMustHaveCome, &cites, because, remedy).into());
    }
    one(decided(occasion, id, tally))
}

fn counted(occasion: &Occasion<'_>, ruling: &Ruling<'_>) -> Result<Tally, Malformed> {
    count_now(occasion.state, ruling.proposal).ok_or_else(|| Malformed {
        field: "proposal",
        says: say::NO_SUCH_DECISION_RULE.with([ruling.matter.decision.as_str().into()]),
    })
}

fn decided(occasion: &Occasion<'_>, proposal: ProposalId, tally: Tally) -> Fact {
    let resolution = tally.carried.then(|| ResolutionNumber::after(occasion.state.resolutions.len()));
    Fact::ProposalDecided { proposal, tally, resolution }
}
