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

use clap::{Arg, CommandFactory, FromArgMatches, Parser, Subcommand, error::ErrorKind, parser::ValueSource};

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

impl Rochdale {
    /// What the program is called with; or why that is not understood, or the help that was asked for.
    pub fn called() -> Result<Self, clap::Error> {
        let program = Self::command();
        // The demo makes a database and co-ops of its own and speaks to people: it offers no option of every command.
        let options = program.get_arguments().filter(|option| option.is_global_set());
        let refused: Vec<Arg> = options.map(|option| option.clone().hide(true)).collect();
        let mut program = program.mut_subcommand("demo", |demo| demo.args(&refused));
        let mut called = program.try_get_matches_from_mut(std::env::args_os())?;
        let is_given =
            |option: &&Arg| called.value_source(option.get_id().as_str()) == Some(ValueSource::CommandLine);
        if called.subcommand_name() == Some("demo")
            && let Some(option) = refused.iter().find(is_given)
        {
            let says = format!(
                "the demo makes its own database and co-ops, and prints for people: it takes no --{}, only what \
                 `rochdale demo --help` lists",
                option.get_id()
            );
            return Err(program.error(ErrorKind::ArgumentConflict, says));
        }
        Self::from_arg_matches_mut(&mut called).map_err(|error| error.format(&mut program))
    }
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
