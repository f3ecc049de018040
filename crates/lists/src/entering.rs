//! A plan on its way to the registrar: what to ask for next, and what came of it.

use rochdale_core::{
    command::Command,
    decide::Denied,
    fact::Fact,
    messages::REQUEST_ID_IS_TAKEN,
    values::{MembershipId, PartyId, RequestId},
};
use serde_json::json;

use crate::{
    Plan,
    plan::{Entry, Ref},
};

/// How many requests are asked for at a time.
const AT_A_TIME: usize = 1000;

/// How many of each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// People entered.
    pub people: usize,
    /// Organizations entered.
    pub organizations: usize,
    /// Memberships.
    pub memberships: usize,
    /// Representatives named.
    pub representatives: usize,
    /// Memberships ended.
    pub ends: usize,
}

/// Kinds of things in the order in which they are entered: each rests on those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Parties,
    Memberships,
    Representatives,
    Ends,
}

impl Stage {
    const ALL: [Stage; 4] = [Stage::Parties, Stage::Memberships, Stage::Representatives, Stage::Ends];
}

/// A request to make.
#[derive(Debug, Clone)]
pub struct Asked {
    /// For which row.
    pub row: u32,
    /// Its id, which the same row has whenever it is brought.
    pub id: RequestId,
    /// What is asked.
    pub command: Command,
    stage: Stage,
    slot: usize,
}

/// What came of a request.
#[derive(Debug, Clone)]
pub enum Heard<'a> {
    /// It is done, now or before.
    Done(&'a [Fact]),
    /// It is refused, or makes no sense to the book.
    Denied(Denied),
    /// The machine failed.
    Broke(String),
}

/// A row of which something was not entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed {
    /// The row.
    pub row: u32,
    /// Why.
    pub why: Why,
}

/// Why something was not entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It is refused, or makes no sense to the book.
    Denied(Denied),
    /// The machine failed, as it says.
    Broke(String),
    /// Somebody else brought the same row before.
    Before,
}

/// A plan on its way.
pub struct Entering<'p> {
    plan: &'p Plan,
    stage: usize,
    slot: usize,
    parties: Vec<Option<PartyId>>,
    memberships: Vec<Option<MembershipId>>,
    /// How many requests have been heard of, or need not be made any more.
    pub heard: usize,
    /// What was entered.
    pub done: Counts,
    /// What was not.
    pub failed: Vec<Failed>,
}

impl<'p> Entering<'p> {
    /// A plan of which nothing is entered yet.
    pub fn of(plan: &'p Plan) -> Self {
        Self {
            plan,
            stage: 0,
            slot: 0,
            parties: vec![None; plan.newcomers.len()],
            memberships: vec![None; plan.admissions.len()],
            heard: 0,
            done: Counts::default(),
            failed: Vec::new(),
        }
    }

    /// What to ask for next, in order and at once; empty when all was asked. What came of it must be
    /// [heard](Entering::heard) before more is asked for.
    pub fn asks(&mut self) -> Vec<Asked> {
        while let Some(stage) = Stage::ALL.get(self.stage) {
            let slots = match stage {
                Stage::Parties => self.plan.newcomers.len(),
                Stage::Memberships => self.plan.admissions.len(),
                Stage::Representatives => self.plan.representing.len(),
                Stage::Ends => self.plan.ends.len(),
            };
            let until = slots.min(self.slot + AT_A_TIME);
            let asks: Vec<Asked> = (self.slot..until).filter_map(|slot| self.ask(*stage, slot)).collect();
            // What rests on something that was not entered is not asked for.
            self.heard += until - self.slot - asks.len();
            self.slot = until;
            if self.slot == slots {
                (self.stage, self.slot) = (self.stage + 1, 0);
            }
            if !asks.is_empty() {
                return asks;
            }
        }
        Vec::new()
    }

    fn party(&self, of: Ref) -> Option<PartyId> {
        match of {
            Ref::Known(party) => Some(party),
            Ref::New(slot) => self.parties[slot],
        }
    }

    fn ask(&self, stage: Stage, slot: usize) -> Option<Asked> {
        let (row, command) = match stage {
            Stage::Parties => {
                let newcomer = &self.plan.newcomers[slot];
                let command = match &newcomer.entry {
                    Entry::Person(details) => Command::EnterPerson { details: details.clone() },
                    Entry::Organization { name, place } => {
                        Command::EnterOrganization { name: name.clone(), place: place.clone() }
                    }
                };
                return Some(Asked { row: newcomer.row, id: newcomer.id, command, stage, slot });
            }
            Stage::Memberships => {
                let one = &self.plan.admissions[slot];
                let (class, kind, basis) = (one.class.clone(), one.kind.clone(), one.basis.clone());
                (
                    one.row,
                    Command::AdmitMember { party: self.party(one.of)?, class, kind, since: one.since, basis },
                )
            }
            Stage::Representatives => {
                let one = &self.plan.representing[slot];
                let (organization, person) = (self.party(one.organization)?, self.party(one.person)?);
                (one.row, Command::NameRepresentative { organization, person, from: one.from })
            }
            Stage::Ends => {
                let one = &self.plan.ends[slot];
                let membership = self.memberships[one.admission]?;
                (one.row, Command::EndMembership { membership, on: one.on, basis: one.basis.clone() })
            }
        };
        // The numbers in it say whom it is about, so that nothing else of the list asks for the same.
        let id = self.plan.key.request(&json!(command), 0);
        Some(Asked { row, id, command, stage, slot })
    }

    /// Takes note of what came of a request.
    pub fn heard(&mut self, asked: &Asked, heard: Heard<'_>) {
        self.heard += 1;
        let why = match heard {
            Heard::Done(facts) => {
                facts.iter().for_each(|fact| self.took(asked, fact));
                return;
            }
            Heard::Denied(Denied::Malformed(wrong)) if wrong.says.key == &REQUEST_ID_IS_TAKEN => Why::Before,
            Heard::Denied(denied) => Why::Denied(denied),
            Heard::Broke(says) => Why::Broke(says),
        };
        self.failed.push(Failed { row: asked.row, why });
    }

    fn took(&mut self, asked: &Asked, fact: &Fact) {
        match (asked.stage, fact) {
            (Stage::Parties, Fact::PersonEntered { party }) => {
                self.parties[asked.slot] = Some(*party);
                self.done.people += 1;
            }
            (Stage::Parties, Fact::OrganizationEntered { party, .. }) => {
                self.parties[asked.slot] = Some(*party);
                self.done.organizations += 1;
            }
            (Stage::Memberships, Fact::MemberAdmitted { membership, .. }) => {
                self.memberships[asked.slot] = Some(*membership);
                self.done.memberships += 1;
            }
            (Stage::Representatives, Fact::RepresentativeNamed { .. }) => self.done.representatives += 1,
            (Stage::Ends, Fact::MembershipEnded { .. }) => self.done.ends += 1,
            _ => {}
        }
    }
}
