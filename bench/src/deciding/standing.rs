//! How does everybody stand today? Under the bylaws of Cooperate Connecticut, with every finding.

use std::{collections::BTreeMap, fs, hint::black_box, path::Path};

use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    apply::apply,
    command::By,
    fact::{Basis, Fact, Happened, Recorded},
    personal::{Beside, Words},
    rulebook::Bundle,
    standing::{DutyStatus, standing},
    state::State,
    values::{MembershipId, PartyId, Slug, WordsId},
};

use crate::{
    measure::{in_turns, per_second},
    said, sample,
    table::Row,
};

/// How many members.
const MEMBERS: u32 = 100_000;
/// How many turns it has.
const TURNS: usize = 5;

/// The figures; checks first that the answers are right.
pub fn rows() -> Vec<Row> {
    let state = network();
    let day: Date = "2026-03-02".parse().expect("this is a day");
    let count = |status: DutyStatus| {
        let all = (1..=MEMBERS).filter_map(|number| standing(&state, MembershipId(number), day));
        all.flat_map(|found| found.duties).filter(|duty| duty.status == status).count()
    };
    // Every second member has committed to the three documents and joined the two channels; the others are late only
    // to join.
    let half = usize::try_from(MEMBERS / 2).expect("a small number");
    assert_eq!(
        (count(DutyStatus::Met), count(DutyStatus::Due), count(DutyStatus::Late)),
        (half * 5, half * 3, half * 2)
    );
    let [all] = in_turns(
        TURNS,
        [&mut || {
            for number in 1..=MEMBERS {
                drop(black_box(standing(&state, MembershipId(black_box(number)), day)));
            }
        }],
    );
    vec![Row::new(
        "standing of 100,000 members computed, 11 duties each, with the findings and clauses",
        said::time(all),
        format!("members: {}", said::rate(per_second(u64::from(MEMBERS), all))),
        "aim: under 2 s",
    )]
}

/// A network of so many cooperators, of whom every second has done what can be done.
fn network() -> State {
    let mut state = State::default();
    let at: Timestamp = "2025-01-05T15:00:00Z".parse().expect("this is an instant");
    let mut record = |recorded: Recorded| apply(&mut state, &Happened { at, by: By::Desk, recorded });
    record(Fact::Founded { handle: Slug::new("network"), rulebook: bylaws() }.into());
    let since = "2025-01-05".parse().expect("this is a day");
    let documents = ["values", "code-of-conduct", "conflict-resolution"].map(Slug::new);
    for document in documents.clone() {
        let text = "We are kind.".to_owned();
        record(Fact::DocumentPublished { document, version: 1, text, in_force_from: since }.into());
    }
    let channels = ["whatsapp", "google-group"].map(Slug::new);
    for (number, channel) in (1..).zip(channels.clone()) {
        let texts = BTreeMap::from([(Slug::new("link"), "https://chat.example.org/".to_owned())]);
        let words = Words { texts, salt: "0123456789abcdef".to_owned() };
        let fact = Fact::ChannelLinkSet { channel, words: WordsId(number) };
        record(Recorded { fact, personal: Some((PartyId(1), Beside::Words(words))) });
    }
    for number in 1..=MEMBERS {
        let [entered, _] = sample::admitted(number);
        record(entered.recorded);
        let (party, membership) = (PartyId(number), MembershipId(number));
        let (class, basis) = (Slug::new("cooperator"), Basis::Office("opening roll".to_owned()));
        record(Fact::MemberAdmitted { membership, party, class, kind: None, since, basis }.into());
        if number % 2 == 0 {
            for document in documents.clone() {
                record(Fact::DocumentAcknowledged { party, document, version: 1, person: party }.into());
            }
            for channel in channels.clone() {
                let person = Some(party);
                record(Fact::ChannelTicked { membership, channel, joined: true, person }.into());
            }
        }
    }
    state
}

/// The bylaws that ship with the product, in the binding language.
fn bylaws() -> Bundle {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rulebooks/cooperate-connecticut");
    let mut files = BTreeMap::new();
    for (prefix, folder) in [("", folder.clone()), ("es/", folder.join("es"))] {
        for entry in fs::read_dir(&folder).expect("the bylaws are there") {
            let path = entry.expect("a file of them").path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            if name.ends_with(".md") {
                files.insert(format!("{prefix}{name}"), fs::read_to_string(&path).expect("a text"));
            }
        }
    }
    Bundle(files)
}
