//! Reviews on the pages: who guides, who writes, who reads, and who finds nothing.

use axum::http::StatusCode;
use rochdale_core::{
    command::{By, Command, Draft, Effect},
    fact::Fact,
    values::Slug,
};
use rochdale_register::Answer;

use crate::{
    browse::{Browser, Shown},
    village::{COASSEMBLY, Village},
};

const SECRET: &str = "She leaves her files on other people’s desks.";
const SEEN: &str = "He heard her hum in the meeting.";
const SUBJECTS: [&str; 5] = ["collaboration", "work", "openness", "policies", "recommendation"];

fn id(number: u32) -> String {
    format!("018f0000-0000-7000-8000-{number:012}")
}

fn review(number: u32, without: &str) -> Vec<(String, String)> {
    let mut fields = vec![("request".to_owned(), id(number)), ("review".to_owned(), "1".to_owned())];
    let subjects = SUBJECTS.iter().filter(|subject| **subject != without);
    fields.extend(subjects.map(|subject| (format!("subject-{subject}"), SECRET.to_owned())));
    fields
}

async fn send(browser: &Browser<'_>, to: &str, fields: &[(String, String)]) -> Shown {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    browser.send(to, &fields).await
}

/// The village in which Bo guides Hana, and its address for her reviews.
async fn with_a_guide() -> (Village, String) {
    let village = Village::settle(false).await;
    let membership = village.membership("Hana Kuo");
    let (person, from) = (village.person("Bo Chen"), "2026-03-20".parse().unwrap());
    let command = Command::NameGuide { membership, person, from };
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, command).await, Answer::Done(_)));
    (village, format!("/coassembly/reviews/{membership}"))
}

