//! Standing on the pages and in the interface: what is asked next, who is behind, reminders in each member's own
//! language, waivers and channels; and that none of it is found by others.

use axum::http::StatusCode;
use rochdale_core::{
    command::{By, Command},
    values::{Language, Slug},
};
use rochdale_register::{Answer, Logged};
use serde_json::{Value, json};

use crate::{
    api,
    browse::Browser,
    village::{CONNECTICUT, Village},
};

const BEHIND: &str = "/cooperate-connecticut/standing";
const CHANNELS: &str = "/cooperate-connecticut/channels";
const LINK: &str = "https://chat.example.org/join-us-by-this-link";
const REASON: &str = "She is between jobs until the new year.";

fn id(number: u32) -> String {
    format!("018f0000-0000-7000-8000-{number:012}")
}

/// The village with Marcus as steward. It is the 19th of March in Connecticut.
async fn with_a_steward() -> Village {
    let village = Village::settle(false).await;
    let (office, person) = (Slug::new("steward"), village.person("Marcus Boyd"));
    let from = "2026-03-01".parse().unwrap();
    let command = Command::GiveOffice { office, person, from, until: None };
    let answer = village.ask(CONNECTICUT, By::Desk, command).await;
    assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
    village
}

async fn mail(village: &Village) -> Vec<Logged> {
    village.site.registers.database().mail_log(&Slug::new(CONNECTICUT), 0, 1000).await.unwrap()
}

async fn sets_link(village: &Village, number: u32) {
    let steward = Browser::of(village, CONNECTICUT, "Marcus Boyd").await;
    let request = id(number);
    let fields = [("request", &*request), ("channel", "google-group"), ("link", LINK)];
    let sent = steward.send(&format!("{CHANNELS}/link"), &fields).await;
    assert_eq!((sent.status, sent.leads_to()), (StatusCode::SEE_OTHER, CHANNELS), "{}", sent.body);
}

async fn waives(village: &Village, by: &str, of: &str, number: u32) -> crate::browse::Shown {
    let browser = Browser::of(village, CONNECTICUT, by).await;
    let (request, membership) = (id(number), village.membership(of).to_string());
    let fields = [
        ("request", &*request),
        ("membership", &*membership),
        ("duty", "pay-dues"),
        ("said", REASON),
        ("until", ""),
    ];
    browser.send(&format!("/{CONNECTICUT}/members/{}/standing/waive", village.person(of)), &fields).await
}

#[tokio::test]
async fn today_shows_what_is_asked_next_and_what_nobody_knows_apart() {
    let village = with_a_steward().await;
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let page = rosa.get("/cooperate-connecticut/today").await.body;
    let due = page.find("Commit to Code of conduct").expect("what is due");
    let met = page.find("Rosa Vega acts for Riverside Bread").expect("what is met");
    let apart = page.find("Waived, or not yet known").expect("what is not known");
    let dues = page.find("Pay the annual dues").expect("the dues");
    let folded = page.find("<summary>Met: ").expect("what is met is folded");
    assert!(due < apart && apart < dues && dues < folded && folded < met, "{page}");
    assert!(!page.contains("Who is behind"));
    let steward = Browser::of(&village, CONNECTICUT, "Marcus Boyd").await;
    assert!(steward.get("/cooperate-connecticut/today").await.body.contains("Who is behind"));
}

