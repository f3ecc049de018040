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

use super::sign_in::begin;
use crate::{
    look::{passage, title},
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
    let mut co_ops = Vec::new();
    for registrar in visit.site.registers.all() {
        let handle = registrar.organization().as_str().to_owned();
        co_ops.extend(visit.read_as(&handle, Viewer::Desk, |page| Ok(people(page))).ok());
    }
    visit.show_outside(|words| {
        let lead = html! { p class="lead" { (words.text("demo-lead")) } };
        let body = html! {
            (title(&html! { "Rochdale" }, words.text("demo-title"), Some(&lead)))
            @for co_op in &co_ops { (passage(&html! {}, co_op)) }
        };
        (words.text("demo-title").to_owned(), body)
    })
}

/// Everybody in membership of a co-op by class, each a button; organizations through who acts for them.
fn people(page: &Page<'_>) -> Markup {
    let words = page.words;
    html! {
        h2 { (page.name(&page.rulebook.front.name)) }
        form method="post" action="/demo" {
            input type="hidden" name="organization" value=(page.base.trim_start_matches('/'));
            @for class in page.rulebook.classes() {
                @let id = &class.rule.id;
                @let held: Vec<_> = page.state.memberships_on(page.today).filter(|one| one.class_on(page.today).is_some_and(|(_, on)| on == id)).collect();
                @if !held.is_empty() {
                    details class="more" open[held.len() <= 12] {
                        summary { (page.name(&class.rule.name)) " " span class="soft" { (words.count(held.len() as u64)) } }
                        div class="tags" {
                            @for one in &held {
                                @let acting = page.state.party(one.party).filter(|party| !party.is_person()).and_then(|party| party.representative_on(page.today)).unwrap_or(one.party);
                                @let phase = one.class_on(page.today).and_then(|(since, class)| phase_on(page.rulebook, class, since, page.today));
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
        }
    }
}

async fn be(visit: Visit, jar: CookieJar, sent: Sent) -> Result<Response, Problem> {
    let organization: Slug = sent.slug("organization")?;
    visit.registrar(organization.as_str())?;
    let party: Option<PartyId> =
        if sent.text("party")? == "desk" { None } else { Some(sent.number("party")?) };
    begin(&visit, jar, &organization, party).await
}
