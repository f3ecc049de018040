//! `examples-pass`: the worked examples come out as they are told.

use crate::rulebook::{Check, Clause, Diagnostic, Example, Place, Rulebook};

/// Runs every worked example of a rulebook with `run`, which returns on which line of the example
/// (counted from 0) something came out otherwise, and what.
pub fn check_examples(
    rulebook: &Rulebook,
    run: impl Fn(&Rulebook, &Example) -> Result<(), (u32, String)>,
) -> Vec<Diagnostic> {
    let check = |clause: &Clause, example: &Example| {
        let (line, says) = run(rulebook, example).err()?;
        let line = example.line + line;
        let place = Place { file: example.file.clone(), line, column: 1, width: 1 };
        let says = format!("the example \"{}\": {says}", example.name);
        let mend = "correct the example if it is mistaken, and the rule if the example is right";
        Some(Diagnostic::error(Check::ExamplesPass, place, Some(&clause.id), says, mend))
    };
    let examples =
        rulebook.clauses().flat_map(|clause| clause.examples.iter().map(move |example| (clause, example)));
    examples.filter_map(|(clause, example)| check(clause, example)).collect()
}
