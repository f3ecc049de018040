//! Who decides, fixed at the opening, with the reason for everybody who does not.

use axum::{
    extract::{Path, Query},
    response::Html,
};
use maud::{Markup, html};
use rochdale_core::{
    proposals::{Proposal, Reason},
    values::{IdSet, MembershipId, ProposalId},
};
use serde::Deserialize;

use super::show::{head_of, seen};
use crate::{
    look::{Pages, Place, Text, passage},
    problem::Problem,
    visit::{Page, Visit},
};

/// Up to so many stand on the page of the proposal itself; more have a page of their own.
pub(super) const NAMED_MAX: usize = 12;
/// How many stand on a page of their own.
pub(super) const A_PAGE: usize = 50;

/// Which of them to show.
#[derive(Deserialize)]
pub struct Wanted {
    /// The part of the roll, counted from 0.
    #[serde(default)]
    part: usize,
    /// The page, counted from 1.
    page: Option<usize>,
}

/// Those who are on the roll, or off it for one reason.
struct Part<'a> {
    heading: String,
    reason: Option<Reason>,
    clause: Option<&'a str>,
    memberships: &'a IdSet<MembershipId>,
}

impl Part<'_> {
    fn count(&self) -> usize {
        usize::try_from(self.memberships.len()).unwrap_or(usize::MAX)
    }
}

fn parts<'a>(page: &Page<'_>, proposal: &'a Proposal) -> Vec<Part<'a>> {
    let roll = &proposal.roll;
    let called = |key: &str, memberships: &IdSet<MembershipId>| {
        page.words.text_with(key, [("count", memberships.len().into())])
    };
    let on = |key: &str, memberships: &'a IdSet<MembershipId>| Part {
        heading: called(key, memberships),
        reason: None,
        clause: None,
        memberships,
    };
    let mut parts = vec![on("roll-counted", &roll.counted)];
    parts.extend((!roll.apart.is_empty()).then(|| on("roll-apart", &roll.apart)));
    parts.extend(roll.excluded.iter().map(|left_off| Part {
        heading: called("roll-excluded", &left_off.memberships),
        reason: Some(left_off.reason),
        clause: Some(&left_off.clause),
        memberships: &left_off.memberships,
    }));
    parts
}

/// On the page of a proposal: how many decide, and how many do not and why, by name where they are few.
pub(super) fn roll(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let words = page.words;
    if proposal.opened.is_none() {
        return html! {};
    }
    let address = format!("{}/proposals/{}/roll", page.base, proposal.id);
    html! {
        (passage(&html! { p class="small soft" { (Text(words.text("roll-lead"))) } }, &html! {
            h2 { (Text(words.text("roll"))) }
            ul class="list" {
                @for (number, part) in parts(page, proposal).iter().enumerate() {
                    li {
                        (said(page, part))
                        @if part.count() <= NAMED_MAX {
                            p { (Text(words.list(part.memberships.iter().map(|id| words.membership(id)).collect()))) }
                        } @else {
                            p class="small" { a href={ (Text(&address)) "?part=" (number) } { (Text(words.text("roll-names"))) } }
                        }
                    }
                }
            }
        }))
    }
}

/// How many they are, why they do not decide, and the clause.
fn said(page: &Page<'_>, part: &Part<'_>) -> Markup {
    html! {
        div {
            strong { (part.heading) }
            @if let Some(left_off) = part.reason { " " (page.words.text(reason(left_off))) }
            @if let Some(clause) = part.clause { " " a class="clause" href={ (page.bylaws) "/" (clause_of(clause)) } { (clause) } }
        }
    }
}

/// Everybody of one part of the roll, a page at a time.
pub async fn show(
    visit: Visit,
    Path((org, id)): Path<(String, u32)>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Proposals), |page| {
        let proposal = seen(page, ProposalId(id))?;
        if proposal.opened.is_none() {
            return Err(Problem::NotFound);
        }
        let parts = parts(page, proposal);
        let part = parts.get(wanted.part).ok_or(Problem::NotFound)?;
        let body = names(page, proposal, (&parts, wanted.part, part), wanted.page);
        Ok((page.words.text("roll").to_owned(), body))
    })
}

fn names(
    page: &Page<'_>,
    proposal: &Proposal,
    (parts, shown, part): (&[Part<'_>], usize, &Part<'_>),
    asked: Option<usize>,
) -> Markup {
    let words = page.words;
    let address = format!("{}/proposals/{}/roll", page.base, proposal.id);
    let pages = Pages::of(part.count(), A_PAGE, asked);
    html! {
        (head_of(page, proposal, words.text("roll")))
        (passage(&html! { p class="small soft" { (Text(words.text("roll-lead"))) } }, &html! {
            @if parts.len() > 1 {
                nav class="tags filter" aria-label=(words.text("roll")) {
                    @for (number, part) in parts.iter().enumerate() {
                        a class="badge" href={ (address) "?part=" (number) } aria-current=[(number == shown).then_some("true")] { (part.heading) }
                    }
                }
            }
            (said(page, part))
            ul class="list" {
                @for id in pages.cut(part.memberships.iter()) {
                    li class="tight" { (words.membership(id)) }
                }
            }
            (pages.links(words, &address, &[("part", &shown.to_string())]))
        }))
    }
}

/// The sentence for a reason to be left off.
pub(super) fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::NoVote => "left-off-no-vote",
        Reason::Suspended => "left-off-suspended",
        Reason::Concerned => "left-off-concerned",
        Reason::NotYetKnown => "left-off-not-yet-known",
    }
}

/// The clause without its paragraph: `MEM-07(1)` stands on the page of `MEM-07`.
pub(super) fn clause_of(citation: &str) -> &str {
    citation.split('(').next().unwrap_or(citation)
}
