//! `rochdale export`

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::PathBuf,
};

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
    /// The file to write, which must not exist yet; `-` writes to standard output
    file: PathBuf,
    /// Leave out the details of people; their hashes stay, and the book still verifies
    #[arg(long)]
    without_personal: bool,
}

impl Export {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        let database = context.database().await?;
        let organization = context.organization(&database).await?;
        let (out, place) = self.out()?;
        let mut out = BufWriter::new(out);
        let head = export(&database, &organization, !self.without_personal, &mut out, &place)
            .await
            .map_err(|error| Failure::unread(error, database.place()))?;
        let text = format!(
            "The book of {organization} is in {place}: {} entries.\n  head  {}\n",
            head.height, head.hash
        );
        let value =
            json!({ "organization": organization, "file": place, "height": head.height, "head": head.hash });
        Ok(Answer { is_beside: self.is_to_standard_output(), ..Answer::new(text, value) })
    }

    fn is_to_standard_output(&self) -> bool {
        self.file.as_os_str() == "-"
    }

    /// What to write to, and what it is called.
    fn out(&self) -> Result<(Box<dyn Write>, String), Failure> {
        if self.is_to_standard_output() {
            return Ok((Box::new(std::io::stdout()), "standard output".to_owned()));
        }
        let place = self.file.display().to_string();
        let file = File::create_new(&self.file).map_err(|error| {
            Failure::not_understood(
                format!("the file cannot be made: {error}"),
                place.clone(),
                "choose a new name in a folder that may be written: an export is never written over",
            )
        })?;
        Ok((Box::new(file), place))
    }
}
