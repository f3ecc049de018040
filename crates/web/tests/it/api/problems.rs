//! What is said where the answer is not what was asked for.

use axum::{
    body::Body,
    http::{Method, header},
};

use super::{call, get, request, settled, token};
use crate::village::COASSEMBLY;

#[tokio::test]
async fn what_is_not_there_is_said_as_a_problem() {
    let village = settled().await;
    let ana = token(village, COASSEMBLY, "Ana Lin").await;
    for path in [
        "/no-such-co-op",
        "/no-such-co-op/members",
        "/coassembly/no-such-path",
        "/coassembly/members/0",
        "/coassembly/members/999",
        "/coassembly/members/4294967296",
        "/coassembly/members/-1",
        "/coassembly/members/99999999999999999999999999",
        "/coassembly/members/ana",
        "/coassembly/members/999/rights",
        "/coassembly/proposals/999",
        "/coassembly/proposals/0",
        "/coassembly/proposals/%F0%9F%9A%90",
        "/coassembly/rulebook/clauses/GOV-99",
    ] {
        get(village, path, Some(&ana)).await.is_problem(404, "not_found");
    }
}

#[tokio::test]
async fn a_parameter_that_makes_no_sense_is_named() {
    let village = settled().await;
    let ana = token(village, COASSEMBLY, "Ana Lin").await;
    for (path, place) in [
        ("/members?page=0", "page"),
        ("/members?per_page=201", "per_page"),
        ("/members?page=two", "page"),
        ("/members?page=-1", "page"),
        ("/members?page=4294967296", "page"),
        ("/members?on=yesterday", "on"),
        ("/members?on=2026-02-30", "on"),
        ("/proposals?per_page=0", "per_page"),
        ("/register/entries?page=x", "page"),
        ("/resolutions?page=0", "page"),
    ] {
        let said = get(village, &format!("/{COASSEMBLY}{path}"), Some(&ana)).await;
        assert_eq!(said.is_problem(400, "parameter")["place"], place, "{path}");
    }
    let said = get(village, &format!("/{COASSEMBLY}/members?colour=red"), Some(&ana)).await;
    assert!(
        said.is_problem(400, "parameter")["detail"].as_str().unwrap().contains("colour"),
        "{}",
        said.text
    );
}

#[tokio::test]
async fn whoever_sends_no_good_token_is_told_so() {
    let village = settled().await;
    let path = format!("/{COASSEMBLY}/members");
    let ana = token(village, COASSEMBLY, "Ana Lin").await;
    let of_others = token(village, crate::village::CONNECTICUT, "desk").await;
    let flipped = format!("{}{}", if ana.starts_with('0') { "1" } else { "0" }, &ana[1..]);
    for sent in [None, Some("nonsense"), Some(""), Some(flipped.as_str()), Some(of_others.as_str())] {
        let said = get(village, &path, sent).await;
        said.is_problem(401, "not_signed_in");
        assert!(said.headers.contains_key(header::WWW_AUTHENTICATE), "{sent:?}");
    }
    // A bad token is said to be bad even where none is needed.
    get(village, &format!("/{COASSEMBLY}/rulebook"), Some(&flipped)).await.is_problem(401, "not_signed_in");
    let basic =
        request(Method::GET, "/api/v1/coassembly/members", None).header(header::AUTHORIZATION, "Basic YTpi");
    call(village, basic.body(Body::empty()).unwrap()).await.is_problem(401, "not_signed_in");
    assert_eq!(get(village, &path, Some(&ana)).await.status, 200);
}

#[tokio::test]
async fn a_session_of_the_pages_is_no_token() {
    let village = settled().await;
    let session = village.session(COASSEMBLY, "Ana Lin").await;
    let with_cookie = request(Method::GET, "/api/v1/coassembly/members", None)
        .header(header::COOKIE, format!("session={session}"));
    call(village, with_cookie.body(Body::empty()).unwrap()).await.is_problem(401, "not_signed_in");
    get(village, "/coassembly/members", Some(&session)).await.is_problem(401, "not_signed_in");
}

#[tokio::test]
async fn what_the_bylaws_do_not_show_is_refused_with_the_clause() {
    let village = settled().await;
    let joy = token(village, COASSEMBLY, "Joy Pan").await;
    let said = get(village, "/coassembly/proposals", Some(&joy)).await;
    let problem = said.is_problem(403, "right_must_be_held");
    assert!(problem["clause"].as_str().unwrap().starts_with("MEM-12"), "{}", said.text);
    assert!(!problem["quote"].as_str().unwrap().is_empty());
    assert!(!problem["because"].as_array().unwrap().is_empty());
    assert!(!problem["remedy"].as_str().unwrap().is_empty());
    let said = get(village, "/coassembly/register/head", Some(&joy)).await;
    said.is_problem(403, "right_must_be_held");
}

#[tokio::test]
async fn problems_are_said_in_the_callers_language() {
    let village = settled().await;
    let mut titles = std::collections::BTreeSet::new();
    for language in ["en", "es-MX", "zh-TW"] {
        let asked = request(Method::GET, "/api/v1/coassembly/members", None)
            .header(header::ACCEPT_LANGUAGE, language);
        let said = call(village, asked.body(Body::empty()).unwrap()).await;
        titles.insert(said.is_problem(401, "not_signed_in")["title"].as_str().unwrap().to_owned());
    }
    assert_eq!(titles.len(), 3, "{titles:?}");
}

