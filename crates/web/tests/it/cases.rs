//! Complaints and audit requests on the pages: their readers, their steps, and who finds nothing.

use axum::http::StatusCode;
use rochdale_core::{
    command::{By, Command},
    personal::Words,
    values::{CaseId, Slug},
};
use rochdale_register::Answer;

use crate::{
    browse::Browser,
    village::{COASSEMBLY, Village},
};

const SECRET: &str = "He opens my letters.";

fn id(number: u32) -> String {
    format!("018f0000-0000-7000-8000-{number:012}")
}

/// The village in which Ana and Bo handle cases, and Chi has brought a complaint about Bo.
async fn with_a_complaint() -> Village {
    let village = Village::settle(false).await;
    for name in ["Ana Lin", "Bo Chen"] {
        let (office, person) = (Slug::new("facilitator"), village.person(name));
        let from = "2026-03-01".parse().unwrap();
        let command = Command::GiveOffice { office, person, from, until: None };
        assert!(matches!(village.ask(COASSEMBLY, By::Desk, command).await, Answer::Done(_)));
    }
    let chi = Browser::of(&village, COASSEMBLY, "Chi Wang").await;
    let about = village.person("Bo Chen").to_string();
    let fields = [("request", &*id(1)), ("kind", "complaint"), ("about", &*about), ("said", SECRET)];
    let sent = chi.send("/coassembly/cases", &fields).await;
    assert_eq!((sent.status, sent.leads_to()), (StatusCode::SEE_OTHER, "/coassembly/cases/1"));
    village
}

#[tokio::test]
async fn a_complaint_is_read_by_its_readers_and_found_by_nobody_else() {
    let village = with_a_complaint().await;
    for name in ["Chi Wang", "Bo Chen", "Ana Lin"] {
        let reader = Browser::of(&village, COASSEMBLY, name).await;
        assert!(reader.get("/coassembly/cases/1").await.body.contains(SECRET), "{name}");
        assert!(reader.get("/coassembly/cases").await.body.contains("Complaint 1"), "{name}");
        assert!(reader.get("/coassembly/today").await.body.contains("Complaint 1"), "{name}");
    }
    for name in ["Dee Huang", "Hana Kuo", "Joy Pan", "desk"] {
        let other = Browser::of(&village, COASSEMBLY, name).await;
        let there = other.get("/coassembly/cases/1").await;
        let nowhere = other.get("/coassembly/cases/2").await;
        assert_eq!(there.status, nowhere.status, "{name}");
        assert!(!there.status.is_success(), "{name}");
        for path in ["/cases", "/today", "/register", "/members/3", "/members/2"] {
            let body = other.get(&format!("/coassembly{path}")).await.body;
            assert!(!body.contains(SECRET) && !body.contains("Complaint 1"), "{name} at {path}");
        }
        let fields = [("request", &*id(2)), ("said", "me too")];
        assert!(!other.send("/coassembly/cases/1/add", &fields).await.status.is_redirection(), "{name}");
    }
    assert!(!Browser::stranger(&village).get("/coassembly/cases/1").await.body.contains(SECRET));
}

