//! How a list is read: the form, and what was filled in.

use axum::{extract::Path, response::Response};
use maud::Markup;
use rochdale_core::{message::Argument, values::Slug};
use rochdale_lists::{
    DayOrder, Encoding, Field as Column, Matching, OnTwin, Question, Separator, What, column_letters,
};
use uuid::Uuid;

use super::{
    bring::{Asked, read as read_file},
    preview::{brought, page_of},
};
use crate::{
    lists::{Brought, Reading, Step},
    look::{Field, Form, Kind, Part, Place},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// For how many rows it can be said one by one what their twin is.
const ROWS_SAID_MAX: usize = 40;

/// What is sent for a column that is about nothing.
const NOTHING: &str = "-";

/// The form that says how a list is read.
pub fn form(page: &Page<'_>, address: &str, reading: &Reading) -> Markup {
    let words = page.words;
    let Reading { sheet, matching, plan } = reading;
    let choices = |all: Vec<(&str, &str)>| -> Kind {
        Kind::OneOf(all.into_iter().map(|(id, key)| (id.to_owned(), words.text(key).to_owned())).collect())
    };
    let mut parts = Vec::new();
    if plan.questions.iter().any(|question| matches!(question, Question::DayOrder { .. }))
        || matching.day_order.is_some()
    {
        let order = choices(vec![("day-first", "list-day-first"), ("month-first", "list-month-first")]);
        let field = Field::new(order, "days").called(words.text("list-days")).required(false);
        parts.push(Part::Field(field.value(matching.day_order.map_or("", DayOrder::id))));
    }
    for (column, field) in matching.columns.iter().enumerate() {
        let mut about = vec![(NOTHING, "list-left-out-column")];
        about.extend(Column::ALL.iter().map(|field| (field.id(), field.label())));
        let called = words.text_with("list-column", [("column", sheet.column_name(column).into())]);
        let first = sheet.rows.iter().map(|row| row.cell(column)).find(|cell| !cell.is_empty());
        let hint = first.map(|cell| words.text_with("list-column-hint", [("cell", cell.into())]));
        let mut one = Field::new(choices(about), format!("column-{column}")).called(called).required(false);
        one.hint = hint.map(Into::into);
        parts.push(Part::Field(one.value(field.map_or(NOTHING, Column::id))));
    }
    let classes = || {
        Kind::OneOf(
            page.rulebook
                .classes()
                .map(|class| (class.rule.id.to_string(), page.name(&class.rule.name).to_owned()))
                .collect(),
        )
    };
    // What was said stays, also where it makes the value a known one.
    let said = matching.classes.keys().filter(|value| !plan.unknown_classes.contains_key(*value));
    for (place, value) in plan.unknown_classes.keys().chain(said).enumerate() {
        let called = words.text_with("list-means", [("value", value.as_str().into())]);
        let is = matching.classes.get(value).map(Slug::to_string).unwrap_or_default();
        parts.push(Part::Field(
            Field::new(classes(), format!("means-{place}")).called(called).required(false).value(is),
        ));
    }
    let class = matching.class.as_ref().map(Slug::to_string).unwrap_or_default();
    parts.push(Part::Field(
        Field::new(classes(), "class")
            .called(words.text("list-class"))
            .hint(words.text("list-class-hint"))
            .required(false)
            .value(class),
    ));
    let since = matching.since.map(|since| since.to_string()).unwrap_or_default();
    parts.push(Part::Field(Field::new(Kind::Date, "list-since").required(false).value(since)));
    parts.push(Part::Field(
        Field::new(Kind::Line, "list-basis")
            .hint(words.text("list-basis-hint"))
            .value(matching.basis.as_str()),
    ));
    let twins = || choices(OnTwin::ALL.into_iter().map(|one| (one.id(), twin_key(one))).collect());
    parts.push(Part::Field(
        Field::new(twins(), "list-twins").hint(words.text("list-twins-hint")).value(matching.on_twins.id()),
    ));
    for outcome in plan.outcomes.iter().filter(|outcome| outcome.twin.is_some()).take(ROWS_SAID_MAX) {
        let (What::Entered(wanted) | What::LeftOut(wanted)) = &outcome.what else { continue };
        let row: Argument = outcome.row.into();
        let called = words.text_with("list-twin-row", [("row", row), ("name", wanted.name.as_str().into())]);
        let is = matching.rows.get(&outcome.row).map_or("", |one| one.id());
        parts.push(Part::Field(
            Field::new(twins(), format!("twin-{}", outcome.row)).called(called).required(false).value(is),
        ));
    }
    let encodings =
        Kind::OneOf(Encoding::ALL.iter().map(|one| (one.id().to_owned(), one.id().to_owned())).collect());
    parts.push(Part::Field(
        Field::new(encodings, "encoding").called(words.text("list-encoding")).value(sheet.encoding.id()),
    ));
    let separators = choices(Separator::ALL.into_iter().map(|one| (one.id(), separator_key(one))).collect());
    parts.push(Part::Field(
        Field::new(separators, "separator").called(words.text("list-separator")).value(sheet.separator.id()),
    ));
    page.form(&Form::new(address.to_owned(), parts).submit(words.text("list-read-again")))
}

/// The sentence that says what is done with twins.
pub fn twin_key(on_twin: OnTwin) -> &'static str {
    match on_twin {
        OnTwin::LeaveOut => "list-twins-leave-out",
        OnTwin::Same => "list-twins-same",
        OnTwin::Another => "list-twins-another",
    }
}