#[tokio::test]
async fn a_review_is_written_by_its_guide_and_confirmed_by_the_others() {
    let (village, address) = with_a_guide().await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    let today = bo.get("/coassembly/today").await.body;
    assert!(today.contains("Reviews that you lead") && today.contains("late"), "{today}");
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    assert!(!ana.get("/coassembly/today").await.body.contains("Reviews that you lead"));
    assert!(!ana.get(&address).await.body.contains("Keep the review"), "Ana does not guide Hana");

    let lacking = send(&bo, &format!("{address}/write"), &review(1, "openness")).await;
    assert_eq!(lacking.status, StatusCode::CONFLICT);
    assert!(lacking.body.contains("review_must_be_complete") && lacking.body.contains("MEM-09"));
    assert!(lacking.body.contains(SECRET), "what was written is there still");
    let others = send(&ana, &format!("{address}/write"), &review(2, "")).await;
    assert!(others.body.contains("guide_must_write"), "{}", others.body);
    assert!(!ana.get(&address).await.body.contains(SECRET), "nothing was written");
    let written = send(&bo, &format!("{address}/write"), &review(3, "")).await;
    assert_eq!((written.status, written.leads_to()), (StatusCode::SEE_OTHER, &*address));

    let page = ana.get(&address).await.body;
    assert!(page.contains(SECRET) && page.contains("Open a proposal to confirm it"), "{page}");
    let form = "/coassembly/proposals/new?matter=review-confirmation&confirms=8.1";
    assert!(ana.get(form).await.body.contains("<option value=\"8.1\" selected>"));
    let fields = [
        ("request", id(4)),
        ("matter", "review-confirmation".to_owned()),
        ("title", "Hana’s first review".to_owned()),
        ("text", "As Bo wrote it.".to_owned()),
        ("confirms", format!("{}.1", village.membership("Hana Kuo"))),
        ("owner", village.person("Bo Chen").to_string()),
        ("deadline", "2026-05-01".to_owned()),
    ];
    let drafted =
        send(&ana, "/coassembly/proposals/new", &fields.map(|(name, value)| (name.to_owned(), value))).await;
    assert_eq!(drafted.status, StatusCode::SEE_OTHER, "{}", drafted.body);
    assert!(ana.get(drafted.leads_to()).await.body.contains("Hana Kuo: review 1"));

    let proposal = drafted.leads_to().to_owned();
    let opened = send(&ana, &format!("{proposal}/open"), &[("request".to_owned(), id(5))]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    let page = ana.get(&address).await.body;
    let waits = format!("<a href=\"{proposal}\">“Hana’s first review” is open and would confirm it.</a>");
    assert!(page.contains(&waits) && !page.contains("Open a proposal to confirm it"), "{page}");
}

#[tokio::test]
async fn the_review_that_is_due_stands_first_and_its_form_alone_is_unfolded() {
    let (village, address) = with_a_guide().await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    let page = bo.get(&address).await.body;
    let (due, coming) = (page.find("Hana Kuo: review 1"), page.find("Hana Kuo: review 2"));
    assert!(due.is_some() && due < coming, "{page}");
    assert_eq!(page.matches("/write\"").count(), 2, "{page}");
    let unfolded = page.matches("<details class=\"more\" open>").count();
    assert_eq!(unfolded, 1, "{page}");
}

#[tokio::test]
async fn reviews_and_feedback_are_read_by_their_readers_and_found_by_nobody_else() {
    let (village, address) = with_a_guide().await;
    let ian = Browser::of(&village, COASSEMBLY, "Ian Hsu").await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    let seen = [("request", &*id(1)), ("review", "1"), ("seen", SEEN)];
    assert_eq!(ian.send(&format!("{address}/feedback"), &seen).await.status, StatusCode::SEE_OTHER);
    assert_eq!(send(&bo, &format!("{address}/write"), &review(2, "")).await.status, StatusCode::SEE_OTHER);
    for name in ["Hana Kuo", "Bo Chen", "Chi Wang"] {
        let reader = Browser::of(&village, COASSEMBLY, name).await;
        let page = reader.get(&address).await.body;
        assert!(page.contains(SECRET) && page.contains(SEEN), "{name}: {page}");
    }
    let page = ian.get(&address).await.body;
    assert!(page.contains(SEEN) && !page.contains(SECRET), "Ian reads what he wrote himself: {page}");
    for name in ["Joy Pan", "Ian Hsu", "Kai Yeh", "desk"] {
        let other = Browser::of(&village, COASSEMBLY, name).await;
        for path in ["/reviews", "/today", "/register", "/members", &address["/coassembly".len()..]] {
            let body = other.get(&format!("/coassembly{path}")).await.body;
            assert!(!body.contains(SECRET), "{name} at {path}");
            assert!(!body.contains(SEEN) || name == "Ian Hsu", "{name} at {path}");
        }
    }
    for name in ["Kai Yeh", "desk"] {
        let other = Browser::of(&village, COASSEMBLY, name).await;
        assert!(!other.get(&address).await.status.is_success(), "{name}");
        let seen = [("request", &*id(3)), ("review", "1"), ("seen", "me too")];
        assert!(!other.send(&format!("{address}/feedback"), &seen).await.status.is_redirection(), "{name}");
    }
    assert!(!Browser::stranger(&village).get(&address).await.body.contains(SECRET));
    assert!(!Browser::stranger(&village).get("/coassembly/reviews").await.body.contains("Hana"));
}

/// Hana has left, and what Bo and Ian wrote is kept: who read it while she was in training reads it still, and
/// nothing more can be written.
#[tokio::test]
async fn after_a_training_its_reviews_are_there_to_read_and_not_to_write() {
    let (village, address) = with_a_guide().await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    let ian = Browser::of(&village, COASSEMBLY, "Ian Hsu").await;
    assert_eq!(send(&bo, &format!("{address}/write"), &review(1, "")).await.status, StatusCode::SEE_OTHER);
    let seen = [("request", &*id(2)), ("review", "1"), ("seen", SEEN)];
    assert_eq!(ian.send(&format!("{address}/feedback"), &seen).await.status, StatusCode::SEE_OTHER);
    let membership = village.membership("Hana Kuo");
    let draft = Draft {
        title: "Hana’s first review".to_owned(),
        text: "As Bo wrote it.".to_owned(),
        matter: Slug::new("review-confirmation"),
        effect: Effect::ConfirmReview { membership, review: 1 },
        owner: Some(village.person("Bo Chen")),
        deadline: Some("2026-05-01".parse().unwrap()),
    };
    let by_bo = By::Party(village.person("Bo Chen"));
    let drafted = village.ask(COASSEMBLY, by_bo, Command::DraftProposal(draft)).await;
    let Answer::Done(drafted) = drafted else { panic!("{drafted:?}") };
    let Fact::ProposalDrafted { proposal, .. } = drafted.facts[0] else { panic!("{drafted:?}") };
    let open = Command::OpenProposal { proposal, closes: None };
    assert!(matches!(village.ask(COASSEMBLY, by_bo, open).await, Answer::Done(_)));
    let on = "2026-03-21".parse().unwrap();
    let end = Command::EndMembership { membership, on, basis: "notice".to_owned() };
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, end).await, Answer::Done(_)));
    village.at("2026-03-23T02:00:00Z");

    let confirms = format!("href=\"/coassembly/proposals/{proposal}\"");
    let member = format!("/coassembly/members/{}", village.person("Hana Kuo"));
    let leads = format!("href=\"{address}\"");
    for name in ["Hana Kuo", "Bo Chen", "Chi Wang"] {
        let reader = Browser::of(&village, COASSEMBLY, name).await;
        let page = reader.get(&address).await;
        assert!(page.status.is_success(), "{name}: {}", page.body);
        assert!(page.body.contains(SECRET) && page.body.contains(SEEN), "{name}: {}", page.body);
        for form in ["/write\"", "/feedback\"", "/guide\"", "Open a proposal to confirm it"] {
            assert!(!page.body.contains(form), "{name} finds {form}: {}", page.body);
        }
        // Hana follows proposals no longer, so nothing is said to her of this one.
        let follows = name != "Hana Kuo";
        assert_eq!(page.body.contains(&confirms), follows, "{name}: {}", page.body);
        assert_eq!(page.body.contains("would confirm it"), follows, "{name}: {}", page.body);
        assert!(reader.get(&member).await.body.contains(&leads), "{name}");
    }
    let page = ian.get(&address).await.body;
    assert!(page.contains(SEEN) && !page.contains(SECRET) && page.contains("Written"), "{page}");
    let joy = Browser::of(&village, COASSEMBLY, "Joy Pan").await.get(&address).await.body;
    assert!(!joy.contains(SECRET) && !joy.contains(SEEN), "{joy}");
    for name in ["Kai Yeh", "desk"] {
        let other = Browser::of(&village, COASSEMBLY, name).await;
        assert!(!other.get(&address).await.status.is_success(), "{name}");
        let proposal = other.get(&format!("/coassembly/proposals/{proposal}")).await.body;
        assert!(!proposal.contains(&leads), "{name}: {proposal}");
    }
    assert!(!Browser::stranger(&village).get(&address).await.status.is_success());
    assert!(bo.get(&format!("/coassembly/proposals/{proposal}")).await.body.contains(&leads));
    let desk = Browser::of(&village, COASSEMBLY, "desk").await;
    let proposal = desk.get(&format!("/coassembly/proposals/{proposal}")).await.body;
    assert!(proposal.contains("Hana Kuo: review 1") && !proposal.contains(&leads), "{proposal}");
    assert!(!send(&bo, &format!("{address}/write"), &review(3, "")).await.status.is_redirection());
}

