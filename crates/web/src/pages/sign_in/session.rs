//! Sessions: they begin with a fresh secret each time, and end on the server.

use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use jiff::{SignedDuration, Timestamp};
use rochdale_core::values::{PartyId, Slug};
use rochdale_register::{Begun, Kind};

use crate::{choices::kept, problem::Problem, visit::Visit};

/// How long somebody stays signed in, in hours: 30 days.
const SESSION_HOURS: i64 = 30 * 24;

/// Begins a session, and leads to the page of today.
pub async fn begin(
    visit: &Visit,
    jar: CookieJar,
    organization: &Slug,
    party: Option<PartyId>,
    by: Begun,
) -> Result<Response, Problem> {
    let (jar, way) = begun(visit, jar, organization, party, by).await?;
    Ok((jar, Redirect::to(&way)).into_response())
}

/// Begins a session; gives the cookies and where to go. Whatever session the browser had is over: its secret
/// is worth nothing any more, whoever else may know it.
pub async fn begun(
    visit: &Visit,
    jar: CookieJar,
    organization: &Slug,
    party: Option<PartyId>,
    by: Begun,
) -> Result<(CookieJar, String), Problem> {
    let now = visit.site.clock.now();
    let until = now.checked_add(SignedDuration::from_hours(SESSION_HOURS)).unwrap_or(Timestamp::MAX);
    let database = visit.site.registers.database();
    if let Some(before) = &visit.account {
        database.revoke(before.id).await?;
    }
    if let Some(party) = party.filter(|_| visit.chose_language) {
        database.choose_language(organization, party, &visit.language).await?;
    }
    let secret =
        database.issue(Kind::Session, organization, party, (&visit.device(), by), now, until).await?;
    let page = if party.is_some() { "/today" } else { "" };
    let cookie = kept(visit, visit.session_cookie(), &secret.text());
    Ok((jar.add(cookie), format!("/{organization}{page}")))
}

/// Ends the session, on the server and in the browser.
pub async fn end(visit: Visit, jar: CookieJar) -> Result<Response, Problem> {
    if let Some(account) = &visit.account {
        visit.site.registers.database().revoke(account.id).await?;
    }
    let gone = kept(&visit, visit.session_cookie(), "");
    Ok((jar.remove(gone), Redirect::to("/")).into_response())
}
