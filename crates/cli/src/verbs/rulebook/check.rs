//! `rochdale rulebook check`

use std::path::PathBuf;

use clap::Args;
use rochdale_core::rulebook::{Clause, Rulebook};
use serde_json::{Value, json};

use crate::{answer::Answer, bundle, failure::Failure};

/// Check a rulebook: every finding with its line, its clause and how to mend it
///
/// Ends with how many clauses are executable (a rule stands beside the words), words only, or leave
/// a question unsettled. Exit code 1 where there is an error; warnings alone are not one.
#[derive(Debug, Args)]
pub struct Check {
    /// The folder of the rulebook
    folder: PathBuf,
}

impl Check {
    pub fn run(self) -> Result<Answer, Failure> {
        let bundle = bundle::read(&self.folder)?;
        let outcome = Rulebook::read(&bundle);
        let mut text = String::new();
        for diagnostic in &outcome.diagnostics {
            text.push_str(&diagnostic.in_context(&bundle));
            text.push('\n');
        }
        let errors = outcome.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
        let warnings = outcome.diagnostics.len() - errors;
        let mut value = json!({
            "sound": errors == 0, "errors": errors, "warnings": warnings, "diagnostics": outcome.diagnostics,
            "hash": bundle.hash(),
        });
        if let Some(rulebook) = &outcome.rulebook {
            let summary = Summary::of(rulebook);
            text.push_str(&summary.text());
            value["summary"] = summary.value();
        }
        text.push_str(&format!("{errors} errors, {warnings} warnings\n"));
        if errors > 0 || outcome.rulebook.is_none() {
            return Err(Failure::NotWell { text, value });
        }
        Ok(Answer::new(text, value))
    }
}

/// How many clauses the program obeys, and how many it only shows.
pub struct Summary {
    clauses: usize,
    executable: usize,
    unsettled: usize,
    words_only: usize,
}

impl Summary {
    /// The counts of a rulebook.
    pub fn of(rulebook: &Rulebook) -> Self {
        let count = |wanted: fn(&Clause) -> bool| rulebook.clauses().filter(|clause| wanted(clause)).count();
        Self {
            clauses: rulebook.clauses().count(),
            executable: count(|clause| !clause.rules.is_empty()),
            unsettled: count(|clause| !clause.unsettled.is_empty()),
            words_only: count(|clause| clause.rules.is_empty() && clause.unsettled.is_empty()),
        }
    }

    fn text(&self) -> String {
        let Self { clauses, executable, unsettled, words_only } = self;
        format!(
            "{clauses} clauses: {executable} executable, {words_only} words only, {unsettled} leave a question unsettled\n"
        )
    }

    fn value(&self) -> Value {
        let Self { clauses, executable, unsettled, words_only } = self;
        json!({
            "clauses": clauses, "executable": executable, "words_only": words_only, "unsettled": unsettled,
        })
    }
}
