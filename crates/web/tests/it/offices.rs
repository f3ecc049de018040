//! Offices on the pages and in the interface: who gives them, who cannot, and what they open.

use axum::http::StatusCode;
use rochdale_core::{
    command::{By, Command},
    values::Slug,
};
use rochdale_register::Answer;

use crate::{
    browse::Browser,
    village::{COASSEMBLY, Village},
};

fn id(number: u32) -> String {
    format!("018f0000-0000-7000-8000-{number:012}")
}

/// The village with Ana as facilitator.
async fn with_ana() -> Village {
    let village = Village::settle(false).await;
    gives(&village, "facilitator", "Ana Lin").await;
    village
}

async fn gives(village: &Village, office: &str, name: &str) {
    let (office, person) = (Slug::new(office), village.person(name));
    let from = "2026-03-01".parse().unwrap();
    let command = Command::GiveOffice { office, person, from, until: None };
    let answer = village.ask(COASSEMBLY, By::Desk, command).await;
    assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
}

#[tokio::test]
async fn ana_makes_bo_the_secretary_and_bo_lays_it_down() {
    let village = with_ana().await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    let person = village.person("Bo Chen").to_string();
    assert!(!bo.get("/coassembly/offices").await.body.contains("Give this office"), "Bo may not appoint");
    let page = ana.get("/coassembly/offices").await.body;
    assert!(page.contains("Give this office") && page.contains("GOV-03"), "{page}");

    let fields =
        [("request", &*id(1)), ("office", "secretary"), ("person", &*person), ("from", "2026-03-20")];
    let given = ana.send("/coassembly/offices", &fields).await;

    assert_eq!((given.status, given.leads_to()), (StatusCode::SEE_OTHER, "/coassembly/offices"));
    assert!(bo.get("/coassembly/offices").await.body.contains("Lay it down"));
    // Whoever keeps the list of members sees how they can be reached; others do not.
    let hana = format!("/coassembly/members/{}", village.person("Hana Kuo"));
    assert!(bo.get(&hana).await.body.contains("hana.kuo@example.org"));
    let chi = Browser::of(&village, COASSEMBLY, "Chi Wang").await;
    assert!(!chi.get(&hana).await.body.contains("hana.kuo@example.org"));

    let fields = [("request", &*id(2)), ("office", "secretary"), ("holder", &*person)];
    assert_eq!(bo.send("/coassembly/offices/end", &fields).await.status, StatusCode::SEE_OTHER);
    village.at("2026-03-22T02:00:00Z");
    assert!(!bo.get(&hana).await.body.contains("hana.kuo@example.org"), "the power ends with the office");
}

#[tokio::test]
async fn nobody_takes_an_office_or_gives_one_without_the_power() {
    let village = with_ana().await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    let [anas, bos] = ["Ana Lin", "Bo Chen"].map(|name| village.person(name).to_string());
    for (who, person, code) in [
        (&bo, &bos, "power_must_be_held"),
        (&bo, &anas, "power_must_be_held"),
        (&ana, &anas, "office_must_be_given_by_another"),
    ] {
        let fields =
            [("request", &*id(3)), ("office", "treasurer"), ("person", person), ("from", "2026-03-20")];
        let refused = who.send("/coassembly/offices", &fields).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.body.contains(code) && refused.body.contains("GOV-03"), "{}", refused.body);
    }
    let registrar = village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap();
    assert_eq!(registrar.state().tenures().count(), 1, "Ana's alone");
}

#[tokio::test]
async fn offices_are_seen_by_whoever_sees_the_members() {
    let village = with_ana().await;
    let stranger = Browser::stranger(&village);
    assert_eq!(stranger.get("/coassembly/offices").await.status, StatusCode::CONFLICT);
    assert!(!stranger.get("/coassembly/offices").await.body.contains("Ana Lin"));
}

#[tokio::test]
async fn two_office_holders_vouch_for_somebody_who_cannot_sign_in() {
    let village = with_ana().await;
    gives(&village, "treasurer", "Bo Chen").await;
    let dee = village.person("Dee Huang");
    let (page, form) = (format!("/coassembly/members/{dee}"), format!("/coassembly/members/{dee}/vouch"));
    let [ana, bo, chi] = ["Ana Lin", "Bo Chen", "Chi Wang"];
    let chi = Browser::of(&village, COASSEMBLY, chi).await;
    assert!(!chi.get(&page).await.body.contains("Vouch for"), "Chi holds no office");
    assert_eq!(chi.send(&form, &[("request", &*id(4))]).await.status, StatusCode::CONFLICT);
    for (number, name) in [(5, ana), (6, bo)] {
        let browser = Browser::of(&village, COASSEMBLY, name).await;
        assert!(browser.get(&page).await.body.contains("Vouch for Dee Huang"), "{name}");
        let sent = browser.send(&form, &[("request", &*id(number))]).await;
        if name == ana {
            assert_eq!(sent.status, StatusCode::SEE_OTHER);
            assert!(!sent.body.contains("/sign-in/link/"), "one is not enough");
            continue;
        }
        // The second one gets the link to hand over.
        let link = sent.body.split("/sign-in/link/").nth(1).expect("a link").split('<').next().unwrap();
        let opened = Browser::stranger(&village).get(&format!("/sign-in/link/{link}")).await;
        assert!(opened.status == StatusCode::OK && opened.body.contains("Dee Huang"), "{}", opened.body);
        // The same request, sent again later, makes no other.
        village.at("2026-03-21T02:00:00Z");
        let again = browser.send(&form, &[("request", &*id(number))]).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER);
        assert!(!again.body.contains("/sign-in/link/"));
    }
    let registrar = village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap();
    assert!(registrar.state().access_restored(dee).is_some());
}
