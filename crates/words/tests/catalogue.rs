//! Every language says everything, with the same arguments, and nothing that nobody asks for.

use std::{collections::BTreeSet, fs, path::Path};

use rochdale_core::{
    membership::Right,
    messages,
    offices::Power,
    proposals::{Choice, Mark, StanceKind},
    refusal::Code,
};
use rochdale_words::Catalogue;

/// The arguments that a sentence takes.
fn arguments(text: &str) -> BTreeSet<&str> {
    let after_sign = text.split('$').skip(1);
    after_sign
        .map(|rest| rest.split(|end: char| !end.is_ascii_alphanumeric() && end != '_').next().unwrap())
        .collect()
}

#[test]
fn every_language_has_the_same_sentences_in_the_same_files() {
    let sources = Catalogue::sources();
    let english = &sources["en"];
    for (language, sentences) in &sources {
        let missing: Vec<_> = english
            .iter()
            .filter(|(domain, key, _)| !sentences.iter().any(|(d, k, _)| (d, k) == (domain, key)))
            .map(|(domain, key, _)| format!("{domain}.ftl: {key}"))
            .collect();
        assert!(missing.is_empty(), "{language} does not say {missing:#?}");
        let extra: Vec<_> =
            sentences.iter().filter(|(_, key, _)| !english.iter().any(|(_, k, _)| k == key)).collect();
        assert!(extra.is_empty(), "{language} says what English does not: {extra:#?}");
    }
}

#[test]
fn no_key_stands_twice() {
    for (language, sentences) in Catalogue::sources() {
        let mut seen = BTreeSet::new();
        for (domain, key, _) in sentences {
            assert!(seen.insert(key), "{language}/{domain}.ftl says {key} a second time");
        }
    }
}

#[test]
fn every_language_uses_the_same_arguments() {
    let sources = Catalogue::sources();
    for (language, sentences) in &sources {
        for (domain, key, text) in sentences {
            let (.., english) = sources["en"].iter().find(|(_, k, _)| k == key).unwrap();
            assert_eq!(arguments(text), arguments(english), "{language}/{domain}.ftl: {key}");
        }
    }
}

/// A text that was left for later, or left in English, is found.
#[test]
fn no_sentence_is_left_unsaid() {
    let is_chinese =
        |c: char| ('\u{3000}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c);
    for (language, sentences) in Catalogue::sources() {
        for (domain, key, text) in sentences {
            let words: String = text.split('{').map(|part| part.rsplit('}').next().unwrap()).collect();
            let at = format!("{language}/{domain}.ftl: {key}");
            assert!(!text.is_empty(), "{at} is empty");
            for left in ["TODO", "FIXME", "XXX", "???", "lorem", "TBD"] {
                assert!(!text.contains(left), "{at} says {left}");
            }
            // A sentence of nothing but arguments and signs reads alike everywhere.
            let has_words = words.chars().filter(|c| c.is_alphabetic()).count() > 3;
            if language == "zh-Hant" && has_words {
                assert!(text.chars().any(is_chinese), "{at} is not Chinese: {text}");
            }
        }
    }
}

/// The keys that the program builds from a closed set.
fn families() -> BTreeSet<String> {
    let rights = Right::ALL.iter().map(|right| format!("right-{}", right.id()));
    let powers = Power::ALL.iter().map(|power| format!("power-{}", power.id()));
    let stances = StanceKind::ALL.iter().map(|stance| format!("stance-{}", stance.id()));
    let choices = Choice::ALL.iter().map(|choice| format!("choice-{}", choice.id()));
    let marks = Mark::ALL.iter().map(|mark| format!("mark-{}", mark.id()));
    let refusals = Code::ALL.iter().map(|code| format!("refusal-{}", code.id()));
    rights.chain(powers).chain(stances).chain(choices).chain(marks).chain(refusals).collect()
}

#[test]
fn every_message_of_the_core_is_said_with_its_arguments() {
    let sources = Catalogue::sources();
    for key in messages::all() {
        let Some((.., text)) = sources["en"].iter().find(|(_, k, _)| *k == key.id) else {
            panic!("no sentence for {}", key.id);
        };
        let taken: BTreeSet<_> = key.arguments.iter().copied().collect();
        assert_eq!(arguments(text), taken, "{}", key.id);
    }
}

/// Chinese uses its own marks, as wide as its characters.
#[test]
fn chinese_is_punctuated_as_chinese() {
    for (domain, key, text) in &Catalogue::sources()["zh-Hant"] {
        let narrow = text.chars().zip(text.chars().skip(1)).any(|(before, mark)| {
            ('\u{3400}'..='\u{9fff}').contains(&before) && [',', ':', ';', '?', '!', '.'].contains(&mark)
        });
        assert!(!narrow, "zh-Hant/{domain}.ftl: {key} has a narrow mark after a character: {text}");
    }
}

/// The text of every source file under `folder`.
fn sources_under(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources_under(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn closed_sets_are_said_in_full() {
    let sources = Catalogue::sources();
    let said: BTreeSet<_> = sources["en"].iter().map(|(_, key, _)| (*key).to_owned()).collect();
    let unsaid: Vec<_> = families().difference(&said).cloned().collect();
    assert!(unsaid.is_empty(), "no sentence for {unsaid:?}");
}

#[test]
fn every_sentence_is_said_somewhere() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut code = String::new();
    for name in ["core", "words", "lists", "web", "cli"] {
        sources_under(&crates.join(name).join("src"), &mut code);
    }
    let families = families();
    let unused: Vec<_> = Catalogue::sources()["en"]
        .iter()
        .filter(|(_, key, _)| !families.contains(*key) && !code.contains(&format!("\"{key}\"")))
        .map(|(domain, key, _)| format!("{domain}.ftl: {key}"))
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:#?}");
}

/// What the program asks for by a key that stands in its code is in the catalogue.
#[test]
fn every_key_that_the_code_names_is_said() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut code = String::new();
    for name in ["words", "lists", "web", "cli"] {
        sources_under(&crates.join(name).join("src"), &mut code);
    }
    let sources = Catalogue::sources();
    let said: BTreeSet<_> = sources["en"].iter().map(|(_, key, _)| *key).collect();
    let asked = ["words.text(\"", "words.text_with(\""];
    let named =
        asked.iter().flat_map(|call| code.split(call).skip(1)).map(|rest| rest.split('"').next().unwrap());
    let unsaid: BTreeSet<_> = named.filter(|key| !said.contains(key)).collect();
    assert!(unsaid.is_empty(), "no sentence for {unsaid:?}");
}
