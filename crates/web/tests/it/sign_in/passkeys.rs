//! Passkeys at the door; what devices answer is tried in the crate `passkeys` and in the journeys.

use axum::http::StatusCode;
use rochdale_core::values::Slug;
use rochdale_register::{Clock, Passkey};
use serde_json::{Value, json};

use crate::{
    browse::Browser,
    village::{COASSEMBLY, Village},
};

#[tokio::test]
async fn what_is_no_answer_lets_nobody_in() {
    let village = Village::settle(false).await;
    let stranger = Browser::stranger(&village);
    let asked = stranger.send_json("/sign-in/passkey/ask", &json!({})).await;
    let asked: Value = serde_json::from_str(&asked.body).unwrap();
    assert_eq!(asked["options"]["rpId"], "localhost");
    let secret = &asked["asked"];
    for (asked, answer) in
        [(secret, json!({})), (secret, json!(null)), (&json!(""), json!({})), (&json!("x"), json!([]))]
    {
        let sent = stranger.send_json("/sign-in/passkey", &json!({ "asked": asked, "answer": answer })).await;
        assert_eq!(sent.status, StatusCode::UNAUTHORIZED, "{answer}");
        assert!(sent.cookies().is_empty());
    }
    // A form of another site could be sent as a form alone.
    let form = stranger.send("/sign-in/passkey", &[("asked", secret.as_str().unwrap())]).await;
    assert_eq!(form.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(
        stranger.send_from("cross-site", "/sign-in/passkey/ask", &[]).await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn nobody_makes_names_or_removes_the_passkey_of_another() {
    let village = Village::settle(false).await;
    let now = village.clock.now();
    let passkey = Passkey {
        credential: b"one".to_vec(),
        organization: Slug::new(COASSEMBLY),
        party: village.person("Ana Lin"),
        label: "Red key".into(),
        body: "{}".into(),
        created: now,
        last_used: now,
    };
    let database = village.site.registers.database();
    assert!(database.add_passkey(&passkey).await.unwrap());
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let asked = ana.send_json("/coassembly/account/passkeys/ask", &json!({})).await;
    let asked: Value = serde_json::from_str(&asked.body).unwrap();
    assert_eq!(asked["options"]["excludeCredentials"].as_array().map(Vec::len), Some(1));
    let id = passkey.id().to_string();
    for (other, status) in [
        (Browser::of(&village, COASSEMBLY, "Bo Chen").await, StatusCode::NOT_FOUND),
        (Browser::of(&village, COASSEMBLY, "desk").await, StatusCode::NOT_FOUND),
        (Browser::stranger(&village), StatusCode::UNAUTHORIZED),
    ] {
        for what in ["rename", "remove"] {
            let path = format!("/coassembly/account/passkeys/{what}");
            assert_eq!(other.send(&path, &[("id", &id), ("name", "mine")]).await.status, status, "{what}");
        }
        assert!(!other.get("/coassembly/account").await.body.contains("Red key"));
        let answer = json!({ "asked": asked["asked"], "answer": {}, "name": "mine" });
        let sent = other.send_json("/coassembly/account/passkeys", &answer).await;
        assert!(sent.status.is_client_error(), "{}", sent.status);
    }
    assert_eq!(database.passkey(b"one").await.unwrap(), Some(passkey));
}
