//! From the invitation to the membership.

use axum::http::StatusCode;
use rochdale_core::{
    applicants::ApplicantStage,
    command::{By, Command},
    values::{ApplicantId, Slug},
};
use rochdale_register::LINK_HERE;
use rochdale_web::entrance::{Entrance, MailWay, Origin};

use super::{
    ADDRESS, has_arrived, id, later, mails, sends, session, state, step, steward, with_a_steward, with_dora,
};
use crate::{
    browse::Browser,
    village::{CONNECTICUT, Village},
};

#[tokio::test]
async fn a_person_comes_in() {
    let village = with_dora().await;
    let marcus = steward(&village).await;
    let own = village.person("Marcus Boyd").to_string();
    assert_eq!(step(&marcus, 1, "assign", &[("owner", own.as_str())]).await.status, StatusCode::SEE_OTHER);
    let moved = step(&marcus, 2, "move", &[("stage", "talking"), ("reason", "We met at the market.")]).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.body);
    let rosa = village.person("Rosa Vega").to_string();
    let wrong = step(&marcus, 3, "assign", &[("owner", rosa.as_str())]).await;
    assert!(wrong.body.contains("power_must_be_held"), "{}", wrong.body);
    let early = step(&marcus, 4, "admit", &[]).await;
    assert_eq!(early.status, StatusCode::NOT_FOUND, "not before the invitation");
    later(&village, 2 * 86_400);
    let page = marcus.get(&format!("/{CONNECTICUT}/applicants/1")).await.body;
    assert!(page.contains("We met at the market.") && page.contains("for 2 days"), "{page}");

    assert_eq!(step(&marcus, 5, "invite", &[]).await.status, StatusCode::SEE_OTHER);
    let mail = mails(&village, CONNECTICUT).await.into_iter().find(|one| one.mail.has_link).expect("a link");
    assert_eq!(mail.mail.recipient, ADDRESS);
    assert!(mail.mail.body.contains(LINK_HERE) && mail.mail.body.contains("http://localhost:8080/sign-in"));
    assert!(mail.mail.subject.contains("le invita a unirse"), "in the language of the form: {mail:?}");
    let refused = step(&marcus, 6, "admit", &[]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.body.contains("CT-03") && refused.body.contains("commitments_must_be_acknowledged"));

    let invited = state(&village, CONNECTICUT).applicant(ApplicantId(1)).unwrap().invited.unwrap();
    let dora = Browser::with_cookie(&village, &session(&village, invited.person).await);
    let today = dora.get(&format!("/{CONNECTICUT}/today")).await.body;
    assert!(today.contains("You are invited: Cooperator"), "{today}");
    assert!(dora.get(&format!("/{CONNECTICUT}/applicants/1")).await.body.contains("power_must_be_held"));
    let party = invited.person.to_string();
    for (number, document) in ["values", "code-of-conduct", "conflict-resolution"].into_iter().enumerate() {
        assert!(today.contains(&format!("value=\"{document}\"")), "{document}");
        let request = id(10 + number as u32);
        let fields =
            [("request", request.as_str()), ("party", &*party), ("document", document), ("version", "1")];
        let sent = dora.send(&format!("/{CONNECTICUT}/today"), &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    }
    assert!(dora.get(&format!("/{CONNECTICUT}/today")).await.body.contains("Everything is there"));
    assert_eq!(step(&marcus, 7, "admit", &[]).await.status, StatusCode::SEE_OTHER);
    let known = state(&village, CONNECTICUT);
    assert_eq!(known.applicant(ApplicantId(1)).unwrap().stage.0, ApplicantStage::Admitted);
    let today = dora.get(&format!("/{CONNECTICUT}/today")).await.body;
    assert!(!today.contains("You are invited") && today.contains("A childcare pool"), "{today}");
    let welcome = mails(&village, CONNECTICUT).await;
    assert!(welcome.iter().any(|one| one.mail.subject.contains("bienvenida")), "{welcome:?}");
    let closed = step(&marcus, 8, "move", &[("stage", "declined")]).await;
    assert!(closed.body.contains("applicant_must_be_open"), "{}", closed.body);
}

#[tokio::test]
async fn an_organization_comes_in_and_its_representative_commits() {
    let village = with_a_steward().await;
    let fields = [
        ("organization", "Thread City Tools"),
        ("kind", "worker"),
        ("name", "Noor Haddad"),
        ("reach", "860-555-0100"),
    ];
    has_arrived(&sends(&Browser::stranger(&village), &village, "coop", &fields).await);
    let marcus = steward(&village).await;
    // No address of mail: the way in is handed over, and shown once.
    let handed = step(&marcus, 1, "invite", &[]).await;
    assert_eq!(handed.status, StatusCode::OK);
    assert!(handed.body.contains("/sign-in/link/"), "{}", handed.body);
    later(&village, 61);
    let again = step(&marcus, 1, "invite", &[]).await;
    assert!(!again.body.contains("/sign-in/link/"), "{}", again.body);
    let known = state(&village, CONNECTICUT);
    let invited = known.applicant(ApplicantId(1)).unwrap().invited.unwrap();
    let organization = known.party(invited.organization.unwrap()).unwrap();
    assert_eq!(organization.name(), Some("Thread City Tools"));
    assert_eq!(organization.representative_on("2026-03-20".parse().unwrap()), Some(invited.person));
    let noor = Browser::with_cookie(&village, &session(&village, invited.person).await);
    assert!(noor.get(&format!("/{CONNECTICUT}/today")).await.body.contains("You are invited: Coop"));
    let party = organization.id.to_string();
    let request = id(20);
    let version =
        [("request", request.as_str()), ("party", &*party), ("document", "values"), ("version", "1")];
    let own = marcus.send(&format!("/{CONNECTICUT}/today"), &version).await;
    assert!(own.body.contains("vote_must_be_held"), "the steward does not commit for them");
    for (number, document) in ["values", "code-of-conduct", "conflict-resolution"].into_iter().enumerate() {
        let request = id(30 + number as u32);
        let fields =
            [("request", request.as_str()), ("party", &*party), ("document", document), ("version", "1")];
        assert_eq!(noor.send(&format!("/{CONNECTICUT}/today"), &fields).await.status, StatusCode::SEE_OTHER);
    }
    let page = marcus.get(&format!("/{CONNECTICUT}/applicants/1")).await.body;
    assert!(page.contains("Admit them"), "{page}");
    assert_eq!(step(&marcus, 2, "admit", &[]).await.status, StatusCode::SEE_OTHER);
    let known = state(&village, CONNECTICUT);
    let held = known.party(invited.organization.unwrap()).unwrap().memberships[0];
    assert_eq!(known.membership(held).unwrap().kind, Some(Slug::new("worker")));
}

