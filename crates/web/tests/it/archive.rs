//! The archive on the pages and in the interface: who files, reads, changes a class and erases, and who finds nothing.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use rochdale_core::{
    archive::{File, Sort},
    command::{By, Command},
    personal::Words,
    values::{DocumentId, Slug},
};
use rochdale_register::{Answer, Database, export, import};

use crate::{
    api,
    browse::{Browser, Shown},
    goldens::readable,
    village::{COASSEMBLY, CONNECTICUT, Village},
};

const TITLE: &str = "Contract with the brick kiln";
const SECRET: &str = "The kiln pays 94,617 and wants nobody to know.\n";
const ADDRESS: &str = "/coassembly/archive/1";

fn id(number: u32) -> String {
    format!("018f0000-0000-7000-8000-{number:012}")
}

/// The village in which Chi is the secretary and Bo the facilitator. It is the 20th of March.
async fn with_offices() -> Village {
    let village = Village::settle(false).await;
    for (name, office) in [("Chi Wang", "secretary"), ("Bo Chen", "facilitator")] {
        let (office, person) = (Slug::new(office), village.person(name));
        let from = "2026-03-01".parse().unwrap();
        let command = Command::GiveOffice { office, person, from, until: None };
        assert!(matches!(village.ask(COASSEMBLY, By::Desk, command).await, Answer::Done(_)));
    }
    village
}

/// Sends the form that files a document, or another with a file.
async fn send(browser: &Browser<'_>, path: &str, fields: &[(&str, &str)], file: &str) -> Shown {
    let mut body = String::new();
    for (name, value) in fields {
        body.push_str(&format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        ));
    }
    body.push_str(&format!(
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../x.html\"\r\nContent-Type: text/html\r\n\r\n{file}\r\n--edge--\r\n"
    ));
    let request = Request::post(path)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
    browser.ask(request, Body::from(body)).await
}

/// Dee files a contract on which Joy, a flying member, is named.
async fn with_a_contract() -> Village {
    let village = with_offices().await;
    let dee = Browser::of(&village, COASSEMBLY, "Dee Huang").await;
    let (joy, request) = (village.person("Joy Pan").to_string(), id(1));
    let fields = [
        ("request", &*request),
        ("title", TITLE),
        ("dated", "2026-03-19"),
        ("class", "restricted"),
        ("named", &*joy),
    ];
    let filed = send(&dee, "/coassembly/archive", &fields, SECRET).await;
    assert_eq!((filed.status, filed.leads_to()), (StatusCode::SEE_OTHER, ADDRESS), "{}", filed.body);
    village
}

