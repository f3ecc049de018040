//! Commands: done, refused, and everything that makes no sense.

use axum::{
    body::Body,
    http::{Method, header},
};
use rochdale_core::values::Slug;
use serde_json::{Value, json};

use super::{as_agreed, call, get, request, submit, token};
use crate::village::{COASSEMBLY, Village};

const ID: &str = "0197c4a0-0000-7000-8000-000000000001";

fn draft(title: &str) -> Value {
    json!({"command": "draft_proposal", "title": title, "text": "Two of them.", "matter": "day-to-day"})
}

fn height(village: &Village) -> u64 {
    village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap().head().height
}

#[tokio::test]
async fn what_is_done_is_answered_with_its_numbers() {
    let village = Village::settle(false).await;
    let bo = token(&village, COASSEMBLY, "Bo Chen").await;
    let before = height(&village);
    let said = submit(&village, COASSEMBLY, Some(&bo), Some(ID), &draft("New chairs")).await;
    assert_eq!(said.status, 201, "{}", said.text);
    assert_eq!(said.json["request"], ID);
    assert_eq!(said.json["made"], json!({"proposal": 5}));
    assert_eq!(said.json["entries"][0]["kind"], "proposal_drafted");
    assert_eq!(said.json["entries"][0]["height"], before + 1);
    let proposal = get(&village, "/coassembly/proposals/5", Some(&bo)).await;
    assert_eq!(proposal.is_ok()["author"]["name"], "Bo Chen");
}

/// Opening a proposal that is decided in rounds opens its first round with it: two entries.
#[tokio::test]
async fn each_entry_is_answered_as_the_register_has_it() {
    let village = Village::settle(false).await;
    let desk = token(&village, COASSEMBLY, "desk").await;
    let ana = token(&village, COASSEMBLY, "Ana Lin").await;
    let open = json!({"command": "open_proposal", "proposal": 4});
    let said = submit(&village, COASSEMBLY, Some(&ana), Some(ID), &open).await;
    assert_eq!(said.status, 201, "{}", said.text);
    let again = submit(&village, COASSEMBLY, Some(&ana), Some(ID), &open).await;
    assert_eq!(again.json, said.json);
    let answered = said.json["entries"].as_array().unwrap();
    assert_eq!(answered.len(), 2, "{}", said.text);
    let kept = get(&village, "/coassembly/register/entries?per_page=200", Some(&desk)).await;
    let kept = kept.is_ok()["items"].as_array().unwrap();
    assert_eq!(u64::try_from(kept.len()).unwrap(), height(&village));
    for (entry, kept) in answered.iter().zip(&kept[kept.len() - 2..]) {
        for field in ["height", "kind", "hash"] {
            assert_eq!(entry[field], kept[field], "{field}");
        }
    }
}

#[tokio::test]
async fn the_desk_enters_a_person() {
    let village = Village::settle(false).await;
    let desk = token(&village, COASSEMBLY, "desk").await;
    let enter = json!({"command": "enter_person", "details": {"name": "Leo Ma", "salt": "fedcba9876543210"}});
    let said = submit(&village, COASSEMBLY, Some(&desk), None, &enter).await;
    assert_eq!(said.status, 201, "{}", said.text);
    let party = said.json["made"]["party"].as_u64().unwrap();
    let shown = get(&village, &format!("/coassembly/members/{party}"), Some(&desk)).await;
    assert_eq!(shown.is_ok()["name"], "Leo Ma");
    assert!(uuid::Uuid::parse_str(said.json["request"].as_str().unwrap()).is_ok());
}

#[tokio::test]
async fn the_same_key_twice_does_it_once() {
    let village = Village::settle(false).await;
    let bo = token(&village, COASSEMBLY, "Bo Chen").await;
    let first = submit(&village, COASSEMBLY, Some(&bo), Some(ID), &draft("New chairs")).await;
    let after = height(&village);
    let again = submit(&village, COASSEMBLY, Some(&bo), Some(ID), &draft("New chairs")).await;
    assert_eq!((again.status.as_u16(), &again.json), (201, &first.json));
    assert_eq!(height(&village), after);
    // The key is taken for anything else, and for anybody else.
    let other = submit(&village, COASSEMBLY, Some(&bo), Some(ID), &draft("Old chairs")).await;
    assert_eq!(other.is_problem(422, "malformed")["place"], "Idempotency-Key");
    let chi = token(&village, COASSEMBLY, "Chi Wang").await;
    submit(&village, COASSEMBLY, Some(&chi), Some(ID), &draft("New chairs"))
        .await
        .is_problem(422, "malformed");
    assert_eq!(height(&village), after);
    let bad = submit(&village, COASSEMBLY, Some(&bo), Some("seven"), &draft("New chairs")).await;
    assert_eq!(bad.is_problem(400, "parameter")["place"], "Idempotency-Key");
    assert_eq!(height(&village), after);
}

