//! How people come in on the pages: the public form, what keeps programs off it, the inbox, the invitation,
//! and who finds nothing of all that.

mod coming_in;
mod form;

use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use rochdale_core::{
    command::{By, Command},
    state::State,
    values::{ApplicantId, PartyId, Slug},
};
use rochdale_register::{Answer, Begun, Clock, Kind, Logged};

use crate::{
    browse::{Browser, Shown},
    village::{COASSEMBLY, CONNECTICUT, Village},
};

const SECRET: &str = "I was let go last year and want to start again.";
const ADDRESS: &str = "dora.amsel@example.net";

fn id(number: u32) -> String {
    format!("018f0000-0000-7000-8000-{number:012}")
}

fn state(village: &Village, org: &str) -> std::sync::Arc<State> {
    village.site.registers.registrar(&Slug::new(org)).unwrap().state()
}

/// The village with Marcus as steward.
async fn with_a_steward() -> Village {
    let village = Village::settle(false).await;
    gives(&village, "steward", "Marcus Boyd").await;
    village
}

async fn gives(village: &Village, office: &str, name: &str) {
    let (office, person) = (Slug::new(office), village.person(name));
    let from = "2026-03-01".parse().unwrap();
    let command = Command::GiveOffice { office, person, from, until: None };
    assert!(matches!(village.ask(CONNECTICUT, By::Desk, command).await, Answer::Done(_)));
}

async fn steward(village: &Village) -> Browser<'_> {
    Browser::of(village, CONNECTICUT, "Marcus Boyd").await
}

fn later(village: &Village, seconds: i64) {
    village.clock.set(village.clock.now().checked_add(SignedDuration::from_secs(seconds)).unwrap());
}

/// What a hidden field of a page holds.
fn hidden(page: &str, name: &str) -> String {
    let field = page.split(&format!("name=\"{name}\" value=\"")).nth(1);
    field.unwrap_or_else(|| panic!("no {name} in {page}")).split('"').next().unwrap().to_owned()
}

/// Opens a form, takes as long as somebody who writes, and sends it.
async fn sends(browser: &Browser<'_>, village: &Village, class: &str, fields: &[(&str, &str)]) -> Shown {
    let address = format!("/{CONNECTICUT}/interest/{class}");
    let page = browser.get(&address).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let (request, stamp) = (hidden(&page.body, "request"), hidden(&page.body, "stamp"));
    later(village, 20);
    let own = [("request", request.as_str()), ("stamp", stamp.as_str()), ("website", "")];
    browser.send(&address, &[&own[..], fields].concat()).await
}

const DORA: [(&str, &str); 4] =
    [("name", "Dora Amsel"), ("email", ADDRESS), ("place", "Norwich"), ("text", SECRET)];

fn has_arrived(sent: &Shown) {
    let there = format!("/{CONNECTICUT}/interest?sent=yes");
    assert_eq!((sent.status, sent.leads_to()), (StatusCode::SEE_OTHER, there.as_str()), "{}", sent.body);
}

async fn with_dora() -> Village {
    let village = with_a_steward().await;
    has_arrived(&sends(&Browser::stranger(&village).reading("es"), &village, "cooperator", &DORA).await);
    village
}

async fn mails(village: &Village, org: &str) -> Vec<Logged> {
    village.site.registers.database().mail_log(&Slug::new(org), 0, 100).await.unwrap()
}

/// Takes a step as somebody, with a request of its own.
async fn step(browser: &Browser<'_>, number: u32, step: &str, fields: &[(&str, &str)]) -> Shown {
    let request = id(number);
    let own = [("request", request.as_str())];
    browser.send(&format!("/{CONNECTICUT}/applicants/1/{step}"), &[&own[..], fields].concat()).await
}

async fn session(village: &Village, party: PartyId) -> String {
    let database = village.site.registers.database();
    let (org, now) = (Slug::new(CONNECTICUT), Timestamp::UNIX_EPOCH);
    let secret = database
        .issue(Kind::Session, &org, Some(party), ("test", Begun::Mail), now, Timestamp::MAX)
        .await
        .unwrap();
    format!("session={}", secret.text())
}

