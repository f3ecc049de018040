//! How people come in on the pages: the public form, what keeps programs off it, the inbox, the invitation,
//! and who finds nothing of all that.

use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use rochdale_core::{
    applicants::ApplicantStage,
    command::{By, Command},
    state::State,
    values::{ApplicantId, PartyId, Slug},
};
use rochdale_register::{Answer, Begun, Clock, Kind, LINK_HERE, Logged};
use rochdale_web::entrance::{Entrance, MailWay, Origin};

use crate::{
    browse::{Browser, Shown},
    village::{COASSEMBLY, CONNECTICUT, Village},
};

const SECRET: &str = "I was let go last year and want to start again.";
const ADDRESS: &str = "dora.amsel@example.net";

fn id(number: u32) -> String {
    format!("018f0000-0000-7000-8000-{number:012}")
}

fn state(village: &Village, org: &str) -> std::sync::Arc<State> {
    village.site.registers.registrar(&Slug::new(org)).unwrap().state()
}

/// The village with Marcus as steward.
async fn with_a_steward() -> Village {
    let village = Village::settle(false).await;
    gives(&village, "steward", "Marcus Boyd").await;
    village
}

async fn gives(village: &Village, office: &str, name: &str) {
    let (office, person) = (Slug::new(office), village.person(name));
    let from = "2026-03-01".parse().unwrap();
    let command = Command::GiveOffice { office, person, from, until: None };
    assert!(matches!(village.ask(CONNECTICUT, By::Desk, command).await, Answer::Done(_)));
}

async fn steward(village: &Village) -> Browser<'_> {
    Browser::of(village, CONNECTICUT, "Marcus Boyd").await
}

fn later(village: &Village, seconds: i64) {
    village.clock.set(village.clock.now().checked_add(SignedDuration::from_secs(seconds)).unwrap());
}

/// What a hidden field of a page holds.
fn hidden(page: &str, name: &str) -> String {
    let field = page.split(&format!("name=\"{name}\" value=\"")).nth(1);
    field.unwrap_or_else(|| panic!("no {name} in {page}")).split('"').next().unwrap().to_owned()
}

/// Opens a form, takes as long as somebody who writes, and sends it.
async fn sends(browser: &Browser<'_>, village: &Village, class: &str, fields: &[(&str, &str)]) -> Shown {
    let address = format!("/{CONNECTICUT}/interest/{class}");
    let page = browser.get(&address).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let (request, stamp) = (hidden(&page.body, "request"), hidden(&page.body, "stamp"));
    later(village, 20);
    let own = [("request", request.as_str()), ("stamp", stamp.as_str()), ("website", "")];
    browser.send(&address, &[&own[..], fields].concat()).await
}

const DORA: [(&str, &str); 4] =
    [("name", "Dora Amsel"), ("email", ADDRESS), ("place", "Norwich"), ("text", SECRET)];

fn has_arrived(sent: &Shown) {
    let there = format!("/{CONNECTICUT}/interest?sent=yes");
    assert_eq!((sent.status, sent.leads_to()), (StatusCode::SEE_OTHER, there.as_str()), "{}", sent.body);
}

async fn with_dora() -> Village {
    let village = with_a_steward().await;
    has_arrived(&sends(&Browser::stranger(&village).reading("es"), &village, "cooperator", &DORA).await);
    village
}

async fn mails(village: &Village, org: &str) -> Vec<Logged> {
    village.site.registers.database().mail_log(&Slug::new(org), 0, 100).await.unwrap()
}

/// Takes a step as somebody, with a request of its own.
async fn step(browser: &Browser<'_>, number: u32, step: &str, fields: &[(&str, &str)]) -> Shown {
    let request = id(number);
    let own = [("request", request.as_str())];
    browser.send(&format!("/{CONNECTICUT}/applicants/1/{step}"), &[&own[..], fields].concat()).await
}

async fn session(village: &Village, party: PartyId) -> String {
    let database = village.site.registers.database();
    let (org, now) = (Slug::new(CONNECTICUT), Timestamp::UNIX_EPOCH);
    let secret = database
        .issue(Kind::Session, &org, Some(party), ("test", Begun::Mail), now, Timestamp::MAX)
        .await
        .unwrap();
    format!("session={}", secret.text())
}

