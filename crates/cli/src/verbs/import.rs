//! `rochdale import`

use std::path::PathBuf;

use clap::Args;
use rochdale_register::{Fault, NotImported, import};
use serde_json::json;

use crate::{answer::Answer, context::Context, failure::Failure, files};

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
        let (mut file, place) = files::to_read(&self.file)?;
        let database = context.database_or_new().await?;
        let imported = import(&database, &mut file, &place).await.map_err(|error| match error {
            NotImported::IsThere(Fault { what, place, mend }) => Failure::not_understood(what, place, mend),
            NotImported::Unread(unread) => Failure::unread(unread, &place),
        })?;
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
