//! The co-op of an example: its register so far, the time, and who is called what.

use std::{collections::BTreeMap, sync::Arc};

use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use uuid::Uuid;

use super::{Expected, plain, sentence::Title};
use crate::{
    applicants::Applicant,
    apply::apply,
    archive::Document,
    assets::Asset,
    command::{By, Command, Request},
    decide::{Denied, decide},
    declarations::{Declaration, declarer},
    due::{due, next_due},
    fact::{Happened, Recorded},
    personal::Personal,
    proposals::Proposal,
    refusal::Refusal,
    rulebook::{Bundle, Rulebook},
    state::State,
    values::{ApplicantId, CaseId, DocumentId, MembershipId, PartyId, ProposalId, RequestId},
};

/// Why a sentence did not happen.
pub(super) enum Trouble {
    /// The rules do not allow it.
    Refused(Box<Refusal>),
    /// It speaks of something that is not there, or came out otherwise than it says.
    Other(String),
}

impl From<String> for Trouble {
    fn from(says: String) -> Self {
        Self::Other(says)
    }
}

impl Expected {
    /// Whether this is the refusal that a line expects.
    pub(super) fn is_met_by(&self, refusal: &Refusal) -> bool {
        self.clause == refusal.cites.to_string() && self.code == refusal.code
    }
}

/// Cloning shares everything: a sentence is tried on a clone, and what is refused leaves no trace.
#[derive(Clone)]
pub(super) struct World {
    pub state: State,
    pub now: Timestamp,
    /// The proposal that was spoken of last.
    last: Option<ProposalId>,
    asked: u128,
    /// What documents of the archive were called, also those that are erased.
    pub titles: Vec<(String, DocumentId)>,
    /// Who was entered by which name, also once nothing names them.
    entered: BTreeMap<String, PartyId>,
}

impl World {
    /// A co-op that begins at `founded` with `rulebook`, whose files are `files`. An edition that takes force
    /// later is tried out as if it were in force already.
    pub fn begin(rulebook: &Rulebook, files: &Bundle, founded: Timestamp) -> Self {
        let mut rulebook = rulebook.clone();
        let begins = founded.to_zoned(rulebook.front.time_zone.clone()).date();
        rulebook.front.in_force_from = rulebook.front.in_force_from.min(begins);
        let (handle, first) = (rulebook.front.id.clone(), rulebook.front.in_force_from);
        let mut state = State { handle: Some(handle), founded: Some(founded), ..State::default() };
        state.editions.insert(first, Arc::new(rulebook));
        state.bundles.insert(first, Arc::new(files.clone()));
        Self { state, now: founded, last: None, asked: 0, titles: Vec::new(), entered: BTreeMap::new() }
    }

    /// The edition in force now.
    pub fn rulebook(&self) -> Result<Arc<Rulebook>, String> {
        self.state.rulebook_at(self.now).ok_or_else(|| "no edition is in force".to_owned())
    }

    /// Today in the co-op's time zone.
    pub fn today(&self) -> Date {
        self.state.date_of(self.now)
    }

    /// A time of a day in the co-op's time zone; noon where none is given.
    pub fn instant(&self, date: Date, time: Option<Time>) -> Result<Timestamp, String> {
        let time = time.unwrap_or(Time::constant(12, 0, 0, 0));
        let zoned = date.to_datetime(time).to_zoned(self.state.time_zone());
        zoned.map(|zoned| zoned.timestamp()).map_err(|_| format!("{date} {time} is out of range"))
    }

    /// Lets time pass: what falls due by then happens at its own time.
    pub fn wait_until(&mut self, to: Timestamp) -> Result<(), Trouble> {
        while let Some(at) = next_due(&self.state).filter(|at| *at <= to) {
            self.now = self.now.max(at);
            self.do_what_is_due()?;
        }
        self.now = to;
        self.do_what_is_due()
    }

    fn do_what_is_due(&mut self) -> Result<(), Trouble> {
        for command in due(&self.state, self.now) {
            self.submit(By::Clock, command)?;
        }
        Ok(())
    }

    /// Decides a command now, and takes in what comes of it.
    pub fn submit(&mut self, by: By, command: Command) -> Result<Vec<Recorded>, Trouble> {
        self.asked += 1;
        let request = Request { id: RequestId(Uuid::from_u128(self.asked)), by, at: self.now, command };
        let facts = decide(&self.state, &request).map_err(|denied| match denied {
            Denied::Refused(refusal) => Trouble::Refused(refusal),
            Denied::Malformed(malformed) => Trouble::Other(plain(&self.state, &malformed.says)),
        })?;
        for recorded in &facts {
            apply(&mut self.state, &Happened { at: self.now, by, recorded: recorded.clone() });
        }
        Ok(facts)
    }

