//! `rochdale scenario`

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use rochdale_core::{
    rulebook::Example,
    scenario::{self, Came, NotUnderstood, Report},
};
use serde_json::{Value, json};

use crate::{answer::Answer, bundle, failure::Failure};

/// Try out what the bylaws make of a story, written in sentences such as "Ana calls a vote"
#[derive(Debug, Args)]
pub struct Scenario {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Run stories from files; exit code 1 where one comes out otherwise than it is told, 2 where a
    /// sentence is not understood
    Run {
        /// The folder of the rulebook
        #[arg(long, value_name = "FOLDER")]
        rulebook: PathBuf,
        /// The stories, one a file
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

impl Scenario {
    pub fn run(self) -> Result<Answer, Failure> {
        let Verb::Run { rulebook, files } = self.verb;
        let (bundle, rulebook) = bundle::sound(&rulebook)?;
        let examples = files.iter().map(|path| example(path)).collect::<Result<Vec<_>, _>>()?;
        summed_up(examples.iter().map(|example| scenario::run(&rulebook, &bundle, example)).collect())
    }
}

/// The story in a file, every sentence of which must be understood.
fn example(path: &Path) -> Result<Example, Failure> {
    let file = path.display().to_string();
    let text = bundle::text(path)?;
    scenario::parse(&text, 1).map_err(|problems| {
        let said: Vec<String> = problems.iter().map(NotUnderstood::to_string).collect();
        Failure::not_understood(
            said.join("\n  "),
            file.clone(),
            "write them as docs/rulebook/scenarios.md shows; nothing was tried out",
        )
    })?;
    let name = path.file_stem().map_or_else(|| file.clone(), |stem| stem.to_string_lossy().into_owned());
    Ok(Example { name, file, line: 1, text })
}

/// The reports one after the other, with what failed in full; not well where anything did.
pub fn summed_up(reports: Vec<Report>) -> Result<Answer, Failure> {
    let mut text = String::new();
    let mut values = Vec::<Value>::new();
    for report in &reports {
        let passes = report.failure().is_none();
        let refused =
            report.outcomes.iter().filter(|outcome| matches!(outcome.came, Came::Refused { .. })).count();
        let word = if passes { "passes" } else { "FAILS" };
        text.push_str(&format!(
            "{word}  {} ({}, {} lines, {refused} refused as told)\n",
            report.name,
            report.file,
            report.outcomes.len()
        ));
        for failure in report.failures() {
            text.push_str(&format!("  {}\n", failure.to_string().replace('\n', "\n  ")));
        }
        values.push(json!({
            "name": report.name, "file": report.file, "passes": passes, "lines": report.outcomes.len(),
            "refused": refused,
            "failures": report.failures().map(|failure| json!({
                "line": failure.line, "text": failure.text, "expected": failure.expected, "came": failure.came,
            })).collect::<Vec<_>>(),
        }));
    }
    let failed = reports.iter().filter(|report| report.failure().is_some()).count();
    text.push_str(&format!("{} pass, {failed} fail\n", reports.len() - failed));
    let value = json!({ "pass": reports.len() - failed, "fail": failed, "examples": values });
    if failed > 0 { Err(Failure::NotWell { text, value }) } else { Ok(Answer::new(text, value)) }
}
