//! The rights of a member: in short on their page, with the reasons and for any day on a page of its own.

use axum::http::StatusCode;

use crate::{
    browse::Browser,
    village::{COASSEMBLY, Village},
};

/// The answer of a right on the page of rights, by where it stands.
fn answer(page: &str, anchor: &str) -> String {
    let from = page.find(&format!("id=\"{anchor}\"")).unwrap_or_else(|| panic!("no {anchor}: {page}"));
    let badge = &page[from..][page[from..].find("class=\"badge").expect("a badge")..];
    badge.split("</span>").nth(1).expect("its word").to_owned()
}

#[tokio::test]
async fn each_right_leads_to_its_reasons() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let member = format!("/{COASSEMBLY}/members/{}", village.person("Ian Hsu"));
    let short = ana.get(&member).await.body;
    let leads: Vec<&str> = short
        .split("href=\"")
        .filter_map(|part| part.split('"').next()?.strip_prefix(&*format!("{member}/rights#")))
        .collect();
    assert!(leads.len() > 8, "{short}");
    let page = ana.get(&format!("{member}/rights")).await.body;
    for anchor in leads {
        assert!(page.contains(&format!("id=\"{anchor}\"")), "{anchor}: {page}");
    }
    assert!(page.contains("The table says yes") && !short.contains("The table says yes"), "{page}");
}

#[tokio::test]
async fn rights_are_told_for_any_day_that_was() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let address = format!("/{COASSEMBLY}/members/{}/rights", village.person("Ian Hsu"));
    let anchor = format!("vote-day-to-day-{}", village.membership("Ian Hsu"));
    let on = async |day: &str| ana.get(&format!("{address}?on={day}")).await.body;
    // An associate votes on the day-to-day from the second phase on: six calendar months after 1 June 2025.
    assert_eq!(answer(&on("2025-11-30").await, &anchor), "No");
    assert_eq!(answer(&on("2025-12-01").await, &anchor), "Yes");
    assert!(on("2025-05-31").await.contains("In no membership"));
    assert!(on("").await.contains("value=\"2026-03-20\""));
    // A day to come is nobody's to tell, and what is no day is none: neither is answered with today's rights.
    for (day, why) in
        [("2030-01-01", "is still to come"), ("2026-02-31", "not a day such as"), ("x", "not a day")]
    {
        let answer = ana.get(&format!("{address}?on={day}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{day}");
        assert!(answer.body.contains(why) && answer.body.contains("As of"), "{day}: {}", answer.body);
        let list = ana.get(&format!("/{COASSEMBLY}/lists/members.csv?on={day}")).await;
        assert_eq!(list.status, StatusCode::UNPROCESSABLE_ENTITY, "{day}");
    }
}

#[tokio::test]
async fn rights_are_told_to_those_who_see_the_member() {
    let village = Village::settle(false).await;
    let address = format!("/{COASSEMBLY}/members/{}/rights", village.person("Ian Hsu"));
    let stranger = Browser::stranger(&village);
    assert_eq!(stranger.get(&address).await.status, stranger.get("/coassembly/members/1").await.status);
    assert_ne!(stranger.get(&address).await.status, StatusCode::OK);
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    assert_eq!(ana.get(&format!("/{COASSEMBLY}/members/999/rights")).await.status, StatusCode::NOT_FOUND);
}
