//! What people do on the pages, step by step, and what the bylaws answer.

use axum::http::StatusCode;
use rochdale_core::values::{ProposalId, Slug};

use crate::{
    browse::Browser,
    village::{COASSEMBLY, CONNECTICUT, Village},
};

const ONE: &str = "018f0000-0000-7000-8000-000000000001";
const TWO: &str = "018f0000-0000-7000-8000-000000000002";

fn height(village: &Village, org: &str) -> u64 {
    village.site.registers.registrar(&Slug::new(org)).unwrap().head().height
}

#[tokio::test]
async fn ana_responds_to_a_proposal_and_changes_her_mind() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let membership = village.membership("Ana Lin").to_string();
    let before = ana.get("/coassembly/today").await;
    assert!(before.body.contains("Kai Yeh as a flying member"));
    let fields = [("request", ONE), ("membership", &membership), ("stance", "agree"), ("reason", "")];
    let sent = ana.send("/coassembly/proposals/3/stance", &fields).await;
    assert_eq!((sent.status, sent.leads_to()), (StatusCode::SEE_OTHER, "/coassembly/proposals/3"));
    assert!(ana.get("/coassembly/proposals/3").await.body.contains("you responded"));
    let fields = [("request", TWO), ("membership", &membership), ("stance", "stand-aside")];
    assert_eq!(ana.send("/coassembly/proposals/3/stance", &fields).await.status, StatusCode::SEE_OTHER);
    let page = ana.get("/coassembly/proposals/3").await.body;
    assert!(page.contains("stands aside"), "{page}");
}

#[tokio::test]
async fn sending_a_form_twice_does_a_thing_once() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let membership = village.membership("Ana Lin").to_string();
    let fields = [("request", ONE), ("membership", &membership), ("stance", "agree")];
    ana.send("/coassembly/proposals/3/stance", &fields).await;
    let after_one = height(&village, COASSEMBLY);
    let again = ana.send("/coassembly/proposals/3/stance", &fields).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    assert_eq!(height(&village, COASSEMBLY), after_one);
}

#[tokio::test]
async fn an_objection_needs_a_reason() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let membership = village.membership("Ana Lin").to_string();
    let before = height(&village, COASSEMBLY);
    let fields = [("request", ONE), ("membership", &membership), ("stance", "object"), ("reason", "  ")];
    let refused = ana.send("/coassembly/proposals/3/stance", &fields).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    for said in ["objection_must_have_a_reason", "Because", "You can", "Give a reason"] {
        assert!(refused.body.contains(said), "{said}");
    }
    assert_eq!(height(&village, COASSEMBLY), before, "a refusal changes nothing");
}

/// The refusal that the bylaws are known for: a vote called before the third round.
#[tokio::test]
async fn a_vote_called_too_early_is_refused_with_the_clause() {
    let village = Village::settle(false).await;
    for (language, heading, quote) in [
        (
            "en",
            "A vote cannot be called yet",
            "A vote may be called only after 3 complete rounds of discussion",
        ),
        ("zh-Hant", "還不能發動表決", "A vote may be called only after 3 complete rounds of discussion"),
    ] {
        let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await.reading(language);
        let fields = [("request", ONE), ("closes", "2026-04-01T18:00")];
        let refused = ana.send("/coassembly/proposals/1/call-vote", &fields).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        for said in ["rounds_must_be_complete", "GOV-06", heading, quote] {
            assert!(refused.body.contains(said), "{said}: {}", refused.body);
        }
    }
}

#[tokio::test]
async fn an_intern_is_told_from_which_day_they_may_vote() {
    let village = Village::settle(false).await;
    let hana = Browser::of(&village, COASSEMBLY, "Hana Kuo").await;
    let page = hana.get("/coassembly/proposals/3").await.body;
    assert!(page.contains("The bylaws give no vote on this kind of matter."), "{page}");
    let own = hana.get(&format!("/coassembly/members/{}", village.person("Hana Kuo"))).await.body;
    assert!(own.contains("May 10, 2026"), "the first day of participation stands on the page");
}

#[tokio::test]
async fn rosa_casts_two_ballots_her_own_and_the_coops() {
    let village = Village::settle(false).await;
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    for (id, name) in [(ONE, "Rosa Vega"), (TWO, "Riverside Bread")] {
        let membership = village.membership(name).to_string();
        let fields = [("request", id), ("membership", &membership), ("choice", "for")];
        let sent = rosa.send("/cooperate-connecticut/proposals/1/ballot", &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    }
    let state = village.site.registers.registrar(&Slug::new(CONNECTICUT)).unwrap().state();
    let ballots = state.proposal(ProposalId(1)).unwrap().vote.as_ref().unwrap().ballots.len();
    assert_eq!(ballots, 8, "six from before, and two from her");
}

#[tokio::test]
async fn nobody_votes_for_somebody_else() {
    let village = Village::settle(false).await;
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let membership = village.membership("Elm City Homes").to_string();
    let fields = [("request", ONE), ("membership", &membership), ("choice", "for")];
    let refused = rosa.send("/cooperate-connecticut/proposals/1/ballot", &fields).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.body.contains("vote_must_be_held"));
}

