//! Sessions: their cookies, their list, their end.

use axum::http::StatusCode;
use rochdale_core::values::Slug;
use rochdale_register::{Begun, Kind, Secret};
use rochdale_web::entrance::{Entrance, MailWay, Origin};

use super::link;
use crate::{
    browse::Browser,
    village::{COASSEMBLY, CONNECTICUT, Village},
};

fn ids(body: &str) -> Vec<String> {
    body.split("name=\"id\" value=\"").skip(1).map(|rest| rest[..64].to_owned()).collect()
}

#[tokio::test]
async fn by_https_a_cookie_is_bound_to_the_host() {
    let village = Village::settle(false).await;
    let ana = village.person("Ana Lin");
    let plain = link(&village, COASSEMBLY, ana).await;
    let signed_in = Browser::stranger(&village).send(&plain, &[]).await;
    let [cookie] = signed_in.cookies()[..] else { panic!("one cookie") };
    assert!(cookie.starts_with("session="), "on this machine alone: {cookie}");
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }

    let origin = Origin::new("https://members.example.org").unwrap();
    let village = village.behind(Entrance::new(origin, MailWay::Server));
    let path = link(&village, COASSEMBLY, ana).await;
    let signed_in = Browser::stranger(&village).send(&path, &[]).await;
    let [cookie] = signed_in.cookies()[..] else { panic!("one cookie") };
    assert!(cookie.starts_with("__Host-session="), "{cookie}");
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/", "Secure"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
    let ana = Browser::with_cookie(&village, signed_in.cookie());
    assert_eq!(ana.get("/coassembly/account").await.status, StatusCode::OK);
    // The name without the prefix, which another host could set, is not looked at.
    let planted = Browser::with_cookie(&village, &signed_in.cookie().replace("__Host-", ""));
    assert_eq!(planted.get("/coassembly/account").await.status, StatusCode::UNAUTHORIZED);
    let out = ana.send("/sign-out", &[]).await;
    let [gone] = out.cookies()[..] else { panic!("one cookie") };
    assert!(
        gone.starts_with("__Host-session=;") && gone.contains("Secure") && gone.contains("Path=/"),
        "{gone}"
    );
}

#[tokio::test]
async fn a_session_that_somebody_planted_is_not_the_one_that_begins() {
    let village = Village::settle(false).await;
    // Whoever means ill signs in, and gives the victim their own cookie, or one they made up.
    let planted = village.session(COASSEMBLY, "Bo Chen").await;
    for planted in [planted.clone(), "a".repeat(64)] {
        let victim = Browser::with_cookie(&village, &format!("session={planted}"));
        let path = link(&village, COASSEMBLY, village.person("Ana Lin")).await;
        let signed_in = victim.send(&path, &[]).await;
        let fresh = signed_in.cookie();
        assert_ne!(fresh, format!("session={planted}"));
        assert!(
            Browser::with_cookie(&village, fresh)
                .get("/coassembly/today")
                .await
                .body
                .contains("You are Ana Lin")
        );
        // The planted one is worth nothing any more, to anybody.
        let old = Browser::with_cookie(&village, &format!("session={planted}"));
        assert_eq!(old.get("/coassembly/today").await.status, StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    assert_eq!(ana.get("/coassembly/today").await.status, StatusCode::OK);
    ana.send("/sign-out", &[]).await;
    // The browser still sends the cookie.
    assert_eq!(ana.get("/coassembly/today").await.status, StatusCode::UNAUTHORIZED);
    let sent = ana.send("/coassembly/account/end-others", &[]).await;
    assert_eq!(sent.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_member_sees_and_ends_their_own_sessions() {
    let village = Village::settle(false).await;
    let here = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let phone = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let laptop = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let page = here.get("/coassembly/account").await;
    assert_eq!(page.status, StatusCode::OK);
    let others = ids(&page.body);
    assert_eq!(others.len(), 2, "{}", page.body);
    assert_eq!(page.body.matches("this browser").count(), 1);
    for secret in page.body.split('"').filter(|part| part.len() == 64) {
        let names_a_session =
            Secret::from_text(secret).is_some_and(|secret| others.contains(&secret.hash().to_string()));
        assert!(!names_a_session, "the page shows a secret");
    }

    here.send("/coassembly/account/end", &[("id", &others[0])]).await;
    let alive = [phone.get("/coassembly/today").await.status, laptop.get("/coassembly/today").await.status];
    assert_eq!(alive.iter().filter(|status| **status == StatusCode::UNAUTHORIZED).count(), 1, "{alive:?}");
    let third = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    here.send("/coassembly/account/end-others", &[]).await;
    for gone in [&phone, &laptop, &third] {
        assert_eq!(gone.get("/coassembly/today").await.status, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(here.get("/coassembly/today").await.status, StatusCode::OK);
}

#[tokio::test]
async fn nobody_sees_or_ends_the_session_of_another() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let other_of_ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let theirs = ids(&ana.get("/coassembly/account").await.body);
    assert_eq!(theirs.len(), 1);
    let others = [
        Browser::of(&village, COASSEMBLY, "Bo Chen").await,
        Browser::of(&village, COASSEMBLY, "desk").await,
        Browser::of(&village, CONNECTICUT, "Rosa Vega").await,
        Browser::stranger(&village),
    ];
    for other in &others {
        let page = other.get("/coassembly/account").await;
        assert!(!page.body.contains(&theirs[0]), "{}", page.body);
        for path in ["/coassembly/account/end", "/cooperate-connecticut/account/end"] {
            let sent = other.send(path, &[("id", &theirs[0])]).await;
            assert!(sent.status.is_client_error(), "{path}: {}", sent.status);
        }
        other.send("/coassembly/account/end-others", &[]).await;
    }
    for still in [&ana, &other_of_ana] {
        assert_eq!(still.get("/coassembly/today").await.status, StatusCode::OK);
    }
    for id in ["", "x", "0"] {
        assert!(ana.send("/coassembly/account/end", &[("id", id)]).await.status.is_client_error(), "{id}");
    }
}

#[tokio::test]
async fn a_list_says_which_browser_and_when() {
    let village = Village::settle(false).await;
    let path = link(&village, COASSEMBLY, village.person("Ana Lin")).await;
    let request = axum::http::Request::post(&path)
        .header("sec-fetch-site", "same-origin")
        .header("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
        .header("content-type", "application/x-www-form-urlencoded");
    let signed_in = Browser::stranger(&village).ask(request, axum::body::Body::empty()).await;
    village.at("2026-03-21T02:00:00Z");
    let ana = Browser::with_cookie(&village, signed_in.cookie());
    let now = rochdale_register::Clock::now(&*village.clock);
    let database = village.site.registers.database();
    let (org, party) = (Slug::new(COASSEMBLY), Some(village.person("Ana Lin")));
    database
        .issue(Kind::Token, &org, party, ("calendar <b>", Begun::Token), now, jiff::Timestamp::MAX)
        .await
        .unwrap();
    let page = ana.get("/coassembly/account").await.body;
    for told in
        ["Firefox, Linux", "a program: calendar &lt;b&gt;", "March 20, 2026", "last seen March 21, 2026"]
    {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(!page.contains("Gecko"), "no more is kept of a browser than tells it from another");
}
