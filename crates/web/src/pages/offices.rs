//! Offices: who may do what for the co-op, and giving and ending that.

use axum::{
    extract::Path,
    response::{Html, Response},
};
use maud::{Markup, html};
use rochdale_core::{
    command::Command,
    membership::Right,
    message::Argument,
    offices::{Power, Tenure, has_power, holders},
    rulebook::{Office, Ruled},
    sight::Viewer,
    values::{PartyId, RequestId},
};

use super::members::party_link;
use crate::{
    look::{Field, Kind, Place, empty, field, hidden, notes, passage, select, submit, title},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// Every office with its powers and its holders.
pub async fn list(visit: Visit, Path(org): Path<String>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Members), |page| {
        page.must_see(Right::SeeMembers)?;
        Ok((page.words.text("offices").to_owned(), draw(page)))
    })
}

/// Gives an office to somebody.
pub async fn give(visit: Visit, Path(org): Path<String>, sent: Sent) -> Result<Response, Problem> {
    let today = visit.read(&org, |page| Ok(page.today))?;
    let command = Command::GiveOffice {
        office: sent.slug("office")?,
        person: sent.number("person")?,
        from: sent.optional_date("from")?.unwrap_or(today),
        until: sent.optional_date("until")?,
    };
    visit.submit(&org, sent.request()?, command).await?;
    Ok(visit.then(&format!("/{org}/offices")))
}

/// Ends an office.
pub async fn end(visit: Visit, Path(org): Path<String>, sent: Sent) -> Result<Response, Problem> {
    let today = visit.read(&org, |page| Ok(page.today))?;
    let command = Command::EndOffice {
        office: sent.slug("office")?,
        person: sent.number("person")?,
        on: sent.optional_date("on")?.unwrap_or(today),
    };
    visit.submit(&org, sent.request()?, command).await?;
    Ok(visit.then(&format!("/{org}/offices")))
}

/// Vouches for somebody who can no longer sign in, and leads back to their page.
pub async fn vouch(
    visit: Visit,
    Path((org, party)): Path<(String, u32)>,
    sent: Sent,
) -> Result<Response, Problem> {
    let command = Command::VouchForAccess { party: PartyId(party) };
    visit.submit(&org, sent.request()?, command).await?;
    Ok(visit.then(&format!("/{org}/members/{party}")))
}

/// Whether the one who looks may do what takes a power.
fn has(page: &Page<'_>, power: Power) -> bool {
    match page.viewer {
        Viewer::Desk => true,
        Viewer::Party(person) => has_power(page.state, person, power, page.today),
        Viewer::Public => false,
    }
}

fn draw(page: &Page<'_>) -> Markup {
    let words = page.words;
    let lead = html! { p class="lead" { (words.text("offices-lead")) } };
    let kicker = html! { a href={ (page.base) "/members" } { (words.text("nav-members")) } };
    let offices: Vec<Ruled<'_, Office>> = page.rulebook.offices().collect();
    html! {
        (title(&kicker, words.text("offices"), Some(&lead)))
        @if offices.is_empty() { (passage(&html! {}, &empty(words.text("offices-none")))) }
        @for (number, office) in (0..).zip(&offices) { (one(page, *office, number)) }
    }
}

fn one(page: &Page<'_>, office: Ruled<'_, Office>, number: u32) -> Markup {
    let words = page.words;
    let held: Vec<&Tenure> = holders(page.state, office, page.today).collect();
    html! {
        (passage(&notes(page.reader(), [&**office.cite]), &html! {
            h2 { (page.name(&office.rule.name)) }
            p { (words.text("office-powers")) " " (words.list(office.rule.powers.iter().map(|power| words.power(*power).to_owned()).collect())) "." }
            h3 { (words.text("office-holders")) }
            @if held.is_empty() { (empty(words.text("office-nobody"))) }
            @else { ul class="list" { @for tenure in held { (holder(page, tenure)) } } }
            @if has(page, Power::Appoint) { (giving(page, office, number)) }
        }))
    }
}

fn holder(page: &Page<'_>, tenure: &Tenure) -> Markup {
    let words = page.words;
    let is_own = page.viewer.person() == Some(tenure.person);
    let days = match tenure.until {
        Some(until) => {
            words.text_with("office-through", [("from", tenure.from.into()), ("until", until.into())])
        }
        None => words.text_with("office-since", [("from", tenure.from.into())]),
    };
    let person = [("person", Argument::Party(tenure.person))];
    html! {
        li class="row" {
            span { (party_link(page, tenure.person)) " " span class="small soft" { (days) } }
            @if is_own || has(page, Power::Appoint) {
                form method="post" action={ (page.base) "/offices/end" } {
                    (hidden("request", &RequestId(uuid::Uuid::now_v7()).to_string()))
                    (hidden("office", tenure.office.as_str()))
                    (hidden("person", &tenure.person.to_string()))
                    button class="quiet small-button" type="submit" aria-label=[(!is_own).then(|| words.text_with("office-end", person))] {
                        (words.text(if is_own { "office-lay-down" } else { "office-end-short" }))
                    }
                }
            }
        }
    }
}

/// The form that gives an office, folded away.
fn giving(page: &Page<'_>, office: Ruled<'_, Office>, number: u32) -> Markup {
    let words = page.words;
    let mut people: Vec<(String, String)> = page
        .state
        .parties()
        .filter(|party| party.is_person() && party.name().is_some())
        .filter(|party| {
            party
                .memberships
                .iter()
                .any(|id| page.state.membership(*id).is_some_and(|held| held.is_current_on(page.today)))
        })
        .map(|party| (party.id.to_string(), words.party(party.id)))
        .collect();
    people.sort_by(|one, other| one.1.cmp(&other.1));
    html! {
        details class="more" {
            summary { (words.text("office-give")) }
            form method="post" action={ (page.base) "/offices" } {
                (hidden("request", &RequestId(uuid::Uuid::now_v7()).to_string()))
                (hidden("office", office.rule.id.as_str()))
                (select(&Field::new("person", words.text("office-person")).scope(number), words.text("office-nobody-chosen"), &people))
                (field(Kind::Date, &Field::new("from", words.text("office-from")).value(&page.today.to_string()).scope(number)))
                (field(Kind::Date, &Field::new("until", words.text("office-until")).hint(words.text("office-until-hint")).optional().scope(number)))
                (submit(words.text("office-give-button")))
            }
        }
    }
}

/// On the page of somebody who has lost their way in: who vouched, and the button for whoever may.
pub(super) fn access(page: &Page<'_>, party: PartyId) -> Markup {
    let words = page.words;
    let Viewer::Party(person) = page.viewer else { return html! {} };
    if person == party || !has_power(page.state, person, Power::RestoreAccess, page.today) {
        return html! {};
    }
    let office = page.rulebook.offices().find(|office| office.rule.powers.contains(&Power::RestoreAccess));
    let cites = office.map(|office| &**office.cite);
    html! {
        (passage(&notes(page.reader(), cites), &html! {
            h2 { (words.text("access-title")) }
            p class="small soft" { (words.text("access-hint")) }
            @if let Some(vouched) = page.state.vouched_for(party) {
                p { (words.text_with("access-waiting", [("person", Argument::Party(vouched.by))])) }
            }
            form method="post" action={ (page.base) "/members/" (party) "/vouch" } {
                (hidden("request", &RequestId(uuid::Uuid::now_v7()).to_string()))
                (submit(&words.text_with("access-vouch", [("person", Argument::Party(party))])))
            }
        }))
    }
}
