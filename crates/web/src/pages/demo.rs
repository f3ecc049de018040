//! Be anybody: a page of the demo, which no other site has.

use std::sync::Arc;

use axum::{
    Router,
    response::{Html, Response},
    routing::get,
};
use axum_extra::extract::CookieJar;
use maud::{Markup, html};
use rochdale_core::{
    membership::phase_on,
    sight::Viewer,
    values::{PartyId, Slug},
};
use rochdale_register::Begun;

use super::sign_in::begin;
use crate::{
    look::{Form, Part, Tried, passage, title},
    problem::Problem,
    sent::Sent,
    site::Site,
    visit::{Page, Visit},
};

/// The route of the demo's page.
pub fn router() -> Router<Arc<Site>> {
    Router::new().route("/demo", get(choose).post(be))
}

async fn choose(visit: Visit) -> Html<String> {
    everybody(&visit, None)
}

fn everybody(visit: &Visit, tried: Option<&Tried<'_>>) -> Html<String> {
    let mut co_ops = Vec::new();
    for registrar in visit.site.registers.all() {
        let handle = registrar.organization().as_str();
        let people = visit.read_as(handle, Viewer::Desk, |page| Ok(people(&Page { tried, ..*page })));
        co_ops.extend(people.ok());
    }
    visit.show_outside(|words| {
        let heading = words.text("demo-title");
        let lead = html! { p class="lead" { (words.text("demo-lead")) } };
        let body = html! {
            (title(&html! { "Rochdale" }, heading, Some(&lead)))
            @for co_op in &co_ops { (passage(&html! {}, co_op)) }
        };
        (tried.map_or_else(|| heading.to_owned(), |tried| tried.title(heading)), body)
    })
}

/// Everybody in membership of a co-op by class, each a button; organizations through who acts for them.
fn people(page: &Page<'_>) -> Markup {
    let words = page.words;
    let buttons = html! {
        @for class in page.rulebook.classes() {
            @let id = &class.rule.id;
            @let held: Vec<_> = page.state.memberships_on(page.today).filter(|one| one.class_on(page.today).is_some_and(|(_, on)| on == id)).collect();
            @if !held.is_empty() {
                details class="more" open[held.len() <= 12] {
                    summary { (page.name(&class.rule.name)) " " span class="soft" { (words.count(held.len() as u64)) } }
                    div class="tags" {
                        @for one in &held {
                            @let acting = page.state.party(one.party).filter(|party| !party.is_person()).and_then(|party| party.representative_on(page.today)).unwrap_or(one.party);
                            @let phase = phase_on(page.rulebook, one, page.today);
                            button class="quiet small-button" type="submit" name="party" value=(acting) {
                                (words.party(one.party))
                                @if acting != one.party { span class="soft" { " · " (words.party(acting)) } }
                                @if let Some(on) = phase { span class="soft" { " · " (page.name(&on.phase.name)) } }
                            }
                        }
                    }
                }
            }
        }
        details class="more" {
            summary { (words.text("the-desk")) }
            div { button class="quiet small-button" type="submit" name="party" value="desk" { (words.text("the-desk")) } }
        }
    };
    let handle = page.base.trim_start_matches('/');
    let form = Form::new("/demo".to_owned(), vec![Part::Plain(buttons)]).of("organization", handle);
    html! {
        h2 { (page.name(&page.rulebook.front.name)) }
        (page.form(&form))
    }
}

async fn be(visit: Visit, jar: CookieJar, sent: Sent) -> Result<Response, Problem> {
    match chosen(&visit, &sent) {
        Ok((organization, party)) => begin(&visit, jar, &organization, party, Begun::Demo).await,
        Err(problem) => Ok(visit.show_again_outside(&sent, problem, |tried| everybody(&visit, Some(tried)))),
    }
}

/// Who to be, and where.
fn chosen(visit: &Visit, sent: &Sent) -> Result<(Slug, Option<PartyId>), Problem> {
    let organization = sent.slug("organization")?;
    visit.registrar(organization.as_str())?;
    let party = if sent.text("party")? == "desk" { None } else { Some(sent.number("party")?) };
    Ok((organization, party))
}
