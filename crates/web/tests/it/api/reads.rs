//! What each path answers to somebody who may see it.

use serde_json::{Value, json};

use super::{get, settled, submit, token};
use crate::village::{COASSEMBLY, CONNECTICUT, Village};

/// An answer to a worker-owner of the designers.
async fn seen(path: &str) -> Value {
    let village = settled().await;
    let ana = token(village, COASSEMBLY, "Ana Lin").await;
    get(village, &format!("/{COASSEMBLY}{path}"), Some(&ana)).await.is_ok().clone()
}

#[tokio::test]
async fn co_ops_introduce_themselves_to_anybody() {
    let village = settled().await;
    let all = get(village, "/organizations", None).await;
    let handles: Vec<&Value> = all.is_ok().as_array().unwrap().iter().map(|one| &one["handle"]).collect();
    assert_eq!(handles, [COASSEMBLY, CONNECTICUT]);
    let one = get(village, &format!("/{COASSEMBLY}"), None).await;
    let one = one.is_ok();
    assert_eq!(one["time_zone"], "Asia/Taipei");
    assert_eq!(one["currency"], "TWD");
    assert_eq!(one["edition"], 1);
    let classes: Vec<&Value> =
        one["classes"].as_array().unwrap().iter().map(|class| &class["class"]).collect();
    assert_eq!(classes, ["worker-owner", "associate", "flying-member", "external-collaborator"]);
}

#[tokio::test]
async fn members_are_listed_a_page_at_a_time() {
    let first = seen("/members?per_page=4").await;
    assert_eq!(first["items"].as_array().unwrap().len(), 4);
    assert_eq!((&first["page"], &first["pages"], &first["total"]), (&json!(1), &json!(3), &json!(10)));
    assert_eq!(first["items"][0]["name"], "Ana Lin");
    assert_eq!(first["items"][0]["memberships"][0]["class"], "worker-owner");
    let last = seen("/members?per_page=4&page=3").await;
    assert_eq!(last["items"].as_array().unwrap().len(), 2);
    assert_eq!(seen("/members?per_page=4&page=4").await["items"], json!([]));
}

#[tokio::test]
async fn members_are_found_by_name_and_listed_as_of_a_day() {
    let found = seen("/members?search=HSU").await;
    assert_eq!(found["total"], 1);
    assert_eq!(found["items"][0]["name"], "Ian Hsu");
    // Ian began as an associate on 1 June 2025; after six months he is in participation.
    let standing = &found["items"][0]["memberships"][0];
    assert_eq!(
        (&standing["class"], &standing["phase"]["phase"]),
        (&json!("associate"), &json!("participation"))
    );
    let before = seen("/members?search=hsu&on=2025-06-30").await;
    assert_eq!(before["items"][0]["memberships"][0]["phase"]["phase"], "internship");
    assert_eq!(seen("/members?search=hsu&on=2025-05-31").await["total"], 0);
}

#[tokio::test]
async fn a_member_is_shown_through_time() {
    let village = settled().await;
    let ana = token(village, COASSEMBLY, "Ana Lin").await;
    let path = format!("/{COASSEMBLY}/members/{}", village.person("Hana Kuo"));
    let hana = get(village, &path, Some(&ana)).await;
    let hana = hana.is_ok();
    assert_eq!(hana["name"], "Hana Kuo");
    assert_eq!(hana["is_person"], true);
    let membership = &hana["memberships"][0];
    assert_eq!(membership["classes"][0]["since"], "2025-11-10");
    assert_eq!(membership["standing"]["phase"]["phase"], "internship");
    assert_eq!(membership["standing"]["phase"]["months_end"], "2026-05-10");
    // What is asked of somebody is for themselves, and for those who keep the list.
    assert!(membership.get("duties").is_none());
    // Where somebody lives and how to write to them is for themselves.
    assert!(hana.get("place").is_none() && hana.get("email").is_none());
    let own = token(village, COASSEMBLY, "Hana Kuo").await;
    let hana = get(village, &path, Some(&own)).await;
    assert_eq!(hana.is_ok()["place"], "台南");
    // A review falls due every three months: MEM-09.
    let membership = &hana.json["memberships"][0];
    assert_eq!(
        (&membership["duties"][0]["day"], &membership["duties"][0]["duty"]),
        (&json!("2026-02-10"), &json!("be-reviewed"))
    );
    assert!(membership["duties"][0]["finding"]["cites"]["clause"].as_str().unwrap().starts_with("MEM-09"));
}

