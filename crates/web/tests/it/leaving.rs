//! Leaving on the pages and in the interface: notice, the exit with its readers, and who finds nothing.

use axum::http::StatusCode;
use rochdale_core::{
    command::{By, Command},
    values::{Language, Slug},
};
use rochdale_register::Answer;
use serde_json::json;

use crate::{
    api,
    browse::{Browser, Shown},
    village::{COASSEMBLY, CONNECTICUT, Village},
};

fn id(number: u32) -> String {
    format!("018f0000-0000-7000-8000-{number:012}")
}

async fn gives_office(village: &Village, name: &str, office: &str) {
    let (office, person) = (Slug::new(office), village.person(name));
    let command = Command::GiveOffice { office, person, from: "2026-03-01".parse().unwrap(), until: None };
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, command).await, Answer::Done(_)));
}

/// Gives notice for the membership of `whose` on the page of their party.
async fn notice(browser: &Browser<'_>, village: &Village, whose: &str, on: &str, number: u32) -> Shown {
    let (party, membership) = (village.person(whose), village.membership(whose).to_string());
    let fields = [("request", &*id(number)), ("membership", &*membership), ("last-day", on)];
    browser.send(&format!("/coassembly/members/{party}/notice"), &fields).await
}

/// The village on 20 March 2026, with Ana its secretary and Bo its treasurer; Gus leaves on the 31st.
async fn with_an_exit() -> Village {
    let village = Village::settle(false).await;
    gives_office(&village, "Ana Lin", "secretary").await;
    gives_office(&village, "Bo Chen", "treasurer").await;
    let gus = Browser::of(&village, COASSEMBLY, "Gus Liao").await;
    let given = notice(&gus, &village, "Gus Liao", "2026-03-31", 1).await;
    assert_eq!((given.status, given.leads_to()), (StatusCode::SEE_OTHER, "/coassembly/exits/1"));
    village
}

#[tokio::test]
async fn everybody_gives_their_own_notice_and_can_take_it_back() {
    let village = Village::settle(false).await;
    let gus = Browser::of(&village, COASSEMBLY, "Gus Liao").await;
    let own = format!("/coassembly/members/{}", village.person("Gus Liao"));
    assert!(gus.get(&own).await.body.contains("Give notice"));
    let chi = Browser::of(&village, COASSEMBLY, "Chi Wang").await;
    assert!(!chi.get(&own).await.body.contains("Give notice"), "it is not Chi who leaves");
    for (who, browser) in [("Chi", &chi), ("the desk", &Browser::of(&village, COASSEMBLY, "desk").await)] {
        let tried = notice(browser, &village, "Gus Liao", "2026-03-31", 2).await;
        assert!(!tried.status.is_redirection(), "{who}: {}", tried.body);
    }
    let early = notice(&gus, &village, "Gus Liao", "2026-03-19", 3).await;
    assert_eq!(early.status, StatusCode::CONFLICT);
    assert!(early.body.contains("notice_must_be_long_enough") && early.body.contains("DISC-03"));
    assert!(early.body.contains("value=\"2026-03-19\""), "what was typed is there still");

    assert!(notice(&gus, &village, "Gus Liao", "2026-03-31", 4).await.status.is_redirection());
    let page = gus.get(&own).await.body;
    assert!(page.contains("The last day is March 31, 2026") && !page.contains("Give notice"), "{page}");
    let membership = village.membership("Gus Liao").to_string();
    let fields = [("request", &*id(5)), ("membership", &*membership)];
    let back = chi.send("/coassembly/exits/1/withdraw", &fields).await;
    assert!(!back.status.is_redirection(), "it is not Chi's to take back");
    let back = gus.send("/coassembly/exits/1/withdraw", &fields).await;
    assert_eq!(back.leads_to(), "/coassembly/exits/1");
    assert!(gus.get("/coassembly/exits/1").await.body.contains("Notice taken back"));
    assert!(gus.get(&own).await.body.contains("Give notice"), "and the membership goes on");
}

#[tokio::test]
async fn who_leaves_is_said_on_their_page_of_today_and_on_that_of_whoever_keeps_the_list() {
    let village = with_an_exit().await;
    for (who, is_told) in [("Ana Lin", true), ("Gus Liao", true), ("Chi Wang", false)] {
        let page = Browser::of(&village, COASSEMBLY, who).await.get("/coassembly/today").await.body;
        let told = page.matches("Gus Liao: the last day is March 31, 2026.").count();
        assert_eq!(told, usize::from(is_told), "{who}: {page}");
    }
}

