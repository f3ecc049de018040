//! How the program is called: which options a command takes, what it prints where, and what it exits with.

use serde_json::Value;

use crate::support::Desk;

#[test]
fn what_is_called_wrongly_is_told_in_json_where_that_is_asked_for() {
    let desk = Desk::new();
    for (arguments, what, place) in [
        (vec!["--json", "show", "members", "--on", "foo"], "invalid value 'foo'", "--on <DATE>"),
        (vec!["show", "members", "--colour", "--json"], "unexpected argument '--colour'", "--colour"),
        (vec!["--json", "verifi"], "unrecognized subcommand 'verifi'", "the command line"),
        (vec!["--json", "export"], "not provided: <FILE>", "<FILE>"),
        (vec!["--json", "show"], "a command is missing", "the command line"),
    ] {
        let answered = desk.call(&arguments);
        assert_eq!((answered.code, answered.err.as_str()), (2, ""), "{arguments:?}");
        let value: Value = serde_json::from_str(&answered.out).unwrap();
        let said = &value["not_understood"];
        assert!(said["what"].as_str().unwrap().contains(what), "{said}");
        assert!(!said["what"].as_str().unwrap().contains("error:"), "{said}");
        assert_eq!((&said["where"], said["mend"].is_string()), (&place.into(), true), "{said}");
    }
    let for_people = desk.call(&["show", "members", "--on", "foo"]);
    assert_eq!((for_people.code, for_people.out.as_str()), (2, ""));
    assert!(for_people.err.starts_with("error: invalid value 'foo'"), "{}", for_people.err);
    // A word behind `--` is no option.
    let file = desk.call(&["export", "a", "--", "--json"]);
    assert_eq!((file.code, file.out.as_str()), (2, ""), "{}", file.err);
    assert!(desk.done(&["--json", "--help"]).contains("Usage: rochdale"));
}

/// It would make a database of its own, and the one that was named would stay as it is.
#[test]
fn the_demo_takes_no_option_that_it_would_not_heed() {
    let desk = Desk::new();
    for option in ["--database=sqlite:mine.db", "--organization=ours", "--language=es", "--json"] {
        for arguments in [["demo", "--directory=here", option], [option, "demo", "--directory=here"]] {
            let answered = desk.call(&arguments);
            assert_eq!(answered.code, 2, "{arguments:?}: {}", answered.err);
            let name = option.split('=').next().unwrap();
            let said = answered.out + &answered.err;
            assert!(said.contains(&format!("it takes no {name}")), "{said}");
        }
    }
    assert!(!desk.path("here").exists() && !desk.path("mine.db").exists());
    assert!(!desk.done(&["demo", "--help"]).contains("--database"));
    assert!(desk.done(&["serve", "--help"]).contains("--database"));
}

#[test]
fn an_export_goes_to_standard_output_and_what_is_said_of_it_beside_it() {
    let desk = Desk::founded();
    desk.done(&["export", "book.jsonl"]);
    let exported = std::fs::read_to_string(desk.path("book.jsonl")).unwrap();
    let said = desk.call(&["export", "-"]);
    assert_eq!((said.code, &said.out), (0, &exported));
    assert!(said.err.contains("The book of coassembly is in standard output"), "{}", said.err);
    let in_json = desk.call(&["export", "-", "--json"]);
    assert_eq!((in_json.code, &in_json.out), (0, &exported));
    let value: Value = serde_json::from_str(&in_json.err).unwrap();
    assert_eq!(value["file"], "standard output");
    assert!(!desk.path("-").exists());
}

#[tokio::test]
async fn a_locked_database_is_a_fault_that_names_it_and_nothing_is_done() {
    let desk = Desk::founded();
    let before = desk.height();
    let url = format!("sqlite:{}", desk.path("rochdale.db").display());
    let other = sqlx::SqlitePool::connect(&url).await.unwrap();
    let lock = other.begin_with("BEGIN EXCLUSIVE").await.unwrap();
    let enter = r#"{"command":"enter_organization","name":"Bakery"}"#;
    let told = desk.call_with(&["submit"], enter);
    assert_eq!((told.code, told.out.as_str()), (70, ""), "{}", told.err);
    for part in ["fault: the database is locked", "sqlite:rochdale.db", "done only once"] {
        assert!(told.err.contains(part), "{part} is not in\n{}", told.err);
    }
    lock.rollback().await.unwrap();
    assert_eq!(desk.height(), before);
    desk.submit(enter, &[]);
}
