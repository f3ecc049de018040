//! Several folders are the editions of one co-op: every day has exactly one.

use std::{fs, path::Path};

use serde_json::Value;

use crate::support::{Desk, copy, rulebook};

/// A folder with an edition of Cooperate Connecticut of this number, in force from this day.
fn edition(desk: &Desk, name: &str, number: u32, from: &str) {
    let folder = desk.path(name);
    copy(Path::new(&rulebook("cooperate-connecticut")), &folder);
    let file = folder.join("00-front.md");
    let front = fs::read_to_string(&file).unwrap();
    let line = |line: &str| match line.split_once(" = ").map(|(key, _)| key) {
        Some("edition") => format!("edition = {number}\n"),
        Some("in_force_from") => format!("in_force_from = {from}\n"),
        _ => format!("{line}\n"),
    };
    fs::write(file, front.lines().map(line).collect::<String>()).unwrap();
}

/// What was found in a folder, of a check that found errors.
fn found_in(checked: &Value, folder: &str) -> Vec<String> {
    let all = checked["not_well"]["rulebooks"].as_array().unwrap();
    let one = all.iter().find(|one| one["folder"] == folder).unwrap();
    let found = one["diagnostics"].as_array().unwrap();
    found
        .iter()
        .map(|one| format!("{}: {}", one["check"].as_str().unwrap(), one["says"].as_str().unwrap()))
        .collect()
}

fn not_well(desk: &Desk, folders: &[&str]) -> (String, Value) {
    let check = [&["rulebook", "check"], folders].concat();
    let told = desk.call(&check);
    assert_eq!((told.code, told.out.as_str()), (1, ""), "{}", told.err);
    let json = desk.call(&[check.as_slice(), &["--json"]].concat());
    assert_eq!(json.code, 1, "{}", json.err);
    (told.err, serde_json::from_str(&json.out).unwrap())
}

#[test]
fn editions_that_follow_each_other_are_sound_in_whatever_order_they_are_named() {
    let desk = Desk::new();
    edition(&desk, "first", 1, "2023-06-01");
    edition(&desk, "second", 2, "2024-01-01");
    let checked = desk.json(&["rulebook", "check", "second", "first"]);
    assert_eq!((&checked["sound"], &checked["errors"]), (&Value::Bool(true), &Value::from(0)));
    let folders: Vec<&Value> =
        checked["rulebooks"].as_array().unwrap().iter().map(|one| &one["folder"]).collect();
    assert_eq!(folders, ["first", "second"]);
    let text = desk.done(&["rulebook", "check", "second", "first"]);
    assert!(text.starts_with("first\n") && text.contains("\nsecond\n"), "{text}");
    assert!(text.ends_with("\n0 errors, 0 warnings\n"), "{text}");
}

#[test]
fn a_gap_is_told_in_the_folder_of_the_later_edition() {
    let desk = Desk::new();
    edition(&desk, "first", 1, "2024-01-01");
    edition(&desk, "third", 3, "2024-01-01");
    let (text, checked) = not_well(&desk, &["first", "third"]);
    let (before, after) = text.split_once("third\n").unwrap();
    assert!(!before.contains("error"), "{text}");
    for part in
        ["error[editions-cover]: edition 3 stands where edition 2 is expected", "00-front.md:1:1", "2 errors"]
    {
        assert!(after.contains(part), "{part} is not in\n{text}");
    }
    assert!(found_in(&checked, "first").is_empty(), "{checked}");
    assert_eq!(
        found_in(&checked, "third"),
        [
            "editions-cover: edition 3 stands where edition 2 is expected",
            "editions-cover: edition 3 takes force on 2024-01-01, and edition 1 on 2024-01-01",
        ]
    );
    // Each of them alone is well.
    for folder in ["first", "third"] {
        assert!(desk.done(&["rulebook", "check", folder]).contains("0 errors"));
    }
}

#[test]
fn editions_of_two_co_ops_are_not_compared() {
    let desk = Desk::new();
    let (_, checked) = not_well(&desk, &[&rulebook("coassembly"), &rulebook("cooperate-connecticut")]);
    assert!(found_in(&checked, &rulebook("coassembly")).is_empty(), "{checked}");
    assert_eq!(
        found_in(&checked, &rulebook("cooperate-connecticut")),
        ["editions-cover: this edition is of `cooperate-connecticut`, and the one before it of `coassembly`"]
    );
}

#[test]
fn a_mistake_in_one_edition_is_told_beside_the_others() {
    let desk = Desk::new();
    edition(&desk, "first", 1, "2023-06-01");
    edition(&desk, "second", 2, "2024-01-01");
    fs::write(desk.path("second").join("00-front.md"), "Just words.\n").unwrap();
    let (_, checked) = not_well(&desk, &["first", "second"]);
    assert!(found_in(&checked, "first").is_empty(), "{checked}");
    let found = found_in(&checked, "second");
    assert!(found.iter().any(|one| one.starts_with("front-matter")), "{found:?}");
    assert!(!found.iter().any(|one| one.starts_with("editions-cover")), "{found:?}");
}

/// As the guide for the secretary has it.
#[test]
fn an_amendment_is_drafted_from_its_folder_and_opened() {
    let desk = Desk::founded();
    let next = desk.path("next");
    copy(Path::new(&rulebook("coassembly")), &next);
    let change = |file: &str, from: &str, to: &str| {
        let text = fs::read_to_string(next.join(file)).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        fs::write(next.join(file), text.replace(from, to)).unwrap();
    };
    change("00-front.md", "edition = 1\n", "edition = 2\n");
    change("00-front.md", "in_force_from = 2024-01-01", "in_force_from = 2099-01-01");
    let draft = r#"{"command":"draft_proposal","title":"A second edition","text":"As agreed.","matter":"amendment","owner":1,"deadline":"2099-02-01"}"#;
    let with_folder = ["--by", "Ana", "--rulebook", "next"];
    desk.submit(draft, &with_folder);
    desk.submit(
        r#"{"command":"open_proposal","proposal":1,"closes":"2098-12-01T10:00:00Z"}"#,
        &["--by", "Ana"],
    );
    assert_eq!(desk.json(&["show", "proposal", "1"])["stage"], "voting");

    // A folder with a mistake, and a command that adopts nothing, are told before anything is asked.
    let before = desk.height();
    let other = desk
        .call_with(&[&["submit"], &with_folder[..]].concat(), r#"{"command":"open_proposal","proposal":1}"#);
    assert_eq!((other.code, other.out.as_str()), (2, ""));
    assert!(other.err.contains("only a proposal that is drafted"), "{}", other.err);
    change("03-governance.md", "within 14 days of the meeting", "within 10 days of the meeting");
    let unsound = desk.call_with(&[&["submit"], &with_folder[..]].concat(), draft);
    assert_eq!((unsound.code, unsound.out.as_str()), (2, ""));
    assert!(unsound.err.contains("this rulebook is not sound"), "{}", unsound.err);
    assert_eq!(desk.height(), before);
}
