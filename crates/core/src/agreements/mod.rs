//! What members commit to in writing: documents for everybody, and agreements with one party.

mod apply;
mod asked;
pub(crate) mod decide;
mod ending;
mod roll;
mod sides;
mod terms;
mod written;

use std::sync::Arc;

use imbl::OrdMap;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

pub(crate) use apply::{apply, keep};
pub use asked::{CommitmentAsked, commitments_asked};
pub(crate) use asked::{missing_in_writing, must_have_acknowledged, must_have_agreed};
pub(crate) use ending::duties;
pub use ending::{Ending, endings_for};
pub use roll::{Asked, asked_for, last_asked};
pub use sides::{agreements_for, drafts, may_draft, reads, side_of, waits_for};
pub use terms::{decided_in, terms_decided_by};
pub use written::{Agreement, Paper, Side, Signature, Text, Written};

use crate::values::{PartyId, Slug};

/// A document that members commit to, with every version of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its name in the rulebook.
    pub id: Slug,
    /// The versions, counted from 1, in order.
    pub versions: Vec<Arc<Version>>,
}

/// One version of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Its number.
    pub number: u32,
    /// The text in Markdown.
    pub text: String,
    /// The day from which members are asked for it.
    pub in_force_from: Date,
    /// Which parties committed to it: the person who said so, and when.
    pub acknowledged: OrdMap<PartyId, (PartyId, Timestamp)>,
}

impl Document {
    /// The version in force on a day; `None` before the first.
    pub fn version_on(&self, day: Date) -> Option<&Arc<Version>> {
        self.versions.iter().rev().find(|version| version.in_force_from <= day)
    }
}
