//! The refusals that worked examples can tell.

mod connecticut;
mod decisions;
mod leaving;
mod people;
mod things;

use rochdale_core::{
    refusal::Code,
    rulebook::{Bundle, Example, Rulebook},
    scenario::{Came, run},
};

use super::Provoked;
use crate::{coassembly, cooperate_connecticut};

/// A refusal that a worked example can tell: the code, the clause, and the lines of which the last is refused.
type Told = (Code, &'static str, &'static str);

/// Tells each example, and gives the refusal of its last line.
pub fn provoked() -> impl Iterator<Item = Provoked> {
    let of_coassembly = [people::PEOPLE, things::THINGS, decisions::DECISIONS, leaving::LEAVING].concat();
    told(coassembly(), of_coassembly).chain(told(cooperate_connecticut(), connecticut::CONNECTICUT.to_vec()))
}

fn told(files: Bundle, told: Vec<Told>) -> impl Iterator<Item = Provoked> {
    let rulebook = Rulebook::read(&files).rulebook.expect("a rulebook that can be read");
    told.into_iter().map(move |(code, clause, lines)| {
        let text = format!("{lines} refused: {clause} {}", code.id());
        let example = Example { name: code.id().to_owned(), file: String::new(), line: 1, text };
        let mut report = run(&rulebook, &files, &example);
        if let Some(failure) = report.failure() {
            panic!("{}: {failure}", code.id());
        }
        match report.outcomes.pop().expect("a line").came {
            Came::Refused { refusal, register } => {
                Provoked { code, clause, refusal: *refusal, register: *register }
            }
            other => panic!("{}: {other:?}", code.id()),
        }
    })
}
