//! Troubles of the machine as an operator meets them: every verb says what happened, where, and what to do now, in words
//! and in JSON; nothing is half written; and the same calls do what they say once the trouble is over.

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    thread,
};

use rochdale_testkit::troubles::{Disk, Server};
use serde_json::{Value, json};
use sqlx::{
    ConnectOptions, Connection,
    sqlite::{SqliteConnectOptions, SqliteLockingMode},
};

use crate::support::{Desk, Serving, rulebook};

const ID: &str = "018f0000-0000-7000-8000-000000000001";
const API_ID: &str = "018f0000-0000-7000-8000-000000000002";

/// What an operator calls, but for the database.
const VERBS: [&[&str]; 6] = [
    &["submit", "draft.json", "--by", "Ana", "--id", ID],
    &["show", "members"],
    &["verify"],
    &["export", "book.jsonl"],
    &["backup", "copy.db"],
    &["serve", "--listen", "127.0.0.1:0"],
];

/// What each call says: of which kind it is with its exit code, and the beginnings of what, where and what now.
struct Told<'a> {
    kind: &'a str,
    code: i32,
    what: &'a str,
    place: &'a str,
    mend: &'a str,
}

impl Told<'_> {
    /// Each of these calls says it, in words and in JSON, and leaves no file.
    fn by_each(&self, desk: &Desk, calls: &[&[&str]], database: &str) {
        thread::scope(|scope| {
            for call in calls {
                scope.spawn(move || self.by(desk, &[call, &["--database", database][..]].concat()));
            }
        });
        for left in ["book.jsonl", "copy.db"] {
            assert!(!desk.path(left).exists(), "half of {left} is left");
        }
    }

    fn by(&self, desk: &Desk, call: &[&str]) {
        let Told { kind, code, what, place, mend } = self;
        let said = desk.call(call);
        assert_eq!((said.code, said.out.as_str()), (*code, ""), "{call:?}: {}", said.err);
        let line =
            [format!("{kind}: {what}"), format!("\n  where    {place}"), format!("\n  you can  {mend}")];
        for part in line {
            assert!(said.err.contains(&part), "{call:?}: {part} is not in\n{}", said.err);
        }
        let said = desk.call(&[call, &["--json"]].concat());
        assert_eq!((said.code, said.err.as_str()), (*code, ""), "{call:?}: {}", said.out);
        let value: Value = serde_json::from_str(&said.out).unwrap();
        let told = &value[kind.replace(' ', "_")];
        for (field, begins) in [("what", what), ("where", place), ("mend", mend)] {
            assert!(told[field].as_str().is_some_and(|text| text.starts_with(begins)), "{call:?}: {told}");
        }
    }
}

/// A desk with a draft to submit that is long enough to need room of its own.
fn desk() -> Desk {
    let desk = Desk::founded();
    let text = "Two of them, and a table.\n".repeat(8_000);
    let draft =
        json!({"command": "draft_proposal", "title": "New chairs", "text": text, "matter": "day-to-day"});
    fs::write(desk.path("draft.json"), draft.to_string()).unwrap();
    desk
}

fn height(desk: &Desk, database: &str) -> u64 {
    desk.json(&["verify", "--database", database])["height"].as_u64().unwrap()
}

/// The submission that was told of the trouble is done, and done once however often it is called; every other verb does
/// what it says; the book verifies.
fn goes_on(desk: &Desk, database: &str) {
    let before = height(desk, database);
    let call = |verb: &[&str]| desk.json(&[verb, &["--database", database]].concat());
    let first = call(VERBS[0]);
    assert_eq!(first["heights"], json!([before + 1, before + 2]));
    assert_eq!(call(VERBS[0]), first);
    assert_eq!(height(desk, database), before + 1);
    for verb in [VERBS[1], VERBS[2], VERBS[3]] {
        call(verb);
    }
    desk.done(&["verify", "book.jsonl"]);
    if database.starts_with("sqlite:") {
        call(VERBS[4]);
        assert_eq!(height(desk, "sqlite:copy.db"), before + 1);
    }
    let serving = desk.serve(&[VERBS[5], &["--database", database]].concat());
    assert_eq!(serving.get("/coassembly").0, 200);
    assert_eq!(serving.end().0, Some(0));
}

