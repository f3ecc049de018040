//! Lists that go out: what is in them, and what nobody finds in them.

use rochdale_core::{
    command::{By, Command},
    refusal::Code,
    sight::Viewer,
    values::IdSet,
};
use rochdale_lists::{
    Matching, OnTwin, Plan, Sheet,
    out::{Changes, Head, group, group_csv, kept_pdf, left_csv, members_csv, register_pdf},
};
use rochdale_testkit::{CoOp, agreed, coassembly};

use crate::support::{Book, KEY, file, network, read, said};

/// The network with the office's list in it.
fn with_members() -> (CoOp, Book) {
    let co_op = network();
    let mut book = Book::of(&co_op);
    for name in ["network.csv", "unicode-text.txt"] {
        let (sheet, matching) = read(&file(name));
        let plan = Plan::rehearsed(&sheet, &matching, &book.state, By::Desk, co_op.now(), KEY);
        assert_eq!(book.enter(&plan, By::Desk, co_op.now()).1, []);
    }
    (co_op, book)
}

fn csv(book: &Book, viewer: Viewer, co_op: &CoOp, on: &str, language: &str) -> String {
    let bytes = said(&book.state, language, |words| {
        members_csv(&book.state, viewer, co_op.today(), on.parse().unwrap(), words)
    });
    String::from_utf8(bytes.unwrap()).unwrap()
}

#[test]
fn the_members_of_a_day_are_a_table_that_can_be_brought_again() {
    let (co_op, book) = with_members();
    for language in ["en", "es", "zh-Hant"] {
        let text = csv(&book, Viewer::Desk, &co_op, "2026-03-20", language);
        assert!(text.contains("rosa@example.org") && text.contains("2019-12-31"), "{text}");
        let sheet = Sheet::read(text.as_bytes(), None, None).unwrap();
        let matching = Matching { on_twins: OnTwin::Same, ..Matching::guessed(&sheet, "again") };
        let again = Plan::rehearsed(&sheet, &matching, &book.state, By::Desk, co_op.now(), KEY);
        assert_eq!(again.questions, [], "{language}");
        assert_eq!(
            (again.requests(), again.wrong().count()),
            (0, 0),
            "{language}: all of it is so already: {:?}",
            again.outcomes
        );
        assert_eq!(again.outcomes.len(), 5, "{language}");
    }
    let past = csv(&book, Viewer::Desk, &co_op, "2021-01-01", "en");
    assert!(past.contains("Bo Chen") && past.contains("Brass City"), "{past}");
    assert!(!past.contains("Elm City"), "they joined in March: {past}");
}

#[test]
fn addresses_are_for_whoever_keeps_the_list() {
    let (co_op, book) = with_members();
    let rosa = book.state.parties().find(|party| party.name() == Some("Rosa Diaz")).unwrap().id;
    let text = csv(&book, Viewer::Party(rosa), &co_op, "2026-03-20", "en");
    assert!(text.contains("Elm City") && !text.contains("@"), "{text}");
    let strangers = said(&book.state, "en", |words| {
        members_csv(&book.state, Viewer::Public, co_op.today(), co_op.today(), words)
    });
    assert!(strangers.is_err());
    for viewer in [Viewer::Party(rosa), Viewer::Public] {
        let refusal = group(&book.state, viewer, co_op.today()).unwrap_err();
        assert_eq!(refusal.code, Code::PowerMustBeHeld);
        let all = group(&book.state, Viewer::Desk, co_op.today()).unwrap().people();
        let joined =
            |viewer| Changes::between(&book.state, viewer, co_op.today(), &IdSet::default(), &all).joined;
        assert_eq!(joined(Viewer::Desk).len(), 4, "whoever keeps the list sees them");
        let others: Vec<_> =
            joined(viewer).into_iter().filter(|(person, _)| viewer != Viewer::Party(*person)).collect();
        assert!(others.is_empty(), "{others:?}");
    }
}

#[test]
fn a_mail_group_gets_who_joined_and_loses_who_left() {
    let (co_op, mut book) = with_members();
    let today = co_op.today();
    let before = group(&book.state, Viewer::Desk, today).unwrap();
    let addresses: Vec<_> = before.addresses.values().map(String::as_str).collect();
    assert_eq!(
        addresses,
        ["rosa@example.org", "ben@example.org", "mei@example.org", "ana@example.org"],
        "who acts for organizations, and who is a member"
    );
    let file = String::from_utf8(group_csv("members@example.org", addresses.into_iter())).unwrap();
    assert!(file.starts_with("Group Email [Required],Member Email,Member Type,Member Role\r\nmembers@example.org,rosa@example.org,USER,MEMBER\r\n"), "{file}");

    let ana = *before.addresses.iter().find(|(_, address)| address.starts_with("ana@")).unwrap().0;
    let membership = book.state.party(ana).unwrap().memberships[0];
    let on = "2026-03-19".parse().unwrap();
    book.ask(Command::EndMembership { membership, on, basis: "notice".to_owned() }, co_op.now());
    let after = group(&book.state, Viewer::Desk, today).unwrap();
    let changes = Changes::between(&book.state, Viewer::Desk, today, &before.people(), &after.people());
    assert_eq!(changes.joined, []);
    assert_eq!(changes.left, [(ana, "ana@example.org".to_owned())]);
    assert_eq!(
        left_csv(changes.left.iter().map(|(_, address)| address.as_str())),
        b"Member Email\r\nana@example.org\r\n"
    );
}

