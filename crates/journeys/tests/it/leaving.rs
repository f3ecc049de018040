//! Leaving: from the notice on one's own page to the day after the last.

use rochdale_journeys::{
    books::coassembly,
    journey::{ON_A_PHONE, walk},
};

#[tokio::test]
async fn somebody_gives_notice_and_is_gone_after_their_last_day() {
    walk(ON_A_PHONE, async |journey| {
        let book = coassembly(&journey.application).await;
        let current = |day: &str| {
            let (state, day) = (journey.application.state("coassembly"), day.parse().expect("a day"));
            state.membership(book.bos).expect("Bo's").is_current_on(day)
        };
        journey.sign_in("coassembly", book.bo).await;
        journey.open(&format!("/coassembly/members/{}", book.bo)).await;
        journey.click("details:has(form[action$='/notice']) > summary").await;
        journey.compute("document.querySelector('input[name=last-day]').value = '2026-03-31'").await;
        journey.click("form[action$='/notice'] button[type=submit]").await;
        assert_eq!(journey.path().await, "/coassembly/exits/2");
        let said = journey.text().await;
        assert!(said.contains("March 31, 2026") && said.contains("Not recorded yet"), "{said}");
        assert!(!journey.has("form[action$='/record']").await, "nobody settles with themselves");

        journey.click("form[action$='/withdraw'] button").await;
        assert!(journey.text().await.contains("Notice taken back"));
        assert!(current("2026-04-01"));

        journey.open(&format!("/coassembly/members/{}", book.bo)).await;
        journey.click("details:has(form[action$='/notice']) > summary").await;
        journey.compute("document.querySelector('input[name=last-day]').value = '2026-03-31'").await;
        journey.click("form[action$='/notice'] button[type=submit]").await;
        assert_eq!(journey.path().await, "/coassembly/exits/3");
        journey.application.set_time("2026-03-31T16:30:00Z".parse().expect("an instant")).await;
        assert!(current("2026-03-31") && !current("2026-04-01"), "it is the 1st of April in Taipei");
        journey.open("/coassembly/exits/3").await;
        assert!(journey.text().await.contains("Late"), "{}", journey.text().await);
        assert!(!journey.has("form[action$='/withdraw']").await);
        journey.must_be_clean().await;

        journey.sign_in("coassembly", book.eli).await;
        journey.open("/coassembly/exits/3").await;
        assert!(!journey.text().await.contains("March 31"), "it is not for Eli to read");
    })
    .await;
}
