//! The description of the interface: as it was agreed, and sound in itself.

use std::collections::BTreeSet;

use axum::{body::Body, http::Method};
use rochdale_core::{
    archive::File,
    command::{By, Command},
    personal::Words,
    values::{DocumentId, Slug},
};
use rochdale_register::Answer;
use serde_json::Value;

use super::{as_agreed, call, get, request, settled, token};
use crate::village::{COASSEMBLY, Village};

async fn description() -> Value {
    let village = settled().await;
    get(village, "/openapi.json", None).await.is_ok().clone()
}

#[tokio::test]
async fn it_says_what_was_agreed() {
    as_agreed("openapi", &description().await);
}

/// Calls `visit` with every value inside a document, and where it stands.
fn walk<'a>(value: &'a Value, place: &str, visit: &mut dyn FnMut(&str, &'a Value)) {
    visit(place, value);
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| walk(field, &format!("{place}/{name}"), visit));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| walk(item, &format!("{place}/{at}"), visit));
        }
        _ => {}
    }
}

#[tokio::test]
async fn every_reference_leads_somewhere_and_everything_is_referred_to() {
    let document = description().await;
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1."));
    let mut referred = BTreeSet::new();
    walk(&document, "", &mut |place, value| {
        if let Some(address) = value.get("$ref").and_then(Value::as_str) {
            let pointer = address.strip_prefix('#').expect("a reference inside the document");
            assert!(document.pointer(pointer).is_some(), "{place} refers to {address}, which is not there");
            referred.insert(address.to_owned());
        }
    });
    for kind in ["schemas", "responses"] {
        for name in document["components"][kind].as_object().unwrap().keys() {
            assert!(referred.contains(&format!("#/components/{kind}/{name}")), "nothing refers to {name}");
        }
    }
}

/// What is not to be seen is absent, so no field of an answer is ever `null`.
#[tokio::test]
async fn no_answer_holds_null() {
    let document = description().await;
    let page = &document["components"]["schemas"]["Page_Entry"]["properties"]["items"]["items"];
    assert_eq!(page["$ref"], "#/components/schemas/Entry");
    let sent = ["Command", "Draft", "Effect", "Personal", "Stance"];
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        let says_null = schema.to_string().contains("\"null\"");
        assert!(!says_null || sent.contains(&name.as_str()), "{name}");
    }
}

#[tokio::test]
async fn everything_in_it_is_described() {
    let document = description().await;
    let mut ids = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let at = format!("{method} {path}");
            assert!(ids.insert(operation["operationId"].as_str().unwrap().to_owned()), "{at}");
            assert!(operation["summary"].as_str().is_some_and(|summary| !summary.is_empty()), "{at}");
            assert_eq!(operation["tags"].as_array().unwrap().len(), 1, "{at}");
            let placed: BTreeSet<&str> = operation["parameters"]
                .as_array()
                .into_iter()
                .flatten()
                .filter(|one| one["in"] == "path")
                .map(|one| one["name"].as_str().unwrap())
                .collect();
            let in_path: BTreeSet<&str> =
                path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect();
            assert_eq!(placed, in_path, "{at}");
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                assert!(parameter["description"].is_string(), "{at}: {parameter}");
            }
            assert!(operation["responses"].as_object().unwrap().len() > 1, "{at}");
        }
    }
    walk(&document["components"]["schemas"], "", &mut |place, value| {
        let Some(properties) = value.get("properties").and_then(Value::as_object) else { return };
        for (name, field) in properties {
            // A tag, or the one field of a variant, is described with its variant.
            let is_of_variant = place.contains("oneOf");
            let is_described =
                field["description"].is_string() || field["oneOf"][0]["description"].is_string();
            assert!(is_of_variant || is_described, "{place}/{name}");
        }
    });
}

