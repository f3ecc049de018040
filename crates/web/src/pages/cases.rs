//! Cases: the list of those that one may read, a new one, one page for each, and every step as a form.

use std::collections::BTreeMap;

use axum::{
    extract::Path,
    response::{Html, Response},
};
use maud::{Markup, html};
use rochdale_core::{
    cases::{Case, CaseEntry, Clock, cases_for, handles, kinds_for, reads, rule_of},
    command::Command,
    fact::Fact,
    message::Argument,
    personal::Words,
    rulebook::{CaseRule, Ruled},
    values::{CaseId, PartyId, Slug},
};

use super::members::{parties, party_link};
use crate::{
    look::{Field, Form, Kind, Part, Place, Tone, badge, empty, notes, passage, title, typed},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// The cases that the one who looks may read.
pub async fn list(visit: Visit, Path(org): Path<String>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), of_reader)
}

/// The title of the list and what stands on it, for somebody who is signed in.
fn of_reader(page: &Page<'_>) -> Result<(String, Markup), Problem> {
    let person = page.person()?;
    Ok((page.words.text("cases").to_owned(), draw(page, person)))
}

/// One case; one that the reader may not read is not there.
pub async fn show(visit: Visit, Path((org, id)): Path<(String, u32)>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), |page| of_case(page, CaseId(id)))
}

/// The title of a case's page and what stands on it, for one of its readers.
fn of_case(page: &Page<'_>, id: CaseId) -> Result<(String, Markup), Problem> {
    let person = page.person()?;
    let case = page.state.case(id).filter(|case| reads(page.state, case, person, page.today));
    let case = case.ok_or(Problem::NotFound)?;
    let rule = rule_of(page.state, case).ok_or(Problem::NotFound)?;
    Ok((heading(page, case, rule), one(page, case, rule, person)))
}

/// Opens a case, and leads to its page.
pub async fn open(visit: Visit, Path(org): Path<String>, sent: Sent) -> Response {
    let address = format!("/{org}/cases");
    let submitted = async {
        let about = sent.optional_number("about")?.into_iter().collect();
        let command =
            Command::OpenCase { kind: sent.slug("kind")?, about, words: written(&visit, &org, &sent)? };
        visit.submit(&org, sent.request()?, command).await
    };
    let done = match submitted.await {
        Ok(done) => done,
        Err(problem) => return visit.show_again((&org, Place::Today, &address), &sent, problem, of_reader),
    };
    let opened = done.facts.iter().find_map(|fact| match fact {
        Fact::CaseOpened { case, .. } => Some(*case),
        _ => None,
    });
    visit.then(&opened.map_or(address.clone(), |case| format!("{address}/{case}")))
}

/// Takes a step in a case: `add`, `step` or `close`.
pub async fn take(visit: Visit, Path((org, id, step)): Path<(String, u32, String)>, sent: Sent) -> Response {
    let (address, case) = (format!("/{org}/cases/{id}"), CaseId(id));
    let submitted = async {
        let words = written(&visit, &org, &sent)?;
        let command = match step.as_str() {
            "add" => Command::AddToCase { case, words },
            "step" => Command::TakeCaseStep { case, words },
            "close" => Command::CloseCase { case, outcome: sent.slug("outcome")?, words },
            _ => return Err(Problem::NotFound),
        };
        visit.submit(&org, sent.request()?, command).await
    };
    let submitted = submitted.await;
    visit.led_back((&org, Place::Today, &address), &sent, submitted, |page| of_case(page, case))
}

/// The words of a form, which their salt hides.
pub(super) fn written(visit: &Visit, org: &str, sent: &Sent) -> Result<Words, Problem> {
    let texts = BTreeMap::from([(Slug::new("text"), sent.words("said"))]);
    Ok(Words { texts, salt: visit.salt(org, sent)? })
}

fn heading(page: &Page<'_>, case: &Case, rule: Ruled<'_, CaseRule>) -> String {
    let kind = page.name(&rule.rule.name).to_owned();
    page.words.text_with("case-title", [("kind", kind.into()), ("number", u32::from(case.id).into())])
}

fn draw(page: &Page<'_>, person: PartyId) -> Markup {
    let words = page.words;
    let lead = html! { p class="lead" { (words.text("cases-lead")) } };
    let cases: Vec<&Case> = cases_for(page.state, person, page.today).collect();
    let kinds: Vec<Ruled<'_, CaseRule>> = kinds_for(page.state, page.rulebook, person, page.today).collect();
    let cites = kinds.iter().map(|kind| &**kind.cite);
    html! {
        (title(&html! {}, words.text("cases"), Some(&lead)))
        (passage(&html! {}, &html! {
            h2 { (words.text("cases-read")) }
            @if cases.is_empty() { (empty(words.text("cases-none"))) }
            @else { ul class="list" { @for case in &cases { (line(page, case)) } } }
        }))
        @if !kinds.is_empty() { (passage(&notes(page.reader(), cites), &new(page, &kinds, person))) }
    }
}