#[tokio::test]
async fn a_stranger_is_led_from_the_home_page_to_a_form_and_told_that_it_arrived() {
    let village = with_a_steward().await;
    let stranger = Browser::stranger(&village).reading("es");
    let home = stranger.get(&format!("/{CONNECTICUT}")).await.body;
    for class in ["coop", "partner", "cooperator"] {
        assert!(home.contains(&format!("href=\"/{CONNECTICUT}/interest/{class}\"")), "{class}");
    }
    let form = stranger.get(&format!("/{CONNECTICUT}/interest/cooperator")).await.body;
    assert!(form.contains("¿En qué le gustaría participar?") && form.contains("CT-02"), "{form}");
    assert!(!form.contains("Nombre de la organización"), "a form for people asks for none");
    let form = stranger.get(&format!("/{CONNECTICUT}/interest/coop")).await.body;
    assert!(form.contains("Nombre de la organización") && form.contains("Cooperativa de vivienda"), "{form}");
    has_arrived(&sends(&stranger, &village, "cooperator", &DORA).await);
    let arrived = stranger.get(&format!("/{CONNECTICUT}/interest?sent=yes")).await.body;
    assert!(arrived.contains("Su formulario ha llegado"), "{arrived}");
    // The mail says that it arrived, in the language of the form, and nothing that the visitor typed.
    let [mail] = &mails(&village, CONNECTICUT).await[..] else { panic!("one mail") };
    assert_eq!(mail.mail.recipient, ADDRESS);
    assert!(mail.mail.subject.contains("Su formulario llegó"), "{mail:?}");
    assert!(!mail.mail.body.contains("Dora") && !mail.mail.has_link, "{mail:?}");
}

