//! Figures of the whole program: pages and responses over HTTP, memory and start.

mod bare;
mod load;
mod program;

use std::{path::Path, sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp};
use rochdale_core::{
    proposals::{Proposal, Stage},
    state::State,
    values::{MembershipId, PartyId, ProposalId, Slug},
};
use rochdale_register::{Begun, Database, Kind, Registers, SystemClock};

pub use self::bare::serve;
use self::{
    load::{Served, ask, load},
    program::{Program, get},
};
use crate::{
    measure::median,
    said::{self, bytes, rate, time},
    table::Row,
};

/// The co-op of the demo that is measured: the one with more members.
const CO_OP: &str = "cooperate-connecticut";
/// How many connections ask at a time.
const CONNECTIONS: usize = 64;
/// How long they ask in one turn.
const TURN: Duration = Duration::from_secs(2);
/// How many turns each has.
const TURNS: usize = 3;
/// How long after its first page the program is at rest: it has looked once what time brought.
const UNTIL_AT_REST: Duration = Duration::from_secs(10);

/// Somebody who is signed in and has a vote on the open proposal.
struct Voter {
    membership: MembershipId,
    session: String,
    token: String,
}

/// The figures, with the demo's co-ops in `folder`.
pub fn rows(folder: &Path, runtime: &tokio::runtime::Runtime) -> Vec<Row> {
    let demo = folder.join("demo");
    let told = demo.display().to_string();
    let filled = Program::rochdale(&["demo", "--directory", &told], "/");
    let mut rows = vec![Row::new(
        "from `rochdale demo` to its first page, both co-ops filled",
        time(filled.first_page),
        "",
        "",
    )];
    drop(filled);
    let database = format!("sqlite:{}", demo.join("rochdale.db").display());
    let (proposal, voters) = runtime.block_on(voters(&database));
    let serve = ["serve", "--database", &database];
    let starts = (0..5).map(|_| Program::rochdale(&serve, "/").first_page).collect();
    rows.push(Row::new(
        "start to first page, with both co-ops",
        time(median(starts)),
        "",
        "aim: under 0.2 s",
    ));
    let program = Program::rochdale(&serve, &format!("/{CO_OP}"));
    std::thread::sleep(UNTIL_AT_REST);
    rows.push(Row::new(
        "memory at rest, with both co-ops",
        bytes(program.resident()),
        "",
        "aim: under 40 MiB",
    ));
    let member = format!("/{CO_OP}/members/{}", voters[0].membership);
    let page = format!("/{CO_OP}/proposals/{proposal}");
    rows.push(page_row("a member's page", folder, &program, &member, &voters));
    rows.push(page_row("an open proposal's page", folder, &program, &page, &voters));
    rows.push(responses(folder, &program, proposal, &voters));
    rows
}

/// The open proposal of the demo with the most voters, and those of them who are people, each signed
/// in and with a token.
async fn voters(address: &str) -> (ProposalId, Vec<Voter>) {
    let database = Database::open(address).await.expect("the demo's database can be opened");
    let registers = Registers::open(database.clone(), Arc::new(SystemClock)).await;
    let co_op = Slug::new(CO_OP);
    let registrar =
        registers.expect("the demo's books can be read").registrar(&co_op).expect("it has this co-op");
    let state = registrar.state();
    let open = state.open_proposals().filter(|proposal| proposal.stage == Stage::Voting);
    let proposal =
        open.max_by_key(|proposal| proposal.roll.counted.len()).expect("a vote is open in the demo");
    let now = Timestamp::now();
    let until = now + SignedDuration::from_hours(1);
    let mut voters = Vec::new();
    for (membership, party) in people(&state, proposal).take(CONNECTIONS) {
        let mut secrets = Vec::new();
        for kind in [Kind::Session, Kind::Token] {
            let secret = database.issue(kind, &co_op, Some(party), ("bench", Begun::Mail), now, until).await;
            secrets.push(secret.expect("people can be signed in").text());
        }
        let [session, token] = secrets.try_into().expect("there are two");
        voters.push(Voter { membership, session, token });
    }
    assert_eq!(voters.len(), CONNECTIONS, "as many people vote as there are connections");
    (proposal.id, voters)
}

fn people(state: &State, proposal: &Proposal) -> impl Iterator<Item = (MembershipId, PartyId)> {
    proposal.roll.counted.iter().filter_map(|id| {
        let party = state.party(state.membership(id)?.party)?;
        party.is_person().then_some((id, party.id))
    })
}

/// One page as different people ask for it, beside its bytes from a bare route.
fn page_row(what: &str, folder: &Path, program: &Program, path: &str, voters: &[Voter]) -> Row {
    let request =
        |connection: usize| get(path, &format!("Cookie: session={}\r\n", voters[connection].session));
    let page = ask(&program.address, &request(0)).expect("the program answers");
    assert_eq!(page.status, 200, "{path}: {}", page.head);
    let bare = Program::bare(folder, &what.replace(' ', "-"), &page.body);
    let [ours, theirs] = in_turns([&|| load(&program.address, CONNECTIONS, TURN, request), &|| {
        load(&bare.address, CONNECTIONS, TURN, |_| get("/", ""))
    }]);
    row(
        &format!("{what}, {}", bytes(page.body.len() as u64)),
        "a bare axum route",
        ours,
        theirs,
        "; aim: within 3x",
    )
}

/// Ballots over the JSON interface, each on the disk before it is answered, beside a bare route that
/// inserts a row and answers with the same bytes.
fn responses(folder: &Path, program: &Program, proposal: ProposalId, voters: &[Voter]) -> Row {
    let request = |connection: usize| {
        let voter = &voters[connection];
        let choice = if connection.is_multiple_of(3) { "against" } else { "for" };
        let command = format!(
            r#"{{"command":"cast_ballot","proposal":{proposal},"membership":{},"choice":"{choice}"}}"#,
            voter.membership
        );
        post(&format!("/api/v1/{CO_OP}/commands"), &voter.token, &command)
    };
    let answer = ask(&program.address, &request(0)).expect("the program answers");
    assert_eq!(answer.status, 201, "{}", String::from_utf8_lossy(&answer.body));
    let bare = Program::bare(folder, "responses", &answer.body);
    let [ours, theirs] = in_turns([&|| load(&program.address, CONNECTIONS, TURN, request), &|| {
        load(&bare.address, CONNECTIONS, TURN, |_| post("/", "none", "{}"))
    }]);
    row(
        "responses to an open proposal over HTTP, durable",
        "a bare axum route that inserts a row, committed in groups",
        ours,
        theirs,
        "",
    )
}

fn post(path: &str, token: &str, body: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nHost: rochdale.example\r\nAuthorization: Bearer {token}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

fn in_turns<const N: usize>(loads: [&dyn Fn() -> Served; N]) -> [Served; N] {
    let mut served = [const { Vec::new() }; N];
    for _ in 0..TURNS {
        for (load, served) in loads.iter().zip(&mut served) {
            served.push(load());
        }
    }
    served.map(median)
}

fn row(what: &str, beside: &str, ours: Served, theirs: Served, aim: &str) -> Row {
    let told = |served: Served| format!("{}, p99 {}", rate(served.a_second), time(served.p99));
    Row::new(
        what,
        told(ours),
        format!("{beside}: {}", told(theirs)),
        format!("{}{aim}", said::times(theirs.a_second, ours.a_second)),
    )
}
