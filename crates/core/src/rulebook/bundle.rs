//! The files of a rulebook, as one value that the register can keep.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The text of every file of an edition by its path in the rulebook's folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct Bundle(pub BTreeMap<String, String>);

impl Bundle {
    /// The blake3 hash of the edition, as 64 hexadecimal digits: over each path and text with its
    /// length before it, in the order of the paths.
    pub fn hash(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for (path, text) in &self.0 {
            for part in [path, text] {
                hasher.update(&(part.len() as u64).to_le_bytes());
                hasher.update(part.as_bytes());
            }
        }
        hasher.finalize().to_hex().to_string()
    }
}