#[tokio::test]
async fn whose_membership_ends_without_their_notice_is_written_to() {
    let village = with_an_exit().await;
    let (database, org) = (village.site.registers.database(), Slug::new(COASSEMBLY));
    database.choose_language(&org, village.person("Chi Wang"), &Language::new("zh-Hant")).await.unwrap();
    let token = api::token(&village, COASSEMBLY, "Ana Lin").await;
    let membership = village.membership("Chi Wang");
    let command = json!({
        "command": "end_membership",
        "membership": membership,
        "on": "2026-03-19",
        "basis": "moved to Kaohsiung, says Bo",
    });
    let ended = api::submit(&village, COASSEMBLY, Some(&token), None, &command).await;
    assert!(ended.status.is_success(), "{}", ended.json);
    // Gus leaves by a notice of his own, and knows.
    village.at("2026-04-01T02:00:00Z");
    village.site.tick().await;
    let mails = database.mail_log(&org, 0, 100).await.unwrap();
    let [mail] = &mails[..] else { panic!("{mails:?}") };
    assert_eq!(mail.mail.recipient, "chi.wang@example.org");
    assert_eq!(mail.mail.subject, "CoAssembly 合作社的社員資格終止");
    assert!(mail.mail.body.contains("2026年3月19日"), "{}", mail.mail.body);
    assert!(mail.mail.body.contains("http://localhost:8080/coassembly/account/kept"), "{}", mail.mail.body);
    assert!(!mail.mail.body.contains("Kaohsiung"), "what the office wrote is not for the mail");
}

#[tokio::test]
async fn an_exit_is_settled_handed_over_and_closed() {
    let village = with_an_exit().await;
    let [ana, bo, gus] = [
        Browser::of(&village, COASSEMBLY, "Ana Lin").await,
        Browser::of(&village, COASSEMBLY, "Bo Chen").await,
        Browser::of(&village, COASSEMBLY, "Gus Liao").await,
    ];
    let today = bo.get("/coassembly/today").await.body;
    assert!(today.contains("Exit of Gus Liao"), "{today}");
    let send = async |who: &Browser<'_>, step: &str, fields: &[(&str, &str)]| {
        who.send(&format!("/coassembly/exits/1/{step}"), fields).await
    };
    let capital = |number: u32, amount: &'static str| {
        [
            ("request", id(number)),
            ("line", "capital".into()),
            ("paid_in", amount.into()),
            ("instalments", "3".into()),
            ("first-paid-by", "2026-04-30".into()),
        ]
    };
    let sent = |fields: &[(&'static str, String)]| -> Vec<(&'static str, String)> { fields.to_vec() };
    let record = async |who: &Browser<'_>, number: u32, amount: &'static str| {
        let fields = sent(&capital(number, amount));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, &**value)).collect();
        send(who, "record", &fields).await
    };
    let wrong = record(&bo, 10, "a lot").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("a lot") && wrong.body.contains("Write an amount"), "{}", wrong.body);
    let others = record(&ana, 11, "30,000").await;
    assert!(others.body.contains("power_must_be_held"), "Ana records no payments");
    assert_eq!(record(&bo, 12, "30,000.01").await.leads_to(), "/coassembly/exits/1");
    let page = gus.get("/coassembly/exits/1").await.body;
    for said in ["NT$30,000.01", "NT$10,000.01", "NT$10,000", "Instalment 3 of 3, due by June 30, 2026"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("Record as paid"), "whoever leaves records nothing");

    let own = send(&gus, "tick", &[("request", &id(13)), ("item", "to-dos")]).await;
    assert!(own.body.contains("power_must_be_held"), "{}", own.body);
    for (number, item) in [(14, "project-state"), (15, "to-dos"), (16, "clients"), (17, "permissions")] {
        let ticked = send(&ana, "tick", &[("request", &id(number)), ("item", item)]).await;
        assert_eq!(ticked.leads_to(), "/coassembly/exits/1", "{item}: {}", ticked.body);
    }
    let pay = [
        ("request", id(18)),
        ("line", "earned-pay".into()),
        ("owed", "0".into()),
        ("first-paid-by", "2026-03-31".to_owned()),
    ];
    let pay: Vec<(&str, &str)> = pay.iter().map(|(name, value)| (*name, &**value)).collect();
    assert_eq!(send(&bo, "record", &pay).await.leads_to(), "/coassembly/exits/1");

    village.at("2026-04-01T02:00:00Z");
    village.site.tick().await;
    let early = send(&ana, "close", &[("request", &id(19))]).await;
    assert!(early.body.contains("everything_must_be_settled"), "{}", early.body);
    for which in ["1", "2", "3"] {
        let fields = [
            ("request", &*id(19 + which.parse::<u32>().unwrap())),
            ("line", "1"),
            ("instalment", which),
            ("paid-on", "2026-04-01"),
        ];
        assert_eq!(send(&bo, "pay", &fields).await.leads_to(), "/coassembly/exits/1", "{which}");
    }
    assert!(ana.get("/coassembly/exits/1").await.body.contains("Close the exit"));
    assert_eq!(send(&ana, "close", &[("request", &id(30))]).await.leads_to(), "/coassembly/exits/1");
    let page = gus.get("/coassembly/exits/1").await;
    assert!(page.body.contains("Settled and handed over"), "they read it after leaving too: {}", page.body);
}

