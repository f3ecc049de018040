//! The page that reads the description of the interface.

use axum::response::Html;
use maud::{Markup, html};
use rochdale_core::refusal::Code;
use rochdale_words::Words;
use serde_json::Value;

use super::schema::{description, fields, kind};
use crate::{
    api::{
        openapi,
        problem::{Kind, address},
        status::status_of,
    },
    look::{Column, passage_wide, prose, table, title},
    visit::Visit,
};

/// Draws the description as a page.
pub async fn show(visit: Visit) -> Html<String> {
    visit.show_outside(|words| (words.text("api-title").to_owned(), page(words, openapi::document())))
}

fn page(words: &Words<'_>, document: &Value) -> Markup {
    let lead = html! { p class="lead" { (words.text("api-lead")) } };
    html! {
        (title(&html! { "Rochdale" }, words.text("api-title"), Some(&lead)))
        (part(&html! {
            h2 { (words.text("api-begin")) }
            p { (words.text("api-begin-token")) }
            pre tabindex="0" { code { "curl -H 'Authorization: Bearer TOKEN' \\\n  https://…/api/v1/ORG/today" } }
            p { a href="/api/v1/openapi.json" { (words.text("api-document")) } }
            div lang="en" { (prose(description(&document["info"]))) }
        }))
        @for tag in document["tags"].as_array().into_iter().flatten() {
            (part(&html! {
                h2 lang="en" { (tag["name"].as_str().unwrap_or_default()) }
                p lang="en" { (description(tag)) }
                @for (path, method, operation) in operations(document) {
                    @if operation["tags"][0] == tag["name"] { (self::operation(words, path, method, operation)) }
                }
            }))
        }
        (part(&types(words, document)))
        (part(&problems(words)))
    }
}

fn part(text: &Markup) -> Markup {
    passage_wide(&html! {}, text)
}

/// The operations with their paths and methods, in the order of the paths.
fn operations(document: &Value) -> impl Iterator<Item = (&str, &str, &Value)> {
    let paths = document["paths"].as_object().into_iter().flatten();
    paths.flat_map(|(path, item)| {
        let methods = item.as_object().into_iter().flatten();
        methods.map(move |(method, operation)| (path.as_str(), method.as_str(), operation))
    })
}

fn operation(words: &Words<'_>, path: &str, method: &str, operation: &Value) -> Markup {
    let id = operation["operationId"].as_str().unwrap_or_default();
    let heading = |key| Column::of_words(words.text(key));
    let parameters: Vec<Vec<Markup>> = operation["parameters"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| {
            let place = one["in"].as_str().unwrap_or_default();
            vec![
                html! { code { (one["name"].as_str().unwrap_or_default()) } },
                html! { (place) },
                kind(&one["schema"]),
                html! { span lang="en" { (description(one)) } },
            ]
        })
        .collect();
    let answers: Vec<Vec<Markup>> = operation["responses"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(status, one)| answer(status, one))
        .collect();
    html! {
        h3 id=(id) { code { (method.to_uppercase()) " /api/v1" (path) } }
        p lang="en" { (operation["summary"].as_str().unwrap_or_default()) }
        @if !description(operation).is_empty() {
            div lang="en" { (prose(description(operation))) }
        }
        details class="more" {
            summary { (words.text("api-details")) span class="unseen" { " " (id) } }
            (table(
                words.text("api-parameters"),
                &[heading("api-name"), heading("api-where"), heading("api-type"), heading("api-meaning")],
                &parameters,
            ))
            @if let Some(body) = operation["requestBody"]["content"].as_object().and_then(|all| all.values().next()) {
                p { (words.text("api-body")) ": " (kind(&body["schema"])) }
            }
            (table(
                words.text("api-answers"),
                &[heading("api-status"), heading("api-type"), heading("api-meaning")],
                &answers,
            ))
        }
    }
}

fn answer(status: &str, answer: &Value) -> Vec<Markup> {
    // What several operations answer alike stands once in the description, under a name.
    let named = answer["$ref"].as_str().and_then(|address| address.rsplit('/').next());
    let is_problem = named.is_some();
    let schema =
        answer["content"].as_object().and_then(|all| all.values().next()).map(|body| &body["schema"]);
    let says = named.map_or_else(|| description(answer), |name| openapi::problem_says(name));
    vec![
        html! { code { (status) } },
        html! {
            @if is_problem { a href="#type-Problem" { code { "Problem" } } }
            @else if let Some(schema) = schema { (kind(schema)) }
        },
        html! { span lang="en" { (says) } },
    ]
}

fn types(words: &Words<'_>, document: &Value) -> Markup {
    let heading = |key| Column::of_words(words.text(key));
    html! {
        h2 { (words.text("api-types")) }
        @for (name, schema) in document["components"]["schemas"].as_object().into_iter().flatten() {
            h3 id={ "type-" (name) } { code { (name) } }
            p lang="en" { (description(schema)) }
            @if let Some(fields) = fields(schema) {
                (table(name, &[heading("api-name"), heading("api-type"), heading("api-meaning")], &rows(words, &fields)))
            } @else if let Some(variants) = schema["oneOf"].as_array() {
                ul {
                    @for variant in variants {
                        li { (kind(variant)) " " span lang="en" { (description(variant)) } }
                    }
                }
            } @else {
                p { (kind(schema)) }
            }
        }
    }
}

fn rows(words: &Words<'_>, fields: &[(&str, bool, &Value)]) -> Vec<Vec<Markup>> {
    let row = |(name, is_needed, field): &(&str, bool, &Value)| {
        vec![
            html! {
                code { (name) }
                @if !is_needed { " " span class="soft small" { (words.text("api-optional")) } }
            },
            kind(field),
            html! { span lang="en" { (description(field)) } },
        ]
    };
    fields.iter().map(row).collect()
}

fn problems(words: &Words<'_>) -> Markup {
    let row = |status: u16, code: &str, title: &str| {
        vec![
            html! { code { (status) } },
            html! { a href=(address(code)) { code { (code) } } },
            html! { (title) },
        ]
    };
    let kinds =
        Kind::ALL.iter().map(|kind| row(kind.status().as_u16(), kind.code(), words.text(kind.title())));
    let refusals =
        Code::ALL.iter().map(|code| row(status_of(*code).as_u16(), code.id(), words.refusal(*code)));
    let rows: Vec<Vec<Markup>> = kinds.chain(refusals).collect();
    let heading = |key| Column::of_words(words.text(key));
    html! {
        h2 id="problems" { (words.text("api-problems")) }
        p { (words.text("api-problems-lead")) }
        (table(words.text("api-problems"), &[heading("api-status"), heading("refused-code"), heading("api-meaning")], &rows))
    }
}
