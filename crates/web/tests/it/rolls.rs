//! Who decides, and how each voted: on the page of the proposal where they are few, and on pages of their own where they
//! are many.

use axum::http::StatusCode;
use rochdale_core::{
    command::{By, Command},
    proposals::Choice,
    values::ProposalId,
};
use rochdale_register::Answer;

use crate::{
    browse::Browser,
    village::{COASSEMBLY, CONNECTICUT, Village},
};

const PROPOSAL: &str = "/cooperate-connecticut/proposals/1";

/// The items of the list on a page.
fn names(page: &str) -> Vec<&str> {
    page.split("<li class=\"tight\">").skip(1).filter_map(|item| item.split("</li>").next()).collect()
}

#[tokio::test]
async fn many_on_a_roll_are_named_a_page_at_a_time() {
    let village = Village::settle(false).await;
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let page = rosa.get(PROPOSAL).await.body;
    let link = format!("href=\"{PROPOSAL}/roll?part=0\"");
    assert!(page.contains("Counted: 76") && page.contains(&link) && !page.contains("Quiet Corner"), "{page}");
    let first = rosa.get(&format!("{PROPOSAL}/roll?part=0")).await.body;
    let next = format!("href=\"{PROPOSAL}/roll?part=0&amp;page=2\"");
    assert!(first.contains(&next), "{first}");
    let second = rosa.get(&format!("{PROPOSAL}/roll?part=0&page=2")).await.body;
    let mut all = [names(&first), names(&second)].concat();
    assert_eq!((names(&first).len(), all.len()), (50, 76));
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 76, "each once");
    assert!(all.contains(&"Quiet Corner Growers"), "{all:?}");
    assert_eq!(rosa.get(&format!("{PROPOSAL}/roll?part=9")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn few_on_a_roll_are_named_on_the_spot() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let page = ana.get("/coassembly/proposals/1").await.body;
    assert!(page.contains("Ana Lin, Bo Chen, Chi Wang") && !page.contains("/proposals/1/roll"), "{page}");
    // A draft has no roll yet.
    assert_eq!(ana.get("/coassembly/proposals/4/roll").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn how_each_voted_is_told_when_the_vote_is_over_and_to_those_who_see_the_proposal() {
    let village = Village::settle(false).await;
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let address = format!("{PROPOSAL}/ballots");
    for name in ["Rosa Vega", "Luz Vega", "Devon Vega", "Priya Vega", "Noah Vega", "Tom Vega", "Mei Vega"] {
        let (membership, choice) = (village.membership(name), Choice::Abstain);
        let command = Command::CastBallot { proposal: ProposalId(1), membership, choice };
        let answer = village.ask(CONNECTICUT, By::Party(village.person(name)), command).await;
        assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
    }
    assert_eq!(rosa.get(&address).await.status, StatusCode::NOT_FOUND, "the vote is open");
    village.at("2026-03-22T22:00:01Z");
    village.site.tick().await;
    assert!(rosa.get(PROPOSAL).await.body.contains(&format!("<a href=\"{address}\">All 13 ballots</a>")));
    let page = rosa.get(&address).await.body;
    assert_eq!(page.matches("<li class=\"row\">").count(), 13, "{page}");
    let sam = &page[page.find("<span>Sam Vega</span>").expect("Sam voted")..];
    assert!(sam.split("</li>").next().is_some_and(|line| line.contains("against")), "{sam}");
    let stranger = Browser::stranger(&village);
    for path in [address, format!("{PROPOSAL}/roll")] {
        let shown = stranger.get(&path).await;
        assert!(!shown.status.is_success() && !shown.body.contains("Sam Vega"), "{path}: {}", shown.body);
    }
}
