//! The archive: who reads what, beside a plain reading of the bylaws; what is refused; what an erasure leaves.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rochdale_core::{
    archive::{File, documents_for, found, reads},
    command::Command,
    exits,
    personal::Words,
    refusal::Code,
    sight::{Viewer, fact_is_seen},
    values::{DocumentId, Minor, PartyId, Slug},
};
use rochdale_testkit::{CoOp, Person, coassembly, cooperate_connecticut};

const CLASSES: [&str; 4] = ["public", "for-members", "internal", "restricted"];

fn words(subject: &str, text: &str) -> Words {
    Words {
        texts: BTreeMap::from([(Slug::new(subject), text.to_owned())]),
        salt: "0123456789abcdef".to_owned(),
    }
}

fn filing(co_op: &CoOp, title: &str, class: &str, named: Vec<PartyId>) -> Command {
    let file = File::of(title.as_bytes()).expect("a text");
    let class = Some(Slug::new(class));
    Command::FileDocument { class, dated: co_op.today(), file, named, words: words("title", title) }
}

fn reclassifying(document: u32, class: &str, named: Vec<PartyId>) -> Command {
    let (document, class) = (DocumentId(document), Slug::new(class));
    Command::ReclassifyDocument { document, class, named, words: words("text", "It was decided.") }
}

fn erasing(document: u32) -> Command {
    Command::EraseDocument { document: DocumentId(document), words: words("text", "It is not to be kept.") }
}

/// What makes a command that is done into one that makes no sense; it gets tomorrow.
type Change = fn(&mut Command, jiff::civil::Date);

