//! A year of both co-ops moves from SQLite to PostgreSQL: the book is the same, byte for byte, and so is
//! everything that the program shows of it.

use crate::support::{Desk, postgres};

/// What is shown of a whole co-op.
const SHOWN: [&[&str]; 12] = [
    &["show", "members"],
    &["show", "standing"],
    &["show", "offices"],
    &["show", "exits"],
    &["show", "applicants"],
    &["show", "proposals"],
    &["show", "resolutions"],
    &["show", "declarations"],
    &["show", "assets"],
    &["show", "archive"],
    &["show", "register"],
    &["list", "members", "-"],
];

#[tokio::test]
async fn a_year_reads_the_same_from_each_database() {
    let Some(server) = postgres("moving::a_year_reads_the_same_from_each_database").await else { return };
    let desk = Desk::new();
    desk.serve(&["demo", "--directory", ".", "--listen", "127.0.0.1:0"]).end();
    for co_op in ["coassembly", "cooperate-connecticut"] {
        let (here, there_too) = (format!("{co_op}-here.jsonl"), format!("{co_op}-there.jsonl"));
        desk.done(&["export", &here, "--organization", co_op]);
        let there = ["--database", &server, "--organization", co_op];
        let at = |arguments: &[&str]| desk.done(&[arguments, &there].concat());
        at(&["import", &here]);
        at(&["verify"]);
        at(&["export", &there_too]);
        let [first, second] = [here, there_too].map(|name| std::fs::read(desk.path(&name)).unwrap());
        assert!(first == second, "the books of {co_op} differ");
        for arguments in SHOWN {
            let shown = desk.done(&[arguments, &["--organization", co_op]].concat());
            assert_eq!(shown, at(arguments), "{arguments:?} of {co_op}");
        }
    }
}
