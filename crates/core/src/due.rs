//! What time alone brings about.

use jiff::Timestamp;

use crate::{command::Command, proposals::Stage, state::State, values::ProposalId};

/// The open votes with the time of their closing, in the order of their numbers.
fn closings(state: &State) -> impl Iterator<Item = (ProposalId, Timestamp)> {
    let voting = state.open_proposals().filter(|proposal| proposal.stage == Stage::Voting);
    voting.filter_map(|proposal| Some((proposal.id, proposal.vote.as_ref()?.closes)))
}

/// The commands that the clock submits at `now`, like anybody else: votes whose closing time has come
/// are closed and counted, in the order of their numbers.
pub fn due(state: &State, now: Timestamp) -> Vec<Command> {
    let come = closings(state).filter(|(_, closes)| *closes <= now);
    come.map(|(proposal, _)| Command::CloseVote { proposal }).collect()
}

/// When the clock next has something to submit; `None` where time alone brings nothing about.
pub fn next_due(state: &State) -> Option<Timestamp> {
    closings(state).map(|(_, closes)| closes).min()
}
