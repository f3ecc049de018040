//! What is understood of a file, and what is said of what is not.

use rochdale_core::{command::By, decide::Denied, refusal::Code, values::Slug};
use rochdale_lists::{
    DayOrder, Encoding, Outcome, Plan, Question, Sameness, Separator, Sheet, TwinOf, What, Wrong,
};

use crate::support::{designers, file, network, planned, read, said};

/// What is wrong with a row, in English.
fn wrongs(plan: &Plan, sheet: &Sheet, state: &rochdale_core::state::State, row: u32) -> Vec<String> {
    let outcome = plan.outcomes.iter().find(|outcome| outcome.row == row).unwrap();
    let What::Wrong(wrongs) = &outcome.what else { panic!("{outcome:?}") };
    said(state, "en", |words| {
        let say = |wrong: &Wrong| match wrong {
            Wrong::Cell { column, says, mend } => {
                let column = column.map(|column| sheet.column_name(column)).unwrap_or_default();
                format!("{column}: {} {}", words.say(says), words.say(mend))
            }
            Wrong::Denied(Denied::Refused(refusal)) => refusal.code.id().to_owned(),
            Wrong::Denied(Denied::Malformed(malformed)) => words.say(&malformed.says),
        };
        wrongs.iter().map(say).collect()
    })
}

fn outcome(plan: &Plan, row: u32) -> &Outcome {
    plan.outcomes.iter().find(|outcome| outcome.row == row).unwrap()
}

#[test]
fn an_offices_list_of_organizations_is_read_row_by_row() {
    let co_op = network();
    let (sheet, matching) = read(&file("network.csv"));
    assert_eq!(
        (sheet.encoding, sheet.separator, sheet.heading_row),
        (Encoding::Utf8, Separator::Comma, Some(4))
    );
    let plan = planned(&co_op, &sheet, &matching, By::Desk);
    assert_eq!(plan.questions, [], "12/31/2019 tells that the month comes first");
    let counts = plan.counts();
    assert_eq!(
        (counts.people, counts.organizations, counts.memberships, counts.representatives),
        (3, 4, 4, 4)
    );

    let What::Entered(brass) = &outcome(&plan, 6).what else { panic!("{:?}", outcome(&plan, 6)) };
    assert_eq!(brass.name, "Brass City Housing Co-op", "a line break in a cell is a space");
    let membership = brass.membership.as_ref().unwrap();
    assert_eq!((membership.class.as_str(), membership.kind.as_ref().unwrap().as_str()), ("coop", "housing"));
    assert_eq!(membership.since.to_string(), "2019-12-31");
    let acting = brass.acting.as_ref().unwrap();
    assert_eq!((acting.name.as_str(), acting.email.as_deref()), ("Ben Cole", Some("ben@example.org")));
    let What::Entered(thames) = &outcome(&plan, 7).what else { panic!() };
    assert_eq!(thames.membership.as_ref().unwrap().since.to_string(), "2022-06-02", "6/2 is June 2 here");
    let What::Entered(quiet) = &outcome(&plan, 9).what else { panic!() };
    let membership = quiet.membership.as_ref().unwrap();
    assert_eq!(
        (membership.class.as_str(), membership.kind.as_ref().unwrap().as_str()),
        ("partner", "mutual-aid")
    );

    // Rosa acts for two and is entered once; a row that says the same again is shown, and left out.
    let twin = outcome(&plan, 10).twin.unwrap();
    assert_eq!((twin.of, twin.by), (TwinOf::Row(5), Sameness::NameAndPlace));
    assert!(matches!(outcome(&plan, 10).what, What::LeftOut(_)));

    let state = co_op.state();
    assert_eq!(
        wrongs(&plan, &sheet, &state, 11),
        [
            "Membership Type: The bylaws know no class called “Friend”. Say below which class it means, or write one of these: Coop, Ecosystem partner and Cooperator."
        ]
    );
    assert_eq!(plan.unknown_classes.iter().collect::<Vec<_>>(), [(&"friend".to_owned(), &1)]);
    assert_eq!(
        wrongs(&plan, &sheet, &state, 12),
        [
            "Email (G): “leo at example.org” is no e-mail address. Write it as name@example.org, or leave it empty.",
            "Member since: “2/30/2022” is no day that can be read. Write it as 2026-03-20.",
            "Kind: The class Coop has no kind “Shoes”. Write one of these, or leave it empty: Worker co-op, Producer co-op, Housing co-op, Consumer co-op and Hybrid or multi-stakeholder co-op.",
        ]
    );
    assert_eq!(
        wrongs(&plan, &sheet, &state, 13),
        ["Organization: There is no name. Write one, or leave the row out."]
    );
}

#[test]
fn what_a_class_means_can_be_said() {
    let co_op = network();
    let (sheet, mut matching) = read(&file("network.csv"));
    matching.classes.insert("friend".to_owned(), Slug::new("partner"));
    let plan = planned(&co_op, &sheet, &matching, By::Desk);
    let What::Entered(park) = &outcome(&plan, 11).what else { panic!("{:?}", outcome(&plan, 11)) };
    assert_eq!(park.membership.as_ref().unwrap().class.as_str(), "partner");
    assert_eq!(plan.unknown_classes.len(), 1, "it can still be said otherwise");
}