#[tokio::test]
async fn what_is_missing_is_said_at_its_field_and_nothing_is_lost() {
    let village = with_a_steward().await;
    let stranger = Browser::stranger(&village);
    let long = "x".repeat(6_000);
    for (class, fields, said) in [
        ("cooperator", vec![("email", ADDRESS), ("text", SECRET)], "The name is empty"),
        ("cooperator", vec![("name", "Dora"), ("text", SECRET)], "Leave an e-mail address"),
        (
            "cooperator",
            vec![("name", "Dora"), ("email", "nobody"), ("text", SECRET)],
            "this is not an e-mail address",
        ),
        ("coop", vec![("name", "Dora"), ("reach", "860"), ("text", SECRET)], "Say what the organization"),
        ("cooperator", vec![("name", "D"), ("reach", "8"), ("take-part", &long), ("text", SECRET)], "5,000"),
        (
            "coop",
            vec![("organization", "X"), ("name", "D"), ("reach", "8"), ("kind", "bank"), ("text", SECRET)],
            "kind",
        ),
    ] {
        let shown = sends(&stranger, &village, class, &fields).await;
        assert!(shown.status.is_client_error(), "{fields:?}: {}", shown.status);
        assert!(shown.body.contains(said), "{said}: {}", shown.body);
        assert!(shown.body.contains(SECRET), "what was written is there: {}", shown.body);
    }
    assert_eq!(state(&village, CONNECTICUT).applicants().len(), 0);
    for nowhere in ["worker-owner", "nothing"] {
        let there = stranger.get(&format!("/{CONNECTICUT}/interest/{nowhere}")).await;
        assert_eq!(there.status, StatusCode::NOT_FOUND, "{nowhere}");
    }
    // Flying members are nominated, and worker-owners come from training: neither asks with a form.
    for class in ["flying-member", "worker-owner"] {
        let there = stranger.get(&format!("/{COASSEMBLY}/interest/{class}")).await;
        assert_eq!(there.status, StatusCode::NOT_FOUND, "{class}");
    }
    assert_eq!(stranger.get(&format!("/{COASSEMBLY}/interest/associate")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn programs_are_kept_off_and_people_get_their_words_back() {
    let village = with_a_steward().await;
    let stranger = Browser::stranger(&village);
    let address = format!("/{CONNECTICUT}/interest/cooperator");
    let page = stranger.get(&address).await.body;
    let (one, stamp) = (id(1), hidden(&page, "stamp"));
    let send = async |stamp: &str, more: &[(&str, &str)]| {
        let own = [("request", one.as_str()), ("stamp", stamp)];
        stranger.send(&address, &[&own[..], &DORA, more].concat()).await
    };
    let other = hidden(&stranger.get(&format!("/{CONNECTICUT}/interest/coop")).await.body, "stamp");
    let soon = send(&stamp, &[]).await;
    assert!(soon.body.contains("faster than anybody writes") && soon.body.contains(SECRET), "{}", soon.body);
    later(&village, 20);
    for wrong in ["", "1.2", other.as_str(), &stamp[1..]] {
        let shown = send(wrong, &[]).await;
        assert_eq!(shown.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(shown.body.contains("was open for a long time") && shown.body.contains(SECRET), "{wrong}");
        assert_ne!(hidden(&shown.body, "stamp"), wrong, "the form comes with a stamp of its own");
    }
    let trapped = send(&stamp, &[("website", "https://spam.example")]).await;
    assert_eq!(trapped.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(trapped.body.contains("people do not see") && trapped.body.contains(SECRET), "{}", trapped.body);
    assert!(!trapped.body.contains("spam.example"), "and the trap is empty again");
    assert_eq!(hidden(&trapped.body, "stamp"), stamp, "a stamp that holds stays");
    later(&village, 25 * 3600);
    assert_eq!(send(&stamp, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not for ever");
    assert_eq!(state(&village, CONNECTICUT).applicants().len(), 0);

    // One address sends no more than so many, whatever it writes; and is told when it may.
    for number in 0..10 {
        let name = format!("Program {number}");
        let fields = [("name", name.as_str()), ("email", "victim@example.net")];
        has_arrived(&sends(&stranger, &village, "cooperator", &fields).await);
    }
    let turned = sends(&stranger, &village, "cooperator", &DORA).await;
    assert_eq!(turned.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(turned.body.contains(SECRET) && turned.body.contains("send it again in"), "{}", turned.body);
    assert_eq!(state(&village, CONNECTICUT).applicants().len(), 10);
    // Nobody's mailbox is filled through us.
    assert!(mails(&village, CONNECTICUT).await.len() <= 4, "three at once, and one that came back since");
}

#[tokio::test]
async fn a_huge_body_and_a_form_from_elsewhere_are_turned_away() {
    let village = with_a_steward().await;
    let stranger = Browser::stranger(&village);
    let address = format!("/{CONNECTICUT}/interest/cooperator");
    let huge = "x".repeat(3 << 20);
    let sent = stranger.send(&address, &[("name", huge.as_str())]).await;
    assert_eq!(sent.status, StatusCode::PAYLOAD_TOO_LARGE);
    let sent = stranger.send_from("cross-site", &address, &DORA).await;
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
    assert_eq!(state(&village, CONNECTICUT).applicants().len(), 0);
}

#[tokio::test]
async fn the_same_form_sent_twice_is_one_form() {
    let village = with_a_steward().await;
    let stranger = Browser::stranger(&village);
    let address = format!("/{CONNECTICUT}/interest/cooperator");
    let page = stranger.get(&address).await.body;
    let (request, stamp) = (hidden(&page, "request"), hidden(&page, "stamp"));
    later(&village, 20);
    let fields = [&[("request", request.as_str()), ("stamp", stamp.as_str())][..], &DORA].concat();
    has_arrived(&stranger.send(&address, &fields).await);
    let again = stranger.send(&address, &fields).await;
    has_arrived(&again);
    let other = [&fields[..], &[("take-part", "The tool library.")]].concat();
    let other = stranger.send(&address, &other).await;
    assert!(other.body.contains("was sent before with something else"), "{}", other.body);
    assert_eq!(mails(&village, CONNECTICUT).await.len(), 1, "told once that it arrived");
    assert_eq!(state(&village, CONNECTICUT).applicants().len(), 1);
}

#[tokio::test]
async fn only_whoever_answers_applicants_finds_them() {
    let village = with_dora().await;
    let list = format!("/{CONNECTICUT}/applicants");
    let seen = steward(&village).await;
    for path in ["/applicants", "/applicants/1", "/today"] {
        assert!(seen.get(&format!("/{CONNECTICUT}{path}")).await.body.contains("Dora Amsel"), "{path}");
    }
    assert!(seen.get(&format!("{list}/1")).await.body.contains(SECRET));
    assert_eq!(seen.get(&format!("{list}/2")).await.status, StatusCode::NOT_FOUND);
    let party = state(&village, CONNECTICUT).applicant(ApplicantId(1)).unwrap().party;
    for name in ["Rosa Vega", "Luz Okafor"] {
        let other = Browser::of(&village, CONNECTICUT, name).await;
        let (there, nowhere) = (other.get(&format!("{list}/1")).await, other.get(&format!("{list}/2")).await);
        assert_eq!((there.status, nowhere.status), (StatusCode::CONFLICT, StatusCode::CONFLICT), "{name}");
        assert!(there.body.contains("power_must_be_held"), "{}", there.body);
        for path in ["", "/applicants", "/today", "/register", "/members", "/offices", "/commitments"] {
            let body = other.get(&format!("/{CONNECTICUT}{path}")).await.body;
            assert!(
                !body.contains("Dora") && !body.contains(SECRET) && !body.contains(ADDRESS),
                "{name} {path}"
            );
        }
        // Whoever is not in the book yet is nobody to the members.
        let member = other.get(&format!("/{CONNECTICUT}/members/{party}")).await;
        let nobody = other.get(&format!("/{CONNECTICUT}/members/9999")).await;
        assert_eq!((member.status, nobody.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
        for (step, fields) in [
            ("note", vec![("said", "hm")]),
            ("assign", vec![("owner", "1")]),
            ("move", vec![("stage", "withdrawn")]),
            ("invite", vec![]),
            ("admit", vec![]),
            ("erase", vec![]),
        ] {
            let request = id(1);
            let fields = [&[("request", request.as_str())][..], &fields].concat();
            let one = other.send(&format!("{list}/1/{step}"), &fields).await;
            let none = other.send(&format!("{list}/9/{step}"), &fields).await;
            assert_eq!(one.status, none.status, "{name} learns from {step} whether there is one");
            assert!(!one.status.is_success() && !one.status.is_redirection(), "{name} {step}");
        }
    }
    for path in ["/applicants", "/applicants/1", "/applicants/2", "/commitments"] {
        let shown = Browser::stranger(&village).get(&format!("/{CONNECTICUT}{path}")).await;
        assert_eq!(shown.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    let elsewhere = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    assert_eq!(elsewhere.get(&format!("{list}/1")).await.status, StatusCode::UNAUTHORIZED);
    let known = state(&village, CONNECTICUT);
    assert_eq!(known.applicant(ApplicantId(1)).unwrap().happenings.len(), 1, "nothing happened");
}

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

/// Whoever invites somebody who is in the book already does not get their way in.
#[tokio::test]
async fn a_steward_who_names_somebody_else_gets_no_link_of_theirs() {
    let village = with_dora().await;
    gives(&village, "steward", "Rosa Vega").await;
    let origin = Origin::new("http://localhost:8080").unwrap();
    let village = village.behind(Entrance::new(origin, MailWay::None));
    let marcus = steward(&village).await;
    let rosa = village.person("Rosa Vega").to_string();
    let sent = step(&marcus, 1, "invite", &[("person", rosa.as_str())]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    assert!(!sent.body.contains("/sign-in/link/"));
}

/// What is mailed goes to the address in the book, not to the one in the form.
#[tokio::test]
async fn whoever_is_named_gets_their_link_where_the_book_reaches_them() {
    let village = with_dora().await;
    let marcus = steward(&village).await;
    let rosa = village.person("Rosa Vega").to_string();
    let sent = step(&marcus, 1, "invite", &[("person", rosa.as_str())]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let links: Vec<String> = mails(&village, CONNECTICUT)
        .await
        .into_iter()
        .filter(|one| one.mail.has_link)
        .map(|one| one.mail.recipient)
        .collect();
    assert_eq!(links, ["rosa.vega@example.org"]);
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

#[tokio::test]
async fn what_was_sent_stands_beside_the_register_and_can_be_erased() {
    let village = with_a_steward().await;
    let org = Slug::new(CONNECTICUT);
    let database = village.site.registers.database();
    let registrar = village.site.registers.registrar(&org).unwrap();
    // The bylaws in the first entry tell of a Dora, too, so what counts is what came after.
    let before = registrar.head().height;
    has_arrived(&sends(&Browser::stranger(&village).reading("es"), &village, "cooperator", &DORA).await);
    let marcus = steward(&village).await;
    step(&marcus, 1, "note", &[("said", "Speaks *four* languages.")]).await;
    let entries = database.stretch(&org, before + 1, registrar.head().height).await.unwrap();
    assert!(entries.len() >= 2, "the form and the note");
    let told = ["Dora", SECRET, ADDRESS, "four"];
    assert!(entries.iter().all(|entry| told.iter().all(|secret| !entry.payload.contains(secret))));
    assert_eq!(step(&marcus, 2, "erase", &[]).await.status, StatusCode::SEE_OTHER);
    let entries = database.stretch(&org, 1, registrar.head().height).await.unwrap();
    let bodies = entries.iter().filter_map(|entry| entry.personal.as_ref()?.body.as_ref());
    assert!(bodies.into_iter().all(|body| told.iter().all(|secret| !body.contains(secret))));
    let page = marcus.get(&format!("/{CONNECTICUT}/applicants/1")).await.body;
    assert!(told.iter().all(|secret| !page.contains(secret)) && page.contains("erased"), "{page}");
    assert!(mails(&village, CONNECTICUT).await.iter().all(|one| one.mail.recipient != ADDRESS));
    assert!(state(&village, CONNECTICUT).applicant(ApplicantId(1)).is_some(), "that there was a form stays");
    rochdale_register::verify(database, &org).await.unwrap();
}

#[tokio::test]
async fn who_has_committed_to_what_is_seen_version_by_version() {
    let village = with_dora().await;
    let marcus = steward(&village).await;
    let page = marcus.get(&format!("/{CONNECTICUT}/commitments")).await.body;
    assert!(page.contains("Code of conduct") && page.contains("CT-03"), "{page}");
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let party = village.person("Rosa Vega").to_string();
    let fields =
        [("request", &*id(1)), ("party", &*party), ("document", "code-of-conduct"), ("version", "1")];
    assert_eq!(rosa.send(&format!("/{CONNECTICUT}/today"), &fields).await.status, StatusCode::SEE_OTHER);
    let first = format!("/{CONNECTICUT}/commitments/code-of-conduct/1");
    let page = marcus.get(&first).await.body;
    assert!(page.contains("1 of 76"), "72 people and 4 coops: {page}");
    let again = Command::PublishDocument {
        document: Slug::new("code-of-conduct"),
        text: "Be on time, too.".to_owned(),
        in_force_from: "2026-03-25".parse().unwrap(),
    };
    assert!(matches!(village.ask(CONNECTICUT, By::Desk, again).await, Answer::Done(_)));
    let second = format!("/{CONNECTICUT}/commitments/code-of-conduct/2");
    assert!(marcus.get(&second).await.body.contains("not in force yet"));
    village.at("2026-03-26T15:00:00Z");
    let page = marcus.get(&second).await.body;
    assert!(
        page.contains("0 of 76") && page.contains("Be on time, too."),
        "everybody is asked again: {page}"
    );
    assert!(page.contains("Mar 25"), "since the day on which it came into force: {page}");
    assert!(marcus.get(&first).await.body.contains("1 of 76"), "what was committed to stays on record");
    for other in [&rosa, &Browser::of(&village, COASSEMBLY, "Ana Lin").await] {
        assert!(!other.get(&first).await.status.is_success());
    }
    assert_eq!(
        marcus.get(&format!("/{CONNECTICUT}/commitments/values/7")).await.status,
        StatusCode::NOT_FOUND
    );
}
