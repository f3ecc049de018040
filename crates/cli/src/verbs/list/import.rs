//! `rochdale list import`

use std::{
    io::{BufRead, IsTerminal, Write},
    path::PathBuf,
    sync::Arc,
};

use clap::Args;
use jiff::{Timestamp, civil::Date};
use rochdale_core::values::Slug;
use rochdale_lists::{
    DayOrder, Encoding, Failed, Field, ListKey, Matching, OnTwin, Plan, Separator, Sheet, Unread, Why, folded,
};
use rochdale_register::{Registrar, SystemClock};
use rochdale_web::lists::enter;
use rochdale_words::Words;
use serde_json::json;

use super::{
    bar::Bar,
    preview::{denied_text, failure_value, preview, value},
};
use crate::{answer::Answer, context::Context, failure::Failure, who};

/// Bring in people, organizations and memberships from a spreadsheet's CSV file
///
/// Shows first what would come of every row; nothing is written before it is confirmed. Columns are known
/// by their headings in English, Spanish and Chinese. The same file can be brought again: a row enters once.
/// To bring an exported book, use `rochdale import`.
#[derive(Debug, Args)]
pub struct Import {
    /// The file: CSV with commas, semicolons or tabs, in UTF-8, UTF-16, Windows-1252 or Big5
    file: PathBuf,
    /// Show what would come of it, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Confirm without being asked
    #[arg(long, conflicts_with = "dry_run")]
    yes: bool,
    /// Who asks: `desk`, a party's number, or a part of its name
    #[arg(long, value_name = "WHO", default_value = "desk")]
    by: String,
    /// What a column is about, as FIELD=HEADING or FIELD=LETTER; FIELD alone for none. Fields: name, given-name,
    /// family-name, email, place, what, class, kind, since, until, basis, representative,
    /// representative-email, representative-since
    #[arg(long, value_name = "FIELD=COLUMN")]
    column: Vec<String>,
    /// What a value in the column of classes means, as VALUE=CLASS
    #[arg(long, value_name = "VALUE=CLASS")]
    meaning: Vec<String>,
    /// The class of rows that name none
    #[arg(long, value_name = "CLASS")]
    class: Option<Slug>,
    /// The first day of membership of rows that name none
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    /// On the strength of what, for rows that do not say [default: the name of the file]
    #[arg(long, value_name = "WORDS")]
    basis: Option<String>,
    /// Which number of a day such as 3/4/2024 comes first: day-first or month-first
    #[arg(long, value_name = "ORDER", value_parser = ["day-first", "month-first"])]
    days: Option<String>,
    /// What is done with a row that is likely there already: leave-out, same (it is the one that is
    /// there) or another (somebody else)
    #[arg(long, value_name = "WHAT", value_parser = ["leave-out", "same", "another"], default_value = "leave-out")]
    twins: String,
    /// How the characters are written, where that is found out wrongly: UTF-8, UTF-16LE, UTF-16BE, Big5 or
    /// Windows-1252
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// What separates the cells, where that is found out wrongly: comma, semicolon or tab
    #[arg(long, value_name = "NAME", value_parser = ["comma", "semicolon", "tab"])]
    separator: Option<String>,
}

