//! A written agreement with one party, from its first draft on. What it says stands beside the register.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    state::State,
    values::{AgreementId, Digest, PartyId, ProposalId, Slug, WordsId},
};

/// An agreement of the co-op with one party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Its number.
    pub id: AgreementId,
    /// Which agreement, as the rulebook names it.
    pub kind: Slug,
    /// With whom.
    pub party: PartyId,
    /// Who drafted or recorded it; `None` for the desk.
    pub by: Option<PartyId>,
    /// What it says, as it was written last.
    pub text: Text,
    /// Its last day, if it has one.
    pub until: Option<Date>,
    /// Who has signed that text on screen.
    pub signatures: Vec<Signature>,
    /// Since when it is in force: the day on which the second side signed.
    pub in_force_from: Option<Date>,
    /// The paper that both sides signed, where it was uploaded.
    pub paper: Option<Paper>,
    /// The proposal that decided on this text, where the bylaws ask for a decision.
    pub decided: Option<ProposalId>,
    /// When it was withdrawn.
    pub withdrawn: Option<Timestamp>,
}

/// What an agreement says, and who wrote it so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Where it stands.
    pub written: Written,
    /// Who wrote it so; `None` for the desk.
    pub by: Option<PartyId>,
    /// When.
    pub at: Timestamp,
}

/// Where the words of an agreement stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Written {
    /// Beside the register, which has their hash; they are gone once the party is erased.
    Beside {
        /// The words.
        words: WordsId,
        /// Their hash.
        hash: Digest,
    },
    /// In the register itself, by section, as books have it that began before agreements were drafted in them.
    Within(BTreeMap<Slug, String>),
}

/// A side of an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The co-op, for which somebody signs by an office.
    CoOp,
    /// The person or organization that it is with.
    Party,
}

/// A signature on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// For which side.
    pub side: Side,
    /// Who signed.
    pub person: PartyId,
    /// When.
    pub at: Timestamp,
    /// The hash of what they signed.
    pub hash: Digest,
    /// The name that they signed by; it is gone once they are erased.
    pub words: WordsId,
}

/// A paper that was signed by both sides and uploaded. Its bytes stand beside the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// The hash of its bytes.
    #[schema(value_type = String)]
    pub hash: Digest,
    /// How many bytes it has.
    pub bytes: u64,
}

impl Agreement {
    /// Whether it waits for a signature.
    pub fn is_open(&self) -> bool {
        self.in_force_from.is_none() && self.withdrawn.is_none()
    }

    /// Whether it is in force on a day.
    pub fn is_in_force_on(&self, day: Date) -> bool {
        self.in_force_from.is_some_and(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it was signed on paper and recorded.
    pub fn is_recorded(&self) -> bool {
        self.in_force_from.is_some() && self.signatures.is_empty()
    }

    /// The signature of a side, if it has signed the text as it stands.
    pub fn signature_of(&self, side: Side) -> Option<&Signature> {
        self.signatures.iter().find(|signature| signature.side == side)
    }

    /// The hash of its text; `None` where the register itself has the text.
    pub fn hash(&self) -> Option<Digest> {
        match self.text.written {
            Written::Beside { hash, .. } => Some(hash),
            Written::Within(_) => None,
        }
    }

    /// What it says, by section; `None` once it is erased.
    pub fn sections<'a>(&'a self, state: &'a State) -> Option<&'a BTreeMap<Slug, String>> {
        match &self.text.written {
            Written::Beside { words, .. } => state.words(*words).map(|words| &words.texts),
            Written::Within(sections) => Some(sections),
        }
    }
}
