//! What the README shows is what the program says.

use std::fs;

use crate::support::{Answered, Desk, copy, rulebook};

const README: &str = include_str!("../../../../README.md");

/// The blocks of what is typed and printed, without their margin.
fn blocks() -> Vec<String> {
    let mut blocks = vec![String::new()];
    for line in README.lines() {
        let last = blocks.last_mut().unwrap();
        match line.strip_prefix("    ") {
            Some(shown) => last.push_str(&format!("{shown}\n")),
            None if line.is_empty() && !last.is_empty() => last.push('\n'),
            None => blocks.push(String::new()),
        }
    }
    let blocks = blocks.iter().map(|block| block.trim_end_matches('\n').to_owned());
    blocks.filter(|block| !block.is_empty()).collect()
}

/// Words of a command line, with those in quotes in one.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = line.trim_start();
    while let Some(first) = rest.chars().next() {
        let quoted = ['\'', '"'].contains(&first);
        let from = if quoted { &rest[1..] } else { rest };
        let end = if quoted { from.find(first) } else { from.find(' ') }.unwrap_or(from.len());
        words.push(from[..end].to_owned());
        rest = from[end..].trim_start_matches(['\'', '"']).trim_start();
    }
    words
}

/// The text with what differs from day to day told by its shape only: days, heights, hashes.
fn in_shape(text: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut shape = String::new();
    let (mut is_after_month, mut is_after_height) = (0, false);
    for word in text.split_inclusive([' ', '\n']) {
        let bare = word.trim_end_matches([' ', '\n', ',', '.']);
        let (end, is_number) =
            (&word[bare.len()..], !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit()));
        if MONTHS.contains(&bare) {
            (is_after_month, is_after_height) = (2, false);
            shape.push_str("(month)");
        } else if is_number && (is_after_month > 0 || is_after_height) {
            is_after_month -= i32::from(is_after_month > 0);
            shape.push_str(if is_after_height { "(height)" } else { "(day or year)" });
        } else if bare.len() == 64 && bare.bytes().all(|b| b.is_ascii_hexdigit()) {
            shape.push_str("(hash)");
        } else {
            is_after_height = bare == "height" || (is_after_height && bare.is_empty());
            shape.push_str(bare);
        }
        shape.push_str(end);
    }
    shape
}

/// Types a line of the README at the book of the demo, as it says; gives what is printed.
fn typed(desk: &Desk, line: &str) -> Answered {
    let (input, line) = match line.strip_prefix("echo ").and_then(|line| line.split_once(" | ")) {
        Some((input, line)) => (words(input).remove(0), line),
        None => (String::new(), line),
    };
    let mut words = words(line.strip_prefix("rochdale ").unwrap_or_else(|| panic!("what is {line}?")));
    if words[0] == "rulebook" {
        let folder = words.last_mut().unwrap();
        *folder = rulebook(folder.strip_prefix("rulebooks/").unwrap());
    } else if words[0] != "verify" {
        let of = ["--database", "sqlite:FOLDER/rochdale.db", "--organization", "coassembly"];
        words.extend(of.map(str::to_owned));
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    desk.call_with(&words, &input)
}

/// Each command with its output, at the book of a demo that was filled today.
#[test]
fn every_command_prints_what_the_readme_shows() {
    let desk = Desk::new();
    desk.serve(&["demo", "--directory", "FOLDER", "--listen", "127.0.0.1:0"]).end();
    let of = ["--database", "sqlite:FOLDER/rochdale.db", "--organization", "coassembly"];
    desk.done(&[&["export", "coassembly.jsonl"], &of[..]].concat());
    let mut commands = 0;
    for block in blocks() {
        let Some(typed_and_printed) = block.strip_prefix("$ ") else { continue };
        let (line, shown) = typed_and_printed.split_once('\n').expect("what it prints");
        let answered = typed(&desk, line);
        let printed = format!("{}{}", answered.out, answered.err);
        assert_eq!(in_shape(shown), in_shape(printed.trim_end()), "$ {line}\n{printed}");
        commands += 1;
    }
    assert_eq!(commands, README.matches("\n    $ ").count());
    assert!(commands >= 5, "{commands}");
    // What is named in a sentence, with no output.
    desk.done(&[&["show", "members", "--on", "2026-03-01"], &of[..]].concat());
}

/// The words of GOV-06 are changed and its rule is not.
#[test]
fn the_checker_finds_what_the_readme_shows() {
    let desk = Desk::new();
    copy(rulebook("coassembly").as_ref(), &desk.path("bylaws"));
    let file = desk.path("bylaws").join("03-governance.md");
    let text = fs::read_to_string(&file).unwrap();
    let words = "only after 3 complete rounds of discussion";
    fs::write(&file, text.replacen(words, &words.replace('3', "2"), 1)).unwrap();
    let found = desk.call(&["rulebook", "check", "bylaws"]);
    assert_eq!(found.code, 1, "{}", found.err);
    let shown = blocks().into_iter().find(|block| block.starts_with("error[")).expect("the block");
    for error in shown.split("\n\n") {
        assert!(found.err.contains(error), "the README shows\n{error}\nand it says\n{}", found.err);
    }
    assert!(found.err.contains(&format!("\n{} errors", shown.matches("error[").count())), "{}", found.err);
}
