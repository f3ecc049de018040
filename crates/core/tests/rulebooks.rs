//! The rulebooks that the product ships with are sound.

use rochdale_core::rulebook::{Diagnostic, Rulebook};
use rochdale_testkit::shipped;

fn assert_sound(name: &str) {
    let bundle = shipped(name);
    let outcome = Rulebook::read(&bundle);
    let found: Vec<String> =
        outcome.diagnostics.iter().map(|diagnostic: &Diagnostic| diagnostic.in_context(&bundle)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    let rulebook = outcome.rulebook.expect("a rulebook");
    assert_eq!(
        Rulebook::read(&rulebook.render()).rulebook.as_ref(),
        Some(&rulebook),
        "rendered and read again"
    );
}

#[test]
fn coassembly_is_sound() {
    assert_sound("coassembly");
}

#[test]
fn cooperate_connecticut_is_sound() {
    assert_sound("cooperate-connecticut");
}
