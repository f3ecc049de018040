//! From the files of an edition to a rulebook and what is wrong with it.

mod block;
mod clause;
mod fields;
mod files;
mod front;
mod near;
mod numbers;
mod page;
mod rule;
mod source;
mod spot;
mod survey;
mod translation;
mod unsettled;
mod value;
mod words;

pub use fields::Key;
pub(super) use fields::{Fields, NAMED};
pub(super) use files::FRONT_FILE;
pub(super) use near::advise;
pub(super) use numbers::numbers_in;
pub(super) use spot::{Role, Spot};
pub(super) use survey::{Survey, Text};
pub(super) use value::Value;
pub(super) use words::{Said, TableCell, fold};

use super::{Bundle, Diagnostic, Rulebook, checks};
use crate::values::Names;

/// A name in one text, to see whether two are alike.
pub(super) fn names_alike(names: &Names) -> String {
    names.0.iter().map(|(language, name)| format!("{language}: {name}; ")).collect()
}

/// What came of reading a rulebook.
#[derive(Debug)]
pub struct Outcome {
    /// The rulebook, as far as it can be read; `None` where its front matter cannot.
    pub rulebook: Option<Rulebook>,
    /// What the checks found, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
}

impl Outcome {
    /// The first error, with which no edition can be in force; warnings do not count.
    pub fn first_error(&self) -> Option<&Diagnostic> {
        self.diagnostics.iter().find(|diagnostic| diagnostic.is_error())
    }
}

impl Rulebook {
    /// Reads the files of an edition and runs every check that needs nothing else.
    pub fn read(bundle: &Bundle) -> Outcome {
        let (rulebook, mut notes) = files::read(bundle);
        let mut diagnostics = std::mem::take(&mut notes.diagnostics);
        let rulebook = rulebook.map(|(rulebook, texts)| {
            let survey = Survey { rulebook: &rulebook, texts: &texts, notes: &notes };
            diagnostics.extend(checks::run(&survey));
            rulebook
        });
        diagnostics.sort();
        diagnostics.dedup();
        Outcome { rulebook, diagnostics }
    }
}
