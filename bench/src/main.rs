//! Measures Rochdale beside its limits and its peers; see `bin/bench`.

mod book;
mod deciding;
mod measure;
mod pages;
mod said;
mod sample;
mod table;

use std::{path::PathBuf, process::ExitCode};

/// The one that the program has.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const USAGE: &str = "usage: rochdale-bench [--readme] [core] [register] [web]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime can be had");
    // Parts of it run in processes of their own.
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["read", address] => {
            runtime.block_on(book::read(address));
            return ExitCode::SUCCESS;
        }
        [verb @ ("bring" | "read-list"), address] => {
            runtime.block_on(book::bring(address, verb == "bring"));
            return ExitCode::SUCCESS;
        }
        ["bare", file, address] => {
            runtime.block_on(pages::serve(file, address));
            return ExitCode::SUCCESS;
        }
        _ => {}
    }
    let known = ["--readme", "core", "register", "web"];
    if let Some(unknown) = arguments.iter().find(|argument| !known.contains(&argument.as_str())) {
        eprintln!("{unknown} is not known\n{USAGE}");
        return ExitCode::from(2);
    }
    let given = |name: &str| arguments.iter().any(|argument| argument == name);
    let all = !known[1..].iter().any(|part| given(part));
    let mut rows = Vec::new();
    if all || given("core") {
        rows.extend(deciding::rows());
    }
    let folder = std::env::temp_dir().join(format!("rochdale-bench-{}", std::process::id()));
    std::fs::create_dir(&folder).expect("a folder can be made among the temporary files");
    if all || given("register") {
        let postgres = std::env::var("ROCHDALE_TEST_POSTGRES").ok();
        rows.extend(runtime.block_on(book::rows(&folder, postgres.as_deref())));
    }
    if all || given("web") {
        rows.extend(pages::rows(&folder, &runtime));
    }
    std::fs::remove_dir_all(&folder).expect("the folder can be removed again");
    let table = table::markdown(&rows);
    print!("{table}");
    if given("--readme") {
        let readme = PathBuf::from("README.md");
        if let Err(error) = table::write_into(&readme, &table) {
            eprintln!("the table was not written into README.md: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
