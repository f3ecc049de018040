//! A machine that fails while somebody asks: they are told, and nothing has happened.

use axum::http::StatusCode;
use rochdale_core::values::Slug;
use serde_json::json;

use crate::{
    api,
    browse::Browser,
    village::{COASSEMBLY, Village},
};

#[tokio::test]
async fn a_vanished_database_is_told_on_the_page_and_to_programs() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("book.db");
    let village = Village::settle_in(&format!("sqlite:{}", file.display()), false).await;
    let registrar = village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap();
    let (ana, token) = (
        Browser::of(&village, COASSEMBLY, "Ana Lin").await,
        api::token(&village, COASSEMBLY, "Ana Lin").await,
    );
    let head = registrar.head();
    assert_eq!(ana.get("/coassembly/today").await.status, StatusCode::OK);
    std::fs::remove_file(&file).unwrap();

    let fields = [
        ("request", "018f0000-0000-7000-8000-000000000001"),
        ("matter", "day-to-day"),
        ("title", "New chairs"),
        ("text", "Two of them."),
        ("owner", ""),
        ("deadline", ""),
    ];
    let page = ana.send("/coassembly/proposals/new", &fields).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE, "{}", page.body);
    assert!(page.body.contains("New chairs"), "what was written is there to be sent again: {}", page.body);
    assert!(!page.body.contains("book.db"), "where the database stands is for the log: {}", page.body);

    let draft =
        json!({"command": "draft_proposal", "title": "New chairs", "text": "Two.", "matter": "day-to-day"});
    let said = api::submit(&village, COASSEMBLY, Some(&token), None, &draft).await;
    said.is_problem(503, "fault");
    assert!(!said.text.contains("book.db"), "{}", said.text);
    assert_eq!(registrar.head(), head, "nothing was done");
    assert!(!file.exists(), "and no empty database stands where the book stood");
}
