//! `rochdale list register`

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;
use rochdale_core::sight::Viewer;
use rochdale_lists::out::{Head, register_pdf};
use rochdale_register::Fault;
use serde_json::json;

use super::written;
use crate::{answer::Answer, book::Book, context::Context, failure::Failure};

/// Print the register of members on a day to a PDF file
///
/// At its foot stands the head of the book that it was printed from, which an auditor can compare with
/// what `rochdale verify` says. It has no addresses of mail.
#[derive(Debug, Args)]
pub struct Register {
    /// The file to write; it must not exist yet
    file: PathBuf,
    /// The day [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

impl Register {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        let book = Book::open(context).await?;
        let day = book.day(self.on)?;
        let head = Head { height: book.head.height, hash: book.head.hash.to_string() };
        let days = (book.today, day);
        let printed = book.said(context, |words| register_pdf(&book.state, Viewer::Desk, days, &head, words));
        let printed = printed.map_err(|refusal| Failure::refused(context, &book.state, &refusal))?;
        let bytes = printed.map_err(|unprinted| {
            Failure::Fault(Fault {
                what: unprinted.to_string(),
                place: "the register of members".to_owned(),
                mend: "Use another version of the program, and please report this.".to_owned(),
            })
        })?;
        let place = written(&self.file, &bytes)?.keep()?;
        let text = format!("The register of members on {day} is in {place}.\n  head  {}\n", head.hash);
        Ok(Answer::new(text, json!({ "file": place, "on": day, "height": head.height, "head": head.hash })))
    }
}
