//! Telling a year: each thing that somebody asked, decided by the real rules on the way, so that a
//! story that does not fit its bylaws cannot be told.

use std::{collections::BTreeMap, fmt};

use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    apply::apply,
    command::{By, Command, Request},
    decide::{Denied, decide},
    due::{due, next_due},
    fact::Happened,
    personal::Words,
    state::State,
    values::{DocumentId, MembershipId, PartyId, ProposalId, RequestId, Slug},
};

/// What came of a step of a story.
pub type Told = Result<(), Untold>;

/// A step that cannot be told: the story and the bylaws do not fit.
#[derive(Debug)]
pub struct Untold(pub String);

impl fmt::Display for Untold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The requests told so far, and the state that they lead to.
pub struct Teller {
    /// The co-op after the last request.
    pub state: State,
    /// The requests in order, each with its time.
    pub requests: Vec<Request>,
    /// The bytes of the documents that were filed.
    pub files: Vec<(DocumentId, Vec<u8>)>,
    at: Timestamp,
    parties: BTreeMap<&'static str, PartyId>,
    proposals: BTreeMap<&'static str, ProposalId>,
}

impl Teller {
    /// A teller who has told nothing yet, at `at`.
    pub fn at(at: Timestamp) -> Self {
        Self {
            state: State::default(),
            requests: Vec::new(),
            files: Vec::new(),
            at,
            parties: BTreeMap::new(),
            proposals: BTreeMap::new(),
        }
    }

    /// Lets time pass to `to`: votes whose time comes on the way are closed by the clock at their time.
    pub fn wait_until(&mut self, to: Timestamp) -> Told {
        while let Some(at) = next_due(&self.state).filter(|at| *at <= to) {
            self.at = at;
            for command in due(&self.state, at) {
                self.ask(By::Clock, command)?;
            }
        }
        self.at = to;
        Ok(())
    }

    /// Asks for `command`, and takes what comes of it into the state.
    pub fn ask(&mut self, by: By, command: Command) -> Told {
        let request = Request { id: self.next_id(), by, at: self.at, command };
        let recorded = decide(&self.state, &request).map_err(|denied| self.untold(&request, &denied))?;
        for recorded in recorded {
            apply(&mut self.state, &Happened { at: self.at, by, recorded });
        }
        self.requests.push(request);
        Ok(())
    }

    /// Asks for `command` as the person called `name`.
    pub fn ask_as(&mut self, name: &str, command: Command) -> Told {
        let by = By::Party(self.party(name)?);
        self.ask(by, command)
    }

    /// Remembers the party that was entered last by its name.
    pub fn remember_party(&mut self, name: &'static str) {
        self.parties.insert(name, PartyId::after(self.state.parties().count() - 1));
    }

    /// Remembers the proposal that was drafted last by its title.
    pub fn remember_proposal(&mut self, title: &'static str) {
        self.proposals.insert(title, ProposalId::after(self.state.proposals().count() - 1));
    }

    /// The party that was entered under `name`.
    pub fn party(&self, name: &str) -> Result<PartyId, Untold> {
        self.parties.get(name).copied().ok_or_else(|| Untold(format!("nobody called {name} was entered")))
    }

    /// The proposal that was drafted under `title`.
    pub fn proposal(&self, title: &str) -> Result<ProposalId, Untold> {
        self.proposals.get(title).copied().ok_or_else(|| Untold(format!("nobody drafted \"{title}\"")))
    }

    /// The membership that the party called `name` is in today.
    pub fn membership(&self, name: &str) -> Result<MembershipId, Untold> {
        let party = self.party(name)?;
        let today = self.today();
        let held = self.state.memberships_on(today).find(|held| held.party == party);
        held.map(|held| held.id).ok_or_else(|| Untold(format!("{name} is in no membership on {today}")))
    }

    /// The day of what is being told, in the co-op's time zone.
    pub fn today(&self) -> Date {
        self.state.date_of(self.at)
    }

    /// Ids in the order of asking, so that a story told twice is the same story.
    fn next_id(&self) -> RequestId {
        let mut bytes = [0; 10];
        bytes[2..].copy_from_slice(&(self.requests.len() as u64).to_be_bytes());
        let milliseconds = u64::try_from(self.at.as_millisecond()).unwrap_or_default();
        RequestId(uuid::Builder::from_unix_timestamp_millis(milliseconds, &bytes).into_uuid())
    }

    /// Words on subjects, as this request writes them.
    pub fn words<'a>(&self, texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Words {
        let texts = texts.into_iter().map(|(subject, text)| (Slug::new(subject), text.to_owned()));
        Words { texts: texts.collect(), salt: self.salt() }
    }

    /// Characters that hide a person's details behind their hash, another for each request.
    pub fn salt(&self) -> String {
        self.next_id().0.simple().to_string()
    }

    fn untold(&self, request: &Request, denied: &Denied) -> Untold {
        let why = match denied {
            Denied::Refused(refusal) => {
                format!("{} {}: {:?}", refusal.code.id(), refusal.cites, refusal.because)
            }
            Denied::Malformed(malformed) => format!("{malformed:?}"),
        };
        Untold(format!("at {}: {:?}: {why}", self.at, request.command))
    }
}
