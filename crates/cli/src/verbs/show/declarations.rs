//! `rochdale show declarations`

use clap::Args;
use rochdale_core::declarations::standing;
use serde_json::{Value, json};

use crate::{answer::Answer, book::Book, context::Context, table::table};

/// Show what members declared in advance and how it stands, without what they wrote
#[derive(Debug, Args)]
pub struct Declarations {}

impl Declarations {
    pub fn show(self, context: &Context, book: &Book) -> Answer {
        let (mut rows, mut values) = (Vec::new(), Vec::<Value>::new());
        book.said(context, |words| {
            for known in book.state.declarations() {
                let standing = standing(&book.state, known);
                rows.push([
                    known.id.to_string(),
                    known.kind.to_string(),
                    words.membership(known.membership),
                    known.begins.to_string(),
                    if known.late { "late" } else { "" }.to_owned(),
                    standing.id().replace('_', " "),
                ]);
                values.push(json!({
                    "declaration": known.id, "kind": known.kind, "membership": known.membership,
                    "begins": known.begins, "late": known.late, "standing": standing.id(),
                }));
            }
        });
        let headings = ["no", "kind", "of", "from", "", "standing"];
        Answer::new(table(headings, &rows), json!({ "declarations": values }))
    }
}
