//! `rochdale backup`

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use crate::{answer::Answer, context::Context, failure::Failure};

/// Copy a SQLite database while it is in use: all books, and who may sign in
///
/// To restore, end the program and put the copy in the place of the database. For PostgreSQL use
/// pg_dump, or `rochdale export`.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write; it must not exist yet
    file: PathBuf,
}

impl Backup {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        let database = context.database().await?;
        let file = self.file.display().to_string();
        if self.file.exists() {
            return Err(Failure::not_understood(
                "there already is a file of this name",
                file,
                "choose a new name: a backup is never written over",
            ));
        }
        database.backup(&self.file).await?;
        let text = format!("{} is copied to {file}.\n", database.place());
        Ok(Answer::new(text, json!({ "database": database.place(), "file": file })))
    }
}
