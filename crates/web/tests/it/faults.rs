//! A machine that fails while somebody asks: the person on a page and the program at the interface are told in words
//! for them, nothing has happened, and what they asked for is done once when the trouble is over.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::http::StatusCode;
use rochdale_core::values::Slug;
use rochdale_register::{Database, Registers, Registrar, entry::Head, verify};
use rochdale_testkit::troubles::{Disk, Server};
use rochdale_web::{
    Site,
    entrance::{Entrance, MailWay, Origin},
};
use rochdale_words::Catalogue;
use serde_json::{Value, json};

use crate::{
    api,
    browse::{Browser, Shown},
    village::{COASSEMBLY, Village},
};

const FORM: &str = "/coassembly/proposals/new";
const FORM_ID: &str = "018f0000-0000-7000-8000-000000000001";
const API_ID: &str = "018f0000-0000-7000-8000-000000000002";

/// What stands in addresses of databases, in their errors and in advice to whoever runs the program.
const FOR_OPERATORS: [&str; 6] = ["book.db", "sqlite:", "postgres", "127.0.0.1", "the disk", "is locked"];

/// Long enough to need room of its own in the database.
fn text() -> String {
    "Two of them, and a table.\r\n".repeat(800)
}

fn draft() -> Value {
    let text = text();
    json!({"command": "draft_proposal", "title": "New lamps", "text": text, "matter": "day-to-day"})
}

fn registrar(village: &Village) -> Registrar {
    village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap()
}

/// A person on a page and a program at the interface, who both ask for something.
struct Callers {
    cookie: String,
    token: String,
    head: Head,
}

impl Callers {
    async fn of(village: &Village) -> Self {
        let cookie = format!("session={}", village.session(COASSEMBLY, "Ana Lin").await);
        let token = api::token(village, COASSEMBLY, "Ana Lin").await;
        Self { cookie, token, head: registrar(village).head() }
    }

    fn browser<'a>(&self, village: &'a Village) -> Browser<'a> {
        Browser::with_cookie(village, &self.cookie)
    }

    async fn write(&self, village: &Village) -> Shown {
        let text = text();
        let fields = [
            ("request", FORM_ID),
            ("matter", "day-to-day"),
            ("title", "New chairs"),
            ("text", text.as_str()),
            ("owner", ""),
            ("deadline", "2026-09-30"),
        ];
        self.browser(village).send(FORM, &fields).await
    }

    async fn submit(&self, village: &Village) -> api::Said {
        api::submit(village, COASSEMBLY, Some(&self.token), Some(API_ID), &draft()).await
    }

    /// Both are told what happened and what to do now, in words for them; nothing is done. Gives the page.
    async fn are_told(&self, village: &Village) -> String {
        let (page, said) = tokio::join!(self.write(village), self.submit(village));
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE, "{}", page.body);
        for told in [
            "Something went wrong here, not with you",
            "Nothing was half done",
            "tell whoever runs this program",
        ] {
            assert!(page.body.contains(told), "{told} is not on\n{}", page.body);
        }
        for kept in ["New chairs", "Two of them, and a table.", "2026-09-30"] {
            assert!(page.body.contains(kept), "{kept} is lost on\n{}", page.body);
        }
        let problem = said.is_problem(503, "fault");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains("the same Idempotency-Key: it is done only once"), "{detail}");
        for secret in FOR_OPERATORS {
            assert!(!page.body.contains(secret), "{secret} is for the log, and stands on\n{}", page.body);
            assert!(!said.text.contains(secret), "{secret} is for the log, and stands in {}", said.text);
        }
        assert_eq!(registrar(village).head(), self.head, "nothing was done");
        page.body
    }

    /// Presses the button that the page of the fault had, and sends the command again: both are done, and done once
    /// however often they are sent. The book verifies.
    async fn are_done_once(&self, village: &Village, page: &str) {
        let before = registrar(village).head().height;
        let button = button(page);
        let fields: Vec<(&str, &str)> =
            button.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let mut led = Vec::new();
        let mut answered = Vec::new();
        for _ in 0..2 {
            let pressed = self.browser(village).send(FORM, &fields).await;
            assert_eq!(pressed.status, StatusCode::SEE_OTHER, "{}", pressed.body);
            led.push(pressed.leads_to().to_owned());
            let said = self.submit(village).await;
            assert_eq!(said.status, StatusCode::CREATED, "{}", said.text);
            answered.push(said.json);
        }
        assert_eq!((&led[0], &answered[0]), (&led[1], &answered[1]));
        let registrar = registrar(village);
        assert_eq!(registrar.head().height, before + 2);
        let state = registrar.state();
        for title in ["New chairs", "New lamps"] {
            let drafted = state.proposals().filter(|proposal| proposal.draft.title == title);
            assert_eq!(drafted.count(), 1, "{title}");
        }
        self.book_verifies(village).await;
    }

    async fn book_verifies(&self, village: &Village) {
        let verified = verify(village.site.registers.database(), &Slug::new(COASSEMBLY)).await.unwrap();
        assert_eq!(verified.head, registrar(village).head());
    }
}

