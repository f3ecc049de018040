//! Links: who gets one, what it opens, and that nothing else opens anything.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use rochdale_core::command::{By, Command};
use rochdale_register::{Answer, LINK_GOOD_FOR, LINK_HERE};
use rochdale_web::entrance::{Entrance, MailWay, Origin};

use super::{delivered, link, mails};
use crate::{
    browse::{Browser, Shown},
    village::{COASSEMBLY, CONNECTICUT, Village},
};

async fn asked(village: &Village, address: &str) -> Shown {
    Browser::stranger(village).send("/sign-in/mail", &[("email", address)]).await
}

fn is_let_in(shown: &Shown, way: &str) {
    assert_eq!((shown.status, shown.leads_to()), (StatusCode::SEE_OTHER, way), "{}", shown.body);
}

fn is_turned_away(what: &str, shown: &Shown) {
    assert_eq!(shown.status, StatusCode::GONE, "{what}: {}", shown.body);
    assert!(shown.cookies().is_empty(), "{what}");
    assert!(shown.body.contains("This link is no longer good"), "{what}: {}", shown.body);
    assert!(shown.body.contains("href=\"/sign-in\""), "{what}");
}

#[tokio::test]
async fn a_link_that_comes_by_mail_lets_its_owner_in() {
    let village = Village::settle(false).await;
    let answered = asked(&village, " Ana.Lin@example.ORG ").await;
    assert_eq!(answered.status, StatusCode::OK, "{}", answered.body);
    mails(&village, COASSEMBLY, 1).await;
    let [(to, path)] = &delivered(&village).await[..] else { panic!("one mail") };
    assert_eq!(to, "ana.lin@example.org");

    // A program that looks through mail opens the link, twice; the person still gets in.
    let stranger = Browser::stranger(&village);
    for _ in 0..2 {
        let opened = stranger.get(path).await;
        assert_eq!(opened.status, StatusCode::OK);
        assert!(opened.body.contains("Sign in as Ana Lin") && opened.cookies().is_empty(), "{}", opened.body);
    }
    let signed_in = stranger.send(path, &[]).await;
    is_let_in(&signed_in, "/coassembly/today");
    let ana = Browser::with_cookie(&village, signed_in.cookie());
    assert!(ana.get("/coassembly/today").await.body.contains("You are Ana Lin"));
    // In the other co-op she is nobody.
    assert_eq!(ana.get("/cooperate-connecticut/today").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn everybody_at_an_address_gets_a_link_of_their_own() {
    let village = Village::settle(false).await;
    let shared = "kitchen@example.org";
    for (org, name) in [(COASSEMBLY, "Lou One"), (COASSEMBLY, "Lou Two"), (CONNECTICUT, "Lou Three")] {
        village.enter_with_address(org, name, shared).await;
    }
    asked(&village, shared).await;
    mails(&village, COASSEMBLY, 2).await;
    mails(&village, CONNECTICUT, 1).await;
    let mut let_in = Vec::new();
    for (to, path) in delivered(&village).await {
        assert_eq!(to, shared);
        let opened = Browser::stranger(&village).get(&path).await;
        let name = opened.body.split("<h1>Sign in as ").nth(1).unwrap().split('<').next().unwrap().to_owned();
        let signed_in = Browser::stranger(&village).send(&path, &[]).await;
        let_in.push((name, signed_in.leads_to().to_owned()));
    }
    let_in.sort();
    let expected = [
        ("Lou One", "/coassembly/today"),
        ("Lou Three", "/cooperate-connecticut/today"),
        ("Lou Two", "/coassembly/today"),
    ];
    assert_eq!(let_in, expected.map(|(name, way)| (name.to_owned(), way.to_owned())));
}

/// Body, status and headers are the same byte for byte but for the address that was typed.
#[tokio::test]
async fn nobody_learns_who_is_known() {
    let village = Village::settle(false).await;
    let known = asked(&village, "ana.lin@example.org").await;
    let unknown = asked(&village, "ana.lim@example.org").await;
    assert_eq!(known.status, unknown.status);
    assert_eq!(known.headers, unknown.headers);
    assert_eq!(known.body.replace("ana.lin@", "X@"), unknown.body.replace("ana.lim@", "X@"));
    assert_eq!(mails(&village, COASSEMBLY, 1).await.len(), 1, "nothing is sent to whoever is unknown");
    assert!(mails(&village, CONNECTICUT, 0).await.is_empty());
    // Limits are the same too: they count what was typed.
    for address in ["ana.lin@example.org", "ana.lim@example.org"] {
        asked(&village, address).await;
        asked(&village, address).await;
        assert_eq!(asked(&village, address).await.status, StatusCode::TOO_MANY_REQUESTS, "{address}");
    }
}

#[tokio::test]
async fn a_mail_is_written_in_the_language_that_its_reader_chose() {
    let village = Village::settle(false).await;
    // Whoever asks, in whatever language: the mail is for Ana, in the language of her co-op's bylaws.
    Browser::stranger(&village)
        .reading("es")
        .send("/sign-in/mail", &[("email", "ana.lin@example.org")])
        .await;
    let first = mails(&village, COASSEMBLY, 1).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    ana.send("/language", &[("language", "es")]).await;
    village.at("2026-03-20T03:00:00Z");
    asked(&village, "ana.lin@example.org").await;
    let both = mails(&village, COASSEMBLY, 2).await;
    assert!(both[0].mail.body.starts_with("Hola:"), "{}", both[0].mail.body);
    assert!(!both[0].mail.body.contains("Ana"), "it names nobody: {}", both[0].mail.body);
    assert!(!first[0].mail.body.starts_with("Hola"), "{}", first[0].mail.body);
    for one in both {
        assert_eq!(one.mail.body.matches(LINK_HERE).count(), 1, "no secret stands in the outbox");
    }
}

#[tokio::test]
async fn a_link_that_is_not_good_lets_nobody_in() {
    let village = Village::settle(false).await;
    let ana = village.person("Ana Lin");
    let used = link(&village, COASSEMBLY, ana).await;
    is_let_in(&Browser::stranger(&village).send(&used, &[]).await, "/coassembly/today");
    let replaced = link(&village, COASSEMBLY, ana).await;
    let good = link(&village, COASSEMBLY, ana).await;
    let mut flipped = good.clone().into_bytes();
    let last = flipped.last_mut().unwrap();
    *last = if *last == b'0' { b'1' } else { b'0' };
    let flipped = String::from_utf8(flipped).unwrap();
    let of_old = village.session(COASSEMBLY, "Bo Chen").await;
    for (what, path) in [
        ("used", used.as_str()),
        ("replaced", &replaced),
        ("guessed", "/sign-in/link/0000000000000000000000000000000000000000000000000000000000000000"),
        ("almost", &flipped),
        ("a session", &format!("/sign-in/link/{of_old}")),
        ("short", "/sign-in/link/0"),
        ("odd", "/sign-in/link/%00%0d%0a"),
        ("evil", "/sign-in/link/%3Cscript%3E"),
    ] {
        let stranger = Browser::stranger(&village);
        is_turned_away(what, &stranger.get(path).await);
        is_turned_away(what, &stranger.send(path, &[]).await);
    }
    // One page for all of them: nobody learns which it was.
    let pages = [&used, &replaced, "/sign-in/link/0"].map(|path| {
        let stranger = Browser::stranger(&village);
        async move { stranger.get(path).await.body.replace(path, "") }
    });
    let mut told = Vec::new();
    for page in pages {
        told.push(page.await);
    }
    assert!(told.windows(2).all(|pair| pair[0] == pair[1]));

    let now = rochdale_register::Clock::now(&*village.clock);
    village.clock.set(now + LINK_GOOD_FOR);
    is_turned_away("expired", &Browser::stranger(&village).send(&good, &[]).await);
}

#[tokio::test]
async fn of_many_who_press_at_the_same_time_one_is_let_in() {
    let village = Village::settle(false).await;
    let path = link(&village, COASSEMBLY, village.person("Ana Lin")).await;
    let router = rochdale_web::router(village.site.clone());
    let tries: Vec<_> = (0..16)
        .map(|_| {
            let request = Request::post(&path)
                .header("sec-fetch-site", "same-origin")
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(Body::empty());
            tokio::spawn(tower::ServiceExt::oneshot(router.clone(), request.unwrap()))
        })
        .collect();
    let mut let_in = 0;
    for one in tries {
        let_in += usize::from(one.await.unwrap().unwrap().headers().contains_key(header::SET_COOKIE));
    }
    assert_eq!(let_in, 1);
}

#[tokio::test]
async fn whoever_was_erased_is_not_let_in_by_an_old_link() {
    let village = Village::settle(false).await;
    let kai = village.person("Kai Yeh");
    let path = link(&village, COASSEMBLY, kai).await;
    let erased = village.ask(COASSEMBLY, By::Desk, Command::ErasePerson { party: kai }).await;
    assert!(matches!(erased, Answer::Done(_)), "{erased:?}");
    is_turned_away("erased", &Browser::stranger(&village).send(&path, &[]).await);
    asked(&village, "kai.yeh@example.org").await;
    asked(&village, "ana.lin@example.org").await;
    let mails = mails(&village, COASSEMBLY, 1).await;
    assert_eq!(
        mails.iter().map(|one| one.mail.recipient.as_str()).collect::<Vec<_>>(),
        ["ana.lin@example.org"]
    );
}

#[tokio::test]
async fn an_address_brings_no_header_and_no_html() {
    let village = Village::settle(false).await;
    for evil in [
        "ana.lin@example.org\r\nBcc: eve@evil.example",
        "ana.lin@example.org\nBcc: eve@evil.example",
        "ana.lin@example.org,eve@evil.example",
        "<script>alert(1)</script>@example.org",
        "nobody",
    ] {
        let shown = asked(&village, evil).await;
        assert_eq!(shown.status, StatusCode::UNPROCESSABLE_ENTITY, "{evil:?}");
        assert!(!shown.body.contains("<script>"), "{}", shown.body);
    }
    assert!(mails(&village, COASSEMBLY, 0).await.is_empty());
    let shown = asked(&village, "&\"'@example.org").await;
    assert!(!shown.body.contains("&\"'@"), "{}", shown.body);
}

/// What a request says of the site it means is written into no mail.
#[tokio::test]
async fn links_lead_to_the_site_and_nowhere_else() {
    let village = Village::settle(false).await;
    let request = Request::post("/sign-in/mail")
        .header("sec-fetch-site", "same-origin")
        .header("x-forwarded-host", "evil.example")
        .header("origin", "http://co-ops.example")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let body = Body::from("email=ana.lin%40example.org&return=https%3A%2F%2Fevil.example");
    assert_eq!(Browser::stranger(&village).ask(request, body).await.status, StatusCode::OK);
    mails(&village, COASSEMBLY, 1).await;
    // `delivered` takes links of the site alone out of the mail; the browser above said `co-ops.example`.
    let [(_, path)] = &delivered(&village).await[..] else { panic!("one mail") };
    let sent = Browser::stranger(&village).send(path, &[("return", "https://evil.example")]).await;
    is_let_in(&sent, "/coassembly/today");
}

#[tokio::test]
async fn no_other_site_signs_anybody_in_or_asks_for_links() {
    let village = Village::settle(false).await;
    let path = link(&village, COASSEMBLY, village.person("Ana Lin")).await;
    let stranger = Browser::stranger(&village);
    for site in ["cross-site", "same-site"] {
        for (address, fields) in
            [("/sign-in/mail", &[("email", "ana.lin@example.org")][..]), (path.as_str(), &[])]
        {
            let turned = stranger.send_from(site, address, fields).await;
            assert_eq!(turned.status, StatusCode::FORBIDDEN, "{site} {address}");
            assert!(turned.cookies().is_empty());
        }
    }
    assert!(mails(&village, COASSEMBLY, 0).await.is_empty());
    is_let_in(&stranger.send(&path, &[]).await, "/coassembly/today");
}

#[tokio::test]
async fn where_no_mail_leaves_nobody_is_told_to_wait_for_it() {
    let village = Village::settle(false).await;
    let origin = Origin::new("https://members.example.org").unwrap();
    let village = village.behind(Entrance::new(origin, MailWay::None));
    let page = Browser::stranger(&village).get("/sign-in").await;
    assert!(page.body.contains("This site sends no mail") && !page.body.contains("name=\"email\""));
    asked(&village, "ana.lin@example.org").await;
    assert!(mails(&village, COASSEMBLY, 0).await.is_empty());
}

/// The address of a link is a secret: no answer hands it on.
#[tokio::test]
async fn the_page_of_a_link_tells_no_other_site_of_it() {
    let village = Village::settle(false).await;
    let path = link(&village, COASSEMBLY, village.person("Ana Lin")).await;
    let page = Browser::stranger(&village).get(&path).await;
    assert_eq!(page.headers["referrer-policy"], "same-origin");
    assert_eq!(page.headers["cache-control"], "no-store");
    for address in ["http://", "https://", "//"] {
        assert!(
            !page.body.contains(&format!("href=\"{address}"))
                && !page.body.contains(&format!("src=\"{address}"))
        );
    }
}
