//! Every page of the product, in every language, and in the first of them dark too, on a phone's width and a laptop's:
//! no violation of accessibility, valid HTML, nothing wider than the screen, no request to another
//! site, no error in the console.

use std::{fs, io::Write};

use rochdale_core::values::PartyId;
use rochdale_journeys::{
    addresses::{Address, comes_by, of_anybody, of_coassembly, of_connecticut, routes, sent_in_coassembly},
    application::Application,
    books::{coassembly, connecticut},
    browser::{LAPTOP, PHONE},
    checkers::{self, Rules},
    journey::{Journey, ON_A_LAPTOP, walk},
};

const LANGUAGES: [&str; 3] = ["en", "es", "zh-Hant"];

/// A page that is on no list would be checked by nobody.
#[tokio::test]
async fn every_route_is_on_a_list_of_pages() {
    let application = Application::start(jiff::Timestamp::UNIX_EPOCH).await;
    let all = all(&application).await;
    for route in routes() {
        assert!(
            all.iter().any(|one| comes_by(&one.path, &route)),
            "no list has a page of {route}: see addresses.rs"
        );
    }
    assert!(!comes_by("/coassembly/members", "/{org}/today"));
}

async fn all(application: &Application) -> Vec<Address> {
    let mut all = of_anybody();
    all.extend(of_coassembly(&coassembly(application).await));
    all.extend(of_connecticut(&connecticut(application).await));
    all
}

/// Whether the checkers are there; says so where they are not, so that it is counted.
fn has_checkers(test: &str) -> bool {
    let is_there = checkers::are_there();
    if !is_there {
        assert!(!checkers::are_required(), "{test}: no checkers of pages; run bin/axe");
        writeln!(std::io::stdout(), "skipped: {test}: no checkers of pages (run bin/axe)")
            .expect("stdout is open");
    }
    is_there
}

#[tokio::test]
async fn pages_of_anybody_are_accessible() {
    if has_checkers("pages::pages_of_anybody_are_accessible") {
        walk(ON_A_LAPTOP, async |journey| {
            coassembly(&journey.application).await;
            connecticut(&journey.application).await;
            check(journey, of_anybody()).await;
        })
        .await;
    }
}

#[tokio::test]
async fn pages_of_coassembly_are_accessible() {
    if has_checkers("pages::pages_of_coassembly_are_accessible") {
        walk(ON_A_LAPTOP, async |journey| {
            let book = coassembly(&journey.application).await;
            check(journey, of_coassembly(&book)).await;
        })
        .await;
    }
}

#[tokio::test]
async fn pages_of_connecticut_are_accessible() {
    if has_checkers("pages::pages_of_connecticut_are_accessible") {
        walk(ON_A_LAPTOP, async |journey| {
            let book = connecticut(&journey.application).await;
            check(journey, of_connecticut(&book)).await;
        })
        .await;
    }
}

/// A form that was not accepted, on the page that comes back.
#[tokio::test]
async fn pages_that_come_back_are_accessible() {
    if has_checkers("pages::pages_that_come_back_are_accessible") {
        walk(ON_A_LAPTOP, async |journey| {
            let book = coassembly(&journey.application).await;
            let before = journey.application.height("coassembly");
            check(journey, sent_in_coassembly(&book)).await;
            assert_eq!(journey.application.height("coassembly"), before, "nothing of it was done");
        })
        .await;
    }
}

async fn check(journey: &Journey, addresses: Vec<Address>) {
    checkers::bring_axe(&journey.browser).await;
    let mut wrong = Vec::new();
    let mut signed_in: Option<(&str, PartyId)> = None;
    journey.open("/").await;
    for address in addresses {
        if address.by != signed_in {
            journey.browser.driver.delete_all_cookies().await.expect("the cookies go");
            if let Some((co_op, party)) = address.by {
                let session = journey.application.session(co_op, party).await;
                journey.browser.set_cookie("session", &session).await;
            }
            signed_in = address.by;
        }
        for language in LANGUAGES {
            journey.browser.set_cookie("language", language).await;
            // Colours are those of the style sheet, whatever the language: the first is looked at for them.
            let themes: &[(&str, Rules)] = if language == LANGUAGES[0] {
                &[("light", Rules::All), ("dark", Rules::Colours)]
            } else {
                &[("light", Rules::AllButColours)]
            };
            for &(theme, rules) in themes {
                journey.browser.set_cookie("theme", theme).await;
                journey.open(&address.path).await;
                if let Some(sends) = &address.sends {
                    journey.send(sends).await;
                    assert_eq!(journey.path().await, sends.to, "it came back");
                }
                assert_eq!(journey.compute("document.documentElement.dataset.theme").await, theme);
                for width in [PHONE, LAPTOP] {
                    journey.browser.set_width(width).await;
                    let of = format!("{} [{language}, {theme}, {width}]", address.name());
                    wrong.extend(
                        on_page(journey, rules, width).await.into_iter().map(|one| format!("{of} {one}")),
                    );
                }
            }
        }
    }
    wrong.extend(journey.foreign_requests().await.into_iter().map(|url| format!("asks another site: {url}")));
    assert!(wrong.is_empty(), "{} findings:\n{}", wrong.len(), wrong.join("\n"));
}

async fn on_page(journey: &Journey, rules: Rules, width: u32) -> Vec<String> {
    let mut wrong = checkers::violations(&journey.browser, rules).await;
    let wide = journey.compute("document.documentElement.scrollWidth").await;
    if wide.as_u64().is_none_or(|wide| wide > u64::from(width)) {
        wrong.push(format!("is {wide} wide and must be moved sideways"));
    }
    // A page that refuses answers with its own status, which Chromium calls an error.
    let console = journey.browser.console().await;
    wrong.extend(
        console
            .into_iter()
            .filter(|one| !one.contains("Failed to load resource"))
            .map(|one| format!("console: {one}")),
    );
    wrong
}

#[tokio::test]
async fn pages_are_valid_html() {
    if !has_checkers("pages::pages_are_valid_html") {
        return;
    }
    let application = Application::start(jiff::Timestamp::UNIX_EPOCH).await;
    let folder = checkers::root().join("target/journeys/html");
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the pages of the last run go");
    }
    fs::create_dir_all(&folder).expect("target can be written");
    let client = reqwest::Client::new();
    let mut all = of_anybody();
    let book = coassembly(&application).await;
    all.extend(of_coassembly(&book));
    all.extend(sent_in_coassembly(&book));
    all.extend(of_connecticut(&connecticut(&application).await));
    for address in all {
        for language in LANGUAGES {
            let session = match address.by {
                Some((co_op, party)) => application.session(co_op, party).await,
                None => String::new(),
            };
            let cookies = format!("language={language}; session={session}");
            let asked = match &address.sends {
                Some(sends) => client.post(application.url(&sends.to)).form(&sends.fields),
                None => client.get(application.url(&address.path)),
            };
            let answer = asked.header("cookie", cookies).send().await;
            let page = answer.expect("an answer").text().await.expect("a page");
            fs::write(folder.join(format!("{}-{language}.html", address.name())), page)
                .expect("target can be written");
        }
    }
    let problems = checkers::html_problems(&folder);
    assert!(problems.is_empty(), "{problems}");
}
