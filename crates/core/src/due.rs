//! What time alone brings about.

use jiff::Timestamp;

use crate::{command::Command, proposals::Stage, state::State};

/// The commands that the clock submits at `now`, like anybody else: votes whose closing time has come
/// are closed and counted, in the order of their numbers.
pub fn due(state: &State, now: Timestamp) -> Vec<Command> {
    state
        .open_proposals()
        .filter(|proposal| proposal.stage == Stage::Voting)
        .filter(|proposal| proposal.vote.as_ref().is_some_and(|vote| vote.closes <= now))
        .map(|proposal| Command::CloseVote { proposal: proposal.id })
        .collect()
}
