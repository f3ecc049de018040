//! The addresses of the product: the routes as the source has them, and a list of pages that comes
//! by each.

use std::{collections::BTreeSet, fs, path::Path};

use rochdale_core::values::PartyId;
use uuid::Uuid;

use crate::{
    books::{CoAssembly, Connecticut},
    checkers::root,
};

/// The desk, where a list names who is signed in.
pub const DESK: PartyId = PartyId(0);

/// A page as somebody sees it.
#[derive(Debug, Clone)]
pub struct Address {
    /// The path with its query.
    pub path: String,
    /// Who is signed in, and where; party 0 is the desk.
    pub by: Option<(&'static str, PartyId)>,
    /// The form that they send from it, where the page is the one that comes back.
    pub sends: Option<Sends>,
}

/// A form as it is sent.
#[derive(Debug, Clone)]
pub struct Sends {
    /// Where it is sent.
    pub to: String,
    /// What stands in its fields.
    pub fields: Vec<(&'static str, String)>,
}

impl Address {
    /// A name for files.
    pub fn name(&self) -> String {
        let path: String =
            self.path.chars().map(|one| if one.is_ascii_alphanumeric() { one } else { '-' }).collect();
        let by = self.by.map_or("public".to_owned(), |(_, party)| format!("party-{party}"));
        // The same form comes back in several ways: told apart by what stood in it.
        let sends = self.sends.as_ref().map(|sends| {
            let names: Vec<&str> = sends.fields.iter().map(|(name, _)| *name).collect();
            format!("-sends{}-{}", sends.to.replace('/', "-"), names.join("-"))
        });
        format!("{}-{by}{}", path.trim_matches('-'), sends.unwrap_or_default())
    }
}

fn public(path: &str) -> Address {
    Address { path: path.to_owned(), by: None, sends: None }
}

/// The pages that belong to no co-op, and the public ones of a co-op.
pub fn of_anybody() -> Vec<Address> {
    let outside = [
        "/",
        "/demo",
        "/sign-in",
        "/sign-in/link/unknown",
        "/nowhere",
        "/api",
        "/problems/rounds_must_be_complete",
    ];
    let interest =
        ["/coassembly/interest", "/coassembly/interest/associate", "/coassembly/interest?sent=yes"];
    let refused = ["/coassembly", "/coassembly/today", "/coassembly/members"];
    let bylaws = [
        "/coassembly/bylaws",
        "/coassembly/bylaws/GOV-06",
        "/coassembly/bylaws/MEM-01",
        "/coassembly/bylaws/POOL-06",
    ];
    outside.iter().chain(&refused).chain(&interest).chain(&bylaws).map(|path| public(path)).collect()
}

/// The pages of CoAssembly for its people.
pub fn of_coassembly(book: &CoAssembly) -> Vec<Address> {
    let by = |party, path: String| Address {
        path: format!("/coassembly{path}"),
        by: Some(("coassembly", party)),
        sends: None,
    };
    let mut all: Vec<Address> = [
        "",
        "/today",
        "/account",
        "/account/kept",
        "/members",
        "/members/1",
        "/members/5",
        "/members?class=associate",
        "/lists",
        "/offices",
        "/cases",
        "/cases/1",
        "/exits",
        "/reviews",
        "/reviews/4",
        "/assets",
        "/assets?on=2026-01-31",
        "/assets/1",
        "/archive",
        "/archive?class=internal&search=minutes",
        "/archive/1",
        "/archive/2",
        "/assets/2",
        "/declarations",
        "/declarations/1",
        "/proposals",
        "/proposals/new",
        "/proposals/new?matter=day-to-day",
        "/proposals/new?matter=flying-admission",
        "/proposals/new?matter=pause",
        "/proposals/new?matter=review-confirmation",
        "/proposals/new?matter=conversion",
        "/proposals/new?matter=flying-terms",
        "/proposals/new?matter=amendment",
        "/agreements",
        "/agreements/new?kind=flying-agreement",
        "/proposals/new?matter=suspension",
        "/proposals/new?matter=personal-contract&decides=1",
        "/register",
    ]
    .iter()
    .map(|path| by(book.ana, (*path).to_owned()))
    .collect();
    let proposals = [book.van, book.riverside, book.bakery, book.repair_day, book.secret_plan];
    all.extend(proposals.map(|id| by(book.ana, format!("/proposals/{id}"))));
    all.push(by(book.gus, format!("/agreements/{}", book.renewal)));
    all.push(by(book.gus, "/today".to_owned()));
    all.push(by(book.chi, "/agreements/record?kind=collaborator-contract".to_owned()));
    all.push(by(book.bo, "/members/5".to_owned()));
    all.extend([book.van, book.bakery].map(|id| by(book.eli, format!("/proposals/{id}"))));
    all.extend([book.bo, book.eli, DESK].map(|party| by(party, "/exits/1".to_owned())));
    all.push(by(book.bo, "/exits".to_owned()));
    all.extend(["/mail", "/account", "/members/2", "/lists"].map(|path| by(DESK, path.to_owned())));
    let lists = [book.list, book.list_with_questions];
    all.extend(lists.map(|id| by(DESK, format!("/lists/brought/{id}"))));
    // A refusal, as a page.
    all.push(by(book.gus, format!("/proposals/{}", book.van)));
    all
}

/// The pages of Cooperate Connecticut for its people.
pub fn of_connecticut(book: &Connecticut) -> Vec<Address> {
    let co_op = "cooperate-connecticut";
    let by =
        |path: &str| Address { path: format!("/{co_op}{path}"), by: Some((co_op, book.rosa)), sends: None };
    let paths = [
        "",
        "/today",
        "/members",
        "/members/1",
        "/members/4",
        "/offices",
        "/applicants",
        "/applicants?stage=declined",
        "/applicants/1",
        "/commitments",
        "/commitments/code-of-conduct/2",
        "/standing",
        "/standing?duty=commit",
        "/channels",
        "/members/1/standing",
        "/members/1/rights",
        "/interest/coop",
        "/proposals",
        "/proposals/new",
        "/proposals/new?matter=proposal",
        "/bylaws",
        "/bylaws/CT-13",
        "/register",
    ];
    let mut all: Vec<Address> = paths.iter().map(|path| by(path)).collect();
    all.extend([book.stall, book.picnic].map(|id| by(&format!("/proposals/{id}"))));
    all.push(by(&format!("/proposals/{}/roll", book.stall)));
    all.push(by(&format!("/proposals/{}/ballots", book.picnic)));
    all
}

/// A page from which a form is sent that is not accepted.
fn sending(page: Address, to: &str, fields: &[(&'static str, &str)]) -> Address {
    let request = Some(("request", Uuid::now_v7().to_string()));
    let fields = fields.iter().map(|(name, value)| (*name, (*value).to_owned()));
    let fields = request.into_iter().chain(fields).collect();
    Address { sends: Some(Sends { to: to.to_owned(), fields }), ..page }
}

/// Every form that comes back to somebody of CoAssembly: for what is wrong at a field, for what is wrong
/// with it as a whole, and where its words came too late.
pub fn sent_in_coassembly(book: &CoAssembly) -> Vec<Address> {
    let by = |party, path: String| Address { path, by: Some(("coassembly", party)), sends: None };
    let bos = book.bos.to_string();
    let long = "too long ".repeat(20);
    let new = "/coassembly/proposals/new".to_owned();
    let of = |proposal, party, step: &str, fields: &[(&'static str, &str)]| {
        let page = format!("/coassembly/proposals/{proposal}");
        let to = format!("{page}/{step}");
        sending(by(party, page), &to, fields)
    };
    let draft = [("matter", "day-to-day"), ("title", long.as_str()), ("text", "Two of them.")];
    let admission = [("matter", "flying-admission"), ("title", "Gus"), ("text", "He is good.")];
    let agreement = "/coassembly/agreements/new".to_owned();
    let renewal = format!("/coassembly/agreements/{}", book.renewal);
    let lacking = [("kind", "flying-agreement"), ("with", "4"), ("section-exit", "By notice.")];
    let unsigned = "0".repeat(64);
    let form = "/coassembly/interest/associate".to_owned();
    let object = [("membership", bos.as_str()), ("stance", "object")];
    let nothing = [("membership", bos.as_str()), ("reason", "There is no place to park it.")];
    let interest = [("membership", bos.as_str()), ("recuse", "yes")];
    let late = [("membership", bos.as_str()), ("stance", "object"), ("reason", "The river floods.")];
    vec![
        sending(by(book.ana, format!("{new}?matter=day-to-day")), &new, &draft),
        sending(by(book.ana, format!("{new}?matter=flying-admission")), &new, &admission),
        sending(by(book.ana, format!("{agreement}?kind=flying-agreement")), &agreement, &lacking),
        sending(
            by(book.gus, renewal.clone()),
            &format!("{renewal}/sign"),
            &[("hash", unsigned.as_str()), ("signs", "Gus")],
        ),
        of(book.secret_plan, book.ana, "revise", &[("title", "A plan"), ("text", "")]),
        of(book.secret_plan, book.ana, "open", &[("closes", "2026-04-01T18:00")]),
        of(book.van, book.bo, "stance", &object),
        of(book.van, book.bo, "stance", &nothing),
        of(book.van, book.bo, "disclose", &interest),
        of(book.bakery, book.bo, "ballot", &[("membership", bos.as_str())]),
        of(book.repair_day, book.bo, "stance", &late),
        of(book.riverside, book.ana, "close-round", &[("mark", "agenda"), ("summary", "For: daylight.")]),
        of(book.riverside, book.ana, "close-round", &[("mark", "tea"), ("summary", "For: daylight.")]),
        of(book.riverside, book.ana, "call-vote", &[("closes", "2026-04-01T18:00")]),
        sending(
            by(book.ana, format!("/coassembly/members/{}", book.ana)),
            &format!("/coassembly/members/{}/notice", book.ana),
            &[("membership", "1"), ("last-day", "2026-03-01")],
        ),
        sending(
            by(book.bo, "/coassembly/exits/1".to_owned()),
            "/coassembly/exits/1/record",
            &[("line", "earned-pay"), ("owed", "a lot"), ("due", "2026-04-15")],
        ),
        sending(public(&form), &form, &[("name", "Mei Ito"), ("email", "nobody")]),
        sending(
            by(book.ana, "/coassembly/assets/2".to_owned()),
            "/coassembly/assets/2/lend",
            &[("as", "keeper"), ("to", "4"), ("on", "2026-03-16"), ("due", "2026-03-20")],
        ),
        sending(
            by(book.bo, "/coassembly/declarations".to_owned()),
            "/coassembly/declarations",
            &[("kind", "personal-contract"), ("begins", "2026-04-02"), ("subject-client", "The zoo.")],
        ),
        sending(public("/sign-in"), "/sign-in", &[("token", "no token at all")]),
        sending(public("/demo"), "/demo", &[("organization", "coassembly"), ("party", "x")]),
    ]
}

/// The routes that show a page, as they stand in the source, such as `/{org}/members/{id}`. The answers of
/// the JSON interface, the assets and files to keep are no pages.
pub fn routes() -> BTreeSet<String> {
    let mut routes = BTreeSet::new();
    read(&root().join("crates/web/src"), &mut routes);
    assert!(routes.len() > 5, "the source has too few routes: {routes:?}");
    routes
}

fn read(folder: &Path, routes: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder of the source") {
        let path = entry.expect("a file of it").path();
        if path.is_dir() {
            read(&path, routes);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let source = fs::read_to_string(&path).expect("Rust");
            for piece in source.split(".route(").skip(1) {
                let call = call(piece);
                let pattern = call.split('"').nth(1).unwrap_or_default();
                let is_file = [".csv", ".pdf", ".json", "/paper", "/file"]
                    .iter()
                    .any(|ending| pattern.ends_with(ending));
                if call.contains("get(") && !pattern.starts_with("/assets/") && !is_file {
                    routes.insert(pattern.to_owned());
                }
            }
        }
    }
}

/// What stands between the parentheses of a call.
fn call(piece: &str) -> &str {
    let mut depth = 1;
    for (place, one) in piece.char_indices() {
        match one {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &piece[..place];
        }
    }
    piece
}

/// Whether a path comes by a route.
pub fn comes_by(path: &str, route: &str) -> bool {
    let path: Vec<&str> = path.split('?').next().unwrap_or_default().split('/').collect();
    let route: Vec<&str> = route.split('/').collect();
    let fits = |(one, of): (&&str, &&str)| if of.starts_with('{') { !one.is_empty() } else { one == of };
    path.len() == route.len() && path.iter().zip(&route).all(fits)
}
