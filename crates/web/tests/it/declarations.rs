//! Personal contracts on the pages: declared, read by their readers, decided, and found by nobody else.

use axum::http::StatusCode;
use rochdale_core::{
    command::{By, Command},
    values::Slug,
};
use rochdale_register::Answer;

use crate::{
    api,
    browse::{Browser, Shown},
    village::{COASSEMBLY, Village},
};

const SECRET: &str = "The zoo of Taipei, which pays badly.";
const ADDRESS: &str = "/coassembly/declarations/1";

fn id(number: u32) -> String {
    format!("018f0000-0000-7000-8000-{number:012}")
}

async fn declare(browser: &Browser<'_>, number: u32, begins: &str, conflict: &str) -> Shown {
    let request = id(number);
    let fields = [
        ("request", &*request),
        ("kind", "personal-contract"),
        ("begins", begins),
        ("subject-client", SECRET),
        ("subject-own-work", "A map."),
        ("subject-conflict", conflict),
    ];
    browser.send("/coassembly/declarations", &fields).await
}

/// The village in which Bo has declared a personal contract. It is the 20th of March.
async fn declared() -> Village {
    let village = Village::settle(false).await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    let lacking = declare(&bo, 1, "2026-04-10", "").await;
    assert!(lacking.body.contains("declaration_must_be_complete") && lacking.body.contains(SECRET));
    let sent = declare(&bo, 1, "2026-04-10", "None.").await;
    assert_eq!((sent.status, sent.leads_to()), (StatusCode::SEE_OTHER, ADDRESS), "{}", sent.body);
    village
}

