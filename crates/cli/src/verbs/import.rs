//! `rochdale import`

use std::{fs::File, io::BufReader, path::PathBuf};

use clap::Args;
use rochdale_register::import;
use serde_json::json;

use crate::{answer::Answer, context::Context, failure::Failure};

/// Bring an exported book into a database that has no book of that co-op yet
///
/// The whole file is verified before its first entry goes in. This is how a book moves from SQLite
/// to PostgreSQL and back.
#[derive(Debug, Args)]
pub struct Import {
    /// The exported book
    file: PathBuf,
}

impl Import {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        let place = self.file.display().to_string();
        let file = File::open(&self.file).map_err(|error| {
            Failure::not_understood(
                format!("the file cannot be opened: {error}"),
                place.clone(),
                "look whether the name is right and the file may be read",
            )
        })?;
        let database = context.database_or_new().await?;
        let imported = import(&database, &mut BufReader::new(file), &place).await;
        let imported = imported.map_err(|error| Failure::unread(error, &place))?;
        let text = format!(
            "The book of {} is in {}: {} entries.\n  head  {}\n",
            imported.organization,
            database.place(),
            imported.head.height,
            imported.head.hash
        );
        let value = json!({
            "organization": imported.organization, "database": database.place(),
            "height": imported.head.height, "head": imported.head.hash,
        });
        Ok(Answer::new(text, value))
    }
}
