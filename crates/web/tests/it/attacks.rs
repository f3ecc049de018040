//! What somebody who means ill tries, and comes to nothing.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use rochdale_core::{
    command::{By, Command},
    personal::Personal,
    values::Slug,
};
use rochdale_register::{Answer, Begun, Kind};

use crate::{
    api,
    browse::{Browser, Shown},
    village::{COASSEMBLY, CONNECTICUT, Village},
};

const ONE: &str = "018f0000-0000-7000-8000-000000000001";

fn height(village: &Village, org: &str) -> u64 {
    village.site.registers.registrar(&Slug::new(org)).unwrap().head().height
}

/// The headers that no answer goes without.
fn is_guarded(what: &str, shown: &Shown) {
    let policy = shown.headers.get("content-security-policy").map(|value| value.to_str().unwrap());
    let policy = policy.unwrap_or_else(|| panic!("{what}: no content security policy"));
    for needed in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
        assert!(policy.contains(needed), "{what}: {policy}");
    }
    assert_eq!(shown.headers["x-content-type-options"], "nosniff", "{what}");
    assert_eq!(shown.headers["referrer-policy"], "same-origin", "{what}");
    assert!(shown.headers.contains_key("cache-control"), "{what}");
}

#[tokio::test]
async fn every_answer_carries_its_guards() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let stranger = Browser::stranger(&village);
    let wrong = ana.ask(Request::delete("/coassembly/proposals"), Body::empty()).await;
    for (what, shown, status) in [
        ("a page", ana.get("/coassembly/today").await, 200),
        ("a redirection", stranger.send("/theme", &[("theme", "dark")]).await, 303),
        ("an address that makes no sense", ana.get("/coassembly/members/x").await, 400),
        ("a page to sign in for", stranger.get("/coassembly/today").await, 401),
        ("a form from elsewhere", ana.send_from("cross-site", "/theme", &[("theme", "dark")]).await, 403),
        ("nothing", stranger.get("/assets/nothing.css").await, 404),
        ("a verb that is not", wrong, 405),
        ("a refusal", stranger.get("/coassembly/members").await, 409),
        ("too much", ana.send("/theme", &[("theme", &"x".repeat(3 << 20))]).await, 413),
        ("a form that makes no sense", ana.send("/coassembly/proposals/1/stance", &[]).await, 422),
        ("a program without a token", stranger.get("/api/v1/coassembly/members").await, 401),
    ] {
        assert_eq!(shown.status.as_u16(), status, "{what}");
        is_guarded(what, &shown);
    }
}

#[tokio::test]
async fn no_other_site_sends_a_form_in_somebodys_name() {
    let village = Village::settle(true).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let (before, membership) = (height(&village, COASSEMBLY), village.membership("Ana Lin").to_string());
    let fields = [("request", ONE), ("membership", membership.as_str()), ("stance", "agree")];
    for site in ["cross-site", "same-site"] {
        for path in [
            "/coassembly/proposals/3/stance",
            "/coassembly/today",
            "/demo",
            "/sign-in",
            "/sign-out",
            "/language",
        ] {
            let turned = ana.send_from(site, path, &fields).await;
            assert_eq!(turned.status, StatusCode::FORBIDDEN, "{site} {path}");
            assert!(!turned.headers.contains_key(header::SET_COOKIE), "{site} {path}");
        }
    }
    // A browser so old that it says only where the form comes from.
    for origin in ["https://evil.example", "null", "http://co-ops.example.evil.example"] {
        let request = Request::post("/coassembly/proposals/3/stance")
            .header(header::ORIGIN, origin)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let body = format!("request={ONE}&membership={membership}&stance=agree");
        assert_eq!(ana.ask(request, Body::from(body)).await.status, StatusCode::FORBIDDEN, "{origin}");
    }
    assert_eq!(height(&village, COASSEMBLY), before);
}

#[tokio::test]
async fn the_way_back_leads_to_no_other_site() {
    let village = Village::settle(false).await;
    let stranger = Browser::stranger(&village);
    // Browsers take tabs and line ends out of an address before they read it.
    for way in [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/ /evil.example",
        "\t//evil.example",
        "javascript:alert(1)",
        "/\u{ff0f}evil.example",
        "/caf\u{e9}",
    ] {
        for (path, field) in [("/language", ("language", "es")), ("/theme", ("theme", "dark"))] {
            let sent = stranger.send(path, &[field, ("return", way)]).await;
            assert_eq!((sent.status, sent.leads_to()), (StatusCode::SEE_OTHER, "/"), "{way:?}");
        }
    }
    let sent =
        stranger.send("/theme", &[("theme", "dark"), ("return", "/coassembly/bylaws/GOV-06?x=%20y")]).await;
    assert_eq!(sent.leads_to(), "/coassembly/bylaws/GOV-06?x=%20y");
}

