//! `rochdale show exits`

use clap::Args;
use rochdale_core::exits::{Exit, ExitEnd, is_late, left};
use serde_json::{Value, json};

use crate::{answer::Answer, book::Book, context::Context, table::table};

/// Show who leaves, what is owed and paid, and what is left to hand over
#[derive(Debug, Args)]
pub struct Exits {
    /// Only those in which something should have been done before today
    #[arg(long)]
    late: bool,
}

impl Exits {
    pub fn show(self, context: &Context, book: &Book) -> Answer {
        let currency = book.rulebook.front.currency.clone();
        let (mut rows, mut values) = (Vec::new(), Vec::<Value>::new());
        book.said(context, |words| {
            let all = book.state.exits().map(|exit| &**exit);
            for exit in all.filter(|exit| !self.late || is_late(&book.state, exit, book.today)) {
                let last = book.state.membership(exit.membership).and_then(|held| held.last_day());
                let left = left(&book.state, exit);
                let to_hand_over = left.to_hand_over.iter().map(|named| words.named(&named.id)).collect();
                rows.push([
                    exit.id.to_string(),
                    words.membership(exit.membership),
                    last.map(|last| last.to_string()).unwrap_or_default(),
                    stands(book, exit).to_owned(),
                    words.money(exit.owed(), &currency),
                    words.money(exit.paid(), &currency),
                    words.list(to_hand_over),
                ]);
                values.push(json!({
                    "exit": exit.id, "membership": exit.membership, "last_day": last, "stands": stands(book, exit),
                    "owed": exit.owed(), "paid": exit.paid(),
                    "to_record": left.unrecorded.iter().map(|named| &named.id).collect::<Vec<_>>(),
                    "to_hand_over": left.to_hand_over.iter().map(|named| &named.id).collect::<Vec<_>>(),
                }));
            }
        });
        let head = ["exit", "of", "last day", "stands", "owed", "paid", "to hand over"];
        Answer::new(table(head, &rows), json!({ "exits": values }))
    }
}

fn stands(book: &Book, exit: &Exit) -> &'static str {
    match exit.ended.map(|(_, how)| how) {
        Some(ExitEnd::Closed) => "closed",
        Some(ExitEnd::Withdrawn) => "withdrawn",
        None if is_late(&book.state, exit, book.today) => "late",
        None => "open",
    }
}
