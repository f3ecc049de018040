//! A list is confirmed, entered, or forgotten.

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use rochdale_lists::{Failed, Matching, Why};
use uuid::Uuid;

use super::{
    bring::{Asked, read},
    preview::{brought, counts, denied_of, page_of},
};
use crate::{
    lists::{Ended, Step},
    look::{Place, passage},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// How many rows are shown that were not entered.
const ROWS_SHOWN_MAX: usize = 100;

/// Begins to enter a list, if what would come of it now is what whoever confirms has seen; else shows it anew.
pub async fn enter(
    visit: Visit,
    Path((org, id)): Path<(String, Uuid)>,
    sent: Sent,
) -> Result<Response, Problem> {
    let kept = brought(&visit, &org, id)?;
    let address = format!("/{org}/lists/brought/{id}");
    let seen = sent.text("seen")?;
    if let Step::Read(before) = kept.step() {
        let asked = Asked {
            bytes: kept.bytes.clone(),
            basis: before.matching.basis.clone(),
            encoding: Some(before.sheet.encoding),
            separator: Some(before.sheet.separator),
            matching: Some(Matching::clone(&before.matching)),
        };
        if let Ok((_, reading)) = read(&visit, &org, asked).await? {
            kept.read(reading);
        }
    }
    if kept.confirm(visit.registrar(&org)?, seen) {
        return Ok(visit.then(&address));
    }
    // Whoever chooses a language here comes back to the page of the list.
    let visit = Visit { path: address.as_str().into(), ..visit };
    let page = visit.show(&org, Some(Place::Members), |page| {
        page_of(page, &address, &kept, Some(page.words.text("list-changed-meanwhile")))
    })?;
    Ok((StatusCode::CONFLICT, page).into_response())
}

/// Forgets a list of which nothing is to be entered.
pub async fn forget(visit: Visit, Path((org, id)): Path<(String, Uuid)>) -> Result<Response, Problem> {
    brought(&visit, &org, id)?;
    visit.site.lists.forget(id);
    Ok(visit.then(&format!("/{org}/lists")))
}

/// A list that is being entered.
pub fn under_way(page: &Page<'_>, address: &str, heard: usize, of: usize) -> Markup {
    let words = page.words;
    let number = |count: usize| (count as u64).into();
    let said = words.text_with("list-under-way", [("heard", number(heard)), ("of", number(of))]);
    passage(
        &html! {},
        &html! {
            h2 { (words.text("list-entering")) }
            p { label for="heard" { (said) } }
            progress id="heard" max=(of) value=(heard) { (said) }
            p class="small soft" { (words.text("list-looks-again")) }
            p { a href=(address) { (words.text("list-look-now")) } }
        },
    )
}

/// What came of a list.
pub fn ended(page: &Page<'_>, ended: &Ended) -> Markup {
    let words = page.words;
    html! {
        (passage(&html! {}, &html! {
            h2 { (words.text("list-entered")) }
            (counts(page, &ended.done, Some((ended.left_out, ended.failed.len()))))
            p { a href={ (page.base) "/members" } { (words.text("nav-members")) } }
        }))
        @if !ended.failed.is_empty() {
            (passage(&html! {}, &html! {
                h2 { (words.text("list-not-entered")) }
                ul class="list" {
                    @for failed in ended.failed.iter().take(ROWS_SHOWN_MAX) { li class="tight" { (failed_row(page, failed)) } }
                }
            }))
        }
    }
}

fn failed_row(page: &Page<'_>, failed: &Failed) -> Markup {
    let words = page.words;
    html! {
        span class="label" { (words.text_with("list-row-number", [("row", failed.row.into())])) } " "
        @match &failed.why {
            Why::Denied(denied) => (denied_of(page, denied)),
            Why::Before => (words.text("list-before")),
            Why::Broke(_) => (words.text("list-broke")),
        }
    }
}
