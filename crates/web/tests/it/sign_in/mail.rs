//! The desk's page of what mail was sent.

use axum::http::StatusCode;
use rochdale_core::values::Slug;
use rochdale_register::{Clock, Outcome, Status};

use super::mails;
use crate::{
    browse::Browser,
    village::{COASSEMBLY, CONNECTICUT, Village},
};

#[tokio::test]
async fn the_desk_sees_what_became_of_mail() {
    let village = Village::settle(false).await;
    let desk = Browser::of(&village, COASSEMBLY, "desk").await;
    assert!(desk.get("/coassembly/mail").await.body.contains("No mail has been queued yet"));
    assert!(desk.get("/coassembly/members").await.body.contains("href=\"/coassembly/mail\""));
    let sent = desk.send("/coassembly/mail/test", &[("email", "office@example.org")]).await;
    assert_eq!(sent.leads_to(), "/coassembly/mail");
    mails(&village, COASSEMBLY, 1).await;
    let database = village.site.registers.database();
    let now = village.clock.now();
    let taken = database.take_mail(None, now).await.unwrap().unwrap();
    let said = "550 5.1.1 <script>no such mailbox".to_owned();
    database.mail_was_tried(&taken, &Outcome { status: Status::Failed, said, next: now }, now).await.unwrap();
    let page = desk.get("/coassembly/mail").await.body;
    for told in ["office@example.org", "refused", "550 5.1.1 &lt;script&gt;no such mailbox", "One mail"] {
        assert!(page.contains(told), "{told}: {page}");
    }
    for wrong in ["", "nobody", "a@b\r\nBcc: c@d"] {
        let sent = desk.send("/coassembly/mail/test", &[("email", wrong)]).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    assert_eq!(database.mail_count(&Slug::new(COASSEMBLY)).await.unwrap(), 1);
}

#[tokio::test]
async fn nobody_but_the_desk_sees_it_or_sends_a_test() {
    let village = Village::settle(false).await;
    let desk = Browser::of(&village, COASSEMBLY, "desk").await;
    desk.send("/coassembly/mail/test", &[("email", "office@example.org")]).await;
    mails(&village, COASSEMBLY, 1).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    assert!(!ana.get("/coassembly/members").await.body.contains("href=\"/coassembly/mail\""));
    for other in [
        Browser::of(&village, COASSEMBLY, "Ana Lin").await,
        Browser::of(&village, CONNECTICUT, "desk").await,
        Browser::stranger(&village),
    ] {
        let page = other.get("/coassembly/mail").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert!(!page.body.contains("office@example.org"));
        let sent = other.send("/coassembly/mail/test", &[("email", "eve@evil.example")]).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND);
    }
    // The other co-op's desk has a page of its own, with nothing of this one on it.
    let elsewhere = Browser::of(&village, CONNECTICUT, "desk").await.get("/cooperate-connecticut/mail").await;
    assert!(elsewhere.status == StatusCode::OK && !elsewhere.body.contains("office@example.org"));
    assert_eq!(mails(&village, COASSEMBLY, 1).await.len(), 1);
}

#[tokio::test]
async fn a_desk_does_not_fill_a_mailbox() {
    let village = Village::settle(false).await;
    let desk = Browser::of(&village, COASSEMBLY, "desk").await;
    let mut sent = 0;
    while desk.send("/coassembly/mail/test", &[("email", "bo.chen@example.org")]).await.status
        != StatusCode::TOO_MANY_REQUESTS
    {
        sent += 1;
    }
    assert_eq!(sent, 5);
}
