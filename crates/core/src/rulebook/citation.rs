//! Where a rule stands in the bylaws.

use std::fmt;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// The id of a clause as the bylaws write it: `GOV-06`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClauseId(pub SmolStr);

impl ClauseId {
    /// The clause with this id.
    pub fn new(id: &str) -> Self {
        Self(SmolStr::new(id))
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ClauseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The words that a rule implements, and where they stand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Citation {
    /// The clause.
    pub clause: ClauseId,
    /// The numbered paragraph of the clause in which the words stand, where it has any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u32>,
    /// The words, exactly as they stand in the binding language.
    pub quote: String,
    /// Whether the words are a reading of what the bylaws leave open, not the bylaws' own.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_reading: bool,
}

impl fmt::Display for Citation {
    /// `GOV-06(2)`, or `GOV-06` where the clause has no numbered paragraphs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.paragraph {
            Some(paragraph) => write!(f, "{}({paragraph})", self.clause),
            None => self.clause.fmt(f),
        }
    }
}
