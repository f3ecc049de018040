//! Whatever happens to the files, reading them ends with diagnostics that name a place.

use proptest::{prelude::*, sample::select};

use super::bundle;
use crate::rulebook::{Bundle, Rulebook};

/// Stretches of text that files are damaged with.
const FRAGMENTS: &[&str] = &[
    "",
    "\n",
    "```",
    "```toml rule\n",
    "```toml unsettled\n",
    "+++\n",
    "## X {#A-01}\n",
    "# ",
    "{#",
    "| | |\n|--|--|\n| | |\n",
    "[x](#A-99 \"y\")",
    "\"",
    "'''",
    "= ",
    "[[",
    "]",
    "{ ",
    "}",
    "kind = \"rights\"\n",
    "999999999999999999999",
    "0x",
    "1/0",
    "languages = []\n",
    "1. ",
    "\u{feff}",
    "社員",
    "\r\n",
    "\t",
    "<!--",
    "\\",
    "&#0;",
];

/// A sound rulebook in two languages, with rules of several kinds.
fn sound() -> Bundle {
    let front = "+++\nid = \"trial\"\nedition = 1\nin_force_from = 2026-01-01\nlanguage = \"en\"\nlanguages = [\"en\", \"es\"]\n\
                 currency = \"EUR\"\ntime_zone = \"Europe/Madrid\"\nreviewed_on = 2026-01-01\nname = { en = \"Trial\", es = \"Prueba\" }\n+++\n";
    bundle(&[("00-front.md", front), ("es/01-basics.md", "# Bases\n\n## Quién {#A-01}\n\nPersonas.\n")])
}

prop_compose! {
    /// A cut at a place in a file, and what is put there instead.
    fn a_blow()(file in 0usize..3, from in 0usize..3000, length in 0usize..40, fragment in select(FRAGMENTS)) -> (usize, usize, usize, &'static str) {
        (file, from, length, fragment)
    }
}

proptest! {
    #[test]
    fn damaged_files_are_read_to_the_end(blows in proptest::collection::vec(a_blow(), 1..5)) {
        let mut files = sound();
        for (file, from, length, fragment) in blows {
            let text = files.0.values_mut().nth(file).unwrap();
            let letters: Vec<char> = text.chars().collect();
            let from = from % (letters.len() + 1);
            let to = (from + length).min(letters.len());
            *text = letters[..from].iter().collect::<String>() + fragment + &letters[to..].iter().collect::<String>();
        }
        let outcome = Rulebook::read(&files);
        prop_assert!(outcome.rulebook.is_some() || outcome.first_error().is_some());
        for diagnostic in &outcome.diagnostics {
            let printed = diagnostic.in_context(&files);
            let is_in_file = files.0.get(&diagnostic.place.file)
                .is_none_or(|text| diagnostic.place.line as usize <= text.lines().count() + 1);
            prop_assert!(is_in_file, "{}", printed);
        }
        if let Some(rulebook) = outcome.rulebook {
            let summary = rulebook.summary();
            prop_assert_eq!(summary.clauses, rulebook.clauses().count());
            prop_assert_eq!(summary.executable + summary.words_only, summary.clauses);
        }
    }
}
