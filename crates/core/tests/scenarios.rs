//! The worked examples of the rulebooks that the product ships with come out as they are told.

use rochdale_core::{
    rulebook::{Bundle, Rulebook, check_examples},
    scenario::outcome_for,
};
use rochdale_testkit::shipped;

/// Runs the examples of a rulebook, which must have at least `least` of them.
fn assert_as_told(name: &str, files: &Bundle, least: usize) {
    let rulebook = Rulebook::read(files).rulebook.expect("a rulebook that can be read");
    let examples = rulebook.clauses().flat_map(|clause| &clause.examples).count();
    assert!(examples >= least, "{name} has {examples} examples");
    let found = check_examples(&rulebook, outcome_for(files));
    let found: Vec<String> = found.iter().map(|diagnostic| diagnostic.in_context(files)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn coassembly() {
    assert_as_told("coassembly", &shipped("coassembly"), 15);
}

#[test]
fn cooperate_connecticut() {
    assert_as_told("cooperate-connecticut", &shipped("cooperate-connecticut"), 5);
}

/// An amendment leaves most examples as they are, with days before its own.
#[test]
fn the_examples_there_are_try_out_an_edition_to_come() {
    for name in ["coassembly", "cooperate-connecticut"] {
        let mut files = shipped(name);
        let front = files.0.get_mut("00-front.md").unwrap();
        let next = front.replace("in_force_from = 2024-01-01", "in_force_from = 2031-01-01");
        assert_ne!(*front, next);
        *front = next;
        assert_as_told(name, &files, 5);
    }
}
