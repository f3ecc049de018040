//! Signing in as people do: by a link from the mail, by a passkey of the device, and out again.

use rochdale_core::values::Slug;
use rochdale_journeys::{
    books::coassembly,
    journey::{Journey, ON_A_LAPTOP, ON_A_PHONE, WITHOUT_SCRIPTS, walk},
};
use serde_json::{Value, json};
use thirtyfour::Key;

/// The address of the link in a mail, as its path.
fn path_in(mail: &str) -> String {
    let path = mail.split("/sign-in/link/").nth(1).expect("the mail has a link");
    format!("/sign-in/link/{}", &path[..64])
}

async fn by_link(journey: &Journey) {
    coassembly(&journey.application).await;
    journey.open("/sign-in").await;
    journey.write("#email", "bo@example.org").await;
    journey.click("form[action='/sign-in/mail'] button").await;
    assert!(journey.text().await.contains("Look in your mail"), "{}", journey.text().await);
    let path = path_in(&journey.application.mail_with_link_to("bo@example.org").await);
    journey.open(&path).await;
    assert!(journey.text().await.contains("Sign in as Bo"), "{}", journey.text().await);
    journey.click("main button[type=submit]").await;
    assert_eq!(journey.path().await, "/coassembly/today");
    assert!(journey.source().await.contains("You are Bo"));
    // The browser's way back leads nowhere twice.
    journey.open(&path).await;
    assert!(journey.text().await.contains("no longer good"), "{}", journey.text().await);
    let console = journey.browser.console().await;
    // A page that refuses answers with its own status, which Chromium calls an error.
    assert!(console.iter().all(|line| line.contains("410")), "{console:#?}");
    let foreign = journey.foreign_requests().await;
    assert!(foreign.is_empty(), "{foreign:#?}");
}

#[tokio::test]
async fn a_member_signs_in_by_link_on_a_phone() {
    walk(ON_A_PHONE, by_link).await;
}

#[tokio::test]
async fn a_member_signs_in_by_link_where_no_script_runs() {
    walk(WITHOUT_SCRIPTS, async |journey| {
        by_link(journey).await;
        journey.open("/sign-in").await;
        let shown = "document.querySelector('[data-passkey]').checkVisibility()";
        assert_eq!(journey.compute(shown).await, false, "nothing is offered that does not work");
        journey.open("/coassembly/account").await;
        assert!(journey.text().await.contains("Links by mail work without"), "{}", journey.text().await);
    })
    .await;
}

#[tokio::test]
async fn a_member_signs_in_by_link_with_the_keyboard_alone() {
    walk(ON_A_LAPTOP, async |journey| {
        let book = coassembly(&journey.application).await;
        journey.open("/sign-in").await;
        for _ in 0..20 {
            if journey.compute("document.activeElement.id").await == "email" {
                break;
            }
            journey.press(Key::Tab.value().to_string()).await;
        }
        journey.press("bo@example.org").await;
        journey.press_to_go_on(Key::Enter.value().to_string()).await;
        journey.application.mail_with_link_to("bo@example.org").await;
        // The button of a link has the focus: Enter is all that is needed.
        journey.open(&journey.application.link("coassembly", book.bo).await).await;
        journey.press_to_go_on(Key::Enter.value().to_string()).await;
        assert_eq!(journey.path().await, "/coassembly/today");
    })
    .await;
}

/// A device that makes passkeys and is unlocked by its owner.
async fn with_a_device(journey: &Journey) -> Value {
    journey.browser.cdp("WebAuthn.enable", json!({})).await;
    let options = json!({
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
        "isUserVerified": true, "automaticPresenceSimulation": true,
    });
    let added = journey.browser.cdp("WebAuthn.addVirtualAuthenticator", json!({ "options": options })).await;
    added["authenticatorId"].clone()
}

