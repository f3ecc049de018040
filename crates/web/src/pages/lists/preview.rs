//! What would come of a list, before anything of it is written.

use std::sync::{Arc, atomic::Ordering};

use axum::{
    extract::Path,
    http::{HeaderName, HeaderValue},
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use rochdale_core::{decide::Denied, message::Argument};
use rochdale_lists::{Counts, Field, Outcome, Question, Sameness, Twin, TwinOf, Wanted, What, Wrong};
use uuid::Uuid;

use super::{
    asker,
    matching::{column_called, form, separator_key},
    must_keep_members, progress,
};
use crate::{
    lists::{Brought, Reading, Step},
    look::{Column, Form, Place, Tone, badge, clause_link, definitions, passage, passage_wide, table, title},
    pages::members::party_link,
    problem::Problem,
    visit::{Page, Visit},
};

/// How many rows of each sort are shown.
const ROWS_SHOWN_MAX: usize = 100;
/// How many rows show how the list is read.
const SAMPLE: usize = 8;
/// After how many seconds a page of something under way looks again.
const LOOKS_AGAIN: HeaderValue = HeaderValue::from_static("2");

/// The list with this number, for whoever brought it and still keeps the list of members.
pub fn brought(visit: &Visit, org: &str, id: Uuid) -> Result<Arc<Brought>, Problem> {
    visit.read(org, must_keep_members)?;
    let registrar = visit.registrar(org)?;
    let by = asker(visit.viewer(registrar.organization())).ok_or(Problem::NotSignedIn)?;
    let found = visit.site.lists.of(id, registrar.organization(), by, visit.site.clock.now());
    found.ok_or(Problem::NotFound)
}

/// The page of a list, as far as it is.
pub async fn show(visit: Visit, Path((org, id)): Path<(String, Uuid)>) -> Result<Response, Problem> {
    let brought = brought(&visit, &org, id)?;
    let address = format!("/{org}/lists/brought/{id}");
    let page = visit.show(&org, Some(Place::Members), |page| page_of(page, &address, &brought, None))?;
    let mut response = page.into_response();
    if matches!(brought.step(), Step::Entering { .. }) {
        // Without JavaScript: the browser itself looks again.
        response.headers_mut().insert(HeaderName::from_static("refresh"), LOOKS_AGAIN);
    }
    Ok(response)
}

/// The title of a list's page and what stands on it; `said` is said first.
pub fn page_of(
    page: &Page<'_>,
    address: &str,
    brought: &Brought,
    said: Option<&str>,
) -> Result<(String, Markup), Problem> {
    let words = page.words;
    let name = if brought.name.is_empty() { words.text("list-title") } else { &brought.name };
    let body = match brought.step() {
        Step::Read(reading) => read(page, address, &reading, said),
        Step::Entering { of, heard } => progress::under_way(page, address, heard.load(Ordering::Relaxed), of),
        Step::Entered(ended) => progress::ended(page, &ended),
    };
    let kicker = html! { a href={ (page.base) "/lists" } { (words.text("list-title")) } };
    Ok((name.to_owned(), html! { (title(&kicker, name, None)) (body) }))
}

fn read(page: &Page<'_>, address: &str, reading: &Reading, said: Option<&str>) -> Markup {
    let words = page.words;
    let plan = &reading.plan;
    let (left_out, wrong) = (plan.left_out().count(), plan.wrong().count());
    html! {
        (passage(&html! {}, &html! {
            @if let Some(said) = said { p class="panel" { (said) } }
            @for question in &plan.questions { p class="panel" { strong { (asked(page, reading, question)) } } }
            @if plan.questions.is_empty() {
                h2 { (words.text("list-would-enter")) }
                (counts(page, &plan.counts(), Some((left_out, wrong))))
            }
            p class="small soft" { (how(page, reading)) }
            @if plan.is_ready() {
                p { (words.text("list-confirm-lead")) }
                (page.form(&Form::new(format!("{address}/enter"), Vec::new()).carrying("seen", plan.digest()).submit(words.text("list-confirm"))))
            } @else if plan.questions.is_empty() { p class="empty" { (words.text("list-nothing-to-enter")) } }
            form method="post" action={ (address) "/forget" } {
                div class="actions" { button type="submit" class="quiet" { (words.text("list-forget")) } }
            }
        }))
        @if plan.questions.is_empty() { (sample(page, reading)) }
        (rows_of(page, reading, "list-wrong-rows", wrong, plan.outcomes.iter().filter(|outcome| matches!(outcome.what, What::Wrong(_)))))
        (rows_of(page, reading, "list-twin-rows", plan.outcomes.iter().filter(|outcome| outcome.twin.is_some()).count(), plan.outcomes.iter().filter(|outcome| outcome.twin.is_some())))
        (rows_of(page, reading, "list-noted-rows", plan.outcomes.iter().filter(|outcome| !outcome.notes.is_empty()).count(), plan.outcomes.iter().filter(|outcome| !outcome.notes.is_empty())))
        (passage(&html! { p class="small soft" { (words.text("list-matching-lead")) } }, &html! {
            h2 { (words.text("list-matching-title")) }
            (form(page, address, reading))
        }))
    }
}

/// How the file was read, in a sentence.
fn how(page: &Page<'_>, reading: &Reading) -> String {
    let words = page.words;
    let sheet = &reading.sheet;
    let rows: Argument = (sheet.rows.len() as u64).into();
    let separator = words.text(separator_key(sheet.separator));
    words.text_with(
        "list-how",
        [
            ("rows", rows),
            ("encoding", sheet.encoding.id().into()),
            ("separator", separator.into()),
            ("blank", sheet.blank.into()),
        ],
    )
}

/// So many of each.
pub fn counts(page: &Page<'_>, counts: &Counts, rows_left: Option<(usize, usize)>) -> Markup {
    let words = page.words;
    let (left_out, wrong) = rows_left.unwrap_or_default();
    let all = [
        ("list-count-people", counts.people),
        ("list-count-organizations", counts.organizations),
        ("list-count-memberships", counts.memberships),
        ("list-count-representatives", counts.representatives),
        ("list-count-ends", counts.ends),
        ("list-count-left-out", left_out),
        ("list-count-wrong", wrong),
    ];
    let shown: Vec<(&str, Markup)> = all
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| (words.text(key), html! { span class="number" { (words.count(*count as u64)) } }))
        .collect();
    definitions(&shown)
}

