//! One file for each verb: its arguments, its help, what it does.

mod backup;
mod demo;
mod explain;
mod export;
mod import;
mod init;
mod link;
mod list;
mod mail;
mod rulebook;
mod scenario;
mod serve;
mod show;
mod submit;
mod token;
mod verify;

use clap::{Parser, Subcommand};

use crate::{
    answer::Answer,
    context::{Common, Context},
    failure::Failure,
};

/// Run a co-op by its own bylaws: its membership, its decisions, its book
#[derive(Debug, Parser)]
#[command(
    version,
    max_term_width = 100,
    after_help = "Exit codes: 0 done; 1 refused by the bylaws, or what was looked at is not well; \
                  2 not understood; 70 a fault of the machine."
)]
pub struct Rochdale {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub verb: Verb,
}

/// What can be asked of the program.
#[derive(Debug, Subcommand)]
pub enum Verb {
    Demo(demo::Demo),
    Serve(serve::Serve),
    Init(init::Init),
    Rulebook(rulebook::Rulebook),
    Scenario(scenario::Scenario),
    Submit(submit::Submit),
    Explain(explain::Explain),
    Show(show::Show),
    Verify(verify::Verify),
    Export(export::Export),
    Import(import::Import),
    List(list::List),
    Backup(backup::Backup),
    Token(token::Token),
    Link(link::Link),
    Mail(mail::Mail),
}

impl Verb {
    /// Does what is asked.
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        match self {
            Verb::Demo(verb) => verb.run(context).await,
            Verb::Serve(verb) => verb.run(context).await,
            Verb::Init(verb) => verb.run(context).await,
            Verb::Rulebook(verb) => verb.run(context),
            Verb::Scenario(verb) => verb.run(),
            Verb::Submit(verb) => verb.run(context).await,
            Verb::Explain(verb) => verb.run(context).await,
            Verb::Show(verb) => verb.run(context).await,
            Verb::Verify(verb) => verb.run(context).await,
            Verb::Export(verb) => verb.run(context).await,
            Verb::Import(verb) => verb.run(context).await,
            Verb::List(verb) => verb.run(context).await,
            Verb::Backup(verb) => verb.run(context).await,
            Verb::Token(verb) => verb.run(context).await,
            Verb::Link(verb) => verb.run(context).await,
            Verb::Mail(verb) => verb.run(context).await,
        }
    }
}
