//! Coming in, from the public form to a member's Today: one journey for each class of the network, on a phone,
//! without scripts, and on a laptop.

use rochdale_core::values::{ApplicantId, PartyId};
use rochdale_journeys::{
    books::{Book, connecticut},
    journey::{Journey, ON_A_LAPTOP, ON_A_PHONE, WITHOUT_SCRIPTS, walk},
};

const CO_OP: &str = "cooperate-connecticut";
/// Somebody sent a form before.
const APPLICANT: ApplicantId = ApplicantId(2);

/// A visitor goes from the home page to the form of a class, takes their time, and sends it.
async fn asks(journey: &Journey, class: &str, fields: &[(&str, &str)]) {
    journey.open(&format!("/{CO_OP}")).await;
    journey.click(&format!("a[href='/{CO_OP}/interest/{class}']")).await;
    assert!(!journey.has("#website:focus").await);
    let seen = journey.compute("document.querySelector('#website').checkVisibility()").await;
    assert_eq!(seen, false, "people do not meet the field that programs fill in");
    for (field, text) in fields {
        journey.write(&format!("#{field}"), text).await;
    }
    Book::of(&journey.application, CO_OP).at("2026-03-16T14:05:00Z").await;
    journey.click("main form button[type=submit]").await;
    assert_eq!(journey.path().await, format!("/{CO_OP}/interest?sent=yes"));
    assert!(journey.text().await.contains("Your form has arrived"), "{}", journey.text().await);
}

/// The steward finds the form in the inbox, talks, and invites.
async fn is_invited(journey: &Journey, steward: PartyId, name: &str) {
    journey.sign_in(CO_OP, steward).await;
    journey.open(&format!("/{CO_OP}/today")).await;
    journey.click(&format!("a[href='/{CO_OP}/applicants/2']")).await;
    assert!(journey.text().await.contains(name), "{}", journey.text().await);
    journey.click("input[value=talking]").await;
    journey.click("form[action$='/move'] button").await;
    assert!(journey.text().await.contains("Stage: Talking"), "{}", journey.text().await);
    journey.click("form[action$='/invite'] button").await;
}

/// Whoever opens the link signs in, reads, and commits to one document after the other.
async fn commits(journey: &Journey, link: &str, class: &str) {
    journey.open(link).await;
    journey.click("main button[type=submit]").await;
    assert_eq!(journey.path().await, format!("/{CO_OP}/today"));
    assert!(journey.text().await.contains(&format!("You are invited: {class}")), "{}", journey.text().await);
    for _ in ["values", "code of conduct", "conflict resolution"] {
        journey.click("details.why summary").await;
        journey.click("details.why form[action$='/today'] button").await;
    }
    assert!(!journey.has("details.why form[action$='/today']").await);
    assert!(journey.text().await.contains("Everything is there"), "{}", journey.text().await);
}

/// The steward admits; and the new member's Today is that of a member.
async fn is_admitted(journey: &Journey, steward: PartyId) {
    journey.sign_in(CO_OP, steward).await;
    journey.open(&format!("/{CO_OP}/applicants/2")).await;
    journey.click("form[action$='/admit'] button").await;
    assert!(journey.text().await.contains("Stage: Admitted"), "{}", journey.text().await);
    let state = journey.application.state(CO_OP);
    let invited = state.applicant(APPLICANT).and_then(|known| known.invited).expect("an invitation");
    journey.sign_in(CO_OP, invited.person).await;
    journey.open(&format!("/{CO_OP}/today")).await;
    let today = journey.text().await;
    assert!(!today.contains("You are invited") && today.contains("A stall at the market"), "{today}");
    // What is met is folded, and opens.
    assert!(today.contains("Met: ") && !today.contains("Committed to Values"), "{today}");
    journey.click("details.more:last-of-type summary").await;
    assert!(journey.text().await.contains("Committed to Values"), "{today}");
    journey.must_be_clean().await;
}

/// The path of a link in a text.
fn link_in(text: &str) -> String {
    let path = text.split("/sign-in/link/").nth(1).expect("there is a link");
    format!("/sign-in/link/{}", &path[..64])
}

#[tokio::test]
async fn a_person_becomes_a_cooperator_on_a_phone() {
    walk(ON_A_PHONE, async |journey| {
        let people = connecticut(&journey.application).await;
        let fields = [
            ("name", "Dora Amsel"),
            ("email", "dora@example.net"),
            ("place", "Norwich"),
            ("take-part", "The food group."),
        ];
        asks(journey, "cooperator", &fields).await;
        is_invited(journey, people.rosa, "Dora Amsel").await;
        let mail = journey.application.mail_with_link_to("dora@example.net").await;
        commits(journey, &link_in(&mail), "Cooperator").await;
        is_admitted(journey, people.rosa).await;
    })
    .await;
}

#[tokio::test]
async fn a_coop_comes_in_through_its_representative_without_scripts() {
    walk(WITHOUT_SCRIPTS, async |journey| {
        let people = connecticut(&journey.application).await;
        let fields = [
            ("organization", "Thread City Tools"),
            ("name", "Noor Haddad"),
            ("reach", "860-555-0100"),
            ("work", "We lend tools."),
        ];
        asks(journey, "coop", &fields).await;
        is_invited(journey, people.rosa, "Thread City Tools").await;
        // No mail reaches Noor, so the steward hands the way in over.
        let link = link_in(&journey.text().await);
        commits(journey, &link, "Coop").await;
        is_admitted(journey, people.rosa).await;
        let state = journey.application.state(CO_OP);
        let invited = state.applicant(APPLICANT).and_then(|known| known.invited).expect("invited");
        let coop = invited.organization.and_then(|id| state.party(id)).expect("the coop is in the book");
        assert_eq!((coop.name(), coop.memberships.len()), (Some("Thread City Tools"), 1));
    })
    .await;
}

#[tokio::test]
async fn an_ecosystem_partner_comes_in_on_a_laptop() {
    walk(ON_A_LAPTOP, async |journey| {
        let people = connecticut(&journey.application).await;
        let fields = [
            ("organization", "Shoreline Time Bank"),
            ("name", "Agnes Lindqvist"),
            ("email", "agnes@example.net"),
            ("give-and-get", "Hours for hours."),
        ];
        asks(journey, "partner", &fields).await;
        is_invited(journey, people.rosa, "Shoreline Time Bank").await;
        let mail = journey.application.mail_with_link_to("agnes@example.net").await;
        commits(journey, &link_in(&mail), "Ecosystem partner").await;
        is_admitted(journey, people.rosa).await;
    })
    .await;
}