#[tokio::test]
async fn assets_are_no_way_into_the_disk() {
    let village = Village::settle(false).await;
    let stranger = Browser::stranger(&village);
    for path in [
        "/assets/../Cargo.toml",
        "/assets/..%2f..%2fCargo.toml",
        "/assets/%2e%2e%2fCargo.toml",
        "/assets/..%5cCargo.toml",
        "/assets/look.css",
        "/assets/%00",
        "/assets//etc/passwd",
        "/assets/%2fetc%2fpasswd",
    ] {
        let shown = stranger.get(path).await;
        assert_eq!(shown.status, StatusCode::NOT_FOUND, "{path}");
        assert!(!shown.body.contains("[package]") && !shown.body.contains("root:"), "{path}");
    }
}

#[tokio::test]
async fn what_is_said_back_is_text() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let evil = "%3Cscript%3Ealert(1)%3C/script%3E%22onload=%22";
    for path in [
        format!("/{evil}"),
        format!("/coassembly/bylaws/{evil}"),
        format!("/coassembly/members/{evil}"),
        format!("/coassembly/members?class={evil}"),
        format!("/coassembly/members?page={evil}"),
        format!("/coassembly/proposals/new?matter={evil}"),
        format!("/problems/{evil}"),
        format!("/coassembly?{evil}"),
    ] {
        let shown = ana.get(&path).await;
        assert!(!shown.body.contains("<script"), "{path}: {}", shown.body);
        assert!(!shown.body.contains("\"onload"), "{path}: {}", shown.body);
    }
    let sent = ana.send("/coassembly/proposals/3/%3Cimg%20src=x%3E", &[("request", "<img src=x>")]).await;
    assert!(!sent.body.contains("<img"), "{}", sent.body);
}

/// A title, a text, a reason and a name, each full of HTML, on every page that shows them.
#[tokio::test]
async fn html_in_words_stays_words() {
    let village = Village::settle(false).await;
    let evil = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    let details = Personal {
        name: evil.into(),
        email: None,
        place: Some(evil.into()),
        salt: "0123456789abcdef".into(),
    };
    let entered = village.ask(COASSEMBLY, By::Desk, Command::EnterPerson { details }).await;
    assert!(matches!(entered, Answer::Done(_)), "{entered:?}");
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let text = format!(
        "{evil}\n\n[a](javascript:alert(3)) [b](java\tscript:alert(3)) <a href=\"javascript:alert(4)\">c</a> ![d](https://evil.example/d.png)\n\n<table><th onclick=alert(5)>"
    );
    let fields = [
        ("request", ONE),
        ("matter", "day-to-day"),
        ("title", evil),
        ("text", &text),
        ("owner", ""),
        ("deadline", ""),
    ];
    let written = ana.send("/coassembly/proposals/new", &fields).await;
    let proposal = written.leads_to().to_owned();
    assert_eq!(proposal, "/coassembly/proposals/5", "{}", written.body);
    let newest = "/coassembly/register";
    for path in [
        proposal.as_str(),
        "/coassembly/proposals",
        "/coassembly/today",
        newest,
        "/coassembly/members",
        "/coassembly/proposals/new?matter=day-to-day",
    ] {
        let shown = ana.get(path).await;
        assert_eq!(shown.status, StatusCode::OK, "{path}");
        for forbidden in ["<img", "<script", "<a href=\"java", "<th onclick", "<table><th"] {
            assert!(!shown.body.contains(forbidden), "{path}: {forbidden}");
        }
    }
    assert!(
        ana.get(&proposal).await.body.contains("&lt;script&gt;"),
        "the words are shown as they were written"
    );
}

