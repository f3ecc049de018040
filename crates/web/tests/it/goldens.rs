//! What people read, kept word for word: pages in each language, and a refusal as text and as a page.

use std::path::Path;

use axum::http::StatusCode;
use rochdale_core::{
    command::{By, Command},
    values::{Language, ProposalId, Slug},
};
use rochdale_register::Answer;
use rochdale_testkit::strays;
use rochdale_words::{BookNames, Words};

use crate::{
    browse::Browser,
    village::{COASSEMBLY, CONNECTICUT, Village},
};

/// The page's own part, a tag a line, without the ids that forms draw at random.
pub fn readable(page: &str) -> String {
    let start = page.find("<main").unwrap();
    let end = page.find("</main>").unwrap();
    let lines = page[start..end].replace("><", ">\n<");
    let without_ids = lines.lines().map(|line| match line.split_once("name=\"request\" value=\"") {
        Some((before, _)) => format!("{before}name=\"request\" value=\"(drawn at random)\">"),
        None => line.to_owned(),
    });
    without_ids.collect::<Vec<_>>().join("\n")
}

/// The same without the hashes of entries: they cover the ids of requests, which are drawn at random.
fn without_hashes(readable: &str) -> String {
    let is_hash = |code: &str| {
        let hash = code.trim_end_matches('…');
        hash.len() >= 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    let parts = readable.split_inclusive(['<', '>']).map(|part| match part.strip_suffix('<') {
        Some(code) if is_hash(code) => "(a hash)<",
        _ => part,
    });
    parts.collect()
}

#[tokio::test]
async fn pages_read_as_they_were_agreed() {
    let village = Village::settle(false).await;
    let member = format!("/coassembly/members/{}", village.person("Hana Kuo"));
    let rights = format!("{member}/rights");
    for (name, org, who, language, path) in [
        ("home-en", COASSEMBLY, "Ana Lin", "en", "/coassembly"),
        ("proposal-en", COASSEMBLY, "Ana Lin", "en", "/coassembly/proposals/1"),
        ("verdict-zh-hant", COASSEMBLY, "Bo Chen", "zh-Hant", "/coassembly/proposals/2"),
        ("member-zh-hant", COASSEMBLY, "Hana Kuo", "zh-Hant", member.as_str()),
        ("today-es", CONNECTICUT, "Rosa Vega", "es", "/cooperate-connecticut/today"),
        ("members-es", CONNECTICUT, "Rosa Vega", "es", "/cooperate-connecticut/members?class=coop"),
        ("rights-zh-hant", COASSEMBLY, "Hana Kuo", "zh-Hant", rights.as_str()),
        ("proposals-zh-hant", COASSEMBLY, "Ana Lin", "zh-Hant", "/coassembly/proposals"),
        ("new-proposal-en", COASSEMBLY, "Ana Lin", "en", "/coassembly/proposals/new"),
        (
            "new-admission-zh-hant",
            COASSEMBLY,
            "Ana Lin",
            "zh-Hant",
            "/coassembly/proposals/new?matter=flying-admission",
        ),
        (
            "amendment-es",
            CONNECTICUT,
            "Rosa Vega",
            "es",
            "/cooperate-connecticut/proposals/new?matter=amendment",
        ),
        ("bylaws-es", CONNECTICUT, "Rosa Vega", "es", "/cooperate-connecticut/bylaws"),
        ("clause-en", COASSEMBLY, "Ana Lin", "en", "/coassembly/bylaws/GOV-06"),
        ("register-en", COASSEMBLY, "Ana Lin", "en", "/coassembly/register"),
    ] {
        let page = Browser::of(&village, org, who).await.reading(language).get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        insta::assert_snapshot!(name, without_hashes(&readable(&page.body)));
    }
}

/// A snapshot that no test takes would be read by nobody.
#[test]
fn no_snapshot_is_left_over() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    assert_eq!(strays(&tests), Vec::<String>::new());
}

#[tokio::test]
async fn a_refusal_reads_as_it_was_agreed() {
    let village = Village::settle(false).await;
    let ana = By::Party(village.person("Ana Lin"));
    let closes = "2026-04-01T10:00:00Z".parse().unwrap();
    let call = Command::CallVote { proposal: ProposalId(1), closes };
    let Answer::Refused(refusal) = village.ask(COASSEMBLY, ana, call).await else {
        panic!("it is too early")
    };
    let state = village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap().state();
    let rulebook = state.rulebook_on("2026-03-20".parse().unwrap()).unwrap();
    let naming = BookNames { state: &state, rulebook: &rulebook };
    let zone = state.time_zone();
    for (name, language) in [("refusal-en", "en"), ("refusal-es", "es"), ("refusal-zh-hant", "zh-Hant")] {
        let tongue = village.site.catalogue.tongue(&Language::new(language));
        let words = Words::new(tongue, &zone, &naming);
        insta::assert_snapshot!(name, words.refusal_text(&refusal));
    }
    let browser = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let fields = [("request", "018f0000-0000-7000-8000-000000000001"), ("closes", "2026-04-01T18:00")];
    let page = browser.send("/coassembly/proposals/1/call-vote", &fields).await;
    insta::assert_snapshot!("refusal-page-en", readable(&page.body));
}

#[tokio::test]
async fn a_form_that_was_not_accepted_reads_as_it_was_agreed() {
    let village = Village::settle(false).await;
    let browser = Browser::of(&village, COASSEMBLY, "Ana Lin").await.reading("es");
    let text = "Con una no basta.\n\n- la vieja gotea";
    let fields = [
        ("request", "018f0000-0000-7000-8000-000000000001"),
        ("matter", "day-to-day"),
        ("title", ""),
        ("text", text),
        ("deadline", "pronto"),
    ];
    let page = browser.send("/coassembly/proposals/new", &fields).await;
    insta::assert_snapshot!("not-accepted-es", readable(&page.body));
}