#[test]
fn where_every_day_could_be_two_it_is_asked() {
    let co_op = network();
    let (sheet, mut matching) = read(&file("socios.csv"));
    assert_eq!((sheet.encoding, sheet.separator), (Encoding::Windows1252, Separator::Semicolon));
    let plan = planned(&co_op, &sheet, &matching, By::Desk);
    let [Question::DayOrder { row: 2, column: 4, text, day_first, month_first }] = plan.questions.as_slice()
    else {
        panic!("{:?}", plan.questions)
    };
    assert_eq!(
        (text.as_str(), day_first.to_string(), month_first.to_string()),
        ("03/04/2021", "2021-04-03".to_owned(), "2021-03-04".to_owned())
    );
    assert!(!plan.is_ready(), "nothing is entered before it is answered");

    matching.day_order = Some(DayOrder::DayFirst);
    let plan = planned(&co_op, &sheet, &matching, By::Desk);
    assert!(plan.is_ready(), "{:?}", plan.outcomes);
    let What::Entered(inaki) = &outcome(&plan, 2).what else { panic!("{:?}", outcome(&plan, 2)) };
    assert_eq!((inaki.name.as_str(), inaki.place.as_deref()), ("Iñaki Peña Ruiz", Some("Mataró")));
    assert_eq!(inaki.membership.as_ref().unwrap().since.to_string(), "2021-04-03");
    let What::Entered(maria) = &outcome(&plan, 3).what else { panic!() };
    assert_eq!(maria.email.as_deref(), Some("MARIA.JOSE@EXAMPLE.ORG"));
}

#[test]
fn a_list_in_big5_with_years_of_the_republic_is_read() {
    let co_op = designers();
    let (sheet, matching) = read(&file("shemingce.csv"));
    assert_eq!((sheet.encoding, sheet.heading_row), (Encoding::Big5, Some(2)));
    let plan = planned(&co_op, &sheet, &matching, By::Desk);
    assert_eq!(plan.questions, []);
    let What::Entered(mei) = &outcome(&plan, 3).what else { panic!("{:?}", outcome(&plan, 3)) };
    assert_eq!((mei.name.as_str(), mei.place.as_deref()), ("林小美", Some("台北市")));
    let membership = mei.membership.as_ref().unwrap();
    assert_eq!(
        (membership.class.as_str(), membership.since.to_string()),
        ("worker-owner", "2019-03-01".to_owned())
    );
    // What the bylaws ask for besides is found out before anything is written: a written agreement.
    for row in [5, 6] {
        let What::Wrong(wrongs) = &outcome(&plan, row).what else { panic!("{:?}", outcome(&plan, row)) };
        let [Wrong::Denied(Denied::Refused(refusal))] = wrongs.as_slice() else { panic!("{wrongs:?}") };
        assert_eq!(refusal.code, Code::AgreementMustBeComplete);
    }
    assert_eq!(plan.counts().people, 2, "nobody is entered who cannot be admitted");
}

#[test]
fn two_columns_for_one_thing_and_no_column_for_names_are_asked_about() {
    let co_op = network();
    let (sheet, mut matching) = read(&file("network.csv"));
    matching.columns[7] = matching.columns[6];
    matching.columns[0] = None;
    let plan = planned(&co_op, &sheet, &matching, By::Desk);
    assert_eq!(plan.questions, [Question::NoNames, Question::Twice(rochdale_lists::Field::Email)]);
    assert!(!plan.is_ready() && plan.outcomes.is_empty());
}

#[test]
fn a_list_read_in_the_wrong_encoding_says_so() {
    let co_op = network();
    let sheet = Sheet::read(&file("socios.csv"), Some(Encoding::Utf8), None).unwrap();
    let mut matching = rochdale_lists::Matching::guessed(&sheet, "list");
    matching.day_order = Some(DayOrder::DayFirst);
    let plan = planned(&co_op, &sheet, &matching, By::Desk);
    let said = wrongs(&plan, &sheet, &co_op.state(), 2);
    assert!(said[0].contains("Some characters could not be read."), "{said:?}");
    assert_eq!(plan.requests(), 0);
}

/// Whoever may not keep the list of members is refused row by row, by the core.
#[test]
fn somebody_without_the_office_brings_nothing() {
    let co_op = network();
    let [rosa] = co_op.members("cooperator", ["Rosa Diaz"]);
    let (sheet, matching) = read(&file("unicode-text.txt"));
    let plan = planned(&co_op, &sheet, &matching, By::Party(rosa.party));
    assert_eq!(plan.requests(), 0);
    let denied = plan.wrong().map(|(_, wrongs)| &wrongs[0]);
    let codes: Vec<_> = denied
        .map(|wrong| match wrong {
            Wrong::Denied(Denied::Refused(refusal)) => refusal.code,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(codes, [Code::PowerMustBeHeld; 3]);
}
