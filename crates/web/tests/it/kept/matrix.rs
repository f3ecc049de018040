//! The rights matrix: whoever may not see something finds it in no page, file, answer, search, count or mail; and
//! whoever may finds it somewhere.

use std::collections::BTreeMap;

use rochdale_core::{
    sight::Viewer,
    state::State,
    values::{PartyId, Slug},
};
use rochdale_register::{Begun, Kind};

use super::secrets::{DESK, INVITED, Planted, in_coassembly, in_connecticut, invited};
use crate::{
    api,
    browse::Browser,
    village::{COASSEMBLY, CONNECTICUT, Village},
};

fn state(village: &Village, org: &str) -> std::sync::Arc<State> {
    village.site.registers.registrar(&Slug::new(org)).unwrap().state()
}

/// The addresses of pages and files below the co-op's, for every number that something in it has.
fn pages(state: &State) -> Vec<String> {
    let mut all: Vec<String> = [
        "",
        "/today",
        "/account",
        "/account/kept",
        "/account/kept/data.json",
        "/members",
        "/members?page=2",
        "/lists",
        "/lists/members.csv",
        "/offices",
        "/cases",
        "/exits",
        "/reviews",
        "/declarations",
        "/assets",
        "/assets?on=2026-03-12",
        "/agreements",
        "/agreements/new?kind=flying-agreement",
        "/applicants",
        "/commitments",
        "/interest",
        "/proposals",
        "/proposals/new?matter=day-to-day",
        "/proposals/new?matter=personal-contract",
        "/register",
        "/register?page=2",
        "/bylaws",
        "/mail",
    ]
    .iter()
    .map(|path| (*path).to_owned())
    .collect();
    let mut each = |noun: &str, count: usize| all.extend((1..=count).map(|id| format!("/{noun}/{id}")));
    each("members", state.parties().count());
    each("cases", state.cases().count());
    each("exits", state.exits().count());
    each("declarations", state.declarations().count());
    each("assets", state.assets().count());
    each("agreements", state.agreements().count());
    each("applicants", state.applicants().count());
    each("proposals", state.proposals().count());
    all.extend(state.memberships().map(|held| format!("/reviews/{}", held.id)));
    all
}

/// The paths of the interface for programs, with a search for each sign.
fn answers(state: &State, signs: &[&str]) -> Vec<String> {
    let mut all: Vec<String> = [
        "",
        "/today",
        "/me/data",
        "/members?per_page=200",
        "/proposals",
        "/offices",
        "/applicants",
        "/exits",
        "/agreements",
        "/resolutions",
        "/declarations",
        "/assets",
        "/documents",
        "/register/head",
        "/register/entries?per_page=200",
    ]
    .iter()
    .map(|path| (*path).to_owned())
    .collect();
    let mut each = |noun: &str, count: usize| all.extend((1..=count).map(|id| format!("/{noun}/{id}")));
    each("members", state.parties().count());
    each("exits", state.exits().count());
    each("assets", state.assets().count());
    each("agreements", state.agreements().count());
    each("applicants", state.applicants().count());
    each("proposals", state.proposals().count());
    all.extend(signs.iter().map(|sign| format!("/members?search={sign}")));
    all
}

/// Who looks: by what name the test tells of them, and as whom.
type Looker = (String, Viewer);

fn lookers(village: &Village, names: &[&str]) -> Vec<Looker> {
    let people = names.iter().map(|name| ((*name).to_owned(), Viewer::Party(village.person(name))));
    let others = [("the public".to_owned(), Viewer::Public), (DESK.to_owned(), Viewer::Desk)];
    people.chain(others).collect()
}

async fn secret(village: &Village, org: &str, viewer: Viewer, kind: Kind) -> Option<String> {
    let party = match viewer {
        Viewer::Party(party) => Some(party),
        Viewer::Desk => None,
        Viewer::Public => return None,
    };
    let (database, now) = (village.site.registers.database(), jiff::Timestamp::UNIX_EPOCH);
    let end = jiff::Timestamp::MAX;
    let issued = database.issue(kind, &Slug::new(org), party, ("test", Begun::Mail), now, end).await;
    Some(issued.unwrap().text())
}

