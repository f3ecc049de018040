//! Names in the languages of a rulebook.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// A language by its BCP 47 tag: `en`, `es`, `zh-Hant`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Language(SmolStr);

impl Language {
    /// The language with this tag.
    pub fn new(tag: &str) -> Self {
        Self(SmolStr::new(tag))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// One thing's name in each language of its rulebook.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Names(pub BTreeMap<Language, String>);

impl Names {
    /// The name in `language`, else in English, else in whatever language there is, else "".
    pub fn in_language(&self, language: &Language) -> &str {
        self.0
            .get(language)
            .or_else(|| self.0.get(&Language::new("en")))
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }
}
