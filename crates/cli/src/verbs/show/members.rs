//! `rochdale show members`

use clap::Args;
use jiff::civil::Date;
use rochdale_core::membership::phase_on;
use serde_json::{Value, json};

use crate::{answer::Answer, book::Book, context::Context, table::table};

/// Show who is in membership on a day: class, phase, since when, who acts for them
#[derive(Debug, Args)]
pub struct Members {
    /// The day [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

impl Members {
    pub fn show(self, context: &Context, book: &Book) -> Answer {
        let day = self.on.unwrap_or(book.today);
        let rulebook = book.state.rulebook_on(day);
        let (mut rows, mut values) = (Vec::new(), Vec::<Value>::new());
        book.said(context, |words| {
            for held in book.state.memberships_on(day) {
                let Some((since, class)) = held.class_on(day) else { continue };
                let phase = rulebook.as_ref().and_then(|rulebook| phase_on(rulebook, held, day));
                let phase = phase.map(|on| on.phase.id.clone());
                let representative = book.state.party(held.party).and_then(|party| party.representative_on(day));
                let class_said = match &phase {
                    Some(phase) => format!("{}, {}", words.class(class), words.phase(phase)),
                    None => words.class(class),
                };
                rows.push([
                    held.id.to_string(),
                    held.party.to_string(),
                    words.party(held.party),
                    class_said,
                    since.to_string(),
                    representative.map_or_else(String::new, |person| words.party(person)),
                ]);
                values.push(json!({
                    "membership": held.id, "party": held.party, "name": words.party(held.party), "class": class,
                    "kind": held.kind, "phase": phase, "since": since, "representative": representative,
                }));
            }
        });
        let text = format!(
            "{}\n{} on the list on {day}\n",
            table(["membership", "party", "name", "class", "since", "represented by"], &rows),
            rows.len()
        );
        Answer::new(text, json!({ "on": day, "members": values }))
    }
}
