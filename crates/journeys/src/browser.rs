//! A real Chromium, driven over WebDriver.

use std::{
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{
    ChromiumLikeCapabilities, Cookie, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
    common::capabilities::desiredcapabilities::Capabilities, error::WebDriverResult,
};

const CHROMIUM: &str = "/usr/bin/chromium";
const CHROMEDRIVER: &str = "/usr/bin/chromedriver";

/// The width of a phone, in CSS pixels.
pub const PHONE: u32 = 390;
/// The width of a laptop, in CSS pixels.
pub const LAPTOP: u32 = 1280;

/// Whether this machine has Chromium and its driver.
pub fn is_there() -> bool {
    [CHROMIUM, CHROMEDRIVER].iter().all(|program| Path::new(program).exists())
}

/// A browser with a profile of its own.
pub struct Browser {
    /// The way to drive it.
    pub driver: WebDriver,
    chromedriver: Child,
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser; `scripts` says whether pages may run any.
    pub async fn start(scripts: bool) -> Self {
        let profile = tempfile::tempdir().expect("a temporary folder");
        let port = free_port();
        let chromedriver = Command::new(CHROMEDRIVER)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let capabilities = capabilities(profile.path(), scripts).expect("capabilities of Chromium");
        let address = format!("http://127.0.0.1:{port}");
        // The driver takes a moment until it listens.
        let mut tries = 0;
        let driver = loop {
            match WebDriver::new(&address, capabilities.clone()).await {
                Ok(driver) => break driver,
                Err(error) => {
                    tries += 1;
                    assert!(tries < 100, "Chromium does not start: {error}");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
        };
        let browser = Self { driver, chromedriver, _profile: profile };
        // Without a desktop no window is ever the one in front; a person's is.
        browser.cdp("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })).await;
        browser
    }

    /// Ends the browser and its driver.
    pub async fn quit(mut self) {
        let ended = self.driver.clone().quit().await;
        self.chromedriver.kill().expect("chromedriver ends");
        self.chromedriver.wait().expect("chromedriver has ended");
        ended.expect("Chromium ends");
    }

    /// Makes the window as wide as a phone or a laptop.
    pub async fn set_width(&self, width: u32) {
        let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Sends a command of the DevTools protocol.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Value {
        self.driver.cdp().send_raw(method, parameters).await.expect("Chromium knows the command")
    }

    /// Sets a cookie of the site whose page is open.
    pub async fn set_cookie(&self, name: &str, value: &str) {
        let mut cookie = Cookie::new(name, value);
        cookie.set_path("/");
        self.driver.add_cookie(cookie).await.expect("the browser takes the cookie");
    }

    /// The errors and warnings in the console since it was last asked; a violation of the content
    /// security policy is one.
    pub async fn console(&self) -> Vec<String> {
        let entries = self.driver.browser_log().await.expect("the console's log");
        entries.into_iter().filter(|entry| entry.level != "INFO").map(|entry| entry.message).collect()
    }

    /// The addresses of all requests since it was last asked.
    pub async fn requests(&self) -> Vec<String> {
        let entries = self.driver.get_log("performance").await.expect("the network's log");
        let of = |message: &str| {
            let event: Value = serde_json::from_str(message).ok()?;
            let sent = &event["message"];
            (sent["method"] == "Network.requestWillBeSent")
                .then(|| sent["params"]["request"]["url"].as_str().map(str::to_owned))?
        };
        entries.iter().filter_map(|entry| of(&entry.message)).collect()
    }
}

fn capabilities(profile: &Path, scripts: bool) -> WebDriverResult<Capabilities> {
    let mut chromium = DesiredCapabilities::chrome();
    chromium.set_binary(CHROMIUM)?;
    for flag in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,900",
        // The language of the browser's owner, which the first page is to be in.
        "--lang=en",
    ] {
        chromium.add_arg(flag)?;
    }
    chromium.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    if !scripts {
        chromium.add_experimental_option(
            "prefs",
            json!({ "profile.managed_default_content_settings.javascript": 2 }),
        )?;
    }
    chromium.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    chromium.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    Ok(chromium.into())
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}
