//! What is kept about somebody: their own page, correcting it, and being erased.

mod matrix;
mod secrets;

use axum::http::StatusCode;
use rochdale_core::{
    command::{By, Command},
    values::{PartyId, Slug},
};
use rochdale_register::{Answer, Begun, Logged, Purpose};
use serde_json::Value;

use crate::{
    api,
    browse::{Browser, Shown},
    village::{COASSEMBLY, CONNECTICUT, Village},
};

fn id(number: u32) -> String {
    format!("018f0000-0000-7000-8000-{number:012}")
}

async fn mails(village: &Village, org: &str) -> Vec<Logged> {
    village.site.registers.database().mail_log(&Slug::new(org), 0, 100).await.unwrap()
}

async fn done(village: &Village, org: &str, by: By, command: Command) {
    let answer = village.ask(org, by, command.clone()).await;
    assert!(matches!(answer, Answer::Done(_)), "{command:?}: {answer:?}");
}

async fn corrects(browser: &Browser<'_>, number: u32, fields: &[(&str, &str)]) -> Shown {
    let request = id(number);
    browser
        .send("/coassembly/account/kept/correct", &[&[("request", request.as_str())], fields].concat())
        .await
}

#[tokio::test]
async fn the_page_says_what_is_kept_where_who_sees_it_and_until_when() {
    let village = Village::settle(false).await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    let page = bo.get("/coassembly/account/kept").await;
    assert_eq!(page.status, StatusCode::OK);
    for said in [
        "Name: Bo Chen",
        "E-mail address: bo.chen@example.org",
        "Worker-owner, from January 1, 2024, on the strength of: opening roll",
        "“Buy a van for the printing workshop”: objects",
        "The offers are in: renting twice a week costs less than the insurance.",
        "Signed in with test since",
        "For good: it stands in the book",
        "Until you are erased, at the latest 24 months after you have left",
        "FIN-05",
        "As long as you take part you are not erased",
    ] {
        assert!(page.body.contains(said), "{said}\n{}", page.body);
    }
    assert!(!page.body.contains("ana.lin@example.org"));
    for (language, said) in [("es", "Lo que se guarda"), ("zh-Hant", "保存了你的哪些資料")] {
        let page = Browser::of(&village, COASSEMBLY, "Bo Chen").await.reading(language);
        let body = page.get("/coassembly/account/kept").await.body;
        assert!(body.contains(said), "{language}");
    }
    for path in ["/coassembly/account", "/coassembly/today"] {
        assert!(bo.get(path).await.body.contains("/coassembly/account/kept"), "{path} leads there");
    }
}

#[tokio::test]
async fn nobody_gets_the_page_of_another() {
    let village = Village::settle(false).await;
    for browser in [
        Browser::stranger(&village),
        Browser::of(&village, COASSEMBLY, "desk").await,
        Browser::of(&village, CONNECTICUT, "Rosa Vega").await,
    ] {
        for file in ["", "/data.json", "/data.pdf"] {
            let page = browser.get(&format!("/coassembly/account/kept{file}")).await;
            assert!(!page.status.is_success(), "{file}: {}", page.status);
        }
    }
    let desk = api::token(&village, COASSEMBLY, "desk").await;
    api::get(&village, "/coassembly/me/data", Some(&desk)).await.is_problem(404, "not_found");
    api::get(&village, "/coassembly/me/data", None).await.is_problem(401, "not_signed_in");
}

