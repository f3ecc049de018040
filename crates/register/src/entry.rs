//! One line of the book, and how it is chained to the line before. The layout is specified in
//! docs/register.md, so that anybody can write another verifier.

use jiff::Timestamp;
use rochdale_core::{
    command::By,
    fact::{Fact, Happened, Recorded},
    personal::Beside,
    values::{PartyId, RequestId, Slug},
};

use crate::{
    flaw::{Flaw, Wrong},
    hash::Digest,
};

/// The end of a book: what the next entry is chained to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Head {
    /// The height of the last entry; 0 for an empty book.
    pub height: u64,
    /// The hash of the last entry; zeros for an empty book.
    pub hash: Digest,
    /// When the last entry was decided.
    pub at: Option<Timestamp>,
}

/// The details of a person that belong to an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalPart {
    /// Whose.
    pub party: PartyId,
    /// The hash of the body, which stays when the body is erased.
    pub hash: Digest,
    /// The JSON text of the details; `None` once erased.
    pub body: Option<String>,
}

/// One entry of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Whose book.
    pub organization: Slug,
    /// Its place in the book, from 1.
    pub height: u64,
    /// When it was decided, in whole microseconds.
    pub at: Timestamp,
    /// Who asked.
    pub by: By,
    /// The request that it came of; all entries of one request stand together.
    pub request: RequestId,
    /// The hash of the JSON text of the command.
    pub command_hash: Digest,
    /// The JSON text of the fact.
    pub payload: String,
    /// The hash of the payload.
    pub payload_hash: Digest,
    /// The details of a person that the fact brings.
    pub personal: Option<PersonalPart>,
    /// The hash of the entry before; zeros at height 1.
    pub previous: Digest,
    /// The hash of all of the above, the payload and the details by their hashes.
    pub hash: Digest,
}

/// What a batch of entries has in common with the request that they came of.
#[derive(Debug, Clone, Copy)]
pub struct Origin {
    /// When it was decided.
    pub at: Timestamp,
    /// Who asked.
    pub by: By,
    /// The id of the request.
    pub request: RequestId,
    /// The hash of the JSON text of the command.
    pub command_hash: Digest,
}

impl Entry {
    /// The entry for a fact, chained to `head`. Fails only if the fact cannot be written as JSON.
    pub fn chained(
        organization: &Slug,
        head: &Head,
        origin: &Origin,
        recorded: &Recorded,
    ) -> Result<Self, serde_json::Error> {
        let payload = serde_json::to_string(&recorded.fact)?;
        let personal = match &recorded.personal {
            None => None,
            Some((party, details)) => {
                let body = serde_json::to_string(details)?;
                Some(PersonalPart { party: *party, hash: Digest::of(body.as_bytes()), body: Some(body) })
            }
        };
        let mut entry = Self {
            organization: organization.clone(),
            height: head.height + 1,
            at: origin.at,
            by: origin.by,
            request: origin.request,
            command_hash: origin.command_hash,
            payload_hash: Digest::of(payload.as_bytes()),
            payload,
            personal,
            previous: head.hash,
            hash: Digest::default(),
        };
        entry.hash = entry.computed_hash();
        Ok(entry)
    }

    /// The head of a book that ends with this entry.
    pub fn head(&self) -> Head {
        Head { height: self.height, hash: self.hash, at: Some(self.at) }
    }

    /// The hash that the entry must bear. Numbers are little-endian; what varies in length has its
    /// length before it, so that no two entries have the same bytes.
    pub fn computed_hash(&self) -> Digest {
        let mut bytes = Vec::with_capacity(256);
        let text = |bytes: &mut Vec<u8>, text: &str| {
            bytes.extend((text.len() as u64).to_le_bytes());
            bytes.extend(text.as_bytes());
        };
        bytes.extend(b"rochdale entry 1");
        text(&mut bytes, self.organization.as_str());
        bytes.extend(self.height.to_le_bytes());
        bytes.extend(self.at.as_microsecond().to_le_bytes());
        text(&mut bytes, &by_text(self.by));
        bytes.extend(self.request.0.as_bytes());
        bytes.extend(self.command_hash.0);
        bytes.extend(self.payload_hash.0);
        match &self.personal {
            None => bytes.push(0),
            Some(personal) => {
                bytes.push(1);
                bytes.extend(personal.party.0.to_le_bytes());
                bytes.extend(personal.hash.0);
            }
        }
        bytes.extend(self.previous.0);
        Digest::of(&bytes)
    }