async fn wait_for(journey: &Journey, path: &str) {
    for _ in 0..200 {
        if journey.path().await == path && journey.has("body > footer").await {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("still on {}:\n{}", journey.path().await, journey.text().await);
}

#[tokio::test]
async fn a_member_adds_a_passkey_and_signs_in_by_it() {
    walk(ON_A_PHONE, async |journey| {
        let book = coassembly(&journey.application).await;
        journey.sign_in("coassembly", book.bo).await;
        let device = with_a_device(journey).await;
        journey.open("/coassembly/account").await;
        assert!(journey.text().await.contains("You have no passkey yet"), "{}", journey.text().await);
        journey.write("#passkey-name", "My phone").await;
        journey.click("[data-passkey] button").await;
        assert!(journey.text().await.contains("My phone"), "{}", journey.text().await);
        let kept = journey.browser.cdp("WebAuthn.getCredentials", json!({ "authenticatorId": device })).await;
        assert_eq!(kept["credentials"].as_array().map(Vec::len), Some(1), "{kept}");
        assert_eq!(kept["credentials"][0]["isResidentCredential"], true);
        // The device has nothing of Bo but what it was given; no name stands in its handle.
        journey.must_be_clean().await;

        journey.click("form[action='/sign-out'] button").await;
        assert!(!journey.source().await.contains("You are Bo"));
        // The browser offers the passkey at the field of the address by itself, and this device says yes.
        journey.open("/sign-in").await;
        wait_for(journey, "/coassembly/today").await;
        assert!(journey.source().await.contains("You are Bo"));
        journey.must_be_clean().await;
    })
    .await;
}

/// What was answered once is not answered again, and no other site, person or question is meant by it.
#[tokio::test]
async fn an_answer_of_a_passkey_is_worth_nothing_twice() {
    walk(ON_A_LAPTOP, async |journey| {
        let book = coassembly(&journey.application).await;
        journey.sign_in("coassembly", book.bo).await;
        with_a_device(journey).await;
        journey.open("/coassembly/account").await;
        journey.click("[data-passkey] button").await;
        journey.open("/").await;
        let script = r#"(async () => {
            const send = (address, body) => fetch(address, { method: "POST",
                headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
            const ask = async () => (await send("/sign-in/passkey/ask", {})).json();
            const use = async (asked) => (await navigator.credentials.get({
                publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked.options) })).toJSON();
            const first = await ask(), second = await ask();
            const answer = await use(first);
            const status = async (body) => (await send("/sign-in/passkey", body)).status;
            const found = {};
            found.toAnotherQuestion = await status({ asked: second.asked, answer });
            const third = await ask();
            const forged = await use(third);
            forged.response.userHandle = btoa("0123456789abcdef").replace(/=/g, "");
            found.ofAnotherPerson = await status({ asked: third.asked, answer: forged });
            const fourth = await ask();
            const bent = await use(fourth);
            const signature = bent.response.signature;
            bent.response.signature = signature.slice(0, -6) + (signature.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA");
            found.bent = await status({ asked: fourth.asked, answer: bent });
            found.unasked = await status({ asked: "0".repeat(64), answer });
            found.nothing = await status({ asked: first.asked, answer: {} });
            const fifth = await ask();
            const good = { asked: fifth.asked, answer: await use(fifth) };
            found.good = await status(good);
            found.again = await status(good);
            return found;
        })()"#;
        let found = journey.compute(script).await;
        for (what, expected) in [
            ("toAnotherQuestion", 401),
            ("ofAnotherPerson", 401),
            ("bent", 401),
            ("unasked", 401),
            ("nothing", 401),
            ("good", 200),
            ("again", 401),
        ] {
            assert_eq!(found[what], expected, "{what}: {found}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_passkey_is_renamed_and_removed_and_then_opens_nothing() {
    walk(ON_A_LAPTOP, async |journey| {
        let book = coassembly(&journey.application).await;
        journey.sign_in("coassembly", book.bo).await;
        with_a_device(journey).await;
        journey.open("/coassembly/account").await;
        journey.write("#passkey-name", "Old").await;
        journey.click("[data-passkey] button").await;
        journey.click("li .more summary").await;
        journey.write("li .more input[name=name]", "Blue key").await;
        journey.click("li .more button").await;
        assert!(journey.text().await.contains("Blue key"), "{}", journey.text().await);
        journey.click("li .more summary").await;
        journey.click("li .more button[formaction]").await;
        assert!(journey.text().await.contains("You have no passkey yet"), "{}", journey.text().await);
        journey.click("form[action='/sign-out'] button").await;
        journey.open("/sign-in").await;
        // The device still has its half, and it is worth nothing.
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        assert_eq!(journey.path().await, "/sign-in");
        journey.open("/coassembly/account").await;
        assert!(!journey.source().await.contains("You are Bo"));
    })
    .await;
}

#[tokio::test]
async fn a_member_ends_a_session_elsewhere() {
    walk(ON_A_PHONE, async |journey| {
        let book = coassembly(&journey.application).await;
        let elsewhere = journey.application.session("coassembly", book.bo).await;
        let of_eli = journey.application.session("coassembly", book.eli).await;
        journey.open(&journey.application.link("coassembly", book.bo).await).await;
        journey.click("main button[type=submit]").await;
        journey.open("/coassembly/account").await;
        let said = journey.text().await;
        assert!(said.contains("Chrome, Linux") && said.contains("this browser"), "{said}");
        journey.click("form[action$='/account/end'] button").await;
        assert!(journey.text().await.contains("signed in nowhere else"), "{}", journey.text().await);
        journey.must_be_clean().await;

        let co_op = Slug::new("coassembly");
        let database = journey.application.registers().database();
        let left =
            database.accounts(&co_op, Some(book.bo), jiff::Timestamp::UNIX_EPOCH).await.expect("accounts");
        assert_eq!(left.len(), 1);
        for (session, is_in) in [(elsewhere, false), (of_eli, true)] {
            journey.browser.set_cookie("session", &session).await;
            journey.open("/coassembly/today").await;
            assert_eq!(journey.has("form[action='/sign-out']").await, is_in);
        }
    })
    .await;
}
