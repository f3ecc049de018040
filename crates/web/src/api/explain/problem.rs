//! A page for each kind of problem, which is the `type` of the problem.

use axum::{extract::Path, http::StatusCode, response::Html};
use maud::{Markup, html};
use rochdale_core::refusal::Code;
use rochdale_words::Words;

use crate::{
    api::{problem::Kind, status::status_of},
    look::{definitions, passage, title},
    problem::Problem,
    visit::Visit,
};

/// Says what a code means, in the reader's language.
pub async fn show(visit: Visit, Path(code): Path<String>) -> Result<Html<String>, Problem> {
    if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.code() == code) {
        return Ok(visit.show_outside(|words| {
            let heading = words.text(kind.title());
            (heading.to_owned(), page(words, kind.code(), kind.status(), heading, words.text(kind.now())))
        }));
    }
    let refused = Code::from_id(&code).ok_or(Problem::NotFound)?;
    Ok(visit.show_outside(|words| {
        let heading = words.refusal(refused);
        (
            heading.to_owned(),
            page(words, refused.id(), status_of(refused), heading, words.text("api-refusal-now")),
        )
    }))
}

fn page(words: &Words<'_>, code: &str, status: StatusCode, heading: &str, now: &str) -> Markup {
    let facts = definitions(&[
        (words.text("refused-code"), html! { code { (code) } }),
        (words.text("api-status"), html! { code { (status.as_u16()) } }),
    ]);
    html! {
        (title(&html! { (words.text("api-problem-kicker")) }, heading, None))
        (passage(&html! {}, &html! {
            p { (now) }
            (facts)
            p { a href="/api#problems" { (words.text("api-problems-all")) } }
        }))
    }
}
