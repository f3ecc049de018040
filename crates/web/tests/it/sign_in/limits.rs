//! Whoever knocks too often waits, and nobody else does.

use axum::{
    body::Body,
    http::{HeaderName, Request, StatusCode, header},
};
use jiff::ToSpan;
use rochdale_register::Clock;
use rochdale_web::entrance::{Entrance, MailWay, Origin};

use super::mails;
use crate::{
    browse::{Browser, Shown},
    village::{COASSEMBLY, Village},
};

async fn behind_a_proxy() -> Village {
    let origin = Origin::new("https://members.example.org").unwrap();
    let client_header = Some(HeaderName::from_static("x-forwarded-for"));
    let entrance = Entrance { client_header, ..Entrance::new(origin, MailWay::Server) };
    Village::settle(false).await.behind(entrance)
}

/// A form that somebody at this address sends.
async fn from(village: &Village, client: &str, path: &str, body: &str) -> Shown {
    let request = Request::post(path)
        .header("sec-fetch-site", "same-origin")
        .header("x-forwarded-for", client)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    Browser::stranger(village).ask(request, Body::from(body.to_owned())).await
}

/// How many get through before the first is told to wait, and what that one is told.
async fn until_told_to_wait(
    village: &Village,
    client: &str,
    path: &str,
    body: impl Fn(u32) -> String,
) -> (u32, Shown) {
    for number in 0..200 {
        let shown = from(village, client, path, &body(number)).await;
        if shown.status == StatusCode::TOO_MANY_REQUESTS {
            return (number, shown);
        }
    }
    panic!("{path} is never too often");
}

#[tokio::test]
async fn whoever_knocks_too_often_waits_and_nobody_else_does() {
    let village = behind_a_proxy().await;
    let guess = "0".repeat(64);
    for (path, often) in [("/sign-in/mail", 10), (&format!("/sign-in/link/{guess}"), 30), ("/sign-in", 10)] {
        let body = |number: u32| format!("email=nobody{number}%40example.org&token={guess}");
        let (through, told) = until_told_to_wait(&village, "203.0.113.9", path, body).await;
        assert_eq!(through, often, "{path}");
        let wait: i64 = told.headers[header::RETRY_AFTER].to_str().unwrap().parse().unwrap();
        assert!((1..=120).contains(&wait), "{path}: {wait}");
        assert!(told.body.contains("Too often in a short time"), "{}", told.body);
        // Whatever else they write into the header; and their neighbour is not held up.
        assert_eq!(
            from(&village, "1.2.3.4, 203.0.113.9", path, &body(0)).await.status,
            StatusCode::TOO_MANY_REQUESTS
        );
        assert_ne!(
            from(&village, "203.0.113.10", path, &body(999)).await.status,
            StatusCode::TOO_MANY_REQUESTS
        );
        let now = village.clock.now();
        village.clock.set(now + wait.seconds());
        assert_ne!(
            from(&village, "203.0.113.9", path, &body(0)).await.status,
            StatusCode::TOO_MANY_REQUESTS,
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_mailbox_is_not_filled_from_many_addresses() {
    let village = behind_a_proxy().await;
    let mut sent = 0;
    for number in 0..20 {
        let client = format!("203.0.113.{number}");
        // However it is written, it is one mailbox.
        let address = if number % 2 == 0 { "ana.lin%40example.org" } else { "Ana.LIN%40example.org" };
        let shown = from(&village, &client, "/sign-in/mail", &format!("email={address}")).await;
        sent += u32::from(shown.status == StatusCode::OK);
    }
    assert_eq!(sent, 3);
    assert_eq!(mails(&village, COASSEMBLY, 3).await.len(), 3);
    let shown = from(&village, "198.51.100.1", "/sign-in/mail", "email=bo.chen%40example.org").await;
    assert_eq!(shown.status, StatusCode::OK, "another's mailbox is not held up");
}

#[tokio::test]
async fn passkeys_are_not_tried_without_end() {
    let village = behind_a_proxy().await;
    let mut through = 0;
    loop {
        let request = Request::post("/sign-in/passkey/ask")
            .header("sec-fetch-site", "same-origin")
            .header("x-forwarded-for", "203.0.113.9");
        let shown = Browser::stranger(&village).ask(request, Body::empty()).await;
        if shown.status == StatusCode::TOO_MANY_REQUESTS {
            break;
        }
        assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
        through += 1;
    }
    assert_eq!(through, 60);
}
