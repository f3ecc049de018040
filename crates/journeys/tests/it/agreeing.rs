//! Signing an agreement: drafted on a laptop, signed on a phone, in force once both sides have signed.

use rochdale_core::{agreements::Side, values::AgreementId};
use rochdale_journeys::{
    books::coassembly,
    journey::{Journey, ON_A_LAPTOP, ON_A_PHONE, WITHOUT_SCRIPTS, walk},
};

/// Gus signs what waits for him, from the page of today; then the secretary does.
async fn both_sign(journey: &Journey) {
    let book = coassembly(&journey.application).await;
    let signed = |side: Side| {
        let state = journey.application.state("coassembly");
        let agreement = state.agreement(book.renewal).expect("it is drafted").clone();
        agreement.signature_of(side).map(|signature| signature.person)
    };
    let address = format!("/coassembly/agreements/{}", book.renewal);
    journey.sign_in("coassembly", book.gus).await;
    journey.open("/coassembly/today").await;
    journey.click(&format!("main a[href='{address}']")).await;
    let said = journey.text().await;
    assert!(said.contains("Half at the start, half at the end."), "{said}");
    journey.write("form[action$='/sign'] input[name=signs]", "Gus Petrov").await;
    journey.click("form[action$='/sign'] button[type=submit]").await;
    assert_eq!(journey.path().await, address);
    assert!(journey.text().await.contains("waits for the other side"), "{}", journey.text().await);
    assert!(!journey.has("form[action$='/sign']").await, "he signs once");
    assert_eq!((signed(Side::Party), signed(Side::CoOp)), (Some(book.gus), None));
    journey.must_be_clean().await;

    journey.sign_in("coassembly", book.chi).await;
    journey.open("/coassembly/today").await;
    journey.click(&format!("main a[href='{address}']")).await;
    journey.write("form[action$='/sign'] input[name=signs]", "林怡君").await;
    journey.click("form[action$='/sign'] button[type=submit]").await;
    let said = journey.text().await;
    assert!(said.contains("in force") && said.contains("林怡君") && said.contains("Gus Petrov"), "{said}");
    let state = journey.application.state("coassembly");
    assert!(state.agreement(book.renewal).expect("it is there").in_force_from.is_some());
    journey.must_be_clean().await;
}

#[tokio::test]
async fn both_sides_sign_on_a_phone() {
    walk(ON_A_PHONE, both_sign).await;
}

#[tokio::test]
async fn both_sides_sign_where_no_script_runs() {
    walk(WITHOUT_SCRIPTS, both_sign).await;
}

/// A draft that lacks a section comes back with what was written, and says which clause asks for it.
#[tokio::test]
async fn a_worker_owner_drafts_an_agreement() {
    walk(ON_A_LAPTOP, async |journey| {
        let book = coassembly(&journey.application).await;
        journey.sign_in("coassembly", book.ana).await;
        journey.open(&format!("/coassembly/agreements/new?kind=flying-agreement&party={}", book.dee)).await;
        journey.write("textarea[name='section-returns']", "   ").await;
        journey.click("form[action$='/agreements/new'] button[type=submit]").await;
        let said = journey.text().await;
        assert!(said.contains("agreement_must_be_complete") && said.contains("MEM-11"), "{said}");
        journey.write("textarea[name='section-returns']", "A seat in one workshop a year.").await;
        journey.click("form[action$='/agreements/new'] button[type=submit]").await;
        let said = journey.text().await;
        assert!(
            said.contains("A seat in one workshop a year.") && said.contains("waits for signatures"),
            "{said}"
        );
        let state = journey.application.state("coassembly");
        let drafted = state.agreement(AgreementId(book.renewal.0 + 1)).expect("a draft");
        assert_eq!((drafted.party, drafted.by), (book.dee, Some(book.ana)));
    })
    .await;
}
