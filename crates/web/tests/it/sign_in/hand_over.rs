//! Links that the desk hands over, and nobody else does.

use axum::http::StatusCode;
use rochdale_core::command::{By, Command};
use rochdale_register::Answer;
use rochdale_web::entrance::{Entrance, MailWay, Origin};

use crate::{
    browse::Browser,
    village::{COASSEMBLY, CONNECTICUT, Village},
};

async fn village(mail: MailWay) -> Village {
    let origin = Origin::new("http://localhost:8080").unwrap();
    Village::settle(false).await.behind(Entrance::new(origin, mail))
}

#[tokio::test]
async fn the_desk_hands_a_link_over_once() {
    for mail in [MailWay::None, MailWay::Folder] {
        let village = village(mail).await;
        let person = format!("/coassembly/members/{}", village.person("Ana Lin"));
        let desk = Browser::of(&village, COASSEMBLY, "desk").await;
        assert!(desk.get(&person).await.body.contains("Make a sign-in link"));
        let made = desk.send(&format!("{person}/link"), &[]).await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.body);
        let path = made.body.split("http://localhost:8080").nth(1).unwrap().split('<').next().unwrap();
        let signed_in = Browser::stranger(&village).send(path, &[]).await;
        assert_eq!(signed_in.leads_to(), "/coassembly/today");
        assert!(!desk.get(&person).await.body.contains("/sign-in/link/"), "it is shown once");
        assert_eq!(Browser::stranger(&village).send(path, &[]).await.status, StatusCode::GONE);
    }
}

#[tokio::test]
async fn for_whoever_is_reached_by_mail_none_is_made() {
    let village = village(MailWay::Server).await;
    let desk = Browser::of(&village, COASSEMBLY, "desk").await;
    let person = format!("/coassembly/members/{}", village.person("Ana Lin"));
    let page = desk.get(&person).await;
    assert!(page.body.contains("gets links by mail") && !page.body.contains("Make a sign-in link"));
    assert_eq!(desk.send(&format!("{person}/link"), &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_but_the_desk_makes_a_link() {
    let village = village(MailWay::None).await;
    let path = format!("/coassembly/members/{}/link", village.person("Ana Lin"));
    for other in [
        Browser::of(&village, COASSEMBLY, "Ana Lin").await,
        Browser::of(&village, COASSEMBLY, "Bo Chen").await,
        Browser::of(&village, CONNECTICUT, "desk").await,
        Browser::stranger(&village),
    ] {
        let sent = other.send(&path, &[]).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND);
        assert!(!sent.body.contains("/sign-in/link/"));
        assert!(!other.get(path.trim_end_matches("/link")).await.body.contains("Make a sign-in link"));
    }
}

#[tokio::test]
async fn there_is_no_link_for_what_is_no_person() {
    let village = village(MailWay::None).await;
    let desk = Browser::of(&village, CONNECTICUT, "desk").await;
    let bakery = village.person("Riverside Bread");
    let kai = village.person("Kai Yeh");
    let erased = village.ask(COASSEMBLY, By::Desk, Command::ErasePerson { party: kai }).await;
    assert!(matches!(erased, Answer::Done(_)), "{erased:?}");
    let of_coassembly = Browser::of(&village, COASSEMBLY, "desk").await;
    for (browser, path) in [
        (&desk, format!("/cooperate-connecticut/members/{bakery}/link")),
        (&desk, "/cooperate-connecticut/members/0/link".to_owned()),
        (&desk, "/cooperate-connecticut/members/99999/link".to_owned()),
        (&of_coassembly, format!("/coassembly/members/{kai}/link")),
    ] {
        assert_eq!(browser.send(&path, &[]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