#[tokio::test]
async fn a_document_is_filed_read_and_handed_out() {
    let village = with_a_contract().await;
    for (name, why) in [
        ("Dee Huang", "Dee Huang filed it"),
        ("Joy Pan", "Joy Pan is named on it"),
        ("Bo Chen", "holds the office of Facilitator"),
        ("Chi Wang", "which keeps the archive"),
    ] {
        let reader = Browser::of(&village, COASSEMBLY, name).await;
        let page = reader.get(ADDRESS).await.body;
        let hash = File::of(SECRET.as_bytes()).unwrap().hash.to_string();
        assert!(page.contains(TITLE) && page.contains(&hash) && page.contains("FIN-05"), "{name}: {page}");
        assert!(page.contains(why), "{name}: {page}");
        let filer = format!("<a href=\"/coassembly/members/{}\">Dee Huang</a>", village.person("Dee Huang"));
        assert!(page.contains(&filer), "{name}: {page}");
        assert!(reader.get("/coassembly/archive").await.body.contains(TITLE), "{name}");
        let file = reader.get(&format!("{ADDRESS}/file")).await;
        assert_eq!((file.status, &*file.body), (StatusCode::OK, SECRET), "{name}");
        assert_eq!(file.headers[header::CONTENT_TYPE], "text/plain; charset=utf-8");
        assert_eq!(file.headers[header::CONTENT_DISPOSITION], "attachment; filename=\"document-1.txt\"");
        assert_eq!(file.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert_eq!(file.headers[header::CACHE_CONTROL], "no-store");
        let token = api::token(&village, COASSEMBLY, name).await;
        let shown = api::get(&village, ADDRESS, Some(&token)).await;
        let shown = shown.is_ok();
        assert_eq!((&shown["title"], &shown["class"]), (&TITLE.into(), &"restricted".into()), "{name}");
        assert_eq!(shown["why"]["cites"]["clause"], "FIN-05");
        let file = api::get(&village, &format!("{ADDRESS}/file"), Some(&token)).await;
        assert_eq!(file.text, SECRET, "{name}");
    }
}

/// Every address at which somebody might find a document.
const ADDRESSES: &[&str] = &[
    "",
    "/archive",
    "/archive?search=kiln",
    "/archive?class=restricted",
    "/archive/1",
    "/archive/1/file",
    "/archive/2",
    "/today",
    "/register",
];

#[tokio::test]
async fn whoever_may_not_read_a_document_finds_it_nowhere() {
    let village = with_a_contract().await;
    for name in ["Ana Lin", "Hana Kuo", "Ian Hsu", "Kai Yeh", "desk"] {
        let other = Browser::of(&village, COASSEMBLY, name).await;
        for path in ADDRESSES {
            let shown = other.get(&format!("/coassembly{path}")).await;
            for secret in ["kiln\"", TITLE, "94,617", "document 1 ", "Document 1"] {
                let is_echo = path.contains("search=") && secret == "kiln\"";
                assert!(is_echo || !shown.body.contains(secret), "{name} at {path}: {}", shown.body);
            }
        }
        for path in ["", "/file"] {
            let there = other.get(&format!("/coassembly/archive/1{path}")).await;
            let nowhere = other.get(&format!("/coassembly/archive/9{path}")).await;
            assert_eq!(there.status, StatusCode::NOT_FOUND, "{name}");
            let other_way = nowhere.body.replace("archive/9", "archive/1");
            assert_eq!(
                there.body, other_way,
                "{name}: one answer for what is not theirs and what is not there"
            );
        }
        let token = api::token(&village, COASSEMBLY, name).await;
        for path in ADDRESSES.iter().chain(&["/register/entries?per_page=200"]) {
            let said = api::get(&village, &format!("/coassembly{path}"), Some(&token)).await;
            let hash = File::of(SECRET.as_bytes()).unwrap().hash.to_string();
            for secret in [TITLE, "94,617", "document_filed", &hash] {
                assert!(!said.text.contains(secret), "{name} at {path}: {}", said.text);
            }
        }
        api::get(&village, ADDRESS, Some(&token)).await.is_problem(404, "not_found");
        api::get(&village, &format!("{ADDRESS}/file"), Some(&token)).await.is_problem(404, "not_found");
        let list = api::get(&village, "/coassembly/archive", Some(&token)).await;
        assert_eq!(list.is_ok()["total"], 0, "{name}");
    }
    let stranger = Browser::stranger(&village);
    for path in ADDRESSES {
        assert!(!stranger.get(&format!("/coassembly{path}")).await.body.contains(TITLE), "{path}");
    }
    let elsewhere = Browser::of(&village, CONNECTICUT, "desk").await;
    assert_eq!(elsewhere.get(ADDRESS).await.status, StatusCode::NOT_FOUND);
    assert_eq!(elsewhere.get("/cooperate-connecticut/archive").await.status, StatusCode::NOT_FOUND);
    assert_eq!(elsewhere.get("/cooperate-connecticut/archive/1").await.status, StatusCode::NOT_FOUND);
    let today =
        Browser::of(&village, CONNECTICUT, "Rosa Vega").await.get("/cooperate-connecticut/today").await;
    assert!(!today.body.contains("/archive"), "{}", today.body);
}

#[tokio::test]
async fn an_export_has_no_title_and_no_bytes() {
    let village = with_a_contract().await;
    let (database, coassembly) = (village.site.registers.database(), Slug::new(COASSEMBLY));
    let mut book = Vec::new();
    export(database, &coassembly, false, &mut book, "memory").await.unwrap();
    let text = String::from_utf8(book).unwrap();
    assert!(text.contains("document_filed") && !text.contains(TITLE) && !text.contains("94,617"));
    let mut whole = Vec::new();
    export(database, &coassembly, true, &mut whole, "memory").await.unwrap();
    let copy = Database::open("memory:").await.unwrap();
    import(&copy, &mut std::io::Cursor::new(whole), "memory").await.unwrap();
    assert_eq!(copy.file(&coassembly, DocumentId(1)).await.unwrap(), None, "files stand beside the book");
}

#[tokio::test]
async fn a_class_is_changed_by_the_keeper_alone_and_then_others_read() {
    let village = with_a_contract().await;
    let change = |number, class| {
        [("request", id(number)), ("class", String::from(class)), ("said", "It was announced.".to_owned())]
    };
    for (name, status) in [
        ("Dee Huang", StatusCode::CONFLICT),
        ("Joy Pan", StatusCode::CONFLICT),
        ("Bo Chen", StatusCode::CONFLICT),
        ("Ana Lin", StatusCode::UNPROCESSABLE_ENTITY),
        ("Kai Yeh", StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let browser = Browser::of(&village, COASSEMBLY, name).await;
        let fields = change(2, "public");
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, &**value)).collect();
        for step in ["reclassify", "erase"] {
            let sent = browser.send(&format!("{ADDRESS}/{step}"), &fields).await;
            let expected = if status == StatusCode::CONFLICT { status } else { StatusCode::NOT_FOUND };
            assert!(sent.status == status || sent.status == expected, "{name}: {step}: {}", sent.status);
            assert!(status == StatusCode::CONFLICT || !sent.body.contains(TITLE), "{name}");
        }
    }
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    assert_eq!(ana.get(ADDRESS).await.status, StatusCode::NOT_FOUND);
    let chi = Browser::of(&village, COASSEMBLY, "Chi Wang").await;
    let fields = change(3, "public");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, &**value)).collect();
    assert_eq!(chi.send(&format!("{ADDRESS}/reclassify"), &fields).await.status, StatusCode::SEE_OTHER);
    let stranger = Browser::stranger(&village);
    let page = stranger.get(ADDRESS).await.body;
    assert!(chi.get(ADDRESS).await.body.contains("It was announced."), "whoever keeps the archive reads why");
    assert!(
        page.contains(TITLE) && !page.contains("It was announced.") && page.contains("Everybody reads"),
        "{page}"
    );
    assert!(!page.contains("Dee Huang") && !page.contains("Chi Wang"), "the public sees no member: {page}");
    assert!(!page.contains("/coassembly/members/"), "and is led to none: {page}");
    assert_eq!(stranger.get(&format!("{ADDRESS}/file")).await.body, SECRET);
    assert!(stranger.get("/coassembly").await.body.contains("Published documents"));
}

