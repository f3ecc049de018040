//! `rochdale show resolutions`

use clap::Args;
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::{answer::Answer, book::Book, context::Context, table::table};

/// Show the numbered resolutions with who sees to them and by when
#[derive(Debug, Args)]
pub struct Resolutions {
    /// Only those decided on this day or before
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

impl Resolutions {
    pub fn show(self, context: &Context, book: &Book) -> Answer {
        let (mut rows, mut values) = (Vec::new(), Vec::<Value>::new());
        book.said(context, |words| {
            for resolution in book.state.resolutions() {
                let day = book.state.date_of(resolution.at);
                if self.on.is_some_and(|on| day > on) {
                    continue;
                }
                let title = book.state.proposal(resolution.proposal).map(|known| known.draft.title.clone());
                rows.push([
                    resolution.number.to_string(),
                    day.to_string(),
                    resolution.owner.map_or_else(String::new, |owner| words.party(owner)),
                    resolution.deadline.map_or_else(String::new, |deadline| deadline.to_string()),
                    title.clone().unwrap_or_default(),
                ]);
                values.push(json!({
                    "resolution": resolution.number, "proposal": resolution.proposal, "title": title,
                    "at": resolution.at, "owner": resolution.owner, "deadline": resolution.deadline,
                }));
            }
        });
        Answer::new(table(["no", "decided", "owner", "by", "title"], &rows), json!({ "resolutions": values }))
    }
}