/// What was written about somebody is not in the register, and goes with them; that it was written stays.
#[tokio::test]
async fn a_review_is_erased_with_whoever_was_reviewed() {
    let (village, address) = with_a_guide().await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    assert_eq!(send(&bo, &format!("{address}/write"), &review(1, "")).await.status, StatusCode::SEE_OTHER);
    let registrar = village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap();
    let database = village.site.registers.database();
    let entries = database.stretch(&Slug::new(COASSEMBLY), 1, registrar.head().height).await.unwrap();
    assert!(entries.iter().all(|entry| !entry.payload.contains(SECRET)));
    let membership = village.membership("Hana Kuo");
    let on = "2026-03-21".parse().unwrap();
    let end = Command::EndMembership { membership, on, basis: "notice".to_owned() };
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, end).await, Answer::Done(_)));
    village.at("2026-03-23T02:00:00Z");
    village.settles_exit("Hana Kuo").await;
    let erase = Command::ErasePerson { party: village.person("Hana Kuo") };
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, erase).await, Answer::Done(_)));

    let state = registrar.state();
    let written = state.reviews(membership).unwrap().written[0];
    assert!(state.words(written.words).is_none(), "the words are gone");
    rochdale_register::verify(database, &Slug::new(COASSEMBLY)).await.unwrap();
}