#[tokio::test]
async fn an_erased_document_is_gone_and_its_entry_stays() {
    let village = with_a_contract().await;
    let chi = Browser::of(&village, COASSEMBLY, "Chi Wang").await;
    let request = id(4);
    let fields = [("request", &*request), ("said", "The kiln asked for it.")];
    assert_eq!(chi.send(&format!("{ADDRESS}/erase"), &fields).await.status, StatusCode::SEE_OTHER);
    for name in ["Chi Wang", "Dee Huang", "Joy Pan"] {
        let reader = Browser::of(&village, COASSEMBLY, name).await;
        let page = reader.get(ADDRESS).await.body;
        assert!(page.contains("Document 1") && page.contains("The kiln asked for it."), "{name}: {page}");
        assert!(!page.contains(TITLE) && !page.contains("/file\""), "{name}: {page}");
        assert_eq!(reader.get(&format!("{ADDRESS}/file")).await.status, StatusCode::NOT_FOUND, "{name}");
    }
    let (database, coassembly) = (village.site.registers.database(), Slug::new(COASSEMBLY));
    assert_eq!(database.file(&coassembly, DocumentId(1)).await.unwrap(), None);
    let mut whole = Vec::new();
    export(database, &coassembly, true, &mut whole, "memory").await.unwrap();
    assert!(!String::from_utf8(whole).unwrap().contains(TITLE), "it is gone from beside the book too");
    rochdale_register::verify(database, &coassembly).await.unwrap();
    // Nobody puts back what was erased.
    let restored = send(&chi, &format!("{ADDRESS}/file"), &[], SECRET).await;
    assert!(!restored.status.is_success() && !restored.status.is_redirection(), "{}", restored.status);
    assert_eq!(database.file(&coassembly, DocumentId(1)).await.unwrap(), None);
}

#[tokio::test]
async fn what_may_not_be_filed_leaves_nothing() {
    let village = with_offices().await;
    let database = village.site.registers.database();
    let coassembly = Slug::new(COASSEMBLY);
    let request = id(5);
    let fields = |class: &'static str| {
        [("request", &*request), ("title", TITLE), ("dated", "2026-03-19"), ("class", class)]
    };
    for (name, class, file, says) in [
        ("Joy Pan", "internal", SECRET, "filer_must_fit"),
        ("Kai Yeh", "internal", SECRET, "filer_must_fit"),
        ("Dee Huang", "public", SECRET, "archive_keeper_must_act"),
        ("Dee Huang", "internal", "\u{1}\u{2}", "The archive takes PDF"),
        ("Dee Huang", "secret", SECRET, "no confidentiality class called"),
    ] {
        let browser = Browser::of(&village, COASSEMBLY, name).await;
        let sent = send(&browser, "/coassembly/archive", &fields(class), file).await;
        assert!(!sent.status.is_redirection() && sent.body.contains(says), "{name}, {class}: {}", sent.body);
        assert_eq!(database.file(&coassembly, DocumentId(1)).await.unwrap(), None, "{name}");
    }
    let dee = Browser::of(&village, COASSEMBLY, "Dee Huang").await;
    let large = "a".repeat(rochdale_register::FILE_BYTES_MAX + 1);
    let sent = send(&dee, "/coassembly/archive", &fields("internal"), &large).await;
    assert!(sent.body.contains("larger than 10 MB"), "{}", sent.status);
    assert!(sent.body.contains(&format!("value=\"{TITLE}\"")), "what was written is there still");
    let stranger = Browser::stranger(&village);
    assert!(
        !send(&stranger, "/coassembly/archive", &fields("internal"), SECRET).await.status.is_redirection()
    );
    let state = village.site.registers.registrar(&coassembly).unwrap().state();
    assert_eq!(state.filed_documents().count(), 0);
}