    /// Checks that this entry is sound and follows `head`.
    pub fn check(&self, head: &Head) -> Result<(), Flaw> {
        let expected = head.height + 1;
        let wrong = if self.height != expected {
            Wrong::Height { found: self.height, expected }
        } else if self.previous != head.hash {
            Wrong::Previous
        } else if Digest::of(self.payload.as_bytes()) != self.payload_hash {
            Wrong::Payload
        } else if self.personal.as_ref().is_some_and(|personal| !personal.is_sound()) {
            Wrong::Personal
        } else if self.computed_hash() != self.hash {
            Wrong::Hash
        } else if head.at.is_some_and(|before| self.at < before) {
            Wrong::Time
        } else {
            return Ok(());
        };
        Err(Flaw::at(expected, wrong))
    }

    /// The fact of this entry, read from its payload.
    pub fn fact(&self) -> Result<Fact, Flaw> {
        serde_json::from_str(&self.payload).map_err(|error| {
            Flaw::at(
                self.height,
                Wrong::Unreadable(format!("its payload is not a fact that this version knows: {error}")),
            )
        })
    }

    /// What happened, as the state is folded from it.
    pub fn happened(&self) -> Result<Happened, Flaw> {
        let personal = match &self.personal {
            Some(PersonalPart { party, body: Some(body), .. }) => {
                let details: Beside = serde_json::from_str(body).map_err(|error| {
                    let what = format!("the personal details beside it cannot be read: {error}");
                    Flaw::at(self.height, Wrong::Unreadable(what))
                })?;
                Some((*party, details))
            }
            _ => None,
        };
        Ok(Happened { at: self.at, by: self.by, recorded: Recorded { fact: self.fact()?, personal } })
    }
}

impl PersonalPart {
    /// Whether the body, where there still is one, has the hash that the entry names.
    fn is_sound(&self) -> bool {
        self.body.as_ref().is_none_or(|body| Digest::of(body.as_bytes()) == self.hash)
    }
}

/// How the book writes who asked: `desk`, `clock`, `visitor`, `party:7`.
pub fn by_text(by: By) -> String {
    match by {
        By::Desk => "desk".to_owned(),
        By::Clock => "clock".to_owned(),
        By::Visitor => "visitor".to_owned(),
        By::Party(party) => format!("party:{party}"),
    }
}

/// Reads what [`by_text`] wrote; `None` for anything else, as there is one spelling only.
pub fn by_from_text(text: &str) -> Option<By> {
    match text {
        "desk" => Some(By::Desk),
        "clock" => Some(By::Clock),
        "visitor" => Some(By::Visitor),
        _ => {
            let digits = text.strip_prefix("party:")?;
            let is_spelt_so = !digits.starts_with(['0', '+']);
            is_spelt_so.then(|| digits.parse().ok().map(|number| By::Party(PartyId(number)))).flatten()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asked_has_one_spelling() {
        for by in [By::Desk, By::Clock, By::Visitor, By::Party(PartyId(1)), By::Party(PartyId(u32::MAX))] {
            assert_eq!(by_from_text(&by_text(by)), Some(by));
        }
        for text in [
            "",
            "Desk",
            "desk ",
            "Visitor",
            "party",
            "party:",
            "party:0",
            "party:01",
            "party:+1",
            "party:4294967296",
        ] {
            assert_eq!(by_from_text(text), None, "{text}");
        }
    }
}