#[tokio::test]
async fn each_right_has_its_finding() {
    let village = settled().await;
    let ana = token(village, COASSEMBLY, "Ana Lin").await;
    let path = format!("/{COASSEMBLY}/members/{}/rights", village.person("Hana Kuo"));
    let rights = get(village, &path, Some(&ana)).await;
    let of = |rights: &Value, right: &str, group: Option<&str>| {
        let all = rights[0]["rights"].as_array().unwrap().iter();
        let found: Vec<&Value> =
            all.filter(|one| one["right"] == right && one["group"].as_str() == group).collect();
        assert_eq!(found.len(), 1, "{right} {group:?}");
        found[0]["finding"].clone()
    };
    let observe = of(rights.is_ok(), "observe", None);
    assert_eq!(observe["value"], json!({"answer": "yes"}));
    let vote = of(rights.is_ok(), "vote", Some("day-to-day"));
    assert_eq!(vote["value"], json!({"answer": "no"}));
    assert!(vote["cites"]["quote"].as_str().is_some_and(|quote| !quote.is_empty()));
    assert!(!vote["of"].as_array().unwrap().is_empty());
    // From month seven on she votes on some matters and not on others.
    let later = get(village, &format!("{path}?on=2026-06-01"), Some(&ana)).await;
    assert_eq!(of(later.is_ok(), "vote", Some("day-to-day"))["value"], json!({"answer": "yes"}));
    assert_eq!(of(later.is_ok(), "vote", Some("major"))["value"], json!({"answer": "no"}));
}

