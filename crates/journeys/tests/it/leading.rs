//! Leading a proposal, and what the bylaws refuse.

use rochdale_core::proposals::Stage;
use rochdale_journeys::{
    books::coassembly,
    journey::{ON_A_LAPTOP, walk},
};

#[tokio::test]
async fn a_vote_called_too_early_is_refused_with_the_clause() {
    walk(ON_A_LAPTOP, async |journey| {
        let book = coassembly(&journey.application).await;
        journey.sign_in("coassembly", book.ana).await;
        let before = journey.application.height("coassembly");
        journey.open(&format!("/coassembly/proposals/{}", book.riverside)).await;
        journey.click("details:has(form[action$='/call-vote']) > summary").await;
        journey.click("form[action$='/call-vote'] button[type=submit]").await;

        // Code, clause with its words, because, you can.
        let said = journey.text().await;
        assert!(said.contains("rounds_must_be_complete"), "{said}");
        assert!(said.contains("GOV-06"), "{said}");
        assert!(said.contains("A vote may be called only after 3 complete rounds of discussion"), "{said}");
        for term in ["because", "you can"] {
            assert!(said.to_lowercase().contains(term), "{said}");
        }
        assert!(journey.has("main a.clause[href='/coassembly/bylaws/GOV-06']").await);

        assert_eq!(journey.application.height("coassembly"), before, "a refusal changes nothing");
        let state = journey.application.state("coassembly");
        let riverside = state.proposal(book.riverside).expect("it is still there");
        assert_eq!(riverside.stage, Stage::InRound);
        assert!(riverside.vote.is_none());

        journey.click("main a.clause[href='/coassembly/bylaws/GOV-06']").await;
        assert_eq!(journey.path().await, "/coassembly/bylaws/GOV-06");
    })
    .await;
}

/// Nobody can act on the page that somebody else left open: a form that is sent twice does a thing once.
#[tokio::test]
async fn a_form_sent_twice_does_a_thing_once() {
    walk(ON_A_LAPTOP, async |journey| {
        let book = coassembly(&journey.application).await;
        journey.sign_in("coassembly", book.bo).await;
        journey.open(&format!("/coassembly/proposals/{}", book.van)).await;
        let before = journey.application.height("coassembly");
        let twice = "fetch(document.querySelector('form[action$=\"/stance\"]').action, { method: 'POST', \
                     body: new URLSearchParams([...new FormData(document.querySelector('form[action$=\"/stance\"]')), \
                     ['stance', 'agree']]) }).then(answer => answer.status)";
        let send = format!("const done = arguments[0]; ({twice}).then(first => ({twice}).then(second => done([first, second])));");
        let answers = journey.browser.driver.execute_async(send, vec![]).await.expect("both are answered");
        assert_eq!(answers.json().to_string(), "[200,200]");
        assert_eq!(journey.application.height("coassembly"), before + 1);
    })
    .await;
}