/// A question, as it is asked of whoever brought the list.
fn asked(page: &Page<'_>, reading: &Reading, question: &Question) -> String {
    let words = page.words;
    match question {
        Question::NoNames => words.text("list-asks-names").to_owned(),
        Question::Twice(field) => {
            words.text_with("list-asks-twice", [("field", words.text(field.label()).into())])
        }
        Question::DayOrder { row, column, text, day_first, month_first } => {
            let column = reading.sheet.column_name(*column);
            words.text_with(
                "list-asks-days",
                [
                    ("text", text.as_str().into()),
                    ("row", (*row).into()),
                    ("column", column.into()),
                    ("one", (*day_first).into()),
                    ("other", (*month_first).into()),
                ],
            )
        }
    }
}

/// The first rows as they would be entered.
fn sample(page: &Page<'_>, reading: &Reading) -> Markup {
    let words = page.words;
    let rows: Vec<Vec<Markup>> = reading
        .plan
        .outcomes
        .iter()
        .filter_map(|outcome| match &outcome.what {
            What::Entered(wanted) => Some(entered(page, outcome.row, wanted)),
            _ => None,
        })
        .take(SAMPLE)
        .collect();
    let columns = [
        "list-row",
        "list-field-name",
        "list-field-what",
        "list-field-place",
        "list-field-class",
        "list-field-since",
        "list-field-representative",
    ];
    let columns = columns.map(|key| Column::of_words(words.text(key)));
    html! {
        @if !rows.is_empty() {
            (passage_wide(&html! {}, &html! {
                h2 { (words.text("list-sample")) }
                (table(words.text("list-sample-caption"), &columns, &rows))
            }))
        }
    }
}

fn entered(page: &Page<'_>, row: u32, wanted: &Wanted) -> Vec<Markup> {
    let words = page.words;
    let membership = wanted.membership.as_ref();
    let until = membership.and_then(|one| one.until);
    vec![
        html! { (row) },
        html! { (wanted.name) @if let Some(email) = &wanted.email { div class="small soft" { (email) } } },
        html! { (words.text(if wanted.is_person { "person" } else { "organization" })) },
        html! { (wanted.place.as_deref().unwrap_or_default()) },
        html! { @if let Some(one) = membership { (words.class(&one.class)) @if let Some(kind) = &one.kind { ", " (words.named(kind)) } } },
        html! { @if let Some(one) = membership { (words.short_date(one.since)) @if let Some(until) = until { " – " (words.short_date(until)) } } },
        html! { @if let Some(acting) = &wanted.acting { (acting.name) @if let Some(email) = &acting.email { div class="small soft" { (email) } } } },
    ]
}

