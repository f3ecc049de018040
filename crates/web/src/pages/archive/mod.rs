//! The archive: the documents that the reader may read, one page for each, its file, and every step as a form.

mod file;
mod list;
mod show;
mod steps;

use std::sync::Arc;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, Query},
    response::{Html, Response},
    routing::{get, post},
};
use maud::{Markup, html};
use rochdale_core::{
    archive::{Document, Sort, documents_for},
    command::Command,
    sight::Viewer,
    values::{DocumentId, PartyId, Slug},
};
use rochdale_register::FILE_BYTES_MAX;

pub(crate) use file::{handed_out, put as put_file};

use super::cases::written;
use crate::{
    look::{Place, Tone, badge},
    problem::Problem,
    safety::BODY_BYTES_MAX,
    sent::Sent,
    site::Site,
    visit::{Page, Visit},
};

/// The routes of the archive.
pub fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/{org}/archive", get(all).post(file::keep).layer(room()))
        .route("/{org}/archive/{id}", get(one))
        .route("/{org}/archive/{id}/file", get(file::download).post(file::restore).layer(room()))
        .route("/{org}/archive/{id}/{step}", post(take))
}

/// Room for the largest file and its form.
fn room() -> DefaultBodyLimit {
    DefaultBodyLimit::max(FILE_BYTES_MAX + BODY_BYTES_MAX)
}

/// Which documents to show.
#[derive(Default, serde::Deserialize)]
pub struct Wanted {
    /// Of which confidentiality class; of all where it is left out.
    class: Option<String>,
    /// Words of their titles.
    search: Option<String>,
    /// The page, counted from 1, the newest documents first.
    page: Option<usize>,
}

/// The documents that the reader may read.
pub async fn all(
    visit: Visit,
    Path(org): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), |page| list::draw(page, &wanted))
}

/// One document; one that the reader may not read is not there.
pub async fn one(visit: Visit, Path((org, id)): Path<(String, u32)>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), |page| show::draw(page, DocumentId(id)))
}

/// Does something with a document: `reclassify` or `erase`.
pub async fn take(visit: Visit, Path((org, id, step)): Path<(String, u32, String)>, sent: Sent) -> Response {
    let (address, document) = (format!("/{org}/archive/{id}"), DocumentId(id));
    let submitted = async {
        let words = written(&visit, &org, &sent)?;
        let command = match step.as_str() {
            "reclassify" => Command::ReclassifyDocument {
                document,
                class: sent.slug("class")?,
                named: named(&sent)?,
                words,
            },
            "erase" => Command::EraseDocument { document, words },
            _ => return Err(Problem::NotFound),
        };
        visit.submit(&org, sent.request()?, command).await
    };
    let submitted = submitted.await;
    visit.led_back((&org, Place::Today, &address), &sent, submitted, |page| show::draw(page, document))
}

/// Who was chosen as named.
fn named(sent: &Sent) -> Result<Vec<PartyId>, Problem> {
    sent.each_of("named", |text| text.parse().ok().map(PartyId))
}

/// Whether the bylaws have an archive with something in it that the reader may read or do.
pub(super) fn has_archive(page: &Page<'_>) -> bool {
    let is_open =
        page.viewer != Viewer::Public || !documents_for(page.state, page.viewer, page.today).is_empty();
    page.rulebook.confidentiality().is_some() && is_open
}

/// What a document is called: by its number once its title is erased.
fn heading(page: &Page<'_>, document: &Document) -> String {
    let number = [("number", u32::from(document.id).into())];
    let title = document.title(page.state).map(str::to_owned);
    title.unwrap_or_else(|| page.words.text_with("document-number", number))
}

/// What people call a sort of file.
fn sort_name<'a>(page: &Page<'a>, sort: Sort) -> &'a str {
    page.words.text(match sort {
        Sort::Pdf => "document-sort-pdf",
        Sort::Csv => "document-sort-csv",
        Sort::Text => "document-sort-text",
        Sort::Png => "document-sort-png",
        Sort::Jpeg => "document-sort-jpeg",
    })
}

/// What people call a confidentiality class; one that the edition in force does not know, as the register does.
fn class_name(page: &Page<'_>, class: &Slug) -> String {
    let known = page.rulebook.confidentiality().and_then(|rule| rule.rule.class(class));
    known.map_or_else(|| class.to_string(), |known| page.name(&known.named.name).to_owned())
}

/// The class of a document as a badge, and whether it is erased.
fn stands(page: &Page<'_>, document: &Document) -> Markup {
    let rule = page.rulebook.confidentiality();
    let is_public =
        rule.and_then(|rule| rule.rule.class(document.class())).is_some_and(|class| class.is_public);
    let tone = if is_public { Tone::Yes } else { Tone::Plain };
    html! {
        (badge(tone, &class_name(page, document.class())))
        @if !document.is_kept() { " " (badge(Tone::No, page.words.text("document-erased"))) }
    }
}