#[tokio::test]
async fn the_files_say_what_the_page_says() {
    let village = Village::settle(false).await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    let file = bo.get("/coassembly/account/kept/data.json").await;
    let named = file.headers["content-disposition"].to_str().unwrap();
    assert!(named.starts_with("attachment; filename=\"coassembly-2-2026-03-20.json\""), "{named}");
    assert_eq!(file.headers["cache-control"], "no-store");
    let data: Value = serde_json::from_str(&file.body).unwrap();
    let kept = data["kept"].as_array().unwrap();
    let name = kept.iter().find(|one| one["what"] == "Name: Bo Chen").unwrap();
    assert_eq!((&name["group"], &name["stands"]), (&"details".into(), &"beside".into()));
    assert_eq!(name["until_clause"], "FIN-05");
    let token = api::token(&village, COASSEMBLY, "Bo Chen").await;
    let said = api::get(&village, "/coassembly/me/data", Some(&token)).await;
    let said: Vec<Value> = said.is_ok()["kept"].as_array().unwrap().clone();
    let without_access = |all: &[Value]| -> Vec<Value> {
        all.iter().filter(|one| one["group"] != "access").cloned().collect()
    };
    assert_eq!(without_access(kept), without_access(&said));
    assert!(said.iter().any(|one| one["what"].as_str().unwrap().starts_with("A token for a program")));
    let page = bo.get("/coassembly/account/kept").await.body;
    for one in without_access(kept) {
        let what = one["what"].as_str().unwrap().replace('&', "&amp;");
        assert!(page.contains(&what), "{what}");
    }
}

#[tokio::test]
async fn a_correction_is_seen_and_the_old_address_is_told() {
    let village = Village::settle(false).await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    let fields = [("name", "Bo Chen-Lin"), ("email", "bo@mill.example"), ("place", "台南")];
    let sent = corrects(&bo, 1, &fields).await;
    assert_eq!((sent.status, sent.leads_to()), (StatusCode::SEE_OTHER, "/coassembly/account/kept"));
    let page = bo.get("/coassembly/account/kept").await.body;
    assert!(page.contains("Name: Bo Chen-Lin") && page.contains("bo@mill.example"));
    assert!(!page.contains("E-mail address: bo.chen@example.org"));
    let mail = mails(&village, COASSEMBLY).await;
    let [mail] = &mail[..] else { panic!("{mail:?}") };
    assert_eq!((mail.mail.recipient.as_str(), mail.mail.has_link), ("bo.chen@example.org", false));
    assert!(!mail.mail.body.contains("bo@mill.example"), "the new address is nobody else's to know");
    // Nobody is written to where the address stays, and sending twice does it once.
    corrects(&bo, 1, &fields).await;
    corrects(&bo, 2, &[("name", "Bo Chen"), ("email", "bo@mill.example"), ("place", "")]).await;
    assert_eq!(mails(&village, COASSEMBLY).await.len(), 1);
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    assert!(ana.get("/coassembly/register").await.body.contains("The details of Bo Chen were corrected."));
}

#[tokio::test]
async fn what_makes_no_sense_comes_back_with_what_was_written() {
    let village = Village::settle(false).await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    for (fields, wrong) in [
        ([("name", "Bo"), ("email", "bo at home")], "this is not an e-mail address"),
        ([("name", " "), ("email", "bo@example.org")], "This must be filled in"),
    ] {
        let sent = corrects(&bo, 1, &fields).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", sent.body);
        assert!(sent.body.contains(wrong) && sent.body.contains(fields[1].1), "{}", sent.body);
    }
    assert!(mails(&village, COASSEMBLY).await.is_empty());
}

/// Links to sign in go to the address that somebody gave themselves, and to no account of anybody else.
#[tokio::test]
async fn an_address_of_somebody_else_opens_nobody_elses_account() {
    let village = Village::settle(false).await;
    let [eve, ana] = ["Bo Chen", "Ana Lin"].map(|name| village.person(name));
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    let taken = corrects(&bo, 1, &[("name", "Bo"), ("email", "ana.lin@example.org"), ("place", "")]).await;
    let free = corrects(&bo, 2, &[("name", "Bo"), ("email", "nobody@example.org"), ("place", "")]).await;
    assert_eq!((taken.status, taken.leads_to()), (free.status, free.leads_to()), "it tells nothing");
    corrects(&bo, 3, &[("name", "Bo"), ("email", "ana.lin@example.org"), ("place", "")]).await;
    village.site.send_links("ana.lin@example.org").await.unwrap();
    let links = mails(&village, COASSEMBLY).await;
    let links: Vec<_> = links.iter().filter(|one| one.mail.has_link).collect();
    let mut whose: Vec<PartyId> = links.iter().filter_map(|one| one.mail.party).collect();
    whose.sort();
    assert_eq!(whose, [ana, eve], "each gets their own");
    assert!(links.iter().all(|one| one.mail.recipient == "ana.lin@example.org"), "in Ana's mailbox");
}

