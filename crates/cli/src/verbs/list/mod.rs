//! `rochdale list`

mod bar;
mod group;
mod import;
mod members;
mod preview;
mod register;

use std::path::Path;

use clap::{Args, Subcommand};

use crate::{answer::Answer, context::Context, failure::Failure, files::NewFile};

/// Lists of members: bring one in from a spreadsheet, or write one to a file
#[derive(Debug, Args)]
pub struct List {
    #[command(subcommand)]
    noun: Noun,
}

#[derive(Debug, Subcommand)]
enum Noun {
    Import(import::Import),
    Members(members::Members),
    Group(group::Group),
    Register(register::Register),
}

impl List {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        match self.noun {
            Noun::Import(noun) => noun.run(context).await,
            Noun::Members(noun) => noun.run(context).await,
            Noun::Group(noun) => noun.run(context).await,
            Noun::Register(noun) => noun.run(context).await,
        }
    }
}

/// A file with a list in it, to be kept once all is done.
fn written(path: &Path, bytes: &[u8]) -> Result<NewFile, Failure> {
    NewFile::of(path, "a list", bytes)
}
