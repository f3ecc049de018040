//! Everything with the keyboard alone.

use rochdale_core::{command::Stance, proposals::StanceKind};
use rochdale_journeys::{
    books::coassembly,
    journey::{Journey, ON_A_LAPTOP, ON_A_PHONE, walk},
};
use serde_json::Value;
use thirtyfour::Key;

/// What has the focus: its tag and name or text.
async fn focus(journey: &Journey) -> String {
    let script = "(one => `${one.tagName.toLowerCase()} ${one.name || ''} ${one.value || one.textContent.trim()}`)(document.activeElement)";
    journey.compute(script).await.as_str().unwrap_or_default().to_owned()
}

async fn press(journey: &Journey, key: Key) {
    journey.press(key.value().to_string()).await;
}

/// Presses enter where it leads to another page.
async fn enter(journey: &Journey) {
    journey.press_to_go_on(Key::Enter.value().to_string()).await;
}

/// Presses the tab key until what a selector names has the focus; each thing on the way must be in
/// sight and marked as focused.
async fn tab_to(journey: &Journey, selector: &str) {
    for _ in 0..80 {
        press(journey, Key::Tab).await;
        let seen = journey
            .compute(
                "(one => { const box = one.getBoundingClientRect(), style = getComputedStyle(one); return { \
                 outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2, \
                 inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth }; \
                 })(document.activeElement)",
            )
            .await;
        assert_eq!(seen["outline"], Value::Bool(true), "the focus does not show on {}", focus(journey).await);
        assert_eq!(
            seen["inside"],
            Value::Bool(true),
            "the focus is out of sight on {}",
            focus(journey).await
        );
        if journey.compute(&format!("document.activeElement.matches({selector:?})")).await == true {
            return;
        }
    }
    panic!("the tab key never comes to {selector}");
}

