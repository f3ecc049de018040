//! What members commit to in writing: documents for everybody, and agreements with one party.

mod apply;
mod asked;
pub(crate) mod decide;

use std::{collections::BTreeMap, sync::Arc};

use imbl::OrdMap;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

pub(crate) use apply::apply;
pub use asked::{CommitmentAsked, commitments_asked};
pub(crate) use asked::{has_acknowledged_all, has_agreed, must_have_acknowledged, must_have_agreed};

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

/// A written agreement with one party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    /// What each section says.
    pub sections: BTreeMap<Slug, String>,
    /// When it was recorded.
    pub at: Timestamp,
}

impl Document {
    /// The version in force on a day; `None` before the first.
    pub fn version_on(&self, day: Date) -> Option<&Arc<Version>> {
        self.versions.iter().rev().find(|version| version.in_force_from <= day)
    }
}
