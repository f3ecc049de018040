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

use clap::Parser;

use crate::{answer::Answer, context::Context, failure::Failure, verbs::Rochdale};

/// Pages are put together from many small strings on every core at once; the allocator of the C library has the cores
/// wait for each other there.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let Rochdale { common, verb } = Rochdale::parse();
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
    let _ = std::io::stdout().write_all(text.as_bytes());
    ExitCode::SUCCESS
}

fn complain(failure: &Failure, json: bool) -> ExitCode {
    if json {
        println!("{:#}", failure.value());
    } else {
        eprint!("{}", failure.text());
    }
    ExitCode::from(failure.exit_code())
}