#[test]
fn what_is_kept_about_somebody_is_printed_in_every_language() {
    let co_op = network();
    for language in ["en", "es", "zh-Hant"] {
        let groups = || {
            let row =
                |what: &str| [what.to_owned(), "beside".to_owned(), "you".to_owned(), "a day".to_owned()];
            vec![
                ("Details".to_owned(), vec![row("Name: 陳詩 Ana")]),
                ("Nothing".to_owned(), Vec::new()),
                ("Cases".to_owned(), vec![row(&format!("Wrote in case 1\n{}", "林".repeat(9000)))]),
            ]
        };
        let printed =
            || said(&co_op.state(), language, |words| kept_pdf("The network", co_op.now(), groups(), words));
        let pdf = printed().unwrap();
        assert!(pdf.starts_with(b"%PDF-") && pdf == printed().unwrap(), "{language}");
    }
}

/// Who was erased is in old lists without a name.
#[test]
fn erased_people_are_in_no_list() {
    let co_op = network();
    let [ana, bo] = co_op.members("cooperator", ["Ana Gone", "Bo Stays"]);
    co_op.on("2026-03-21");
    ana.leaves_on("2026-03-21".parse().unwrap()).done();
    co_op.on("2026-06-23");
    co_op.desk(Command::ErasePerson { party: ana.party }).done();
    let state = co_op.state();
    let day = "2026-03-20".parse().unwrap();
    let (table, pdf) = said(&state, "en", |words| {
        let head = Head { height: 5, hash: "ab".repeat(32) };
        let pdf = register_pdf(&state, Viewer::Desk, (co_op.today(), day), &head, words);
        (members_csv(&state, Viewer::Desk, co_op.today(), day, words).unwrap(), pdf.unwrap().unwrap())
    });
    let table = String::from_utf8(table).unwrap();
    assert!(!table.contains("Gone") && table.contains("Bo Stays"), "{table}");
    assert!(table.contains("somebody whose details were erased"), "{table}");
    assert!(pdf.starts_with(b"%PDF-"));
    let people: IdSet<_> = [ana.party, bo.party].into_iter().collect();
    let changes = Changes::between(&state, Viewer::Desk, co_op.today(), &people, &IdSet::default());
    assert_eq!((changes.left.len(), changes.left_unknown), (0, 2), "neither has an address here");
}

#[test]
fn the_register_is_for_whoever_sees_the_members() {
    let (co_op, book) = with_members();
    let days = (co_op.today(), co_op.today());
    let head = || Head { height: 12, hash: "0f".repeat(32) };
    let refused =
        said(&book.state, "en", |words| register_pdf(&book.state, Viewer::Public, days, &head(), words));
    assert!(refused.is_err());
    for language in ["en", "es", "zh-Hant"] {
        let once = said(&book.state, language, |words| {
            register_pdf(&book.state, Viewer::Desk, days, &head(), words)
        });
        let again = said(&book.state, language, |words| {
            register_pdf(&book.state, Viewer::Desk, days, &head(), words)
        });
        assert!(
            once.unwrap().unwrap() == again.unwrap().unwrap(),
            "{language}: the same register is the same file"
        );
    }
}

/// Two heads print two files, to those who may see them.
#[test]
fn the_head_of_the_book_is_for_whoever_sees_the_register() {
    let co_op = CoOp::founded(&coassembly());
    let [ana] = co_op.members("worker-owner", ["Ana"]);
    let joy = co_op.person("Joy");
    let sections = ["participation", "information", "returns", "confidentiality", "exit"];
    co_op.desk(agreed(joy.party, "flying-agreement", &sections)).done();
    joy.is_admitted("flying-member").done();
    let (state, days) = (co_op.state(), (co_op.today(), co_op.today()));
    let printed = |viewer, height| {
        let head = Head { height, hash: "0f".repeat(32) };
        said(&state, "en", |words| register_pdf(&state, viewer, days, &head, words)).unwrap().unwrap()
    };
    for (person, sees) in [(ana, true), (joy, false)] {
        let viewer = Viewer::Party(person.party);
        assert_eq!(printed(viewer, 12) != printed(viewer, 13), sees);
    }
}