#[tokio::test]
async fn whoever_keeps_the_list_corrects_a_name_and_no_address() {
    let village = Village::settle(false).await;
    let (office, person) = (Slug::new("secretary"), village.person("Ana Lin"));
    let from = "2026-03-01".parse().unwrap();
    done(&village, COASSEMBLY, By::Desk, Command::GiveOffice { office, person, from, until: None }).await;
    let bo = village.person("Bo Chen");
    let (page, there) = (format!("/coassembly/members/{bo}"), format!("/coassembly/members/{bo}/correct"));
    let [ana, desk, chi] = [
        Browser::of(&village, COASSEMBLY, "Ana Lin").await,
        Browser::of(&village, COASSEMBLY, "desk").await,
        Browser::of(&village, COASSEMBLY, "Chi Wang").await,
    ];
    assert!(!chi.get(&page).await.body.contains(&there), "Chi keeps no list");
    let shown = ana.get(&page).await.body;
    assert!(shown.contains(&there) && !shown.contains("name=\"email\""), "{shown}");
    assert!(desk.get(&page).await.body.contains("name=\"email\""));
    let request = id(1);
    let fields =
        [("request", &*request), ("name", "Bo T. Chen"), ("email", "eve@example.org"), ("place", "")];
    let sent = ana.send(&there, &fields).await;
    assert_eq!((sent.status, sent.leads_to()), (StatusCode::SEE_OTHER, &*page), "{}", sent.body);
    let shown = ana.get(&page).await.body;
    assert!(shown.contains("Bo T. Chen") && shown.contains("bo.chen@example.org"), "{shown}");
    assert!(mails(&village, COASSEMBLY).await.is_empty());
    let request = id(2);
    let fields = [("request", &*request), ("name", "Bo"), ("place", "")];
    assert_eq!(chi.send(&there, &fields).await.status, StatusCode::NOT_FOUND);
}

async fn leaves(village: &Village, name: &str, on: &str) {
    let (membership, basis) = (village.membership(name), "moved away".to_owned());
    let command = Command::EndMembership { membership, on: on.parse().unwrap(), basis };
    done(village, CONNECTICUT, By::Desk, command).await;
    village.at("2026-03-21T16:00:00Z");
}

#[tokio::test]
async fn whoever_left_asks_and_is_gone_from_every_page() {
    let village = Village::settle(false).await;
    leaves(&village, "Tom Reyes", "2026-03-19").await;
    let tom = Browser::of(&village, CONNECTICUT, "Tom Reyes").await;
    let there = "/cooperate-connecticut/account/kept/forget";
    let request = id(1);
    let page = tom.get("/cooperate-connecticut/account/kept").await.body;
    assert!(page.contains(there) && page.contains("Until March 19, 2027"), "{page}");
    // Three months have not passed.
    let early = tom.send(there, &[("request", &request), ("sure", "yes")]).await;
    assert_eq!(early.status, StatusCode::CONFLICT, "{}", early.body);
    for said in ["The details must still be kept", "CT-20", "June 19, 2026"] {
        assert!(early.body.contains(said), "{said}\n{}", early.body);
    }
    village.at("2026-06-19T16:00:00Z");
    let unsure = tom.send(there, &[("request", &request)]).await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY, "it takes a tick");
    let count = |body: &str| body.matches("/cooperate-connecticut/members/").count();
    let steward = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let before = steward.get("/cooperate-connecticut/members?page=1").await.body;
    let gone = tom.send(there, &[("request", &request), ("sure", "yes")]).await;
    assert_eq!(gone.status, StatusCode::OK, "{}", gone.body);
    assert!(gone.body.contains("Nothing here names you any more") && !gone.body.contains("Tom Reyes"));
    // The session is over, and nobody finds them.
    assert!(!tom.get("/cooperate-connecticut/today").await.status.is_success());
    let party = village.person("Tom Reyes");
    let page = steward.get(&format!("/cooperate-connecticut/members/{party}")).await;
    assert!(page.status.is_success() && page.body.contains("somebody whose details were erased"));
    assert!(!page.body.contains("Tom Reyes"));
    assert_eq!(count(&before), count(&steward.get("/cooperate-connecticut/members?page=1").await.body));
    let state = village.site.registers.registrar(&Slug::new(CONNECTICUT)).unwrap().state();
    assert_eq!(state.proposals().next().unwrap().roll.counted.len(), 76, "the roll is as it was");
    rochdale_register::verify(village.site.registers.database(), &Slug::new(CONNECTICUT)).await.unwrap();
}

