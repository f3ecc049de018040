//! How each voted, once a vote is over and where the rule of the decision lets it be seen.

use axum::{
    extract::{Path, Query},
    response::Html,
};
use maud::{Markup, html};
use rochdale_core::{
    proposals::{BallotCast, Choice, Proposal, Stage, Voting},
    values::{MembershipId, ProposalId},
};
use serde::Deserialize;

use super::{
    count::shows_names,
    roll::{A_PAGE, NAMED_MAX},
    show::{head_of, seen},
};
use crate::{
    look::{Pages, Place, Tone, badge, passage},
    problem::Problem,
    visit::{Page, Visit},
};

/// Which of them to show.
#[derive(Deserialize)]
pub struct Wanted {
    /// The page, counted from 1.
    page: Option<usize>,
}

/// The vote of a proposal, once it is over, where somebody cast a ballot and how each voted may be seen.
fn seen_vote<'a>(page: &Page<'_>, proposal: &'a Proposal) -> Option<&'a Voting> {
    let is_shown = proposal.stage == Stage::Decided && shows_names(page, proposal);
    proposal.vote.as_ref().filter(|vote| is_shown && !vote.ballots.is_empty())
}

/// On the page of a proposal: how each voted, or where it stands if they are many.
pub(super) fn of_proposal(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let words = page.words;
    let Some(vote) = seen_vote(page, proposal) else { return html! {} };
    let count = vote.ballots.len();
    passage(
        &html! {},
        &html! {
            h2 { (words.text("ballots")) }
            @if count <= NAMED_MAX {
                ul class="list" { @for (id, cast) in &vote.ballots { (line(page, proposal, *id, cast)) } }
            } @else {
                p { a href={ (page.base) "/proposals/" (proposal.id) "/ballots" } { (words.text_with("ballots-all", [("count", (count as u64).into())])) } }
            }
        },
    )
}

fn line(page: &Page<'_>, proposal: &Proposal, id: MembershipId, cast: &BallotCast) -> Markup {
    let words = page.words;
    let tone = match cast.choice {
        Choice::For => Tone::Yes,
        Choice::Against => Tone::No,
        Choice::Abstain => Tone::Plain,
    };
    html! {
        li class="row" {
            span { (words.membership(id)) @if proposal.roll.apart.contains(id) { span class="soft small" { " · " (words.text("apart")) } } }
            (badge(tone, words.choice(cast.choice)))
        }
    }
}

/// How each voted, a page at a time.
pub async fn show(
    visit: Visit,
    Path((org, id)): Path<(String, u32)>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Proposals), |page| {
        let words = page.words;
        let proposal = seen(page, ProposalId(id))?;
        let vote = seen_vote(page, proposal).ok_or(Problem::NotFound)?;
        let pages = Pages::of(vote.ballots.len(), A_PAGE, wanted.page);
        let address = format!("{}/proposals/{id}/ballots", page.base);
        let body = html! {
            (head_of(page, proposal, words.text("ballots")))
            (passage(&html! {}, &html! {
                ul class="list" {
                    @for (id, cast) in pages.cut(&vote.ballots) { (line(page, proposal, *id, cast)) }
                }
                (pages.links(words, &address, &[]))
            }))
        };
        Ok((words.text("ballots").to_owned(), body))
    })
}
