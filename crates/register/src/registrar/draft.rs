//! A batch of requests, decided one after the other on a scratch copy of the state. Nothing of it
//! is so before it is committed; a draft that cannot be committed is thrown away.

use std::{
    ops::Range,
    panic::{AssertUnwindSafe, catch_unwind},
};

use jiff::Timestamp;
use rochdale_core::{
    apply::apply,
    command::{By, Request},
    decide::{Denied, decide},
    fact::Happened,
    state::State,
    values::Slug,
};

use super::{answer::Done, keeper::Asked, told::Told};
use crate::{
    database::Erasure,
    entry::{Entry, Head, Origin},
    hash::Digest,
};

/// What a request comes to, if the draft is committed.
pub enum Outcome {
    /// It is done.
    Done(Done),
    /// It was done before, in the entries of these heights, if by this and for a command of this hash.
    Again { heights: Range<u64>, by: By, command_hash: Digest },
    /// It is refused or malformed.
    Denied(Denied),
}

/// Deciding failed, which it never should: the program has a mistake. The draft is spoilt.
pub struct Broken(pub String);

/// The draft of a batch.
pub struct Draft {
    /// The state after the entries.
    pub state: State,
    /// The head after the entries.
    pub head: Head,
    /// What is to be appended.
    pub entries: Vec<Entry>,
    /// What is to be erased with it.
    pub erasures: Vec<Erasure>,
    /// The requests of the entries.
    pub told: Told,
}

impl Draft {
    /// An empty draft on a state and its head.
    pub fn on(state: &State, head: Head) -> Self {
        Self { state: state.clone(), head, entries: Vec::new(), erasures: Vec::new(), told: Told::default() }
    }

    /// Decides one more request at `now`, or at the time of the head where that is later: time does
    /// not run backwards in a book. `done` has the requests of the book before the draft.
    pub fn decide(
        &mut self,
        organization: &Slug,
        asked: &Asked,
        now: Timestamp,
        done: &Told,
    ) -> Result<Outcome, Broken> {
        let command = serde_json::to_vec(&asked.command).map_err(|error| Broken(error.to_string()))?;
        let command_hash = Digest::of(&command);
        if let Some(heights) = self.told.heights(asked.id).or_else(|| done.heights(asked.id)) {
            return Ok(Outcome::Again { heights: heights.clone(), by: asked.by, command_hash });
        }
        let at = self.head.at.map_or(now, |before| now.max(before));
        let request = Request { id: asked.id, by: asked.by, at, command: asked.command.clone() };
        let origin = Origin { at, by: asked.by, request: asked.id, command_hash };
        // One request that the program breaks on must not stop the co-op. What it left half done is
        // in this draft only, which is thrown away.
        catch_unwind(AssertUnwindSafe(|| self.decided(organization, &request, &origin)))
            .map_err(|_| Broken("deciding it broke off".to_owned()))?
    }

    fn decided(
        &mut self,
        organization: &Slug,
        request: &Request,
        origin: &Origin,
    ) -> Result<Outcome, Broken> {
        let recorded = match decide(&self.state, request) {
            Ok(recorded) => recorded,
            Err(denied) => return Ok(Outcome::Denied(denied)),
        };
        let first = self.head.height + 1;
        let mut facts = Vec::with_capacity(recorded.len());
        let mut hashes = Vec::with_capacity(recorded.len());
        for recorded in recorded {
            let entry = Entry::chained(organization, &self.head, origin, &recorded)
                .map_err(|error| Broken(error.to_string()))?;
            self.erasures.extend(Erasure::by(&recorded.fact, entry.height));
            self.head = entry.head();
            self.told.note(&entry);
            hashes.push(entry.hash);
            self.entries.push(entry);
            facts.push(recorded.fact.clone());
            apply(&mut self.state, &Happened { at: origin.at, by: origin.by, recorded });
        }
        Ok(Outcome::Done(Done { heights: first..self.head.height + 1, at: origin.at, facts, hashes }))
    }
}
