//! Short names that rules are joined by.

use std::{borrow::Borrow, fmt};

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// A short name in lower case: `worker-owner`, `two-thirds`.
// Up to 23 bytes need no allocation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
#[schema(value_type = String)]
pub struct Slug(SmolStr);

impl Slug {
    /// The name `text`, taken as it stands. Whether anything bears it is the rulebook's to say.
    pub fn new(text: &str) -> Self {
        Self(SmolStr::new(text))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is made of lower-case letters, digits and inner hyphens.
    pub fn is_well_formed(&self) -> bool {
        let text = self.as_str();
        !text.is_empty()
            && !text.starts_with('-')
            && !text.ends_with('-')
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<&str> for Slug {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}