#[tokio::test]
async fn what_is_owed_is_found_by_nobody_else() {
    let village = with_an_exit().await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    let fields = [
        ("request", &*id(2)),
        ("line", "capital"),
        ("paid_in", "31,415.92"),
        ("instalments", "1"),
        ("first-paid-by", "2026-04-30"),
    ];
    assert!(bo.send("/coassembly/exits/1/record", &fields).await.status.is_redirection());
    let amounts = ["31,415.92", "3141592"];
    for name in ["Chi Wang", "Hana Kuo", "Joy Pan"] {
        let other = Browser::of(&village, COASSEMBLY, name).await;
        let (there, nowhere) =
            (other.get("/coassembly/exits/1").await, other.get("/coassembly/exits/2").await);
        assert_eq!((there.status, nowhere.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND), "{name}");
        let party = village.person("Gus Liao");
        for path in ["/exits", "/today", "/register", &format!("/members/{party}")] {
            let body = other.get(&format!("/coassembly{path}")).await.body;
            assert!(!amounts.iter().any(|amount| body.contains(amount)), "{name} at {path}");
            assert!(!body.contains("/coassembly/exits/1"), "{name} at {path}");
        }
        let token = api::token(&village, COASSEMBLY, name).await;
        let one = api::get(&village, "/coassembly/exits/1", Some(&token)).await;
        let none = api::get(&village, "/coassembly/exits/2", Some(&token)).await;
        assert_eq!((one.status, &one.text), (StatusCode::NOT_FOUND, &none.text), "{name}");
        for path in ["/coassembly/exits", "/coassembly/register/entries?per_page=200"] {
            let said = api::get(&village, path, Some(&token)).await;
            assert!(!amounts.iter().any(|amount| said.text.contains(amount)), "{name} at {path}");
        }
        for (step, extra) in [("tick", ("item", "to-dos")), ("strike", ("line", "1")), ("close", ("x", "y"))]
        {
            let tried =
                other.send(&format!("/coassembly/exits/1/{step}"), &[("request", &*id(3)), extra]).await;
            assert!(!tried.status.is_redirection(), "{name}: {step}");
        }
    }
    assert_eq!(Browser::stranger(&village).get("/coassembly/exits/1").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(api::get(&village, "/coassembly/exits/1", None).await.status, StatusCode::UNAUTHORIZED);
    let token = api::token(&village, COASSEMBLY, "Gus Liao").await;
    let own = api::get(&village, "/coassembly/exits/1", Some(&token)).await;
    let exit = own.is_ok();
    assert_eq!((&exit["owed"], &exit["settlement"][0]["paid_in"]), (&3_141_592.into(), &3_141_592.into()));
}

#[tokio::test]
async fn an_organization_leaves_through_its_representative() {
    let village = Village::settle(false).await;
    let (organization, person) = ("Riverside Bread", "Rosa Vega");
    let membership = village.membership(organization).to_string();
    let address = format!("/{CONNECTICUT}/members/{}", village.person(organization));
    let fields = [("request", &*id(1)), ("membership", &*membership), ("last-day", "2026-03-31")];
    let desk = Browser::of(&village, CONNECTICUT, "desk").await;
    assert!(!desk.send(&format!("{address}/notice"), &fields).await.status.is_redirection());
    let representative = Browser::of(&village, CONNECTICUT, person).await;
    assert!(representative.get(&address).await.body.contains("Give notice"));
    let given = representative.send(&format!("{address}/notice"), &fields).await;
    assert_eq!(given.leads_to(), format!("/{CONNECTICUT}/exits/1"), "{}", given.body);
    village.at("2026-04-01T12:00:00Z");
    village.site.tick().await;
    let page = representative.get(&address).await.body;
    assert!(page.contains("by notice") && page.contains("ended"), "{page}");
    let exit = representative.get(&format!("/{CONNECTICUT}/exits/1")).await.body;
    assert!(exit.contains("Settled and handed over"), "the network settles nothing: {exit}");
}
