//! Whoever may not see something finds it in no answer, whichever way they ask.

use rochdale_core::values::Slug;

use super::{get, settled, token};
use crate::village::{COASSEMBLY, CONNECTICUT, Village};

/// Every path that reads something of a co-op, for every number that something in it has.
fn paths(village: &Village, org: &str) -> Vec<String> {
    let state = village.site.registers.registrar(&Slug::new(org)).unwrap().state();
    let mut paths = Vec::new();
    for path in [
        "",
        "/today",
        "/members",
        "/members?search=a",
        "/members?on=2026-01-10&per_page=200",
        "/proposals",
        "/offices",
        "/applicants",
        "/exits",
        "/resolutions",
        "/cases",
        "/reviews",
        "/declarations",
        "/assets",
        "/assets?on=2026-03-01",
        "/rulebook",
        "/documents",
        "/register/head",
        "/register/entries?per_page=200",
    ] {
        paths.push(path.to_owned());
    }
    for party in state.parties() {
        paths.push(format!("/members/{}", party.id));
        paths.push(format!("/members/{}/rights", party.id));
        paths.extend(party.name().map(|name| format!("/members?search={}", name.split(' ').next().unwrap())));
    }
    for held in state.memberships_on(state.date_of(village.site.clock.now())) {
        paths.push(format!("/reviews/{}", held.id));
    }
    paths.extend(state.applicants().map(|applicant| format!("/applicants/{}", applicant.id)));
    paths.extend(state.proposals().map(|proposal| format!("/proposals/{}", proposal.id)));
    paths.into_iter().map(|path| format!("/{org}{path}")).collect()
}

/// Everything that a viewer is answered.
async fn everything(village: &Village, org: &str, token: Option<&str>) -> String {
    let mut all = String::new();
    for path in paths(village, org) {
        let said = get(village, &path, token).await;
        assert!(!said.status.is_server_error(), "{path}: {}", said.text);
        all.push_str(&said.text);
    }
    all
}

fn names(village: &Village, org: &str) -> Vec<String> {
    let state = village.site.registers.registrar(&Slug::new(org)).unwrap().state();
    state.parties().filter_map(|party| party.name().map(str::to_owned)).collect()
}

fn titles(village: &Village, org: &str) -> Vec<String> {
    let state = village.site.registers.registrar(&Slug::new(org)).unwrap().state();
    state.proposals().map(|proposal| proposal.draft.title.clone()).collect()
}

/// Nothing of `hidden` stands in `all`, and no count of it.
fn finds_none(who: &str, all: &str, hidden: &[String]) {
    for secret in hidden {
        assert!(!all.contains(secret.as_str()), "{who} finds {secret}");
    }
}

#[tokio::test]
async fn the_public_finds_no_member_no_proposal_and_no_count() {
    let village = settled().await;
    for org in [COASSEMBLY, CONNECTICUT] {
        let elsewhere = if org == COASSEMBLY { CONNECTICUT } else { COASSEMBLY };
        let stranger = token(village, elsewhere, "desk").await;
        for sent in [None, Some(stranger.as_str())] {
            let all = everything(village, org, sent).await;
            finds_none("the public", &all, &names(village, org));
            finds_none("the public", &all, &titles(village, org));
            for count in
                ["\"total\"", "\"height\"", "\"tally\"", "\"memberships\"", "acknowledged_by", "example.org"]
            {
                assert!(!all.contains(count), "the public finds {count} of {org}");
            }
        }
    }
}

#[tokio::test]
async fn somebody_in_no_membership_finds_themselves_only() {
    let village = settled().await;
    let kai = token(village, COASSEMBLY, "Kai Yeh").await;
    let all = everything(village, COASSEMBLY, Some(&kai)).await;
    let others: Vec<String> =
        names(village, COASSEMBLY).into_iter().filter(|name| name != "Kai Yeh").collect();
    finds_none("Kai", &all, &others);
    finds_none("Kai", &all, &titles(village, COASSEMBLY));
    assert!(all.contains("Kai Yeh"));
    assert!(!all.contains("\"total\"") && !all.contains("\"height\"") && !all.contains("\"tally\""));
}

#[tokio::test]
async fn a_flying_member_sees_members_and_no_proposals() {
    let village = settled().await;
    let joy = token(village, COASSEMBLY, "Joy Pan").await;
    let all = everything(village, COASSEMBLY, Some(&joy)).await;
    finds_none("Joy", &all, &titles(village, COASSEMBLY));
    assert!(!all.contains("\"tally\"") && !all.contains("\"height\""));
    assert!(all.contains("Bo Chen"));
    assert!(!all.contains("bo.chen@example.org"), "Joy finds how to write to Bo");
    assert!(all.contains("joy.pan@example.org"));
}

#[tokio::test]
async fn a_draft_is_its_authors_alone() {
    let village = settled().await;
    let draft = "A library of paper samples";
    for name in ["Bo Chen", "Hana Kuo", "Ian Hsu", "desk"] {
        let sent = token(village, COASSEMBLY, name).await;
        let all = everything(village, COASSEMBLY, Some(&sent)).await;
        assert!(!all.contains(draft), "{name} finds the draft");
        assert!(all.contains("Buy a van"), "{name}");
        get(village, "/coassembly/proposals/4", Some(&sent)).await.is_problem(404, "not_found");
        let list = get(village, "/coassembly/proposals", Some(&sent)).await;
        assert_eq!(list.is_ok()["total"], 3, "{name}");
        // The entry that records it says no more than its hashes.
        let entries = get(village, "/coassembly/register/entries?per_page=200", Some(&sent)).await;
        let entries = entries.is_ok()["items"].as_array().unwrap();
        assert_eq!(entries.iter().filter(|one| one.get("kind").is_none()).count(), 1, "{name}");
        assert!(entries.iter().all(|one| one.get("kind").is_some() || one.get("by").is_none()));
    }
    let ana = token(village, COASSEMBLY, "Ana Lin").await;
    assert!(everything(village, COASSEMBLY, Some(&ana)).await.contains(draft));
}

#[tokio::test]
async fn only_oneself_and_the_desk_find_details() {
    let village = settled().await;
    let ana = token(village, COASSEMBLY, "Ana Lin").await;
    let all = everything(village, COASSEMBLY, Some(&ana)).await;
    assert!(all.contains("ana.lin@example.org"));
    assert_eq!(all.matches("@example.org").count(), all.matches("ana.lin@example.org").count());
    let desk = token(village, COASSEMBLY, "desk").await;
    assert!(everything(village, COASSEMBLY, Some(&desk)).await.contains("bo.chen@example.org"));
}
