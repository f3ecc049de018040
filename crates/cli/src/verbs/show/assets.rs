//! `rochdale show assets`

use clap::Args;
use jiff::civil::Date;
use rochdale_core::assets::Standing;
use serde_json::{Value, json};

use crate::{answer::Answer, book::Book, context::Context, table::table};

/// Show the asset register: what the co-op has, and who has it
#[derive(Debug, Args)]
pub struct Assets {
    /// As of the end of this day; today if left out
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

impl Assets {
    pub fn show(self, context: &Context, book: &Book) -> Answer {
        let day = self.on.unwrap_or(book.today);
        let (mut rows, mut values) = (Vec::new(), Vec::<Value>::new());
        book.said(context, |words| {
            for asset in book.state.assets() {
                let Some(standing) = asset.standing_on(day) else { continue };
                let loan = if let Standing::Lent(loan) = standing { Some(loan) } else { None };
                let overdue = loan.is_some_and(|loan| loan.is_overdue_on(day));
                rows.push([
                    asset.id.to_string(),
                    asset.name.clone(),
                    words.named(&asset.kind),
                    if overdue { "overdue".to_owned() } else { standing.id().replace('_', " ") },
                    loan.map_or(String::new(), |loan| words.party(loan.to)),
                    loan.map_or(String::new(), |loan| loan.due.to_string()),
                    asset.place_on(day).to_owned(),
                ]);
                values.push(json!({
                    "asset": asset.id, "name": asset.name, "kind": asset.kind, "label": asset.label,
                    "since": asset.since, "place": asset.place_on(day), "standing": standing.id(),
                    "loan": loan.map(|loan| json!({
                        "to": loan.to, "from": loan.from, "due": loan.due, "overdue": overdue,
                    })),
                }));
            }
        });
        let headings = ["no", "asset", "kind", "standing", "with", "due", "kept at"];
        Answer::new(table(headings, &rows), json!({ "assets": values }))
    }
}