/// The sentence that names what separates cells.
pub fn separator_key(separator: Separator) -> &'static str {
    match separator {
        Separator::Comma => "list-separator-comma",
        Separator::Semicolon => "list-separator-semicolon",
        Separator::Tab => "list-separator-tab",
    }
}

/// Reads a list as the form says, and shows what would come of it then.
pub async fn read(
    visit: Visit,
    Path((org, id)): Path<(String, Uuid)>,
    sent: Sent,
) -> Result<Response, Problem> {
    let kept = brought(&visit, &org, id)?;
    let address = format!("/{org}/lists/brought/{id}");
    let Step::Read(before) = kept.step() else { return Ok(visit.then(&address)) };
    let asked = match asked(&kept, &before, &sent) {
        Ok(asked) => asked,
        Err(problem) => {
            return Ok(visit.show_again((&org, Place::Members, &address), &sent, problem, |page| {
                page_of(page, &address, &kept, None)
            }));
        }
    };
    // A file that was read once is read again, however: what cannot be read shows as such.
    if let Ok((_, reading)) = read_file(&visit, &org, asked).await? {
        kept.read(reading);
    }
    Ok(visit.then(&address))
}

fn asked(brought: &Brought, before: &Reading, sent: &Sent) -> Result<Asked, Problem> {
    let mut matching = Matching::clone(&before.matching);
    for (column, field) in matching.columns.iter_mut().enumerate() {
        *field = sent.optional(&format!("column-{column}")).and_then(Column::from_id);
    }
    let values: Vec<String> = before
        .plan
        .unknown_classes
        .keys()
        .chain(
            before.matching.classes.keys().filter(|value| !before.plan.unknown_classes.contains_key(*value)),
        )
        .cloned()
        .collect();
    matching.classes = values
        .into_iter()
        .enumerate()
        .filter_map(|(place, value)| Some((value, Slug::new(sent.optional(&format!("means-{place}"))?))))
        .collect();
    matching.class = sent.optional("class").map(Slug::new);
    matching.since = sent.optional_date("list-since")?;
    matching.basis = sent.text("list-basis")?.to_owned();
    matching.day_order = sent.optional("days").and_then(DayOrder::from_id);
    matching.on_twins = sent.one_of("list-twins", OnTwin::from_id)?;
    matching.rows = before
        .plan
        .outcomes
        .iter()
        .filter_map(|outcome| {
            Some((outcome.row, OnTwin::from_id(sent.optional(&format!("twin-{}", outcome.row))?)?))
        })
        .collect();
    Ok(Asked {
        bytes: brought.bytes.clone(),
        basis: matching.basis.clone(),
        encoding: sent.optional("encoding").and_then(Encoding::from_id),
        separator: sent.optional("separator").and_then(Separator::from_id),
        matching: Some(matching),
    })
}

/// What a column is called in a sentence: its heading, else its letter.
pub fn column_called(reading: &Reading, column: Option<usize>) -> Option<String> {
    column.map(|column| {
        if column < reading.sheet.headings.len() {
            reading.sheet.column_name(column)
        } else {
            column_letters(column)
        }
    })
}