#[tokio::test]
async fn the_desk_erases_whoever_left_and_nobody_who_is_there() {
    let village = Village::settle(false).await;
    leaves(&village, "Tom Reyes", "2026-03-19").await;
    village.at("2026-06-20T16:00:00Z");
    let desk = Browser::of(&village, CONNECTICUT, "desk").await;
    let page = |name| format!("/cooperate-connecticut/members/{}", village.person(name));
    assert!(!desk.get(&page("Tom Boyd")).await.body.contains("/forget"), "Tom Boyd is a member");
    let there = format!("{}/forget", page("Tom Reyes"));
    assert!(desk.get(&page("Tom Reyes")).await.body.contains(&there));
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    assert!(!rosa.get(&page("Tom Reyes")).await.body.contains(&there));
    let request = id(1);
    let sent = rosa.send(&there, &[("request", &request), ("sure", "yes")]).await;
    assert!(!sent.status.is_redirection(), "{}", sent.status);
    let sent = desk.send(&there, &[("request", &request), ("sure", "yes")]).await;
    assert_eq!((sent.status, sent.leads_to()), (StatusCode::SEE_OTHER, &*page("Tom Reyes")));
    assert!(!desk.get(&page("Tom Reyes")).await.body.contains("Tom Reyes"));
}

/// Nobody is signed in as somebody without their seeing it.
#[tokio::test]
async fn a_link_that_others_made_stands_on_the_page_of_whose_it_is() {
    let village = Village::settle(false).await;
    let (database, kai) = (village.site.registers.database(), village.person("Kai Yeh"));
    let now = "2026-03-20T01:00:00Z".parse().unwrap();
    let (org, way) = (Slug::new(COASSEMBLY), Begun::Operator);
    let link = database.issue_link(&org, kai, Purpose::SignIn, way, now).await.unwrap();
    let path = format!("/sign-in/link/{}", link.text());
    village.at("2026-03-20T01:01:00Z");
    let intruder = Browser::stranger(&village);
    let signed_in = intruder.send(&path, &[]).await;
    assert_eq!(signed_in.leads_to(), "/coassembly/today");
    let kai = Browser::of(&village, COASSEMBLY, "Kai Yeh").await;
    let page = kai.get("/coassembly/account").await.body;
    assert!(page.contains("By a link made by whoever runs the program"), "{page}");
    // The intruder leaves, and what they did stays.
    let intruder = Browser::with_cookie(&village, signed_in.cookie());
    intruder.send("/sign-out", &[]).await;
    let page = kai.get("/coassembly/account").await.body;
    assert!(!page.contains("By a link made by whoever runs the program"));
    assert!(page.contains("whoever runs the program made a link by which somebody could sign in as you"));
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    assert!(!bo.get("/coassembly/account").await.body.contains("whoever runs the program"));
}
