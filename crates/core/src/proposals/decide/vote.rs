//! Calling the vote that replaces consensus, and casting ballots.

use jiff::Timestamp;

use super::{checks, checks::Ruling, effect, one, open::must_be_long_enough, round::consensus};
use crate::{
    decide::{Decided, Denied, Occasion},
    fact::Fact,
    finding::{Answer, Finding, Value},
    message::Argument,
    messages as say,
    proposals::{Choice, Stage, count_now, verdict},
    refusal::{Code, Refusal},
    rulebook::{Consensus, Ruled},
    values::{MembershipId, ProposalId},
};

pub(super) fn call(occasion: &Occasion<'_>, id: ProposalId, closes: Timestamp) -> Decided {
    let ruling = checks::ruling(occasion, id)?;
    let consensus = consensus(&ruling)?;
    checks::must_lead(occasion, &ruling)?;
    must_be_replaceable(&ruling, consensus)?;
    must_be_discussed(&ruling)?;
    rounds_must_be_complete(&ruling, consensus)?;
    checks::must_be_at(&ruling, &[Stage::BetweenRounds], say::CLOSE_THE_ROUND_FIRST.with([]))?;
    let tally = count_now(occasion.state, ruling.proposal);
    if let Some(tally) = tally.filter(|tally| tally.carried) {
        let because = verdict(occasion.state, ruling.proposal, &tally);
        let remedy = say::RECORD_CONSENSUS.with([]);
        return Err(Refusal::new(Code::ConsensusMustHaveFailed, consensus.cite, because, remedy).into());
    }
    effect::must_come_next(occasion, &ruling.matter, &ruling.proposal.draft.effect, closes)?;
    must_be_long_enough(occasion, &ruling, closes)?;
    one(Fact::VoteCalled { proposal: id, closes })
}

fn must_be_replaceable(ruling: &Ruling<'_>, consensus: Ruled<'_, Consensus>) -> Result<(), Denied> {
    if consensus.rule.fallback.is_some() {
        return Ok(());
    }
    let matter = Argument::Matter(ruling.matter.id.clone());
    let because = Finding::answer(say::NO_VOTE_REPLACES_CONSENSUS.with([matter]), Answer::No);
    let remedy = say::GO_ON_OR_RECORD.with([]);
    Err(Refusal::new(Code::ConsensusMustNotBeReplaced, consensus.cite, because, remedy).into())
}

/// Only what is discussed has rounds to complete: of anything else the stage is told first.
fn must_be_discussed(ruling: &Ruling<'_>) -> Result<(), Denied> {
    let remedy = match ruling.proposal.stage {
        Stage::Draft => say::OPEN_A_ROUND.with([]),
        Stage::Voting => say::CAST_A_BALLOT.with([]),
        _ => say::WRITE_A_NEW_ONE.with([]),
    };
    checks::must_be_at(ruling, &[Stage::InRound, Stage::BetweenRounds], remedy)
}

fn rounds_must_be_complete(ruling: &Ruling<'_>, consensus: Ruled<'_, Consensus>) -> Result<(), Denied> {
    let done = ruling.proposal.complete_rounds();
    let needed = consensus.rule.rounds;
    if done >= needed {
        return Ok(());
    }
    let rounds = ruling
        .proposal
        .rounds
        .iter()
        .map(|round| match &round.closed {
            Some(close) => {
                Finding::answer(say::ROUND_CLOSED.with([round.number.into(), close.at.into()]), Answer::Yes)
            }
            None => Finding::answer(
                say::ROUND_IS_OPEN.with([round.number.into(), round.opened.into()]),
                Answer::No,
            ),
        })
        .collect();
    let because = Finding::new(
        say::ROUNDS_ARE_COMPLETE.with([ruling.proposal.id.into(), done.into(), needed.into()]),
        Value::Count(u64::from(done)),
    )
    .of(rounds)
    .missing(say::MORE_ROUNDS.with([(needed - done).into()]));
    // GOV-06: the fallback's own clause says how many rounds come before it, where it has one.
    let cites = consensus
        .rule
        .fallback
        .as_ref()
        .and_then(|fallback| ruling.rulebook.decision(fallback))
        .filter(|fallback| {
            fallback.cite.clause != consensus.cite.clause && fallback.cite.quote.contains(&needed.to_string())
        })
        .map_or(consensus.cite, |fallback| fallback.cite);
    let remedy = match ruling.proposal.open_round() {
        Some(round) => say::CLOSE_ROUND_OR_RECORD.with([round.number.into()]),
        None => say::OPEN_NEXT_ROUND_OR_RECORD.with([]),
    };
    Err(Refusal::new(Code::RoundsMustBeComplete, cites, because, remedy).into())
}

pub(super) fn cast(
    occasion: &Occasion<'_>,
    id: ProposalId,
    membership: MembershipId,
    choice: Choice,
) -> Decided {
    let ruling = checks::ruling(occasion, id)?;
    voting_must_be_open(occasion, &ruling)?;
    let person = checks::must_respond_for(occasion, &ruling, membership)?;
    one(Fact::BallotCast { proposal: id, membership, person, choice })
}

fn voting_must_be_open(occasion: &Occasion<'_>, ruling: &Ruling<'_>) -> Result<(), Denied> {
    let vote = ruling.proposal.vote.as_ref().filter(|_| ruling.proposal.stage == Stage::Voting);
    let (says, remedy) = match vote {
        Some(vote) if occasion.request.at < vote.closes => return Ok(()),
        Some(vote) => (say::VOTE_CLOSED_AT.with([vote.closes.into()]), say::SEE_THE_VERDICT.with([])),
        None if ruling.proposal.stage == Stage::InRound => {
            (checks::stage_says(ruling.proposal), say::TAKE_A_STANCE.with([]))
        }
        None => (checks::stage_says(ruling.proposal), say::WAIT_FOR_A_VOTE.with([])),
    };
    let because = Finding::answer(says, Answer::No);
    let cites = ruling.window().map_or_else(|| ruling.clause(), |window| std::sync::Arc::clone(window.cite));
    Err(Refusal::new(Code::VotingMustBeOpen, &cites, because, remedy).into())
}
