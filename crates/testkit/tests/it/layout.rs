//! The layout of a snapshot has a number: a snapshot of another version must not be taken for one of
//! this. The golden holds the number and the shape together.

use std::collections::{BTreeMap, BTreeSet};

use rochdale_core::{
    archive::File,
    command::Command,
    personal::Words,
    proposals::Choice,
    snapshot::{LAYOUT, parts},
    values::{AssetId, DeclarationId, DocumentId, Slug},
};
use rochdale_testkit::{CoOp, Person, coassembly};
use serde_json::Value;

/// Every path in a value with the sorts of thing that stand there; the places of lists and the keys
/// that are numbers are one.
fn shape(value: &Value, path: &str, paths: &mut BTreeMap<String, BTreeSet<&'static str>>) {
    let sort = match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(items) => {
            items.iter().for_each(|item| shape(item, &format!("{path}[]"), paths));
            "list"
        }
        Value::Object(fields) => {
            // The files of the bylaws are their own.
            let is_closed = path != "edition";
            for (key, field) in fields.iter().filter(|_| is_closed) {
                let key = if key.parse::<u32>().is_ok() { "#" } else { key };
                shape(
                    field,
                    path.is_empty().then(|| key.to_owned()).unwrap_or(format!("{path}.{key}")).as_str(),
                    paths,
                );
            }
            "fields"
        }
    };
    paths.entry(path.to_owned()).or_default().insert(sort);
}

/// An asset that was borrowed, damaged, mended, lost, found, moved and retired; a declaration; and a document that
/// was filed, given another class and erased.
fn lend_and_declare(co_op: &CoOp, ana: &Person) {
    let (asset, on, from) = (AssetId(1), co_op.today(), co_op.today());
    let words = |subjects: &[&str]| Words {
        texts: subjects.iter().map(|subject| (Slug::new(subject), "As it is.".to_owned())).collect(),
        salt: "0123456789abcdef".to_owned(),
    };
    let (office, kind) = (Slug::new("asset-keeper"), Slug::new("tool"));
    co_op.desk(Command::GiveOffice { office, person: ana.party, from, until: None }).done();
    let (name, label, place) = ("A ladder".to_owned(), "7".to_owned(), "the studio".to_owned());
    let (secretary, document) = (Slug::new("secretary"), DocumentId(1));
    let file = File::of(b"We met, and went home.").expect("a text");
    co_op.desk(Command::GiveOffice { office: secretary, person: ana.party, from, until: None }).done();
    for command in [
        Command::FileDocument { class: None, dated: on, file, named: Vec::new(), words: words(&["title"]) },
        Command::ReclassifyDocument {
            document,
            class: Slug::new("restricted"),
            named: vec![ana.party],
            words: words(&["text"]),
        },
        Command::EraseDocument { document, words: words(&["text"]) },
        Command::EnterAsset { kind, name, label, place: place.clone(), since: on },
        Command::LendAsset { asset, to: ana.party, on, due: on },
        Command::ReportDamage { asset, on, words: words(&["text"]) },
        Command::SettleDamage { asset, on, words: words(&["text"]) },
        Command::ReportLoss { asset, on, words: words(&["text"]) },
        Command::ReturnAsset { asset, on },
        Command::MoveAsset { asset, place, on },
        Command::RetireAsset { asset, on, basis: "worn out".to_owned() },
        Command::Declare {
            kind: Slug::new("personal-contract"),
            begins: on,
            words: words(&["client", "own-work", "conflict"]),
        },
        Command::WithdrawDeclaration { declaration: DeclarationId(1) },
    ] {
        ana.asks(command).done();
    }
    let (membership, duty) = (ana.membership(), Slug::new("keep-confidential"));
    co_op.desk(Command::WaiveDuty { membership, duty, until: None, words: words(&["text"]) }).done();
}

#[test]
fn a_layout_that_changes_gets_another_number() {
    let co_op = CoOp::founded(&coassembly());
    let [ana, bo] = co_op.members("worker-owner", ["Ana", "Bo"]);
    co_op.on("2026-03-02");
    let van = ana.proposes("Buy a van", "major-asset");
    bo.objects(van, "The old one still runs.").done();
    for day in ["2026-03-04", "2026-03-11", "2026-03-18"] {
        co_op.on(day);
        ana.closes_the_round(van).done();
        if day != "2026-03-18" {
            ana.opens_a_round(van).done();
        }
    }
    ana.calls_a_vote(van, "2026-03-26T18:00").done();
    ana.votes(van, Choice::For).done();
    bo.votes(van, Choice::For).done();
    co_op.on("2026-03-27");
    lend_and_declare(&co_op, &ana);

    let mut paths = BTreeMap::new();
    for part in parts(&co_op.state()) {
        shape(&serde_json::to_value(&part).unwrap(), "", &mut paths);
    }
    let mut lines = format!("layout {LAYOUT}\n");
    for (path, sorts) in paths.iter().filter(|(path, _)| !path.is_empty()) {
        lines.push_str(&format!("{path}: {}\n", sorts.iter().copied().collect::<Vec<_>>().join(" or ")));
    }
    let golden = include_str!("layout.golden");
    assert_eq!(
        lines, golden,
        "the layout of a snapshot is another: count `snapshot::LAYOUT` up, and put this into layout.golden:\n{lines}"
    );
}