/// Those of the co-op: Ana is the secretary and Bo the facilitator.
struct Village {
    co_op: CoOp,
    people: Vec<(Person, &'static str)>,
}

fn village() -> Village {
    let co_op = CoOp::founded(&coassembly());
    let [ana, bo, chi] = co_op.members("worker-owner", ["Ana", "Bo", "Chi"]);
    let [hana] = co_op.members("associate", ["Hana"]);
    let kai = co_op.person("Kai");
    let from = co_op.today();
    for (person, office) in [(ana.party, "secretary"), (bo.party, "facilitator")] {
        co_op.desk(Command::GiveOffice { office: Slug::new(office), person, from, until: None }).done();
    }
    let people = vec![
        (ana, "worker-owner"),
        (bo, "worker-owner"),
        (chi, "worker-owner"),
        (hana, "associate"),
        (kai, "nobody"),
    ];
    Village { co_op, people }
}

/// What the reading of FIN-05 says, as slowly as it says it: whether the person at this place reads a document of
/// this class that the one at `filer` filed.
fn should_read(village: &Village, place: usize, class: &str, filer: usize, named: &[PartyId]) -> bool {
    let (person, of) = &village.people[place];
    let takes_part = *of != "nobody";
    match class {
        "public" => true,
        _ if place == 0 => true,
        "for-members" => takes_part,
        "internal" => ["worker-owner", "associate"].contains(of),
        _ => place == 1 || (takes_part && named.contains(&person.party)) || filer == place,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever is filed by whomever, and whatever class it is given then: everybody reads what the bylaws say, and
    /// of the rest they find no title, no fact and no count.
    #[test]
    fn everybody_reads_what_the_bylaws_say_and_finds_nothing_else(
        documents in prop::collection::vec((0usize..4, 1usize..4, any::<[bool; 5]>(), prop::option::of(0usize..4)), 1..6)
    ) {
        let village = village();
        let co_op = &village.co_op;
        let mut filed: Vec<(DocumentId, String, &str, usize, Vec<PartyId>)> = Vec::new();
        for (number, (filer, class, names, later)) in (1u32..).zip(&documents) {
            let named = |class: &str| -> Vec<PartyId> {
                let all = village.people.iter().zip(names).filter(|(_, is_named)| **is_named);
                if class == "restricted" { all.map(|((person, _), _)| person.party).collect() } else { Vec::new() }
            };
            let (mut class, title) = (CLASSES[*class], format!("Secret number {number}"));
            village.people[*filer].0.asks(filing(co_op, &title, class, named(class))).done();
            if let Some(later) = later.map(|later| CLASSES[later]).filter(|later| *later != class) {
                village.people[0].0.asks(reclassifying(number, later, named(later))).done();
                class = later;
            }
            filed.push((DocumentId(number), title, class, *filer, named(class)));
        }
        let (state, facts, day) = (co_op.state(), co_op.facts(), co_op.today());
        for (place, (person, _)) in village.people.iter().enumerate() {
            let viewer = Viewer::Party(person.party);
            let mut expected = 0;
            for (id, title, class, filer, named) in &filed {
                let should = should_read(&village, place, class, *filer, named);
                let document = state.filed_document(*id).unwrap();
                prop_assert_eq!(reads(&state, document, viewer, day), should, "{} of {}", title, class);
                let by_title = found(&state, viewer, day, (None, &title.to_uppercase()));
                prop_assert_eq!(by_title.iter().any(|found| found.id == *id), should);
                expected += usize::from(should);
            }
            prop_assert_eq!(documents_for(&state, viewer, day).len(), expected);
            for happened in &facts {
                let payload = serde_json::to_string(&happened.recorded.fact).unwrap();
                prop_assert!(!payload.contains("Secret number"), "the book has a title: {}", payload);
                let of = filed.iter().position(|(id, ..)| payload.contains(&format!("{{\"document\":{id},")));
                if let Some(of) = of {
                    let (_, _, class, filer, named) = &filed[of];
                    let should = should_read(&village, place, class, *filer, named);
                    let is_seen = fact_is_seen(&state, viewer, &happened.recorded.fact, co_op.now());
                    prop_assert_eq!(is_seen, should);
                }
            }
        }
        for viewer in [Viewer::Public, Viewer::Desk] {
            let seen = documents_for(&state, viewer, day);
            prop_assert!(seen.iter().all(|document| document.class().as_str() == "public"));
            prop_assert_eq!(seen.len(), filed.iter().filter(|(_, _, class, ..)| *class == "public").count());
        }
    }
}

#[test]
fn a_document_that_one_does_not_read_is_not_there() {
    let village = village();
    let [ana, _, chi, hana, kai] = &village.people[..] else { panic!("five people") };
    chi.0.asks(filing(&village.co_op, "Contract", "restricted", Vec::new())).done();
    for (person, _) in [hana, kai] {
        let there = person.asks(reclassifying(1, "public", Vec::new())).malformed();
        let nowhere = person.asks(reclassifying(2, "public", Vec::new())).malformed();
        assert_eq!((there.field, there.says.key), (nowhere.field, nowhere.says.key));
        assert_eq!(person.asks(erasing(1)).malformed().field, "document");
    }
    // Whoever filed it reads it, and still does not keep the archive.
    let refusal = chi.0.asks(erasing(1)).refused();
    assert_eq!((refusal.code, refusal.cites.to_string().as_str()), (Code::ArchiveKeeperMustAct, "FIN-05"));
    assert!(village.co_op.state().filed_document(DocumentId(1)).unwrap().is_kept());
    ana.0.asks(erasing(1)).done();
}

#[test]
fn what_makes_no_sense_is_said_at_its_field() {
    let village = village();
    let (co_op, chi) = (&village.co_op, &village.people[2].0);
    let tomorrow = co_op.today().tomorrow().unwrap();
    let with = |change: Change| {
        let mut command = filing(co_op, "Minutes", "internal", Vec::new());
        change(&mut command, tomorrow);
        chi.asks(command).malformed().field
    };
    let cases: [(&str, Change); 6] = [
        ("class", |command, _| {
            if let Command::FileDocument { class, .. } = command {
                *class = Some(Slug::new("secret"));
            }
        }),
        ("dated", |command, day| {
            if let Command::FileDocument { dated, .. } = command {
                *dated = day;
            }
        }),
        ("file", |command, _| {
            if let Command::FileDocument { file, .. } = command {
                file.bytes = 0;
            }
        }),
        // What is internal is not read by those named.
        ("named", |command, _| {
            if let Command::FileDocument { named, .. } = command {
                named.push(PartyId(1));
            }
        }),
        ("words.texts", |command, _| {
            if let Command::FileDocument { words, .. } = command {
                words.texts.clear();
            }
        }),
        ("words.salt", |command, _| {
            if let Command::FileDocument { words, .. } = command {
                words.salt.clear();
            }
        }),
    ];
    for (field, change) in cases {
        assert_eq!(with(change), field);
    }
    let strangers = vec![PartyId(99)];
    assert_eq!(chi.asks(filing(co_op, "Minutes", "restricted", strangers)).malformed().field, "named");
    assert_eq!(co_op.desk(filing(co_op, "Minutes", "internal", Vec::new())).malformed().field, "by");
    assert_eq!(co_op.state().filed_documents().count(), 0);
    chi.asks(filing(co_op, "Minutes", "internal", Vec::new())).done();
    let ana = &village.people[0].0;
    assert_eq!(ana.asks(reclassifying(1, "internal", Vec::new())).malformed().field, "class");
}

#[test]
fn a_co_op_without_the_rule_has_no_archive() {
    let co_op = CoOp::founded(&cooperate_connecticut());
    let ana = co_op.person("Ana");
    assert_eq!(ana.asks(filing(&co_op, "Minutes", "public", Vec::new())).malformed().field, "command");
}

/// A document's words are the co-op's: they go with the document and with no person, and why it went stays.
/// Settles and closes the exit of somebody to whom nothing is owed.
fn settle_exit(co_op: &CoOp, person: &Person) {
    let state = co_op.state();
    let exit = exits::open_exit(&state, person.membership()).expect("an exit that is open");
    let (settled, handed) = exits::asked_of(&state, exit);
    for (line, rule) in settled {
        let paid_in = rule.rule.at_what_was_paid_in.then_some(Minor::ZERO);
        let (exit, line, due) = (exit.id, line.id.clone(), co_op.today());
        let owed = Minor::ZERO;
        co_op.desk(Command::RecordSettlement { exit, line, paid_in, owed, instalments: 1, due }).done();
    }
    for (item, _) in handed {
        co_op.desk(Command::TickHandover { exit: exit.id, item: item.id.clone(), done: true }).done();
    }
    co_op.desk(Command::CloseExit { exit: exit.id }).done();
}

#[test]
fn words_go_with_the_document_and_with_no_person() {
    let village = village();
    let (co_op, ana, chi) = (&village.co_op, &village.people[0].0, &village.people[2].0);
    for title in ["Minutes", "Contract"] {
        chi.asks(filing(co_op, title, "internal", Vec::new())).done();
    }
    ana.asks(reclassifying(1, "for-members", Vec::new())).done();
    let title = |number: u32| {
        let state = co_op.state();
        let document = state.filed_document(DocumentId(number)).unwrap();
        document.title(&state).map(str::to_owned)
    };
    chi.leaves_on(co_op.today()).done();
    co_op.on("2024-06-01");
    settle_exit(co_op, chi);
    co_op.desk(Command::ErasePerson { party: chi.party }).done();
    assert_eq!(title(1).as_deref(), Some("Minutes"), "Chi's own details go, and not the co-op's document");
    ana.asks(erasing(1)).done();
    assert_eq!((title(1), title(2).as_deref()), (None, Some("Contract")));
    let state = co_op.state();
    let document = state.filed_document(DocumentId(1)).unwrap();
    let why = document.classes[1].reason.unwrap();
    assert!(state.words(why).is_none(), "the reason of the change went too");
    assert_eq!(state.words(document.erased.unwrap().reason).unwrap().on("text"), "It is not to be kept.");
}
