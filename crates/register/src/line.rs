//! The lines of an exported book. Each has one spelling only, so that a change of any byte shows.

use jiff::Timestamp;
use rochdale_core::values::{PartyId, RequestId, Slug};
use serde::{Deserialize, Serialize};

use crate::{
    entry::{Entry, Head, PersonalPart, by_from_text, by_text},
    flaw::Wrong,
    hash::{ALGORITHM, Digest},
};

/// What the first line says the file is.
const FORMAT: &str = "rochdale book 1";

/// The first line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    format: String,
    algorithm: u8,
    /// Whose book.
    pub organization: Slug,
    /// The height of the last entry.
    pub height: u64,
    /// The hash of the last entry.
    pub head: Digest,
    /// Whether the personal details that are not erased are in the file.
    pub personal: bool,
}

impl Header {
    /// The header of a book that ends at `head`.
    pub fn new(organization: &Slug, head: &Head, personal: bool) -> Self {
        Self {
            format: FORMAT.to_owned(),
            algorithm: ALGORITHM,
            organization: organization.clone(),
            height: head.height,
            head: head.hash,
            personal,
        }
    }

    /// Reads the first line of an export, without its end of line.
    pub fn read(line: &str) -> Result<Self, Wrong> {
        let header: Self = parsed(line)?;
        if header.format != FORMAT {
            let what = format!("this is \"{}\", and this version reads \"{FORMAT}\"", header.format);
            return Err(Wrong::Unreadable(what));
        }
        if header.algorithm != ALGORITHM {
            let what = format!(
                "the hash function is number {}; this version knows number {ALGORITHM}, blake3",
                header.algorithm
            );
            return Err(Wrong::Unreadable(what));
        }
        spelt(line, &header)?;
        Ok(header)
    }
}

/// The personal details of a line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonalLine {
    party: PartyId,
    hash: Digest,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<String>,
}

/// An entry as a line. The payload stands in it as a text, so that its very bytes are what is hashed.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryLine {
    height: u64,
    at: Timestamp,
    by: String,
    request: RequestId,
    command_hash: Digest,
    payload: String,
    payload_hash: Digest,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    personal: Option<PersonalLine>,
    previous: Digest,
    hash: Digest,
}

/// Writes anything of this module as its line, without the end of line.
pub fn written<T: Serialize>(value: &T) -> Result<String, Wrong> {
    serde_json::to_string(value).map_err(|error| Wrong::Unreadable(error.to_string()))
}

/// The line of an entry, without the end of line; the body of the details only if `personal`.
pub fn entry_line(entry: &Entry, personal: bool) -> Result<String, Wrong> {
    written(&EntryLine {
        height: entry.height,
        at: entry.at,
        by: by_text(entry.by),
        request: entry.request,
        command_hash: entry.command_hash,
        payload: entry.payload.clone(),
        payload_hash: entry.payload_hash,
        personal: entry.personal.as_ref().map(|part| PersonalLine {
            party: part.party,
            hash: part.hash,
            body: part.body.clone().filter(|_| personal),
        }),
        previous: entry.previous,
        hash: entry.hash,
    })
}

/// Reads the line of an entry, without its end of line.
pub fn read_entry(header: &Header, text: &str) -> Result<Entry, Wrong> {
    let line: EntryLine = parsed(text)?;
    spelt(text, &line)?;
    let by = by_from_text(&line.by)
        .ok_or_else(|| Wrong::Unreadable(format!("it was asked by \"{}\", which is nobody", line.by)))?;
    if line.personal.as_ref().is_some_and(|part| part.body.is_some()) && !header.personal {
        return Err(Wrong::Unreadable(
            "it has personal details, and the header says that there are none".to_owned(),
        ));
    }
    Ok(Entry {
        organization: header.organization.clone(),
        height: line.height,
        at: line.at,
        by,
        request: line.request,
        command_hash: line.command_hash,
        payload: line.payload,
        payload_hash: line.payload_hash,
        personal: line.personal.map(|part| PersonalPart {
            party: part.party,
            hash: part.hash,
            body: part.body,
        }),
        previous: line.previous,
        hash: line.hash,
    })
}

fn parsed<'a, T: Deserialize<'a>>(line: &'a str) -> Result<T, Wrong> {
    serde_json::from_str(line).map_err(|error| Wrong::Unreadable(format!("the line cannot be read: {error}")))
}

/// Checks that `line` is what an export writes for `value`: JSON has many spellings, a book one.
fn spelt<T: Serialize>(line: &str, value: &T) -> Result<(), Wrong> {
    let expected = written(value)?;
    if line == expected {
        return Ok(());
    }
    let same = line.bytes().zip(expected.bytes()).take_while(|(found, expected)| found == expected).count();
    Err(Wrong::Spelling { byte: same + 1 })
}
