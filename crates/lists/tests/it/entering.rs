//! What is entered, and what is not entered twice.

use rochdale_core::{
    command::{By, Command},
    personal::Personal,
    values::PartyId,
};
use rochdale_lists::{Encoding, ListKey, OnTwin, Plan, Separator, Twin, TwinOf, What, Why};

use crate::support::{Book, file, network, planned, read};

#[test]
fn people_and_past_memberships_are_entered() {
    let co_op = network();
    let (sheet, matching) = read(&file("unicode-text.txt"));
    assert_eq!((sheet.encoding, sheet.separator), (Encoding::Utf16Le, Separator::Tab));
    let plan = planned(&co_op, &sheet, &matching, By::Desk);
    let mut book = Book::of(&co_op);
    let (facts, failed) = book.enter(&plan, By::Desk, co_op.now());
    assert_eq!((facts, failed), (5, Vec::new()), "two people, two memberships, one end");
    assert_eq!(book.state.parties().count(), 2, "the same row further down is left out");
    let held: Vec<_> = book
        .state
        .memberships()
        .map(|held| (held.since().to_string(), held.last_day().map(|day| day.to_string())))
        .collect();
    assert_eq!(
        held,
        [("2019-05-01".to_owned(), None), ("2018-01-01".to_owned(), Some("2022-12-31".to_owned()))]
    );
}

#[test]
fn a_list_that_is_brought_again_enters_nothing() {
    let co_op = network();
    let (sheet, mut matching) = read(&file("network.csv"));
    let mut book = Book::of(&co_op);
    let first = Plan::rehearsed(&sheet, &matching, &book.state, By::Desk, co_op.now(), crate::support::KEY);
    book.enter(&first, By::Desk, co_op.now());
    let parties = book.state.parties().count();
    assert_eq!(parties, 7);
    // The same plan once more: two windows in which somebody confirms.
    assert_eq!(book.enter(&first, By::Desk, co_op.now()), (0, Vec::new()));
    // The same file once more, whatever is said of those that are there.
    for on_twins in OnTwin::ALL {
        matching.on_twins = on_twins;
        let again =
            Plan::rehearsed(&sheet, &matching, &book.state, By::Desk, co_op.now(), crate::support::KEY);
        let twins = again.outcomes.iter().filter(|outcome| outcome.twin.is_some()).count();
        assert_eq!(twins, 5, "{on_twins:?}");
        book.enter(&again, By::Desk, co_op.now());
    }
    let named = |name: &str| book.state.parties().filter(|party| party.name() == Some(name)).count();
    assert_eq!(named("Brass City Housing Co-op"), 1, "a row enters once");
    assert_eq!(named("Rosa Diaz"), 1);
}

#[test]
fn what_is_missing_is_added_to_who_is_there() {
    let co_op = network();
    let rosa = co_op.person("Ana Rivera");
    let (sheet, mut matching) = read("Name,Place,Class,Since\nANA RIVERA,Hartford,Cooperator,2020-01-01\nBo,Norwich,Cooperator,2020-01-01\n".as_bytes());
    let plan = planned(&co_op, &sheet, &matching, By::Desk);
    assert_eq!(
        (plan.counts().people, plan.left_out().count()),
        (1, 1),
        "left out unless somebody says what it is"
    );
    let Some(Twin { of: TwinOf::Party(party), .. }) = plan.outcomes[0].twin else { panic!() };
    assert_eq!(party, rosa.party);

    matching.rows.insert(2, OnTwin::Same);
    let plan = planned(&co_op, &sheet, &matching, By::Desk);
    let mut book = Book::of(&co_op);
    book.enter(&plan, By::Desk, co_op.now());
    let known = book.state.party(party).unwrap();
    assert_eq!(
        (known.memberships.len(), known.name()),
        (1, Some("Ana Rivera")),
        "their own details stay as they are"
    );
    assert_eq!(known.place(), None);

    matching.rows.insert(2, OnTwin::Another);
    let plan = planned(&co_op, &sheet, &matching, By::Desk);
    assert_eq!(plan.counts().people, 2, "two people may have one name");
}

