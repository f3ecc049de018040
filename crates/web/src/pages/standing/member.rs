//! How one member stands: in short on their page, and on any day on a page of its own.

use std::collections::BTreeMap;

use axum::{
    extract::{Path, Query},
    response::{Html, Response},
};
use jiff::civil::Date;
use maud::{Markup, html};
use rochdale_core::{
    command::Command,
    membership::{Membership, Party},
    message::Argument,
    personal::Words,
    standing::{Standing, may_waive, reads, standing, year_of},
    values::{MembershipId, PartyId, Slug},
};

use super::{duty_list, duty_notes, good};
use crate::{
    look::{AsOf, Field, Form, Kind, Part, Place, as_of, clause_link, empty, passage, title, why},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// The standing of a party's memberships on a day.
pub async fn show(
    visit: Visit,
    Path((org, id)): Path<(String, u32)>,
    Query(wanted): Query<AsOf>,
) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Members), |page| draw(page, PartyId(id), &wanted))
}

/// Waives a duty, or ends a waiver: `waive` or `end`.
pub async fn take(visit: Visit, Path((org, id, step)): Path<(String, u32, String)>, sent: Sent) -> Response {
    let address = format!("/{org}/members/{id}/standing");
    let submitted = async {
        let (membership, duty) = (sent.number("membership")?, sent.slug("duty")?);
        let command = match step.as_str() {
            "waive" => {
                let texts = BTreeMap::from([(Slug::new("text"), sent.text("said")?.to_owned())]);
                let words = Words { texts, salt: visit.salt(&org, &sent)? };
                Command::WaiveDuty { membership, duty, until: sent.optional_date("until")?, words }
            }
            "end" => Command::EndWaiver { membership, duty },
            _ => return Err(Problem::NotFound),
        };
        visit.submit(&org, sent.request()?, command).await
    };
    let submitted = submitted.await;
    let draw = |page: &Page<'_>| draw(page, PartyId(id), &AsOf::default());
    visit.led_back((&org, Place::Members, &address), &sent, submitted, draw)
}

fn draw(page: &Page<'_>, id: PartyId, wanted: &AsOf) -> Result<(String, Markup), Problem> {
    let party = page.state.party(id).ok_or(Problem::NotFound)?;
    let held = party.memberships.iter().filter_map(|id| page.state.membership(*id));
    let seen: Vec<_> = held.filter(|held| reads(page.state, page.viewer, held, page.today)).collect();
    if seen.is_empty() {
        return Err(Problem::NotFound);
    }
    let day = wanted.day(page.today)?;
    let heading = page.words.text_with("standing-title", [("name", Argument::Party(id))]);
    let body = html! {
        (head(page, party, &heading, day))
        @for held in &seen {
            @if let Some(found) = standing(page.state, held.id, day) { (one(page, held, &found, day)) }
        }
    };
    Ok((heading, body))
}

fn head(page: &Page<'_>, party: &Party, heading: &str, day: Date) -> Markup {
    let words = page.words;
    let kicker = html! { a href={ (page.base) "/members/" (party.id) } { (words.party(party.id)) } };
    let below = html! {
        p class="lead" { (words.text("standing-lead")) }
        (as_of(words, &format!("{}/members/{}/standing", page.base, party.id), day, page.today))
    };
    title(&kicker, heading, Some(&below))
}

fn one(page: &Page<'_>, held: &Membership, found: &Standing, day: Date) -> Markup {
    let words = page.words;
    let class = held.class_on(day).map(|(_, class)| words.class(class)).unwrap_or_default();
    let below = |_: MembershipId, duty: &rochdale_core::standing::Duty| {
        html! { @if !duty.finding.of.is_empty() || duty.finding.missing.is_some() { (why(page.reader(), &duty.finding)) } }
    };
    passage(
        &duty_notes(page, found.duties.iter()),
        &html! {
            h2 { (class) @if day != page.today { span class="soft" { " · " (words.date(day)) } } }
            (good(page, &found.good))
            @if found.duties.is_empty() { (empty(words.text("standing-nothing-asked"))) }
            (duty_list(page, found.duties.iter().map(|duty| (held.id, duty)), below))
            @if day == page.today { (waiving(page, held, found)) }
        },
    )
}

