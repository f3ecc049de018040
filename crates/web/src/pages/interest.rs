//! The public interest form: one for each class that the bylaws let people ask for, without an account.

use std::collections::BTreeMap;

use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{Html, Response},
};
use jiff::SignedDuration;
use maud::{Markup, html};
use rochdale_core::{
    applicants::{EMAIL, NAME, ORGANIZATION, PLACE, REACH, TEXT, asks_for_an_organization},
    command::Command,
    fact::Fact,
    message::Key,
    personal::{Words, is_address},
    rulebook::{Class, Interest, Ruled},
    values::Slug,
};
use serde::Deserialize;

use crate::{
    entrance::{Deed, Unfit},
    look::{Field, Form, Kind, Part, Place, clause_link, empty, notes, passage, title},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// A field that people do not see and programs fill in.
const TRAP: &str = "website";
/// When the form was shown, and that we showed it.
const STAMP: &str = "stamp";

static EMAIL_IS_NONE: Key = Key { id: "email-is-none", arguments: &[] };
static TRAP_IS_FILLED: Key = Key { id: "interest-trap-is-filled", arguments: &[] };
static TOO_MANY: Key = Key { id: "interest-too-many", arguments: &["minutes"] };
static SENT_TOO_SOON: Key = Key { id: "interest-sent-too-soon", arguments: &[] };
static SHOWN_LONG_AGO: Key = Key { id: "interest-shown-long-ago", arguments: &[] };

/// Whether a form was sent a moment ago.
#[derive(Deserialize)]
pub struct After {
    sent: Option<String>,
}

/// The classes that can be asked for; and, for whoever has just sent a form, that it has arrived.
pub async fn list(
    visit: Visit,
    Path(org): Path<String>,
    Query(after): Query<After>,
) -> Result<Html<String>, Problem> {
    visit.show(&org, None, |page| {
        let words = page.words;
        let lead = html! { p class="lead" { (words.text("interest-lead")) } };
        let rules: Vec<Ruled<'_, Interest>> = page.rulebook.interests().collect();
        let body = html! {
            (title(&html! { (page.name(&page.rulebook.front.name)) }, words.text("interest-title"), Some(&lead)))
            @if after.sent.is_some() {
                (passage(&html! {}, &html! {
                    section class="panel" role="status" {
                        h2 { (words.text("interest-arrived")) }
                        p { (words.text("interest-arrived-what")) }
                    }
                }))
            }
            (passage(&notes(page.reader(), rules.iter().map(|rule| &**rule.cite)), &html! {
                @if rules.is_empty() { (empty(words.text("interest-none"))) }
                @else { ul class="list" { @for class in page.rulebook.classes() { (way_in(page, class)) } } }
            }))
        };
        Ok((words.text("interest-title").to_owned(), body))
    })
}

fn way_in(page: &Page<'_>, class: Ruled<'_, Class>) -> Markup {
    html! {
        @if page.rulebook.interest(&class.rule.id).is_some() {
            li class="row" {
                h2 { (page.name(&class.rule.name)) " " (clause_link(page.reader(), class.cite)) }
                (to_form(page, class.rule))
            }
        }
    }
}

/// A link to the form of a class; nothing where it has none.
pub(super) fn to_form(page: &Page<'_>, class: &Class) -> Markup {
    let named = [("class", page.name(&class.name).to_owned().into())];
    html! {
        @if page.rulebook.interest(&class.id).is_some() {
            a class="button" href={ (page.base) "/interest/" (class.id) } { (page.words.text_with("interest-open", named)) }
        }
    }
}

/// The form of a class.
pub async fn show(visit: Visit, Path((org, class)): Path<(String, String)>) -> Result<Html<String>, Problem> {
    visit.show(&org, None, |page| of_class(&visit, page, &Slug::new(&class), None))
}

/// Takes a form in. What is wrong with it is said in it; nothing that was written is lost.
pub async fn send(visit: Visit, Path((org, class)): Path<(String, String)>, sent: Sent) -> Response {
    let (address, class) = (format!("/{org}/interest/{class}"), Slug::new(&class));
    match take_in(&visit, &org, &class, &sent).await {
        Ok(()) => visit.then(&format!("/{org}/interest?sent=yes")),
        Err(problem) => {
            // Whoever sends too many gets their words back, like everybody else.
            let (problem, status) = match problem {
                Problem::TooMany(wait) => (too_many(wait), Some(StatusCode::TOO_MANY_REQUESTS)),
                problem => (problem, None),
            };
            // A stamp that holds goes with the form until it is accepted: what is mended in a moment is no
            // program's.
            let kept = sent.optional(STAMP).filter(|stamp| {
                let now = visit.site.clock.now();
                visit.site.entrance.stamps.check(&form_name(&org, &class), stamp, now).is_ok()
            });
            let here = (&*org, Place::Members, &*address);
            let draw = |page: &Page<'_>| of_class(&visit, page, &class, kept);
            let mut shown = visit.show_again(here, &sent, problem, draw);
            if let Some(status) = status {
                *shown.status_mut() = status;
            }
            shown
        }
    }
}

fn too_many(wait: SignedDuration) -> Problem {
    let says = TOO_MANY.with([(wait.as_mins() + 1).into()]);
    Problem::Malformed { handle: None, field: STAMP.to_owned(), says }
}

async fn take_in(visit: &Visit, org: &str, class: &Slug, sent: &Sent) -> Result<(), Problem> {
    let now = visit.site.clock.now();
    let asks: Vec<Slug> = visit.read(org, |page| {
        let rule = page.rulebook.interest(class).ok_or(Problem::NotFound)?;
        Ok(rule.rule.asks.iter().map(|asked| asked.id.clone()).collect())
    })?;
    if sent.optional(TRAP).is_some() {
        return Err(Problem::field(TRAP, &TRAP_IS_FILLED));
    }
    let stamp = sent.optional(STAMP).unwrap_or_default();
    match visit.site.entrance.stamps.check(&form_name(org, class), stamp, now) {
        Ok(()) => {}
        Err(Unfit::TooSoon) => return Err(Problem::field(STAMP, &SENT_TOO_SOON)),
        Err(Unfit::TooLate | Unfit::Unknown) => return Err(Problem::field(STAMP, &SHOWN_LONG_AGO)),
    }
    let email = sent.optional(EMAIL);
    if email.is_some_and(|email| !is_address(email)) {
        return Err(Problem::field(EMAIL, &EMAIL_IS_NONE));
    }
    let asked = [NAME, ORGANIZATION, EMAIL, REACH, PLACE, TEXT].map(Slug::new);
    let written = asked.into_iter().chain(asks).filter_map(|asked| {
        let answer = sent.optional(asked.as_str())?.to_owned();
        Some((asked, answer))
    });
    let words = Words { texts: written.collect::<BTreeMap<_, _>>(), salt: visit.salt(org, sent)? };
    let kind = sent.optional("kind").map(Slug::new);
    let command = Command::SendInterest { class: class.clone(), kind, words };
    visit.count(Deed::SendInterest)?;
    let done = visit.submit_as_anybody(org, sent.request()?, command).await?;
    let arrived = done.facts.iter().find_map(|fact| match fact {
        Fact::InterestSent { applicant, .. } => Some(*applicant),
        _ => None,
    });
    // One address is not written to by whoever likes to, as often as they like.
    let may_write =
        email.is_some_and(|email| visit.count_for(Deed::FillMailbox, &email.to_lowercase()).is_ok());
    if let Some(applicant) = arrived {
        visit.site.has_arrived(&visit.registrar(org)?, applicant, &visit.language, may_write).await?;
    }
    Ok(())
}

fn form_name(org: &str, class: &Slug) -> String {
    format!("{org}/{class}")
}

fn of_class(
    visit: &Visit,
    page: &Page<'_>,
    id: &Slug,
    stamp: Option<&str>,
) -> Result<(String, Markup), Problem> {
    let class = page.rulebook.class(id).ok_or(Problem::NotFound)?;
    let rule = page.rulebook.interest(id).ok_or(Problem::NotFound)?;
    let words = page.words;
    let heading =
        words.text_with("interest-of-class", [("class", page.name(&class.rule.name).to_owned().into())]);
    let stamp = stamp.map_or_else(
        || visit.site.entrance.stamps.of(&form_name(page.base.trim_start_matches('/'), id), page.now),
        str::to_owned,
    );
    let form = Form::new(format!("{}/interest/{id}", page.base), parts(page, class.rule, rule.rule))
        .request()
        .carrying(STAMP, stamp)
        .submit(words.text("interest-send"));
    let kicker = html! { a href={ (page.base) "/interest" } { (words.text("interest-title")) } };
    let cites = [class.cite, rule.cite].into_iter().map(|cite| &**cite);
    let body = html! {
        (title(&kicker, &heading, Some(&html! { p class="lead" { (words.text("interest-form-lead")) } })))
        (passage(&notes(page.reader(), cites), &html! {
            (page.form(&form))
            p class="small soft" { (words.text("interest-kept")) }
        }))
    };
    Ok((heading, body))
}

fn parts<'a>(page: &'a Page<'_>, class: &'a Class, rule: &'a Interest) -> Vec<Part<'a>> {
    let words = page.words;
    let organization = asks_for_an_organization(class);
    let mut parts = Vec::new();
    let line = |name: &'static str, key| Field::new(Kind::Line, name).called(words.text(key));
    if organization != Some(false) {
        let field = line(ORGANIZATION, "interest-organization").fills("organization");
        let hint = if organization.is_none() { "interest-organization-hint" } else { "interest-acts" };
        parts.push(Part::Field(field.required(organization.is_some()).hint(words.text(hint))));
    }
    if !class.kinds.is_empty() {
        let kinds = class.kinds.iter().map(|kind| (kind.id.to_string(), page.name(&kind.name).to_owned()));
        let kinds = Kind::OneOf(kinds.collect());
        parts
            .push(Part::Field(Field::new(kinds, "kind").called(words.text("interest-kind")).required(false)));
    }
    let name = if organization == Some(true) { "interest-representative" } else { "interest-name" };
    parts.push(Part::Field(line(NAME, name).fills("name")));
    let email = Field::new(Kind::Mailbox, EMAIL).called(words.text("interest-email"));
    parts.push(Part::Field(email.hint(words.text("interest-email-hint")).required(false)));
    let reach = line(REACH, "interest-reach").hint(words.text("interest-reach-hint"));
    parts.push(Part::Field(reach.required(false)));
    parts.push(Part::Field(line(PLACE, "interest-place").fills("address-level2").required(false)));
    for asked in &rule.asks {
        let field = Field::new(Kind::Lines, asked.id.as_str()).called(page.name(&asked.name));
        parts.push(Part::Field(field.required(false)));
    }
    parts
        .push(Part::Field(Field::new(Kind::Lines, TEXT).called(words.text("interest-text")).required(false)));
    parts.push(Part::Plain(html! {
        div class="unseen" {
            label for=(TRAP) { (words.text("interest-trap")) }
            input type="text" id=(TRAP) name=(TRAP) value="" autocomplete="off" tabindex="-1";
        }
    }));
    parts
}
