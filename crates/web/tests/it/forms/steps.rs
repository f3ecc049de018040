//! The steps of whoever leads a proposal.

use axum::http::StatusCode;

use super::{ONE, TWO, came_back, height, is_wrong_as_a_whole, is_wrong_at, lines, tag};
use crate::{
    browse::Browser,
    village::{COASSEMBLY, CONNECTICUT, Village},
};

#[tokio::test]
async fn a_round_that_is_not_complete_comes_back_with_its_marks_and_summary() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let address = "/coassembly/proposals/1/close-round";
    let summary = "**For:** it is quiet.\r\n**Against:** the price.";
    let fields = [("request", ONE), ("mark", "agenda"), ("mark", "minutes"), ("summary", summary)];
    let shown = ana.send(address, &fields).await;
    let form = came_back(&shown, StatusCode::CONFLICT, address);
    is_wrong_as_a_whole(form, "round_must_be_complete");
    assert_eq!(lines(form, "summary"), summary);
    for (mark, ticked) in [("agenda", true), ("everyone", false), ("pros-cons", false), ("minutes", true)] {
        assert_eq!(tag(form, &format!("value=\"{mark}\"")).contains(" checked"), ticked, "{mark}: {form}");
    }
    let marks = ["agenda", "everyone", "pros-cons", "minutes"].map(|mark| ("mark", mark));
    let fields: Vec<_> = [("request", ONE), ("summary", " ")].into_iter().chain(marks).collect();
    let shown = ana.send(address, &fields).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    is_wrong_at(form, "summary", "Sum up the pros and cons.");
    assert_eq!(form.matches(" checked").count(), 4, "{form}");
    let shown = ana.send(address, &[("request", ONE), ("mark", "tea"), ("summary", summary)]).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    assert!(form.contains("✕ This is not one of the choices.</span>"), "{form}");
    assert!(tag(form, " autofocus").contains(" name=\"mark\""), "{form}");
    assert_eq!(lines(form, "summary"), summary);
    assert_eq!(height(&village, COASSEMBLY), before);
}

#[tokio::test]
async fn a_vote_called_too_early_comes_back_with_its_closing_time() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let address = "/coassembly/proposals/1/call-vote";
    let shown = ana.send(address, &[("request", ONE), ("closes", "2026-04-01T18:00")]).await;
    let form = came_back(&shown, StatusCode::CONFLICT, address);
    is_wrong_as_a_whole(form, "rounds_must_be_complete");
    assert!(tag(form, " name=\"closes\"").contains("value=\"2026-04-01T18:00\""), "{form}");
    let shown = ana.send(address, &[("request", ONE), ("closes", "at six")]).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    is_wrong_at(form, "closes", "This is not a day and a time such as 2026-03-12 18:00.");
    assert!(tag(form, " name=\"closes\"").contains("value=\"at six\""), "{form}");
    assert_eq!(height(&village, COASSEMBLY), before);
}

#[tokio::test]
async fn a_step_without_fields_comes_back_unfolded() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let address = "/coassembly/proposals/1/conclude";
    let shown = ana.send(address, &[("request", ONE)]).await;
    let form = came_back(&shown, StatusCode::CONFLICT, address);
    is_wrong_as_a_whole(form, "stage_must_fit");
    let folded = "<details class=\"more\"><summary>Record consensus</summary>";
    assert!(!shown.body.contains(folded), "{}", shown.body);
    assert_eq!(height(&village, COASSEMBLY), before);
}

#[tokio::test]
async fn an_opening_comes_back_with_its_closing_time() {
    let village = Village::settle(false).await;
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let fields = [("request", ONE), ("matter", "proposal"), ("title", "A summer fair"), ("text", "In July.")];
    let written = rosa.send("/cooperate-connecticut/proposals/new", &fields).await;
    assert_eq!(written.leads_to(), "/cooperate-connecticut/proposals/2", "{}", written.body);
    let before = height(&village, CONNECTICUT);
    let address = "/cooperate-connecticut/proposals/2/open";
    let shown = rosa.send(address, &[("request", TWO), ("closes", "2026-03-19T23:00")]).await;
    let form = came_back(&shown, StatusCode::CONFLICT, address);
    is_wrong_as_a_whole(form, "window_must_be_long_enough");
    assert!(tag(form, " name=\"closes\"").contains("value=\"2026-03-19T23:00\""), "{form}");
    let shown = rosa.send(address, &[("request", TWO), ("closes", "2026-03-01T18:00")]).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    is_wrong_at(form, "closes", "The closing time March 1, 2026 at 6:00\u{202f}PM has passed already.");
    assert_eq!(height(&village, CONNECTICUT), before);
}