/// Rows of one sort, each with what there is to say about it.
fn rows_of<'a>(
    page: &Page<'_>,
    reading: &Reading,
    heading: &str,
    count: usize,
    outcomes: impl Iterator<Item = &'a Outcome>,
) -> Markup {
    let words = page.words;
    if count == 0 {
        return html! {};
    }
    let shown = outcomes.take(ROWS_SHOWN_MAX);
    html! {
        (passage(&html! {}, &html! {
            h2 { (words.text_with(heading, [("count", (count as u64).into())])) }
            ul class="list" {
                @for outcome in shown { li class="tight" { (of_row(page, reading, outcome)) } }
            }
            @if count > ROWS_SHOWN_MAX {
                p class="small soft" { (words.text_with("list-and-more", [("count", ((count - ROWS_SHOWN_MAX) as u64).into())])) }
            }
        }))
    }
}

fn of_row(page: &Page<'_>, reading: &Reading, outcome: &Outcome) -> Markup {
    let words = page.words;
    let row = words.text_with("list-row-number", [("row", outcome.row.into())]);
    html! {
        div class="row" {
            span {
                span class="label" { (row) } " "
                @match &outcome.what {
                    What::Entered(wanted) | What::LeftOut(wanted) => (wanted.name),
                    What::Wrong(_) => (named_in(reading, outcome.row)),
                }
            }
            @match &outcome.what {
                What::Entered(_) => (badge(Tone::Yes, words.text("list-is-entered"))),
                What::LeftOut(_) => (badge(Tone::Wait, words.text("list-is-left-out"))),
                What::Wrong(_) => (badge(Tone::No, words.text("list-is-wrong"))),
            }
        }
        @if let Some(twin) = &outcome.twin { p class="small" { (likely(page, twin)) } }
        @if let What::Wrong(wrongs) = &outcome.what {
            @for wrong in wrongs { p class="small" { (wrong_of(page, reading, wrong)) } }
        }
        @for note in &outcome.notes {
            p class="small soft" { @if let Some(column) = column_called(reading, note.column) { (column) (words.text("colon")) } (words.say(&note.says)) }
        }
    }
}

/// The name in a row, as it stands there: a row that is wrong is looked for by it.
fn named_in(reading: &Reading, row: u32) -> String {
    let rows = &reading.sheet.rows;
    let Ok(place) = rows.binary_search_by_key(&row, |row| row.number) else { return String::new() };
    let columns = [Field::Name, Field::GivenName, Field::FamilyName];
    let columns = columns.into_iter().filter_map(|field| reading.matching.column(field));
    let names = columns.map(|column| rows[place].cell(column)).filter(|name| !name.is_empty());
    names.collect::<Vec<_>>().join(" ")
}

fn likely(page: &Page<'_>, twin: &Twin) -> Markup {
    let words = page.words;
    let by = words.text(match twin.by {
        Sameness::Email => "list-same-email",
        Sameness::NameAndPlace => "list-same-name",
    });
    html! {
        @match twin.of {
            TwinOf::Party(party) => { (words.text("list-likely-in-register")) " " (party_link(page, party)) },
            TwinOf::Row(row) => (words.text_with("list-likely-in-row", [("row", row.into())])),
        }
        " (" (by) ")"
    }
}

fn wrong_of(page: &Page<'_>, reading: &Reading, wrong: &Wrong) -> Markup {
    let words = page.words;
    match wrong {
        Wrong::Cell { column, says, mend } => html! {
            @if let Some(column) = column_called(reading, *column) { strong { (column) } (words.text("colon")) }
            (words.say(says)) " " (words.say(mend))
        },
        Wrong::Denied(denied) => denied_of(page, denied),
    }
}

/// Why something is denied, with the clause.
pub fn denied_of(page: &Page<'_>, denied: &Denied) -> Markup {
    let words = page.words;
    match denied {
        Denied::Refused(refusal) => html! {
            (clause_link(page.reader(), &refusal.cites)) " " (words.refusal(refusal.code)) ". " (words.say(&refusal.remedy))
        },
        Denied::Malformed(malformed) => html! { (words.say(&malformed.says)) },
    }
}
