//! `rochdale list`

mod bar;
mod group;
mod import;
mod members;
mod preview;
mod register;

use std::{fs::File, io::Write, path::Path};

use clap::{Args, Subcommand};

use crate::{answer::Answer, context::Context, failure::Failure};

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

/// Writes a file that is not there yet.
fn write(path: &Path, bytes: &[u8]) -> Result<String, Failure> {
    let place = path.display().to_string();
    let made = File::create_new(path).and_then(|mut file| file.write_all(bytes));
    made.map_err(|error| {
        Failure::not_understood(
            format!("the file cannot be made: {error}"),
            place.clone(),
            "choose a new name in a folder that may be written: a list is never written over",
        )
    })?;
    Ok(place)
}
