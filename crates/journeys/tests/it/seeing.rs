//! What somebody may not see is not on the page, and what is printed is fit to print.

use rochdale_journeys::{
    books::{coassembly, connecticut, sealed_mill},
    journey::{ON_A_LAPTOP, ON_A_PHONE, walk},
};
use serde_json::json;

#[tokio::test]
async fn a_collaborator_finds_no_proposal_by_its_address() {
    walk(ON_A_PHONE, async |journey| {
        let book = coassembly(&journey.application).await;
        journey.sign_in("coassembly", book.gus).await;
        for proposal in [book.van, book.riverside, book.bakery, book.repair_day, book.secret_plan] {
            journey.open(&format!("/coassembly/proposals/{proposal}")).await;
            let source = journey.source().await;
            for told in ["Buy a van", "riverside", "Lend a hand", "repair day", "A plan for later", "floods"]
            {
                assert!(
                    !source.contains(told),
                    "{told} is told to a collaborator on {}",
                    journey.path().await
                );
            }
            assert!(source.contains("right_must_be_held"), "{source}");
        }
        journey.open("/coassembly/proposals").await;
        assert!(!journey.source().await.contains("Buy a van"));
        journey.open("/coassembly/today").await;
        assert!(!journey.source().await.contains("Buy a van"));
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_its_authors_alone() {
    walk(ON_A_LAPTOP, async |journey| {
        let book = coassembly(&journey.application).await;
        let page = format!("/coassembly/proposals/{}", book.secret_plan);
        journey.sign_in("coassembly", book.ana).await;
        journey.open(&page).await;
        assert!(journey.source().await.contains("A plan for later"));
        journey.sign_in("coassembly", book.bo).await;
        for path in [page.as_str(), "/coassembly/proposals", "/coassembly/today", "/coassembly/register"] {
            journey.open(path).await;
            assert!(!journey.source().await.contains("A plan for later"), "Bo reads Ana's draft on {path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_sealed_count_is_not_in_the_page() {
    walk(ON_A_LAPTOP, async |journey| {
        let live = connecticut(&journey.application).await;
        journey.sign_in("cooperate-connecticut", live.rosa).await;
        journey.open(&format!("/cooperate-connecticut/proposals/{}", live.stall)).await;
        assert!(journey.has("figure.count").await, "a live count is shown");

        let sealed = sealed_mill(&journey.application).await;
        journey.sign_in("mill", sealed.rosa).await;
        let page = format!("/mill/proposals/{}", sealed.stall);
        journey.open(&page).await;
        assert!(!journey.has("figure.count").await, "{}", journey.text().await);
        let before = journey.text().await;
        for told in ["in favour", "for it", "Against"] {
            assert!(!before.contains(&format!("1 {told}")), "{before}");
        }
        journey.open("/mill/proposals").await;
        assert!(!journey.has("figure.count").await);

        // The seal breaks when the vote closes, and not before.
        journey.application.set_time("2026-03-30T21:59:59Z".parse().expect("an instant")).await;
        journey.open(&page).await;
        assert!(!journey.has("figure.count").await);
        journey.application.set_time("2026-03-30T22:00:00Z".parse().expect("an instant")).await;
        journey.open(&page).await;
        assert!(journey.has("figure.count").await, "the count of a closed vote is shown");
    })
    .await;
}

#[tokio::test]
async fn a_printed_page_is_paper_without_buttons() {
    walk(ON_A_LAPTOP, async |journey| {
        let book = coassembly(&journey.application).await;
        journey.sign_in("coassembly", book.bo).await;
        journey.open(&format!("/coassembly/proposals/{}", book.van)).await;
        journey.browser.set_cookie("theme", "dark").await;
        journey.browser.driver.refresh().await.expect("the page opens again");
        let shown = |selector: &str| format!(
            "[...document.querySelectorAll({selector:?})].filter(one => one.checkVisibility() && one.getClientRects().length).length"
        );
        assert_ne!(journey.compute(&shown("button, nav")).await, 0);
        journey.browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        assert_eq!(journey.compute(&shown("button, nav, .choices")).await, 0);
        assert_eq!(journey.compute(&shown("h1")).await, 1);
        assert!(journey.text().await.contains("a used van, electric"));
        let ground = journey.compute("getComputedStyle(document.body).backgroundColor").await;
        assert!(["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].iter().any(|white| ground == *white), "{ground}");
    })
    .await;
}
