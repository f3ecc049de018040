//! Whoever asks by a method that an address does not take is told which it takes (RFC 9110, 15.5.6).

use std::{collections::BTreeSet, fs, path::Path};

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use serde_json::Value;

use crate::{
    browse::{Browser, Shown},
    village::{COASSEMBLY, Village},
};

/// What stands between the parentheses of a call.
fn call(piece: &str) -> &str {
    let mut depth = 1;
    let end = piece.find(|one| {
        depth += i32::from(one == '(') - i32::from(one == ')');
        depth == 0
    });
    &piece[..end.unwrap_or(piece.len())]
}

/// The routes as they stand in the source, each with the methods that it takes.
fn routes(folder: &Path, found: &mut Vec<(String, BTreeSet<String>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            routes(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let source = fs::read_to_string(&path).unwrap();
            for call in source.split(".route(").skip(1).map(call) {
                let takes = |method: &str| call.contains(&format!("{method}("));
                let mut methods = BTreeSet::new();
                if takes("get") {
                    methods.extend(["GET".to_owned(), "HEAD".to_owned()]);
                }
                if takes("post") {
                    methods.insert("POST".to_owned());
                }
                found.push((call.split('"').nth(1).unwrap().to_owned(), methods));
            }
        }
    }
}

/// The routes of the interface as its description has them.
async fn described(stranger: &Browser<'_>) -> Vec<(String, BTreeSet<String>)> {
    let document: Value = serde_json::from_str(&stranger.get("/api/v1/openapi.json").await.body).unwrap();
    let methods = |item: &Value| {
        let methods = item.as_object().unwrap().keys().map(|method| method.to_uppercase());
        methods.flat_map(|one| if one == "GET" { vec![one, "HEAD".to_owned()] } else { vec![one] }).collect()
    };
    let paths = document["paths"].as_object().unwrap().iter();
    paths.map(|(path, item)| (format!("/api/v1{path}"), methods(item))).collect()
}

fn allowed(shown: &Shown) -> BTreeSet<String> {
    let allow = shown.headers.get(header::ALLOW).map_or("", |allow| allow.to_str().unwrap());
    allow.split(',').map(|method| method.trim().to_owned()).collect()
}

#[tokio::test]
async fn every_address_says_which_methods_it_takes() {
    let village = Village::settle(true).await;
    let stranger = Browser::stranger(&village);
    let mut all = described(&stranger).await;
    routes(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    assert!(all.len() > 30, "too few routes: {all:?}");
    for (route, takes) in all {
        assert!(!takes.is_empty(), "{route}");
        let address = route.replace("{org}", COASSEMBLY).replace(['{', '}'], "");
        for method in [Method::GET, Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
            if takes.contains(method.as_str()) {
                continue;
            }
            let asked = Request::builder().method(method.clone()).uri(&address);
            let turned = stranger.ask(asked, Body::empty()).await;
            assert_eq!(turned.status, 405, "{method} {route}");
            assert_eq!(allowed(&turned), takes, "{method} {route}");
            let kind = turned.headers[header::CONTENT_TYPE].to_str().unwrap();
            let is_api = route.starts_with("/api/v1/");
            assert_eq!(kind == "application/problem+json", is_api, "{method} {route}: {kind}");
        }
    }
}

/// Only a method that is not taken is answered so: what is not there takes none.
#[tokio::test]
async fn no_other_answer_names_methods() {
    let village = Village::settle(false).await;
    let stranger = Browser::stranger(&village);
    for path in ["/", "/nowhere/at/all/x", "/coassembly/members", "/api/v1/coassembly/members", "/api/v1/x/y"]
    {
        let shown = stranger.get(path).await;
        assert!(!shown.headers.contains_key(header::ALLOW), "{path}");
    }
}
