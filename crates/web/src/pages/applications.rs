//! What a membership may apply for and what is still missing, and the record of the capital that completes it.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use rochdale_core::{
    command::{Command, Effect},
    membership::{Application, Membership, Right, applications, has_right},
    offices::{Power, has_power},
    proposals::matter,
    values::PartyId,
};

use super::{members, proposals};
use crate::{
    look::{Form, Part, Place, findings, notes, passage},
    sent::Sent,
    visit::{Page, Visit},
};

/// Records that the capital of a membership is paid in full.
pub async fn pay(visit: Visit, Path((org, id)): Path<(String, u32)>, sent: Sent) -> Response {
    let address = format!("/{org}/members/{id}");
    let submitted = async {
        let command = Command::RecordCapital { membership: sent.number("membership")? };
        visit.submit(&org, sent.request()?, command).await
    };
    let submitted = submitted.await;
    visit.led_back((&org, Place::Members, &address), &sent, submitted, |page| members::one(page, PartyId(id)))
}

/// On the page of a party: what a membership of it may apply for, from which day on, and what is still missing.
pub(super) fn of_membership(page: &Page<'_>, membership: &Membership) -> Markup {
    let applications = applications(page.state, page.rulebook, membership, page.today);
    let cites: Vec<_> = applications.iter().map(|one| (*one.cites).clone()).collect();
    html! {
        @if !applications.is_empty() {
            (passage(&notes(page.reader(), &cites), &html! {
                h2 { (page.words.text("applications")) }
                @for application in &applications { (one(page, application)) }
            }))
        }
        (capital(page, membership))
    }
}

/// Something to apply for: the day, what is missing, and the way to a proposal.
pub(super) fn one(page: &Page<'_>, application: &Application) -> Markup {
    let words = page.words;
    let group = matter(page.state, page.rulebook, &application.matter).map(|rule| rule.group);
    let proposes = |person| has_right(page.state, person, Right::Propose, group.as_ref(), page.today);
    let is_offered = application.from <= page.today
        && application.proposal.is_none()
        && page.viewer.person().is_some_and(proposes);
    html! {
        h3 { (words.matter(&application.matter)) }
        p { (words.text_with("application-from", [("day", application.from.into())])) }
        (findings(page.reader(), &application.missing))
        @if let Some(link) = application.proposal.and_then(|id| proposals::numbered_link(page, id)) { p { (link) } }
        @if is_offered {
            p { a href={ (page.base) "/proposals/new?matter=" (application.matter) "&changes=" (application.membership) } { (words.text("application-propose")) } }
        }
    }
}

/// For whoever records payments, where a membership waits for its capital.
fn capital(page: &Page<'_>, membership: &Membership) -> Markup {
    let words = page.words;
    let records = page
        .viewer
        .person()
        .is_some_and(|person| has_power(page.state, person, Power::RecordPayments, page.today));
    let class = membership.class_on(page.today).and_then(|(_, class)| page.rulebook.class(class));
    let effect = Effect::ChangeClass { membership: membership.id };
    let waits = class.is_some_and(|class| class.rule.needs_capital)
        || page.state.awaited_effects().any(|proposal| proposal.draft.effect == effect);
    let is_paid = membership.capital_paid.is_some();
    if !records || !waits || is_paid || !membership.is_current_on(page.today) {
        return html! {};
    }
    let hint = Part::Plain(html! { p class="small soft" { (words.text("capital-hint")) } });
    let form = Form::new(format!("{}/members/{}/capital", page.base, membership.party), vec![hint])
        .request()
        .of("membership", membership.id.to_string())
        .submit(words.text("capital-button"));
    passage(
        &html! {},
        &html! {
            h2 { (words.text("capital")) }
            (page.form(&form))
        },
    )
}
