//! Representatives on the pages and in the interface: named, handed over, and by whom.

use axum::http::StatusCode;
use rochdale_core::{
    command::{By, Command},
    proposals::Choice,
    values::{Language, ProposalId, Slug},
};
use rochdale_register::Answer;

use crate::{
    browse::Browser,
    village::{CONNECTICUT, Village},
};

fn id(number: u32) -> String {
    format!("018f0000-0000-7000-8000-{number:012}")
}

fn page_of(village: &Village, name: &str) -> String {
    format!("/cooperate-connecticut/members/{}", village.person(name))
}

#[tokio::test]
async fn rosa_hands_riverside_bread_over_and_names_an_alternate() {
    let village = Village::settle(false).await;
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let page = page_of(&village, "Riverside Bread");
    let shown = rosa.get(&page).await.body;
    assert!(shown.contains("Hand over") && shown.contains("CT-05"), "{shown}");
    let [mei, sam] = ["Mei Vega", "Sam Vega"].map(|name| village.person(name).to_string());
    let fields = [("request", &*id(1)), ("representative", &*sam), ("from", "2026-03-19")];
    let named = rosa.send(&format!("{page}/representatives/alternate"), &fields).await;
    assert_eq!((named.status, named.leads_to()), (StatusCode::SEE_OTHER, &*page));
    let fields = [("request", &*id(2)), ("representative", &*mei), ("from", "2026-03-20")];
    let handed = rosa.send(&format!("{page}/representatives/hand-over"), &fields).await;
    assert_eq!((handed.status, handed.leads_to()), (StatusCode::SEE_OTHER, &*page));
    let shown = rosa.get(&page).await.body;
    assert!(shown.contains("Sam Vega") && shown.contains("alternate"), "{shown}");

    // On the 20th Mei has the vote, and Sam stands in; Rosa has neither.
    village.at("2026-03-20T16:00:00Z");
    let shown = rosa.get(&page).await.body;
    assert!(shown.contains("Mei Vega") && !shown.contains("Hand over"), "it is no longer hers to hand over");
    let membership = village.membership("Riverside Bread");
    let (proposal, choice) = (ProposalId(1), Choice::For);
    for (name, may) in [("Sam Vega", true), ("Mei Vega", true), ("Rosa Vega", false), ("Tom Boyd", false)] {
        let by = By::Party(village.person(name));
        let answer = village.ask(CONNECTICUT, by, Command::CastBallot { proposal, membership, choice }).await;
        assert_eq!(matches!(answer, Answer::Done(_)), may, "{name}: {answer:?}");
    }
    let registrar = village.site.registers.registrar(&Slug::new(CONNECTICUT)).unwrap();
    let state = registrar.state();
    let ballots = &state.proposal(proposal).unwrap().vote.as_ref().unwrap().ballots;
    assert_eq!(ballots[&membership].person, village.person("Mei Vega"), "the later of two, and only one");
}

#[tokio::test]
async fn whoever_is_named_from_today_on_is_written_to_in_their_own_language() {
    let village = Village::settle(false).await;
    let (database, org) = (village.site.registers.database(), Slug::new(CONNECTICUT));
    database.choose_language(&org, village.person("Mei Vega"), &Language::new("es")).await.unwrap();
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let page = page_of(&village, "Riverside Bread");
    let [mei, sam] = ["Mei Vega", "Sam Vega"].map(|name| village.person(name).to_string());
    for (number, step, person, from) in
        [(1, "alternate", &sam, "2026-03-19"), (2, "hand-over", &mei, "2026-03-25")]
    {
        let fields = [("request", &*id(number)), ("representative", person), ("from", from)];
        let named = rosa.send(&format!("{page}/representatives/{step}"), &fields).await;
        assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.body);
    }
    let mails = database.mail_log(&org, 0, 100).await.unwrap();
    let to = |name: &str| {
        let recipient = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
        let found = mails.iter().find(|one| one.mail.recipient == recipient);
        found.map(|one| (&*one.mail.subject, &*one.mail.body)).unwrap_or_else(|| panic!("{name}: {mails:?}"))
    };
    let (subject, body) = to("Sam Vega");
    assert_eq!(subject, "You act for a member of Cooperate Connecticut");
    assert!(body.contains("http://localhost:8080/cooperate-connecticut/today"), "{body}");
    assert_eq!(to("Mei Vega").0, "Usted representa a un miembro de Cooperate Connecticut");
    // What was typed by others stands in no letter.
    assert!(mails.iter().all(|one| !one.mail.body.contains("Riverside") && !one.mail.body.contains("Vega")));
}

