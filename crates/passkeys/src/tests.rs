//! Answers of devices, true and false.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    Claim, Made, Passkeys, Wrong,
    device::{Device, Manner},
};

const HERE: &str = "https://members.example.org";
const ANA: Uuid = Uuid::from_u128(7);
const BO: Uuid = Uuid::from_u128(8);

fn site() -> Passkeys {
    Passkeys::at(HERE).unwrap()
}

fn made(site: &Passkeys, device: &Device) -> Made {
    let asked = site.ask_to_make(ANA, "Ana", "The Mill", vec![]).unwrap();
    site.made(&asked.kept, &device.make(&asked.options, &Manner::honest(HERE))).unwrap()
}

fn handle(owner: Uuid) -> String {
    BASE64.encode(owner.as_bytes())
}

#[test]
fn a_passkey_is_made_and_used() {
    let (site, device) = (site(), Device::new(1));
    let asked = site.ask_to_make(ANA, "Ana", "The Mill", vec![vec![9; 16]]).unwrap();
    assert_eq!(asked.options["rp"], json!({ "id": "members.example.org", "name": "The Mill" }));
    assert_eq!(asked.options["authenticatorSelection"]["residentKey"], "required");
    assert_eq!(asked.options["authenticatorSelection"]["userVerification"], "required");
    assert_eq!(asked.options["excludeCredentials"][0]["id"], BASE64.encode([9; 16]));
    let made = site.made(&asked.kept, &device.make(&asked.options, &Manner::honest(HERE))).unwrap();
    assert_eq!(made.credential, [1; 16]);

    let asked = site.ask_to_use().unwrap();
    let answer = device.answer(&asked.options, &handle(ANA), &Manner::honest(HERE));
    assert_eq!(site.claimed(&answer).unwrap(), Claim { credential: vec![1; 16], owner: ANA });
    site.used(&asked.kept, &answer, &made.body).unwrap();
}

#[test]
fn a_passkey_of_another_site_opens_nothing() {
    let (site, device) = (site(), Device::new(1));
    let made = made(&site, &device);
    for origin in [
        "https://evil.example",
        "https://members.example.org.evil.example",
        "https://sub.members.example.org",
        "https://members.example.org:8443",
        "http://members.example.org",
    ] {
        let asked = site.ask_to_use().unwrap();
        let answer = device.answer(&asked.options, &handle(ANA), &Manner::honest(origin));
        assert!(matches!(site.used(&asked.kept, &answer, &made.body), Err(Wrong::Untrue(_))), "{origin}");
        let asked = site.ask_to_make(ANA, "Ana", "x", vec![]).unwrap();
        let answer = device.make(&asked.options, &Manner::honest(origin));
        assert!(matches!(site.made(&asked.kept, &answer), Err(Wrong::Untrue(_))), "{origin}");
    }
    // Nor one whose browser was at this site while the device was asked for another.
    let asked = site.ask_to_use().unwrap();
    let mut elsewhere = asked.options.clone();
    elsewhere["rpId"] = json!("evil.example");
    let answer = device.answer(&elsewhere, &handle(ANA), &Manner::honest(HERE));
    assert!(site.used(&asked.kept, &answer, &made.body).is_err());
}

#[test]
fn an_answer_to_another_question_is_none() {
    let (site, device) = (site(), Device::new(1));
    let made = made(&site, &device);
    let (first, second) = (site.ask_to_use().unwrap(), site.ask_to_use().unwrap());
    let answer = device.answer(&first.options, &handle(ANA), &Manner::honest(HERE));
    assert!(site.used(&second.kept, &answer, &made.body).is_err());
    site.used(&first.kept, &answer, &made.body).unwrap();
    // A question how to make one is answered by no use of one.
    let asked = site.ask_to_make(ANA, "Ana", "x", vec![]).unwrap();
    assert!(site.made(&asked.kept, &answer).is_err());
    assert!(site.used(&asked.kept, &answer, &made.body).is_err());
}

#[test]
fn another_key_opens_nothing() {
    let (site, device, other) = (site(), Device::new(1), Device::new(2));
    let made = made(&site, &device);
    let asked = site.ask_to_use().unwrap();
    let mut forged = other.answer(&asked.options, &handle(ANA), &Manner::honest(HERE));
    assert!(site.used(&asked.kept, &forged, &made.body).is_err());
    // Nor where it calls itself what the true one is called.
    (forged["id"], forged["rawId"]) = (json!(BASE64.encode([1; 16])), json!(BASE64.encode([1; 16])));
    assert!(site.used(&asked.kept, &forged, &made.body).is_err());
    // The name of the owner is not signed: whoever asks compares it with whose passkey it is.
    let answer = device.answer(&asked.options, &handle(BO), &Manner::honest(HERE));
    assert_eq!(site.claimed(&answer).unwrap().owner, BO);
}

#[test]
fn a_locked_device_opens_nothing() {
    let (site, device) = (site(), Device::new(1));
    let made = made(&site, &device);
    let locked = Manner { is_unlocked: false, ..Manner::honest(HERE) };
    let asked = site.ask_to_use().unwrap();
    assert!(
        site.used(&asked.kept, &device.answer(&asked.options, &handle(ANA), &locked), &made.body).is_err()
    );
    let asked = site.ask_to_make(ANA, "Ana", "x", vec![]).unwrap();
    assert!(site.made(&asked.kept, &device.make(&asked.options, &locked)).is_err());
}

#[test]
fn a_copy_of_a_device_is_found_out() {
    let (site, device) = (site(), Device::new(1));
    let body = made(&site, &device).body;
    let used = |count, body: &str| {
        let asked = site.ask_to_use().unwrap();
        let manner = Manner { count, ..Manner::honest(HERE) };
        site.used(&asked.kept, &device.answer(&asked.options, &handle(ANA), &manner), body)
    };
    let body = used(5, &body).unwrap();
    let body = used(6, &body).unwrap();
    for count in [6, 5, 1, 0] {
        assert!(used(count, &body).is_err(), "{count}");
    }
    used(7, &body).unwrap();
}

#[test]
fn what_is_no_answer_is_none() {
    let site = site();
    let asked = site.ask_to_use().unwrap();
    let body = made(&site, &Device::new(1)).body;
    for answer in
        [Value::Null, json!({}), json!([]), json!("x"), json!({ "id": "", "rawId": "", "response": {} })]
    {
        assert!(matches!(site.claimed(&answer), Err(Wrong::Unreadable(_))), "{answer}");
        assert!(site.used(&asked.kept, &answer, &body).is_err());
        assert!(site.made(&asked.kept, &answer).is_err());
    }
    let nobody = Device::new(1).answer(&asked.options, "", &Manner::honest(HERE));
    assert!(site.claimed(&nobody).is_err());
}

#[test]
fn passkeys_need_a_name() {
    for origin in ["http://127.0.0.1:8080", "https://[::1]", "nowhere", ""] {
        assert!(Passkeys::at(origin).is_err(), "{origin}");
    }
    assert!(Passkeys::at("http://localhost:8080").is_ok());
}