#[tokio::test]
async fn proposals_are_listed_the_newest_first_with_ones_own_drafts() {
    let page = seen("/proposals").await;
    let titles: Vec<&str> =
        page["items"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect();
    assert_eq!(
        titles,
        [
            "A library of paper samples",
            "Kai Yeh as a flying member",
            "Quiet mornings on Wednesday",
            "Buy a van for the printing workshop",
        ]
    );
    assert_eq!(page["items"][0]["stage"], "draft");
}

#[tokio::test]
async fn a_proposal_is_shown_with_its_roll_its_rounds_and_its_count() {
    let van = seen("/proposals/1").await;
    assert_eq!(van["stage"], "in_round");
    assert_eq!(van["roll"]["counted"], json!({"count": 7, "ranges": [[1, 7]]}));
    let reasons: Vec<&Value> =
        van["roll"]["excluded"].as_array().unwrap().iter().map(|one| &one["reason"]).collect();
    assert!(reasons.contains(&&json!("no_vote")), "{reasons:?}");
    assert_eq!(van["rounds"].as_array().unwrap().len(), 2);
    assert_eq!(van["rounds"][0]["closed"]["marks"], json!(["agenda", "everyone", "pros-cons", "minutes"]));
    let bo = &van["rounds"][1]["stances"][1];
    assert_eq!(bo["membership"]["of"]["name"], "Bo Chen");
    assert!(bo["stance"]["object"]["reason"].as_str().unwrap().starts_with("The offers are in"));
    assert_eq!(van["disclosures"][0]["recused"], true);
    assert_eq!(van["count"]["tally"]["recused"], 1);
    assert_eq!(van["count"]["tally"]["base"], 6);
    assert_eq!(van["count"]["verdict"]["value"], json!({"answer": "no"}));
    assert!(van["count"]["verdict"]["missing"].is_string());
}

#[tokio::test]
async fn decisions_are_numbered() {
    let page = seen("/resolutions").await;
    assert_eq!(page["total"], 1);
    assert_eq!(page["items"][0]["number"], 1);
    assert_eq!(page["items"][0]["title"], "Quiet mornings on Wednesday");
    assert_eq!(page["items"][0]["owner"]["name"], "Chi Wang");
}

#[tokio::test]
async fn bylaws_are_public_with_their_rules() {
    let village = settled().await;
    let whole = get(village, &format!("/{COASSEMBLY}/rulebook"), None).await;
    let whole = whole.is_ok();
    assert_eq!(whole["languages"], json!(["en", "zh-Hant"]));
    assert_eq!(whole["editions"].as_array().unwrap().len(), 1);
    let chapters = whole["chapters"].as_array().unwrap().iter();
    let clauses: Vec<&Value> = chapters.flat_map(|chapter| chapter["clauses"].as_array().unwrap()).collect();
    let rules: usize = clauses.iter().map(|clause| clause["rules"].as_array().unwrap().len()).sum();
    assert!(rules > 20, "{rules}");
    for rule in clauses.iter().flat_map(|clause| clause["rules"].as_array().unwrap()) {
        assert_eq!(rule["rule"]["kind"], rule["kind"], "a block that is not read: {rule}");
        assert!(rule["says"].as_array().is_some_and(|says| !says.is_empty()), "{rule}");
    }
    let clause = get(village, &format!("/{COASSEMBLY}/rulebook/clauses/GOV-06"), None).await;
    let clause = clause.is_ok();
    assert!(clause["words"]["zh-Hant"].is_string());
    let vote =
        clause["rules"].as_array().unwrap().iter().find(|rule| rule["rule"]["method"] == "vote").unwrap();
    assert_eq!(vote["rule"]["threshold"], "2/3");
    assert!(clause["words"]["en"].as_str().unwrap().contains(vote["cites"]["quote"].as_str().unwrap()));
}

#[tokio::test]
async fn documents_are_public_and_who_committed_is_not() {
    let village = settled().await;
    let path = format!("/{CONNECTICUT}/documents");
    let open = get(village, &path, None).await;
    let documents = open.is_ok().as_array().unwrap();
    assert_eq!(documents.len(), 3);
    assert!(documents.iter().all(|one| one["versions"][0]["text"].is_string()));
    assert!(documents.iter().all(|one| one["versions"][0].get("acknowledged_by").is_none()));
    let desk = token(village, CONNECTICUT, "desk").await;
    let seen = get(village, &path, Some(&desk)).await;
    assert!(seen.is_ok()[0]["versions"][0]["acknowledged_by"].is_array());
}

#[tokio::test]
async fn the_book_is_shown_and_its_payloads_are_the_desks() {
    let village = settled().await;
    let ana = token(village, COASSEMBLY, "Ana Lin").await;
    let desk = token(village, COASSEMBLY, "desk").await;
    let head = get(village, &format!("/{COASSEMBLY}/register/head"), Some(&ana)).await;
    let height = head.is_ok()["height"].as_u64().unwrap();
    let path = format!("/{COASSEMBLY}/register/entries?per_page=200");
    let seen = get(village, &path, Some(&ana)).await;
    let entries = seen.is_ok()["items"].as_array().unwrap();
    assert_eq!(entries.len() as u64, height);
    assert_eq!(entries[0]["kind"], "founded");
    assert_eq!(entries.last().unwrap()["hash"], head.json["hash"]);
    for pair in entries.windows(2) {
        assert_eq!(pair[1]["previous"], pair[0]["hash"]);
    }
    assert!(entries.iter().all(|entry| entry.get("payload").is_none()));
    let seen = get(village, &path, Some(&desk)).await;
    let entries = seen.is_ok()["items"].as_array().unwrap();
    assert!(entries[0]["payload"]["founded"].is_object());
    // Not even the desk reads somebody's draft.
    assert_eq!(entries.iter().filter(|entry| entry.get("payload").is_none()).count(), 1);
    let page = get(village, &format!("{path}&page=2"), Some(&ana)).await;
    assert_eq!(page.is_ok()["items"], json!([]));
}

#[tokio::test]
async fn somebodys_day_says_what_waits_for_them() {
    let day = seen("/today").await;
    assert_eq!(day["day"], "2026-03-20");
    let titles = |list: &Value| -> Vec<String> {
        let proposals = list.as_array().unwrap().iter();
        proposals
            .map(|one| one["proposal"]["title"].as_str().or(one["title"].as_str()).unwrap().to_owned())
            .collect()
    };
    assert_eq!(titles(&day["to_respond"]), ["Kai Yeh as a flying member"]);
    assert_eq!(titles(&day["to_lead"]), ["A library of paper samples"]);
    assert_eq!(titles(&day["open"]), ["Buy a van for the printing workshop"]);
}

/// The hash of a short text tells it to whoever guesses, and of a ballot there are three.
#[tokio::test]
async fn how_somebody_votes_is_told_once_the_vote_is_over() {
    let village = Village::settle(true).await;
    let rosa = token(&village, CONNECTICUT, "Rosa Vega").await;
    let desk = token(&village, CONNECTICUT, "desk").await;
    let ballots = async |of: &str| -> Vec<Value> {
        let path = format!("/{CONNECTICUT}/register/entries?per_page=200");
        let seen = get(&village, &path, Some(of)).await;
        let entries = seen.is_ok()["items"].as_array().unwrap().clone();
        entries.into_iter().filter(|entry| entry["kind"] == "ballot_cast").collect()
    };
    for of in [&rosa, &desk] {
        let running = ballots(of).await;
        assert_eq!(running.len(), 6, "who voted is no secret");
        for told in ["payload", "payload_hash"] {
            assert!(running.iter().all(|entry| entry.get(told).is_none()), "{running:?}");
        }
    }
    village.at("2026-03-23T10:00:00Z");
    let close = json!({"command": "close_vote", "proposal": 1});
    let closed = submit(&village, CONNECTICUT, Some(&rosa), None, &close).await;
    assert!(closed.status.is_success(), "{}", closed.text);
    assert!(ballots(&rosa).await.iter().all(|entry| entry["payload_hash"].is_string()));
    assert!(ballots(&desk).await.iter().all(|entry| entry["payload"]["ballot_cast"]["choice"].is_string()));
}
