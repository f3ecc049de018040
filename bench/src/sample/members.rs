//! The sample co-op's facts.

use jiff::{SignedDuration, Timestamp, civil::Date};
use rochdale_core::{
    command::{By, Draft, Effect},
    fact::{Basis, Fact, Happened, Recorded},
    personal::{Beside, Personal},
    proposals::{Choice, Roll},
    values::{MembershipId, PartyId, ProposalId, Slug},
};

use super::{CLASSES, bylaws, class};

/// The proposal that everybody votes on.
pub const PROPOSAL: ProposalId = ProposalId(1);

/// The day of the figures: every phase has members on it.
pub fn today() -> Date {
    Date::constant(2026, 3, 2)
}

/// The first day of a member, counted from 1: one of the 2000 days before [`today`].
pub fn since(number: u32) -> Date {
    let days = i64::from(number.wrapping_mul(2_654_435_761) % 2000);
    today().checked_sub(SignedDuration::from_hours(24 * days)).expect("the days of a few years are dates")
}

/// The founding, with the sample's bylaws.
pub fn founding() -> Happened {
    Happened {
        at: "2015-01-01T09:00:00Z".parse().expect("this is an instant"),
        by: By::Desk,
        recorded: Fact::Founded { handle: Slug::new("sample"), rulebook: bylaws() }.into(),
    }
}

/// How a member, counted from 1, comes in: the person is entered, and admitted.
pub fn admitted(number: u32) -> [Happened; 2] {
    let party = PartyId(number);
    let details = Personal {
        name: format!("Ana Example {number}"),
        email: Some(format!("member{number}@example.org")),
        place: Some("Mataró".to_owned()),
        salt: format!("{:016x}", u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15)),
    };
    let entered =
        Recorded { fact: Fact::PersonEntered { party }, personal: Some((party, Beside::Person(details))) };
    let admitted = Fact::MemberAdmitted {
        membership: MembershipId(number),
        party,
        class: class(number as usize % CLASSES),
        kind: None,
        since: since(number),
        basis: Basis::Office("opening roll".to_owned()),
    };
    [entered, admitted.into()].map(|recorded| Happened { at: noon(), by: By::Desk, recorded })
}

/// A proposal is drafted and opened for this roll, until the end of 2099.
pub fn opening_of(roll: Roll) -> [Happened; 2] {
    let draft = Draft {
        title: "Buy a van".to_owned(),
        text: "So that we can deliver.".to_owned(),
        matter: Slug::new("purchase"),
        effect: Effect::Nothing,
        owner: None,
        deadline: None,
    };
    let closes = Some("2099-12-31T12:00:00Z".parse().expect("this is an instant"));
    let author = PartyId(1);
    let facts = [
        Fact::ProposalDrafted { proposal: PROPOSAL, author, draft },
        Fact::ProposalOpened { proposal: PROPOSAL, edition: 1, roll, closes },
    ];
    facts.map(|fact| Happened { at: noon(), by: By::Party(author), recorded: fact.into() })
}

/// A member, counted from 1, casts a ballot.
pub fn balloting(number: u32) -> Happened {
    let person = PartyId(number);
    let choice = choice_of(number);
    let fact = Fact::BallotCast { proposal: PROPOSAL, membership: MembershipId(number), person, choice };
    Happened { at: noon(), by: By::Party(person), recorded: fact.into() }
}

/// What a member, counted from 1, votes.
pub fn choice_of(number: u32) -> Choice {
    match number % 5 {
        0 => Choice::Against,
        1 => Choice::Abstain,
        _ => Choice::For,
    }
}

fn noon() -> Timestamp {
    "2026-03-02T12:00:00Z".parse().expect("this is an instant")
}