#[tokio::test]
async fn a_complaint_goes_its_way() {
    let village = with_a_complaint().await;
    let [ana, bo, chi] = ["Ana Lin", "Bo Chen", "Chi Wang"];
    let (ana, bo, chi) = (
        Browser::of(&village, COASSEMBLY, ana).await,
        Browser::of(&village, COASSEMBLY, bo).await,
        Browser::of(&village, COASSEMBLY, chi).await,
    );
    let send = |number: u32, text: &'static str| {
        [("request".to_owned(), id(number)), ("said".to_owned(), text.to_owned())]
    };
    let borrowed =
        |fields: &[(String, String)]| fields.iter().map(|(a, b)| (a.clone(), b.clone())).collect::<Vec<_>>();
    let mine = borrowed(&send(3, "We talked."));
    let mine: Vec<(&str, &str)> = mine.iter().map(|(a, b)| (&**a, &**b)).collect();

    let own = bo.send("/coassembly/cases/1/step", &mine).await;
    assert_eq!(own.status, StatusCode::CONFLICT);
    assert!(own.body.contains("case_must_be_handled_by_another") && own.body.contains("DISC-01"));
    assert!(!chi.get("/coassembly/cases/1").await.body.contains("Record it"), "Chi handles nothing");
    let close = [("request", &*id(4)), ("outcome", "settled"), ("said", "They shook hands.")];
    assert!(ana.send("/coassembly/cases/1/close", &close).await.body.contains("first_step_must_be_taken"));
    assert_eq!(ana.send("/coassembly/cases/1/step", &mine).await.status, StatusCode::SEE_OTHER);
    let close = [("request", &*id(5)), ("outcome", "settled"), ("said", "They shook hands.")];
    assert_eq!(ana.send("/coassembly/cases/1/close", &close).await.status, StatusCode::SEE_OTHER);

    let page = chi.get("/coassembly/cases/1").await.body;
    assert!(page.contains("They shook hands.") && page.contains("Settled between them"), "{page}");
    assert!(!page.contains("Add to it"), "it is closed");
}

/// A thumb that taps twice sends one complaint: what hides the words is the same both times.
#[tokio::test]
async fn the_same_complaint_sent_twice_is_one_complaint() {
    let village = with_a_complaint().await;
    let chi = Browser::of(&village, COASSEMBLY, "Chi Wang").await;
    let about = village.person("Bo Chen").to_string();
    let mut fields = [("request", &*id(1)), ("kind", "complaint"), ("about", &*about), ("said", SECRET)];
    let again = chi.send("/coassembly/cases", &fields).await;
    assert_eq!((again.status, again.leads_to()), (StatusCode::SEE_OTHER, "/coassembly/cases/1"));
    fields[3].1 = "And my parcels.";
    let other = chi.send("/coassembly/cases", &fields).await;
    assert!(!other.status.is_redirection(), "other words are no second time");
    assert!(other.body.contains("And my parcels."), "they are there to be sent anew: {}", other.body);
    let registrar = village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap();
    assert!(registrar.state().case(CaseId(2)).is_none());
}

/// Words about people are not in the register, and go with whoever brought them.
#[tokio::test]
async fn what_was_written_is_erased_with_whoever_wrote_it() {
    let village = with_a_complaint().await;
    let registrar = village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap();
    let database = village.site.registers.database();
    let entries = database.stretch(&Slug::new(COASSEMBLY), 1, registrar.head().height).await.unwrap();
    assert!(entries.iter().all(|entry| !entry.payload.contains(SECRET)));
    let end = Command::EndMembership {
        membership: village.membership("Chi Wang"),
        on: "2026-03-20".parse().unwrap(),
        basis: "notice".to_owned(),
    };
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, end).await, Answer::Done(_)));
    village.at("2026-03-22T02:00:00Z");
    village.settles_exit("Chi Wang").await;
    let erase = Command::ErasePerson { party: village.person("Chi Wang") };
    // As long as the case is open its words are needed.
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, erase.clone()).await, Answer::Refused(_)));
    let words = |text: &str| Words {
        texts: [(Slug::new("text"), text.to_owned())].into(),
        salt: "0123456789abcdef".to_owned(),
    };
    let (case, outcome) = (CaseId(1), Slug::new("settled"));
    for command in [
        Command::TakeCaseStep { case, words: words("We talked.") },
        Command::CloseCase { case, outcome, words: words("So be it.") },
    ] {
        let ana = By::Party(village.person("Ana Lin"));
        assert!(matches!(village.ask(COASSEMBLY, ana, command).await, Answer::Done(_)));
    }
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, erase).await, Answer::Done(_)));

    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let page = ana.get("/coassembly/cases/1").await.body;
    assert!(!page.contains(SECRET) && page.contains("erased"), "{page}");
    assert!(registrar.state().case(CaseId(1)).is_some(), "that there was a case stays on record");
    rochdale_register::verify(database, &Slug::new(COASSEMBLY)).await.unwrap();
}
