//! What time alone brings about.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date};

use crate::{
    command::Command,
    kept,
    proposals::Stage,
    rulebook::{Retained, Rulebook},
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

/// What has a time to be kept, with the first day on which it is kept no longer: by the edition in force at the last
/// fact, and by those that take force later, each for its own days.
fn forgettings(state: &State) -> Vec<Date> {
    let began = state.last.or(state.founded).map_or(Date::MIN, |at| state.date_of(at));
    let editions: Vec<(Date, &Arc<Rulebook>)> = state.editions().collect();
    let mut found = Vec::new();
    for (place, (from, rulebook)) in editions.iter().enumerate() {
        let next = editions.get(place + 1).map_or(Date::MAX, |(next, _)| *next);
        // The founding edition also holds for the days before it.
        let from = if place == 0 { Date::MIN } else { *from };
        if next <= began {
            continue;
        }
        for what in Retained::ALL {
            let days = kept::ends(state, rulebook, *what).into_iter().map(|one| one.day.max(from));
            found.extend(days.filter(|day| *day < next));
        }
    }
    found
}

/// The commands that the clock submits at `now`, like anybody else: votes whose closing time has come
/// are closed and counted, and memberships whose last day by a notice is over are ended, each in the order
/// of their numbers; then what the bylaws keep no longer is erased.
pub fn due(state: &State, now: Timestamp) -> Vec<Command> {
    let closed = closings(state).filter(|(_, closes)| *closes <= now);
    let ended = endings(state).filter(|(_, over)| *over <= now);
    let closed = closed.map(|(proposal, _)| Command::CloseVote { proposal });
    let ended = ended.map(|(membership, _)| Command::EndOnNotice { membership });
    let (rulebook, today) = (state.rulebook_at(now), state.date_of(now));
    let over = Retained::ALL.iter().filter(|what| {
        let ends = rulebook.iter().flat_map(|rulebook| kept::ends(state, rulebook, **what));
        ends.into_iter().any(|one| one.day <= today)
    });
    closed.chain(ended).chain(over.map(|what| Command::EraseKept { what: *what })).collect()
}

/// When the clock next has something to submit; `None` where time alone brings nothing about.
pub fn next_due(state: &State) -> Option<Timestamp> {
    let zone = state.time_zone();
    let forgettings = forgettings(state);
    let forgettings =
        forgettings.into_iter().filter_map(|day| Some(day.to_zoned(zone.clone()).ok()?.timestamp()));
    closings(state).map(|(_, at)| at).chain(endings(state).map(|(_, at)| at)).chain(forgettings).min()
}
