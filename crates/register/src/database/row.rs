//! An entry as the columns of its row.

use jiff::Timestamp;
use rochdale_core::values::{PartyId, RequestId, Slug};

use crate::{
    entry::{Entry, PersonalPart, by_from_text},
    flaw::{Flaw, Wrong},
    hash::Digest,
};

/// The columns of an entry, the last one from the table of personal details.
pub type EntryRow = (i64, i64, String, Vec<u8>, String, Option<i64>, Vec<u8>, Option<String>);

/// The hashes of an entry as its column `digests` holds them.
pub fn digests(entry: &Entry) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(5 * 32);
    for digest in [entry.command_hash, entry.payload_hash, entry.previous, entry.hash] {
        bytes.extend(digest.0);
    }
    bytes.extend(entry.personal.iter().flat_map(|personal| personal.hash.0));
    bytes
}

/// What of these entries stands beside the book: the party that it is about, the height, and the text.
pub fn beside(entries: &[Entry]) -> Vec<(i64, i64, &str)> {
    let entries = entries.iter().filter_map(|entry| {
        let personal = entry.personal.as_ref()?;
        Some((i64::from(personal.party.0), stored(entry.height), personal.body.as_deref()?))
    });
    entries.collect()
}

/// A height as a column holds it. One that is too high for a column is above every row.
pub fn stored(height: u64) -> i64 {
    i64::try_from(height).unwrap_or(i64::MAX)
}

/// The entry of a row; a flaw at its height where a column holds what no entry has.
pub fn entry(organization: &Slug, row: EntryRow) -> Result<Entry, Flaw> {
    let (height, at, by, request, payload, party, digests, body) = row;
    let height = u64::try_from(height).unwrap_or_default();
    let unreadable = |what: String| Flaw::at(height, Wrong::Unreadable(what));
    let (hashes, rest) = digests.as_chunks();
    let (command, payload_digest, previous, hash, personal_hash) = match (hashes, rest, party) {
        ([command, payload, previous, hash], [], None) => (command, payload, previous, hash, None),
        ([command, payload, previous, hash, personal], [], Some(party)) => {
            (command, payload, previous, hash, Some((party, Digest(*personal))))
        }
        _ => {
            let expected = if party.is_some() { 160 } else { 128 };
            return Err(unreadable(format!("its hashes have {} bytes, not {expected}", digests.len())));
        }
    };
    let personal = match personal_hash {
        None => None,
        Some((party, hash)) => Some(PersonalPart {
            party: u32::try_from(party)
                .map(PartyId)
                .map_err(|_| unreadable(format!("it names party {party}, which cannot be")))?,
            hash,
            body,
        }),
    };
    Ok(Entry {
        organization: organization.clone(),
        height,
        at: Timestamp::from_microsecond(at)
            .map_err(|_| unreadable(format!("its time {at} is outside the calendar")))?,
        by: by_from_text(&by)
            .ok_or_else(|| unreadable(format!("it was asked by \"{by}\", which is nobody")))?,
        request: uuid::Uuid::from_slice(&request)
            .map(RequestId)
            .map_err(|_| unreadable(format!("its request id has {} bytes, not 16", request.len())))?,
        command_hash: Digest(*command),
        payload,
        payload_hash: Digest(*payload_digest),
        personal,
        previous: Digest(*previous),
        hash: Digest(*hash),
    })
}
