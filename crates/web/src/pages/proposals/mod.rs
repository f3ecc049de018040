//! Proposals: the list, a new one, one page for each, and every step of deciding as a form.

mod amendment;
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
use maud::{Markup, html};
use rochdale_core::{
    proposals::{Proposal, Stage},
    sight::proposal_for,
    values::ProposalId,
};

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

/// Words that lead to a proposal; nothing for whoever may not see it, so that they are not told of it either.
pub(super) fn link_to(page: &Page<'_>, id: ProposalId, says: &str) -> Option<Markup> {
    proposal_for(page.state, page.viewer, id, page.today)?;
    Some(html! { a href={ (page.base) "/proposals/" (id) } { (says) } })
}

/// The same with the number of the proposal for words.
pub(super) fn numbered_link(page: &Page<'_>, id: ProposalId) -> Option<Markup> {
    link_to(page, id, &page.words.text_with("proposal-number", [("number", u32::from(id).into())]))
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
