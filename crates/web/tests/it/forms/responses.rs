//! What members answer to a proposal.

use axum::http::StatusCode;

use super::{ONE, came_back, forms, height, is_wrong_as_a_whole, is_wrong_at, lines, tag};
use crate::{
    browse::Browser,
    village::{COASSEMBLY, CONNECTICUT, Village},
};

#[tokio::test]
async fn an_objection_without_a_reason_comes_back_as_an_objection() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let membership = village.membership("Ana Lin").to_string();
    let address = "/coassembly/proposals/3/stance";
    let fields = [("request", ONE), ("membership", &membership), ("stance", "object"), ("reason", "  ")];
    let shown = ana.send(address, &fields).await;
    let form = came_back(&shown, StatusCode::CONFLICT, address);
    is_wrong_as_a_whole(form, "objection_must_have_a_reason");
    assert!(tag(form, "value=\"object\"").contains(" checked"), "{form}");
    assert_eq!(form.matches(" checked").count(), 1, "{form}");
    assert_eq!(lines(form, "reason"), "  ");
    // The other form of the page is as it was.
    let disclose = forms(&shown.body, "/coassembly/proposals/3/disclose");
    assert!(disclose.len() == 1 && !disclose[0].contains("wrong"), "{disclose:?}");
    assert_eq!(height(&village, COASSEMBLY), before, "a refusal changes nothing");
}

#[tokio::test]
async fn a_response_without_a_stance_comes_back_with_its_reason() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let membership = village.membership("Ana Lin").to_string();
    let address = "/coassembly/proposals/3/stance";
    for (fields, says) in [
        (&[][..], "This must be filled in."),
        (&[("stance", "perhaps")][..], "This is not one of the choices."),
    ] {
        let start = [("request", ONE), ("membership", membership.as_str()), ("reason", "I do not know Kai.")];
        let fields: Vec<_> = start.iter().chain(fields).copied().collect();
        let shown = ana.send(address, &fields).await;
        let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
        is_wrong_at(form, "stance", says);
        assert!(tag(form, "aria-invalid").starts_with("fieldset role=\"radiogroup\""), "{form}");
        assert!(!form.contains(" checked"), "nobody has chosen for Ana: {form}");
        assert_eq!(lines(form, "reason"), "I do not know Kai.");
    }
    assert_eq!(height(&village, COASSEMBLY), before);
}

/// Rosa has two ballots on one page, her own and the bakery's.
#[tokio::test]
async fn of_two_ballots_the_one_that_was_sent_comes_back() {
    let village = Village::settle(false).await;
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let before = height(&village, CONNECTICUT);
    let bakery = village.membership("Riverside Bread").to_string();
    let address = "/cooperate-connecticut/proposals/1/ballot";
    let shown = rosa.send(address, &[("request", ONE), ("membership", &bakery)]).await;
    assert_eq!(forms(&shown.body, address).len(), 2);
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    is_wrong_at(form, "choice", "This must be filled in.");
    assert!(tag(form, " name=\"membership\"").contains(&format!("value=\"{bakery}\"")), "{form}");
    // Which membership it is for is never guessed.
    let shown = rosa.send(address, &[("request", ONE), ("membership", "many"), ("choice", "for")]).await;
    assert_eq!(shown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(forms(&shown.body, address).is_empty(), "{}", shown.body);
    assert!(
        shown.body.contains("Something that the page itself puts into the form is missing"),
        "{}",
        shown.body
    );
    assert!(!shown.body.contains("membership:"), "{}", shown.body);
    assert_eq!(height(&village, CONNECTICUT), before);
}

#[tokio::test]
async fn an_interest_that_is_not_said_comes_back_with_the_box_ticked() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let membership = village.membership("Ana Lin").to_string();
    let address = "/coassembly/proposals/3/disclose";
    let fields = [("request", ONE), ("membership", &membership), ("interest", ""), ("recuse", "yes")];
    let shown = ana.send(address, &fields).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    is_wrong_at(form, "interest", "Say what the interest is.");
    assert!(tag(form, " name=\"recuse\"").contains(" checked"), "{form}");
    let shown = ana.send(address, &fields[..3]).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    assert!(!tag(form, " name=\"recuse\"").contains(" checked"), "nobody is recused by a mistake: {form}");
    assert_eq!(height(&village, COASSEMBLY), before);
}