impl Import {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        let sheet = self.sheet()?;
        let matching = self.matching(&sheet)?;
        let database = context.database().await?;
        let organization = context.organization(&database).await?;
        let key = ListKey(database.list_key(&organization).await?);
        let registrar = Registrar::open(database, &organization, Arc::new(SystemClock)).await?;
        let state = registrar.state();
        let by = who::by(&state, &self.by, "--by")?;
        let plan = Plan::rehearsed(&sheet, &matching, &state, by, Timestamp::now(), key);
        let shown = context.said(&state, |words| preview(words, &sheet, &plan));
        if self.dry_run {
            let text = format!("{shown}\nNothing was written.\n");
            return Ok(Answer::new(text, value(context, &state, &sheet, &plan)));
        }
        if !plan.is_ready() {
            let mend = if plan.questions.is_empty() {
                "mend the file and bring it again"
            } else {
                "answer the questions with the options named above"
            };
            return Err(Failure::NotUnderstood {
                what: format!("nothing can be entered yet\n{shown}"),
                place: self.file.display().to_string(),
                mend: mend.to_owned(),
            });
        }
        if !self.yes {
            confirm(&shown, plan.requests())?;
        }
        let bar = Bar::of(plan.requests());
        let ended = enter(&registrar, by, &plan, |heard| bar.show(heard)).await;
        bar.end();
        let state = registrar.state();
        let done = ended.done;
        let mut text = format!(
            "Entered: {} people, {} organizations, {} memberships, {} representatives; {} memberships ended.\n",
            done.people, done.organizations, done.memberships, done.representatives, done.ends
        );
        let left_out = ended.left_out;
        if left_out > 0 {
            text.push_str(&format!("{left_out} rows were left out; see them with --dry-run.\n"));
        }
        for failed in &ended.failed {
            text.push_str(&context.said(&state, |words| failure_text(words, failed)));
        }
        let value = json!({
            "entered": {
                "people": done.people, "organizations": done.organizations, "memberships": done.memberships,
                "representatives": done.representatives, "ends": done.ends,
            },
            "left_out": left_out,
            "failed": ended.failed.iter().map(failure_value).collect::<Vec<_>>(),
        });
        if ended.failed.is_empty() {
            Ok(Answer::new(text, value))
        } else {
            Err(Failure::NotWell { text, value })
        }
    }

    fn sheet(&self) -> Result<Sheet, Failure> {
        let place = self.file.display().to_string();
        let bytes = std::fs::read(&self.file).map_err(|error| {
            Failure::not_understood(
                format!("the file cannot be read: {error}"),
                place.clone(),
                "look whether the name is right and the file may be read",
            )
        })?;
        let encoding = self.encoding.as_deref().map(|id| {
            Encoding::from_id(id).ok_or_else(|| {
                let known = Encoding::ALL.map(Encoding::id).join(", ");
                Failure::not_understood(
                    format!("{id} is not read"),
                    "--encoding",
                    format!("give one of {known}"),
                )
            })
        });
        let separator = self.separator.as_deref().and_then(Separator::from_id);
        Sheet::read(&bytes, encoding.transpose()?, separator).map_err(|unread| {
            let (what, mend) = match unread {
                Unread::Empty => ("nothing stands in the file", "export the list again"),
                Unread::NoText => ("this is no CSV file", "in the spreadsheet choose Save as, and CSV UTF-8"),
                Unread::TooLong => ("the list has more than 200000 rows", "bring it in parts"),
            };
            Failure::not_understood(what, place, mend)
        })
    }

    fn matching(&self, sheet: &Sheet) -> Result<Matching, Failure> {
        let file = self.file.file_name().unwrap_or_default().to_string_lossy();
        let basis = self.basis.clone().unwrap_or_else(|| file.into_owned());
        let mut matching = Matching::guessed(sheet, basis);
        for asked in &self.column {
            let (field, column) = asked.split_once('=').unwrap_or((asked, ""));
            let place = format!("--column {asked}");
            let field = Field::from_id(field).ok_or_else(|| {
                let known = Field::ALL.map(Field::id).join(", ");
                Failure::not_understood(
                    format!("there is no field {field}"),
                    place.clone(),
                    format!("give one of {known}"),
                )
            })?;
            for one in matching.columns.iter_mut().filter(|one| **one == Some(field)) {
                *one = None;
            }
            if column.is_empty() {
                continue;
            }
            let is_meant = |at: &usize| {
                sheet.column_name(*at) == column || rochdale_lists::column_letters(*at) == column
            };
            let at = (0..sheet.headings.len()).find(is_meant).ok_or_else(|| {
                let known: Vec<String> = (0..sheet.headings.len()).map(|at| sheet.column_name(at)).collect();
                Failure::not_understood(
                    format!("the file has no column {column}"),
                    place,
                    format!("give one of {}", known.join(", ")),
                )
            })?;
            matching.columns[at] = Some(field);
        }
        for asked in &self.meaning {
            let (value, class) = asked.split_once('=').ok_or_else(|| {
                Failure::not_understood(
                    "this says nothing about a value",
                    format!("--meaning {asked}"),
                    "write VALUE=CLASS",
                )
            })?;
            matching.classes.insert(folded(value), Slug::new(class));
        }
        matching.class = self.class.clone();
        matching.since = self.since;
        matching.day_order = self.days.as_deref().and_then(DayOrder::from_id);
        matching.on_twins = OnTwin::from_id(&self.twins).unwrap_or_default();
        Ok(matching)
    }
}

/// Shows what would be entered and waits for a yes; where nobody can give one, says how to.
fn confirm(shown: &str, requests: usize) -> Result<(), Failure> {
    let not_confirmed = || {
        Failure::not_understood(
            "it was not confirmed, and nothing was written",
            "the list",
            "confirm it with --yes, after --dry-run has shown what would come of it",
        )
    };
    if !std::io::stdin().is_terminal() {
        return Err(not_confirmed());
    }
    let mut out = std::io::stderr();
    let _ = write!(out, "{shown}\nEnter this ({requests} requests)? [y/N] ");
    let mut answer = String::new();
    let _ = std::io::stdin().lock().read_line(&mut answer);
    if matches!(answer.trim(), "y" | "Y" | "yes" | "s" | "sí" | "是") {
        Ok(())
    } else {
        Err(not_confirmed())
    }
}

fn failure_text(words: &Words<'_>, failed: &Failed) -> String {
    match &failed.why {
        Why::Denied(denied) => format!("row {}: {}\n", failed.row, denied_text(words, denied)),
        Why::Broke(says) => format!("row {}: {says}; bring the list again\n", failed.row),
        Why::Before => format!("row {}: somebody else brought the same row before\n", failed.row),
    }
}