#[tokio::test]
async fn a_steward_sees_who_is_behind_a_page_at_a_time_and_nobody_else_does() {
    let village = with_a_steward().await;
    let steward = Browser::of(&village, CONNECTICUT, "Marcus Boyd").await;
    let page = steward.get(BEHIND).await.body;
    // 72 cooperators and 4 coops, of whom nobody has committed to anything.
    assert!(page.contains("Members who are behind: 76") && page.contains("Page 1 of 2"), "{page}");
    assert_eq!(page.matches("name=\"membership\"").count(), 50);
    let next = page.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(next, format!("{BEHIND}?page=2"));
    let second = steward.get(next).await.body;
    assert_eq!(second.matches("name=\"membership\"").count(), 26);
    let filtered = steward.get(&format!("{BEHIND}?duty=commit&page=2")).await.body;
    assert!(filtered.contains("aria-current=\"true\"") && filtered.contains("duty=commit"), "{filtered}");
    assert!(steward.get(&format!("{BEHIND}?duty=join-channels")).await.body.contains("Nobody is behind"));
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let refused = rosa.get(BEHIND).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.body.contains("power_must_be_held") && !refused.body.contains("Devon Silva"));
    assert_eq!(Browser::stranger(&village).get(BEHIND).await.status, StatusCode::UNAUTHORIZED);
    let rosas = api::token(&village, CONNECTICUT, "Rosa Vega").await;
    api::get(&village, &format!("/{CONNECTICUT}/behind"), Some(&rosas))
        .await
        .is_problem(403, "power_must_be_held");
    let token = api::token(&village, CONNECTICUT, "Marcus Boyd").await;
    let list =
        api::get(&village, &format!("/{CONNECTICUT}/behind?per_page=10&duty=commit"), Some(&token)).await;
    assert_eq!((&list.is_ok()["total"], &list.json["pages"]), (&json!(76), &json!(8)));
    assert_eq!(list.json["items"][0]["is_reached"], true);
    assert_eq!(list.json["items"][0]["duties"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn a_reminder_is_written_in_the_language_of_whoever_gets_it() {
    let village = with_a_steward().await;
    let database = village.site.registers.database();
    let spanish = Language::new("es");
    database.choose_language(&Slug::new(CONNECTICUT), village.person("Luz Silva"), &spanish).await.unwrap();
    let steward = Browser::of(&village, CONNECTICUT, "Marcus Boyd").await;
    let membership = village.membership("Luz Silva").to_string();
    let before = mail(&village).await.len();
    let request = id(1);
    let fields = [("request", &*request), ("membership", &*membership), ("duty", "commit")];
    let sent = steward.send(BEHIND, &fields).await;
    assert_eq!((sent.status, sent.leads_to()), (StatusCode::SEE_OTHER, &*format!("{BEHIND}?duty=commit")));
    // Sent twice, it is done once.
    steward.send(BEHIND, &fields).await;
    let all = mail(&village).await;
    assert_eq!(all.len(), before + 1);
    let letter = &all.iter().find(|one| one.mail.name.starts_with("reminder/")).expect("a reminder").mail;
    assert_eq!(letter.recipient, "luz.silva@example.org");
    assert_eq!(letter.subject, "Un recordatorio de Cooperate Connecticut");
    for words in ["Hola Luz Silva", "Código de conducta", "(CT-03)", "/cooperate-connecticut/today"] {
        assert!(letter.body.contains(words), "{words}: {}", letter.body);
    }
    assert!(!letter.body.contains("cuota"), "what nobody knows is not asked: {}", letter.body);
    let page = steward.get(BEHIND).await.body;
    assert!(page.contains("again from April 2, 2026"), "{page}");
    let (request, coop) = (id(2), village.membership("Elm City Homes").to_string());
    let again = [("request", &*request), ("membership", &*membership)];
    let refused = steward.send(BEHIND, &again).await;
    assert!(refused.status == StatusCode::CONFLICT && refused.body.contains("reminder_must_be_spaced"));
    // The letter to an organization goes to whoever acts for it.
    steward.send(BEHIND, &[("request", &*id(3)), ("membership", &*coop)]).await;
    let all = mail(&village).await;
    let letter = &all.iter().find(|one| one.mail.recipient.starts_with("marcus")).expect("to Marcus").mail;
    assert!(
        letter.body.contains("Elm City Homes") && letter.body.contains("Hello Marcus Boyd"),
        "{}",
        letter.body
    );
}

#[tokio::test]
async fn all_are_reminded_with_one_button_and_each_once() {
    let village = with_a_steward().await;
    let steward = Browser::of(&village, CONNECTICUT, "Marcus Boyd").await;
    let page = steward.get(BEHIND).await.body;
    assert!(page.contains("What the letter says") && page.contains("This is a kind reminder"), "{page}");
    assert!(page.contains("Remind these 76 members"));
    let sent = steward.send(BEHIND, &[("request", &id(1))]).await;
    assert_eq!((sent.status, sent.leads_to()), (StatusCode::SEE_OTHER, BEHIND));
    let count = |all: &[Logged]| all.iter().filter(|one| one.mail.name.starts_with("reminder/")).count();
    assert_eq!(count(&mail(&village).await), 76);
    let refused = steward.send(BEHIND, &[("request", &id(2))]).await;
    assert!(refused.status == StatusCode::CONFLICT && refused.body.contains("reminder_must_be_spaced"));
    assert_eq!(count(&mail(&village).await), 76);
    assert!(steward.get(BEHIND).await.body.contains("Nobody of these can be reminded now"));
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let refused = rosa.send(BEHIND, &[("request", &id(3))]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn the_standing_of_a_member_is_for_them_and_those_who_keep_the_list() {
    let village = with_a_steward().await;
    let luz = village.person("Luz Okafor");
    let member = format!("/{CONNECTICUT}/members/{luz}");
    let address = format!("{member}/standing");
    let own = Browser::of(&village, CONNECTICUT, "Luz Okafor").await;
    let page = own.get(&address).await.body;
    assert!(page.contains("In good standing") && page.contains("Pay the annual dues"), "{page}");
    assert!(page.contains("Dues are not kept in this book yet"), "{page}");
    assert!(own.get(&member).await.body.contains("Standing on any day"));
    // A day before the documents were published asks for none of them.
    assert!(!own.get(&format!("{address}?on=2026-01-04")).await.body.contains("Commit to Values"));
    assert!(own.get(&format!("{address}?on=2026-01-05")).await.body.contains("Commit to Values"));
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    assert_eq!(rosa.get(&address).await.status, StatusCode::NOT_FOUND);
    let others = rosa.get(&member).await.body;
    assert!(!others.contains("good standing") && !others.contains("Commit to Values"), "{others}");
    let path = format!("/{CONNECTICUT}/memberships/{}/standing", village.membership("Luz Okafor"));
    let rosas = api::token(&village, CONNECTICUT, "Rosa Vega").await;
    assert_eq!(api::get(&village, &path, Some(&rosas)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(api::get(&village, &path, None).await.status, StatusCode::UNAUTHORIZED);
    let through_api = api::get(&village, &format!("/{CONNECTICUT}/members/{luz}"), Some(&rosas)).await;
    assert!(through_api.is_ok()["memberships"][0].get("duties").is_none());
    let token = api::token(&village, CONNECTICUT, "Luz Okafor").await;
    let seen = api::get(&village, &format!("{path}?on=2026-03-01"), Some(&token)).await;
    assert_eq!(
        (&seen.is_ok()["day"], &seen.json["good"]["value"]["answer"]),
        (&json!("2026-03-01"), &json!("yes"))
    );
    let duties = seen.json["duties"].as_array().unwrap();
    assert_eq!((&duties[0]["status"], &duties[0]["duty"]), (&json!("due"), &json!("commit")));
    assert!(duties.iter().any(|duty| duty["duty"] == "pay-dues" && duty["status"] == "not_yet_known"));
    assert!(duties.iter().all(|duty| duty["status"] != "met"));
    let to_come = api::get(&village, &format!("{path}?on=2026-12-31"), Some(&token)).await;
    assert_eq!(to_come.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn why_a_duty_was_waived_is_read_by_the_member_and_the_stewards_only() {
    let village = with_a_steward().await;
    let refused = waives(&village, "Rosa Vega", "Luz Okafor", 1).await;
    assert!(refused.body.contains("power_must_be_held") || refused.status == StatusCode::CONFLICT);
    let own = waives(&village, "Marcus Boyd", "Marcus Boyd", 2).await;
    assert_eq!(own.status, StatusCode::CONFLICT);
    assert!(own.body.contains("waiver_must_be_anothers"), "{}", own.body);
    let done = waives(&village, "Marcus Boyd", "Luz Okafor", 3).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let luz = village.person("Luz Okafor");
    let address = format!("/{CONNECTICUT}/members/{luz}/standing");
    for name in ["Luz Okafor", "Marcus Boyd"] {
        let browser = Browser::of(&village, CONNECTICUT, name).await;
        let page = browser.get(&address).await.body;
        assert!(page.contains(REASON) && page.contains("Waived through December 31, 2026"), "{name}: {page}");
    }
    let path = format!("/{CONNECTICUT}/memberships/{}/standing", village.membership("Luz Okafor"));
    let mut everything = String::new();
    for (name, sees_status) in [("Rosa Vega", false), ("desk", true)] {
        let token = api::token(&village, CONNECTICUT, name).await;
        let said = api::get(&village, &path, Some(&token)).await;
        assert_eq!(said.text.contains("waived"), sees_status, "{name}: {}", said.text);
        everything.push_str(&said.text);
        for path in
            ["/register/entries?per_page=200", "/register/entries?per_page=200&page=2", "/behind", "/today"]
        {
            everything
                .push_str(&api::get(&village, &format!("/{CONNECTICUT}{path}"), Some(&token)).await.text);
        }
        everything
            .push_str(&api::get(&village, &format!("/{CONNECTICUT}/members/{luz}"), Some(&token)).await.text);
        let browser = Browser::of(&village, CONNECTICUT, name).await;
        for path in [
            "/register",
            "/today",
            "/members",
            &format!("/members/{luz}"),
            &format!("/members/{luz}/standing"),
        ] {
            everything.push_str(&browser.get(&format!("/{CONNECTICUT}{path}")).await.body);
        }
    }
    assert!(!everything.contains(REASON));
    let token = api::token(&village, CONNECTICUT, "Luz Okafor").await;
    let seen = api::get(&village, &path, Some(&token)).await;
    let waived = seen.is_ok()["duties"].as_array().unwrap().iter().find(|duty| duty["status"] == "waived");
    assert_eq!(waived.unwrap()["waiver_reason"], REASON);
    // The steward ends it; today it still holds.
    let steward = Browser::of(&village, CONNECTICUT, "Marcus Boyd").await;
    let (request, membership) = (id(4), village.membership("Luz Okafor").to_string());
    let fields = [("request", &*request), ("membership", &*membership), ("duty", "pay-dues")];
    let ended = steward.send(&format!("{address}/end"), &fields).await;
    assert_eq!((ended.status, ended.leads_to()), (StatusCode::SEE_OTHER, &*address), "{}", ended.body);
    village.at("2026-03-22T12:00:00Z");
    let seen = api::get(&village, &path, Some(&token)).await;
    assert!(!seen.text.contains("\"waived\""), "{}", seen.text);
}

#[tokio::test]
async fn a_link_is_shown_to_members_who_may_see_it_and_stands_nowhere_else() {
    let village = with_a_steward().await;
    let luz = Browser::of(&village, CONNECTICUT, "Luz Okafor").await;
    assert!(luz.get(CHANNELS).await.body.contains("No invitation is set yet"));
    let wrong = [("request", &*id(1)), ("channel", "google-group"), ("link", "http://chat.example.org/x")];
    let steward = Browser::of(&village, CONNECTICUT, "Marcus Boyd").await;
    let sent = steward.send(&format!("{CHANNELS}/link"), &wrong).await;
    assert!(sent.body.contains("begins with https://") && sent.status == StatusCode::UNPROCESSABLE_ENTITY);
    let mine = luz
        .send(
            &format!("{CHANNELS}/link"),
            &[("request", &*id(2)), ("channel", "google-group"), ("link", LINK)],
        )
        .await;
    assert!(mine.status == StatusCode::CONFLICT, "{}", mine.body);
    sets_link(&village, 3).await;
    let page = luz.get(CHANNELS).await.body;
    assert!(page.contains(&format!("href=\"{LINK}\"")) && page.contains("I have joined"), "{page}");
    // One tap.
    let membership = village.membership("Luz Okafor").to_string();
    let fields = [("request", &*id(4)), ("membership", &*membership), ("channel", "google-group")];
    let sent = luz.send(&format!("{CHANNELS}/join"), &fields).await;
    assert_eq!((sent.status, sent.leads_to()), (StatusCode::SEE_OTHER, CHANNELS), "{}", sent.body);
    assert!(luz.get(CHANNELS).await.body.contains("joined on March 19, 2026"));
    let others = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let fields = [("request", &*id(5)), ("membership", &*membership), ("channel", "whatsapp")];
    assert_eq!(others.send(&format!("{CHANNELS}/join"), &fields).await.status, StatusCode::CONFLICT);
    let token = api::token(&village, CONNECTICUT, "Luz Okafor").await;
    let list = api::get(&village, &format!("/{CONNECTICUT}/channels"), Some(&token)).await;
    let group = |list: &Value| {
        list.as_array().unwrap().iter().find(|one| one["channel"] == "google-group").unwrap().clone()
    };
    assert_eq!(group(list.is_ok())["link"], LINK);
    // Not in the register, not for the desk, not for a stranger, not in the export without details.
    let desk = api::token(&village, CONNECTICUT, "desk").await;
    let mut everything = String::new();
    for token in [Some(&*desk), None] {
        for path in
            ["/channels", "/register/entries?per_page=200", "/register/entries?per_page=200&page=2", "/today"]
        {
            everything.push_str(&api::get(&village, &format!("/{CONNECTICUT}{path}"), token).await.text);
        }
    }
    for path in ["/register", "/members", "/today", "/bylaws/CT-11"] {
        everything.push_str(&luz.get(&format!("/{CONNECTICUT}{path}")).await.body);
        everything.push_str(&Browser::stranger(&village).get(&format!("/{CONNECTICUT}{path}")).await.body);
    }
    everything.push_str(&Browser::of(&village, CONNECTICUT, "desk").await.get(CHANNELS).await.body);
    let (database, mut book) = (village.site.registers.database(), Vec::new());
    let exported =
        rochdale_register::export(database, &Slug::new(CONNECTICUT), false, &mut book, "memory").await;
    assert!(exported.is_ok());
    everything.push_str(&String::from_utf8(book).unwrap());
    assert!(!everything.contains(LINK) && everything.contains("channel_link_set"));
}

/// A coop without a representative for 30 days is late; whoever stands in for it is told why they see no link.
#[tokio::test]
async fn whoever_is_not_in_good_standing_is_told_why_and_what_to_do() {
    let village = with_a_steward().await;
    sets_link(&village, 1).await;
    let (organization, luz) = (village.person("Park Street Market"), village.person("Luz Silva"));
    let asks = |command| village.ask(CONNECTICUT, By::Desk, command);
    let on = "2026-03-19".parse().unwrap();
    asks(Command::EndRepresentation { organization, person: luz, on }).await;
    asks(Command::NameAlternate { organization, person: luz, from: "2026-03-20".parse().unwrap() }).await;
    let browser = Browser::of(&village, CONNECTICUT, "Luz Silva").await;
    village.at("2026-04-18T16:00:00Z");
    let links = |page: &str| page.matches(LINK).count();
    assert_eq!(links(&browser.get(CHANNELS).await.body), 2, "her own, and that of the coop");
    village.at("2026-04-20T16:00:00Z");
    let page = browser.get(CHANNELS).await.body;
    assert_eq!(links(&page), 1, "her own");
    assert!(
        page.contains("The invitation is not shown") && page.contains("CT-20") && page.contains("CT-05"),
        "{page}"
    );
    assert!(page.contains("Do what is late."), "{page}");
    let token = api::token(&village, CONNECTICUT, "Luz Silva").await;
    let list = api::get(&village, &format!("/{CONNECTICUT}/channels"), Some(&token)).await;
    let coop = village.membership("Park Street Market");
    let of_coop = |one: &&Value| one["membership"] == json!(u32::from(coop));
    let all = list.is_ok().as_array().unwrap();
    assert!(all.iter().filter(of_coop).all(|one| one.get("link").is_none()));
    assert_eq!(all.iter().find(of_coop).unwrap()["may_see_link"]["value"]["answer"], "no");
}
