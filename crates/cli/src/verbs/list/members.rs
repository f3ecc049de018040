//! `rochdale list members`

use std::{io::Write, path::PathBuf};

use clap::Args;
use jiff::civil::Date;
use rochdale_core::sight::Viewer;
use rochdale_lists::out::members_csv;
use serde_json::json;

use super::written;
use crate::{
    answer::Answer,
    book::Book,
    context::Context,
    failure::Failure,
    files::{STANDARD_OUTPUT, is_standard_output, not_written},
};

/// Write the members of a day to a CSV file for spreadsheets, with their addresses
///
/// In UTF-8; days as 2026-03-31. A cell that a spreadsheet would take for a formula begins with '.
#[derive(Debug, Args)]
pub struct Members {
    /// The file to write, which must not exist yet; `-` writes to standard output
    file: PathBuf,
    /// The day [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

impl Members {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        let book = Book::open(context).await?;
        let day = self.on.unwrap_or(book.today);
        let made = book.said(context, |words| members_csv(&book.state, Viewer::Desk, book.today, day, words));
        let bytes = made.map_err(|refusal| Failure::refused(context, &book.state, &refusal))?;
        let is_beside = is_standard_output(&self.file);
        let place = if is_beside {
            std::io::stdout().write_all(&bytes).map_err(|error| not_written(STANDARD_OUTPUT, &error))?;
            STANDARD_OUTPUT.to_owned()
        } else {
            written(&self.file, &bytes)?.keep()?
        };
        let count = book.state.memberships_on(day).count();
        let text = format!("{count} in membership on {day} are in {place}.\n");
        let value = json!({ "file": place, "on": day, "members": count });
        Ok(Answer { is_beside, ..Answer::new(text, value) })
    }
}
