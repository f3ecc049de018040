//! `rochdale show kept`

use clap::Args;
use jiff::Timestamp;
use rochdale_core::kept::about;
use serde_json::{Value, json};

use crate::{answer::Answer, book::Book, context::Context, failure::Failure, table::table, who};

/// Show what is kept about a person, who sees it and until when, without what was written
///
/// They have the same on the page of their own account, with every word, and as files to take along.
#[derive(Debug, Args)]
pub struct Kept {
    /// A party's number, or a part of its name
    who: String,
}

impl Kept {
    pub fn show(self, context: &Context, book: &Book) -> Result<Answer, Failure> {
        let id = who::party(&book.state, &self.who, "WHO")?;
        let (mut rows, mut values) = (Vec::new(), Vec::<Value>::new());
        book.said(context, |words| {
            for one in about(&book.state, id, Timestamp::now()) {
                let (what, seen_by) = (words.say(&one.what), words.say(&one.seen_by.says));
                let until = words.say(&one.until.says);
                rows.push([
                    one.group.id().to_owned(),
                    what.clone(),
                    one.stands.id().to_owned(),
                    seen_by.clone(),
                    until.clone(),
                ]);
                values.push(json!({
                    "group": one.group, "what": what, "stands": one.stands, "seen_by": seen_by, "until": until,
                    "until_day": one.until_day, "at": one.at,
                }));
            }
        });
        let headings = ["of", "what", "stands", "seen by", "kept"];
        Ok(Answer::new(table(headings, &rows), json!({ "party": id, "kept": values })))
    }
}
