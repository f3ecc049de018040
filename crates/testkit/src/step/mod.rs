//! One thing that somebody asks for in a history. Steps name people and proposals by any number; it is
//! made to fit whoever and whatever there is, so that a history stays one when a step is taken out.

mod pick;
mod strategy;

use std::collections::BTreeSet;

use jiff::{Span, Timestamp};
use rochdale_core::{
    command::{By, Command, Draft, Stance},
    personal::Personal,
    proposals::{Choice, Mark, Stage},
    state::State,
    values::Slug,
};

use crate::agreed;
use pick::{
    any_proposal, at_stage, effect, leader, memberships, organizations, outsider, parties, people, picked,
    voice,
};
pub(crate) use strategy::steps;

/// Any number: it picks one of those that there are.
type Pick = u8;

/// One step of a history under a small rulebook.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the commands that they become say what the fields are")]
pub enum Step {
    Wait { hours: u16 },
    EnterPerson,
    EnterOrganization,
    Erase { party: Pick },
    Forget { party: Pick },
    Correct { by: Pick, party: Pick, is_own: bool, address: bool },
    Admit { party: Pick, class: Pick },
    End { membership: Pick, in_days: u8 },
    Represent { organization: Pick, person: Pick, in_days: u8 },
    HandOver { organization: Pick, person: Pick, in_days: u8 },
    StandIn { organization: Pick, person: Pick, in_days: u8 },
    StopRepresenting { organization: Pick, person: Pick, in_days: u8 },
    Publish { in_days: u8 },
    Acknowledge { person: Pick, party: Pick },
    Sign { party: Pick, is_complete: bool },
    PayCapital { membership: Pick },
    GiveOffice { by: Pick, person: Pick, office: Pick, in_days: u8 },
    EndOffice { by: Pick, person: Pick, office: Pick },
    Vouch { by: Pick, party: Pick },
    Draft { by: Pick, matter: Pick, about: Pick },
    Open { proposal: Pick, days: u8 },
    Revise { proposal: Pick },
    Withdraw { proposal: Pick },
    TakeStance { voter: Pick, proposal: Pick, stance: Pick },
    CloseRound { by: Pick, proposal: Pick, is_complete: bool },
    OpenRound { by: Pick, proposal: Pick },
    CallVote { by: Pick, proposal: Pick, days: u8 },
    CastBallot { voter: Pick, proposal: Pick, choice: Pick },
    Disclose { voter: Pick, proposal: Pick, recuse: bool },
    Conclude { by: Pick, proposal: Pick },
    CloseVote { by: Pick, proposal: Pick },
}

/// The classes, kinds of matter and the rest that small rulebooks know, and one that they do not.
const CLASSES: [&str; 5] = ["owner", "trainee", "friend", "circle", "stranger"];
const OFFICES: [&str; 3] = ["steward", "warden", "wizard"];
const MATTERS: [&str; 12] = [
    "purchase",
    "habit",
    "plan",
    "habit",
    "welcome",
    "promotion",
    "parting",
    "naming",
    "amendment",
    "loan",
    "welcome",
    "purchase",
];

