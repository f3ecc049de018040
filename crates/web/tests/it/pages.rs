//! Every page, in every language, as seen by everybody who may see it.

use axum::http::StatusCode;
use rochdale_web::assets::PASSKEYS;

use crate::{
    browse::{Browser, Shown},
    village::{COASSEMBLY, CONNECTICUT, Village},
};

/// What must hold of any page.
pub fn is_sound(path: &str, language: &str, page: &Shown) {
    let body = &page.body;
    assert!(body.contains(&format!("<html lang=\"{language}\"")), "{path}: {}", &body[..300.min(body.len())]);
    for needed in ["<main", "class=\"skip\"", "<title>", "name=\"viewport\""] {
        assert!(body.contains(needed), "{path}: {needed}");
    }
    // The one script there is, by the name of its content; and nothing in it stands in the page.
    let scripts: Vec<&str> = body.split("<script").skip(1).collect();
    let own = format!(" src=\"{}\" defer></script>", PASSKEYS.path());
    assert!(scripts.iter().all(|script| script.starts_with(&own)), "{path}: {scripts:?}");
    for forbidden in ["style=\"", "onclick=", "hx-on", "hx-vals=\"js:", "src=\"http", "href=\"http:"] {
        assert!(!body.contains(forbidden), "{path}: {forbidden}");
    }
    assert_eq!(body.matches("<h1").count(), 1, "{path}: one heading of the first level");
    let mut ids: Vec<&str> =
        body.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "{path}: an id stands twice");
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(page.headers["cache-control"], "no-store", "{path}");
}

/// Buttons without a type send forms that nobody meant to send.
fn buttons_say_what_they_are(path: &str, page: &Shown) {
    for button in page.body.split("<button").skip(1) {
        let tag = button.split('>').next().unwrap();
        assert!(tag.contains("type=\"submit\""), "{path}: <button{tag}>");
    }
}

#[tokio::test]
async fn every_page_is_sound_in_every_language() {
    let village = Village::settle(true).await;
    let outside = ["/", "/demo", "/sign-in", "/api"];
    let of_coassembly = [
        "/coassembly",
        "/coassembly/today",
        "/coassembly/account",
        "/coassembly/members",
        "/coassembly/members/1",
        "/coassembly/members/8",
        "/coassembly/members/8/rights",
        "/coassembly/proposals",
        "/coassembly/proposals/1",
        "/coassembly/proposals/2",
        "/coassembly/proposals/3",
        "/coassembly/proposals/4",
        "/coassembly/proposals/new",
        "/coassembly/proposals/new?matter=conversion",
        "/coassembly/proposals/new?matter=flying-admission",
        "/coassembly/proposals/new?matter=naming-major",
        "/coassembly/bylaws",
        "/coassembly/bylaws/GOV-06",
        "/coassembly/bylaws/MEM-07",
        "/coassembly/register",
    ];
    let of_connecticut = [
        "/cooperate-connecticut",
        "/cooperate-connecticut/interest",
        "/cooperate-connecticut/interest?sent=yes",
        "/cooperate-connecticut/interest/coop",
        "/cooperate-connecticut/interest/cooperator",
        "/cooperate-connecticut/today",
        "/cooperate-connecticut/members?page=2",
        "/cooperate-connecticut/members?class=coop",
        "/cooperate-connecticut/members/73",
        "/cooperate-connecticut/proposals/1/roll",
        "/cooperate-connecticut/proposals/1",
        "/cooperate-connecticut/bylaws/CT-13",
        "/cooperate-connecticut/register?page=2",
    ];
    for language in ["en", "es", "zh-Hant"] {
        let stranger = Browser::stranger(&village).reading(language);
        let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await.reading(language);
        let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await.reading(language);
        let visits = outside.iter().map(|path| (&stranger, *path));
        let visits = visits.chain(of_coassembly.iter().map(|path| (&ana, *path)));
        let desk = Browser::of(&village, COASSEMBLY, "desk").await.reading(language);
        let of_desk = [
            "/coassembly/mail",
            "/coassembly/account",
            "/coassembly/members/1",
            "/coassembly/applicants",
            "/coassembly/applicants?stage=declined",
            "/coassembly/commitments",
        ];
        let visits = visits.chain(of_desk.iter().map(|path| (&desk, *path)));
        for (browser, path) in visits.chain(of_connecticut.iter().map(|path| (&rosa, *path))) {
            let page = browser.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
            is_sound(path, language, &page);
            buttons_say_what_they_are(path, &page);
        }
    }
}

