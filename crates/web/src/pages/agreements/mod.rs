//! Written agreements: those that one may read, a draft, and one page for each with its signatures.

mod draft;
mod paper;
mod show;

use std::sync::Arc;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Path},
    response::Html,
    routing::{get, post},
};
use maud::{Markup, html};
use rochdale_core::{
    agreements::{Agreement, agreements_for, may_draft, waits_for},
    message::Argument,
    offices::{Power, has_power},
    personal::Words,
    rulebook::{AgreementRule, Ruled},
    values::{PartyId, Slug},
};

use rochdale_register::PAPER_BYTES_MAX;

use crate::{
    look::{Field, Kind, Part, Place, Tone, badge, empty, notes, passage, title},
    problem::Problem,
    safety::BODY_BYTES_MAX,
    sent::Sent,
    site::Site,
    visit::{Page, Visit},
};

/// What the fields for the sections of an agreement are called in its forms, before the section.
const SECTION: &str = "section-";

/// The routes of agreements.
pub fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/{org}/agreements", get(list))
        .route("/{org}/agreements/new", get(draft::form).post(draft::keep))
        .route(
            "/{org}/agreements/record",
            get(paper::form)
                .post(paper::record)
                .layer(DefaultBodyLimit::max(PAPER_BYTES_MAX + BODY_BYTES_MAX)),
        )
        .route("/{org}/agreements/{id}", get(show::show))
        .route("/{org}/agreements/{id}/paper", get(paper::download))
        .route("/{org}/agreements/{id}/{step}", post(show::take))
}

/// The agreements that the one who looks may read.
async fn list(visit: Visit, Path(org): Path<String>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), |page| {
        let person = page.person()?;
        Ok((page.words.text("agreements").to_owned(), all(page, person)))
    })
}

fn all(page: &Page<'_>, person: PartyId) -> Markup {
    let words = page.words;
    let lead = html! { p class="lead" { (words.text("agreements-lead")) } };
    let mut agreements: Vec<&Agreement> = agreements_for(page.state, person, page.today).collect();
    agreements.sort_by_key(|agreement| !waits_for(page.state, agreement, person, page.today));
    let kinds: Vec<Ruled<'_, AgreementRule>> =
        may_draft(page.state, page.rulebook, person, page.today).collect();
    let cites = page.rulebook.agreements().map(|rule| &**rule.cite);
    html! {
        (title(&html! {}, words.text("agreements"), Some(&lead)))
        (passage(&notes(page.reader(), cites), &html! {
            @if agreements.is_empty() { (empty(words.text("agreements-none"))) }
            @else { ul class="list" { @for agreement in &agreements { (line(page, agreement)) } } }
        }))
        @if !kinds.is_empty() {
            (passage(&html! {}, &html! {
                h2 { (words.text("agreement-new")) }
                ul class="list" { @for kind in &kinds { li { (draft_link(page, kind.rule, None)) (record_link(page, kind.rule, person)) } } }
            }))
        }
    }
}

/// A link to the form that drafts an agreement, with somebody where it is known with whom.
fn draft_link(page: &Page<'_>, rule: &AgreementRule, party: Option<PartyId>) -> Markup {
    let named = [("agreement", page.name(&rule.name).to_owned().into())];
    let with = party.map(|party| format!("&party={party}")).unwrap_or_default();
    html! {
        a href={ (page.base) "/agreements/new?kind=" (rule.id) (with) } { (page.words.text_with("agreement-draft-kind", named)) }
    }
}

/// A link to the form that records one which was signed on paper, for whoever may.
fn record_link(page: &Page<'_>, rule: &AgreementRule, person: PartyId) -> Markup {
    html! {
        @if has_power(page.state, person, Power::SignAgreements, page.today) {
            " · " a href={ (page.base) "/agreements/record?kind=" (rule.id) } { (page.words.text("agreement-record")) }
        }
    }
}

fn heading(page: &Page<'_>, agreement: &Agreement) -> String {
    let with =
        [("agreement", Argument::Named(agreement.kind.clone())), ("party", Argument::Party(agreement.party))];
    page.words.text_with("agreement-with", with)
}

/// An agreement as a line of a list.
pub(super) fn line(page: &Page<'_>, agreement: &Agreement) -> Markup {
    html! {
        li class="row" {
            div {
                h2 { a href={ (page.base) "/agreements/" (agreement.id) } { (heading(page, agreement)) } }
                @if let Some(until) = agreement.until {
                    p class="small soft" { (page.words.text("agreement-until")) (page.words.text("colon")) (page.words.date(until)) }
                }
            }
            (stands(page, agreement))
        }
    }
}

