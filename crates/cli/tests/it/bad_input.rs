//! Bad input: a clear message that names the place, and nothing changed.

use std::fs;

use crate::support::{Answered, Desk, copy, rulebook};

/// Not understood: exit code 2, and each part stands in the message.
pub fn is_not_understood(answered: &Answered, parts: &[&str]) {
    assert_eq!((answered.code, answered.out.as_str()), (2, ""), "{}", answered.err);
    for part in parts {
        assert!(answered.err.contains(part), "{part} is not in\n{}", answered.err);
    }
}

#[test]
fn malformed_json_names_the_place_and_changes_nothing() {
    let desk = Desk::founded();
    let before = desk.height();
    fs::write(desk.path("bad.json"), "{\"command\":\"withdraw_proposal\",\n \"proposal\": }").unwrap();
    is_not_understood(
        &desk.call(&["submit", "bad.json"]),
        &["bad.json, line 2, column", "nothing has been changed"],
    );
    let unknown = r#"{"command":"withdraw_proposal","proposal":1,"reason":"none"}"#;
    is_not_understood(
        &desk.call_with(&["submit"], unknown),
        &["reason", "where    standard input, /reason\n"],
    );
    is_not_understood(
        &desk.call_with(&["submit"], r#"{"command":"close_the_shop"}"#),
        &["close_the_shop", "where    standard input, /command\n"],
    );
    is_not_understood(
        &desk.call_with(&["submit"], r#"{"command":"withdraw_proposal","proposal":"seven"}"#),
        &["A whole number from 0 to 4294967295 is expected here", "where    standard input, /proposal\n"],
    );
    is_not_understood(
        &desk.call_with(&["submit"], r#"{"proposal":1}"#),
        &["The field “command” is missing", "where    standard input\n"],
    );
    is_not_understood(&desk.call_with(&["submit"], ""), &["where    standard input, line 1"]);
    assert_eq!(desk.height(), before);
}

/// Whoever wrote it may mean either.
#[test]
fn a_key_that_stands_twice_is_not_understood() {
    let desk = Desk::founded();
    for title in ["Kettle", "Toaster"] {
        let draft = format!(
            r#"{{"command":"draft_proposal","title":"{title}","text":"A new one.","matter":"day-to-day"}}"#
        );
        desk.submit(&draft, &["--by", "Ana"]);
    }
    let before = desk.height();
    let twice = r#"{"command":"withdraw_proposal","proposal":1,"proposal":2}"#;
    is_not_understood(
        &desk.call_with(&["submit", "--by", "Ana"], twice),
        &["The field “proposal” stands there more than once", "where    standard input, /proposal\n"],
    );
    assert_eq!(desk.height(), before);
}

#[test]
fn a_story_with_a_sentence_that_is_not_understood_is_not_tried_out() {
    let desk = Desk::new();
    let run = ["scenario", "run", "--rulebook", &rulebook("coassembly"), "good.txt", "story.txt"];
    let ana = "Ana is a worker-owner since 2024-01-01\n";
    fs::write(desk.path("good.txt"), ana).unwrap();
    fs::write(desk.path("story.txt"), format!("{ana}Ana dances on the table\nshe sings\n")).unwrap();
    is_not_understood(
        &desk.call(&run),
        &[
            "line 2: I do not understand `Ana dances",
            "line 3: I do not understand `she",
            "where    story.txt\n",
        ],
    );
    // A story that is understood and comes out otherwise is another thing.
    fs::write(desk.path("story.txt"), format!("{ana}2025-01-01 Ana is an associate\n")).unwrap();
    let told = desk.call(&run);
    assert_eq!((told.code, told.out.as_str()), (1, ""), "{}", told.err);
    assert!(told.err.contains("FAILS  story") && told.err.contains("1 pass, 1 fail"), "{}", told.err);
}

#[test]
fn a_file_that_is_no_utf_8_is_told_with_its_line() {
    let desk = Desk::new();
    let folder = desk.path("bylaws");
    copy(std::path::Path::new(&rulebook("coassembly")), &folder);
    fs::write(folder.join("99-later.md"), b"# Later\n\nThe caf\xe9.\n").unwrap();
    is_not_understood(
        &desk.call(&["rulebook", "check", "bylaws"]),
        &["not UTF-8 text", "where    bylaws/99-later.md, line 3\n", "save it as UTF-8"],
    );
}

#[test]
fn what_is_not_there_is_named() {
    let desk = Desk::founded();
    let before = desk.height();
    let withdraw = r#"{"command":"withdraw_proposal","proposal":9}"#;
    is_not_understood(&desk.call_with(&["submit", "--by", "Ana"], withdraw), &["proposal"]);
    is_not_understood(
        &desk.call_with(&["submit", "--by", "Zoe"], withdraw),
        &["nobody here is called \"Zoe\"", "--by"],
    );
    is_not_understood(&desk.call(&["show", "proposal", "9"]), &["no proposal number 9"]);
    is_not_understood(&desk.call(&["explain", "right", "Ana", "vote", "--group", "tea"]), &["tea", "major"]);
    is_not_understood(&desk.call(&["show", "members", "--organization", "ours"]), &["ours", "coassembly"]);
    is_not_understood(&desk.call(&["submit", "missing.json"]), &["missing.json"]);
    is_not_understood(&desk.call(&["verify", "missing.jsonl"]), &["missing.jsonl"]);
    is_not_understood(&desk.call(&["rulebook", "check", "nowhere"]), &["nowhere"]);
    assert_eq!(desk.height(), before);
}

#[test]
fn an_unknown_option_is_not_understood() {
    let desk = Desk::new();
    is_not_understood(&desk.call(&["show", "members", "--colour"]), &["--colour"]);
    is_not_understood(&desk.call(&["explain", "right", "Ana", "fly"]), &["fly", "vote"]);
    is_not_understood(&desk.call(&["show", "members", "--on", "yesterday"]), &["--on"]);
}

#[test]
fn looking_at_a_database_that_is_not_there_does_not_make_one() {
    let desk = Desk::new();
    is_not_understood(&desk.call(&["show", "members"]), &["no such database", "rochdale.db"]);
    assert!(!desk.path("rochdale.db").exists());
    is_not_understood(
        &desk.call(&["verify", "--database", "mysql://ana:secret@x"]),
        &["not the address of a database", "where    mysql://ana@x\n"],
    );
}

#[test]
fn nothing_is_written_over() {
    let desk = Desk::founded();
    desk.done(&["export", "book.jsonl"]);
    let exported = fs::read(desk.path("book.jsonl")).unwrap();
    is_not_understood(&desk.call(&["export", "book.jsonl"]), &["book.jsonl"]);
    assert_eq!(fs::read(desk.path("book.jsonl")).unwrap(), exported);
    is_not_understood(&desk.call(&["backup", "book.jsonl"]), &["book.jsonl", "never written over"]);
    assert_eq!(fs::read(desk.path("book.jsonl")).unwrap(), exported);
    is_not_understood(&desk.call(&["init", &rulebook("coassembly")]), &["already is a book of coassembly"]);
    let before = desk.height();
    is_not_understood(
        &desk.call(&["import", "book.jsonl"]),
        &["already is a book of coassembly", "where    sqlite:rochdale.db\n", "never written over"],
    );
    assert_eq!(desk.height(), before);
}

#[test]
fn a_damaged_book_is_not_well() {
    let desk = Desk::founded();
    desk.done(&["export", "book.jsonl"]);
    let book = fs::read_to_string(desk.path("book.jsonl")).unwrap();
    fs::write(desk.path("book.jsonl"), book.replacen("Founding roll", "Founding rule", 1)).unwrap();
    let verified = desk.call(&["verify", "book.jsonl"]);
    assert_eq!((verified.code, verified.out.as_str()), (1, ""));
    for part in ["not well", "line 4", "height 3", "payload"] {
        assert!(verified.err.contains(part), "{part} is not in\n{}", verified.err);
    }
    assert_eq!(desk.call(&["import", "book.jsonl", "--database", "sqlite:new.db"]).code, 1);

    // The log beside the file would be read in place of what is written over.
    for beside in ["rochdale.db-wal", "rochdale.db-shm"] {
        let _ = fs::remove_file(desk.path(beside));
    }
    fs::write(desk.path("rochdale.db"), "this is no database, it is a shopping list of some length").unwrap();
    let opened = desk.call(&["show", "members"]);
    assert_eq!(opened.code, 70, "{}", opened.err);
    assert!(opened.err.contains("damaged") && opened.err.contains("backup"), "{}", opened.err);
}

#[test]
fn an_unsound_rulebook_is_shown_with_its_line_and_begins_nothing() {
    let desk = Desk::new();
    let folder = desk.path("bylaws");
    copy(std::path::Path::new(&rulebook("coassembly")), &folder);
    let file = folder.join("03-governance.md");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        text.replace(
            "2. A vote may be called only after 3 complete",
            "2. A vote may be called only after 2 complete",
        ),
    )
    .unwrap();
    let checked = desk.call(&["rulebook", "check", "bylaws"]);
    assert_eq!(checked.code, 1, "{}", checked.err);
    for part in ["error[quote-stands]", "03-governance.md:", "GOV-06", "^", "mend:"] {
        assert!(checked.err.contains(part), "{part} is not in\n{}", checked.err);
    }
    // The README shows the same two.
    let readme = include_str!("../../../../README.md");
    for line in checked.err.lines().take_while(|line| !line.contains("61 clauses")) {
        assert!(readme.contains(line), "the README does not say: {line}");
    }
    is_not_understood(&desk.call(&["init", "bylaws"]), &["not sound"]);
    assert!(!desk.path("rochdale.db").exists());
}

#[test]
fn a_rulebook_whose_example_comes_out_otherwise_begins_nothing() {
    let desk = Desk::new();
    let folder = desk.path("bylaws");
    copy(std::path::Path::new(&rulebook("coassembly")), &folder);
    let file = folder.join("03-governance.md");
    let told = "\"Buy a van\" carries: 2 of 3 in favour, 2 needed";
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(told));
    fs::write(&file, text.replace(told, "\"Buy a van\" carries: 2 of 3 in favour, 3 needed")).unwrap();
    let checked = desk.call(&["rulebook", "check", "bylaws"]);
    assert!(checked.code == 1 && checked.err.contains("error[examples-pass]"), "{}", checked.err);
    is_not_understood(&desk.call(&["init", "bylaws"]), &["worked example", "rochdale rulebook check"]);
    assert!(!desk.path("rochdale.db").exists());
}

/// What will have been decided by then, nobody knows.
#[test]
fn a_day_to_come_is_not_told_as_if_it_were_known() {
    let desk = Desk::new();
    desk.done(&["init", &rulebook("coassembly")]);
    for asked in [
        &["show", "proposals"][..],
        &["show", "proposal", "1"],
        &["show", "standing"],
        &["explain", "proposal", "1"],
        &["list", "register", "register.pdf"],
    ] {
        let asked = [asked, &["--on", "2999-01-01"]].concat();
        is_not_understood(&desk.call(&asked), &["2999-01-01 is still to come", "--on"]);
    }
    assert!(!desk.path("register.pdf").exists());
}
