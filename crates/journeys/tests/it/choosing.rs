//! Choosing: a language, a theme, who to be in the demo.

use rochdale_journeys::{
    books::{coassembly, connecticut},
    journey::{Journey, ON_A_LAPTOP, ON_A_PHONE, walk},
};

async fn choose(journey: &Journey, choice: &str) {
    journey.click(".choices summary").await;
    journey.click(&format!(".choices button[value='{choice}']")).await;
}

#[tokio::test]
async fn the_language_changes_with_the_page_and_stays() {
    walk(ON_A_PHONE, async |journey| {
        coassembly(&journey.application).await;
        connecticut(&journey.application).await;
        journey.open("/coassembly/bylaws/GOV-06").await;
        assert_eq!(journey.compute("document.documentElement.lang").await, "en");
        let english = journey.text().await;

        choose(journey, "zh-Hant").await;
        assert_eq!(journey.path().await, "/coassembly/bylaws/GOV-06");
        assert_eq!(journey.compute("document.documentElement.lang").await, "zh-Hant");
        let chinese = journey.text().await;
        assert!(chinese.contains("共識"), "{chinese}");
        assert_ne!(chinese, english);

        journey.open("/cooperate-connecticut").await;
        assert_eq!(journey.compute("document.documentElement.lang").await, "zh-Hant");
        choose(journey, "es").await;
        assert_eq!(journey.path().await, "/cooperate-connecticut");
        assert_eq!(journey.compute("document.documentElement.lang").await, "es");
        assert!(journey.text().await.contains("Cooperativista"), "{}", journey.text().await);
        journey.must_be_clean().await;
    })
    .await;
}

#[tokio::test]
async fn the_theme_changes_and_stays() {
    walk(ON_A_LAPTOP, async |journey| {
        coassembly(&journey.application).await;
        journey.open("/coassembly").await;
        let ground = "getComputedStyle(document.body).backgroundColor";
        let light = journey.compute(ground).await;
        choose(journey, "dark").await;
        assert_eq!(journey.path().await, "/coassembly");
        let dark = journey.compute(ground).await;
        assert_ne!(light, dark);
        journey.open("/coassembly/bylaws").await;
        assert_eq!(journey.compute(ground).await, dark);
        choose(journey, "auto").await;
        assert_eq!(journey.compute(ground).await, light);
        let dark_device =
            serde_json::json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        journey.browser.cdp("Emulation.setEmulatedMedia", dark_device).await;
        assert_eq!(journey.compute(ground).await, dark, "the device's own choice counts where nobody chose");
    })
    .await;
}

#[tokio::test]
async fn somebody_signs_in_from_the_demo_and_out_again() {
    walk(ON_A_PHONE, async |journey| {
        let book = coassembly(&journey.application).await;
        journey.open("/coassembly/today").await;
        assert!(!journey.text().await.contains("Bo Lindqvist"));

        journey.open("/demo").await;
        journey.click(&format!("main button[name=party][value='{}']", book.bo)).await;
        assert_eq!(journey.path().await, "/coassembly/today");
        assert!(journey.find("header .viewer").await.text().await.expect("text").contains("Bo Lindqvist"));
        let cookie = journey.browser.driver.get_named_cookie("session").await.expect("a session");
        assert_eq!(cookie.http_only, Some(true), "no script reads the session");

        journey.click("header form[action='/sign-out'] button").await;
        let left = journey.browser.driver.get_all_cookies().await.expect("the cookies");
        assert!(left.iter().all(|cookie| cookie.name != "session"), "{left:?}");
        journey.open("/coassembly/today").await;
        assert!(!journey.source().await.contains("Bo Lindqvist"));
        // Whoever kept the cookie has nothing of it.
        journey.browser.set_cookie("session", &cookie.value).await;
        journey.open("/coassembly/today").await;
        assert!(!journey.source().await.contains("Bo Lindqvist"));
    })
    .await;
}
