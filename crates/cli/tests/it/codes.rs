//! Whether whoever calls is at fault or the machine: 2 where the call must be another one, 70 where the same call
//! would do once the machine is well.

use std::{fs, net::TcpListener};

use serde_json::Value;

use crate::{
    bad_input::is_not_understood,
    support::{Desk, rulebook},
};

/// What `--json` says of a call that is not understood.
fn not_understood(desk: &Desk, arguments: &[&str]) -> Value {
    let answered = desk.call(&[arguments, &["--json"]].concat());
    assert_eq!((answered.code, answered.err.as_str()), (2, ""), "{arguments:?}: {}", answered.out);
    let value: Value = serde_json::from_str(&answered.out).unwrap();
    value["not_understood"].clone()
}

#[test]
fn a_book_that_is_there_already_is_the_callers_mistake() {
    let desk = Desk::founded();
    desk.done(&["export", "book.jsonl"]);
    let before = desk.height();
    for arguments in [&["import", "book.jsonl"][..], &["init", &rulebook("coassembly")]] {
        is_not_understood(
            &desk.call(arguments),
            &["there already is a book of coassembly", "sqlite:rochdale.db"],
        );
        let said = not_understood(&desk, arguments);
        assert_eq!(said["where"], "sqlite:rochdale.db", "{said}");
        assert!(said["mend"].as_str().unwrap().contains("another"), "{said}");
    }
    assert_eq!(desk.height(), before);
    desk.done(&["import", "book.jsonl", "--database", "sqlite:other.db"]);
    desk.done(&["verify", "--database", "sqlite:other.db"]);
}

#[test]
fn a_file_that_cannot_be_made_is_the_callers_mistake_and_leaves_nothing() {
    let desk = Desk::founded();
    fs::write(desk.path("there"), "a letter").unwrap();
    for verb in [&["export"][..], &["backup"], &["list", "members"], &["list", "register"]] {
        for (file, why) in
            [("there", "there already is a file of this name"), ("nowhere/new", "the file cannot be made")]
        {
            let call = [verb, &[file]].concat();
            let place = format!("where    {file}\n");
            is_not_understood(&desk.call(&call), &[why, &place, "choose a new name", "never written over"]);
            assert_eq!(not_understood(&desk, &call)["where"], file, "{call:?}");
        }
    }
    assert_eq!(fs::read_to_string(desk.path("there")).unwrap(), "a letter");
    // Of two files that belong together there are both or none, and none was recorded.
    let group = ["list", "group", "all@mill.example", "--joined", "joined.csv", "--left"];
    is_not_understood(&desk.call(&[&group[..], &["nowhere/left.csv"]].concat()), &["nowhere/left.csv"]);
    assert!(!desk.path("joined.csv").exists());
    desk.done(&[&group[..], &["left.csv"]].concat());
    assert!(desk.path("joined.csv").exists() && desk.path("left.csv").exists());
}

#[test]
fn a_file_that_cannot_be_read_is_the_callers_mistake() {
    let desk = Desk::founded();
    fs::create_dir(desk.path("folder")).unwrap();
    for verb in ["verify", "import", "submit"] {
        for file in ["folder", "missing.jsonl"] {
            let place = format!("where    {file}\n");
            is_not_understood(
                &desk.call(&[verb, file]),
                &["it cannot be read", &place, "look whether the name is right"],
            );
        }
    }
}

#[test]
fn a_database_in_a_folder_that_is_not_there_is_the_callers_mistake() {
    let desk = Desk::new();
    let coassembly = rulebook("coassembly");
    let init = ["init", &coassembly, "--database", "sqlite:nowhere/rochdale.db"];
    is_not_understood(
        &desk.call(&init),
        &["there is no folder nowhere", "--database", "make the folder first"],
    );
    assert!(!desk.path("nowhere").exists());
}

#[test]
fn an_address_to_listen_on_is_the_callers_mistake_or_anothers() {
    let desk = Desk::founded();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let serve = ["serve", "--listen", &address];
    // The same call does once the other program has ended.
    let told = desk.call(&serve);
    assert_eq!((told.code, told.out.as_str()), (70, ""), "{}", told.err);
    for part in ["fault: another program listens there", &format!("where    {address}\n"), "--listen"] {
        assert!(told.err.contains(part), "{part} is not in\n{}", told.err);
    }
    let in_json: Value = serde_json::from_str(&desk.call(&[&serve[..], &["--json"]].concat()).out).unwrap();
    assert_eq!(in_json["fault"]["where"], address);
    drop(taken);
    let serving = desk.serve(&serve);
    assert_eq!(serving.get("/coassembly").0, 200);
    assert_eq!(serving.end().0, Some(0));
    // An address for documentation only (RFC 5737): no machine has it.
    let elsewhere = ["serve", "--listen", "192.0.2.1:8080", "--origin", "http://localhost:8080"];
    is_not_understood(&desk.call(&elsewhere), &["does not have that address", "--listen 192.0.2.1:8080"]);
}

#[test]
fn an_address_of_mail_that_is_none_is_the_callers_mistake_and_queues_nothing() {
    let desk = Desk::founded();
    for address in ["office", "office@", "a@b@c", "office@mill.example, all@mill.example"] {
        let call = ["mail", "test", address, "--mail", "file:mail"];
        is_not_understood(&desk.call(&call), &["is no address of mail", "where    ADDRESS\n"]);
    }
    assert!(desk.done(&["mail", "log"]).contains("No mail has been queued"));
}

#[test]
fn what_no_copy_is_made_of_is_the_callers_mistake() {
    let desk = Desk::new();
    is_not_understood(
        &desk.call(&["backup", "copy.db", "--database", "memory:"]),
        &["only a SQLite file is copied", "where    memory:\n", "export"],
    );
    assert!(!desk.path("copy.db").exists());
}

/// A file with half an answer in it must not pass for the whole.
#[test]
fn an_answer_that_cannot_be_written_is_a_fault() {
    let desk = Desk::founded();
    let full = || fs::File::options().write(true).open("/dev/full").unwrap();
    for call in [&["show", "members"][..], &["verify", "--json"], &["export", "-"]] {
        let told = desk.call_onto(call, full());
        assert_eq!(told.code, 70, "{call:?}: {}", told.err);
        for part in ["cannot be written", "No space left", "where    standard output\n", "Make room"] {
            assert!(told.err.contains(part), "{call:?}: {part} is not in\n{}", told.err);
        }
    }
    // Where nobody hears it, the exit code tells.
    assert_eq!(desk.call_onto(&["show", "proposal", "9", "--json"], full()).code, 2);
    // Whoever stops reading, as `head` does, has read enough.
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    assert_eq!(desk.call_onto(&["show", "members"], writer).code, 0);
}
