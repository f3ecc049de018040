//! From the first entry to an export that verifies elsewhere.

use crate::support::{Desk, rulebook};

const DRAFT: &str = r#"{"command":"draft_proposal","title":"Buy a kettle","text":"The old one leaks.","matter":"day-to-day"}"#;

#[test]
fn a_co_op_begins_decides_and_is_verified() {
    let desk = Desk::founded();
    assert!(desk.done(&["show", "members"]).contains("Ana"));

    desk.submit(DRAFT, &["--by", "Ana"]);
    desk.submit(r#"{"command":"open_proposal","proposal":1}"#, &["--by", "Ana"]);
    for (membership, name) in [(1, "Ana"), (2, "Bo")] {
        let stance =
            format!(r#"{{"command":"take_stance","proposal":1,"membership":{membership},"stance":"agree"}}"#);
        desk.submit(&stance, &["--by", name]);
    }
    assert!(desk.done(&["explain", "proposal", "1"]).starts_with("It is open."));
    let close = r#"{"command":"close_round","proposal":1,"marks":["agenda","everyone","pros-cons","minutes"],"summary":"Nobody objects."}"#;
    desk.submit(close, &["--by", "Bo"]);
    desk.submit(r#"{"command":"conclude","proposal":1}"#, &["--by", "Bo"]);

    let explained = desk.json(&["explain", "proposal", "1"]);
    assert_eq!(explained["decided"], true);
    assert_eq!(explained["finding"]["value"]["answer"], "yes");
    assert!(desk.done(&["show", "resolutions"]).contains("Buy a kettle"));
    let shown = desk.json(&["show", "proposal", "1"]);
    assert_eq!(shown["tally"]["in_favour"], 2);

    let exported = desk.json(&["export", "book.jsonl"]);
    let elsewhere = desk.json(&["verify", "book.jsonl"]);
    assert_eq!(elsewhere["head"], exported["head"]);
    assert_eq!(desk.json(&["verify"])["head"], exported["head"]);

    desk.done(&["backup", "copy.db"]);
    assert_eq!(desk.json(&["verify", "--database", "sqlite:copy.db"])["head"], exported["head"]);
    desk.done(&["import", "book.jsonl", "--database", "sqlite:other.db"]);
    assert_eq!(desk.json(&["verify", "--database", "sqlite:other.db"])["head"], exported["head"]);
}

#[test]
fn a_refusal_says_the_clause_and_the_remedy_and_changes_nothing() {
    let desk = Desk::founded();
    desk.submit(DRAFT, &["--by", "Ana"]);
    desk.submit(r#"{"command":"open_proposal","proposal":1}"#, &["--by", "Ana"]);
    let before = desk.height();
    let call = r#"{"command":"call_vote","proposal":1,"closes":"2099-01-01T00:00:00Z"}"#;
    let refused = desk.call_with(&["submit", "--by", "Ana"], call);
    assert_eq!(refused.code, 1);
    for part in ["rounds_must_be_complete", "GOV-06(2)", "A vote may be called only after 3 complete rounds"]
    {
        assert!(refused.err.contains(part), "{part} is not in\n{}", refused.err);
    }
    assert_eq!(refused.out, "");
    assert_eq!(desk.height(), before);

    let in_chinese = desk.call_with(&["submit", "--by", "Ana", "--language", "zh-Hant"], call);
    assert!(in_chinese.err.contains("GOV-06(2)") && in_chinese.err != refused.err, "{}", in_chinese.err);
    let for_machines = desk.call_with(&["submit", "--by", "Ana", "--json"], call);
    let value: serde_json::Value = serde_json::from_str(&for_machines.out).unwrap();
    assert_eq!((for_machines.code, &value["refused"]["code"]), (1, &"rounds_must_be_complete".into()));
}

#[test]
fn the_past_is_shown_as_it_was() {
    let desk = Desk::founded();
    let on = |day: &str| desk.json(&["show", "members", "--on", day])["members"].as_array().unwrap().len();
    assert_eq!((on("2024-12-31"), on("2025-01-01")), (0, 2));
    let before = desk.done(&["explain", "right", "Ana", "vote", "--group", "major", "--on", "2024-12-31"]);
    assert!(before.starts_with('✗'), "{before}");
    assert!(desk.done(&["explain", "right", "Ana", "vote", "--group", "major"]).starts_with('✓'));
}

#[test]
fn what_was_recorded_late_is_shown_so_and_contradicts_nothing() {
    let desk = Desk::founded();
    desk.submit(DRAFT, &["--by", "Ana"]);
    desk.submit(r#"{"command":"open_proposal","proposal":1}"#, &["--by", "Ana"]);
    let end = |membership: u32| {
        format!(
            r#"{{"command":"end_membership","membership":{membership},"on":"2025-06-30","basis":"A letter"}}"#
        )
    };
    let before = desk.height();
    let denied = desk.call_with(&["submit"], &end(1));
    assert_eq!((denied.code, denied.out.as_str()), (2, ""), "{}", denied.err);
    assert!(denied.err.contains("Ana opened “Buy a kettle”"), "{}", denied.err);
    assert_eq!(desk.height(), before);

    desk.submit(&end(2), &[]);
    let shown = desk.done(&["show", "member", "Bo", "--on", "2025-06-30"]);
    for part in ["since 2025-01-01 (recorded 20", " to 2025-06-30 (recorded 20"] {
        assert!(shown.contains(part), "{part} is not in\n{shown}");
    }
    let shown = desk.json(&["show", "member", "Bo", "--on", "2025-06-30"]);
    let shown = &shown["memberships"][0];
    assert_eq!(shown["until"], "2025-06-30");
    assert!(shown["end_recorded"].as_str().unwrap() > "2025-06-30T", "{shown}");
    let afterwards = desk.done(&["show", "member", "Bo", "--on", "2025-07-01"]);
    assert!(afterwards.contains("in no membership"), "{afterwards}");
}

#[test]
fn a_token_is_shown_once_and_can_be_revoked() {
    let desk = Desk::founded();
    let issued = desk.json(&["token", "issue", "Ana", "--label", "phone"]);
    let listed = desk.done(&["token", "list", "Ana"]);
    let (secret, id) = (issued["token"].as_str().unwrap(), issued["id"].as_str().unwrap());
    assert!(listed.contains("phone") && listed.contains(id) && !listed.contains(secret), "{listed}");
    desk.done(&["token", "revoke", id]);
    assert_eq!(desk.done(&["token", "list", "Ana"]), "There are none.\n");
    assert_eq!(desk.call(&["token", "revoke", id]).code, 2);
}

#[test]
fn asking_twice_with_one_id_does_it_once() {
    let desk = Desk::founded();
    let id = ["--by", "Ana", "--id", "0197b5a6-0000-7000-8000-000000000001"];
    let first = desk.submit(DRAFT, &id);
    let height = desk.height();
    assert_eq!(desk.submit(DRAFT, &id), first);
    assert_eq!(desk.height(), height);
}

#[test]
fn both_rulebooks_are_sound_and_their_examples_pass() {
    let desk = Desk::new();
    for name in ["coassembly", "cooperate-connecticut"] {
        let checked = desk.json(&["rulebook", "check", &rulebook(name)]);
        assert_eq!(checked["errors"], 0, "{checked}");
        assert!(checked["rulebooks"][0]["summary"]["executable"].as_u64().unwrap() > 10);
        let tested = desk.json(&["rulebook", "test", &rulebook(name)]);
        assert!(tested["pass"].as_u64().unwrap() > 0 && tested["fail"] == 0, "{tested}");
    }
}
