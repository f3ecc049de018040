//! A journey: a browser at the application, and what somebody does there.

use std::{fs, io::Write, panic::AssertUnwindSafe, thread, time::Duration};

use futures_util::FutureExt;
use rochdale_core::values::PartyId;
use serde_json::json;
use thirtyfour::{error::WebDriverResult, prelude::*};
use tokio::sync::Semaphore;

use crate::{
    addresses::Sends,
    application::Application,
    browser::{self, Browser},
    checkers::{are_required, root},
};

/// How a journey travels.
#[derive(Debug, Clone, Copy)]
pub struct Way {
    /// How wide the window is, in CSS pixels.
    pub width: u32,
    /// Whether pages may run scripts.
    pub scripts: bool,
}

/// On a phone.
pub const ON_A_PHONE: Way = Way { width: browser::PHONE, scripts: true };
/// On a laptop.
pub const ON_A_LAPTOP: Way = Way { width: browser::LAPTOP, scripts: true };
/// On a phone whose browser runs no scripts.
pub const WITHOUT_SCRIPTS: Way = Way { width: browser::PHONE, scripts: false };

/// How long a journey waits before it looks again whether a page has come, and how often.
const PATIENCE: Duration = Duration::from_millis(50);
const PATIENCE_TRIES: u32 = 400;

/// How many browsers run at the same time: each takes a core and some hundred megabytes.
static BROWSERS: Semaphore = Semaphore::const_new(2);

/// Somebody with a browser at the application.
pub struct Journey {
    /// The application.
    pub application: Application,
    /// The browser.
    pub browser: Browser,
}

/// Walks a journey in a browser of its own, at an application of its own. Where there is no Chromium,
/// says so, so that it is counted; with `ROCHDALE_TEST_REQUIRE_BROWSER=1` that is a failure. A
/// journey that fails leaves a picture of where it got to in `target/journeys/`.
pub async fn walk(way: Way, steps: impl AsyncFnOnce(&Journey)) {
    let name = thread::current().name().unwrap_or("a journey").to_owned();
    if !browser::is_there() {
        assert!(!are_required(), "{name}: no Chromium, and ROCHDALE_TEST_REQUIRE_BROWSER=1 asks for one");
        // Not println!, which the test runner keeps to itself.
        writeln!(std::io::stdout(), "skipped: {name}: no Chromium").expect("stdout is open");
        return;
    }
    let _place = BROWSERS.acquire().await.expect("nobody closes it");
    let application = Application::start(jiff::Timestamp::UNIX_EPOCH).await;
    let browser = Browser::start(way.scripts).await;
    browser.set_width(way.width).await;
    let journey = Journey { application, browser };
    // The browser must be ended however the journey ends.
    let walked = AssertUnwindSafe(steps(&journey)).catch_unwind().await;
    if walked.is_err() {
        let folder = root().join("target/journeys");
        fs::create_dir_all(&folder).expect("target can be written");
        let picture = folder.join(format!("{}.png", name.replace("::", "-")));
        if journey.browser.driver.screenshot(&picture).await.is_ok() {
            eprintln!("where it got to: {}", picture.display());
        }
    }
    journey.browser.quit().await;
    if let Err(panic) = walked {
        std::panic::resume_unwind(panic);
    }
}

/// Whether a click on an element leads to another page: a form is sent, or a link followed that leads
/// further than to a place on this one.
async fn leads_on(element: &WebElement) -> bool {
    let attribute = async |name: &str| element.attr(name).await.ok().flatten().unwrap_or_default();
    match element.tag_name().await.expect("an element has a name").as_str() {
        "button" => attribute("type").await == "submit",
        "a" => !attribute("href").await.starts_with('#'),
        _ => false,
    }
}

impl Journey {
    /// Opens a page by its path.
    pub async fn open(&self, path: &str) {
        self.browser.driver.goto(self.application.url(path)).await.expect("the page opens");
    }

    /// Signs somebody in by handing the browser their session.
    pub async fn sign_in(&self, co_op: &str, party: PartyId) {
        let session = self.application.session(co_op, party).await;
        // Cookies can be set only on a page of the site.
        self.open("/").await;
        self.browser.set_cookie("session", &session).await;
    }