/// How an agreement stands, as a badge.
fn stands(page: &Page<'_>, agreement: &Agreement) -> Markup {
    let waits = |person| waits_for(page.state, agreement, person, page.today);
    let (tone, key) = if agreement.withdrawn.is_some() {
        (Tone::Plain, "agreement-is-withdrawn")
    } else if agreement.is_in_force_on(page.today) {
        (Tone::Yes, "agreement-in-force")
    } else if !agreement.is_open() {
        (Tone::Plain, "agreement-is-over")
    } else if page.viewer.person().is_some_and(waits) {
        (Tone::No, "agreement-waits-for-you")
    } else if agreement.signatures.is_empty() {
        (Tone::Wait, "agreement-waits")
    } else {
        (Tone::Wait, "agreement-waits-for-other")
    };
    badge(tone, page.words.text(key))
}

/// On the page of a party: the agreements with it that the one who looks may read, and a draft of another.
pub(super) fn of_party(page: &Page<'_>, party: PartyId) -> Markup {
    let Some(person) = page.viewer.person() else { return html! {} };
    let theirs: Vec<&Agreement> =
        agreements_for(page.state, person, page.today).filter(|agreement| agreement.party == party).collect();
    let classes: Vec<Slug> = wanted(page, party);
    let kinds: Vec<Ruled<'_, AgreementRule>> = may_draft(page.state, page.rulebook, person, page.today)
        .filter(|rule| classes.contains(&rule.rule.class))
        .filter(|rule| !theirs.iter().any(|one| one.kind == rule.rule.id && one.is_open()))
        .collect();
    if theirs.is_empty() && kinds.is_empty() {
        return html! {};
    }
    let cites = kinds.iter().map(|kind| &**kind.cite);
    html! {
        (passage(&notes(page.reader(), cites), &html! {
            h2 { (page.words.text("agreements")) }
            @if !theirs.is_empty() { ul class="list" { @for agreement in &theirs { (line(page, agreement)) } } }
            @for kind in &kinds { p { (draft_link(page, kind.rule, Some(party))) } }
        }))
    }
}

/// The classes that a party is in, or is being admitted to.
fn wanted(page: &Page<'_>, party: PartyId) -> Vec<Slug> {
    use rochdale_core::{command::Effect, proposals::matter, rulebook::EffectKind};
    let held = page.state.party(party).into_iter().flat_map(|party| &party.memberships);
    let held = held.filter_map(|id| page.state.membership(*id)).filter(|held| held.is_current_on(page.today));
    let classes = held.filter_map(|held| held.class_on(page.today)).map(|(_, class)| class.clone());
    let admitting = page
        .state
        .open_proposals()
        .chain(page.state.awaited_effects())
        .filter(|proposal| proposal.draft.effect == Effect::Admit { party })
        .filter_map(|proposal| matter(page.state, page.rulebook, &proposal.draft.matter))
        .filter_map(|rule| if let EffectKind::Admit { class } = rule.effect { Some(class) } else { None });
    classes.chain(admitting).collect()
}

/// A field for each section, with what it says so far; `scope` tells them from those of another form of the page.
fn section_parts<'a>(
    page: &Page<'a>,
    rule: &'a AgreementRule,
    scope: u32,
    says: impl Fn(&Slug) -> String,
) -> Vec<Part<'a>> {
    let field = |section: &'a rochdale_core::rulebook::Named| {
        let called = section.name.in_language(page.words.language());
        Field::new(Kind::Lines, format!("{SECTION}{}", section.id))
            .called(called)
            .scope(scope)
            .value(says(&section.id))
    };
    rule.sections.iter().map(|section| Part::Field(field(section))).collect()
}

/// The words of an agreement, by its sections.
fn written(visit: &Visit, org: &str, sent: &Sent) -> Result<Words, Problem> {
    let of_section = |(name, text): &(String, String)| {
        Some((Slug::new(name.strip_prefix(SECTION)?), text.trim().to_owned()))
    };
    let texts = sent.fields().iter().filter_map(of_section).collect();
    Ok(Words { texts, salt: visit.salt(org, sent)? })
}

/// The field for the last day of an agreement.
fn until_field<'a>(page: &Page<'a>, scope: u32, value: Option<jiff::civil::Date>) -> Part<'a> {
    let value = value.map(|day| day.to_string()).unwrap_or_default();
    let field = Field::new(Kind::Date, "until").called(page.words.text("agreement-until")).scope(scope);
    Part::Field(field.hint(page.words.text("agreement-until-hint")).required(false).value(value))
}