/// The fields of the form behind the button that sends everything again.
fn button(page: &str) -> Vec<(String, String)> {
    let (_, form) = page.split_once(&format!("<form method=\"post\" action=\"{FORM}\">")).expect(page);
    let (form, _) = form.split_once("</form>").unwrap();
    assert!(form.contains(">Send it again</button>"), "{form}");
    let inputs = form.split("<input type=\"hidden\" name=\"").skip(1);
    let fields = inputs.map(|input| {
        let (name, rest) = input.split_once("\" value=\"").unwrap();
        (name.to_owned(), rest.split_once('"').unwrap().0.to_owned())
    });
    fields.collect()
}

fn address(file: &Path) -> String {
    format!("sqlite:{}", file.display())
}

/// The same co-ops after the program was ended and started again on their database.
async fn started_again(mut village: Village, database: &str) -> Village {
    village.site.registers.database().close().await;
    let database = Database::open(database).await.unwrap();
    let registers = Registers::open(database, village.clock.clone()).await.unwrap();
    village.site = Arc::new(Site {
        registers: Arc::new(registers),
        clock: village.clock.clone(),
        catalogue: Catalogue::built_in(),
        is_demo: false,
        entrance: Entrance::new(Origin::new("http://localhost:8080").unwrap(), MailWay::Server),
        lists: Default::default(),
    });
    village
}

/// A connection of another program.
async fn other_program(file: &Path) -> sqlx::SqlitePool {
    sqlx::SqlitePool::connect(&address(file)).await.unwrap()
}

#[tokio::test]
async fn a_full_disk_is_told_on_the_page_and_to_programs() {
    let Some(disk) = Disk::new("faults::a_full_disk_is_told_on_the_page_and_to_programs") else { return };
    let file = disk.path("book.db");
    let village = Village::settle_in(&address(&file), false).await;
    let callers = Callers::of(&village).await;
    // What was written before leaves no room in the log.
    let other = other_program(&file).await;
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&other).await.unwrap();
    other.close().await;
    disk.fill(0);

    let page = callers.are_told(&village).await;
    // That somebody was here cannot be kept, and they read all the same.
    village.at("2026-03-20T02:06:00Z");
    let today = callers.browser(&village).get("/coassembly/today").await;
    assert_eq!(today.status, StatusCode::OK, "{}", today.body);
    callers.are_told(&village).await;
    callers.book_verifies(&village).await;

    disk.make_room();
    callers.are_done_once(&village, &page).await;
    let village = started_again(village, &address(&file)).await;
    callers.book_verifies(&village).await;
}

#[tokio::test]
async fn a_locked_database_is_told_on_the_page_and_to_programs() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("book.db");
    let village = Village::settle_in(&address(&file), false).await;
    let callers = Callers::of(&village).await;
    let other = other_program(&file).await;
    let lock = other.begin_with("BEGIN EXCLUSIVE").await.unwrap();

    let page = callers.are_told(&village).await;
    callers.book_verifies(&village).await;

    lock.rollback().await.unwrap();
    other.close().await;
    callers.are_done_once(&village, &page).await;
    let village = started_again(village, &address(&file)).await;
    callers.book_verifies(&village).await;
}

#[tokio::test]
async fn a_vanished_database_is_told_on_the_page_and_to_programs() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("book.db");
    let aside: PathBuf = folder.path().join("aside.db");
    let village = Village::settle_in(&address(&file), false).await;
    let callers = Callers::of(&village).await;
    assert_eq!(callers.browser(&village).get("/coassembly/today").await.status, StatusCode::OK);
    std::fs::rename(&file, &aside).unwrap();

    let page = callers.are_told(&village).await;
    assert!(!file.exists(), "no empty database stands where the book stood");

    // What the fault tells whoever runs the program: stop it, put the file back, start it again.
    village.site.registers.database().close().await;
    std::fs::rename(&aside, &file).unwrap();
    let village = started_again(village, &address(&file)).await;
    assert_eq!(registrar(&village).head(), callers.head);
    callers.are_done_once(&village, &page).await;
}

#[tokio::test]
async fn a_server_that_stops_is_told_on_the_page_and_to_programs() {
    let test = "faults::a_server_that_stops_is_told_on_the_page_and_to_programs";
    let Some(server) = Server::start(test) else { return };
    let village = Village::settle_in(&server.address, false).await;
    let callers = Callers::of(&village).await;
    assert_eq!(callers.browser(&village).get("/coassembly/today").await.status, StatusCode::OK);

    server.halt();
    callers.are_told(&village).await;
    // By now nobody knows any longer who they are, and what was written is there all the same.
    village.at("2026-03-20T02:01:00Z");
    let page = callers.are_told(&village).await;

    server.resume();
    callers.are_done_once(&village, &page).await;
    let village = started_again(village, &server.address).await;
    callers.book_verifies(&village).await;
}

/// Another site could write into a form there what nobody wanted to send.
#[tokio::test]
async fn what_another_site_sent_is_given_back_to_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("book.db");
    let village = Village::settle_in(&address(&file), false).await;
    let callers = Callers::of(&village).await;
    let text = text();
    let fields = [("request", FORM_ID), ("title", "New chairs"), ("text", text.as_str())];
    village.site.registers.database().close().await;

    let own = callers.browser(&village).send(FORM, &fields).await;
    assert_eq!(own.status, StatusCode::SERVICE_UNAVAILABLE, "{}", own.body);
    assert!(own.body.contains("New chairs"), "{}", own.body);
    let others = callers.browser(&village).send_from("cross-site", FORM, &fields).await;
    assert_eq!(others.status, StatusCode::FORBIDDEN, "{}", others.body);
    assert!(!others.body.contains("New chairs"), "{}", others.body);
}
