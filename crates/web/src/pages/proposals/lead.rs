//! The steps that whoever leads a proposal can take next, each a form. What the bylaws do not allow yet
//! is refused with its clause, not hidden.

use jiff::{RoundMode, ToSpan, Unit, civil::DateTimeRound};
use maud::{Markup, html};
use rochdale_core::{
    membership::held_by,
    proposals::{Mark, Proposal, Stage, decision_of, earliest_close, group_of},
    rulebook::{Method, Rulebook},
    sight::Viewer,
};

use super::draft::carried_out;
use crate::{
    look::{Choice as Offered, Field, Form, Kind, Part, passage},
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
    let rulebook = proposal.ruled_by(page.state, page.rulebook);
    let method =
        decision_of(page.state, rulebook, &proposal.draft.matter).map(|decision| &decision.rule.method);
    let forms = match proposal.stage {
        Stage::Draft if is_author => html! {
            @let closes = matches!(method, Some(Method::Vote(_))).then(|| close_part(page, proposal, rulebook));
            (step(page, proposal, "open", true, closes.into_iter().collect()))
            (revise(page, proposal))
            (step(page, proposal, "withdraw", false, Vec::new()))
        },
        Stage::InRound => html! {
            (close_round(page, proposal))
            (conclude(page, proposal))
            (call_vote(page, proposal, rulebook, method))
            @if is_author { (step(page, proposal, "withdraw", false, Vec::new())) }
        },
        Stage::BetweenRounds => html! {
            (step(page, proposal, "round", true, Vec::new()))
            (conclude(page, proposal))
            (call_vote(page, proposal, rulebook, method))
            @if is_author { (revise(page, proposal)) (step(page, proposal, "withdraw", false, Vec::new())) }
        },
        _ => return html! {},
    };
    html! { (passage(&html! { p class="small soft" { (words.text("lead-lead")) } }, &html! { h2 { (words.text("lead")) } (forms) })) }
}

/// One step: folded, unless it is the natural next one.
fn step<'a>(page: &Page<'a>, proposal: &Proposal, name: &str, is_next: bool, parts: Vec<Part<'a>>) -> Markup {
    let label = page.words.text(match name {
        "open" => "step-open",
        "withdraw" => "step-withdraw",
        "round" => "step-round",
        "close-round" => "step-close-round",
        "call-vote" => "step-call-vote",
        "conclude" => "step-conclude",
        _ => "step-revise",
    });
    let address = format!("{}/proposals/{}/{name}", page.base, proposal.id);
    page.folded(label, is_next, &Form::new(address, parts).request().submit(label))
}

fn conclude(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let hint = html! { p class="small soft" { (page.words.text("conclude-hint")) } };
    step(page, proposal, "conclude", false, vec![Part::Plain(hint)])
}

fn revise(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let draft = &proposal.draft;
    let text = Field::new(Kind::Lines, "text").hint(page.words.text("text-hint")).value(draft.text.clone());
    let title = Field::new(Kind::Line, "title").value(draft.title.clone());
    let group = group_of(page.state, page.rulebook, &draft.matter);
    let mut parts = vec![Part::Field(title), Part::Field(text)];
    parts.extend(carried_out(page, group.as_ref(), draft.owner, draft.deadline));
    step(page, proposal, "revise", false, parts)
}

fn close_round(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let words = page.words;
    let marks = Mark::ALL
        .iter()
        .map(|mark| Offered { value: mark.id(), label: words.mark(*mark), meaning: None, chosen: false })
        .collect();
    let parts = vec![
        Part::Choices { name: "mark", many: true, choices: marks },
        Part::Field(Field::new(Kind::Lines, "summary").hint(words.text("summary-hint"))),
    ];
    step(page, proposal, "close-round", false, parts)
}

fn call_vote(page: &Page<'_>, proposal: &Proposal, rulebook: &Rulebook, method: Option<&Method>) -> Markup {
    let has_fallback = matches!(method, Some(Method::Consensus(consensus)) if consensus.fallback.is_some());
    html! {
        @if has_fallback {
            (step(page, proposal, "call-vote", false, vec![close_part(page, proposal, rulebook)]))
        }
    }
}

/// The closing time. In it stands already what the window allows to whoever takes a quarter of an hour over the form, on
/// the quarter of an hour that follows.
fn close_part<'a>(page: &Page<'a>, proposal: &Proposal, rulebook: &Rulebook) -> Part<'a> {
    let words = page.words;
    let window =
        group_of(page.state, rulebook, &proposal.draft.matter).and_then(|group| rulebook.window(&group));
    let days = window.map_or(0, |window| window.rule.days_min);
    let zone = &rulebook.front.time_zone;
    let earliest = zone.to_datetime(earliest_close(page.now, days.max(1), zone));
    let hint = match window.filter(|window| window.rule.days_min > 0) {
        Some(window) => words.text_with(
            "closes-hint-days",
            [("days", window.rule.days_min.into()), ("clause", window.cite.to_string().into())],
        ),
        None => words.text("closes-hint").to_owned(),
    };
    let quarter = DateTimeRound::new().smallest(Unit::Minute).increment(15).mode(RoundMode::Ceil);
    let with_time = earliest.saturating_add(15.minutes()).round(quarter).unwrap_or(earliest);
    let value = with_time.strftime("%Y-%m-%dT%H:%M").to_string();
    Part::Field(Field::new(Kind::DateTime, "closes").hint(hint).value(value))
}
