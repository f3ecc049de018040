//! What is open, what was decided, and the reader's own drafts.

use axum::{
    extract::{Path, Query},
    response::Html,
};
use maud::{Markup, html};
use rochdale_core::{
    membership::Right,
    proposals::{Proposal, Stage},
    sight::{Viewer, proposals_for},
};
use serde::Deserialize;

use super::stage_badge;
use crate::{
    look::{Pages, Place, empty, passage, title},
    problem::Problem,
    visit::{Page, Visit},
};

/// How many decided proposals stand on a page.
const DECIDED_A_PAGE: usize = 20;

/// Which of the decided ones to show.
#[derive(Deserialize)]
pub struct Wanted {
    /// The page, counted from 1.
    page: Option<usize>,
}

pub async fn list(
    visit: Visit,
    Path(org): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Proposals), |page| {
        page.must_see(Right::Observe)?;
        Ok((page.words.text("nav-proposals").to_owned(), draw(page, wanted.page)))
    })
}

fn draw(page: &Page<'_>, asked: Option<usize>) -> Markup {
    let words = page.words;
    let all: Vec<&Proposal> =
        proposals_for(page.state, page.viewer, page.today).rev().map(|proposal| &**proposal).collect();
    let of = |stage: fn(&Proposal) -> bool| all.iter().copied().filter(|one| stage(one)).collect::<Vec<_>>();
    let open = of(Proposal::is_open);
    let drafts = of(|one| one.stage == Stage::Draft);
    let mut over = of(|one| matches!(one.stage, Stage::Decided | Stage::Withdrawn));
    // The last decided comes first; the number breaks ties, so that the order never changes by itself.
    over.sort_by_key(|one| std::cmp::Reverse((one.decided.map(|(at, _)| at), one.id)));
    let pages = Pages::of(over.len(), DECIDED_A_PAGE, asked);
    let shown: Vec<_> = pages.cut(over).collect();
    let is_member = matches!(page.viewer, Viewer::Party(_));
    let below = html! {
        @if is_member { div class="tags" { a class="button" href={ (page.base) "/proposals/new" } { (words.text("proposal-new")) } } }
    };
    html! {
        (title(&html! { (page.name(&page.rulebook.front.name)) }, words.text("nav-proposals"), is_member.then_some(&below)))
        (passage(&html! {}, &html! {
            h2 { (words.text("proposals-open")) }
            @if open.is_empty() { (empty(words.text("proposals-none-open"))) } @else { (lines(page, &open)) }
        }))
        (super::super::declarations::to_put(page))
        @if !drafts.is_empty() {
            (passage(&html! {}, &html! { h2 { (words.text("proposals-drafts")) } (lines(page, &drafts)) }))
        }
        (passage(&html! {}, &html! {
            h2 { (words.text("proposals-over")) }
            @if shown.is_empty() { (empty(words.text("nothing-here"))) } @else { (lines(page, &shown)) }
            (pages.links(words, &format!("{}/proposals", page.base), &[]))
        }))
    }
}

fn lines(page: &Page<'_>, proposals: &[&Proposal]) -> Markup {
    html! { ul class="list" { @for one in proposals { (line(page, one)) } } }
}

fn line(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let words = page.words;
    html! {
        li {
            div class="row" {
                h3 { a href={ (page.base) "/proposals/" (proposal.id) } { (proposal.draft.title) } }
                (stage_badge(page, proposal))
            }
            p class="small soft" {
                (words.matter(&proposal.draft.matter)) " · " (words.party(proposal.author))
                @if let Some(number) = proposal.resolution { " · " (words.text_with("resolution-number", [("number", number.into())])) }
                @if let Some((at, _)) = proposal.decided { " · " (words.short_date(words.day_of(at))) }
                @else if let Some(vote) = &proposal.vote { " · " (words.text_with("closes", [("at", vote.closes.into())])) }
                @else if let Some(opened) = proposal.opened { " · " (words.text_with("opened", [("at", opened.into())])) }
            }
        }
    }
}