#[tokio::test]
async fn every_clause_has_its_page() {
    let village = Village::settle(false).await;
    let stranger = Browser::stranger(&village);
    for org in [COASSEMBLY, CONNECTICUT] {
        let list = stranger.get(&format!("/{org}/bylaws")).await.body;
        let links: Vec<&str> = list
            .split("class=\"clause\" href=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        assert!(links.len() >= 20, "{org} shows {} clauses", links.len());
        for link in links {
            let page = stranger.get(link).await;
            assert_eq!(page.status, StatusCode::OK, "{link}");
            // Every clause that a clause's words name has a page too.
            for named in page.body.split(&format!("href=\"/{org}/bylaws/")).skip(1) {
                let named = named.split('"').next().unwrap();
                let there = stranger.get(&format!("/{org}/bylaws/{named}")).await;
                assert_eq!(there.status, StatusCode::OK, "{link} leads to {named}");
            }
        }
    }
}

/// A clause with nothing but numbers is shown as words that the program does not act on yet.
#[tokio::test]
async fn numbers_are_not_told_as_something_that_the_program_does() {
    let village = Village::settle(false).await;
    let stranger = Browser::stranger(&village);
    let (does, defines) = ("What the program does", "Numbers that these words define");
    let numbers = stranger.get("/coassembly/bylaws/PAY-07").await.body;
    assert!(numbers.contains(defines) && numbers.contains("It is held to:"), "{numbers}");
    assert!(!numbers.contains(does) && !numbers.contains("It implements:"), "{numbers}");
    let rules = stranger.get("/coassembly/bylaws/GOV-06").await.body;
    assert!(rules.contains(does) && !rules.contains(defines), "{rules}");
    let list = stranger.get("/coassembly/bylaws").await.body;
    let row = |clause: &str| {
        let rest = list.split(&format!("<li id=\"{clause}\"")).nth(1).unwrap();
        rest.split("</li>").next().unwrap().to_owned()
    };
    assert!(!row("PAY-07").contains(" rule<") && !row("PAY-07").contains(" rules<"), "{}", row("PAY-07"));
    assert!(row("GOV-06").contains(" rules<"), "{}", row("GOV-06"));
}

/// A reading is nobody's binding words, so a clause says it in the language of whoever reads the clause.
#[tokio::test]
async fn a_reading_is_said_in_the_readers_language() {
    let village = Village::settle(false).await;
    let page = Browser::stranger(&village).reading("zh-Hant").get("/coassembly/bylaws/FIN-05").await.body;
    assert!(page.contains("<span lang=\"zh-Hant\">「分為四級"), "{page}");
    assert!(!page.contains("There are four classes"), "{page}");
    let binding = Browser::stranger(&village).reading("zh-Hant").get("/coassembly/bylaws/GOV-06").await.body;
    assert!(binding.contains("<span lang=\"en\">“A vote may be called only after"), "{binding}");
}

#[tokio::test]
async fn what_a_stranger_may_not_see_they_do_not_find() {
    let village = Village::settle(false).await;
    let stranger = Browser::stranger(&village);
    for path in ["members", "members/1", "proposals", "proposals/1", "register"] {
        let page = stranger.get(&format!("/coassembly/{path}")).await;
        assert_eq!(page.status, StatusCode::CONFLICT, "{path}");
        assert!(page.body.contains("right_must_be_held"), "{path} says which right is missing");
        is_sound(path, "en", &page);
        for secret in ["Ana Lin", "Buy a van", "Hana Kuo"] {
            assert!(!page.body.contains(secret), "{path} shows {secret}");
        }
    }
    let home = stranger.get("/coassembly").await;
    assert!(!home.body.contains(" now<"), "how many members there are is not for strangers");
    assert_eq!(stranger.get("/coassembly/today").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(
        stranger.get("/demo").await.status,
        StatusCode::NOT_FOUND,
        "the demo's page is the demo's alone"
    );
}

/// The pages that the navigation of a page leads to.
fn led_to(page: &Shown) -> Vec<&str> {
    let nav = page.body.split("<nav").nth(1).and_then(|rest| rest.split("</nav>").next()).unwrap_or_default();
    nav.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[tokio::test]
async fn the_navigation_leads_to_what_the_reader_may_open() {
    let village = Village::settle(false).await;
    let mut readers = vec![("a stranger", Browser::stranger(&village), 1)];
    for (name, places) in [("Ana Lin", 5), ("Kai Yeh", 2), ("desk", 4)] {
        readers.push((name, Browser::of(&village, COASSEMBLY, name).await, places));
    }
    for (name, reader, places) in readers {
        let home = reader.get("/coassembly").await;
        let links = led_to(&home);
        assert_eq!(links.len(), places, "{name}: {links:?}");
        for link in links {
            assert_eq!(reader.get(link).await.status, StatusCode::OK, "{name} is led to {link}");
        }
    }
}

#[tokio::test]
async fn the_desk_is_told_what_is_for_people_and_not_to_sign_in() {
    let village = Village::settle(false).await;
    let desk = Browser::of(&village, COASSEMBLY, "desk").await;
    for path in ["today", "cases", "agreements", "declarations", "reviews/8"] {
        let page = desk.get(&format!("/coassembly/{path}")).await;
        assert_ne!(page.status, StatusCode::UNAUTHORIZED, "{path}");
        assert!(!page.body.contains("not signed in"), "{path}: {}", page.body);
    }
    let today = desk.get("/coassembly/today").await;
    assert_eq!(today.status, StatusCode::FORBIDDEN);
    assert!(today.body.contains("this page is for people"), "{}", today.body);
    // The desk of another co-op is nobody here.
    let elsewhere = Browser::of(&village, CONNECTICUT, "desk").await;
    assert_eq!(elsewhere.get("/coassembly/today").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_draft_is_its_authors_alone() {
    let village = Village::settle(false).await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    assert_eq!(bo.get("/coassembly/proposals/4").await.status, StatusCode::NOT_FOUND);
    assert!(!bo.get("/coassembly/proposals").await.body.contains("paper samples"));
    assert_eq!(
        bo.get("/api/v1/coassembly/proposals/4").await.status,
        StatusCode::UNAUTHORIZED,
        "a session is no token"
    );
}

#[tokio::test]
async fn whoever_is_signed_in_to_one_co_op_is_a_stranger_in_another() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    assert_eq!(ana.get("/cooperate-connecticut/members").await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn errors_are_told_in_the_readers_language() {
    let village = Village::settle(false).await;
    let reader = Browser::stranger(&village).reading("es");
    for (path, status) in [
        ("/nowhere/at/all/x", 404),
        ("/coassembly/bylaws/XYZ-99", 404),
        ("/coassembly/members/none", 400),
        ("/coassembly/members?page=two", 400),
    ] {
        let page = reader.get(path).await;
        assert_eq!(page.status.as_u16(), status, "{path}");
        is_sound(path, "es", &page);
    }
}

#[tokio::test]
async fn the_stylesheet_is_kept_for_ever_under_a_name_that_changes_with_it() {
    let village = Village::settle(false).await;
    let stranger = Browser::stranger(&village);
    let page = stranger.get("/").await;
    let link = page.body.split("href=\"/assets/look-").nth(1).unwrap().split('"').next().unwrap();
    let sheet = stranger.get(&format!("/assets/look-{link}")).await;
    assert_eq!(sheet.status, StatusCode::OK);
    assert!(sheet.headers["cache-control"].to_str().unwrap().contains("immutable"));
    assert_eq!(stranger.get("/assets/look-0000000000000000.css").await.status, StatusCode::NOT_FOUND);
}
