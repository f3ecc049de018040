//! The pages that explain the interface.

use axum::{
    body::Body,
    http::{Method, header},
};
use rochdale_core::refusal::Code;

use super::{Said, call, get, request, settled};
use crate::{
    browse::Browser,
    village::{COASSEMBLY, Village},
};

async fn page(village: &Village, path: &str, language: &str) -> Said {
    let asked = request(Method::GET, path, None).header(header::ACCEPT_LANGUAGE, language);
    call(village, asked.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn the_page_shows_all_that_the_description_says() {
    let village = settled().await;
    let document = get(village, "/openapi.json", None).await;
    for language in ["en", "es", "zh-Hant"] {
        let page = page(village, "/api", language).await;
        assert_eq!(page.status, 200);
        for (path, item) in document.is_ok()["paths"].as_object().unwrap() {
            assert!(page.text.contains(&format!("/api/v1{path}</code>")), "{path}");
            for operation in item.as_object().unwrap().values() {
                assert!(page.text.contains(operation["summary"].as_str().unwrap()), "{path}");
            }
        }
        for name in document.json["components"]["schemas"].as_object().unwrap().keys() {
            assert!(page.text.contains(&format!("id=\"type-{name}\"")), "{name}");
        }
        assert!(!page.text.contains("<script"), "no script is needed to read");
    }
}

/// What the page says at its head that there is, and is not.
#[tokio::test]
async fn the_page_promises_what_there_is() {
    let village = settled().await;
    let page = page(village, "/api", "en").await.text;
    assert!(page.contains("Not among it are lists of members as files and the mail"), "{page}");
    for path in get(village, "/openapi.json", None).await.is_ok()["paths"].as_object().unwrap().keys() {
        assert!(["lists", "mail"].iter().all(|missing| !path.contains(missing)), "{path}");
    }
    // No page of the desk makes a token.
    assert!(page.contains("Whoever runs this program for the co-op issues a token"), "{page}");
    let ana = Browser::of(village, COASSEMBLY, "Ana Lin").await;
    assert!(ana.get("/coassembly/account").await.body.contains("<a href=\"/api\">"));
}

#[tokio::test]
async fn every_link_inside_the_page_leads_somewhere() {
    let village = settled().await;
    let page = page(village, "/api", "en").await;
    for link in page.text.split("href=\"#").skip(1) {
        let id = link.split('"').next().unwrap();
        assert!(page.text.contains(&format!("id=\"{id}\"")), "#{id}");
    }
}

#[tokio::test]
async fn every_problem_has_its_page_in_three_languages() {
    let village = settled().await;
    let listed = page(village, "/api", "en").await;
    let codes: Vec<&str> =
        listed.text.split("href=\"/problems/").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(codes.len() > Code::ALL.len());
    for code in codes {
        let mut pages = std::collections::BTreeSet::new();
        for language in ["en", "es", "zh-Hant"] {
            let page = page(village, &format!("/problems/{code}"), language).await;
            assert_eq!(page.status, 200, "{code}");
            assert!(page.text.contains(code), "{code}");
            pages.insert(page.text);
        }
        assert_eq!(pages.len(), 3, "{code}");
    }
    assert_eq!(page(village, "/problems/no_such_problem", "en").await.status, 404);
}
