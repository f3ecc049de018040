//! `rochdale`: the one program that a co-op runs. Everything is put together here: the database, the
//! clock, the pages. What the program decides, it decides in `rochdale-core`.

mod answer;
mod asked;
mod book;
mod bundle;
mod context;
mod demo;
mod failure;
mod mail;
mod serving;
mod table;
mod verbs;
mod who;

use std::process::ExitCode;

use crate::{answer::Answer, context::Context, failure::Failure, verbs::Rochdale};

/// Pages are put together from many small strings on every core at once; the allocator of the C library has the cores
/// wait for each other there.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let Rochdale { common, verb } = match Rochdale::called() {
        Ok(called) => called,
        Err(error) => return miscalled(&error),
    };
    let json = common.json;
    let context = Context::new(common);
    match verb.run(&context).await {
        Ok(answer) => print(&answer, json),
        Err(failure) => complain(&failure, json),
    }
}

fn print(answer: &Answer, json: bool) -> ExitCode {
    use std::io::Write;
    let text = if json { format!("{:#}\n", answer.value) } else { answer.text.clone() };
    // Whoever reads may stop reading, as `head` does; that is no fault.
    let _ = match answer.is_beside {
        true => std::io::stderr().write_all(text.as_bytes()),
        false => std::io::stdout().write_all(text.as_bytes()),
    };
    ExitCode::SUCCESS
}

/// Prints the help that was asked for, or why the program cannot be called like this.
fn miscalled(error: &clap::Error) -> ExitCode {
    // The options are not read, so this one is looked for as it stands.
    let json = std::env::args_os().skip(1).take_while(|word| word != "--").any(|word| word == "--json");
    if json && error.use_stderr() {
        return complain(&Failure::miscalled(error), json);
    }
    error.exit()
}

fn complain(failure: &Failure, json: bool) -> ExitCode {
    if json {
        println!("{:#}", failure.value());
    } else {
        eprint!("{}", failure.text());
    }
    ExitCode::from(failure.exit_code())
}
