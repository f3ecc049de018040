//! `rochdale rulebook test`

use std::path::PathBuf;

use clap::Args;
use rochdale_core::{rulebook::Example, scenario};

use crate::{answer::Answer, bundle, failure::Failure, verbs::scenario::summed_up};

/// Run the worked examples that stand in a rulebook
///
/// Exit code 1 where one comes out otherwise than it is told.
#[derive(Debug, Args)]
pub struct Test {
    /// The folder of the rulebook
    folder: PathBuf,
}

impl Test {
    pub fn run(self) -> Result<Answer, Failure> {
        let (bundle, rulebook) = bundle::sound(&self.folder)?;
        let examples: Vec<&Example> = rulebook.clauses().flat_map(|clause| &clause.examples).collect();
        summed_up(examples.into_iter().map(|example| scenario::run(&rulebook, &bundle, example)).collect())
    }
}