impl Step {
    /// The request that it makes at `now`; `None` where there is nobody and nothing that it could be about.
    pub(crate) fn request(&self, state: &State, now: Timestamp) -> Option<(By, Command)> {
        let day = |in_days: u8| {
            state.date_of(now).checked_add(Span::new().days(i64::from(in_days))).expect("a day within range")
        };
        let closes = |days: u8| now + Span::new().hours(24 * i64::from(days) + 1);
        let desk = |command| Some((By::Desk, command));
        match *self {
            Step::Wait { .. } => None,
            Step::EnterPerson => {
                let number = state.parties().count() + 1;
                let (name, salt) = (format!("Person {number}"), format!("salt of the party {number}"));
                desk(Command::EnterPerson { details: Personal { name, email: None, place: None, salt } })
            }
            Step::EnterOrganization => {
                let name = format!("Organization {}", state.parties().count() + 1);
                desk(Command::EnterOrganization { name, place: None })
            }
            Step::Erase { party } => desk(Command::ErasePerson { party: outsider(state, party)? }),
            Step::Forget { party } => {
                let party = picked(people(state), party)?;
                Some((By::Party(party), Command::ErasePerson { party }))
            }
            Step::Correct { by, party, is_own, address } => {
                let party = picked(people(state), party)?;
                let by = if is_own { party } else { picked(people(state), by)? };
                let before = state.party(party)?.details()?.clone();
                let salt = format!("salt of the correction at {now}");
                let details = if address {
                    Personal { email: Some(format!("{now}@example.org")), salt, ..before }
                } else {
                    Personal { place: Some(format!("Street {now}")), salt, ..before }
                };
                Some((By::Party(by), Command::CorrectDetails { party, details }))
            }
            Step::Admit { party, class } => desk(Command::AdmitMember {
                party: outsider(state, party)?,
                class: Slug::new(CLASSES[usize::from(class) % CLASSES.len()]),
                kind: [None, Some("open"), None, Some("shut")][usize::from(class / 8) % 4].map(Slug::new),
                since: day(0),
                basis: "a letter".to_owned(),
            }),
            Step::End { membership, in_days } => desk(Command::EndMembership {
                membership: picked(memberships(state), membership)?,
                on: day(in_days),
                basis: "a letter".to_owned(),
            }),
            Step::Represent { organization, person, in_days } => desk(Command::NameRepresentative {
                organization: picked(organizations(state), organization)?,
                person: picked(parties(state), person)?,
                from: day(in_days),
            }),
            Step::HandOver { organization, person, in_days } => desk(Command::HandOverRepresentation {
                organization: picked(organizations(state), organization)?,
                person: picked(parties(state), person)?,
                from: day(in_days),
            }),
            Step::StandIn { organization, person, in_days } => desk(Command::NameAlternate {
                organization: picked(organizations(state), organization)?,
                person: picked(parties(state), person)?,
                from: day(in_days),
            }),
            Step::StopRepresenting { organization, person, in_days } => {
                let organization = picked(organizations(state), organization)?;
                let representations = state.party(organization)?.representations().iter();
                let person = picked(representations.map(|one| one.person), person)?;
                desk(Command::EndRepresentation { organization, person, on: day(in_days) })
            }
            Step::Publish { in_days } => desk(Command::PublishDocument {
                document: Slug::new("values"),
                text: "What we hold dear.".to_owned(),
                in_force_from: day(in_days),
            }),
            Step::Acknowledge { person, party } => {
                let document = Slug::new("values");
                let version =
                    state.document(&document)?.version_on(day(0)).map_or(1, |version| version.number);
                let party = picked(organizations(state), party)?;
                let by = state.party(party)?.representative_on(day(0));
                let by = by.or_else(|| picked(people(state), person))?;
                Some((By::Party(by), Command::AcknowledgeDocument { party, document, version }))
            }
            Step::Sign { party, is_complete } => {
                let sections: &[&str] = if is_complete { &["help", "leave"] } else { &["help"] };
                desk(agreed(picked(people(state), party)?, "friendship", sections))
            }
            Step::PayCapital { membership } => {
                desk(Command::RecordCapital { membership: picked(memberships(state), membership)? })
            }
            Step::GiveOffice { by, person, office, in_days } => {
                let by = if by % 3 == 0 { By::Desk } else { By::Party(picked(people(state), by)?) };
                let person = picked(parties(state), person)?;
                let until = (office > 99).then(|| day(in_days.saturating_add(office)));
                let office = Slug::new(OFFICES[usize::from(office) % OFFICES.len()]);
                Some((by, Command::GiveOffice { office, person, from: day(in_days), until }))
            }
            Step::EndOffice { by, person, office } => {
                let by = if by % 3 == 0 { By::Desk } else { By::Party(picked(people(state), by)?) };
                let office = Slug::new(OFFICES[usize::from(office) % OFFICES.len()]);
                Some((by, Command::EndOffice { office, person: picked(people(state), person)?, on: day(0) }))
            }
            Step::Vouch { by, party } => {
                let (by, party) = (picked(people(state), by)?, picked(parties(state), party)?);
                Some((By::Party(by), Command::VouchForAccess { party }))
            }
            Step::Draft { by, matter, about } => {
                let author = leader(state, by, day(0))?;
                let kind = MATTERS[usize::from(matter) % MATTERS.len()];
                let draft = Draft {
                    title: format!("Proposal {}", state.proposals().count() + 1),
                    text: "As it says.".to_owned(),
                    matter: Slug::new(kind),
                    effect: effect(state, kind, about, day(about % 40))?,
                    owner: (matter != 7).then_some(author),
                    deadline: (matter != 11).then(|| day(255)),
                };
                Some((By::Party(author), Command::DraftProposal(draft)))
            }
            Step::Open { proposal, days } => {
                let drafts = state.proposals().filter(|known| known.stage == Stage::Draft);
                let draft = picked(
                    drafts.map(|known| (known.id, known.author, known.draft.matter.clone())),
                    proposal,
                )?;
                let (proposal, author, matter) = draft;
                let has_rounds = ["habit", "plan", "welcome"].contains(&matter.as_str());
                let closes = (!has_rounds && days != 11).then(|| closes(days));
                Some((By::Party(author), Command::OpenProposal { proposal, closes }))
            }
            Step::Revise { proposal } => {
                let known = any_proposal(state, proposal)?;
                let (title, text) = (known.draft.title.clone(), "In other words.".to_owned());
                let (owner, deadline) = (known.draft.owner, known.draft.deadline);
                let revise = Command::ReviseProposal { proposal: known.id, title, text, owner, deadline };
                Some((By::Party(known.author), revise))
            }
            Step::Withdraw { proposal } => {
                let known = any_proposal(state, proposal)?;
                Some((By::Party(known.author), Command::WithdrawProposal { proposal: known.id }))
            }
            Step::TakeStance { voter, proposal, stance } => {
                let proposal = at_stage(state, proposal, Stage::InRound)?;
                let (by, membership) = voice(state, voter, day(0))?;
                let stance = match stance % 6 {
                    0..=2 => Stance::Agree,
                    3 => Stance::StandAside,
                    4 => {
                        Stance::Object { reason: if stance > 40 { "It is too dear." } else { "" }.to_owned() }
                    }
                    _ => Stance::Abstain,
                };
                Some((by, Command::TakeStance { proposal, membership, stance }))
            }
            Step::CloseRound { by, proposal, is_complete } => {
                let proposal = at_stage(state, proposal, Stage::InRound)?;
                let marks: BTreeSet<Mark> =
                    Mark::ALL.iter().copied().skip(usize::from(!is_complete)).collect();
                let command = Command::CloseRound { proposal, marks, summary: "For and against.".to_owned() };
                Some((By::Party(leader(state, by, day(0))?), command))
            }
            Step::OpenRound { by, proposal } => {
                let proposal = at_stage(state, proposal, Stage::BetweenRounds)?;
                Some((By::Party(leader(state, by, day(0))?), Command::OpenRound { proposal }))
            }
            Step::CallVote { by, proposal, days } => {
                let proposal = at_stage(state, proposal, Stage::BetweenRounds)?;
                let command = Command::CallVote { proposal, closes: closes(days) };
                Some((By::Party(leader(state, by, day(0))?), command))
            }
            Step::CastBallot { voter, proposal, choice } => {
                let proposal = at_stage(state, proposal, Stage::Voting)?;
                let (by, membership) = voice(state, voter, day(0))?;
                let choice =
                    [Choice::For, Choice::For, Choice::Against, Choice::Abstain][usize::from(choice) % 4];
                Some((by, Command::CastBallot { proposal, membership, choice }))
            }
            Step::Disclose { voter, proposal, recuse } => {
                let proposal = any_proposal(state, proposal)?.id;
                let (by, membership) = voice(state, voter, day(0))?;
                let interest = "My cousin sells it.".to_owned();
                Some((by, Command::DiscloseInterest { proposal, membership, interest, recuse }))
            }
            Step::Conclude { by, proposal } => {
                let proposal = at_stage(state, proposal, Stage::BetweenRounds)?;
                Some((By::Party(leader(state, by, day(0))?), Command::Conclude { proposal }))
            }
            Step::CloseVote { by, proposal } => {
                let proposal = any_proposal(state, proposal)?.id;
                Some((By::Party(picked(people(state), by)?), Command::CloseVote { proposal }))
            }
        }
    }
}
