//! `rochdale show register`

use clap::Args;
use rochdale_register::entry::by_text;
use serde_json::{Value, json};

use crate::{answer::Answer, book::Book, failure::Failure, table::table};

/// Show the entries of the book: height, time, who asked, what happened, hash
#[derive(Debug, Args)]
pub struct Register {
    /// The first height [default: twenty before the end]
    #[arg(long, value_name = "HEIGHT")]
    from: Option<u64>,
    /// The last height [default: the end]
    #[arg(long, value_name = "HEIGHT")]
    through: Option<u64>,
}

impl Register {
    pub async fn show(self, book: &Book) -> Result<Answer, Failure> {
        let unread = |error| Failure::unread(error, book.database.place());
        let end = book.database.head(&book.organization).await.map_err(unread)?.height;
        let through = self.through.unwrap_or(end);
        let from = self.from.unwrap_or_else(|| through.saturating_sub(19)).max(1);
        let entries = book.database.stretch(&book.organization, from, through).await.map_err(unread)?;
        let (mut rows, mut values) = (Vec::new(), Vec::<Value>::new());
        for entry in &entries {
            let fact: Value = serde_json::from_str(&entry.payload).unwrap_or(Value::Null);
            // A fact is written as an object with one key, its name.
            let name = fact.as_object().and_then(|fact| fact.keys().next().cloned()).unwrap_or_default();
            let hash = entry.hash.to_string();
            rows.push([
                entry.height.to_string(),
                entry.at.strftime("%Y-%m-%d %H:%M:%SZ").to_string(),
                by_text(entry.by),
                name,
                hash[..12].to_owned(),
            ]);
            values.push(json!({
                "height": entry.height, "at": entry.at, "by": by_text(entry.by), "request": entry.request,
                "fact": fact, "previous": entry.previous, "hash": entry.hash,
            }));
        }
        let text = format!(
            "{}\nthe book ends at height {end}\n",
            table(["height", "at", "by", "fact", "hash"], &rows)
        );
        Ok(Answer::new(text, json!({ "height": end, "entries": values })))
    }
}
