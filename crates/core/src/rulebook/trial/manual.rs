//! The pages of the manual that are made from the code: one for each kind of rule, and one of all checks.
//! A page that is not as the code says fails its test; `ROCHDALE_BLESS=1` writes them anew.

use std::{collections::BTreeSet, fs, path::PathBuf};

use super::{
    bundle,
    cases::{CASES, Case, found},
    outcome, printed,
};
use crate::{
    membership::Right,
    message::Message,
    rulebook::{Check, ClauseId, Diagnostic, KINDS, Key, KindPage, Rulebook, Tier, kinds::EVERY_RULE},
    scenario::plain,
    state::State,
};

/// The folder of the manual.
fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/rulebook")
}

/// Compares a page with what it should be, or writes it.
fn settle(path: &str, text: &str) {
    let file = folder().join(path);
    if std::env::var_os("ROCHDALE_BLESS").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
    }
    let there = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        there == text,
        "docs/rulebook/{path} is not as the code says; run the tests with ROCHDALE_BLESS=1"
    );
}

/// The rulebook with the example of a page in it.
fn with_example(example: &str) -> (Rulebook, Vec<Diagnostic>, String) {
    let chapter = format!("# Example\n\n{example}");
    let (bundle, outcome) = outcome(&[("02-example.md", &chapter)]);
    let printed = printed(&bundle, &outcome.diagnostics);
    (outcome.rulebook.unwrap(), outcome.diagnostics, printed)
}

/// Whoever writes a rulebook begins at the list, and finds there what there is.
#[test]
fn every_kind_is_on_the_list_of_the_format() {
    let format = fs::read_to_string(folder().join("format.md")).unwrap();
    let listed: BTreeSet<&str> = format
        .lines()
        .filter_map(|line| line.strip_prefix("| [`")?.split_once("`](kinds/"))
        .map(|(kind, rest)| {
            assert!(rest.starts_with(&format!("{kind}.md) | ")), "{kind} leads to {rest}");
            kind
        })
        .collect();
    let known: BTreeSet<&str> = KINDS.iter().map(|page| page.kind).collect();
    assert_eq!(listed, known);
}

#[test]
fn every_example_reads_as_a_rule_of_its_kind() {
    for page in KINDS {
        let (rulebook, diagnostics, printed) = with_example(page.example);
        let clause = rulebook.clause(&ClauseId::new("X-01")).unwrap();
        let kinds: Vec<&str> = clause.rules.iter().map(|rule| rule.kind.id()).collect();
        assert_eq!(kinds, [page.kind]);
        // A new class needs a column in a table of rights, which would make its example a long one.
        // Nor does an example open the office that it names.
        let is_needed = |check| {
            (page.kind == "class" && check == Check::ClassesInRights)
                || (page.kind == "waiver" && check == Check::NamesDefined)
        };
        let errors = diagnostics.iter().filter(|one| one.is_error() && !is_needed(one.check));
        assert_eq!(errors.count(), 0, "{}: {printed}", page.kind);
    }
}

/// The pages that name the check `defined-once` are right: a second rule like the first is found.
#[test]
fn what_is_defined_once_is_not_defined_twice() {
    for page in KINDS.iter().filter(|page| page.checks.contains(&Check::DefinedOnce)) {
        // A number, and the name of a thing, may be said again as long as they are alike.
        if ["term", "commitment", "review", "settlement", "handover"].contains(&page.kind) {
            continue;
        }
        let again = page.example.replace("{#X-01}", "{#X-02}");
        let (_, diagnostics, printed) = with_example(&format!("{}\n{again}", page.example));
        let found = diagnostics.iter().find(|one| one.check == Check::DefinedOnce);
        let clause = found.and_then(|one| one.clause.as_ref()).map(ClauseId::as_str);
        assert_eq!(clause, Some("X-02"), "{}: {printed}", page.kind);
    }
}

#[test]
fn every_kind_has_its_page() {
    let mut expected = BTreeSet::new();
    for page in KINDS {
        settle(&format!("kinds/{}.md", page.kind), &page_of(page));
        expected.insert(format!("{}.md", page.kind));
    }
    let there = fs::read_dir(folder().join("kinds")).unwrap();
    let there: BTreeSet<String> =
        there.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(there, expected);
}

