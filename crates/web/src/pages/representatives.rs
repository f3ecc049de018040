//! Who represents an organization: shown on its page, and named, handed over and ended there.

use axum::{extract::Path, response::Response};
use jiff::ToSpan;
use maud::{Markup, html};
use rochdale_core::{
    command::Command,
    membership::{Party, Representation},
    message::Argument,
    rulebook::Citation,
    sight::names_representatives,
    values::PartyId,
};

use super::members::{one, party_link, people, recorded_late};
use crate::{
    look::{Field, Form, Kind, Part, Place, Tone, badge, notes, passage},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// Names the official representative, hands over, names an alternate or ends what somebody is: `name`,
/// `hand-over`, `alternate` or `end`.
pub async fn take(visit: Visit, Path((org, id, step)): Path<(String, u32, String)>, sent: Sent) -> Response {
    let (address, organization) = (format!("/{org}/members/{id}"), PartyId(id));
    let submitting = async {
        let command = match step.as_str() {
            "name" => {
                let (person, from) = (sent.number("representative")?, sent.date("from")?);
                Command::NameRepresentative { organization, person, from }
            }
            "hand-over" => {
                let (person, from) = (sent.number("representative")?, sent.date("from")?);
                Command::HandOverRepresentation { organization, person, from }
            }
            "alternate" => {
                let (person, from) = (sent.number("representative")?, sent.date("from")?);
                Command::NameAlternate { organization, person, from }
            }
            "end" => {
                let (person, on) = (sent.number("holder")?, sent.date("until")?);
                Command::EndRepresentation { organization, person, on }
            }
            _ => return Err(Problem::NotFound),
        };
        visit.submit(&org, sent.request()?, command).await
    };
    let submitted = submitting.await;
    visit.led_back((&org, Place::Members, &address), &sent, submitted, |page| one(page, organization))
}

/// Who represents an organization and did, what the bylaws say of it, and the forms for whoever may change it.
pub(super) fn of_organization(page: &Page<'_>, party: &Party) -> Markup {
    let words = page.words;
    let may_name = names_representatives(page.state, page.viewer, party, page.today);
    let official = party.representative_on(page.today);
    let needs_one = official.is_none() && rule(page, party).is_some();
    let representations = party.representations();
    if representations.is_empty() && !may_name && !needs_one {
        return html! {};
    }
    let alternates_act = class(page, party).is_some_and(|class| page.rulebook.alternates(class).is_some());
    let has_alternates = party.alternates_on(page.today).next().is_some();
    let cites = [rule(page, party), alternates(page, party).filter(|_| has_alternates)];
    let named = [("organization", Argument::Party(party.id))];
    passage(
        &notes(page.reader(), cites.into_iter().flatten()),
        &html! {
            h2 { (words.text("representations")) }
            @if needs_one {
                p { (badge(Tone::No, words.text("duty-due"))) " " (words.text_with("representative-needed", named)) }
            }
            @if !representations.is_empty() {
                ul class="list" { @for one in representations.iter().rev() { (line(page, one)) } }
            }
            @if has_alternates {
                p class="small soft" { (words.text(if alternates_act { "alternates-act" } else { "alternates-wait" })) }
            }
            @if may_name { (forms(page, party, official)) }
        },
    )
}

fn class<'a>(page: &'a Page<'_>, party: &Party) -> Option<&'a rochdale_core::values::Slug> {
    let held = party.memberships.iter().filter_map(|id| page.state.membership(*id));
    held.filter(|held| held.is_current_on(page.today))
        .find_map(|held| held.class_on(page.today))
        .map(|(_, class)| class)
}

/// The clause that asks for representatives of the organization.
fn rule<'a>(page: &'a Page<'_>, party: &Party) -> Option<&'a Citation> {
    Some(page.rulebook.representatives(class(page, party)?)?.cite)
}

fn alternates<'a>(page: &'a Page<'_>, party: &Party) -> Option<&'a Citation> {
    Some(page.rulebook.alternates(class(page, party)?)?.cite)
}

fn line(page: &Page<'_>, one: &Representation) -> Markup {
    let words = page.words;
    html! {
        li class="row" {
            span {
                (party_link(page, one.person))
                @if one.is_alternate { span class="soft small" { " · " (words.text("represents-as-alternate")) } }
            }
            span class="small soft" {
                @match one.until {
                    Some(until) => (words.text_with("from-until", [("from", one.from.into()), ("until", until.into())])),
                    None => (words.text_with("from-on", [("from", one.from.into())])),
                }
                (recorded_late(page, one.from, Some(one.recorded)))
                @if let Some(until) = one.until { (recorded_late(page, until, one.end_recorded)) }
            }
        }
    }
}

/// The forms, each folded but the one that is needed next.
fn forms(page: &Page<'_>, party: &Party, official: Option<PartyId>) -> Markup {
    let words = page.words;
    let who = || Field::new(Kind::OneOf(people(page, |_| true)), "representative");
    let first =
        |step: &str, who: Field<'static>, from: jiff::civil::Date, scope: u32, button: &'static str| {
            let from = Field::new(Kind::Date, "from").value(from.to_string());
            let parts = vec![Part::Field(who.scope(scope)), Part::Field(from.scope(scope))];
            Form::new(address(page, party, step), parts).request().submit(words.text(button))
        };
    let tomorrow = page.today.saturating_add(1.day());
    html! {
        @match official {
            None => (page.folded(words.text("representative-name"), true, &first("name", who(), page.today, 1, "representative-name-button"))),
            Some(person) => {
                @let hint = words.text_with("representative-hand-over-hint", [("person", Argument::Party(person))]);
                (page.folded(words.text("representative-hand-over"), false, &first("hand-over", who().hint(hint), tomorrow, 2, "representative-hand-over-button")))
            }
        }
        (page.folded(words.text("alternate-name"), false, &first("alternate", who(), page.today, 3, "alternate-name-button")))
        @for (number, one) in (4..).zip(party.representations().iter().filter(|one| one.until.is_none())) {
            @let until = Field::new(Kind::Date, "until").value(page.today.to_string()).scope(number);
            @let form = Form::new(address(page, party, "end"), vec![Part::Field(until)])
                .request()
                .of("holder", one.person.to_string())
                .submit(words.text("representation-end-button"));
            (page.folded(&words.text_with("representation-end", [("person", Argument::Party(one.person))]), false, &form))
        }
    }
}

fn address(page: &Page<'_>, party: &Party, step: &str) -> String {
    format!("{}/members/{}/representatives/{step}", page.base, party.id)
}
