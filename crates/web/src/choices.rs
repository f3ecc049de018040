//! Language and theme, kept in cookies.

use axum::response::Redirect;
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};
use rochdale_core::values::Language;
use rochdale_register::Account;

use crate::{
    look::Theme,
    problem::Problem,
    sent::Sent,
    visit::{LANGUAGE, THEME, Visit},
};

/// Keeps the language chosen, and goes back. Whoever is signed in is written to in it from now on.
pub async fn language(visit: Visit, jar: CookieJar, sent: Sent) -> Result<(CookieJar, Redirect), Problem> {
    let chosen = Language::new(sent.optional("language").unwrap_or_default());
    let back = Redirect::to(sent.way_back());
    if !visit.site.catalogue.languages().any(|known| *known == chosen) {
        return Ok((jar, back));
    }
    if let Some(Account { organization, party: Some(party), .. }) = &visit.account {
        visit.site.registers.database().choose_language(organization, *party, &chosen).await?;
    }
    Ok((jar.add(kept(&visit, LANGUAGE, chosen.as_str())), back))
}

/// Keeps the theme chosen, and goes back.
pub async fn theme(visit: Visit, jar: CookieJar, sent: Sent) -> (CookieJar, Redirect) {
    let chosen = Theme::from_id(sent.optional("theme").unwrap_or_default());
    (jar.add(kept(&visit, THEME, chosen.id())), Redirect::to(sent.way_back()))
}

/// A cookie that only this site reads, and no script.
pub fn kept(visit: &Visit, name: &'static str, value: &str) -> Cookie<'static> {
    Cookie::build((name, value.to_owned()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(visit.site.entrance.is_https())
        .permanent()
        .build()
}