/// Whoever knows the hash of a document that they may not read gets nothing by naming it.
#[tokio::test]
async fn a_hash_gives_nobody_the_bytes() {
    let village = with_a_contract().await;
    let token = api::token(&village, COASSEMBLY, "Ana Lin").await;
    let file = File::of(SECRET.as_bytes()).unwrap();
    let body = serde_json::json!({
        "command": "file_document", "dated": "2026-03-19", "file": file, "class": "internal",
        "words": { "texts": { "title": "Mine" }, "salt": "0123456789abcdef" },
    });
    let request = api::request(Method::POST, "/api/v1/coassembly/commands", Some(&token));
    let request = request.header(header::CONTENT_TYPE, "application/json");
    let said = api::call(&village, request.body(Body::from(body.to_string())).unwrap()).await;
    assert_eq!(said.status, 201, "{}", said.text);
    let mine = "/coassembly/archive/2";
    let shown = api::get(&village, &format!("{mine}/file"), Some(&token)).await;
    assert_eq!(shown.status, 503, "{}", shown.text);
    assert!(!shown.text.contains("94,617"));
    let put = async |bytes: &'static str, name: &str| {
        let token = api::token(&village, COASSEMBLY, name).await;
        let request = api::request(Method::PUT, &format!("/api/v1{mine}/file"), Some(&token));
        api::call(&village, request.body(Body::from(bytes)).unwrap()).await.status
    };
    assert_eq!(put("something else", "Ana Lin").await, 422);
    assert_eq!(put(SECRET, "Hana Kuo").await, 404, "she reads it, and did not file it");
    assert_eq!(put(SECRET, "Joy Pan").await, 404);
    assert_eq!(put(SECRET, "Ana Lin").await, 204, "she has the bytes");
    assert_eq!(api::get(&village, &format!("{mine}/file"), Some(&token)).await.text, SECRET);
    let state = village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap().state();
    assert_eq!(state.filed_document(DocumentId(2)).unwrap().file.sort, Sort::Text);
}

#[tokio::test]
async fn pages_of_the_archive_read_as_they_were_agreed() {
    let village = with_a_contract().await;
    for (name, who, language, path) in [
        ("archive-en", "Dee Huang", "en", "/coassembly/archive"),
        ("archive-es", "Joy Pan", "es", "/coassembly/archive?search=nothing+like+it"),
        ("document-en", "Joy Pan", "en", ADDRESS),
        ("document-zh-hant", "Chi Wang", "zh-Hant", ADDRESS),
    ] {
        let page = Browser::of(&village, COASSEMBLY, who).await.reading(language).get(path).await;
        insta::assert_snapshot!(name, readable(&page.body));
    }
}

#[tokio::test]
async fn a_long_list_is_read_page_by_page() {
    let village = with_offices().await;
    let by = By::Party(village.person("Dee Huang"));
    for number in 1..=51 {
        let file = File::of(b"We met.").unwrap();
        let texts = [(Slug::new("title"), format!("Minutes & more {number:02}"))].into();
        let words = Words { texts, salt: "0123456789abcdef".to_owned() };
        let dated = "2026-03-19".parse().unwrap();
        let command = Command::FileDocument { class: None, dated, file, named: Vec::new(), words };
        assert!(matches!(village.ask(COASSEMBLY, by, command).await, Answer::Done(_)));
    }
    let hana = Browser::of(&village, COASSEMBLY, "Hana Kuo").await;
    let first = hana.get("/coassembly/archive?class=internal&search=minutes+%26").await.body;
    assert!(first.contains("more 51") && !first.contains("more 01"), "the newest first");
    let next = first.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let next = next.replace("&amp;", "&");
    assert_eq!(next, "/coassembly/archive?class=internal&search=minutes+%26&page=2");
    let second = hana.get(&next).await.body;
    assert!(second.contains("more 01") && !second.contains("more 51"), "{second}");
    // The newest stands first, so the next page is no later one.
    assert!(first.contains(">Next →") && second.contains(">← Previous<"), "{second}");
    let none = hana.get("/coassembly/archive?class=restricted&search=minutes").await.body;
    assert!(none.contains("No document that you can read is called so"), "{none}");
}
