//! What only some people read: cases and reviews.

use serde_json::json;

use super::{get, submit, token};
use crate::village::{COASSEMBLY, Village};

const SECRET: &str = "He opens my letters.";
const SALT: &str = "0123456789abcdef";

#[tokio::test]
async fn a_case_is_answered_to_its_readers_and_is_not_there_for_others() {
    let village = Village::settle(false).await;
    let chi = token(&village, COASSEMBLY, "Chi Wang").await;
    let about = village.person("Bo Chen");
    let opened = json!({
        "command": "open_case", "kind": "complaint", "about": [about],
        "words": {"texts": {"text": SECRET}, "salt": SALT},
    });
    let said = submit(&village, COASSEMBLY, Some(&chi), None, &opened).await;
    assert_eq!(said.status, 201, "{}", said.text);
    for name in ["Chi Wang", "Bo Chen"] {
        let reader = token(&village, COASSEMBLY, name).await;
        let listed = get(&village, "/coassembly/cases", Some(&reader)).await;
        let listed = &listed.is_ok()[0];
        assert_eq!((&listed["case"], &listed["clock"]), (&json!(1), &json!("running")), "{name}");
        assert_eq!((&listed["name"], &listed["by"]["name"]), (&json!("Complaint"), &json!("Chi Wang")));
        let shown = get(&village, "/coassembly/cases/1", Some(&reader)).await;
        assert_eq!(shown.is_ok()["entries"][0]["text"], SECRET, "{name}");
        assert_eq!(shown.json["about"][0]["name"], "Bo Chen");
        get(&village, "/coassembly/cases/2", Some(&reader)).await.is_problem(404, "not_found");
    }
    for name in ["Dee Huang", "Hana Kuo", "desk"] {
        let other = token(&village, COASSEMBLY, name).await;
        get(&village, "/coassembly/cases/1", Some(&other)).await.is_problem(404, "not_found");
        let listed = get(&village, "/coassembly/cases", Some(&other)).await;
        assert!(
            !listed.text.contains("Complaint") && !listed.text.contains(SECRET),
            "{name}: {}",
            listed.text
        );
    }
    get(&village, "/coassembly/cases", None).await.is_problem(401, "not_signed_in");
    get(&village, "/coassembly/cases/1", None).await.is_problem(401, "not_signed_in");
}

#[tokio::test]
async fn reviews_are_answered_to_those_who_read_them() {
    let village = Village::settle(false).await;
    let (membership, bo) = (village.membership("Hana Kuo"), token(&village, COASSEMBLY, "Bo Chen").await);
    let desk = token(&village, COASSEMBLY, "desk").await;
    let named = json!({
        "command": "name_guide", "membership": membership, "person": village.person("Bo Chen"),
        "from": "2026-03-20",
    });
    assert_eq!(submit(&village, COASSEMBLY, Some(&desk), None, &named).await.status, 201);
    let subjects = ["collaboration", "work", "openness", "policies", "recommendation"];
    let texts: serde_json::Map<_, _> =
        subjects.iter().map(|one| ((*one).to_owned(), json!(SECRET))).collect();
    let written = json!({
        "command": "write_review", "membership": membership, "review": 1,
        "words": {"texts": texts, "salt": SALT},
    });
    let said = submit(&village, COASSEMBLY, Some(&bo), None, &written).await;
    assert_eq!(said.status, 201, "{}", said.text);
    let address = format!("/coassembly/reviews/{membership}");
    for name in ["Hana Kuo", "Bo Chen", "Ana Lin"] {
        let reader = token(&village, COASSEMBLY, name).await;
        let shown = get(&village, &address, Some(&reader)).await;
        let one = &shown.is_ok()["written"][0];
        assert_eq!((&one["review"], &one["texts"]["work"]), (&json!(1), &json!(SECRET)), "{name}");
        assert_eq!(
            (&shown.json["guide"]["name"], &one["by"]["name"]),
            (&json!("Bo Chen"), &json!("Bo Chen"))
        );
        let listed = get(&village, "/coassembly/reviews", Some(&reader)).await;
        let listed = listed.is_ok().as_array().unwrap();
        assert!(listed.iter().any(|one| one["membership"]["membership"] == json!(membership)), "{name}");
    }
    for name in ["Joy Pan", "Kai Yeh", "desk"] {
        let other = token(&village, COASSEMBLY, name).await;
        get(&village, &address, Some(&other)).await.is_problem(404, "not_found");
        assert!(
            !get(&village, "/coassembly/reviews", Some(&other)).await.text.contains("Hana Kuo"),
            "{name}"
        );
    }
    get(&village, &address, None).await.is_problem(401, "not_signed_in");
}