    /// The party of this name; `None` where nobody of this name was entered.
    pub fn party(&self, name: &str) -> Option<PartyId> {
        self.state.parties().find(|party| party.name() == Some(name)).map(|party| party.id)
    }

    /// The party of this name, which an earlier line must have named.
    pub fn known(&self, name: &str) -> Result<PartyId, String> {
        let known = self.party(name).or_else(|| self.entered.get(name).copied());
        known.ok_or_else(|| format!("no line before this one speaks of {name}"))
    }

    /// The party of this name; entered as a person, where it is new.
    pub fn person(&mut self, name: &str) -> Result<PartyId, Trouble> {
        if let Some(known) = self.party(name) {
            return Ok(known);
        }
        let salt = format!("salt of the example {}", self.asked);
        // Somebody who can be written to, at an address that leads nowhere.
        let email = Some("member@example.org".to_owned());
        let details = Personal { name: name.to_owned(), email, place: None, salt };
        self.submit(By::Desk, Command::EnterPerson { details })?;
        let party = self.known(name)?;
        self.entered.insert(name.to_owned(), party);
        Ok(party)
    }

    /// The party of this name; entered as an organization, where it is new.
    pub fn organization(&mut self, name: &str) -> Result<PartyId, Trouble> {
        if let Some(known) = self.party(name) {
            return Ok(known);
        }
        self.submit(By::Desk, Command::EnterOrganization { name: name.to_owned(), place: None })?;
        Ok(self.known(name)?)
    }

    /// The last membership of the party of this name, current or past.
    pub fn membership(&self, name: &str) -> Result<MembershipId, String> {
        let party = self.state.party(self.known(name)?);
        let membership = party.and_then(|party| party.memberships.last().copied());
        membership.ok_or_else(|| format!("{name} has never been in membership"))
    }

    /// The applicant of this name who sent a form last.
    pub fn applicant(&self, name: &str) -> Result<ApplicantId, String> {
        let is_called = |known: &&Arc<Applicant>| known.called(&self.state) == Some(name);
        let known = self.state.applicants().rev().find(is_called);
        known.map(|known| known.id).ok_or_else(|| format!("{name} sent no form before"))
    }

    /// The case that was opened last.
    pub fn last_case(&self) -> Result<CaseId, String> {
        self.state.cases().last().map(|case| case.id).ok_or_else(|| "no case was opened before".to_owned())
    }

    /// The last asset that was entered by this name.
    pub fn asset(&self, name: &str) -> Result<&Asset, String> {
        let known = self.state.assets().rev().find(|asset| asset.name == name);
        known.map(|known| &**known).ok_or_else(|| format!("no asset is called “{name}”"))
    }

    /// The last document that was filed by this title.
    pub fn document(&self, title: &str) -> Result<&Document, String> {
        let known = self.titles.iter().rev().find(|(known, _)| known == title);
        let known = known.and_then(|(_, id)| self.state.filed_document(*id));
        known.map(|known| &**known).ok_or_else(|| format!("no document is called “{title}”"))
    }

    /// The last declaration of somebody.
    pub fn declaration(&self, name: &str) -> Result<&Declaration, String> {
        let party = self.known(name)?;
        let mut known = self.state.declarations().rev();
        let found = known.find(|known| declarer(&self.state, known) == Some(party));
        found.map(|known| &**known).ok_or_else(|| format!("{name} declared nothing before"))
    }

    /// The proposal of this title, or the one that was spoken of last; it is then the last.
    pub fn speak_of(&mut self, title: &Title) -> Result<ProposalId, String> {
        let id = self.proposal(title)?.id;
        self.last = Some(id);
        Ok(id)
    }

    /// Keeps of a sentence that was refused only which proposal it spoke of, if that is there.
    pub fn has_heard(&mut self, tried: &Self) {
        self.last = tried.last.filter(|id| self.state.proposal(*id).is_some()).or(self.last);
    }

    /// The proposal of this title, or the one that was spoken of last.
    pub fn proposal(&self, title: &Title) -> Result<&Proposal, String> {
        let known = match title {
            Some(title) => self.state.proposals().rev().find(|known| known.draft.title == *title),
            None => self.last.and_then(|id| self.state.proposal(id)),
        };
        let missing = || match title {
            Some(title) => format!("there is no proposal “{title}”"),
            None => "no proposal was spoken of before".to_owned(),
        };
        known.map(|known| &**known).ok_or_else(missing)
    }
}
