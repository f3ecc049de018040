//! `rochdale show archive`

use clap::Args;
use serde_json::{Value, json};

use crate::{answer::Answer, book::Book, context::Context, table::table};

/// Show the documents of the archive: their class, who filed them and the hash of their file, without titles
#[derive(Debug, Args)]
pub struct Archive {
    /// Only those of this confidentiality class
    #[arg(long, value_name = "CLASS")]
    class: Option<String>,
}

impl Archive {
    pub fn show(self, context: &Context, book: &Book) -> Answer {
        let (mut rows, mut values) = (Vec::new(), Vec::<Value>::new());
        book.said(context, |words| {
            for known in book.state.filed_documents() {
                if self.class.as_deref().is_some_and(|class| class != known.class().as_str()) {
                    continue;
                }
                rows.push([
                    known.id.to_string(),
                    known.class().to_string(),
                    known.dated.to_string(),
                    words.party(known.by),
                    known.file.sort.id().to_owned(),
                    known.file.bytes.to_string(),
                    if known.is_kept() { "" } else { "erased" }.to_owned(),
                    known.file.hash.to_string(),
                ]);
                values.push(json!({
                    "document": known.id, "class": known.class(), "dated": known.dated, "filed_by": known.by,
                    "filed_at": known.at, "file": known.file, "named": known.named(), "kept": known.is_kept(),
                }));
            }
        });
        let headings = ["no", "class", "dated", "filed by", "sort", "bytes", "", "hash"];
        Answer::new(table(headings, &rows), json!({ "documents": values }))
    }
}
