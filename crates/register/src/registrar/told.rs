//! Which requests the book has answers to, so that asking twice does a thing once.

use std::{collections::BTreeMap, ops::Range};

use rochdale_core::{command::By, messages as say, refusal::Malformed, values::RequestId};

use super::answer::{Answer, Done};
use crate::{
    entry::Entry,
    fault::{Fault, Unread},
    hash::Digest,
};

/// How many bytes a request has in a snapshot.
const REQUEST_BYTES: usize = 16 + 8 + 8;
/// How many requests a part of a snapshot holds.
const REQUESTS_A_PART: usize = 50_000;

/// The heights of the entries of each request. Kept in memory, so that a batch of new requests asks
/// the database nothing before it is written.
#[derive(Default)]
pub struct Told(BTreeMap<RequestId, Range<u64>>);

impl Told {
    /// Where the entries of a request are, if it was done.
    pub fn heights(&self, id: RequestId) -> Option<&Range<u64>> {
        self.0.get(&id)
    }

    /// Takes note of an entry. The entries of one request come in order.
    pub fn note(&mut self, entry: &Entry) {
        let heights = self.0.entry(entry.request).or_insert(entry.height..entry.height);
        heights.end = entry.height + 1;
    }

    /// Takes note of what `other` has, which is of later heights. What comes with a commit is little
    /// beside what the book has, so it goes in one by one: `append` would lay out all of it anew.
    pub fn take(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// All of it in parts, for a snapshot: each request as its id, its first height and the one after its
    /// last, numbers little-endian.
    pub fn parts(&self) -> Vec<Vec<u8>> {
        let mut rest = self.0.iter().peekable();
        let mut parts = Vec::new();
        while rest.peek().is_some() {
            let mut part = Vec::with_capacity(REQUESTS_A_PART.min(rest.len()) * REQUEST_BYTES);
            for (id, heights) in rest.by_ref().take(REQUESTS_A_PART) {
                part.extend(id.0.as_bytes());
                part.extend(heights.start.to_le_bytes());
                part.extend(heights.end.to_le_bytes());
            }
            parts.push(part);
        }
        parts
    }

    /// What [`Told::parts`] wrote, of parts in their order; `None` where a part holds anything else.
    pub fn of_parts<'a>(parts: impl Iterator<Item = &'a [u8]>) -> Option<Self> {
        let mut all = Vec::new();
        for part in parts {
            let (requests, []) = part.as_chunks::<REQUEST_BYTES>() else { return None };
            all.extend(requests.iter().map(|bytes| {
                let number = |at: usize| {
                    let mut number = [0; 8];
                    number.copy_from_slice(&bytes[at..at + 8]);
                    u64::from_le_bytes(number)
                };
                let mut id = [0; 16];
                id.copy_from_slice(&bytes[..16]);
                (RequestId(uuid::Uuid::from_bytes(id)), number(16)..number(24))
            }));
        }
        Some(Self(all.into_iter().collect()))
    }
}

/// The answer to a request that was done before, read from its entries; the same id for something
/// else, or by somebody else, is malformed. `place` names the database in faults.
pub fn again(entries: &[Entry], by: By, command_hash: Digest, place: &str) -> Answer {
    let (Some(first), Some(last)) = (entries.first(), entries.last()) else {
        return Answer::Fault(Fault {
            what: "the entries of this request are no longer in the book".to_owned(),
            place: place.to_owned(),
            mend: "Verify the book, and restore the newest backup that verifies.".to_owned(),
        });
    };
    if first.by != by || first.command_hash != command_hash {
        return Answer::Malformed(Malformed { field: "id", says: say::REQUEST_ID_IS_TAKEN.with([]) });
    }
    match entries.iter().map(Entry::fact).collect() {
        Ok(facts) => Answer::Done(Done {
            heights: first.height..last.height + 1,
            at: first.at,
            facts,
            hashes: entries.iter().map(|entry| entry.hash).collect(),
        }),
        Err(flaw) => Answer::Fault(Unread::from(flaw).into_fault(place)),
    }
}
