//! `rochdale rulebook check`

use std::path::PathBuf;

use clap::Args;
use rochdale_core::{
    rulebook::{Rulebook, Summary, check_examples},
    scenario::outcome_for,
};
use serde_json::json;

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
        let mut outcome = Rulebook::read(&bundle);
        // An example of an unsound rulebook fails for what is told above it already.
        let sound = outcome.rulebook.as_ref().filter(|_| outcome.first_error().is_none());
        let examples = sound.map(|rulebook| check_examples(rulebook, outcome_for(&bundle)));
        outcome.diagnostics.extend(examples.into_iter().flatten());
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
            let summary = rulebook.summary();
            let Summary { clauses, executable, words_only, unsettled } = summary;
            text.push_str(&format!(
                "{clauses} clauses: {executable} executable, {words_only} words only, {unsettled} leave a question unsettled\n"
            ));
            value["summary"] = json!(summary);
        }
        text.push_str(&format!("{errors} errors, {warnings} warnings\n"));
        if errors > 0 || outcome.rulebook.is_none() {
            return Err(Failure::NotWell { text, value });
        }
        Ok(Answer::new(text, value))
    }
}