#[tokio::test]
async fn a_member_responds_with_the_keyboard_alone() {
    walk(ON_A_LAPTOP, async |journey| {
        let book = coassembly(&journey.application).await;
        journey.sign_in("coassembly", book.bo).await;
        journey.open("/coassembly/today").await;
        tab_to(journey, &format!("a[href^='/coassembly/proposals/{}#respond-']", book.van)).await;
        enter(journey).await;
        assert!(journey.has("form[action$='/stance']").await, "{}", journey.path().await);
        tab_to(journey, "form[action$='/stance'] input[type=radio]").await;
        press(journey, Key::Space).await;
        press(journey, Key::Down).await;
        assert!(focus(journey).await.contains("stand-aside"), "{}", focus(journey).await);
        tab_to(journey, "form[action$='/stance'] button[type=submit]").await;
        enter(journey).await;
        let state = journey.application.state("coassembly");
        let round = state.proposal(book.van).and_then(|van| van.open_round()).expect("round 1 is open");
        let taken = round.stances.get(&book.bos).expect("Bo responded");
        assert_eq!(taken.stance.kind(), StanceKind::StandAside);
        assert_eq!(round.stances.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_first_tab_leads_past_the_masthead() {
    walk(ON_A_LAPTOP, async |journey| {
        let book = coassembly(&journey.application).await;
        journey.sign_in("coassembly", book.bo).await;
        journey.open("/coassembly/proposals").await;
        press(journey, Key::Tab).await;
        assert_eq!(journey.compute("document.activeElement.className").await, "skip");
        let left = journey.compute("document.activeElement.getBoundingClientRect().left >= 0").await;
        assert_eq!(left, true, "the skip link is out of sight");
        press(journey, Key::Enter).await;
        press(journey, Key::Tab).await;
        let inside = journey.compute("document.querySelector('main').contains(document.activeElement)").await;
        assert_eq!(inside, true, "after the skip link comes {}", focus(journey).await);
        // The order of the tab key is the order of the page: nothing has a tabindex of its own.
        assert!(!journey.has("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").await);
    })
    .await;
}

#[tokio::test]
async fn languages_are_chosen_with_the_keyboard() {
    walk(ON_A_LAPTOP, async |journey| {
        coassembly(&journey.application).await;
        journey.open("/coassembly").await;
        tab_to(journey, ".choices summary").await;
        press(journey, Key::Enter).await;
        tab_to(journey, ".choices button[value='es']").await;
        enter(journey).await;
        assert_eq!(journey.compute("document.documentElement.lang").await, "es");
    })
    .await;
}

/// Where a page opens: that the focus is on what a selector names, and in sight.
async fn opens_at(journey: &Journey, selector: &str) {
    let is_there = journey.compute(&format!("document.activeElement.matches({selector:?})")).await;
    assert_eq!(is_there, true, "the page opens at {}", focus(journey).await);
    let in_sight =
        "(box => box.top >= 0 && box.bottom <= innerHeight)(document.activeElement.getBoundingClientRect())";
    assert_eq!(journey.compute(in_sight).await, true, "{selector} is out of sight");
}

#[tokio::test]
async fn an_objection_without_a_reason_is_mended_with_the_keyboard_alone() {
    walk(ON_A_PHONE, async |journey| {
        let book = coassembly(&journey.application).await;
        journey.sign_in("coassembly", book.bo).await;
        let before = journey.application.height("coassembly");
        journey.open(&format!("/coassembly/proposals/{}", book.van)).await;
        tab_to(journey, "form[action$='/stance'] input[type=radio]").await;
        press(journey, Key::Space).await;
        press(journey, Key::Down).await;
        press(journey, Key::Down).await;
        assert!(focus(journey).await.contains("object"), "{}", focus(journey).await);
        tab_to(journey, "form[action$='/stance'] textarea").await;
        journey.press("  ").await;
        tab_to(journey, "form[action$='/stance'] button[type=submit]").await;
        enter(journey).await;

        opens_at(journey, "form[action$='/stance'] .refusal h2").await;
        assert!(journey.source().await.contains("objection_must_have_a_reason"));
        assert_eq!(journey.application.height("coassembly"), before, "a refusal changes nothing");
        tab_to(journey, "form[action$='/stance'] input[type=radio]").await;
        assert!(
            focus(journey).await.contains("object"),
            "what was chosen is chosen: {}",
            focus(journey).await
        );
        tab_to(journey, "form[action$='/stance'] textarea").await;
        assert_eq!(journey.compute("document.activeElement.value").await, "  ");
        journey.press("We have no place to park it.").await;
        tab_to(journey, "form[action$='/stance'] button[type=submit]").await;
        enter(journey).await;

        assert_eq!(journey.path().await, format!("/coassembly/proposals/{}", book.van));
        let state = journey.application.state("coassembly");
        let round = state.proposal(book.van).and_then(|van| van.open_round()).expect("round 1 is open");
        let taken = &round.stances.get(&book.bos).expect("Bo responded").stance;
        assert_eq!(*taken, Stance::Object { reason: "We have no place to park it.".to_owned() });
        assert_eq!(journey.application.height("coassembly"), before + 1, "once");
    })
    .await;
}

/// What was typed on a phone for a quarter of an hour is not lost for a title of one word too many.
#[tokio::test]
async fn a_proposal_whose_title_is_too_long_is_mended_with_the_keyboard_alone() {
    walk(ON_A_PHONE, async |journey| {
        let book = coassembly(&journey.application).await;
        journey.sign_in("coassembly", book.bo).await;
        let before = journey.application.height("coassembly");
        journey.open("/coassembly/proposals/new?matter=day-to-day").await;
        tab_to(journey, "#title").await;
        journey.press("kettle ".repeat(21)).await;
        tab_to(journey, "#text").await;
        journey.press(format!("One is never enough:{0}{0}- the old one leaks", Key::Enter.value())).await;
        let written = "One is never enough:\n\n- the old one leaks";
        assert_eq!(journey.compute("document.activeElement.value").await, written);
        tab_to(journey, "main button[type=submit]").await;
        enter(journey).await;

        opens_at(journey, "#title[aria-invalid=true]").await;
        let said = "document.getElementById(document.activeElement.getAttribute('aria-describedby').split(' ')[0]).textContent";
        assert_eq!(journey.compute(said).await, "✕ The title has 146 characters; 140 fit.");
        assert_eq!(journey.compute("document.querySelector('#text').value").await, written);
        assert_eq!(journey.application.height("coassembly"), before, "nothing is kept yet");
        press(journey, Key::Home).await;
        journey.press(Key::Delete.value().to_string().repeat("kettle ".len() * 20)).await;
        journey.press("A second ").await;
        tab_to(journey, "main button[type=submit]").await;
        enter(journey).await;

        let state = journey.application.state("coassembly");
        let draft = &state.proposals().last().expect("the new one").draft;
        assert_eq!((draft.title.as_str(), draft.text.as_str()), ("A second kettle", "One is never enough:\r\n\r\n- the old one leaks"));
        assert_eq!(journey.application.height("coassembly"), before + 1, "once");
    })
    .await;
}
