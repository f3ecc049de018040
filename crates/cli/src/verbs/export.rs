//! `rochdale export`

use std::{
    io::{BufWriter, Write},
    path::PathBuf,
};

use clap::Args;
use rochdale_core::values::Slug;
use rochdale_register::{Database, entry::Head, export};
use serde_json::json;

use crate::{
    answer::Answer,
    context::Context,
    failure::Failure,
    files::{NewFile, STANDARD_OUTPUT, is_standard_output},
};

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
        let is_beside = is_standard_output(&self.file);
        let (head, place) = if is_beside {
            let place = STANDARD_OUTPUT.to_owned();
            let out = BufWriter::new(std::io::stdout());
            (self.write(&database, &organization, out, &place).await?, place)
        } else {
            let mut file = NewFile::make(&self.file, "an export")?;
            let place = file.place();
            let head = self.write(&database, &organization, BufWriter::new(&mut file), &place).await?;
            (head, file.keep()?)
        };
        let text = format!(
            "The book of {organization} is in {place}: {} entries.\n  head  {}\n",
            head.height, head.hash
        );
        let value =
            json!({ "organization": organization, "file": place, "height": head.height, "head": head.hash });
        Ok(Answer { is_beside, ..Answer::new(text, value) })
    }

    async fn write(
        &self,
        database: &Database,
        organization: &Slug,
        mut out: impl Write,
        place: &str,
    ) -> Result<Head, Failure> {
        let written = export(database, organization, !self.without_personal, &mut out, place).await;
        written.map_err(|error| Failure::unread(error, database.place()))
    }
}
