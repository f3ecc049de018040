//! `rochdale rulebook`

mod check;
mod show;
mod test;

use clap::{Args, Subcommand};

use crate::{answer::Answer, context::Context, failure::Failure};

/// Check and read a rulebook: a folder of Markdown with the rules beside the words
#[derive(Debug, Args)]
pub struct Rulebook {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Check(check::Check),
    Show(show::Show),
    Test(test::Test),
}

impl Rulebook {
    pub fn run(self, context: &Context) -> Result<Answer, Failure> {
        match self.verb {
            Verb::Check(verb) => verb.run(),
            Verb::Show(verb) => verb.run(context),
            Verb::Test(verb) => verb.run(),
        }
    }
}
