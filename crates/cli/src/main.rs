//! `rochdale`: the one program that a co-op runs. Everything is put together here: the database, the
//! clock, the pages. What the program decides, it decides in `rochdale-core`.

mod answer;
mod asked;
mod book;
mod bundle;
mod context;
mod demo;
mod failure;
mod files;
mod mail;
mod serving;
mod table;
mod verbs;
mod who;

use std::{
    io::{ErrorKind, Write},
    process::ExitCode,
};

use rochdale_register::Fault;

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
    let came = verb.run(&context).await;
    context.close().await;
    match came {
        Ok(answer) => print(&answer, json),
        Err(failure) => complain(&failure, json),
    }
}

fn print(answer: &Answer, json: bool) -> ExitCode {
    let text = if json { format!("{:#}\n", answer.value) } else { answer.text.clone() };
    let (printed, place) = match answer.is_beside {
        true => (put(std::io::stderr(), &text), "standard error"),
        false => (put(std::io::stdout(), &text), files::STANDARD_OUTPUT),
    };
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads may stop reading, as `head` does; that is no fault.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        // A file that holds half an answer must not pass for the whole.
        Err(error) => {
            let fault = Failure::Fault(Fault {
                what: format!("what was asked is done, and the answer cannot be written: {error}"),
                place: place.to_owned(),
                mend: "Make room where the answer goes and ask again; what is submitted with the same --id is done \
                       only once."
                    .to_owned(),
            });
            complain(&fault, false)
        }
    }
}

/// Writes a text to its end.
fn put(mut out: impl Write, text: &str) -> std::io::Result<()> {
    out.write_all(text.as_bytes())?;
    out.flush()
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
    let told = match json {
        true => put(std::io::stdout(), &format!("{:#}\n", failure.value())),
        false => put(std::io::stderr(), &failure.text()),
    };
    // Where nobody hears it, the exit code still says what kind of failure it was.
    let _ = told;
    ExitCode::from(failure.exit_code())
}
