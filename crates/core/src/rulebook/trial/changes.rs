//! What the next edition changes, told by clause.

use super::{BASE, FRONT, outcome};
use crate::rulebook::{Changes, ClauseId, Rulebook};

fn read(files: &[(&str, &str)]) -> Rulebook {
    outcome(files).1.rulebook.unwrap()
}

fn ids(ids: &[&str]) -> Vec<ClauseId> {
    ids.iter().map(|id| ClauseId::new(id)).collect()
}

#[test]
fn an_edition_changes_nothing_in_itself() {
    let next =
        FRONT.replace("edition = 1", "edition = 2").replace("2026-01-01\nlanguage", "2026-06-01\nlanguage");
    assert_eq!(read(&[]).changes_in(&read(&[("00-front.md", &next)])), Changes::default());
}

#[test]
fn words_and_rules_that_differ_are_told_and_nothing_else_is() {
    let words = BASE.replace("by a decision. The desk", "by a decision. Only the desk");
    let other = BASE.replace("all members in favour", "all those in favour");
    assert_eq!(read(&[]).changes_in(&read(&[("01-basics.md", &words)])).changed, ids(&["A-01"]));
    assert_eq!(read(&[]).changes_in(&read(&[("01-basics.md", &other)])).changed, ids(&["A-03"]));
    // The same words, and a rule that makes something else of them.
    let rule = BASE.replace("base = \"all\"", "base = \"cast\"");
    let changes = read(&[]).changes_in(&read(&[("01-basics.md", &rule)]));
    assert_eq!(changes, Changes { changed: ids(&["A-03"]), ..Changes::default() });
}

#[test]
fn clauses_that_come_and_go_are_told_from_both_sides() {
    let more = read(&[("02-more.md", "# More\n\n## How we part {#B-01}\n\nAs friends.\n")]);
    assert_eq!(read(&[]).changes_in(&more), Changes { added: ids(&["B-01"]), ..Changes::default() });
    assert_eq!(more.changes_in(&read(&[])), Changes { left_out: ids(&["B-01"]), ..Changes::default() });
}

#[test]
fn a_clause_that_moves_is_the_same() {
    let chapter = "# More\n\n## How we part {#B-01}\n\nAs friends.\n";
    let elsewhere = read(&[("03-later.md", chapter)]);
    assert_eq!(read(&[("02-more.md", chapter)]).changes_in(&elsewhere), Changes::default());
}
