//! The worked examples of the rulebooks that the product ships with come out as they are told.

use rochdale_core::{
    rulebook::{Rulebook, check_examples},
    scenario::outcome_for,
};
use rochdale_testkit::shipped;

/// Runs the examples of a rulebook, which must have at least `least` of them.
fn assert_as_told(name: &str, least: usize) {
    let files = shipped(name);
    let rulebook = Rulebook::read(&files).rulebook.expect("a rulebook that can be read");
    let examples = rulebook.clauses().flat_map(|clause| &clause.examples).count();
    assert!(examples >= least, "{name} has {examples} examples");
    let found = check_examples(&rulebook, outcome_for(&files));
    let found: Vec<String> = found.iter().map(|diagnostic| diagnostic.in_context(&files)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn coassembly() {
    assert_as_told("coassembly", 15);
}

#[test]
fn cooperate_connecticut() {
    assert_as_told("cooperate-connecticut", 5);
}