/// A case as a line of a list.
pub(super) fn line(page: &Page<'_>, case: &Case) -> Markup {
    let Some(rule) = rule_of(page.state, case) else { return html! {} };
    html! {
        li class="row" {
            h3 { a href={ (page.base) "/cases/" (case.id) } { (heading(page, case, rule)) } }
            (stands(page, case))
        }
    }
}

fn stands(page: &Page<'_>, case: &Case) -> Markup {
    let words = page.words;
    match (&case.closed, case.clock_on(page.today)) {
        (Some((_, outcome)), _) => {
            let outcome = [("outcome", Argument::Named(outcome.clone()))];
            badge(Tone::Plain, &words.text_with("case-closed", outcome))
        }
        (None, Clock::Late) => badge(Tone::No, words.text("case-late-badge")),
        (None, _) => badge(Tone::Wait, words.text("case-open")),
    }
}

fn new(page: &Page<'_>, kinds: &[Ruled<'_, CaseRule>], person: PartyId) -> Markup {
    let words = page.words;
    let kinds: Vec<(String, String)> =
        kinds.iter().map(|kind| (kind.rule.id.to_string(), page.name(&kind.rule.name).to_owned())).collect();
    let others = parties(page, |party| party.id != person && !party.memberships.is_empty());
    let parts = vec![
        Part::Field(Field::new(Kind::OneOf(kinds), "kind")),
        Part::Field(
            Field::new(Kind::OneOf(others), "about").hint(words.text("case-about-hint")).required(false),
        ),
        Part::Field(Field::new(Kind::Lines, "said").hint(words.text("case-text-hint"))),
    ];
    let form = Form::new(format!("{}/cases", page.base), parts).request().submit(words.text("case-bring"));
    html! {
        h2 { (words.text("case-new")) }
        (page.form(&form))
    }
}

fn readers(rule: &CaseRule) -> &'static str {
    if rule.restricted { "case-readers-restricted" } else { "case-readers-open" }
}

fn one(page: &Page<'_>, case: &Case, rule: Ruled<'_, CaseRule>, person: PartyId) -> Markup {
    let words = page.words;
    let kicker = html! { a href={ (page.base) "/cases" } { (words.text("cases")) } };
    let by = [("person", Argument::Party(case.by)), ("at", case.opened.into())];
    let step = ("step", page.name(&rule.rule.first.name).to_owned().into());
    let clock = match (case.stepped, case.clock_on(page.today)) {
        (Some(at), _) => words.text_with("case-stepped", [step, ("at", at.into())]),
        (None, Clock::Late) => words.text_with("case-late", [step, ("due", case.due.into())]),
        (None, _) => words.text_with("case-due", [step, ("due", case.due.into())]),
    };
    let about: Vec<Argument> = case.about.iter().map(|party| Argument::Party(*party)).collect();
    html! {
        (title(&kicker, &heading(page, case, rule), None))
        (passage(&notes(page.reader(), [&**rule.cite]), &html! {
            div class="tags" { (stands(page, case)) }
            p { (words.text_with("case-by", by)) }
            @if !about.is_empty() { p { (words.text_with("case-about-whom", [("people", Argument::List(about))])) } }
            p { (clock) }
            p class="small soft" { (words.text(readers(rule.rule))) }
        }))
        (passage(&html! {}, &html! {
            ul class="list" { @for entry in &case.entries { (written_entry(page, entry)) } }
        }))
        @if case.is_open() { (passage(&html! {}, &steps(page, case, rule, person))) }
    }
}

fn written_entry(page: &Page<'_>, entry: &CaseEntry) -> Markup {
    let words = page.words;
    html! {
        li {
            p class="small soft" { (party_link(page, entry.by)) " · " (words.instant(entry.at)) }
            @match page.state.words(entry.words) {
                Some(said) => (typed(said.on("text"))),
                None => p class="soft" { (words.text("case-words-erased")) },
            }
        }
    }
}

fn steps(page: &Page<'_>, case: &Case, rule: Ruled<'_, CaseRule>, person: PartyId) -> Markup {
    let words = page.words;
    let handles = handles(page.state, case, person, page.today);
    let outcomes: Vec<(String, String)> = rule
        .rule
        .outcomes
        .iter()
        .map(|outcome| (outcome.id.to_string(), page.name(&outcome.name).to_owned()))
        .collect();
    let first = [("step", page.name(&rule.rule.first.name).to_owned().into())];
    let said = |scope| Part::Field(Field::new(Kind::Lines, "said").scope(scope));
    let form = |step: &str, parts, button| {
        Form::new(format!("{}/cases/{}/{step}", page.base, case.id), parts)
            .request()
            .submit(words.text(button))
    };
    html! {
        (page.folded(words.text("case-add"), false, &form("add", vec![said(1)], "case-add-button")))
        @if handles && case.stepped.is_none() {
            (page.folded(&words.text_with("case-step", first), true, &form("step", vec![said(2)], "case-step-button")))
        }
        @if handles && case.stepped.is_some() {
            @let outcome = Part::Field(Field::new(Kind::OneOf(outcomes), "outcome"));
            (page.folded(words.text("case-close"), true, &form("close", vec![outcome, said(3)], "case-close-button")))
        }
    }
}