/// Everything that somebody is shown and answered, by its address.
async fn everything(
    village: &Village,
    org: &str,
    viewer: Viewer,
    signs: &[&str],
) -> BTreeMap<String, String> {
    let state = state(village, org);
    let mut all = BTreeMap::new();
    let browser = match secret(village, org, viewer, Kind::Session).await {
        Some(session) => Browser::with_cookie(village, &format!("session={session}")),
        None => Browser::stranger(village),
    };
    for path in pages(&state) {
        let path = format!("/{org}{path}");
        let shown = browser.get(&path).await;
        assert!(!shown.status.is_server_error(), "{path}: {}", shown.body);
        all.insert(path, shown.body);
    }
    let token = secret(village, org, viewer, Kind::Token).await;
    for path in answers(&state, signs) {
        let path = format!("/{org}{path}");
        let said = api::get(village, &path, token.as_deref()).await;
        assert!(!said.status.is_server_error(), "{path}: {}", said.text);
        // Of what was looked for, the answer may name nothing but what was found.
        all.insert(format!("/api/v1{path}"), said.text);
    }
    all
}

/// Holds what a looker finds against what the core lets them see.
async fn holds(village: &Village, org: &str, planted: &Planted<'_>, lookers: &[Looker], seed: u64) {
    let state = state(village, org);
    let day = "2026-03-20".parse().unwrap();
    let signs: Vec<&str> =
        planted.secrets.iter().flat_map(|secret| &secret.signs).map(String::as_str).collect();
    let of_search: Vec<&str> = signs.iter().copied().filter(|sign| !sign.contains(' ')).collect();
    for (who, viewer) in lookers {
        let all = everything(village, org, *viewer, &of_search).await;
        for secret in &planted.secrets {
            let may = secret.readers.contains(who);
            assert_eq!((secret.may)(&state, *viewer, day), may, "seed {seed}: {who} and {}", secret.what);
            let finds = |text: &&String| secret.signs.iter().any(|sign| text.contains(sign.as_str()));
            let found = all.iter().find(|(_, text)| finds(text)).map(|(path, _)| path);
            let what = &secret.what;
            match found {
                Some(path) => assert!(may, "seed {seed}: {who} may not see {what}, and finds it at {path}"),
                None => assert!(!may, "seed {seed}: {who} may see {what}, and finds it nowhere"),
            }
        }
    }
    // No mail says anything of it but to whom it is about, and an address to the mailbox itself.
    for logged in village.site.registers.database().mail_log(&Slug::new(org), 0, 1000).await.unwrap() {
        for secret in &planted.secrets {
            let says = secret.signs.iter().any(|sign| logged.mail.body.contains(sign.as_str()));
            let reader = logged.mail.party.and_then(|party| state.party(party)?.name().map(str::to_owned));
            let reads = reader.is_some_and(|reader| secret.readers.contains(&reader));
            assert!(!says || reads, "seed {seed}: a mail tells {}", secret.what);
        }
    }
}

const OF_COASSEMBLY: [&str; 11] = [
    "Ana Lin",
    "Bo Chen",
    "Chi Wang",
    "Dee Huang",
    "Eli Tsai",
    "Fay Wu",
    "Gus Liao",
    "Hana Kuo",
    "Ian Hsu",
    "Joy Pan",
    "Kai Yeh",
];

async fn coassembly_holds(seed: u64) {
    let village = Village::settle(false).await;
    let planted = in_coassembly(&village, seed).await;
    let lookers = lookers(&village, &OF_COASSEMBLY);
    holds(&village, COASSEMBLY, &planted, &lookers, seed).await;
}

#[tokio::test]
async fn nobody_finds_what_they_may_not_see_in_a_worker_co_op() {
    coassembly_holds(1).await;
}

#[tokio::test]
async fn nor_where_others_do_it_to_others() {
    coassembly_holds(2).await;
}

#[tokio::test]
async fn nor_in_a_network_with_applicants() {
    let village = Village::settle(false).await;
    let seed = 3;
    let planted = in_connecticut(&village, seed).await;
    let invited: PartyId = invited(&village);
    let names = ["Marcus Boyd", "Priya Reyes", "Noah Boyd", "Rosa Vega", "Tom Silva"];
    let mut lookers = lookers(&village, &names);
    lookers.push((INVITED.to_owned(), Viewer::Party(invited)));
    holds(&village, CONNECTICUT, &planted, &lookers, seed).await;
}