#[tokio::test]
async fn only_whoever_answers_applicants_finds_them() {
    let village = with_dora().await;
    let list = format!("/{CONNECTICUT}/applicants");
    let seen = steward(&village).await;
    for path in ["/applicants", "/applicants/1", "/today"] {
        assert!(seen.get(&format!("/{CONNECTICUT}{path}")).await.body.contains("Dora Amsel"), "{path}");
    }
    assert!(seen.get(&format!("{list}/1")).await.body.contains(SECRET));
    assert_eq!(seen.get(&format!("{list}/2")).await.status, StatusCode::NOT_FOUND);
    let party = state(&village, CONNECTICUT).applicant(ApplicantId(1)).unwrap().party;
    for name in ["Rosa Vega", "Luz Okafor"] {
        let other = Browser::of(&village, CONNECTICUT, name).await;
        let (there, nowhere) = (other.get(&format!("{list}/1")).await, other.get(&format!("{list}/2")).await);
        assert_eq!((there.status, nowhere.status), (StatusCode::CONFLICT, StatusCode::CONFLICT), "{name}");
        assert!(there.body.contains("power_must_be_held"), "{}", there.body);
        for path in ["", "/applicants", "/today", "/register", "/members", "/offices", "/commitments"] {
            let body = other.get(&format!("/{CONNECTICUT}{path}")).await.body;
            assert!(
                !body.contains("Dora") && !body.contains(SECRET) && !body.contains(ADDRESS),
                "{name} {path}"
            );
        }
        // Whoever is not in the book yet is nobody to the members.
        let member = other.get(&format!("/{CONNECTICUT}/members/{party}")).await;
        let nobody = other.get(&format!("/{CONNECTICUT}/members/9999")).await;
        assert_eq!((member.status, nobody.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
        for (step, fields) in [
            ("note", vec![("said", "hm")]),
            ("assign", vec![("owner", "1")]),
            ("move", vec![("stage", "withdrawn")]),
            ("invite", vec![]),
            ("admit", vec![]),
            ("erase", vec![]),
        ] {
            let request = id(1);
            let fields = [&[("request", request.as_str())][..], &fields].concat();
            let one = other.send(&format!("{list}/1/{step}"), &fields).await;
            let none = other.send(&format!("{list}/9/{step}"), &fields).await;
            assert_eq!(one.status, none.status, "{name} learns from {step} whether there is one");
            assert!(!one.status.is_success() && !one.status.is_redirection(), "{name} {step}");
        }
    }
    for path in ["/applicants", "/applicants/1", "/applicants/2", "/commitments"] {
        let shown = Browser::stranger(&village).get(&format!("/{CONNECTICUT}{path}")).await;
        assert_eq!(shown.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    let elsewhere = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    assert_eq!(elsewhere.get(&format!("{list}/1")).await.status, StatusCode::UNAUTHORIZED);
    let known = state(&village, CONNECTICUT);
    assert_eq!(known.applicant(ApplicantId(1)).unwrap().happenings.len(), 1, "nothing happened");
}

#[tokio::test]
async fn what_was_sent_stands_beside_the_register_and_can_be_erased() {
    let village = with_a_steward().await;
    let org = Slug::new(CONNECTICUT);
    let database = village.site.registers.database();
    let registrar = village.site.registers.registrar(&org).unwrap();
    // The bylaws in the first entry tell of a Dora, too, so what counts is what came after.
    let before = registrar.head().height;
    has_arrived(&sends(&Browser::stranger(&village).reading("es"), &village, "cooperator", &DORA).await);
    let marcus = steward(&village).await;
    step(&marcus, 1, "note", &[("said", "Speaks *four* languages.")]).await;
    let entries = database.stretch(&org, before + 1, registrar.head().height).await.unwrap();
    assert!(entries.len() >= 2, "the form and the note");
    let told = ["Dora", SECRET, ADDRESS, "four"];
    assert!(entries.iter().all(|entry| told.iter().all(|secret| !entry.payload.contains(secret))));
    assert_eq!(step(&marcus, 2, "erase", &[]).await.status, StatusCode::SEE_OTHER);
    let entries = database.stretch(&org, 1, registrar.head().height).await.unwrap();
    let bodies = entries.iter().filter_map(|entry| entry.personal.as_ref()?.body.as_ref());
    assert!(bodies.into_iter().all(|body| told.iter().all(|secret| !body.contains(secret))));
    let page = marcus.get(&format!("/{CONNECTICUT}/applicants/1")).await.body;
    assert!(told.iter().all(|secret| !page.contains(secret)) && page.contains("erased"), "{page}");
    assert!(mails(&village, CONNECTICUT).await.iter().all(|one| one.mail.recipient != ADDRESS));
    assert!(state(&village, CONNECTICUT).applicant(ApplicantId(1)).is_some(), "that there was a form stays");
    rochdale_register::verify(database, &org).await.unwrap();
}

#[tokio::test]
async fn who_has_committed_to_what_is_seen_version_by_version() {
    let village = with_dora().await;
    let marcus = steward(&village).await;
    let page = marcus.get(&format!("/{CONNECTICUT}/commitments")).await.body;
    assert!(page.contains("Code of conduct") && page.contains("CT-03"), "{page}");
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let party = village.person("Rosa Vega").to_string();
    let fields =
        [("request", &*id(1)), ("party", &*party), ("document", "code-of-conduct"), ("version", "1")];
    assert_eq!(rosa.send(&format!("/{CONNECTICUT}/today"), &fields).await.status, StatusCode::SEE_OTHER);
    let first = format!("/{CONNECTICUT}/commitments/code-of-conduct/1");
    let page = marcus.get(&first).await.body;
    assert!(page.contains("1 of 76"), "72 people and 4 coops: {page}");
    let again = Command::PublishDocument {
        document: Slug::new("code-of-conduct"),
        text: "Be on time, too.".to_owned(),
        in_force_from: "2026-03-25".parse().unwrap(),
    };
    assert!(matches!(village.ask(CONNECTICUT, By::Desk, again).await, Answer::Done(_)));
    let second = format!("/{CONNECTICUT}/commitments/code-of-conduct/2");
    assert!(marcus.get(&second).await.body.contains("not in force yet"));
    village.at("2026-03-26T15:00:00Z");
    let page = marcus.get(&second).await.body;
    assert!(
        page.contains("0 of 76") && page.contains("Be on time, too."),
        "everybody is asked again: {page}"
    );
    assert!(page.contains("Mar 25"), "since the day on which it came into force: {page}");
    assert!(marcus.get(&first).await.body.contains("1 of 76"), "what was committed to stays on record");
    for other in [&rosa, &Browser::of(&village, COASSEMBLY, "Ana Lin").await] {
        assert!(!other.get(&first).await.status.is_success());
    }
    assert_eq!(
        marcus.get(&format!("/{CONNECTICUT}/commitments/values/7")).await.status,
        StatusCode::NOT_FOUND
    );
}
