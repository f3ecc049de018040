//! The asset register on the pages and in the interface: who enters, borrows, reads, and who finds nothing.

use axum::http::StatusCode;
use rochdale_core::{
    command::{By, Command},
    values::{AssetId, Slug},
};
use rochdale_register::Answer;

use crate::{
    api,
    browse::Browser,
    village::{COASSEMBLY, Village},
};

const CAMERA: &str = "The field camera";
const SECRET: &str = "He dropped it while he was quarrelling.";
const ADDRESS: &str = "/coassembly/assets/1";

fn id(number: u32) -> String {
    format!("018f0000-0000-7000-8000-{number:012}")
}

/// The village in which Chi keeps the register and has entered a camera. It is the 20th of March.
async fn with_a_camera() -> Village {
    let village = Village::settle(false).await;
    let (office, person) = (Slug::new("asset-keeper"), village.person("Chi Wang"));
    let from = "2026-03-01".parse().unwrap();
    let command = Command::GiveOffice { office, person, from, until: None };
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, command).await, Answer::Done(_)));
    let chi = Browser::of(&village, COASSEMBLY, "Chi Wang").await;
    let entered = chi.send("/coassembly/assets", &camera(&id(1))).await;
    assert_eq!((entered.status, entered.leads_to()), (StatusCode::SEE_OTHER, ADDRESS), "{}", entered.body);
    village
}