/// What the interface answers to a program that enters a bakery, with the status.
async fn enters_a_bakery(serving: &Serving, token: &str) -> (u16, Value) {
    let address = format!("http://{}/api/v1/coassembly/commands", serving.address());
    let bakery = json!({"command": "enter_organization", "name": "Bakery ".repeat(20).trim()});
    let request = reqwest::Client::new().post(address).bearer_auth(token).header("Idempotency-Key", API_ID);
    let answer = request.json(&bakery).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

#[test]
fn a_full_disk_is_told_by_every_verb() {
    let Some(disk) = Disk::new("troubles::a_full_disk_is_told_by_every_verb") else { return };
    let desk = desk();
    let before = desk.height();
    desk.done(&["backup", &disk.path("rochdale.db").display().to_string()]);
    let database = format!("sqlite:{}", disk.path("rochdale.db").display());
    let full = Told {
        kind: "fault",
        code: 70,
        what: "the disk is full",
        place: &database,
        mend: "Make room on the disk and ask again: the same request is done only once",
    };
    disk.fill(0);
    full.by_each(&desk, &VERBS, &database);
    disk.make_room();

    // Room enough to look, and too little to write.
    disk.fill(64 * 1024);
    let there = |name: &str| disk.path(name).display().to_string();
    let (book, copy) = (there("book.jsonl"), there("copy.db"));
    full.by_each(&desk, &[VERBS[0], &["backup", &copy]], &database);
    let cannot =
        Told { what: "the export cannot be written: No space left", place: &book, mend: "Make room", ..full };
    cannot.by_each(&desk, &[&["export", &book]], &database);
    let members = there("members.csv");
    let cannot = Told { what: "the file cannot be written: No space left", place: &members, ..cannot };
    disk.make_room();
    disk.fill(0);
    // Opening needs room too, so that the book is read from elsewhere.
    cannot.by_each(&desk, &[&["list", "members", &members]], "sqlite:rochdale.db");
    disk.make_room();
    disk.fill(64 * 1024);
    assert_eq!(height(&desk, &database), before, "and whoever only looks sees all");
    for name in [&book, &copy, &members] {
        assert!(!fs::exists(name).unwrap(), "half of {name} is left");
    }
    let serving = desk.serve(&[VERBS[5], &["--database", &database]].concat());
    assert_eq!(serving.get("/coassembly").0, 200);
    assert_eq!(serving.end().0, Some(0));

    disk.make_room();
    goes_on(&desk, &database);
}

#[test]
fn a_book_that_begins_on_a_full_disk_begins_once_there_is_room() {
    let Some(disk) = Disk::new("troubles::a_book_that_begins_on_a_full_disk_begins_once_there_is_room")
    else {
        return;
    };
    let (desk, coassembly) = (Desk::new(), rulebook("coassembly"));
    let database = format!("sqlite:{}", disk.path("rochdale.db").display());
    let init = ["init", &coassembly, "--database", &database];
    for room in [0, 64 * 1024, 128 * 1024, 256 * 1024] {
        disk.fill(room);
        let told = desk.call(&init);
        assert_eq!(told.code, 70, "{room}: {}{}", told.out, told.err);
        assert!(told.err.contains("fault: the disk is full"), "{room}: {}", told.err);
        disk.make_room();
    }
    desk.done(&init);
    assert_eq!(height(&desk, &database), 1);
}

#[tokio::test]
async fn a_database_that_another_program_keeps_for_itself_is_told_by_every_verb() {
    let desk = desk();
    let before = desk.height();
    let options = SqliteConnectOptions::new().filename(desk.path("rochdale.db"));
    let mut other = options.locking_mode(SqliteLockingMode::Exclusive).connect().await.unwrap();
    sqlx::query("SELECT count(*) FROM entry").execute(&mut other).await.unwrap();

    let locked = Told {
        kind: "fault",
        code: 70,
        what: "the database is locked by another program",
        place: "sqlite:rochdale.db",
        mend: "End the other program, or wait until it is done, and ask again: the same request is done only once",
    };
    locked.by_each(&desk, &VERBS, "sqlite:rochdale.db");

    other.close().await.unwrap();
    assert_eq!(desk.height(), before);
    goes_on(&desk, "sqlite:rochdale.db");
}

#[test]
fn a_database_that_is_not_there_is_told_by_every_verb_and_not_made() {
    let desk = desk();
    let serving = desk.serve(VERBS[5]);
    assert_eq!(serving.get("/coassembly").0, 200);
    fs::rename(desk.path("rochdale.db"), desk.path("aside.db")).unwrap();
    let missing = Told {
        kind: "not understood",
        code: 2,
        what: "there is no such database",
        place: "--database sqlite:rochdale.db, that is, the file rochdale.db",
        mend: "name the right file with --database or ROCHDALE_DATABASE",
    };
    missing.by_each(&desk, &VERBS, "sqlite:rochdale.db");
    assert!(!desk.path("rochdale.db").exists());
    assert_eq!(serving.end().0, Some(0));

    fs::rename(desk.path("aside.db"), desk.path("rochdale.db")).unwrap();
    goes_on(&desk, "sqlite:rochdale.db");
}

#[test]
fn a_file_that_is_no_database_is_told_by_every_verb_and_stays_as_it_is() {
    let desk = desk();
    let letter = "This is a letter, not a database. ".repeat(100);
    fs::write(desk.path("letter.db"), &letter).unwrap();
    let told = Told {
        kind: "fault",
        code: 70,
        what: "the file is no SQLite database, or its beginning is damaged",
        place: "sqlite:letter.db",
        mend: "Look whether the name is right; if it is, restore the newest backup that verifies",
    };
    let coassembly = rulebook("coassembly");
    let init = ["init", &coassembly];
    told.by_each(&desk, &[&VERBS[..], &[&init]].concat(), "sqlite:letter.db");
    assert_eq!(fs::read_to_string(desk.path("letter.db")).unwrap(), letter);
}

#[test]
fn a_folder_that_may_not_be_written_is_told_by_every_verb() {
    let desk = desk().held_to_rights();
    let folder = desk.path("kept");
    fs::create_dir(&folder).unwrap();
    desk.done(&["backup", "kept/rochdale.db"]);
    fs::set_permissions(&folder, Permissions::from_mode(0o555)).unwrap();
    let not_written = Told {
        kind: "fault",
        code: 70,
        what: "the database may not be written",
        place: "sqlite:kept/rochdale.db",
        mend: "Give this program the right to write the file",
    };
    not_written.by_each(&desk, &VERBS, "sqlite:kept/rochdale.db");
    let coassembly = rulebook("coassembly");
    let not_opened = Told {
        what: "the database file cannot be opened",
        place: "sqlite:kept/new.db",
        mend: "Look whether the name is right, the folder exists, and this program may read and write there",
        ..not_written
    };
    not_opened.by_each(&desk, &[&["init", &coassembly]], "sqlite:kept/new.db");
    assert!(!folder.join("new.db").exists());
    let not_made = Told {
        kind: "not understood",
        code: 2,
        what: "the file cannot be made: Permission denied",
        place: "kept/new",
        mend: "choose a new name in a folder that may be written",
    };
    not_made.by_each(&desk, &[&["export", "kept/new"], &["backup", "kept/new"]], "sqlite:rochdale.db");

    fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
    goes_on(&desk, "sqlite:kept/rochdale.db");
}

/// The page of whoever asks it of the program while it serves is in the tests of the pages, where other faults are.
#[tokio::test]
async fn a_file_that_may_not_be_written_is_read_and_told_to_whoever_writes() {
    let desk = desk().held_to_rights();
    let token = desk.json(&["token", "issue", "desk"])["token"].as_str().unwrap().to_owned();
    let before = desk.height();
    let may_be_written = |is_so: bool| {
        for name in ["rochdale.db", "rochdale.db-wal", "rochdale.db-shm"] {
            let path = desk.path(name);
            if path.exists() {
                fs::set_permissions(&path, Permissions::from_mode(if is_so { 0o644 } else { 0o444 }))
                    .unwrap();
            }
        }
    };
    may_be_written(false);
    let told = Told {
        kind: "fault",
        code: 70,
        what: "the database may not be written",
        place: "sqlite:rochdale.db",
        mend: "Give this program the right to write the file, those beside it",
    };
    told.by_each(&desk, &[VERBS[0]], "sqlite:rochdale.db");
    assert_eq!(desk.height(), before, "looking needs no right to write");
    let serving = desk.serve(VERBS[5]);
    let (status, problem) = enters_a_bakery(&serving, &token).await;
    assert_eq!((status, &problem["code"]), (503, &json!("fault")), "{problem}");
    assert_eq!(serving.get("/coassembly").0, 200);
    assert_eq!(serving.end().0, Some(0));

    may_be_written(true);
    let serving = desk.serve(VERBS[5]);
    let first = enters_a_bakery(&serving, &token).await;
    assert_eq!(first.0, 201, "{}", first.1);
    assert_eq!(enters_a_bakery(&serving, &token).await, first);
    assert_eq!((serving.end().0, desk.height()), (Some(0), before + 1));
    goes_on(&desk, "sqlite:rochdale.db");
}

#[tokio::test]
async fn a_server_that_stops_is_told_by_every_verb_and_served_again_when_it_is_back() {
    let test = "troubles::a_server_that_stops_is_told_by_every_verb_and_served_again_when_it_is_back";
    let Some(server) = Server::start(test) else { return };
    let (desk, database) = (desk(), server.address.as_str());
    desk.done(&["export", "sqlite.jsonl"]);
    desk.done(&["import", "sqlite.jsonl", "--database", database]);
    let issued = desk.json(&["token", "issue", "desk", "--database", database]);
    let token = issued["token"].as_str().unwrap();
    let before = height(&desk, database);
    let serving = desk.serve(&[VERBS[5], &["--database", database]].concat());
    assert_eq!(serving.get("/coassembly").0, 200);

    server.halt();
    let (_, rest) = database.split_once("@").unwrap();
    // A password is the server's and the operator's, and nobody else reads it.
    let with_password = format!("postgres://rochdale:secret@{rest}");
    let told = Told {
        kind: "fault",
        code: 70,
        what: "the database cannot be reached",
        place: database,
        mend: "Look whether the database runs and whether its address is right",
    };
    told.by_each(&desk, &VERBS, &with_password);
    let (status, problem) = enters_a_bakery(&serving, token).await;
    assert_eq!((status, &problem["code"]), (503, &json!("fault")), "{problem}");

    server.resume();
    assert_eq!(height(&desk, database), before);
    let first = enters_a_bakery(&serving, token).await;
    assert_eq!(first.0, 201, "{}", first.1);
    assert_eq!(enters_a_bakery(&serving, token).await, first);
    assert_eq!((serving.end().0, height(&desk, database)), (Some(0), before + 1));
    goes_on(&desk, database);
    let copied = desk.call(&["backup", "copy.db", "--database", database]);
    assert_eq!(copied.code, 2, "{}", copied.err);
    assert!(copied.err.contains("pg_dump") && !desk.path("copy.db").exists(), "{}", copied.err);
}