#[test]
fn somebody_who_stands_further_down_is_found_for_an_organization() {
    let co_op = network();
    let list = "Name,What,Email,Class,Since,Representative,Representative’s e-mail,Person or organization\n\
        Elm City,,,Coop,2020-01-01,Ana,ANA@example.org,organization\n\
        Ana,,ana@example.org,Cooperator,2020-01-01,,,person\n\
        Oak,,,Coop,2020-01-01,Bo,,organization\n\
        Bo,,,Cooperator,2020-01-01,,,person\n";
    let (sheet, matching) = read(list.as_bytes());
    let plan = planned(&co_op, &sheet, &matching, By::Desk);
    let counts = plan.counts();
    assert_eq!(
        (counts.people, counts.organizations, counts.representatives),
        (2, 2, 2),
        "{:?}",
        plan.outcomes
    );
    assert_eq!(plan.left_out().count(), 0);
    let mut book = Book::of(&co_op);
    assert_eq!(book.enter(&plan, By::Desk, co_op.now()).1, []);
    let elm = book.state.parties().find(|party| party.name() == Some("Elm City")).unwrap();
    let ana = elm.representative_on(co_op.today()).and_then(|person| book.state.party(person)).unwrap();
    assert_eq!(ana.name(), Some("Ana"));
}

#[test]
fn a_name_that_several_have_names_nobody() {
    let co_op = network();
    co_op.person("Ana");
    co_op.person("Ana");
    let list = "Organization,Class,Since,Contact\nElm City,Coop,2020-01-01,Ana\nOak,Coop,2020-01-01,Bo\n";
    let (sheet, matching) = read(list.as_bytes());
    let plan = planned(&co_op, &sheet, &matching, By::Desk);
    assert!(matches!(plan.outcomes[0].what, What::Wrong(_)), "{:?}", plan.outcomes[0]);
    assert_eq!(
        (plan.counts().organizations, plan.counts().people),
        (1, 1),
        "the other row is none the worse"
    );

    let co_op = network();
    let ana = co_op.person("Ana");
    let plan = planned(&co_op, &sheet, &matching, By::Desk);
    assert_eq!(plan.outcomes[0].notes.len(), 1, "whoever confirms sees whom she was taken for");
    let mut book = Book::of(&co_op);
    book.enter(&plan, By::Desk, co_op.now());
    let elm = book.state.parties().find(|party| party.name() == Some("Elm City")).unwrap();
    assert_eq!(elm.representative_on(co_op.today()), Some(ana.party));
}

/// What stays in the register for good must not tell whether a guess at somebody's details is right.
#[test]
fn ids_and_salts_follow_from_the_row_and_a_secret() {
    let co_op = network();
    let (sheet, matching) = read(&file("unicode-text.txt"));
    let plan = |key| Plan::rehearsed(&sheet, &matching, &co_op.state(), By::Desk, co_op.now(), ListKey(key));
    assert_eq!(plan([1; 32]).digest(), plan([1; 32]).digest());
    assert_ne!(plan([1; 32]).digest(), plan([2; 32]).digest());
    let mut entering = rochdale_lists::Entering::of(&plan([1; 32])).asks();
    let first = entering.remove(0);
    let rochdale_core::command::Command::EnterPerson { details } = first.command else { panic!() };
    assert_eq!(details.salt.len(), 32);
}

#[test]
fn what_is_refused_at_the_last_moment_is_told_with_its_row() {
    let co_op = network();
    let (sheet, matching) = read("Name,Class,Since\nAna,Cooperator,2020-01-01\n".as_bytes());
    let plan = planned(&co_op, &sheet, &matching, By::Desk);
    let mut book = Book::of(&co_op);
    // Confirmed in the name of somebody who has not the office.
    let ana = co_op.person("Somebody else");
    let mut other = Book::of(&co_op);
    let (facts, failed) = other.enter(&plan, By::Party(ana.party), co_op.now());
    assert_eq!(facts, 0);
    assert!(
        matches!(failed.as_slice(), [one] if one.row == 2 && matches!(one.why, Why::Denied(_))),
        "{failed:?}"
    );
    assert_eq!(book.enter(&plan, By::Desk, co_op.now()).0, 2);
    assert!(book.state.party(PartyId(1)).is_some());
}

/// Whoever is in the book writes their address as they like: by it alone nobody comes to act for an organization.
#[test]
fn an_address_of_another_name_makes_nobody_a_representative() {
    let co_op = network();
    let thuy = co_op.person("Thuy");
    let details = Personal {
        name: "Thuy".to_owned(),
        email: Some("keisha@example.org".to_owned()),
        place: None,
        salt: "0123456789abcdef".to_owned(),
    };
    thuy.asks(Command::CorrectDetails { party: thuy.party, details }).done();
    let list = |name: &str| {
        format!(
            "Organization,Class,Since,Contact,Contact email\nNew Bakery,Coop,2020-01-01,{name},keisha@example.org\n"
        )
    };
    for (name, is_wrong) in [("Keisha", true), ("THUY", false)] {
        let (sheet, matching) = read(list(name).as_bytes());
        let plan = planned(&co_op, &sheet, &matching, By::Desk);
        assert_eq!(matches!(plan.outcomes[0].what, What::Wrong(_)), is_wrong, "{:?}", plan.outcomes[0]);
    }
}