#[test]
fn the_checks_have_their_page() {
    let mut text = "# The checks of a rulebook\n\nThis page is made from the code. Each check has a mistake that it finds; \
                    the lines under it are what the checker prints.\n\n`rochdale rulebook check FOLDER` makes them all, but \
                    for [`editions-cover`](#editions-cover): that one compares editions, and is made where several folders \
                    are named, `rochdale rulebook check FOLDER FOLDER`.\n"
        .to_owned();
    let mut tier = None;
    for case in CASES {
        if tier != Some(case.check.tier()) {
            tier = Some(case.check.tier());
            text.push_str(&format!(
                "\n## {}\n\n{}\n",
                title_of(case.check.tier()),
                demand_of(case.check.tier())
            ));
        }
        text.push_str(&check_entry(case));
    }
    settle("checks.md", &text);
}

fn page_of(page: &KindPage) -> String {
    let (rulebook, ..) = with_example(page.example);
    let rule = &rulebook.clause(&ClauseId::new("X-01")).unwrap().rules[0];
    let sentences: String =
        rulebook.sentences(rule).iter().map(|sentence| format!("> {}\n", said(sentence))).collect();
    let mut text = format!("# `{}`\n\n{}\n\n## Keys\n\n", page.kind, page.purpose);
    let own = page.keys.iter();
    text.push_str(&key_table(EVERY_RULE.iter().chain(own)));
    for (name, keys) in page.entries {
        text.push_str(&format!("\nAn entry of `{name}`:\n\n{}", key_table(keys.iter())));
    }
    if page.kind == "rights" {
        let rights: Vec<String> = Right::ALL.iter().map(|right| format!("`{}`", right.id())).collect();
        text.push_str(&format!("\nThe rights are {}.\n", rights.join(", ")));
    }
    text.push_str(&format!("\n## Example\n\n````markdown\n{}````\n", page.example));
    text.push_str(&format!("\n## What it makes the program do\n\n{sentences}"));
    text.push_str("\n## Checks\n\nEvery rule is checked for its keys, its quote, its numbers and its names; see [the checks](../checks.md). Of this kind speak also:\n\n");
    for check in page.checks {
        text.push_str(&format!("- [`{check}`](../checks.md#{check}): {}\n", check.demands()));
    }
    text.push_str(&format!(
        "\nAmend the words and forget the rule, and the checker says:\n\n```text\n{}```\n",
        forgotten(page)
    ));
    text
}

/// What the checker says when the quoted words of the example no longer stand in its clause.
fn forgotten(page: &KindPage) -> String {
    let words = page.example.split("quote = \"").nth(1).unwrap().split('"').next().unwrap();
    let amended = format!("# Example\n\n{}", page.example.replacen(words, "The words are others now", 1));
    let (bundle, outcome) = outcome(&[("02-example.md", &amended)]);
    let of_quote: Vec<Diagnostic> =
        outcome.diagnostics.into_iter().filter(|one| one.check == Check::QuoteStands).collect();
    assert_eq!(of_quote.len(), 1, "{}", page.kind);
    printed(&bundle, &of_quote)
}

fn key_table<'k>(keys: impl Iterator<Item = &'k Key>) -> String {
    let mut text = "| key | value | needed | says |\n|:--|:--|:--|:--|\n".to_owned();
    for key in keys {
        let needed = if key.is_needed { "yes" } else { "" };
        text.push_str(&format!("| `{}` | {} | {needed} | {} |\n", key.name, key.value, key.says));
    }
    text
}

/// A sentence in English.
fn said(message: &Message) -> String {
    plain(&State::default(), message)
}

fn check_entry(case: &Case) -> String {
    let mut text = format!("\n### {}\n\n{}\n", case.check, case.check.demands());
    if case.files.is_empty() {
        text.push_str("\nIn the second of two folders that both say `edition = 1`:\n");
    }
    for (path, file) in case.files {
        text.push_str(&format!("\nIn `{path}`:\n\n````markdown\n{file}````\n"));
    }
    text.push_str(&format!("\n```text\n{}```\n", printed(&bundle(case.files), &found(case))));
    text
}

fn title_of(tier: Tier) -> &'static str {
    match tier {
        Tier::WellFormed => "Well-formed",
        Tier::Quoted => "Quoted",
        Tier::CrossReferences => "Cross-references",
        Tier::Complete => "Complete",
        Tier::Translations => "Translations",
        Tier::Dated => "Dated",
        Tier::Examples => "Examples",
    }
}

fn demand_of(tier: Tier) -> &'static str {
    match tier {
        Tier::WellFormed => "The files can be read.",
        Tier::Quoted => "Rules say what the quoted words say.",
        Tier::CrossReferences => "What the words name exists and says what they need.",
        Tier::Complete => "Nothing is missing and nothing contradicts.",
        Tier::Translations => "The languages say the same.",
        Tier::Dated => "Every day is covered by exactly one edition.",
        Tier::Examples => "The worked examples come out as they are told.",
    }
}
