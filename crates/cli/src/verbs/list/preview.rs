//! What would come of a list, for people and for machines.

use rochdale_core::{decide::Denied, state::State};
use rochdale_lists::{Failed, Plan, Question, Sameness, Sheet, Twin, TwinOf, What, Why, Wrong};
use rochdale_words::Words;
use serde_json::{Value, json};

use crate::context::Context;

/// How many rows of each sort are listed.
const LISTED_MAX: usize = 30;

/// What would come of a list, for people.
pub fn preview(words: &Words<'_>, sheet: &Sheet, plan: &Plan) -> String {
    let mut out = format!(
        "{} rows in {}, cells separated by {}; {} blank rows.\n",
        sheet.rows.len(),
        sheet.encoding.id(),
        sheet.separator.id(),
        sheet.blank
    );
    for question in &plan.questions {
        out.push_str(&format!("question: {}\n", asked(sheet, question)));
    }
    for (value, rows) in &plan.unknown_classes {
        out.push_str(&format!("{rows} rows have a class \"{value}\" that the bylaws do not know; say what it means with --meaning \"{value}=CLASS\"\n"));
    }
    let counts = plan.counts();
    out.push_str(&format!(
        "To enter: {} people, {} organizations, {} memberships, {} representatives; {} memberships end.\n",
        counts.people, counts.organizations, counts.memberships, counts.representatives, counts.ends
    ));
    let twins: Vec<String> = plan
        .outcomes
        .iter()
        .filter_map(|outcome| {
            let (twin, wanted, what) = match (&outcome.twin, &outcome.what) {
                (Some(twin), What::LeftOut(wanted)) => (twin, wanted, "left out"),
                (Some(twin), What::Entered(wanted)) => (twin, wanted, "as you said"),
                _ => return None,
            };
            Some(format!("row {}: {}, {what}: likely {}", outcome.row, wanted.name, twin_text(words, twin)))
        })
        .collect();
    listed(&mut out, "There already", &twins);
    let wrong: Vec<String> = plan
        .wrong()
        .flat_map(|(outcome, wrongs)| {
            wrongs.iter().map(|wrong| format!("row {}: {}", outcome.row, wrong_text(words, sheet, wrong)))
        })
        .collect();
    listed(&mut out, "Left out, because something is wrong", &wrong);
    let notes: Vec<String> = plan
        .outcomes
        .iter()
        .flat_map(|outcome| {
            outcome.notes.iter().map(|note| format!("row {}: {}", outcome.row, words.say(&note.says)))
        })
        .collect();
    listed(&mut out, "To know", &notes);
    out
}

fn listed(out: &mut String, heading: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    out.push_str(&format!("{heading}: {}\n", lines.len()));
    for line in lines.iter().take(LISTED_MAX) {
        out.push_str(&format!("  {line}\n"));
    }
    if lines.len() > LISTED_MAX {
        out.push_str(&format!("  ... and {} more; --json lists all\n", lines.len() - LISTED_MAX));
    }
}

fn asked(sheet: &Sheet, question: &Question) -> String {
    match question {
        Question::NoNames => "which column has the names? say it with --column name=HEADING".to_owned(),
        Question::Twice(field) => {
            format!("several columns are matched to {}; leave one with --column", field.id())
        }
        Question::DayOrder { row, column, text, day_first, month_first } => format!(
            "is {text} (row {row}, {}) {day_first} or {month_first}? say --days day-first for the former, --days month-first for the latter",
            sheet.column_name(*column)
        ),
    }
}

fn twin_text(words: &Words<'_>, twin: &Twin) -> String {
    let of = match twin.of {
        TwinOf::Party(party) => format!("{} ({party}) in the register", words.party(party)),
        TwinOf::Row(row) => format!("row {row}"),
    };
    let by = match twin.by {
        Sameness::Email => "the same address",
        Sameness::NameAndPlace => "the same name and place",
    };
    format!("{of}, {by}")
}

fn wrong_text(words: &Words<'_>, sheet: &Sheet, wrong: &Wrong) -> String {
    match wrong {
        Wrong::Cell { column, says, mend } => {
            let column = column.map(|column| format!("{}: ", sheet.column_name(column))).unwrap_or_default();
            format!("{column}{} {}", words.say(says), words.say(mend))
        }
        Wrong::Denied(denied) => denied_text(words, denied),
    }
}

/// What is denied, on one line.
pub fn denied_text(words: &Words<'_>, denied: &Denied) -> String {
    match denied {
        Denied::Refused(refusal) => {
            format!("{}: {}. {}", refusal.cites, words.refusal(refusal.code), words.say(&refusal.remedy))
        }
        Denied::Malformed(malformed) => words.say(&malformed.says),
    }
}

/// What would come of a list, for machines.
pub fn value(context: &Context, state: &State, sheet: &Sheet, plan: &Plan) -> Value {
    let counts = plan.counts();
    let rows: Vec<Value> = context.said(state, |words| {
        plan.outcomes
            .iter()
            .map(|outcome| {
                let (what, name, wrong) = match &outcome.what {
                    What::Entered(wanted) => ("entered", Some(&wanted.name), Vec::new()),
                    What::LeftOut(wanted) => ("left_out", Some(&wanted.name), Vec::new()),
                    What::Wrong(wrongs) => {
                        ("wrong", None, wrongs.iter().map(|wrong| wrong_text(words, sheet, wrong)).collect())
                    }
                };
                let notes: Vec<String> = outcome.notes.iter().map(|note| words.say(&note.says)).collect();
                json!({
                    "row": outcome.row, "what": what, "name": name, "wrong": wrong, "notes": notes,
                    "likely": outcome.twin.as_ref().map(|twin| twin_text(words, twin)),
                })
            })
            .collect()
    });
    json!({
        "encoding": sheet.encoding.id(), "separator": sheet.separator.id(), "blank": sheet.blank,
        "questions": plan.questions.iter().map(|question| asked(sheet, question)).collect::<Vec<_>>(),
        "unknown_classes": plan.unknown_classes,
        "to_enter": {
            "people": counts.people, "organizations": counts.organizations, "memberships": counts.memberships,
            "representatives": counts.representatives, "ends": counts.ends,
        },
        "rows": rows,
    })
}

/// A row that was not entered, for machines.
pub fn failure_value(failed: &Failed) -> Value {
    let why = match &failed.why {
        Why::Denied(Denied::Refused(refusal)) => json!({ "refused": **refusal }),
        Why::Denied(Denied::Malformed(malformed)) => json!({ "malformed": malformed }),
        Why::Broke(says) => json!({ "fault": says }),
        Why::Before => json!("before"),
    };
    json!({ "row": failed.row, "why": why })
}
