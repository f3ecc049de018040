//! How an example came out.

use std::fmt;

use crate::{refusal::Refusal, state::State};

/// How an example came out, line by line.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The name of the example.
    pub name: String,
    /// The file in which it stands.
    pub file: String,
    /// Its lines in order.
    pub outcomes: Vec<Outcome>,
}

/// How a line came out.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Its number in the file.
    pub line: u32,
    /// Its words.
    pub text: String,
    /// How it came out.
    pub came: Came,
}

/// How a line came out.
#[derive(Debug, Clone, PartialEq)]
pub enum Came {
    /// It happened, and what it says is so.
    AsTold,
    /// It was refused, as it expects.
    Refused {
        /// How.
        refusal: Box<Refusal>,
        /// The register that refused it, with whoever the line itself was the first to name.
        register: Box<State>,
    },
    /// It came out otherwise, or is not understood.
    Failed(Failure),
    /// A line before it failed.
    NotReached,
}

/// Why an example fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The line in the file.
    pub line: u32,
    /// Its words.
    pub text: String,
    /// What was expected.
    pub expected: String,
    /// What came, in full.
    pub came: String,
}

impl Report {
    /// The first line that failed; `None` where everything came out as it is told.
    pub fn failure(&self) -> Option<&Failure> {
        self.failures().next()
    }

    /// Every line that failed. Where some are not understood, these are all of them.
    pub fn failures(&self) -> impl Iterator<Item = &Failure> {
        self.outcomes.iter().filter_map(|outcome| match &outcome.came {
            Came::Failed(failure) => Some(failure),
            _ => None,
        })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let came = self.came.replace('\n', "\n    ");
        write!(f, "line {}: {}\n  expected: {}\n  came: {came}", self.line, self.text, self.expected)
    }
}
