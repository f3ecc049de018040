//! Responding to proposals: with a stance, with an objection, with a ballot, with and without scripts.

use rochdale_core::{
    command::Stance,
    proposals::{Choice, StanceKind},
    values::{MembershipId, ProposalId},
};
use rochdale_journeys::{
    books::{coassembly, connecticut},
    journey::{Journey, ON_A_PHONE, WITHOUT_SCRIPTS, Way, walk},
};

/// The stance that a membership has taken in the open round, as the book has it.
fn stance_of(journey: &Journey, proposal: ProposalId, membership: MembershipId) -> Option<Stance> {
    let state = journey.application.state("coassembly");
    let round = state.proposal(proposal)?.open_round()?;
    round.stances.get(&membership).map(|taken| taken.stance.clone())
}

/// Bo finds the proposal on the page of today and agrees.
async fn agree_from_today(journey: &Journey) {
    let book = coassembly(&journey.application).await;
    journey.sign_in("coassembly", book.bo).await;
    journey.open("/coassembly/today").await;
    journey.click(&format!("main a[href^='/coassembly/proposals/{}#respond-']", book.van)).await;
    journey.click("form[action$='/stance'] input[value=agree]").await;
    journey.click("form[action$='/stance'] button[type=submit]").await;

    assert_eq!(journey.path().await, format!("/coassembly/proposals/{}", book.van));
    assert!(journey.text().await.contains("you responded"), "{}", journey.text().await);
    assert_eq!(stance_of(journey, book.van, book.bos), Some(Stance::Agree));
    // Bo spoke for nobody else, and on nothing else.
    let state = journey.application.state("coassembly");
    let round = state.proposal(book.van).and_then(|van| van.open_round()).expect("round 1 is open");
    assert_eq!(round.stances.len(), 1);
    assert_eq!(stance_of(journey, book.riverside, book.bos), None);
    journey.must_be_clean().await;
}

#[tokio::test]
async fn a_member_responds_on_a_phone() {
    walk(ON_A_PHONE, agree_from_today).await;
}

#[tokio::test]
async fn a_member_responds_where_no_script_runs() {
    walk(WITHOUT_SCRIPTS, agree_from_today).await;
}

#[tokio::test]
async fn no_script_runs_where_scripts_are_off() {
    walk(WITHOUT_SCRIPTS, async |journey| {
        let page = "data:text/html,<title>before</title><script>document.title = 'after'</script>";
        journey.browser.driver.goto(page).await.expect("the page opens");
        assert_eq!(journey.browser.driver.title().await.expect("a title"), "before");
    })
    .await;
    walk(Way { scripts: true, ..WITHOUT_SCRIPTS }, async |journey| {
        let page = "data:text/html,<title>before</title><script>document.title = 'after'</script>";
        journey.browser.driver.goto(page).await.expect("the page opens");
        assert_eq!(journey.browser.driver.title().await.expect("a title"), "after");
    })
    .await;
}

#[tokio::test]
async fn an_objection_gives_its_reason() {
    walk(ON_A_PHONE, async |journey| {
        let book = coassembly(&journey.application).await;
        journey.sign_in("coassembly", book.bo).await;
        let page = format!("/coassembly/proposals/{}", book.van);
        let before = journey.application.height("coassembly");

        journey.open(&page).await;
        journey.click("form[action$='/stance'] input[value=object]").await;
        journey.click("form[action$='/stance'] button[type=submit]").await;
        let said = journey.text().await;
        assert!(said.contains("objection_must_have_a_reason"), "{said}");
        assert!(journey.has("main .refusal a.clause[href^='/coassembly/bylaws/GOV-0']").await, "{said}");
        assert_eq!(stance_of(journey, book.van, book.bos), None);
        assert_eq!(journey.application.height("coassembly"), before, "a refusal changes nothing");

        // The page has come back as Bo left it, and asks for the reason.
        let chosen = "document.querySelector('form[action$=\"/stance\"] input[value=object]').checked";
        assert_eq!(journey.compute(chosen).await, true);
        journey.write("form[action$='/stance'] textarea", "We have no place to park it.").await;
        journey.click("form[action$='/stance'] button[type=submit]").await;
        let said = journey.text().await;
        assert!(said.contains("We have no place to park it."), "{said}");
        let stance = stance_of(journey, book.van, book.bos).expect("Bo objected");
        assert_eq!(stance.kind(), StanceKind::Object);
        assert_eq!(journey.application.height("coassembly"), before + 1);
    })
    .await;
}

/// Rosa holds her own vote and the bakery's: two ballots, each cast apart.
#[tokio::test]
async fn somebody_with_two_votes_casts_each_apart() {
    walk(ON_A_PHONE, async |journey| {
        let book = connecticut(&journey.application).await;
        journey.sign_in("cooperate-connecticut", book.rosa).await;
        journey.open(&format!("/cooperate-connecticut/proposals/{}", book.stall)).await;
        let of = |membership: MembershipId| {
            format!("form[action$='/ballot']:has([name=membership][value='{membership}'])")
        };
        journey.click(&format!("{} input[value=against]", of(book.bakerys))).await;
        journey.click(&format!("{} button[type=submit]", of(book.bakerys))).await;

        let state = journey.application.state("cooperate-connecticut");
        let vote = state.proposal(book.stall).and_then(|stall| stall.vote.clone()).expect("a vote");
        assert_eq!(vote.ballots.get(&book.bakerys).map(|cast| cast.choice), Some(Choice::Against));
        assert_eq!(vote.ballots.get(&book.sams).map(|cast| cast.choice), Some(Choice::For));
        assert!(vote.ballots.get(&book.rosas).is_none(), "Rosa has not voted for herself");
        journey.must_be_clean().await;
    })
    .await;
}