#[tokio::test]
async fn a_contract_is_declared_and_the_others_decide() {
    let village = declared().await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    for path in ["/today", "/proposals", "/declarations"] {
        let page = ana.get(&format!("/coassembly{path}")).await.body;
        assert!(page.contains("Personal contract 1"), "{path}: {page}");
    }
    let page = ana.get(ADDRESS).await.body;
    assert!(
        page.contains("matter=personal-contract&amp;decides=1") && !page.contains("Take it back"),
        "{page}"
    );
    assert!(bo.get(ADDRESS).await.body.contains("Take it back"));
    let form = "/coassembly/proposals/new?matter=personal-contract&decides=1";
    assert!(ana.get(form).await.body.contains("<option value=\"1\" selected>"));
    let fields = [
        ("request", &*id(2)),
        ("matter", "personal-contract"),
        ("title", "Bo may draw for the zoo"),
        ("text", "It takes nothing from us."),
        ("decides", "1"),
    ];
    let drafted = ana.send("/coassembly/proposals/new", &fields).await;
    assert_eq!(drafted.status, StatusCode::SEE_OTHER, "{}", drafted.body);
    let proposal = drafted.leads_to().to_owned();
    let opened = ana.send(&format!("{proposal}/open"), &[("request", &*id(3))]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    let page = bo.get(&proposal).await.body;
    assert!(page.contains(ADDRESS) && page.contains("decides on what they declared"), "{page}");
    let bos = village.membership("Bo Chen").to_string();
    let stance = [("request", &*id(4)), ("membership", &*bos), ("stance", "agree")];
    let own = bo.send(&format!("{proposal}/stance"), &stance).await;
    assert_eq!(own.status, StatusCode::CONFLICT);
    assert!(own.body.contains("membership_must_be_on_the_roll"), "{}", own.body);
    assert!(ana.get(ADDRESS).await.body.contains("Before the assembly"));
    assert!(!ana.get("/coassembly/proposals").await.body.contains("not put to the assembly yet"));
    let marks = ["agenda", "everyone", "pros-cons", "minutes"].map(|mark| ("mark", mark));
    let mut close = vec![("request", "018f0000-0000-7000-8000-000000000005"), ("summary", "Nobody minds.")];
    close.extend(marks);
    assert_eq!(ana.send(&format!("{proposal}/close-round"), &close).await.status, StatusCode::SEE_OTHER);
    let conclude = [("request", &*id(6))];
    assert_eq!(ana.send(&format!("{proposal}/conclude"), &conclude).await.status, StatusCode::SEE_OTHER);
    let page = bo.get(ADDRESS).await.body;
    assert!(page.contains("Allowed") && !page.contains("Take it back"), "{page}");
}

#[tokio::test]
async fn a_declaration_is_read_by_its_readers_and_found_by_nobody_else() {
    let village = declared().await;
    // Ian, in participation, decides day-to-day matters.
    for name in ["Bo Chen", "Ana Lin", "Ian Hsu"] {
        let reader = Browser::of(&village, COASSEMBLY, name).await;
        assert!(reader.get(ADDRESS).await.body.contains(SECRET), "{name}");
    }
    for name in ["Hana Kuo", "Joy Pan", "Kai Yeh", "desk"] {
        let other = Browser::of(&village, COASSEMBLY, name).await;
        let (there, nowhere) = (other.get(ADDRESS).await, other.get("/coassembly/declarations/2").await);
        assert_eq!(there.status, nowhere.status, "{name}");
        assert!(!there.status.is_success(), "{name}");
        for path in ["/declarations", "/today", "/proposals", "/register", "/members/2"] {
            let body = other.get(&format!("/coassembly{path}")).await.body;
            assert!(!body.contains(SECRET) && !body.contains("Personal contract 1"), "{name} at {path}");
            assert!(!body.contains("made a declaration"), "{name} at {path}");
        }
        let back = other.send(&format!("{ADDRESS}/withdraw"), &[("request", &*id(7))]).await;
        assert!(!back.status.is_redirection(), "{name}");
        let token = api::token(&village, COASSEMBLY, name).await;
        for path in
            ["/coassembly/declarations", "/coassembly/today", "/coassembly/register/entries?per_page=200"]
        {
            let said = api::get(&village, path, Some(&token)).await.text;
            assert!(!said.contains(SECRET) && !said.contains("\"declared\""), "{name} at {path}");
        }
    }
    for name in ["Joy Pan", "Kai Yeh"] {
        let other = Browser::of(&village, COASSEMBLY, name).await;
        assert!(!declare(&other, 8, "2026-04-10", "None.").await.status.is_redirection(), "{name}");
    }
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let back = ana.send(&format!("{ADDRESS}/withdraw"), &[("request", &*id(9))]).await;
    assert_eq!(back.status, StatusCode::CONFLICT);
    assert!(back.body.contains("declarer_must_ask"), "{}", back.body);
    assert!(!ana.get(ADDRESS).await.body.contains("Taken back"));
    let token = api::token(&village, COASSEMBLY, "Ana Lin").await;
    let list = api::get(&village, "/coassembly/declarations", Some(&token)).await;
    let list = list.is_ok();
    assert_eq!((&list[0]["standing"], &list[0]["late"]), (&"open".into(), &false.into()));
    assert_eq!(list[0]["texts"]["client"], SECRET);
    assert!(!Browser::stranger(&village).get(ADDRESS).await.body.contains(SECRET));
}

/// What was declared is not in the register, and goes with whoever declared it.
#[tokio::test]
async fn what_was_declared_is_erased_with_whoever_declared_it() {
    let village = declared().await;
    let database = village.site.registers.database();
    let registrar = village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap();
    let entries = database.stretch(&Slug::new(COASSEMBLY), 1, registrar.head().height).await.unwrap();
    assert!(entries.iter().all(|entry| !entry.payload.contains(SECRET)));
    let (membership, on) = (village.membership("Bo Chen"), "2026-03-21".parse().unwrap());
    let end = Command::EndMembership { membership, on, basis: "notice".to_owned() };
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, end).await, Answer::Done(_)));
    village.at("2026-03-23T02:00:00Z");
    village.settles_exit("Bo Chen").await;
    let erase = Command::ErasePerson { party: village.person("Bo Chen") };
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, erase).await, Answer::Done(_)));
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let page = ana.get(ADDRESS).await.body;
    assert!(!page.contains(SECRET) && page.contains("erased"), "{page}");
    rochdale_register::verify(database, &Slug::new(COASSEMBLY)).await.unwrap();
}

#[tokio::test]
async fn a_late_declaration_says_so_and_can_be_taken_back() {
    let village = Village::settle(false).await;
    let ian = Browser::of(&village, COASSEMBLY, "Ian Hsu").await;
    assert_eq!(declare(&ian, 1, "2026-03-01", "None.").await.status, StatusCode::SEE_OTHER);
    assert!(ian.get(ADDRESS).await.body.contains("Declared late"));
    let back = ian.send(&format!("{ADDRESS}/withdraw"), &[("request", &*id(2))]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.body);
    let page = ian.get(ADDRESS).await.body;
    assert!(page.contains("Taken back") && !page.contains("Open a proposal to decide on it"), "{page}");
}
