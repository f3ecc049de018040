//! `rochdale show offices`

use clap::Args;
use jiff::civil::Date;
use rochdale_core::offices::holders;
use serde_json::{Value, json};

use crate::{answer::Answer, book::Book, context::Context, table::table};

/// Show the offices with who holds them, and under which clause
#[derive(Debug, Args)]
pub struct Offices {
    /// As of this day; today if left out
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

impl Offices {
    pub fn show(self, context: &Context, book: &Book) -> Answer {
        let day = self.on.unwrap_or(book.today);
        let (mut rows, mut values) = (Vec::new(), Vec::<Value>::new());
        book.said(context, |words| {
            let rulebook = book.state.rulebook_on(day);
            for office in rulebook.iter().flat_map(|rulebook| rulebook.offices()) {
                let held: Vec<_> = holders(&book.state, office, day).collect();
                rows.push([
                    words.named(&office.rule.id),
                    words.list(held.iter().map(|tenure| words.party(tenure.person)).collect()),
                    office.rule.powers.iter().map(|power| power.id()).collect::<Vec<_>>().join(", "),
                    office.cite.to_string(),
                ]);
                values.push(json!({
                    "office": office.rule.id, "powers": office.rule.powers, "clause": office.cite.to_string(),
                    "holders": held.iter().map(|tenure| json!({
                        "person": tenure.person, "from": tenure.from, "until": tenure.until,
                    })).collect::<Vec<_>>(),
                }));
            }
        });
        Answer::new(table(["office", "held by", "may", "clause"], &rows), json!({ "offices": values }))
    }
}
