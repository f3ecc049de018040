//! Which requests the book has answers to, so that asking twice does a thing once.

use std::{collections::BTreeMap, ops::Range};

use rochdale_core::{command::By, messages as say, refusal::Malformed, values::RequestId};

use super::answer::{Answer, Done};
use crate::{
    entry::Entry,
    fault::{Fault, Unread},
    hash::Digest,
};

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

    /// Takes note of what `other` has, which is of later heights.
    pub fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
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
        Ok(facts) => Answer::Done(Done { heights: first.height..last.height + 1, at: first.at, facts }),
        Err(flaw) => Answer::Fault(Unread::from(flaw).into_fault(place)),
    }
}
