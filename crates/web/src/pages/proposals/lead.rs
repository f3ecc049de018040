//! The steps that whoever leads a proposal can take next, each a form. What the bylaws do not allow yet
//! is refused with its clause, not hidden.

use maud::{Markup, html};
use rochdale_core::{
    membership::held_by,
    proposals::{Mark, Proposal, Stage, decision_of, earliest_close, group_of},
    rulebook::{Method, Rulebook},
    sight::Viewer,
    values::RequestId,
};

use crate::{
    look::{Choice as Offered, Field, Kind, area, choices, field, hidden, passage, submit},
    visit::Page,
};

/// The steps, for the author and for those counted on the roll.
pub(super) fn steps(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let words = page.words;
    let Viewer::Party(person) = page.viewer else { return html! {} };
    let is_author = proposal.author == person;
    let is_counted = held_by(page.state, person, page.today).any(|one| proposal.roll.counted.contains(one));
    if !is_author && !is_counted {
        return html! {};
    }
    let rulebook = proposal
        .edition
        .and_then(|edition| page.state.edition(edition))
        .map_or(page.rulebook, |edition| edition);
    let method =
        decision_of(page.state, rulebook, &proposal.draft.matter).map(|decision| &decision.rule.method);
    let forms = match proposal.stage {
        Stage::Draft if is_author => html! {
            (step(page, proposal, "open", true, &html! {
                @if matches!(method, Some(Method::Vote(_))) { (close_field(page, proposal, rulebook)) }
            }))
            (revise(page, proposal))
            (step(page, proposal, "withdraw", false, &html! {}))
        },
        Stage::InRound => html! {
            (close_round(page, proposal))
            (conclude(page, proposal))
            (call_vote(page, proposal, rulebook, method))
            @if is_author { (step(page, proposal, "withdraw", false, &html! {})) }
        },
        Stage::BetweenRounds => html! {
            (step(page, proposal, "round", true, &html! {}))
            (conclude(page, proposal))
            (call_vote(page, proposal, rulebook, method))
            @if is_author { (revise(page, proposal)) (step(page, proposal, "withdraw", false, &html! {})) }
        },
        _ => return html! {},
    };
    html! { (passage(&html! { p class="small soft" { (words.text("lead-lead")) } }, &html! { h2 { (words.text("lead")) } (forms) })) }
}

/// One step: folded, unless it is the natural next one.
fn step(page: &Page<'_>, proposal: &Proposal, name: &str, is_next: bool, fields: &Markup) -> Markup {
    let words = page.words;
    let label = words.text(match name {
        "open" => "step-open",
        "withdraw" => "step-withdraw",
        "round" => "step-round",
        "close-round" => "step-close-round",
        "call-vote" => "step-call-vote",
        "conclude" => "step-conclude",
        _ => "step-revise",
    });
    html! {
        details class="more" open[is_next] {
            summary { (label) }
            form method="post" action={ (page.base) "/proposals/" (proposal.id) "/" (name) } {
                (hidden("request", &RequestId(uuid::Uuid::now_v7()).to_string()))
                (fields)
                (submit(label))
            }
        }
    }
}

fn conclude(page: &Page<'_>, proposal: &Proposal) -> Markup {
    step(
        page,
        proposal,
        "conclude",
        false,
        &html! { p class="small soft" { (page.words.text("conclude-hint")) } },
    )
}

fn revise(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let words = page.words;
    step(
        page,
        proposal,
        "revise",
        false,
        &html! {
            (field(Kind::Line, &Field::new("title", words.text("title")).value(&proposal.draft.title)))
            (area(&Field::new("text", words.text("text")).hint(words.text("text-hint")).value(&proposal.draft.text)))
        },
    )
}

fn close_round(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let words = page.words;
    let marks: Vec<Offered<'_>> = Mark::ALL
        .iter()
        .map(|mark| Offered { value: mark.id(), label: words.mark(*mark), meaning: None, chosen: false })
        .collect();
    step(
        page,
        proposal,
        "close-round",
        false,
        &html! {
            (choices("mark", words.text("marks-legend"), true, &marks))
            (area(&Field::new("summary", words.text("summary")).hint(words.text("summary-hint"))))
        },
    )
}

fn call_vote(page: &Page<'_>, proposal: &Proposal, rulebook: &Rulebook, method: Option<&Method>) -> Markup {
    let has_fallback = matches!(method, Some(Method::Consensus(consensus)) if consensus.fallback.is_some());
    html! { @if has_fallback { (step(page, proposal, "call-vote", false, &close_field(page, proposal, rulebook))) } }
}

/// The closing time, with the earliest that the window allows already in it, rounded up to the minute.
fn close_field(page: &Page<'_>, proposal: &Proposal, rulebook: &Rulebook) -> Markup {
    let words = page.words;
    let window =
        group_of(page.state, rulebook, &proposal.draft.matter).and_then(|group| rulebook.window(&group));
    let days = window.map_or(0, |window| window.rule.days_min);
    let zone = &rulebook.front.time_zone;
    let earliest = zone.to_datetime(earliest_close(page.now, days.max(1), zone));
    let value = earliest.strftime("%Y-%m-%dT%H:%M").to_string();
    let hint = match window.filter(|window| window.rule.days_min > 0) {
        Some(window) => words.text_with(
            "closes-hint-days",
            [("days", window.rule.days_min.into()), ("clause", window.cite.to_string().into())],
        ),
        None => words.text("closes-hint").to_owned(),
    };
    field(Kind::DateTime, &Field::new("closes", words.text("closes-label")).hint(&hint).value(&value))
}
