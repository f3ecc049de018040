//! `rochdale backup`

use std::path::PathBuf;

use clap::Args;
use rochdale_register::Fault;
use serde_json::json;

use crate::{answer::Answer, context::Context, failure::Failure, files::NewFile};

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
        database.must_be_a_file().map_err(|Fault { what, place, mend }| {
            // No machine has failed: it was asked for where it cannot be had.
            Failure::NotUnderstood { what, place, mend }
        })?;
        let file = NewFile::make(&self.file, "a backup")?;
        database.backup(&self.file).await?;
        let file = file.keep()?;
        let text = format!("{} is copied to {file}.\n", database.place());
        Ok(Answer::new(text, json!({ "database": database.place(), "file": file })))
    }
}
