//! Lists on the pages: brought, shown, confirmed, entered; and what goes out to whom.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use rochdale_core::{
    command::{By, Command},
    values::Slug,
};
use rochdale_register::Answer;

use crate::{
    browse::{Browser, Shown},
    village::{CONNECTICUT, Village},
};

const LIST: &str = "Organization,Tier,Member since,Contact,Contact email\r\n\
    Oak Street Bakers,Coop,1/31/2022,Ida Moss,ida@example.org\r\n\
    \"River\r\nPrint\",Coop,2/3/2021,Ida Moss,ida@example.org\r\n\
    Nowhere,Friend,2/3/2021,,\r\n";

/// Sends a file as a browser does.
async fn bring(browser: &Browser<'_>, name: &str, bytes: &[u8]) -> Shown {
    let mut body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"list\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    let request = Request::post("/cooperate-connecticut/lists/bring")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
    browser.ask(request, Body::from(body)).await
}

/// What the form of the page would send as it stands, with some of it filled in otherwise.
fn filled(page: &str, otherwise: &[(&str, &str)]) -> Vec<(String, String)> {
    let form = page.split("<form").find(|form| form.contains("name=\"list-basis\"")).unwrap();
    let mut fields = Vec::new();
    for select in form.split("<select").skip(1) {
        let select = select.split("</select>").next().unwrap();
        let attribute =
            |name: &str| select.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap();
        let chosen = select
            .split("<option value=\"")
            .skip(1)
            .find(|option| option.split('>').next().unwrap().contains("selected"));
        let chosen = chosen.map_or("", |option| option.split('"').next().unwrap());
        fields.push((attribute("name").to_owned(), chosen.to_owned()));
    }
    fields.push(("list-basis".to_owned(), "the network's list".to_owned()));
    fields.push(("list-since".to_owned(), String::new()));
    for (name, value) in otherwise {
        fields.retain(|(known, _)| known != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

async fn send(browser: &Browser<'_>, to: &str, fields: &[(String, String)]) -> Shown {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    browser.send(to, &fields).await
}

/// What is confirmed by the page.
fn seen(page: &str) -> String {
    page.split("name=\"seen\" value=\"")
        .nth(1)
        .expect("something to confirm")
        .split('"')
        .next()
        .unwrap()
        .to_owned()
}

/// Waits until the list is entered, as a browser does that looks again.
async fn ended(browser: &Browser<'_>, address: &str) -> String {
    for _ in 0..200 {
        let shown = browser.get(address).await;
        if !shown.headers.contains_key("refresh") {
            return shown.body;
        }
        assert!(shown.body.contains("<progress"), "{}", shown.body);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("it never ends");
}

fn height(village: &Village) -> u64 {
    village.site.registers.registrar(&Slug::new(CONNECTICUT)).unwrap().head().height
}

#[tokio::test]
async fn a_list_is_shown_mended_confirmed_and_entered() {
    let village = Village::settle(false).await;
    let desk = Browser::of(&village, CONNECTICUT, "desk").await;
    let before = height(&village);
    let brought = bring(&desk, "network.csv", LIST.as_bytes()).await;
    assert_eq!(brought.status, StatusCode::SEE_OTHER, "{}", brought.body);
    let address = brought.leads_to().to_owned();
    let page = desk.get(&address).await.body;
    assert!(page.contains("Oak Street Bakers") && page.contains("River Print"), "{page}");
    assert!(page.contains("know no class called “Friend”"), "{page}");
    assert!(page.contains("</span> Nowhere</span>"), "a row that is wrong is told by its name too: {page}");
    assert_eq!(height(&village), before, "nothing is written before it is confirmed");

    let mended = filled(&page, &[("means-0", "partner"), ("list-basis", "")]);
    let wrong = send(&desk, &address, &mended).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "on the strength of what must be said");
    assert!(wrong.body.contains("id=\"list-basis-wrong\""), "{}", wrong.body);
    let mended = filled(&page, &[("means-0", "partner")]);
    assert_eq!(send(&desk, &address, &mended).await.status, StatusCode::SEE_OTHER);
    let page = desk.get(&address).await.body;
    assert!(!page.contains("know no class called"), "{page}");

    let confirmed = [("seen".to_owned(), seen(&page))];
    for _ in 0..2 {
        let answer = send(&desk, &format!("{address}/enter"), &confirmed).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    }
    let page = ended(&desk, &address).await;
    assert!(page.contains("The list is entered"), "{page}");
    let state = village.site.registers.registrar(&Slug::new(CONNECTICUT)).unwrap().state();
    for name in ["Oak Street Bakers", "River Print", "Nowhere", "Ida Moss"] {
        assert_eq!(state.parties().filter(|party| party.name() == Some(name)).count(), 1, "{name}");
    }
    let entered = height(&village);
    assert_eq!(
        entered - before,
        1 + 3 + 3 + 2,
        "a person, organizations, memberships, representatives: each once"
    );

    // Once more, as if they had forgotten that it was done.
    let again = bring(&desk, "network.csv", LIST.as_bytes()).await;
    let page = desk.get(again.leads_to()).await.body;
    assert!(page.contains("Likely in the register already:") && !page.contains("name=\"seen\""), "{page}");
    assert_eq!(height(&village), entered);
}

#[tokio::test]
async fn what_changed_since_it_was_seen_is_shown_first() {
    let village = Village::settle(false).await;
    let desk = Browser::of(&village, CONNECTICUT, "desk").await;
    let brought = bring(&desk, "people.csv", b"Name\nIda Moss\nOle Ruud\n").await;
    let address = brought.leads_to().to_owned();
    let confirmed = [("seen".to_owned(), seen(&desk.get(&address).await.body))];
    village.enter_with_address(CONNECTICUT, "Ida Moss", "ida@example.org").await;
    let before = height(&village);
    let shown = send(&desk, &format!("{address}/enter"), &confirmed).await;
    assert_eq!(shown.status, StatusCode::CONFLICT);
    assert!(shown.body.contains("Something has changed since you saw this"), "{}", shown.body);
    assert_eq!(height(&village), before);
}

#[tokio::test]
async fn a_file_that_is_no_list_comes_back_with_what_is_wrong() {
    let village = Village::settle(false).await;
    let desk = Browser::of(&village, CONNECTICUT, "desk").await;
    for (bytes, told) in
        [(&b"PK\x03\x04"[..], "This is a workbook"), (b"\r\n", "Nothing stands in this file")]
    {
        let shown = bring(&desk, "list.xlsx", bytes).await;
        assert_eq!(shown.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(shown.body.contains(told) && shown.body.contains("id=\"list-wrong\""), "{}", shown.body);
    }
    let forgotten =
        desk.get("/cooperate-connecticut/lists/brought/018f0000-0000-7000-8000-000000000001").await;
    assert_eq!(forgotten.status, StatusCode::NOT_FOUND);
}

/// Whoever does not keep the list of members brings none, finds nobody else's, and takes no addresses.
#[tokio::test]
async fn lists_are_for_whoever_keeps_the_members() {
    let village = Village::settle(false).await;
    let desk = Browser::of(&village, CONNECTICUT, "desk").await;
    let address = bring(&desk, "people.csv", b"Name\nIda Moss\n").await.leads_to().to_owned();
    let group = [("list-group".to_owned(), "all@example.org".to_owned())];
    assert_eq!(send(&desk, "/cooperate-connecticut/lists/group", &group).await.status, StatusCode::SEE_OTHER);
    let files =
        ["/cooperate-connecticut/lists/group/1/joined.csv", "/cooperate-connecticut/lists/group/1/left.csv"];
    assert!(desk.get(files[0]).await.body.contains("@example.org,USER,MEMBER"));

    let before = height(&village);
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let stranger = Browser::stranger(&village);
    for (name, browser) in [("a member", &rosa), ("a stranger", &stranger)] {
        let brought = bring(browser, "people.csv", b"Name\nOle Ruud\n").await;
        assert_eq!(brought.status, StatusCode::CONFLICT, "{name}");
        assert!(
            brought.body.contains("power_must_be_held") || brought.body.contains("desk_must_record"),
            "{name}: {}",
            brought.body
        );
        let seen = [("seen".to_owned(), "0".to_owned())];
        assert!(!browser.get(&address).await.body.contains("Ida Moss"), "{name}");
        assert!(!send(browser, &format!("{address}/enter"), &seen).await.status.is_redirection(), "{name}");
        assert!(!send(browser, &format!("{address}/forget"), &[]).await.status.is_redirection(), "{name}");
        assert!(
            !send(browser, "/cooperate-connecticut/lists/group", &group).await.status.is_redirection(),
            "{name}"
        );
        for file in files {
            assert!(!browser.get(file).await.body.contains("example.org,"), "{name}: {file}");
            assert!(!browser.get(file).await.status.is_success(), "{name}: {file}");
        }
    }
    assert_eq!(height(&village), before);
    let list = rosa.get("/cooperate-connecticut/lists/members.csv").await;
    assert_eq!(list.status, StatusCode::OK);
    assert!(list.body.contains("Rosa Vega") && !list.body.contains("E-mail"), "{}", list.body);
    assert!(
        desk.get("/cooperate-connecticut/lists/members.csv").await.body.contains("rosa.vega@example.org")
    );
    assert!(
        !rosa.get("/cooperate-connecticut/lists").await.body.contains("name=\"list\""),
        "no form for her"
    );
    for file in ["members.csv", "register.pdf"] {
        let answer = stranger.get(&format!("/cooperate-connecticut/lists/{file}")).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{file}");
    }
    // The desk's list is the desk's: a steward does not find it either.
    let steward = Command::GiveOffice {
        office: Slug::new("steward"),
        person: village.person("Rosa Vega"),
        from: "2026-03-19".parse().unwrap(),
        until: None,
    };
    assert!(matches!(village.ask(CONNECTICUT, By::Desk, steward).await, Answer::Done(_)));
    assert_eq!(rosa.get(&address).await.status, StatusCode::NOT_FOUND);
    let hers = bring(&rosa, "people.csv", b"Name\nOle Ruud\n").await;
    assert_eq!(hers.status, StatusCode::SEE_OTHER, "now she keeps the list of members");
    assert_eq!(desk.get(hers.leads_to()).await.status, StatusCode::NOT_FOUND);
}

/// Somebody whose time is over goes by the clock, from a list that waits to be confirmed too.
#[tokio::test]
async fn a_list_that_waits_is_forgotten_when_the_clock_erases_somebody() {
    let village = Village::settle(false).await;
    let luz = village.person("Luz Okafor");
    let registrar = village.site.registers.registrar(&Slug::new(CONNECTICUT)).unwrap();
    let (membership, on) =
        (registrar.state().party(luz).unwrap().memberships[0], "2026-03-31".parse().unwrap());
    let end = Command::EndMembership { membership, on, basis: "notice".to_owned() };
    assert!(matches!(village.ask(CONNECTICUT, By::Desk, end).await, Answer::Done(_)));
    village.at("2027-04-01T12:00:00Z");
    let desk = Browser::of(&village, CONNECTICUT, "desk").await;
    let list = "Name,Tier,Member since\r\nLuz Okafor,Cooperator,1/31/2022\r\n";
    let address = bring(&desk, "network.csv", list.as_bytes()).await.leads_to().to_owned();
    assert!(desk.get(&address).await.body.contains("Luz Okafor"));
    village.site.tick().await;
    assert_eq!(registrar.state().party(luz).unwrap().name(), None, "the bylaws keep her for 12 months");
    assert!(!desk.get(&address).await.body.contains("Luz Okafor"));
}