#[tokio::test]
async fn what_is_wrong_and_what_to_do_are_sentences_of_their_own() {
    let village = settled().await;
    let ana = token(village, COASSEMBLY, "Ana Lin").await;
    for (language, wrong_ends) in [
        ("en", "expected value. Nothing has been changed."),
        ("es", "expected value. No se ha cambiado nada."),
        ("zh-TW", "expected value。 什麼都沒有更動。"),
    ] {
        let asked = request(Method::POST, "/api/v1/coassembly/commands", Some(&ana))
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT_LANGUAGE, language);
        let said = call(village, asked.body(Body::from("what?")).unwrap()).await;
        let detail = said.is_problem(400, "not_json")["detail"].as_str().unwrap();
        assert!(detail.contains(wrong_ends), "{detail}");
    }
    let said = get(village, &format!("/{COASSEMBLY}/members?page=0"), Some(&ana)).await;
    let detail = said.is_problem(400, "parameter")["detail"].as_str().unwrap();
    assert!(detail.contains(". The page /api") && !detail.contains(".."), "{detail}");
}

#[tokio::test]
async fn other_methods_are_turned_away_as_a_problem() {
    let village = settled().await;
    for (method, path) in
        [(Method::POST, "members"), (Method::DELETE, "members/1"), (Method::GET, "commands")]
    {
        let asked = request(method, &format!("/api/v1/coassembly/{path}"), None);
        call(village, asked.body(Body::empty()).unwrap()).await.is_problem(405, "method");
    }
}

#[tokio::test]
async fn nobody_has_a_day_but_a_person() {
    let village = settled().await;
    let desk = token(village, COASSEMBLY, "desk").await;
    get(village, "/coassembly/today", Some(&desk)).await.is_problem(404, "not_found");
    get(village, "/coassembly/today", None).await.is_problem(401, "not_signed_in");
}

/// The terms of the program and of its parsers mean nothing to whoever sent the request.
#[tokio::test]
async fn what_is_wrong_in_a_request_is_said_in_words_for_people() {
    let village = settled().await;
    let ana = token(village, COASSEMBLY, "Ana Lin").await;
    let of_program = |detail: &str| {
        let terms = [
            "invalid type",
            "unknown field",
            "unknown variant",
            "missing field",
            "invalid digit",
            "parse",
            "`",
        ];
        terms.into_iter().find(|term| detail.contains(term)).map(str::to_owned)
    };
    let open = |rest: &str| format!(r#"{{"command":"open_proposal",{rest}}}"#);
    for (body, place, says) in [
        (
            open(r#""proposal":{"number":1}"#),
            "/proposal",
            "/proposal: A whole number from 0 to 4294967295 is expected",
        ),
        (open(r#""proposal":1,"closes":"soon""#), "/closes", "/closes: A time with its offset, such as"),
        (
            open(r#""proposal":1,"by":2"#),
            "/by",
            "/by: There is no field “by” here; these are: proposal and closes.",
        ),
        (
            open(r#""proposal":1,"proposal":2"#),
            "/proposal",
            "The field “proposal” stands there more than once.",
        ),
        (r#"{"command":"buy_a_van"}"#.to_owned(), "/command", "Nothing called “buy_a_van” is known here."),
        (r#"{"proposal":1}"#.to_owned(), "", "The field “command” is missing. Nothing has been changed."),
        ("[7]".to_owned(), "", "Nothing has been changed."),
        (
            "null".to_owned(),
            "",
            "An object with fields is expected here, in braces. Nothing has been changed.",
        ),
    ] {
        let asked = request(Method::POST, "/api/v1/coassembly/commands", Some(&ana))
            .header(header::CONTENT_TYPE, "application/json");
        let said = call(village, asked.body(Body::from(body.clone())).unwrap()).await;
        let problem = said.is_problem(422, "not_a_command");
        let detail = problem["detail"].as_str().unwrap();
        assert_eq!((&problem["place"], of_program(detail)), (&place.into(), None), "{body}: {detail}");
        assert!(detail.contains(says), "{body}: {detail}");
    }
    for (query, place, says) in [
        ("page=two", "page", "page: “two” is not what it takes."),
        ("on=2026-02-30", "on", "on: “2026-02-30” is not what it takes."),
        ("page=1&page=2", "page", "page: It stands there more than once."),
        ("colour=red", "colour", "colour: There is no such parameter here."),
        ("per_page=201", "per_page", "per_page: A whole number from 1 to 200 is expected here."),
    ] {
        let said = get(village, &format!("/{COASSEMBLY}/members?{query}"), Some(&ana)).await;
        let problem = said.is_problem(400, "parameter");
        let detail = problem["detail"].as_str().unwrap();
        assert_eq!((&problem["place"], of_program(detail)), (&place.into(), None), "{query}: {detail}");
        assert!(detail.starts_with(says), "{query}: {detail}");
    }
    let asked = request(Method::POST, "/api/v1/coassembly/commands", Some(&ana))
        .header(header::CONTENT_TYPE, "application/json")
        .header("Idempotency-Key", "seven");
    let said = call(village, asked.body(Body::from(open(r#""proposal":1"#))).unwrap()).await;
    let detail = said.is_problem(400, "parameter")["detail"].as_str().unwrap();
    assert!(detail.starts_with("Idempotency-Key: A UUID such as"), "{detail}");
}
