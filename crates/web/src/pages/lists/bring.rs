//! A file comes in.

use std::sync::Arc;

use axum::{
    extract::{Multipart, Path, multipart::MultipartError},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use rochdale_core::values::Slug;
use rochdale_lists::{Encoding, ListKey, Matching, Plan, Separator, Sheet, Unread};
use smol_str::format_smolstr;
use tokio::task::spawn_blocking;

use super::{asker, group_exports, lists, must_keep_members};
use crate::{
    lists::{Brought, Reading},
    look::Place,
    problem::Problem,
    visit::{Page, Visit},
};

/// The form in which a file is brought.
pub fn form(page: &Page<'_>, wrong: Option<&str>) -> Markup {
    let words = page.words;
    let about = if wrong.is_some() { "list-wrong list-hint" } else { "list-hint" };
    html! {
        h2 { (words.text("list-bring-title")) }
        p { (words.text("list-bring-lead")) }
        form method="post" action={ (page.base) "/lists/bring" } enctype="multipart/form-data" {
            div class="field" {
                label for="list" { (words.text("list-file")) }
                span class="hint" id="list-hint" { (words.text("list-file-hint")) }
                @if let Some(wrong) = wrong { span class="wrong" id="list-wrong" { "✕ " (wrong) } }
                input type="file" id="list" name="list" required accept=".csv,.tsv,.txt,text/csv,text/plain"
                    aria-describedby=(about) aria-invalid=[wrong.map(|_| "true")] autofocus[wrong.is_some()];
            }
            div class="actions" { button type="submit" { (words.text("list-bring")) } }
        }
        @if page.state.parties().any(|party| party.name().is_none()) {
            p class="small soft" { (words.text("list-erased-note")) }
        }
    }
}

/// Takes a file, reads it, and leads to what would come of it. Nothing is written.
pub async fn bring(visit: Visit, Path(org): Path<String>, sent: Multipart) -> Result<Response, Problem> {
    visit.read(&org, must_keep_members)?;
    let (name, bytes) = file(sent).await?;
    match read(
        &visit,
        &org,
        Asked { bytes, basis: basis(&name), encoding: None, separator: None, matching: None },
    )
    .await?
    {
        Ok((bytes, reading)) => {
            let registrar = visit.registrar(&org)?;
            let by = asker(visit.viewer(registrar.organization())).ok_or(Problem::NotSignedIn)?;
            let now = visit.site.clock.now();
            let brought = Brought::new(registrar.organization().clone(), by, name, bytes, reading, now);
            let id = visit.site.lists.keep(brought);
            Ok(visit.then(&format!("/{org}/lists/brought/{id}")))
        }
        Err(unread) => {
            let exports = group_exports(&visit, &org, true).await?;
            // Whoever chooses a language here comes back to the page of the form.
            let visit = Visit { path: format_smolstr!("/{org}/lists"), ..visit };
            let page = visit.show(&org, Some(Place::Members), |page| {
                let key = match unread {
                    Unread::Empty => "list-is-empty",
                    Unread::NoText => "list-is-no-text",
                    Unread::TooLong => "list-is-too-long",
                };
                lists(page, &exports, Some(page.words.text(key)))
            })?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// What is said of memberships on the strength of what they are, unless something else is.
fn basis(name: &str) -> String {
    name.trim_end_matches(".csv").to_owned()
}

fn turned(error: &MultipartError) -> Problem {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::Turned(StatusCode::PAYLOAD_TOO_LARGE, "too-large-what"),
        _ => Problem::Turned(StatusCode::BAD_REQUEST, "not-understood-what"),
    }
}

/// The name of the file that was sent, and what stands in it.
async fn file(mut sent: Multipart) -> Result<(String, Vec<u8>), Problem> {
    while let Some(field) = sent.next_field().await.map_err(|error| turned(&error))? {
        if field.name() == Some("list") {
            let name = field.file_name().unwrap_or_default().trim().chars().take(120).collect();
            let bytes = field.bytes().await.map_err(|error| turned(&error))?;
            return Ok((name, bytes.into()));
        }
    }
    Err(Problem::Turned(StatusCode::BAD_REQUEST, "not-understood-what"))
}

/// What a file is to be read with.
pub struct Asked {
    /// The file.
    pub bytes: Vec<u8>,
    /// On the strength of what, as long as nothing else is said.
    pub basis: String,
    /// How its characters are written, where that is said.
    pub encoding: Option<Encoding>,
    /// What separates its cells, where that is said.
    pub separator: Option<Separator>,
    /// How it is read, where that is said.
    pub matching: Option<Matching>,
}

/// Reads a file and finds out what would come of it, beside everything else that goes on: it may take a
/// second. With it the bytes again.
pub async fn read(
    visit: &Visit,
    org: &str,
    asked: Asked,
) -> Result<Result<(Vec<u8>, Reading), Unread>, Problem> {
    let registrar = visit.registrar(org)?;
    let by = asker(visit.viewer(&Slug::new(org))).ok_or(Problem::NotSignedIn)?;
    let key = ListKey(visit.site.registers.database().list_key(registrar.organization()).await?);
    let (state, now) = (registrar.state(), visit.site.clock.now());
    let reading = spawn_blocking(move || {
        let sheet = Sheet::read(&asked.bytes, asked.encoding, asked.separator)?;
        let matching = match asked.matching {
            Some(said) if said.columns.len() == sheet.headings.len() => said,
            // Read otherwise it has other columns, of which nothing was said.
            Some(said) => Matching { columns: Matching::guessed(&sheet, "").columns, ..said },
            None => Matching::guessed(&sheet, asked.basis),
        };
        let plan = Plan::rehearsed(&sheet, &matching, &state, by, now, key);
        let reading = Reading { sheet: Arc::new(sheet), matching: Arc::new(matching), plan: Arc::new(plan) };
        Ok((asked.bytes, reading))
    });
    Ok(reading.await.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic())))
}
