//! The checkers of pages: axe for accessibility, html-validate for the HTML. `bin/axe` fetches them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::{Value, json};

use crate::browser::Browser;

/// Which of the rules of axe a page is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    /// All that every page keeps: WCAG 2.2 AA, and what is known to be good practice.
    All,
    /// Those on colours, which are all that differs between light and dark.
    Colours,
    /// All but those on colours, which are the style sheet's whatever the language.
    AllButColours,
}

impl Rules {
    /// What axe is asked to run.
    fn asked(self) -> Value {
        let all = json!(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
        let (tags, left_out) = match self {
            Rules::All => (all, json!({})),
            Rules::Colours => (json!(["cat.color"]), json!({})),
            // The one rule of them that WCAG 2.2 AA asks for; it takes most of the time of a check.
            Rules::AllButColours => (all, json!({ "color-contrast": { "enabled": false } })),
        };
        json!({ "runOnly": { "type": "tag", "values": tags }, "rules": left_out, "resultTypes": ["violations"] })
    }
}

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Whether `bin/axe` has fetched them.
pub fn are_there() -> bool {
    root().join("target/npm/complete").exists()
}

/// Whether this run must not do without them, nor without a browser.
pub fn are_required() -> bool {
    std::env::var("ROCHDALE_TEST_REQUIRE_BROWSER").is_ok_and(|value| value == "1")
}

fn fetched(path: &str) -> PathBuf {
    root().join("target/npm/node_modules").join(path)
}

/// Has every page that is opened from now on bring axe with it.
pub async fn bring_axe(browser: &Browser) {
    let axe = fs::read_to_string(fetched("axe-core/axe.min.js")).expect("axe is readable");
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": axe })).await;
}

/// What axe finds wrong on the open page, which brought it: the rule, where, and why.
pub async fn violations(browser: &Browser, rules: Rules) -> Vec<String> {
    let run = "const done = arguments[arguments.length - 1];
         axe.run(document, arguments[0]).then(done, error => done(String(error)));";
    let found = browser.driver.execute_async(run, vec![rules.asked()]).await.expect("axe runs");
    let found = found.json();
    let Some(violations) = found["violations"].as_array() else {
        return vec![format!("axe failed: {found}")];
    };
    let nodes = violations.iter().flat_map(|violation| {
        let nodes = violation["nodes"].as_array().into_iter().flatten();
        nodes.map(|node| said(violation, node))
    });
    nodes.collect()
}

fn said(violation: &Value, node: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().replace('\n', " ");
    format!("{} at {}: {}", text(&violation["id"]), node["target"], text(&node["failureSummary"]))
}

/// What html-validate finds wrong in the HTML files of a folder; empty where all is well.
pub fn html_problems(folder: &Path) -> String {
    let checked = Command::new(fetched(".bin/html-validate"))
        .arg("--config")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("npm/html-validate.json"))
        .arg("--formatter=text")
        .arg("--ext=html")
        .arg(folder)
        .output()
        .expect("html-validate runs");
    if checked.status.success() {
        return String::new();
    }
    let said = [checked.stdout, checked.stderr].concat();
    String::from_utf8_lossy(&said).into_owned()
}