    /// The path and query of the page that is open.
    pub async fn path(&self) -> String {
        let url = self.browser.driver.current_url().await.expect("a page is open");
        url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()))
    }

    /// Everything that a person reads in the main part of the page.
    pub async fn text(&self) -> String {
        self.find("main").await.text().await.expect("text of the page")
    }

    /// The HTML of the page, with what a person does not see.
    pub async fn source(&self) -> String {
        self.browser.driver.source().await.expect("the page's HTML")
    }

    /// The one element that a CSS selector names.
    pub async fn find(&self, selector: &str) -> WebElement {
        let found = self.browser.driver.find(By::Css(selector)).await;
        match found {
            Ok(element) => element,
            Err(_) => panic!("there is no {selector} on {}:\n{}", self.path().await, self.source().await),
        }
    }

    /// Whether the page has what a CSS selector names.
    pub async fn has(&self, selector: &str) -> bool {
        !self.browser.driver.find_all(By::Css(selector)).await.expect("a selector").is_empty()
    }

    /// Clicks what a CSS selector names, and waits for the page it leads to.
    pub async fn click(&self, selector: &str) {
        let element = self.find(selector).await;
        element.scroll_into_view().await.expect("it can be scrolled to");
        let leads_on = leads_on(&element).await;
        element.click().await.expect("it can be clicked");
        if leads_on {
            self.wait_for_another_page(&element).await;
        }
    }

    /// Waits until `element`'s page is gone and another is there to its foot. The browser answers a click
    /// before the page behind it has come, the more so on a busy machine.
    async fn wait_for_another_page(&self, element: &WebElement) {
        for _ in 0..PATIENCE_TRIES {
            let is_gone = element.tag_name().await.is_err();
            if is_gone && self.has("body > footer").await {
                return;
            }
            tokio::time::sleep(PATIENCE).await;
        }
        panic!("no other page came; still on {}", self.path().await);
    }

    /// Writes into the field that a CSS selector names.
    pub async fn write(&self, selector: &str, text: &str) {
        let field = self.find(selector).await;
        field.clear().await.expect("it can be emptied");
        field.send_keys(text).await.expect("it takes text");
    }

    /// Sends a form with what somebody filled in, and whatever a browser would not let through.
    pub async fn send(&self, sends: &Sends) {
        let main = self.find("main").await;
        let script =
            "const form = document.createElement('form'); form.method = 'post'; form.action = arguments[0];
             for (const [name, value] of arguments[1]) {
                 const field = form.appendChild(document.createElement('input'));
                 field.type = 'hidden'; field.name = name; field.value = value;
             }
             document.body.appendChild(form).submit();";
        let arguments = vec![json!(sends.to), json!(sends.fields)];
        self.browser.driver.execute(script, arguments).await.expect("the form is sent");
        self.wait_for_another_page(&main).await;
    }

    /// Presses keys where the focus is.
    pub async fn press(&self, keys: impl AsRef<str>) {
        self.try_to_press(keys.as_ref()).await.expect("the keyboard works");
    }

    async fn try_to_press(&self, keys: &str) -> WebDriverResult<()> {
        self.wait_until_it_can_be_seen().await;
        self.browser.driver.action_chain().send_keys(keys).perform().await
    }

    /// Waits until the page has been drawn and has the focus. Until then the browser drops what is
    /// pressed, and nobody presses a key on what they cannot see.
    async fn wait_until_it_can_be_seen(&self) {
        for _ in 0..PATIENCE_TRIES {
            let is_seen = "document.hasFocus() && performance.getEntriesByType('paint').length > 0";
            if self.compute(is_seen).await == true {
                return;
            }
            tokio::time::sleep(PATIENCE).await;
        }
        panic!("{} is not drawn", self.path().await);
    }

    /// Presses keys that lead to another page, and waits for it.
    pub async fn press_to_go_on(&self, keys: impl AsRef<str>) {
        let main = self.find("main").await;
        // On a busy machine the page may be gone before the key is let go, which the browser calls a
        // failure. Whether the other page comes is what counts.
        let _ = self.try_to_press(keys.as_ref()).await;
        self.wait_for_another_page(&main).await;
    }

    /// A value that JavaScript computes on the page.
    pub async fn compute(&self, script: &str) -> serde_json::Value {
        let script = format!("return {script}");
        self.browser.driver.execute(script, vec![]).await.expect("the script runs").json().clone()
    }

    /// Fails where the console has an error or warning, or where the page asked another site for
    /// anything.
    pub async fn must_be_clean(&self) {
        let console = self.browser.console().await;
        assert!(console.is_empty(), "the console of {} says {console:#?}", self.path().await);
        let foreign = self.foreign_requests().await;
        assert!(foreign.is_empty(), "{} asked other sites: {foreign:#?}", self.path().await);
    }

    /// The addresses of other sites that pages asked for anything since it was last asked.
    pub async fn foreign_requests(&self) -> Vec<String> {
        let origin = self.application.url("/");
        let requests = self.browser.requests().await;
        requests.into_iter().filter(|url| !is_ours(url, &origin)).collect()
    }
}

/// Whether an address is one of the application, or one that never leaves the browser.
fn is_ours(url: &str, origin: &str) -> bool {
    ["data:", "about:", "chrome:", "chrome-untrusted:", origin].iter().any(|known| url.starts_with(known))
}