/// For whoever may waive duties of this membership.
fn waiving(page: &Page<'_>, held: &Membership, found: &Standing) -> Markup {
    let words = page.words;
    let Some(person) = page.viewer.person() else { return html! {} };
    let is_theirs = page
        .state
        .party(held.party)
        .is_some_and(|party| party.id == person || party.is_represented_by(person, page.today));
    if is_theirs {
        return html! {};
    }
    let may = |duty: &Slug| may_waive(page.state, page.rulebook, duty, person, page.today);
    let name =
        |duty: &Slug| page.rulebook.duty(duty).map_or("", |rule| page.name(&rule.rule.name)).to_owned();
    let mut open: Vec<(String, String)> = Vec::new();
    let mut waived: Vec<Slug> = Vec::new();
    for duty in found.duties.iter().filter(|duty| may(&duty.id)) {
        if duty.waiver.as_ref().is_some_and(|waiver| page.today < waiver.until) {
            if !waived.contains(&duty.id) {
                waived.push(duty.id.clone());
            }
        } else if duty.status != rochdale_core::standing::DutyStatus::Met && duty.waiver.is_none() {
            let choice = (duty.id.to_string(), name(&duty.id));
            if !open.contains(&choice) {
                open.push(choice);
            }
        }
    }
    let address = |step: &str| format!("{}/members/{}/standing/{step}", page.base, held.party);
    let (_, last) = year_of(page.rulebook, held, page.today);
    let parts = vec![
        Part::Field(Field::new(Kind::OneOf(open.clone()), "duty").scope(held.id.0)),
        Part::Field(
            Field::new(Kind::Date, "until")
                .scope(held.id.0)
                .called(words.text("waive-until"))
                .hint(words.text_with("waive-until-hint", [("day", last.into())]))
                .required(false),
        ),
        Part::Field(
            Field::new(Kind::Lines, "said")
                .scope(held.id.0)
                .called(words.text("waive-reason"))
                .hint(words.text("waive-reason-hint")),
        ),
    ];
    let form = Form::new(address("waive"), parts)
        .request()
        .of("membership", held.id.to_string())
        .submit(words.text("waive-button"));
    html! {
        @for duty in &waived {
            @let ending = Form::new(address("end"), vec![Part::Plain(html! { p { (name(duty)) } })])
                .request()
                .of("membership", held.id.to_string())
                .of("duty", duty.as_str().to_owned())
                .submit(words.text("waiver-end-button"));
            (page.form(&ending))
        }
        @if !open.is_empty() { (page.folded(words.text("waive-title"), false, &form)) }
    }
}

/// On the page of a party: how a membership stands today, in short, for whoever may see it.
pub fn of_membership(page: &Page<'_>, held: &Membership) -> Markup {
    let words = page.words;
    if !reads(page.state, page.viewer, held, page.today) {
        return html! {};
    }
    let Some(found) = standing(page.state, held.id, page.today) else { return html! {} };
    let nothing = |_: MembershipId, _: &rochdale_core::standing::Duty| html! {};
    passage(
        &duty_notes(page, found.duties.iter()),
        &html! {
            h2 { (words.text("standing")) }
            (good(page, &found.good))
            @if found.duties.is_empty() { (empty(words.text("standing-nothing-asked"))) }
            (duty_list(page, found.duties.iter().map(|duty| (held.id, duty)), nothing))
            p class="small" {
                a href={ (page.base) "/members/" (held.party) "/standing" } { (words.text("standing-any-day")) }
                @if let Some(rule) = page.rulebook.standing() { " " (clause_link(page.reader(), rule.cite)) }
            }
        },
    )
}
