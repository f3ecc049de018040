//! The members as a table, and the register on paper.

use axum::{
    extract::{Path, Query},
    http::header,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use rochdale_lists::out::{Head, members_csv, register_pdf};
use rochdale_register::Fault;

use crate::{
    look::AsOf,
    problem::Problem,
    visit::{Page, Visit},
};

/// The forms by which lists go out, for whoever may see the members.
pub fn forms(page: &Page<'_>) -> Markup {
    let words = page.words;
    let form = |file: &str, id: &str, button: &str| {
        html! {
            form method="get" action={ (page.base) "/lists/" (file) } {
                div class="field" {
                    label for=(id) { (words.text("list-on")) }
                    input type="date" id=(id) name="on" value=(page.today) max=(page.today);
                }
                div class="actions" { button type="submit" class="quiet" { (words.text(button)) } }
            }
        }
    };
    html! {
        h2 { (words.text("list-members-title")) }
        p { (words.text("list-members-lead")) }
        (form("members.csv", "members-on", "list-members-take"))
        h2 { (words.text("list-register-title")) }
        p { (words.text("list-register-lead")) }
        (form("register.pdf", "register-on", "list-register-take"))
    }
}

/// A file to keep.
pub fn file(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let named = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, named)], bytes).into_response()
}

/// The members of a day as CSV.
pub async fn members(
    visit: Visit,
    Path(org): Path<String>,
    Query(wanted): Query<AsOf>,
) -> Result<Response, Problem> {
    visit.read(&org, |page| {
        let day = wanted.day(page.today)?;
        let bytes = members_csv(page.state, page.viewer, page.today, day, page.words)
            .map_err(|refusal| Problem::refused(&org, *refusal))?;
        Ok(file("text/csv; charset=utf-8", &format!("{org}-members-{day}.csv"), bytes))
    })
}

/// The register of members of a day as PDF.
pub async fn register(
    visit: Visit,
    Path(org): Path<String>,
    Query(wanted): Query<AsOf>,
) -> Result<Response, Problem> {
    let head = visit.registrar(&org)?.head();
    let head = Head { height: head.height, hash: head.hash.to_string() };
    let handle = org.clone();
    let printed = visit.read_apart(handle, move |page| {
        let day = wanted.day(page.today)?;
        let printed = register_pdf(page.state, page.viewer, (page.today, day), &head, page.words)
            .map_err(|refusal| Problem::refused(&org, *refusal))?;
        let bytes = printed.map_err(|unprinted| {
            Problem::Fault(Fault {
                what: unprinted.to_string(),
                place: "the register of members".to_owned(),
                mend: "Report it with the lines of the log before this one.".to_owned(),
            })
        })?;
        Ok((format!("{org}-register-{day}.pdf"), bytes))
    });
    let (name, bytes) = printed.await?;
    Ok(file("application/pdf", &name, bytes))
}
