//! A way in for somebody who gets no mail: a link that the desk makes and hands over.

use std::sync::Arc;

use axum::{Router, extract::Path, response::Html, routing::post};
use maud::{Markup, html};
use rochdale_core::{
    membership::{Party, PartyKind},
    sight::{Viewer, lets_people_in},
    values::PartyId,
};
use rochdale_register::{Begun, Purpose};
use smol_str::format_smolstr;

use crate::{
    entrance::{Entrance, MailWay},
    look::{Place, passage, title},
    problem::Problem,
    site::Site,
    visit::{LINK_PATH, Page, Visit},
};

/// The route of making a link.
pub fn router() -> Router<Arc<Site>> {
    Router::new().route("/{org}/members/{id}/link", post(make))
}

/// Whether this person gets links by mail, so that none is handed over: whoever hands links over could
/// else be anybody, and nobody would know.
pub(super) fn is_reached_by_mail(entrance: &Entrance, party: &Party) -> bool {
    let has_address = matches!(&party.kind, PartyKind::Person(Some(details)) if details.email.is_some());
    entrance.mail == MailWay::Server && has_address
}

/// Whether a mail with a link is on its way to this person, if only into a folder: another link would end that one.
pub(super) fn is_written_to(entrance: &Entrance, party: &Party) -> bool {
    entrance.mail != MailWay::None && party.details().is_some_and(|details| details.email.is_some())
}

/// What the desk finds on the page of a person; nothing for others, and of others.
pub fn offer(visit: &Visit, page: &Page<'_>, party: &Party) -> Markup {
    if !lets_people_in(page.viewer) || !party.is_person() || party.name().is_none() {
        return html! {};
    }
    let words = page.words;
    let name = words.party(party.id);
    let named = |key| words.text_with(key, [("name", name.as_str().into())]);
    passage(
        &html! {},
        &html! {
            h2 { (words.text("hand-over-title")) }
            @if is_reached_by_mail(&visit.site.entrance, party) { p { (named("hand-over-by-mail")) } }
            @else {
                p { (named("hand-over-lead")) }
                form method="post" action={ (page.base) "/members/" (party.id) "/link" } {
                    div class="actions" { button type="submit" class="quiet" { (words.text("hand-over-make")) } }
                }
            }
        },
    )
}

async fn make(visit: Visit, Path((org, id)): Path<(String, u32)>) -> Result<Html<String>, Problem> {
    let id = PartyId(id);
    visit.read(&org, |page| {
        let party = page.state.party(id).filter(|party| party.is_person() && party.name().is_some());
        let may = party.is_some_and(|party| !is_reached_by_mail(&visit.site.entrance, party));
        if lets_people_in(page.viewer) && may { Ok(()) } else { Err(Problem::NotFound) }
    })?;
    shown_once(visit, &org, id).await
}

/// A new link for a person, on a page that shows it once. Whoever calls this has made sure that the reader may
/// have it.
pub(super) async fn shown_once(visit: Visit, org: &str, id: PartyId) -> Result<Html<String>, Problem> {
    let registrar = visit.registrar(org)?;
    let database = visit.site.registers.database();
    let now = visit.site.clock.now();
    let way =
        if visit.viewer(registrar.organization()) == Viewer::Desk { Begun::Desk } else { Begun::Office };
    let secret = database.issue_link(registrar.organization(), id, Purpose::SignIn, way, now).await?;
    let address = format!("{}{LINK_PATH}{}", visit.site.entrance.origin, secret.text());
    // Whoever chooses a language here comes back to the page of the person.
    let visit = Visit { path: format_smolstr!("/{org}/members/{id}"), ..visit };
    visit.show(org, Some(Place::Members), |page| {
        let name = page.words.party(id);
        let body = html! {
            (title(&html! { (name) }, page.words.text("hand-over-title"), None))
            (passage(&html! {}, &html! {
                p { (page.words.text("hand-over-shown")) }
                p class="panel" { span class="label" { (page.words.text("hand-over-open")) } br; code class="secret" { (address) } }
                p { a href={ (page.base) "/members/" (id) } { (page.words.text("go-back")) } }
            }))
        };
        Ok((page.words.text("hand-over-title").to_owned(), body))
    })
}
