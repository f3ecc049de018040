//! Lists of members: bringing one in from a spreadsheet, and taking one out.

mod bring;
mod group;
mod matching;
mod out;
mod preview;
mod progress;

pub(super) use out::file;
use std::sync::Arc;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Path},
    response::Html,
    routing::{get, post},
};
use maud::{Markup, html};
use rochdale_core::{
    command::By,
    membership::Right,
    offices::Power,
    sight::{Viewer, must_have_power, reaches_members},
};
use rochdale_register::GroupExport;

use crate::{
    look::{Place, note, passage, title},
    problem::Problem,
    site::Site,
    visit::{Page, Visit},
};

/// The largest file that is read, in bytes: a list of 200 000 rows fits.
const FILE_BYTES_MAX: usize = 40 * 1024 * 1024;

/// The routes of lists.
pub fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/{org}/lists", get(show))
        .route("/{org}/lists/bring", post(bring::bring).layer(DefaultBodyLimit::max(FILE_BYTES_MAX)))
        .route("/{org}/lists/brought/{id}", get(preview::show).post(matching::read))
        .route("/{org}/lists/brought/{id}/enter", post(progress::enter))
        .route("/{org}/lists/brought/{id}/forget", post(progress::forget))
        .route("/{org}/lists/members.csv", get(out::members))
        .route("/{org}/lists/register.pdf", get(out::register))
        .route("/{org}/lists/group", post(group::record))
        .route("/{org}/lists/group/{number}/joined.csv", get(group::joined))
        .route("/{org}/lists/group/{number}/left.csv", get(group::left))
}

/// Stops whoever does not keep the list of members, with the clause that says who does.
fn must_keep_members(page: &Page<'_>) -> Result<(), Problem> {
    let handle = page.base.trim_start_matches('/');
    must_have_power(page.state, page.viewer, Power::KeepMembers, page.today)
        .map_err(|refusal| Problem::refused(handle, *refusal))
}

/// In whose name something is asked for; `None` for whoever is not signed in.
fn asker(viewer: Viewer) -> Option<By> {
    match viewer {
        Viewer::Party(party) => Some(By::Party(party)),
        Viewer::Desk => Some(By::Desk),
        Viewer::Public => None,
    }
}

async fn show(visit: Visit, Path(org): Path<String>) -> Result<Html<String>, Problem> {
    let keeps = visit.read(&org, |page| {
        page.must_see(Right::SeeMembers)?;
        Ok(reaches_members(page.state, page.viewer, page.today))
    })?;
    let exports = group_exports(&visit, &org, keeps).await?;
    visit.show(&org, Some(Place::Members), |page| lists(page, &exports, None))
}

/// When the mail group was brought up to date, for whoever `keeps` the list of members.
async fn group_exports(visit: &Visit, org: &str, keeps: bool) -> Result<Vec<GroupExport>, Problem> {
    if !keeps {
        return Ok(Vec::new());
    }
    let registrar = visit.registrar(org)?;
    Ok(visit.site.registers.database().group_exports(registrar.organization()).await?)
}

/// The page of lists; `wrong` is what is said of a file that could not be read.
fn lists(page: &Page<'_>, exports: &[GroupExport], wrong: Option<&str>) -> Result<(String, Markup), Problem> {
    let words = page.words;
    let lead = html! { p class="lead" { (words.text("list-lead")) } };
    let keeps = reaches_members(page.state, page.viewer, page.today);
    let why = must_have_power(page.state, Viewer::Public, Power::KeepMembers, page.today).err();
    let margin = html! { @if let Some(why) = &why { (note(page.reader(), &why.cites)) } };
    let body = html! {
        (title(&html! { a href={ (page.base) "/members" } { (words.text("nav-members")) } }, words.text("list-title"), Some(&lead)))
        @if keeps { (passage(&margin, &bring::form(page, wrong))) }
        (passage(&html! {}, &out::forms(page)))
        @if keeps { (passage(&html! {}, &group::section(page, exports)?)) }
    };
    Ok((words.text("list-title").to_owned(), body))
}
