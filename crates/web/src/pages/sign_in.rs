//! Signing in with a token, and out again.

use std::sync::Arc;

use axum::{
    Router,
    response::{Html, IntoResponse, Redirect, Response},
    routing::{get, post},
};
use axum_extra::extract::CookieJar;
use jiff::{SignedDuration, Timestamp};
use maud::html;
use rochdale_core::values::{PartyId, Slug};
use rochdale_register::{Kind, Secret};

use crate::{
    choices::kept,
    look::{Field, Kind as FieldKind, field, passage, submit, title},
    problem::Problem,
    sent::Sent,
    site::Site,
    visit::{SESSION, Visit},
};

/// How long somebody stays signed in, in hours: 30 days.
const SESSION_HOURS: i64 = 30 * 24;

/// The routes of signing in and out.
pub fn router() -> Router<Arc<Site>> {
    Router::new().route("/sign-in", get(ask).post(sign_in)).route("/sign-out", post(sign_out))
}

async fn ask(visit: Visit) -> Html<String> {
    form(&visit, false)
}

fn form(visit: &Visit, is_wrong: bool) -> Html<String> {
    visit.show_outside(|words| {
        let problem = is_wrong.then(|| words.text("token-wrong"));
        let body = html! {
            (title(&html! { "Rochdale" }, words.text("sign-in"), Some(&html! { p class="lead" { (words.text("sign-in-lead")) } })))
            (passage(&html! {}, &html! {
                form method="post" action="/sign-in" {
                    (field(FieldKind::Line, &Field { problem, ..Field::new("token", words.text("token")).hint(words.text("token-hint")) }))
                    (submit(words.text("sign-in")))
                }
            }))
        };
        (words.text("sign-in").to_owned(), body)
    })
}

async fn sign_in(visit: Visit, jar: CookieJar, sent: Sent) -> Result<Response, Problem> {
    let database = visit.site.registers.database();
    let account = match sent.optional("token").and_then(Secret::from_text) {
        Some(secret) => database.who(Kind::Token, &secret, visit.site.clock.now()).await?,
        None => None,
    };
    let Some(account) = account else { return Ok(form(&visit, true).into_response()) };
    begin(&visit, jar, &account.organization, account.party).await
}

/// Begins a session, and leads to the page of today.
pub(super) async fn begin(
    visit: &Visit,
    jar: CookieJar,
    organization: &Slug,
    party: Option<PartyId>,
) -> Result<Response, Problem> {
    let now = visit.site.clock.now();
    let until = now.checked_add(SignedDuration::from_hours(SESSION_HOURS)).unwrap_or(Timestamp::MAX);
    let database = visit.site.registers.database();
    let secret = database.issue(Kind::Session, organization, party, "browser", now, until).await?;
    let page = if party.is_some() { "/today" } else { "" };
    let cookie = kept(visit, SESSION, &secret.text());
    Ok((jar.add(cookie), Redirect::to(&format!("/{organization}{page}"))).into_response())
}

async fn sign_out(visit: Visit, jar: CookieJar) -> Result<Response, Problem> {
    if let Some(account) = &visit.account {
        visit.site.registers.database().revoke(account.id).await?;
    }
    Ok((jar.remove(kept(&visit, SESSION, "")), Redirect::to("/")).into_response())
}
