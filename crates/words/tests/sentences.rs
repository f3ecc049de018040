//! What the rules of CoAssembly and Cooperate Connecticut do, said in each language of each.

use std::path::Path;

use rochdale_core::{
    rulebook::{RuleKind, Rulebook},
    state::State,
    values::Language,
};
use rochdale_testkit::{shipped, strays};
use rochdale_words::{BookNames, Catalogue, Words};

fn read(name: &str) -> Rulebook {
    Rulebook::read(&shipped(name)).rulebook.unwrap()
}

/// Every rule with its sentences in one language, each cell of a rights table included.
fn said(rulebook: &Rulebook, language: &str) -> String {
    let catalogue = Catalogue::built_in();
    let state = State::default();
    let naming = BookNames { state: &state, rulebook };
    let words = Words::new(catalogue.tongue(&Language::new(language)), &rulebook.front.time_zone, &naming);
    let mut out = String::new();
    for rule in rulebook.rules() {
        let mut sentences = rulebook.sentences(rule);
        assert!(!sentences.is_empty(), "{} has a rule of which nothing is said", rule.cite);
        if let RuleKind::Rights(rights) = &rule.kind {
            sentences.extend(rights.cells.iter().flat_map(|cell| cell.sentences()));
        }
        out.push_str(&format!("{} {}\n", rule.cite, rule.kind.id()));
        for sentence in sentences {
            let sentence = words.say(&sentence);
            assert!(!sentence.contains('{'), "{sentence}");
            out.push_str(&format!("    {sentence}\n"));
        }
    }
    out
}

#[test]
fn coassembly_in_its_languages() {
    let rulebook = read("coassembly");
    insta::assert_snapshot!("coassembly_en", said(&rulebook, "en"));
    insta::assert_snapshot!("coassembly_zh_hant", said(&rulebook, "zh-Hant"));
}

#[test]
fn connecticut_in_its_languages() {
    let rulebook = read("cooperate-connecticut");
    insta::assert_snapshot!("connecticut_en", said(&rulebook, "en"));
    insta::assert_snapshot!("connecticut_es", said(&rulebook, "es"));
}

/// A snapshot that no test takes would be read by nobody.
#[test]
fn no_snapshot_is_left_over() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    assert_eq!(strays(&tests), Vec::<String>::new());
}