#[tokio::test]
async fn very_long_and_very_odd_input_is_told_and_changes_nothing() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let long = "x".repeat(100_000);
    let fields = [
        ("request", ONE),
        ("matter", "day-to-day"),
        ("title", &long),
        ("text", "y"),
        ("owner", ""),
        ("deadline", ""),
    ];
    assert_eq!(ana.send("/coassembly/proposals/new", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [
        ("request", ONE),
        ("matter", "day-to-day"),
        ("title", "z"),
        ("text", "y"),
        ("owner", ""),
        ("deadline", "99999-12-31"),
    ];
    assert_eq!(ana.send("/coassembly/proposals/new", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    for path in
        ["/coassembly/members/99999999999999999999", "/coassembly/members/-1", "/coassembly/register?page=-1"]
    {
        let answer = ana.get(path).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}");
        assert!(answer.body.contains(path), "{path} is not named: {}", answer.body);
    }
    for path in [
        "/coassembly/members/4294967295",
        "/coassembly/members/0",
        "/coassembly/proposals/0",
        "/%00",
        "/coassembly%00/members",
    ] {
        assert_eq!(ana.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in [
        "/coassembly/register?page=18446744073709551615",
        "/coassembly/members?page=0",
        "/coassembly/proposals?page=4294967295",
    ] {
        assert_eq!(ana.get(path).await.status, StatusCode::OK, "{path}");
    }
    assert_eq!(height(&village, COASSEMBLY), before);
}

#[tokio::test]
async fn nobody_reads_or_moves_the_draft_of_another_by_its_number() {
    let village = Village::settle(false).await;
    let before = height(&village, COASSEMBLY);
    let stranger = Browser::stranger(&village);
    for browser in [
        Browser::of(&village, COASSEMBLY, "Bo Chen").await,
        Browser::of(&village, COASSEMBLY, "Joy Pan").await,
        stranger,
    ] {
        for step in [
            "open",
            "revise",
            "withdraw",
            "stance",
            "ballot",
            "disclose",
            "round",
            "close-round",
            "call-vote",
            "conclude",
        ] {
            let fields = [
                ("request", ONE),
                ("membership", "2"),
                ("stance", "agree"),
                ("choice", "for"),
                ("interest", "x"),
                ("title", "x"),
                ("text", "x"),
                ("summary", "x"),
                ("closes", "2026-05-01T18:00"),
                ("mark", "agenda"),
            ];
            let shown = browser.send(&format!("/coassembly/proposals/4/{step}"), &fields).await;
            assert!(shown.status.is_client_error(), "{step}: {}", shown.status);
            assert!(
                !shown.body.contains("paper samples"),
                "{step} tells the title of a draft: {}",
                shown.body
            );
        }
    }
    // Somebody in no membership is told nothing of what is open either.
    let kai = Browser::of(&village, COASSEMBLY, "Kai Yeh").await;
    for step in ["open", "withdraw", "round", "close-round", "call-vote", "conclude"] {
        let fields = [("request", ONE), ("closes", "2026-05-01T18:00"), ("summary", "x"), ("mark", "agenda")];
        let shown = kai.send(&format!("/coassembly/proposals/1/{step}"), &fields).await;
        assert!(shown.status.is_client_error(), "{step}: {}", shown.status);
        for told in ["Buy a van", "Ana Lin"] {
            assert!(!shown.body.contains(told), "{step} tells {told}: {}", shown.body);
        }
    }
    assert_eq!(height(&village, COASSEMBLY), before);
}

#[tokio::test]
async fn details_and_sessions_are_nobody_elses() {
    let village = Village::settle(false).await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    for number in 0..14 {
        let shown = bo.get(&format!("/coassembly/members/{number}")).await;
        let own = number.to_string() == village.person("Bo Chen").to_string();
        assert_eq!(shown.body.contains("@example.org"), own, "the page of party {number}");
    }
    // A token is no session, a session of one co-op is none of another, and rubbish is nobody.
    let database = village.site.registers.database();
    let (now, end) = (jiff::Timestamp::UNIX_EPOCH, jiff::Timestamp::MAX);
    let token = database
        .issue(
            Kind::Token,
            &Slug::new(COASSEMBLY),
            Some(village.person("Ana Lin")),
            ("x", Begun::Token),
            now,
            end,
        )
        .await
        .unwrap();
    for session in [token.text(), "0".repeat(64), "x".into(), String::new()] {
        let request =
            Request::get("/coassembly/members").header(header::COOKIE, format!("session={session}"));
        let shown = Browser::stranger(&village).ask(request, Body::empty()).await;
        assert!(!shown.body.contains("Ana Lin"), "{session}");
    }
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    assert!(!rosa.get("/coassembly/members/1").await.body.contains("Ana Lin"));
}

/// The hash of a short text tells it to whoever guesses, so that it stands only with what one sees.
#[tokio::test]
async fn an_entry_that_is_not_seen_has_no_hash_of_what_it_says() {
    let village = Village::settle(false).await;
    let chi = Browser::of(&village, COASSEMBLY, "Chi Wang").await;
    let about = village.person("Bo Chen").to_string();
    let fields = [("request", ONE), ("kind", "complaint"), ("about", &*about), ("said", "He hums.")];
    assert_eq!(chi.send("/coassembly/cases", &fields).await.status, StatusCode::SEE_OTHER);
    let path = "/coassembly/register/entries?per_page=200";
    for (name, sees) in [("Chi Wang", true), ("Dee Huang", false)] {
        let token = api::token(&village, COASSEMBLY, name).await;
        let entries = api::get(&village, path, Some(&token)).await;
        let entries = entries.is_ok()["items"].as_array().unwrap();
        assert!(entries.iter().all(|entry| entry["hash"].is_string()));
        for entry in entries {
            assert_eq!(entry.get("kind").is_some(), entry.get("payload_hash").is_some(), "{name}: {entry}");
        }
        assert_eq!(entries.last().unwrap().get("kind").is_some(), sees, "{name}");
    }
}

/// How many people a co-op has is nobody's to count by trying numbers.
#[tokio::test]
async fn a_stranger_hears_the_same_of_every_number() {
    let village = Village::settle(false).await;
    let stranger = Browser::stranger(&village);
    let [there, nowhere] = [1, 9999].map(|number| format!("/coassembly/members/{number}"));
    let (there, nowhere) = (stranger.get(&there).await, stranger.get(&nowhere).await);
    assert_eq!(there.status, nowhere.status);
    assert_eq!(there.body.replace("/members/1", ""), nowhere.body.replace("/members/9999", ""));
}

/// A name goes into letters, lists and files of others.
#[tokio::test]
async fn details_are_a_name_an_address_and_a_town() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let token = api::token(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let long = "a".repeat(1 << 20);
    for (name, email) in [
        ("Ana,\n\nYour account was locked: https://evil.example", "ana@example.org"),
        (&*long, "ana@example.org"),
        ("A\u{202e}na", "ana@example.org"),
        ("Ana", "ana@example.org\r\nBcc: eve@evil.example"),
        ("Ana", &*long),
    ] {
        let fields = [("request", ONE), ("name", name), ("email", email), ("place", "")];
        let sent = ana.send("/coassembly/account/kept/correct", &fields).await;
        assert!(!sent.status.is_redirection(), "{name:.40} {email:.40}");
        let party = village.person("Ana Lin");
        let details = serde_json::json!({ "name": name, "email": email, "salt": "0123456789abcdef" });
        let command = serde_json::json!({ "command": "correct_details", "party": party, "details": details });
        let said = api::submit(&village, COASSEMBLY, Some(&token), None, &command).await;
        assert!(!said.status.is_success(), "{name:.40} {email:.40}");
    }
    assert_eq!(height(&village, COASSEMBLY), before);
}

/// A draft is its author's alone.
#[tokio::test]
async fn a_draft_is_not_there_for_others() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let fields = [("request", ONE), ("matter", "investment"), ("title", "A secret press"), ("text", "Soon.")];
    let drafted = ana.send("/coassembly/proposals/new", &fields).await;
    assert_eq!(drafted.status, StatusCode::SEE_OTHER, "{}", drafted.body);
    let number: u32 = drafted.leads_to().rsplit('/').next().unwrap().parse().unwrap();
    let token = api::token(&village, COASSEMBLY, "Joy Pan").await;
    let answers = [number, 999].map(|number| {
        let command = serde_json::json!({ "command": "withdraw_proposal", "proposal": number });
        (number, command)
    });
    let mut said = Vec::new();
    for (number, command) in answers {
        let answer = api::submit(&village, COASSEMBLY, Some(&token), None, &command).await;
        said.push((answer.status, answer.text.replace(&number.to_string(), "N")));
    }
    assert_eq!(said[0], said[1]);
}

/// Who leaves, and when, is for those who see the members.
#[tokio::test]
async fn a_refusal_tells_no_outsider_who_leaves() {
    let village = Village::settle(false).await;
    let outsider = village.enter_with_address(COASSEMBLY, "Vera Stone", "vera.stone@example.org").await;
    let [ana, bo] = ["Ana Lin", "Bo Chen"].map(|name| village.person(name));
    let membership = village.membership("Bo Chen");
    let notice = Command::GiveNotice { membership, on: "2026-12-31".parse().unwrap() };
    let given = village.ask(COASSEMBLY, By::Party(bo), notice).await;
    assert!(matches!(given, Answer::Done(_)), "{given:?}");
    let end = Command::EndOnNotice { membership };
    let told = village.ask(COASSEMBLY, By::Party(ana), end.clone()).await;
    assert!(matches!(told, Answer::Refused(_)), "{told:?}");
    let asked = village.ask(COASSEMBLY, By::Party(outsider), end).await;
    assert!(matches!(&asked, Answer::Malformed(wrong) if wrong.field == "membership"), "{asked:?}");
}
