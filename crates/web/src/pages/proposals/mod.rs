//! Proposals: the list, a new one, one page for each, and every step of deciding as a form.

mod ballots;
mod count;
mod discussion;
mod draft;
mod lead;
mod list;
mod nominate;
mod respond;
mod roll;
mod show;
mod steps;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};
use maud::Markup;
use rochdale_core::proposals::{Proposal, Stage};

use crate::{
    look::{Tone, badge},
    site::Site,
    visit::Page,
};

/// The routes of proposals: the pages, and a POST for each step.
pub fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/{org}/proposals", get(list::list))
        .route("/{org}/proposals/new", get(draft::form).post(draft::write))
        .route("/{org}/proposals/new/nominee", post(nominate::enter))
        .route("/{org}/proposals/{id}", get(show::show))
        .route("/{org}/proposals/{id}/roll", get(roll::show))
        .route("/{org}/proposals/{id}/ballots", get(ballots::show))
        .route("/{org}/proposals/{id}/{step}", post(steps::take))
}

/// Where a proposal stands, as a badge.
pub(super) fn stage_badge(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let words = page.words;
    let round = || proposal.rounds.last().map_or(0, |round| round.number);
    match proposal.stage {
        Stage::Draft => badge(Tone::Plain, words.text("stage-draft")),
        Stage::InRound => badge(Tone::Wait, &words.text_with("stage-in-round", [("round", round().into())])),
        Stage::BetweenRounds => {
            let done = proposal.complete_rounds();
            badge(Tone::Wait, &words.text_with("stage-between-rounds", [("rounds", done.into())]))
        }
        Stage::Voting => badge(Tone::Wait, words.text("stage-voting")),
        Stage::Decided if proposal.decided.is_some_and(|(_, tally)| tally.carried) => {
            badge(Tone::Yes, words.text("stage-carried"))
        }
        Stage::Decided => badge(Tone::No, words.text("stage-not-carried")),
        Stage::Withdrawn => badge(Tone::Plain, words.text("stage-withdrawn")),
    }
}