#[tokio::test]
async fn a_refusal_names_the_clause_and_what_can_be_done() {
    let village = Village::settle(false).await;
    let before = height(&village);
    let ana = token(&village, COASSEMBLY, "Ana Lin").await;
    let hana = token(&village, COASSEMBLY, "Hana Kuo").await;
    // Two rounds of three: it is too early to vote.
    let call_vote = json!({"command": "call_vote", "proposal": 1, "closes": "2026-04-20T00:00:00Z"});
    let said = submit(&village, COASSEMBLY, Some(&ana), None, &call_vote).await;
    let problem = said.is_problem(409, "rounds_must_be_complete");
    assert!(problem["clause"].as_str().unwrap().starts_with("GOV-06"), "{}", said.text);
    assert!(problem["because"][0]["says"].as_str().unwrap().contains("Buy a van"), "{}", said.text);
    assert!(problem["remedy"].is_string());
    as_agreed("refusal", problem);
    // In internship one does not vote at all.
    let membership = village.membership("Hana Kuo");
    let stance =
        json!({"command": "take_stance", "proposal": 1, "membership": membership, "stance": "agree"});
    submit(&village, COASSEMBLY, Some(&hana), None, &stance)
        .await
        .is_problem(403, "membership_must_be_on_the_roll");
    assert_eq!(height(&village), before);
}

#[tokio::test]
async fn nobody_commands_without_a_token_of_this_co_op() {
    let village = Village::settle(false).await;
    let before = height(&village);
    let others = token(&village, crate::village::CONNECTICUT, "desk").await;
    let session = village.session(COASSEMBLY, "Ana Lin").await;
    for sent in [None, Some(others.as_str()), Some(session.as_str())] {
        submit(&village, COASSEMBLY, sent, None, &draft("New chairs")).await.is_problem(401, "not_signed_in");
    }
    let with_cookie = request(Method::POST, "/api/v1/coassembly/commands", None)
        .header(header::COOKIE, format!("session={session}"))
        .header(header::CONTENT_TYPE, "application/json");
    let body = Body::from(draft("New chairs").to_string());
    call(&village, with_cookie.body(body).unwrap()).await.is_problem(401, "not_signed_in");
    assert_eq!(height(&village), before);
}

#[tokio::test]
async fn nobody_speaks_for_others_in_the_body() {
    let village = Village::settle(false).await;
    let bo = token(&village, COASSEMBLY, "Bo Chen").await;
    for by in [json!("desk"), json!({"party": 1}), json!(1)] {
        let mut command = draft("New chairs");
        command["by"] = by;
        let said = submit(&village, COASSEMBLY, Some(&bo), None, &command).await;
        assert_eq!(said.is_problem(422, "not_a_command")["place"], "/by");
    }
    let enter = json!({"command": "enter_person", "details": {"name": "Leo Ma", "salt": "fedcba9876543210"}});
    // Whoever may nominate somebody enters them; an associate in internship nominates nobody.
    let hana = token(&village, COASSEMBLY, "Hana Kuo").await;
    submit(&village, COASSEMBLY, Some(&hana), None, &enter).await.is_problem(403, "power_must_be_held");
}

