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
use rochdale_core::{
    message::Key,
    values::{PartyId, Slug},
};
use rochdale_register::{Account, Kind, Secret};

use crate::{
    choices::kept,
    look::{Field, Form, Kind as FieldKind, Part, Tried, passage, title},
    problem::Problem,
    sent::Sent,
    site::Site,
    visit::{SESSION, Visit},
};

static TOKEN_WRONG: Key = Key { id: "token-wrong", arguments: &[] };

/// How long somebody stays signed in, in hours: 30 days.
const SESSION_HOURS: i64 = 30 * 24;

/// The routes of signing in and out.
pub fn router() -> Router<Arc<Site>> {
    Router::new().route("/sign-in", get(ask).post(sign_in)).route("/sign-out", post(sign_out))
}

async fn ask(visit: Visit) -> Html<String> {
    form(&visit, None)
}

fn form(visit: &Visit, tried: Option<&Tried<'_>>) -> Html<String> {
    visit.show_outside(|words| {
        let heading = words.text("sign-in");
        let token = Field::new(FieldKind::Line, "token").hint(words.text("token-hint"));
        let form = Form::new("/sign-in".to_owned(), vec![Part::Field(token)]).submit(heading);
        let body = html! {
            (title(&html! { "Rochdale" }, heading, Some(&html! { p class="lead" { (words.text("sign-in-lead")) } })))
            (passage(&html! {}, &form.draw(words, tried)))
        };
        (tried.map_or_else(|| heading.to_owned(), |tried| tried.title(heading)), body)
    })
}

async fn sign_in(visit: Visit, jar: CookieJar, sent: Sent) -> Result<Response, Problem> {
    match account(&visit, &sent).await {
        Ok(account) => begin(&visit, jar, &account.organization, account.party).await,
        Err(problem) => Ok(visit.show_again_outside(&sent, problem, |tried| form(&visit, Some(tried)))),
    }
}

/// Whose the token is.
async fn account(visit: &Visit, sent: &Sent) -> Result<Account, Problem> {
    let database = visit.site.registers.database();
    let found = match Secret::from_text(sent.text("token")?) {
        Some(secret) => database.who(Kind::Token, &secret, visit.site.clock.now()).await?,
        None => None,
    };
    found.ok_or_else(|| Problem::field("token", &TOKEN_WRONG))
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
