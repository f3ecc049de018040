//! The layout of a snapshot has a number: a snapshot of another version must not be taken for one of
//! this. The golden holds the number and the shape together.

use std::collections::{BTreeMap, BTreeSet};

use rochdale_core::{
    proposals::Choice,
    snapshot::{LAYOUT, parts},
};
use rochdale_testkit::{CoOp, coassembly};
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
