//! An entry as the columns of its row.

use jiff::Timestamp;
use rochdale_core::values::{PartyId, RequestId, Slug};

use crate::{
    entry::{Entry, PersonalPart, by_from_text},
    flaw::{Flaw, Wrong},
    hash::Digest,
};

/// The columns of an entry, the last one from the table of personal details.
pub type EntryRow = (
    i64,
    i64,
    String,
    Vec<u8>,
    Vec<u8>,
    String,
    Vec<u8>,
    Option<i64>,
    Option<Vec<u8>>,
    Vec<u8>,
    Vec<u8>,
    Option<String>,
);

/// A height as a column holds it. One that is too high for a column is above every row.
pub fn stored(height: u64) -> i64 {
    i64::try_from(height).unwrap_or(i64::MAX)
}

/// The entry of a row; a flaw at its height where a column holds what no entry has.
pub fn entry(organization: &Slug, row: EntryRow) -> Result<Entry, Flaw> {
    let (height, at, by, request, command, payload, payload_hash, party, personal_hash, previous, hash, body) =
        row;
    let height = u64::try_from(height).unwrap_or_default();
    let unreadable = |what: String| Flaw::at(height, Wrong::Unreadable(what));
    let digest = |name: &str, bytes: &[u8]| {
        Digest::from_bytes(bytes)
            .ok_or_else(|| unreadable(format!("its {name} has {} bytes, not 32", bytes.len())))
    };
    let personal = match (party, personal_hash) {
        (None, None) => None,
        (Some(party), Some(hash)) => Some(PersonalPart {
            party: u32::try_from(party)
                .map(PartyId)
                .map_err(|_| unreadable(format!("it names party {party}, which cannot be")))?,
            hash: digest("personal hash", &hash)?,
            body,
        }),
        _ => {
            return Err(unreadable(
                "it names a party without a personal hash, or the other way round".to_owned(),
            ));
        }
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
        command_hash: digest("command hash", &command)?,
        payload,
        payload_hash: digest("payload hash", &payload_hash)?,
        personal,
        previous: digest("previous hash", &previous)?,
        hash: digest("hash", &hash)?,
    })
}