fn camera(request: &str) -> [(&'static str, &str); 6] {
    [
        ("request", request),
        ("name", CAMERA),
        ("kind", "device"),
        ("label", "CA-1"),
        ("place", "Shelf 3"),
        ("since", "2026-01-10"),
    ]
}

async fn lend(browser: &Browser<'_>, number: u32, to: &str) -> crate::browse::Shown {
    let request = id(number);
    let fields = [("request", &*request), ("to", to), ("on", "2026-03-20"), ("due", "2026-03-27")];
    browser.send(&format!("{ADDRESS}/lend"), &fields).await
}

#[tokio::test]
async fn an_asset_is_borrowed_falls_overdue_and_comes_back() {
    let village = with_a_camera().await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    let chi = Browser::of(&village, COASSEMBLY, "Chi Wang").await;
    assert!(bo.get(ADDRESS).await.body.contains("Borrow it"), "it is free");
    let bos = village.person("Bo Chen").to_string();
    assert_eq!(lend(&bo, 2, &bos).await.status, StatusCode::SEE_OTHER);
    let list = bo.get("/coassembly/assets").await.body;
    assert!(list.contains("On loan") && list.contains("with Bo Chen until March 27, 2026"), "{list}");
    let today = bo.get("/coassembly/today").await.body;
    assert!(today.contains(CAMERA) && today.contains("Bring back"), "{today}");
    assert!(!chi.get("/coassembly/today").await.body.contains(CAMERA), "there is time still");

    village.at("2026-03-28T02:00:00Z");
    for name in ["Bo Chen", "Chi Wang"] {
        let browser = Browser::of(&village, COASSEMBLY, name).await;
        let today = browser.get("/coassembly/today").await.body;
        assert!(today.contains(CAMERA) && today.contains("Overdue"), "{name}: {today}");
    }
    let dee = Browser::of(&village, COASSEMBLY, "Dee Huang").await;
    assert!(!dee.get("/coassembly/today").await.body.contains(CAMERA), "it is none of hers");
    let back = [("request", &*id(3)), ("on", "2026-03-28")];
    let others = dee.send(&format!("{ADDRESS}/return"), &back).await;
    assert!(others.body.contains("power_must_be_held") && others.body.contains("PROJ-04"), "{}", others.body);
    assert_eq!(bo.send(&format!("{ADDRESS}/return"), &back).await.status, StatusCode::SEE_OTHER);

    let page = dee.get(ADDRESS).await.body;
    assert!(page.contains("Bo Chen brought it back") && page.contains("In store"), "{page}");
    let then = dee.get("/coassembly/assets?on=2026-03-27").await.body;
    assert!(then.contains("with Bo Chen until"), "who had it then: {then}");
    assert!(!dee.get("/coassembly/assets?on=2026-01-09").await.body.contains(CAMERA), "not the co-op's yet");
}

#[tokio::test]
async fn only_a_keeper_enters_and_lends_and_only_those_with_the_right_borrow() {
    let village = with_a_camera().await;
    for name in ["Bo Chen", "Hana Kuo", "Joy Pan", "Kai Yeh"] {
        let browser = Browser::of(&village, COASSEMBLY, name).await;
        let entered = browser.send("/coassembly/assets", &camera(&id(4))).await;
        assert_eq!(entered.status, StatusCode::CONFLICT, "{name}");
        for step in ["move", "retire", "settle", "loss"] {
            let fields =
                [("request", &*id(5)), ("on", "2026-03-20"), ("place", "x"), ("basis", "x"), ("said", "x")];
            let sent = browser.send(&format!("{ADDRESS}/{step}"), &fields).await;
            assert_eq!(sent.status, StatusCode::CONFLICT, "{name}: {step}");
        }
    }
    // Hana is in internship, Joy is a flying member, Kai is in no membership: none of them uses assets.
    let chi = Browser::of(&village, COASSEMBLY, "Chi Wang").await;
    for name in ["Hana Kuo", "Joy Pan", "Kai Yeh"] {
        let (party, browser) =
            (village.person(name).to_string(), Browser::of(&village, COASSEMBLY, name).await);
        for lender in [&browser, &chi] {
            let lent = lend(lender, 6, &party).await;
            assert!(lent.body.contains("right_must_be_held"), "{name}: {}", lent.body);
        }
    }
    let dees = village.person("Dee Huang").to_string();
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    assert!(lend(&bo, 7, &dees).await.body.contains("power_must_be_held"), "Bo keeps nothing");
    let registrar = village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap();
    assert!(
        registrar.state().asset(AssetId(1)).unwrap().loans.is_empty()
            && registrar.state().assets().count() == 1
    );

    let twice = chi.send("/coassembly/assets", &camera(&id(8))).await;
    assert!(twice.body.contains("CA-1 is on “The field camera” already"), "{}", twice.body);
    assert!(twice.body.contains("value=\"Shelf 3\""), "what was written is there still");
}

#[tokio::test]
async fn whoever_may_not_see_the_register_finds_it_nowhere() {
    let village = with_a_camera().await;
    for name in ["Joy Pan", "Kai Yeh"] {
        let other = Browser::of(&village, COASSEMBLY, name).await;
        for path in ["/assets", "/assets/1", "/assets/2", "/assets?on=2026-03-20", "/today", "/register"] {
            let shown = other.get(&format!("/coassembly{path}")).await;
            assert!(!shown.body.contains(CAMERA), "{name} at {path}");
        }
        let (there, nowhere) = (other.get(ADDRESS).await, other.get("/coassembly/assets/2").await);
        assert_eq!(there.status, nowhere.status, "{name}");
        let token = api::token(&village, COASSEMBLY, name).await;
        for path in ["/coassembly/assets", "/coassembly/assets/1", "/coassembly/today"] {
            assert!(!api::get(&village, path, Some(&token)).await.text.contains(CAMERA), "{name} at {path}");
        }
    }
    let stranger = Browser::stranger(&village);
    assert!(!stranger.get("/coassembly/assets").await.status.is_success());
    assert!(!stranger.get(ADDRESS).await.body.contains(CAMERA));
    let token = api::token(&village, COASSEMBLY, "Hana Kuo").await;
    let list = api::get(&village, "/coassembly/assets", Some(&token)).await;
    assert_eq!(list.is_ok()[0]["standing"], "in_store");
    let absent = api::get(&village, "/coassembly/assets/2", Some(&token)).await;
    absent.is_problem(404, "not_found");
}

#[tokio::test]
async fn words_about_damage_have_few_readers_and_are_erased() {
    let village = with_a_camera().await;
    let bos = village.person("Bo Chen").to_string();
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    assert_eq!(lend(&bo, 2, &bos).await.status, StatusCode::SEE_OTHER);
    let dee = Browser::of(&village, COASSEMBLY, "Dee Huang").await;
    let report = [("request", &*id(3)), ("on", "2026-03-20"), ("said", SECRET)];
    assert_eq!(dee.send(&format!("{ADDRESS}/damage"), &report).await.status, StatusCode::SEE_OTHER);
    for name in ["Bo Chen", "Chi Wang", "Dee Huang"] {
        let reader = Browser::of(&village, COASSEMBLY, name).await;
        assert!(reader.get(ADDRESS).await.body.contains(SECRET), "{name}");
    }
    for name in ["Ana Lin", "Hana Kuo", "desk"] {
        let other = Browser::of(&village, COASSEMBLY, name).await;
        let page = other.get(ADDRESS).await.body;
        assert!(page.contains("Damage, reported by") && !page.contains(SECRET), "{name}: {page}");
        for path in ["/assets", "/today", "/register"] {
            assert!(
                !other.get(&format!("/coassembly{path}")).await.body.contains(SECRET),
                "{name} at {path}"
            );
        }
    }
    let chi = Browser::of(&village, COASSEMBLY, "Chi Wang").await;
    assert!(chi.get("/coassembly/today").await.body.contains(CAMERA), "it waits for the keeper");
    let settle = [("request", &*id(4)), ("on", "2026-03-20"), ("said", "The co-op had it mended.")];
    assert_eq!(chi.send(&format!("{ADDRESS}/settle"), &settle).await.status, StatusCode::SEE_OTHER);
    assert!(!chi.get("/coassembly/today").await.body.contains(CAMERA));

    // What was written about the damage is whoever's had the camera, and goes with him.
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
    // As long as it is with Bo, it holds the erasure back.
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, erase.clone()).await, Answer::Refused(_)));
    let back = Command::ReturnAsset { asset: AssetId(1), on: "2026-03-23".parse().unwrap() };
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, back).await, Answer::Done(_)));
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, erase).await, Answer::Done(_)));
    let page = chi.get(ADDRESS).await.body;
    assert!(!page.contains(SECRET) && !page.contains("had it mended") && page.contains("erased"), "{page}");
    rochdale_register::verify(database, &Slug::new(COASSEMBLY)).await.unwrap();
}
