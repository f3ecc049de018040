//! Somebody's own ways in: where they are signed in, and their passkeys; and what is kept about them.

pub(super) mod correct;
pub(super) mod forget;
mod kept;
mod passkeys;
mod sessions;

use std::sync::Arc;

use axum::{
    Router,
    extract::Path,
    response::Html,
    routing::{get, post},
};
use maud::html;
use rochdale_core::values::Slug;
use rochdale_register::Account;

use crate::{look::title, problem::Problem, site::Site, visit::Visit};

/// The routes of the page and its forms.
pub fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/{org}/account", get(show))
        .route("/{org}/account/end", post(sessions::end))
        .route("/{org}/account/end-others", post(sessions::end_others))
        .route("/{org}/account/kept", get(kept::show))
        .route("/{org}/account/kept/data.json", get(kept::json))
        .route("/{org}/account/kept/data.pdf", get(kept::pdf))
        .route("/{org}/account/kept/correct", post(correct::correct_own))
        .route("/{org}/account/kept/forget", post(forget::forget_own))
        .route("/{org}/members/{id}/correct", post(correct::correct_others))
        .route("/{org}/members/{id}/forget", post(forget::forget_others))
        .route("/{org}/account/passkeys", post(passkeys::add))
        .route("/{org}/account/passkeys/ask", post(passkeys::ask))
        .route("/{org}/account/passkeys/rename", post(passkeys::rename))
        .route("/{org}/account/passkeys/remove", post(passkeys::remove))
}

/// Through what whoever asks is signed in to this co-op.
fn own<'a>(visit: &'a Visit, org: &str) -> Result<&'a Account, Problem> {
    let organization = Slug::new(org);
    visit.registrar(org)?;
    let account = visit.account.as_ref().filter(|account| account.organization == organization);
    account.ok_or(Problem::NotSignedIn)
}

async fn show(visit: Visit, Path(org): Path<String>) -> Result<Html<String>, Problem> {
    let account = own(&visit, &org)?;
    let database = visit.site.registers.database();
    let now = visit.site.clock.now();
    let accounts = database.accounts(&account.organization, account.party, now).await?;
    let passkeys = match account.party {
        Some(party) => Some(database.passkeys(&account.organization, party).await?),
        None => None,
    };
    let handed = match account.party {
        Some(party) => database.handed(&account.organization, party).await?,
        None => Vec::new(),
    };
    visit.show(&org, None, |page| {
        let heading = page.words.text("account-title");
        let lead = html! {
            p class="lead" { (page.words.text("account-lead")) }
            @if account.party.is_some() {
                p { a href={ (page.base) "/account/kept" } { (page.words.text("kept-title")) } }
            }
            p { a href="/api" { (page.words.text("account-as-json")) } }
        };
        let body = html! {
            (title(&html! { (page.name(&page.rulebook.front.name)) }, heading, Some(&lead)))
            (sessions::handed(page, &handed))
            (sessions::passage(page, account, &accounts))
            @if let Some(passkeys) = &passkeys { (passkeys::passage(&visit, page, passkeys)) }
        };
        Ok((heading.to_owned(), body))
    })
}
