//! `rochdale rulebook check`

use std::path::{Path, PathBuf};

use clap::Args;
use rochdale_core::{
    rulebook::{Bundle, Diagnostic, Rulebook, Summary, check_examples, check_next},
    scenario::outcome_for,
};
use serde_json::{Value, json};

use crate::{answer::Answer, bundle, failure::Failure};

/// Check a rulebook: every finding with its line, its clause and how to mend it
///
/// Ends with how many clauses are executable (a rule that the program acts on stands beside the words) and
/// how many are words only (numbers that are only held to the words, and duties of which nothing in the book
/// can tell yet, do not count); and with how many of either leave a question unsettled.
/// Several folders are also checked as the editions of one co-op, in the order of their numbers: every
/// day must have exactly one. Exit code 1 where there is an error; warnings alone are not one.
#[derive(Debug, Args)]
pub struct Check {
    /// The folder of the rulebook; several for several editions
    #[arg(required = true, value_name = "FOLDER")]
    folders: Vec<PathBuf>,
}

/// A rulebook with what was found in it.
struct Checked {
    folder: String,
    bundle: Bundle,
    rulebook: Option<Rulebook>,
    diagnostics: Vec<Diagnostic>,
}

impl Check {
    pub fn run(self) -> Result<Answer, Failure> {
        let mut all = self.folders.iter().map(|folder| checked(folder)).collect::<Result<Vec<_>, _>>()?;
        check_as_editions(&mut all);
        let mut text = String::new();
        for one in &all {
            if all.len() > 1 {
                text.push_str(&format!("{}\n\n", one.folder));
            }
            text.push_str(&one.text());
            if all.len() > 1 {
                text.push('\n');
            }
        }
        let errors: usize = all.iter().map(Checked::errors).sum();
        let warnings = all.iter().map(|one| one.diagnostics.len()).sum::<usize>() - errors;
        text.push_str(&format!("{errors} errors, {warnings} warnings\n"));
        let rulebooks: Vec<Value> = all.iter().map(Checked::value).collect();
        let value = json!({
            "sound": errors == 0, "errors": errors, "warnings": warnings, "rulebooks": rulebooks,
        });
        if errors > 0 { Err(Failure::NotWell { text, value }) } else { Ok(Answer::new(text, value)) }
    }
}

fn checked(folder: &Path) -> Result<Checked, Failure> {
    let bundle = bundle::read(folder)?;
    let mut outcome = Rulebook::read(&bundle);
    // An example of an unsound rulebook fails for what is told above it already.
    let sound = outcome.rulebook.as_ref().filter(|_| outcome.first_error().is_none());
    let examples = sound.map(|rulebook| check_examples(rulebook, outcome_for(&bundle)));
    outcome.diagnostics.extend(examples.into_iter().flatten());
    let folder = folder.display().to_string();
    Ok(Checked { folder, bundle, rulebook: outcome.rulebook, diagnostics: outcome.diagnostics })
}

/// Adds to each edition why it cannot come next after the one before it. One whose front matter cannot be
/// read has no number: where it belongs is not known, and that it cannot be read is told already.
fn check_as_editions(all: &mut [Checked]) {
    if all.iter().any(|one| one.rulebook.is_none()) {
        return;
    }
    all.sort_by_key(|one| one.rulebook.as_ref().map(|rulebook| rulebook.front.edition));
    for place in 1..all.len() {
        let (before, rest) = all.split_at_mut(place);
        if let Some((before, next)) = before[place - 1].rulebook.as_ref().zip(rest[0].rulebook.as_ref()) {
            let found = check_next(&before.front, &next.front);
            rest[0].diagnostics.extend(found);
        }
    }
}

impl Checked {
    fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count()
    }

    fn summary(&self) -> Option<Summary> {
        self.rulebook.as_ref().map(Rulebook::summary)
    }

    /// What was found, each thing in its context, and the clauses counted.
    fn text(&self) -> String {
        let mut text = String::new();
        for diagnostic in &self.diagnostics {
            text.push_str(&diagnostic.in_context(&self.bundle));
            text.push('\n');
        }
        if let Some(Summary { clauses, executable, words_only, unsettled }) = self.summary() {
            text.push_str(&format!(
                "{clauses} clauses: {executable} executable, {words_only} words only; {unsettled} leave a question unsettled\n"
            ));
        }
        text
    }

    fn value(&self) -> Value {
        let mut value = json!({
            "folder": self.folder, "hash": self.bundle.hash(), "diagnostics": self.diagnostics,
        });
        if let Some(summary) = self.summary() {
            value["summary"] = json!(summary);
        }
        value
    }
}