/// Somebody in the book who is no member.
async fn lena(village: &Village) -> String {
    village.enter_with_address(CONNECTICUT, "Lena Park", "lena.park@example.org").await.to_string()
}

/// Whoever invites somebody who is in the book already does not get their way in.
#[tokio::test]
async fn a_steward_who_names_somebody_else_gets_no_link_of_theirs() {
    let village = with_dora().await;
    let origin = Origin::new("http://localhost:8080").unwrap();
    let village = village.behind(Entrance::new(origin, MailWay::None));
    let marcus = steward(&village).await;
    let lena = lena(&village).await;
    let sent = step(&marcus, 1, "invite", &[("person", lena.as_str())]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    assert!(!sent.body.contains("/sign-in/link/"));
}

/// What is mailed goes to the address in the book, not to the one in the form.
#[tokio::test]
async fn whoever_is_named_gets_their_link_where_the_book_reaches_them() {
    let village = with_dora().await;
    let marcus = steward(&village).await;
    let lena = lena(&village).await;
    let sent = step(&marcus, 1, "invite", &[("person", lena.as_str())]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let links: Vec<String> = mails(&village, CONNECTICUT)
        .await
        .into_iter()
        .filter(|one| one.mail.has_link)
        .map(|one| one.mail.recipient)
        .collect();
    assert_eq!(links, ["lena.park@example.org"]);
}

/// A list of many names is easily picked from by mistake: a member is not asked to come in again.
#[tokio::test]
async fn a_member_who_is_picked_by_mistake_is_not_invited() {
    let village = with_dora().await;
    let marcus = steward(&village).await;
    let rosa = village.person("Rosa Vega").to_string();
    let sent = step(&marcus, 1, "invite", &[("person", rosa.as_str())]).await;
    assert_eq!(sent.status, StatusCode::CONFLICT);
    assert!(sent.body.contains("membership_must_be_single"), "{}", sent.body);
    assert!(mails(&village, CONNECTICUT).await.iter().all(|one| !one.mail.has_link));
    assert_eq!(step(&marcus, 2, "invite", &[]).await.status, StatusCode::SEE_OTHER, "Dora herself is");
}

/// What somebody sent is gone, and so is their way in.
#[tokio::test]
async fn an_applicant_who_is_erased_goes_no_further() {
    let village = with_dora().await;
    let marcus = steward(&village).await;
    let erased = state(&village, CONNECTICUT).applicant(ApplicantId(1)).unwrap().party;
    village.ask(CONNECTICUT, By::Desk, Command::ErasePerson { party: erased }).await;
    let page = marcus.get(&format!("/{CONNECTICUT}/applicants/1")).await.body;
    assert!(!page.contains("/applicants/1/move") && !page.contains("/applicants/1/assign"), "{page}");
    let moved = step(&marcus, 1, "move", &[("stage", "talking"), ("reason", "Again.")]).await;
    assert_eq!(moved.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", moved.body);
    assert_eq!(
        state(&village, CONNECTICUT).applicant(ApplicantId(1)).unwrap().stage.0,
        ApplicantStage::Withdrawn
    );
}

#[tokio::test]
async fn an_invited_person_withdraws_and_nobody_does_it_for_another() {
    let village = with_dora().await;
    let marcus = steward(&village).await;
    assert_eq!(step(&marcus, 1, "invite", &[]).await.status, StatusCode::SEE_OTHER);
    let withdraw = format!("/{CONNECTICUT}/joining/1/withdraw");
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let other = rosa.send(&withdraw, &[("request", &*id(2))]).await;
    assert!(!other.status.is_redirection(), "{}", other.body);
    let invited = state(&village, CONNECTICUT).applicant(ApplicantId(1)).unwrap().invited.unwrap();
    let dora = Browser::with_cookie(&village, &session(&village, invited.person).await);
    assert_eq!(dora.send(&withdraw, &[("request", &*id(3))]).await.status, StatusCode::SEE_OTHER);
    let known = state(&village, CONNECTICUT);
    assert_eq!(known.applicant(ApplicantId(1)).unwrap().stage.0, ApplicantStage::Withdrawn);
    assert!(!dora.get(&format!("/{CONNECTICUT}/today")).await.body.contains("You are invited"));
}
