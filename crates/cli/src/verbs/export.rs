//! `rochdale export`

use std::{fs::File, io::BufWriter, path::PathBuf};

use clap::Args;
use rochdale_register::export;
use serde_json::json;

use crate::{answer::Answer, context::Context, failure::Failure};

/// Write a book to a file as JSON Lines: a header, then one entry a line
///
/// Anybody can verify the file with `rochdale verify FILE`, with no database and without trusting
/// whoever made it.
#[derive(Debug, Args)]
pub struct Export {
    /// The file to write; it must not exist yet
    file: PathBuf,
    /// Leave out the details of people; their hashes stay, and the book still verifies
    #[arg(long)]
    without_personal: bool,
}

impl Export {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        let database = context.database().await?;
        let organization = context.organization(&database).await?;
        let place = self.file.display().to_string();
        let file = File::create_new(&self.file).map_err(|error| {
            Failure::not_understood(
                format!("the file cannot be made: {error}"),
                place.clone(),
                "choose a new name in a folder that may be written: an export is never written over",
            )
        })?;
        let mut out = BufWriter::new(file);
        let head = export(&database, &organization, !self.without_personal, &mut out, &place)
            .await
            .map_err(|error| Failure::unread(error, database.place()))?;
        let text = format!(
            "The book of {organization} is in {place}: {} entries.\n  head  {}\n",
            head.height, head.hash
        );
        let value =
            json!({ "organization": organization, "file": place, "height": head.height, "head": head.hash });
        Ok(Answer::new(text, value))
    }
}
