//! The public form, and what keeps programs off it.

use axum::http::StatusCode;

use super::{ADDRESS, DORA, SECRET, has_arrived, hidden, id, later, mails, sends, state, with_a_steward};
use crate::{
    browse::Browser,
    village::{COASSEMBLY, CONNECTICUT},
};

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
