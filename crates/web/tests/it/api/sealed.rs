//! A co-op whose bylaws seal the count of an open vote, from its founding on called as programs call.

use rochdale_core::values::{RequestId, Slug};
use rochdale_register::{Answer, Begun, Kind};
use serde_json::{Value, json};

use super::{Said, get, submit};
use crate::village::Village;

/// The network's bylaws with the one word changed, as a co-op of its own.
const ORG: &str = "sealed-network";

struct Network {
    village: Village,
    desk: String,
}

impl Network {
    async fn settle() -> Self {
        let village = Village::settle(false).await;
        let mut bylaws = rochdale_testkit::cooperate_connecticut();
        for text in bylaws.0.values_mut() {
            *text = text.replace("count = \"live\"", "count = \"sealed\"");
        }
        let id = RequestId(uuid::Uuid::now_v7());
        let answer = village.site.registers.found(id, Slug::new(ORG), bylaws).await;
        assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
        let desk = token(&village, None).await;
        Self { village, desk }
    }

    async fn desk(&self, command: Value) -> Value {
        done(submit(&self.village, ORG, Some(&self.desk), None, &command).await)
    }

    /// Somebody in membership: the number of the membership, and a token.
    async fn member(&self, name: &str) -> (u64, String) {
        let details = json!({"name": name, "salt": "0123456789abcdef"});
        let party = self.desk(json!({"command": "enter_person", "details": details})).await["party"]
            .as_u64()
            .unwrap();
        let made = self
            .desk(json!({
                "command": "admit_member", "party": party, "class": "cooperator", "since": "2025-04-01",
                "basis": "opening roll",
            }))
            .await;
        let issued = token(&self.village, Some(u32::try_from(party).unwrap())).await;
        (made["membership"].as_u64().unwrap(), issued)
    }
}

async fn token(village: &Village, party: Option<u32>) -> String {
    let database = village.site.registers.database();
    let (org, now) = (Slug::new(ORG), jiff::Timestamp::UNIX_EPOCH);
    let issued = database.issue(
        Kind::Token,
        &org,
        party.map(Into::into),
        ("test", Begun::Token),
        now,
        jiff::Timestamp::MAX,
    );
    issued.await.unwrap().text()
}

fn done(said: Said) -> Value {
    assert_eq!(said.status, 201, "{}", said.text);
    said.json["made"].clone()
}

#[tokio::test]
async fn nobody_finds_a_sealed_count_before_the_close() {
    let network = Network::settle().await;
    let village = &network.village;
    let (rosa, rosa_token) = network.member("Rosa").await;
    let (luz, luz_token) = network.member("Luz").await;
    let send =
        async |token: &str, command: Value| done(submit(village, ORG, Some(token), None, &command).await);
    let draft = json!({
        "command": "draft_proposal", "title": "A carer", "text": "One.", "matter": "proposal", "owner": 1,
        "deadline": "2026-09-30",
    });
    assert_eq!(send(&rosa_token, draft).await["proposal"], 1);
    let open = json!({"command": "open_proposal", "proposal": 1, "closes": "2026-03-30T00:00:00Z"});
    send(&rosa_token, open).await;
    for (membership, token) in [(rosa, &rosa_token), (luz, &luz_token)] {
        let cast =
            json!({"command": "cast_ballot", "proposal": 1, "membership": membership, "choice": "for"});
        send(token, cast).await;
    }
    for token in [&rosa_token, &network.desk] {
        let said = get(village, &format!("/{ORG}/proposals/1"), Some(token)).await;
        assert_eq!(said.is_ok()["vote"]["is_sealed"], true);
        assert!(said.json.get("count").is_none() && !said.text.contains("tally"), "{}", said.text);
        let entries = get(village, &format!("/{ORG}/register/entries?per_page=200"), Some(token)).await;
        assert!(!entries.text.contains("ballot_cast"), "{}", entries.text);
    }
    // One's own ballot is one's own to see.
    let own = get(village, &format!("/{ORG}/proposals/1"), Some(&luz_token)).await;
    let yours = own.is_ok()["vote"]["yours"].as_array().unwrap();
    assert_eq!((yours.len(), &yours[0]["membership"]), (1, &json!(luz)));
    // After the close everybody who may see the proposal sees the count, and the ballots are entries like others.
    village.at("2026-03-30T00:00:01Z");
    let after = get(village, &format!("/{ORG}/proposals/1"), Some(&luz_token)).await;
    assert_eq!(after.is_ok()["count"]["tally"]["in_favour"], 2);
    let entries = get(village, &format!("/{ORG}/register/entries?per_page=200"), Some(&luz_token)).await;
    assert_eq!(entries.text.matches("ballot_cast").count(), 2);
}