/// The description and the routes are made by the same lines; this sees that they are also served so.
#[tokio::test]
async fn every_path_in_it_is_served() {
    let village = &Village::settle(false).await;
    let ana = token(village, COASSEMBLY, "Ana Lin").await;
    // An exit shows to whoever leaves.
    let (membership, on) = (village.membership("Ana Lin"), "2026-12-31".parse().unwrap());
    let notice = Command::GiveNotice { membership, on };
    // An applicant shows to whoever answers applicants by an office.
    let (person, from) = (village.person("Chi Wang"), "2026-03-20".parse().unwrap());
    let office = Command::GiveOffice { office: Slug::new("secretary"), person, from, until: None };
    let texts = [("name", "Leo Ma"), ("reach", "At the market, on Sundays")];
    let texts = texts.into_iter().map(|(asked, answer)| (Slug::new(asked), answer.to_owned())).collect();
    let words = Words { texts, salt: "0123456789abcdef".to_owned() };
    let interest = Command::SendInterest { class: Slug::new("associate"), kind: None, words };
    let asset = Command::EnterAsset {
        kind: Slug::new("device"),
        name: "The field camera".to_owned(),
        label: String::new(),
        place: "Studio, shelf 3".to_owned(),
        since: "2025-06-01".parse().unwrap(),
    };
    let words = Words {
        texts: [(Slug::new("text"), "My letters are opened.".to_owned())].into(),
        salt: "0123456789abcdef".to_owned(),
    };
    let case = Command::OpenCase { kind: Slug::new("complaint"), about: Vec::new(), words };
    let leaver = By::Party(village.person("Ana Lin"));
    let joy = By::Party(village.person("Joy Pan"));
    for (by, command) in
        [(leaver, notice), (By::Desk, office), (By::Visitor, interest), (By::Desk, asset), (joy, case)]
    {
        let answer = village.ask(COASSEMBLY, by, command).await;
        assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
    }
    let text = b"We met, and went home.";
    let title = Words {
        texts: [(Slug::new("title"), "Minutes".to_owned())].into(),
        salt: "0123456789abcdef".to_owned(),
    };
    let dated = "2026-03-19".parse().unwrap();
    let file = File::of(text).unwrap();
    let document = Command::FileDocument { class: None, dated, file, named: Vec::new(), words: title };
    assert!(matches!(village.ask(COASSEMBLY, leaver, document).await, Answer::Done(_)));
    let database = village.site.registers.database();
    database.keep_file(&Slug::new(COASSEMBLY), DocumentId(1), text).await.unwrap();
    let chi = token(village, COASSEMBLY, "Chi Wang").await;
    let hana = token(village, COASSEMBLY, "Hana Kuo").await;
    let joy = token(village, COASSEMBLY, "Joy Pan").await;
    let document = get(village, "/openapi.json", None).await;
    let paths = document.is_ok()["paths"].as_object().unwrap();
    for (path, item) in paths {
        // Of those whose training is reviewed there is Hana.
        let membership = if path.contains("/reviews/") {
            village.membership("Hana Kuo")
        } else {
            village.membership("Ana Lin")
        };
        let address = path
            .replace("{org}", COASSEMBLY)
            .replace("{party}", "1")
            .replace("{proposal}", "1")
            .replace("{exit}", "1")
            .replace("{agreement}", "1")
            .replace("{applicant}", "1")
            .replace("{asset}", "1")
            .replace("{case}", "1")
            .replace("{document}", "1")
            .replace("{membership}", &membership.to_string())
            .replace("{clause}", "GOV-06");
        for method in item.as_object().unwrap().keys() {
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let token = match path.as_str() {
                // The agreement is Joy's, and not Ana's to read.
                "/{org}/agreements/{agreement}" => &joy,
                "/{org}/applicants" | "/{org}/applicants/{applicant}" | "/{org}/behind" => &chi,
                // So is the case that she brings.
                "/{org}/cases/{case}" => &joy,
                "/{org}/reviews/{membership}" => &hana,
                _ => &ana,
            };
            let asked = request(method.clone(), &format!("/api/v1{address}"), Some(token));
            let said = call(village, asked.body(Body::empty()).unwrap()).await;
            // The one command that is sent here has no body, and no file has none either.
            let expected = match method {
                Method::GET => 200,
                Method::PUT => 422,
                _ => 415,
            };
            assert_eq!(said.status, expected, "{method} {path}: {}", said.text);
        }
    }
}