#[tokio::test]
async fn what_the_book_makes_no_sense_of_is_named_by_its_field() {
    let village = Village::settle(false).await;
    let bo = token(&village, COASSEMBLY, "Bo Chen").await;
    for (command, place) in [
        (json!({"command": "open_proposal", "proposal": 999}), "/proposal"),
        (json!({"command": "open_proposal", "proposal": 0}), "/proposal"),
        (json!({"command": "open_proposal", "proposal": 4294967295u32}), "/proposal"),
        (draft(""), "/title"),
    ] {
        let said = submit(&village, COASSEMBLY, Some(&bo), None, &command).await;
        assert_eq!(said.is_problem(422, "malformed")["place"], place);
    }
    for (command, place) in [
        (json!({"command": "open_proposal", "proposal": 4294967296u64}), "/proposal"),
        (json!({"command": "open_proposal", "proposal": -1}), "/proposal"),
        (json!({"command": "open_proposal", "proposal": 1.5}), "/proposal"),
        (json!({"command": "open_proposal", "proposal": 1, "closes": "soon"}), "/closes"),
        (json!({"command": "buy_a_van"}), "/command"),
        (json!({"proposal": 1}), ""),
        (json!({"command": "call_vote", "proposal": 1}), ""),
        (json!(null), ""),
        (json!([1, 2]), ""),
    ] {
        let said = submit(&village, COASSEMBLY, Some(&bo), None, &command).await;
        assert_eq!(said.is_problem(422, "not_a_command")["place"], place, "{command}");
    }
}

/// Readers of JSON disagree on which of the two counts; nobody wants to withdraw the wrong proposal.
#[tokio::test]
async fn a_key_that_stands_twice_does_nothing() {
    let village = Village::settle(false).await;
    let bo = token(&village, COASSEMBLY, "Bo Chen").await;
    submit(&village, COASSEMBLY, Some(&bo), None, &draft("New chairs")).await;
    let before = height(&village);
    let twice = br#"{"command":"withdraw_proposal","proposal":4,"proposal":5}"#.to_vec();
    let said = send(&village, &bo, "application/json", twice).await;
    let problem = said.is_problem(422, "not_a_command");
    assert_eq!(problem["place"], "/proposal");
    assert!(problem["detail"].as_str().unwrap().contains("more than once"), "{}", said.text);
    assert_eq!(height(&village), before);
    let once = br#"{"command":"withdraw_proposal","proposal":5}"#.to_vec();
    assert_eq!(send(&village, &bo, "application/json", once).await.status, 201);
}

/// Sends bytes as a body of a content type.
async fn send(village: &Village, token: &str, kind: &str, body: Vec<u8>) -> super::Said {
    let asked =
        request(Method::POST, "/api/v1/coassembly/commands", Some(token)).header(header::CONTENT_TYPE, kind);
    call(village, asked.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn bodies_that_are_no_json_change_nothing() {
    let village = Village::settle(false).await;
    let bo = token(&village, COASSEMBLY, "Bo Chen").await;
    let before = height(&village);
    let cut = b"{\"command\":\n  \"open_proposal\",,}".to_vec();
    let said = send(&village, &bo, "application/json", cut).await;
    assert_eq!(said.is_problem(400, "not_json")["place"], "2:19");
    for body in
        [Vec::new(), b"\xff\xfe{}".to_vec(), b"{\"command\": \"\xc3\x28\"}".to_vec(), b"nonsense".to_vec()]
    {
        send(&village, &bo, "application/json", body).await.is_problem(400, "not_json");
    }
    let deep = [b"{\"command\":".to_vec(), vec![b'['; 200_000]].concat();
    send(&village, &bo, "application/json", deep).await.is_problem(400, "not_json");
    let wide = format!("{{\"command\":\"open_proposal\",\"x\":[{}1]}}", "1,".repeat(200_000));
    send(&village, &bo, "application/json", wide.into_bytes()).await.is_problem(422, "not_a_command");
    for kind in ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonp"] {
        let body = draft("New chairs").to_string().into_bytes();
        send(&village, &bo, kind, body).await.is_problem(415, "media_type");
    }
    let large = draft(&"chairs ".repeat(400_000)).to_string().into_bytes();
    send(&village, &bo, "application/json", large).await.is_problem(413, "too_large");
    assert_eq!(height(&village), before);
    let fine = draft("New chairs").to_string().into_bytes();
    assert_eq!(send(&village, &bo, "application/json; charset=utf-8", fine).await.status, 201);
}

#[tokio::test]
async fn a_page_of_another_site_commands_nothing() {
    let village = Village::settle(false).await;
    let bo = token(&village, COASSEMBLY, "Bo Chen").await;
    let before = height(&village);
    let asked = request(Method::POST, "/api/v1/coassembly/commands", Some(&bo))
        .header(header::CONTENT_TYPE, "application/json")
        .header("Sec-Fetch-Site", "cross-site");
    let said = call(&village, asked.body(Body::from(draft("New chairs").to_string())).unwrap()).await;
    said.is_problem(403, "cross_site");
    assert_eq!(height(&village), before);
}