#[tokio::test]
async fn a_proposal_is_written_opened_and_discussed() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let fields = [
        ("request", ONE),
        ("matter", "day-to-day"),
        ("title", "A second kettle"),
        ("text", "One is never enough."),
        ("owner", ""),
        ("deadline", ""),
    ];
    let written = ana.send("/coassembly/proposals/new", &fields).await;
    assert_eq!(written.leads_to(), "/coassembly/proposals/5");
    let opened = ana.send("/coassembly/proposals/5/open", &[("request", TWO)]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    assert!(bo.get("/coassembly/today").await.body.contains("A second kettle"));
}

#[tokio::test]
async fn a_form_from_another_site_is_turned_away() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let membership = village.membership("Ana Lin").to_string();
    let fields = [("request", ONE), ("membership", &membership), ("stance", "agree")];
    let turned = ana.send_from("cross-site", "/coassembly/proposals/3/stance", &fields).await;
    assert_eq!(turned.status, StatusCode::FORBIDDEN);
    assert!(turned.body.contains("another site"), "{}", turned.body);
    // There is nothing in the form to mend.
    assert!(turned.body.contains("Open the page here and send it from there."), "{}", turned.body);
    assert!(!turned.body.contains("mend it"), "{}", turned.body);
    assert_eq!(height(&village, COASSEMBLY), before);
}

#[tokio::test]
async fn language_and_theme_are_kept() {
    let village = Village::settle(false).await;
    let stranger = Browser::stranger(&village);
    let chosen = stranger.send("/language", &[("language", "zh-Hant"), ("return", "/coassembly?x=1")]).await;
    assert_eq!(chosen.leads_to(), "/coassembly?x=1");
    let cookie = chosen.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("language=zh-Hant;") && cookie.contains("HttpOnly"), "{cookie}");
    let elsewhere = stranger.send("/theme", &[("theme", "dark"), ("return", "//a.example")]).await;
    assert_eq!(elsewhere.leads_to(), "/");
    assert!(elsewhere.headers["set-cookie"].to_str().unwrap().starts_with("theme=dark;"));
    let unknown = stranger.send("/language", &[("language", "xx")]).await;
    assert!(!unknown.headers.contains_key("set-cookie"), "a language that nobody speaks here is not kept");
}

#[tokio::test]
async fn in_the_demo_one_can_be_anybody_and_signing_out_ends_it() {
    let village = Village::settle(true).await;
    let stranger = Browser::stranger(&village);
    let ana = village.person("Ana Lin").to_string();
    let begun = stranger.send("/demo", &[("organization", COASSEMBLY), ("party", &ana)]).await;
    assert_eq!(begun.leads_to(), "/coassembly/today");
    let cookie = begun.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
}

/// Whom to be, which proposal, what to press: the page says all of it, and what it says is so.
#[tokio::test]
async fn the_demo_leads_to_something_that_is_refused() {
    let village = Village::settle(true).await;
    for (language, step) in [("en", "Call a vote"), ("es", "Convocar una votación"), ("zh-Hant", "發動表決")]
    {
        let page = Browser::stranger(&village).reading(language).get("/demo").await.body;
        let told = page.split("class=\"panel\"").nth(1).unwrap().split("</div>").next().unwrap();
        for part in ["Ana Lin", "Buy a van for the printing workshop", step] {
            assert!(told.contains(part), "{part} is not in {told}");
        }
    }
    let stranger = Browser::stranger(&village);
    let page = stranger.get("/demo").await.body;
    let (before, rest) = page.split_once("formaction=\"").unwrap();
    let address = rest.split('"').next().unwrap();
    let author = before.rsplit("name=\"party\" value=\"").next().unwrap().split('"').next().unwrap();
    let begun = stranger.send(address, &[("organization", COASSEMBLY), ("party", author)]).await;
    assert_eq!(begun.leads_to(), "/coassembly/proposals/1");
    assert!(begun.headers["set-cookie"].to_str().unwrap().starts_with("session="));

    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    assert!(ana.get(begun.leads_to()).await.body.contains(">Call a vote</button>"));
    let before = height(&village, COASSEMBLY);
    let fields = [("request", "018f0000-0000-7000-8000-000000000001"), ("closes", "2026-04-01T18:00")];
    let refused = ana.send("/coassembly/proposals/1/call-vote", &fields).await;
    assert!(refused.body.contains("rounds_must_be_complete"), "{}", refused.body);
    assert_eq!(height(&village, COASSEMBLY), before);
}
