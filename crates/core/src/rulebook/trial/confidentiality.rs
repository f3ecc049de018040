//! Mistakes in the confidentiality classes are found, each with its line.

use super::{outcome, printed};
use crate::rulebook::{Check, KINDS};

#[test]
fn a_name_that_nothing_defines_is_found_at_its_line() {
    let page = KINDS.iter().find(|page| page.kind == "confidentiality").unwrap();
    for (right, wrong, says) in [
        ("read_by = [\"member\"]", "read_by = [\"membr\"]", "no rule defines the class `membr`"),
        (
            "read_by = [\"member\"]",
            "read_by = [\"member/trial\"]",
            "no rule defines the phase `member/trial`",
        ),
        ("filed_by = [\"member\"]", "filed_by = [\"filer\"]", "no rule defines the class `filer`"),
        ("named = true", "offices = [\"archivist\"]", "no rule defines the office `archivist`"),
        ("filed_by", "kept_by = [\"archivist\"]\nfiled_by", "no rule defines the office `archivist`"),
        ("\"for-members\"\nfiled", "\"members\"\nfiled", "the rule has no confidentiality class `members`"),
    ] {
        let example = page.example.replacen(right, wrong, 1);
        assert_ne!(example, page.example, "{right}");
        let chapter = format!("# Example\n\n{example}");
        let (bundle, outcome) = outcome(&[("02-example.md", &chapter)]);
        let [found] = outcome.diagnostics.as_slice() else {
            panic!("{}", printed(&bundle, &outcome.diagnostics));
        };
        assert_eq!((found.check, &*found.says), (Check::NamesDefined, says));
        let marked = wrong.split(['"', '\n']).next().unwrap();
        let line = chapter.lines().nth(found.place.line as usize - 1).unwrap();
        let is_default = says.contains("has no confidentiality class");
        assert!(if is_default { line.starts_with("default") } else { line.starts_with(marked) }, "{line}");
    }
}
