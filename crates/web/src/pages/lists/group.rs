//! The members' mail group: who joined, who left since it was last brought up to date.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use rochdale_core::{message::Key, personal::is_address, sight::Viewer, values::IdSet};
use rochdale_lists::out::{Changes, group, group_csv, left_csv};
use rochdale_register::GroupExport;

use super::{must_keep_members, out::file};
use crate::{
    look::{Field, Form, Kind, Part, Place},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

static EMAIL_IS_NONE: Key = Key { id: "email-is-none", arguments: &[] };

/// How many of the past times are shown.
const SHOWN_MAX: usize = 12;

/// The part of the page of lists that is about the group.
pub fn section(page: &Page<'_>, exports: &[GroupExport]) -> Result<Markup, Problem> {
    let words = page.words;
    let reached = group(page.state, page.viewer, page.today)
        .map_err(|refusal| Problem::refused(page.base.trim_start_matches('/'), *refusal))?;
    let last = exports.last();
    let before = last.map(|last| last.people.clone()).unwrap_or_default();
    let changes = Changes::between(page.state, page.viewer, page.today, &before, &reached.people());
    let address = last.map_or("", |last| last.address.as_str());
    let field = Field::new(Kind::Line, "list-group").hint(words.text("list-group-hint")).value(address);
    Ok(html! {
        h2 { (words.text("list-group-title")) }
        p { (words.text("list-group-lead")) }
        p {
            (words.text_with("list-group-changes", [("joined", (changes.joined.len() as u64).into()), ("left", ((changes.left.len() + changes.left_unknown) as u64).into())]))
            @if !reached.without.is_empty() {
                " " (words.text_with("list-group-without", [("count", (reached.without.len() as u64).into())]))
            }
        }
        (page.form(&Form::new(format!("{}/lists/group", page.base), vec![Part::Field(field)]).submit(words.text("list-group-take"))))
        @if !exports.is_empty() {
            ul class="list" {
                @for export in exports.iter().rev().take(SHOWN_MAX) { li class="row" { (past(page, export)) } }
            }
        }
    })
}

/// A time when the group was brought up to date, with its files.
fn past(page: &Page<'_>, export: &GroupExport) -> Markup {
    let words = page.words;
    let by = export.by.map_or_else(|| words.text("the-desk").to_owned(), |party| words.party(party));
    let files = format!("{}/lists/group/{}", page.base, export.number);
    html! {
        span { (words.instant(export.at)) span class="soft small" { " · " (by) " · " (export.address) } }
        span class="tags" {
            a href={ (files) "/joined.csv" } { (words.text("list-group-joined")) }
            a href={ (files) "/left.csv" } { (words.text("list-group-left")) }
        }
    }
}

/// Keeps that the group is brought up to date, and leads to the files.
pub async fn record(visit: Visit, Path(org): Path<String>, sent: Sent) -> Result<Response, Problem> {
    let people = visit.read(&org, |page| {
        must_keep_members(page)?;
        let reached =
            group(page.state, page.viewer, page.today).map_err(|refusal| Problem::refused(&org, *refusal))?;
        Ok(reached.people())
    })?;
    let (registrar, database) = (visit.registrar(&org)?, visit.site.registers.database());
    let address = format!("/{org}/lists");
    let group = sent.text("list-group").and_then(|group| {
        if is_address(group) { Ok(group) } else { Err(Problem::field("list-group", &EMAIL_IS_NONE)) }
    });
    let exports = database.group_exports(registrar.organization()).await?;
    match group {
        Ok(group) => {
            let by = match visit.viewer(registrar.organization()) {
                Viewer::Party(party) => Some(party),
                Viewer::Desk | Viewer::Public => None,
            };
            let now = visit.site.clock.now();
            database.record_group(registrar.organization(), by, now, group, &people).await?;
            Ok(visit.then(&address))
        }
        Err(problem) => Ok(visit.show_again((&org, Place::Members, &address), &sent, problem, |page| {
            super::lists(page, &exports, None)
        })),
    }
}

/// What changed with a time when the group was brought up to date, and its address.
async fn changes(visit: &Visit, org: &str, number: u32) -> Result<(String, Changes), Problem> {
    visit.read(org, must_keep_members)?;
    let registrar = visit.registrar(org)?;
    let exports = visit.site.registers.database().group_exports(registrar.organization()).await?;
    let place = exports.iter().position(|export| export.number == number).ok_or(Problem::NotFound)?;
    let before = place.checked_sub(1).map_or_else(IdSet::default, |place| exports[place].people.clone());
    let export = &exports[place];
    visit.read(org, |page| {
        let changes = Changes::between(page.state, page.viewer, page.today, &before, &export.people);
        Ok((export.address.clone(), changes))
    })
}

/// The file by which Google Groups adds who joined.
pub async fn joined(visit: Visit, Path((org, number)): Path<(String, u32)>) -> Result<Response, Problem> {
    let (group, changes) = changes(&visit, &org, number).await?;
    let bytes = group_csv(&group, changes.joined.iter().map(|(_, address)| address.as_str()));
    Ok(file("text/csv; charset=utf-8", &format!("{org}-joined-{number}.csv"), bytes))
}

/// The addresses of who left.
pub async fn left(visit: Visit, Path((org, number)): Path<(String, u32)>) -> Result<Response, Problem> {
    let (_, changes) = changes(&visit, &org, number).await?;
    let bytes = left_csv(changes.left.iter().map(|(_, address)| address.as_str()));
    Ok(file("text/csv; charset=utf-8", &format!("{org}-left-{number}.csv"), bytes))
}
