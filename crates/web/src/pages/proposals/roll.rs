//! Who decides, fixed at the opening, with the reason for everybody who does not.

use maud::{Markup, html};
use rochdale_core::{
    proposals::{Proposal, Reason},
    values::MembershipId,
};

use crate::{look::passage, visit::Page};

pub(super) fn roll(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let words = page.words;
    if proposal.opened.is_none() {
        return html! {};
    }
    let roll = &proposal.roll;
    html! {
        (passage(&html! { p class="small soft" { (words.text("roll-lead")) } }, &html! {
            h2 { (words.text("roll")) }
            (part(page, &words.text_with("roll-counted", [("count", roll.counted.len().into())]), roll.counted.iter(), None))
            @if !roll.apart.is_empty() {
                (part(page, &words.text_with("roll-apart", [("count", roll.apart.len().into())]), roll.apart.iter(), None))
            }
            @for left_off in &roll.excluded {
                @let count = ("count", left_off.memberships.len().into());
                @let heading = format!("{} {} {}", words.text_with("roll-excluded", [count]), words.text(reason(left_off.reason)), left_off.clause);
                (part(page, &heading, left_off.memberships.iter(), Some(&left_off.clause)))
            }
        }))
    }
}

fn part(
    page: &Page<'_>,
    heading: &str,
    memberships: impl Iterator<Item = MembershipId>,
    clause: Option<&str>,
) -> Markup {
    let names: Vec<String> = memberships.map(|membership| page.words.membership(membership)).collect();
    html! {
        details class="more" {
            summary { (heading) }
            div {
                p { (page.words.list(names)) }
                @if let Some(clause) = clause { p { a class="clause" href={ (page.bylaws) "/" (clause_of(clause)) } { (clause) } } }
            }
        }
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
