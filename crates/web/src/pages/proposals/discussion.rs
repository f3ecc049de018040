//! The rounds with their marks and stances, and the interests disclosed.

use maud::{Markup, html};
use rochdale_core::{
    command::Stance,
    message::Argument,
    proposals::{Proposal, Round, StanceKind},
};

use crate::{
    look::{Tone, badge, passage, typed},
    visit::Page,
};

/// The rounds in order.
pub(super) fn rounds(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let words = page.words;
    html! {
        @if !proposal.rounds.is_empty() {
            (passage(&html! {}, &html! {
                h2 { (words.text("rounds")) }
                ol class="steps" { @for round in &proposal.rounds { (one(page, round)) } }
            }))
        }
    }
}

fn one(page: &Page<'_>, round: &Round) -> Markup {
    let words = page.words;
    html! {
        li class=[round.closed.is_none().then_some("now")] {
            h3 {
                (words.text_with("round-number", [("round", round.number.into())])) " "
                span class="small soft" { (words.short_date(words.day_of(round.opened))) @if let Some(close) = &round.closed { " – " (words.short_date(words.day_of(close.at))) } }
            }
            @if let Some(close) = &round.closed {
                @let marks = close.marks.iter().map(|mark| words.mark(*mark).to_owned());
                (typed(&close.summary))
                p class="small soft" { "✓ " (words.list(marks.collect())) }
            } @else {
                p class="small soft" { (words.text_with("round-responses", [("count", (round.stances.len() as u64).into())])) }
            }
            @if !round.stances.is_empty() {
                ul class="list" {
                    @for (membership, taken) in &round.stances {
                        li {
                            div class="row" {
                                span { (words.membership(*membership)) }
                                @let tone = match taken.stance.kind() { StanceKind::Agree => Tone::Yes, StanceKind::Object => Tone::No, _ => Tone::Plain };
                                (badge(tone, words.stance(taken.stance.kind())))
                            }
                            @if let Stance::Object { reason } = &taken.stance { (typed(reason)) }
                        }
                    }
                }
            }
        }
    }
}

/// Who disclosed which interest, and who withdrew from deciding.
pub(super) fn disclosures(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let words = page.words;
    if proposal.disclosures.is_empty() {
        return html! {};
    }
    let rulebook = proposal.ruled_by(page.state, page.rulebook);
    let margin = rulebook.recusal().map(|rule| crate::look::note(page.reader(), rule.cite));
    html! {
        (passage(&margin.unwrap_or_default(), &html! {
            h2 { (words.text("disclosures")) }
            ul class="list" {
                @for one in &proposal.disclosures {
                    li {
                        div class="row" {
                            span { (words.argument(&Argument::Membership(one.membership))) }
                            (badge(if one.recused { Tone::Wait } else { Tone::Plain }, words.text(if one.recused { "recused-badge" } else { "disclosed-badge" })))
                        }
                        (typed(&one.interest))
                    }
                }
            }
        }))
    }
}
