//! The files of a rulebook, as one value that the register can keep.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The text of every file of an edition by its path in the rulebook's folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct Bundle(pub BTreeMap<String, String>);

impl Bundle {
    /// The text of a file, as `texts` has it.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(|text| unmarked(text))
    }

    /// The files by their paths, each text without the byte order mark that some editors put before it.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), unmarked(text)))
    }

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

fn unmarked(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}
