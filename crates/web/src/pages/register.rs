//! The register: its head, its entries, and how anybody verifies it.

use axum::{
    extract::{Path, Query},
    response::Html,
};
use maud::{Markup, html};
use rochdale_core::{command::By, membership::Right, sight::fact_is_seen};
use rochdale_register::entry::{Entry, Head};
use serde::Deserialize;

use crate::{
    look::{Column, Pages, Place, definitions, passage, passage_wide, table, title},
    pages::facts,
    problem::Problem,
    visit::{Page, Visit},
};

/// How many entries stand on a page.
const ENTRIES_A_PAGE: usize = 40;

/// Which entries to show.
#[derive(Deserialize)]
pub struct Wanted {
    /// The page, counted from 1, the newest entries first.
    page: Option<usize>,
}

/// The newest entries, or a page of older ones.
pub async fn list(
    visit: Visit,
    Path(org): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, Problem> {
    visit.read(&org, |page| page.must_see(Right::SeeRegister))?;
    let registrar = visit.registrar(&org)?;
    let head = registrar.head();
    let height = usize::try_from(head.height).unwrap_or(usize::MAX);
    let pages = Pages::of(height, ENTRIES_A_PAGE, wanted.page);
    let through = head.height.saturating_sub(pages.before() as u64);
    let from = through.saturating_sub(ENTRIES_A_PAGE as u64) + 1;
    let database = visit.site.registers.database();
    let place = database.place();
    let entries = database.stretch(registrar.organization(), from, through).await;
    let entries = entries.map_err(|unread| Problem::Fault(unread.into_fault(place)))?;
    visit.show(&org, Some(Place::Register), |page| {
        let body = draw(page, &head, &entries, pages);
        Ok((page.words.text("nav-register").to_owned(), body))
    })
}

fn draw(page: &Page<'_>, head: &Head, entries: &[Entry], pages: Pages) -> Markup {
    let words = page.words;
    let handle = page.base.trim_start_matches('/');
    let lead = html! { p class="lead" { (words.text("register-lead")) } };
    let columns = [
        Column::of_words(words.text("entry-height")),
        Column::of_words(words.text("entry-what")),
        Column::of_words(words.text("entry-by")),
        Column::of_words(words.text("entry-at")),
        Column::of_words(words.text("entry-hash")),
    ];
    let rows: Vec<Vec<Markup>> = entries.iter().rev().map(|entry| row(page, entry)).collect();
    let address = format!("{}/register", page.base);
    html! {
        (title(&html! { (words.text("register-kicker")) }, words.text("nav-register"), Some(&lead)))
        (passage(&html! { p class="small soft" { (words.text("register-erasure")) } }, &html! {
            (definitions(&[
                (words.text("head-height"), html! { span class="number" { (words.count(head.height)) } }),
                (words.text("head-hash"), html! { code class="hash" { (head.hash) } }),
            ]))
            details class="why" {
                summary { (words.text("register-verify")) }
                p { (words.text("register-verify-how")) }
                pre { code { "rochdale export " (handle) ".jsonl --organization " (handle) "\nrochdale verify " (handle) ".jsonl" } }
                p { (words.text("register-verify-then")) }
            }
        }))
        (passage_wide(&html! {}, &html! {
            h2 { (words.text("register-entries")) }
            (table(words.text("register-newest-first"), &columns, &rows))
            (pages.links(words, &address, &[]))
        }))
    }
}

fn row(page: &Page<'_>, entry: &Entry) -> Vec<Markup> {
    let words = page.words;
    let hash = entry.hash.to_string();
    let (what, by) = match entry.fact() {
        Ok(fact) if !fact_is_seen(page.state, page.viewer, &fact, page.now) => {
            (html! { span class="soft" { (words.text("fact-not-yours")) } }, html! {})
        }
        Ok(fact) => (facts::told(page, &fact), by(page, entry.by)),
        Err(flaw) => (html! { (flaw.to_string()) }, by(page, entry.by)),
    };
    vec![
        html! { span class="number" { (words.count(entry.height)) } },
        what,
        by,
        html! { (words.short_date(words.day_of(entry.at))) " " span class="soft" { (words.time(entry.at)) } },
        html! { code { (hash[..12]) "…" } },
    ]
}

fn by(page: &Page<'_>, by: By) -> Markup {
    match by {
        By::Party(party) => html! { (page.words.party(party)) },
        By::Desk => html! { (page.words.text("the-desk")) },
        By::Visitor => html! { (page.words.text("the-visitor")) },
        By::Clock => html! { (page.words.text("the-clock")) },
    }
}