#[tokio::test]
async fn what_is_recorded_of_an_earlier_day_is_no_news() {
    let village = Village::settle(false).await;
    let (organization, person) = (village.person("Riverside Bread"), village.person("Sam Vega"));
    let desk = Browser::of(&village, CONNECTICUT, "desk").await;
    let page = format!("/{CONNECTICUT}/members/{organization}/representatives/alternate");
    let person = person.to_string();
    let fields = [("request", &*id(1)), ("representative", &*person), ("from", "2026-03-18")];
    let named = desk.send(&page, &fields).await;
    assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.body);
    let mails = village.site.registers.database().mail_log(&Slug::new(CONNECTICUT), 0, 100).await.unwrap();
    assert!(mails.is_empty(), "{mails:?}");
}

#[tokio::test]
async fn nobody_else_says_who_represents_an_organization() {
    let village = Village::settle(false).await;
    let page = page_of(&village, "Riverside Bread");
    let tom = village.person("Tom Boyd").to_string();
    let registrar = village.site.registers.registrar(&Slug::new(CONNECTICUT)).unwrap();
    let before = registrar.state().last_decided();
    for name in ["Tom Boyd", "Marcus Boyd"] {
        let other = Browser::of(&village, CONNECTICUT, name).await;
        let shown = other.get(&page).await.body;
        assert!(!shown.contains("Hand over") && !shown.contains("Name an alternate"), "{name}: {shown}");
        for step in ["name", "hand-over", "alternate"] {
            let fields = [("request", &*id(3)), ("representative", &*tom), ("from", "2026-03-20")];
            let refused = other.send(&format!("{page}/representatives/{step}"), &fields).await;
            assert_eq!(refused.status, StatusCode::CONFLICT, "{name}: {step}");
            assert!(refused.body.contains("power_must_be_held"), "{name}: {step}: {}", refused.body);
        }
        let rosa = village.person("Rosa Vega").to_string();
        let fields = [("request", &*id(4)), ("holder", &*rosa), ("until", "2026-03-20")];
        let refused = other.send(&format!("{page}/representatives/end"), &fields).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{name}");
    }
    assert_eq!(registrar.state().last_decided(), before, "nothing was recorded");
    let unsigned = Browser::stranger(&village);
    let fields = [("request", &*id(5)), ("representative", &*tom), ("from", "2026-03-20")];
    let sent = unsigned.send(&format!("{page}/representatives/name"), &fields).await;
    assert!(!sent.status.is_redirection() || sent.leads_to().contains("sign-in"), "{}", sent.status);
}

/// A form that is not accepted comes back with what was chosen in it.
#[tokio::test]
async fn a_second_representative_for_the_same_days_comes_back() {
    let village = Village::settle(false).await;
    let desk = Browser::of(&village, CONNECTICUT, "desk").await;
    let page = page_of(&village, "Riverside Bread");
    let rosa = village.person("Rosa Vega").to_string();
    let fields = [("request", &*id(6)), ("representative", &*rosa), ("from", "2026-04-01")];
    let back = desk.send(&format!("{page}/representatives/hand-over"), &fields).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", back.body);
    assert!(back.body.contains("2026-04-01"), "{}", back.body);
    let tom = village.person("Tom Boyd").to_string();
    let fields = [("request", &*id(7)), ("representative", &*tom), ("from", "2026-03-20")];
    let refused = desk.send(&format!("{page}/representatives/name"), &fields).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.body.contains("representative_must_be_single"), "{}", refused.body);
    let fields = [("request", &*id(8)), ("holder", &*rosa), ("until", "2026-03-19")];
    assert_eq!(desk.send(&format!("{page}/representatives/end"), &fields).await.leads_to(), page);
    let shown = desk.get(&page).await.body;
    assert!(!shown.contains("has no official representative"), "today is still the 19th there: {shown}");
    village.at("2026-03-21T16:00:00Z");
    assert!(desk.get(&page).await.body.contains("has no official representative"));
}
