//! What time alone brings about.

use jiff::{Timestamp, civil::Date};

use crate::{
    command::Command,
    proposals::Stage,
    state::State,
    values::{MembershipId, ProposalId},
};

/// The open votes with the time of their closing, in the order of their numbers.
fn closings(state: &State) -> impl Iterator<Item = (ProposalId, Timestamp)> {
    let voting = state.open_proposals().filter(|proposal| proposal.stage == Stage::Voting);
    voting.filter_map(|proposal| Some((proposal.id, proposal.vote.as_ref()?.closes)))
}

/// The memberships that end by a notice, with the instant at which their last day is over.
fn endings(state: &State) -> impl Iterator<Item = (MembershipId, Timestamp)> {
    let zone = state.time_zone();
    let over = move |on: Date| on.tomorrow().ok()?.to_zoned(zone.clone()).ok().map(|zoned| zoned.timestamp());
    state.leaving.iter().filter_map(move |(id, on)| Some((*id, over(*on)?)))
}

/// The commands that the clock submits at `now`, like anybody else: votes whose closing time has come
/// are closed and counted, and memberships whose last day by a notice is over are ended, each in the order
/// of their numbers.
pub fn due(state: &State, now: Timestamp) -> Vec<Command> {
    let closed = closings(state).filter(|(_, closes)| *closes <= now);
    let ended = endings(state).filter(|(_, over)| *over <= now);
    let closed = closed.map(|(proposal, _)| Command::CloseVote { proposal });
    closed.chain(ended.map(|(membership, _)| Command::EndOnNotice { membership })).collect()
}

/// When the clock next has something to submit; `None` where time alone brings nothing about.
pub fn next_due(state: &State) -> Option<Timestamp> {
    closings(state).map(|(_, at)| at).chain(endings(state).map(|(_, at)| at)).min()
}
