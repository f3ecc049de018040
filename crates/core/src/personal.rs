//! What can be erased: the details of a person and what was written about them, kept beside the register
//! and bound to it by a hash.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    messages as say,
    refusal::Malformed,
    values::{Digest, Slug},
};

/// The least length of the salt that hides what it stands beside behind its hash.
const SALT_CHARACTERS_MIN: usize = 16;

fn must_hide(field: &'static str, salt: &str) -> Result<(), Malformed> {
    if salt.chars().count() < SALT_CHARACTERS_MIN {
        return Err(Malformed { field, says: say::SALT_IS_TOO_SHORT.with([]) });
    }
    Ok(())
}

/// What stands beside a fact. The register holds only the hash of it, so that it can be erased and the
/// book still verifies. Each is written as it is, without a word of what it is: books have details so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Beside {
    /// The details of a person.
    Person(Personal),
    /// What somebody wrote that is nobody else's to read for good.
    Words(Words),
}

/// The details of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Personal {
    /// The name that the person goes by.
    pub name: String,
    /// Where to write to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The town or city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Random characters, so that nobody can find the details by trying likely ones against the
    /// hash that stays behind. Chosen by whoever records them.
    pub salt: String,
}

impl Personal {
    /// Refuses details that could be guessed behind their hash.
    pub(crate) fn must_be_hidden(&self) -> Result<(), Malformed> {
        must_hide("details.salt", &self.salt)
    }
}

/// What somebody wrote about a person or for a few readers: a complaint, an answer, a review.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The texts, by what each speaks of.
    pub texts: BTreeMap<Slug, String>,
    /// Random characters, as with a person's details.
    pub salt: String,
}

impl Words {
    /// The hash that the book has of them.
    pub fn hash(&self) -> Digest {
        // A map of texts can always be written.
        Digest::of(&serde_json::to_vec(self).unwrap_or_default())
    }

    /// The text on one subject; empty where nothing was written on it.
    pub fn on(&self, subject: &str) -> &str {
        self.texts.get(subject).map_or("", String::as_str)
    }

    /// Refuses words that could be guessed behind their hash.
    pub(crate) fn must_be_hidden(&self) -> Result<(), Malformed> {
        must_hide("words.salt", &self.salt)
    }

    /// Refuses words that say nothing on a subject, or that could be guessed behind their hash.
    pub(crate) fn must_speak_of(&self, subject: &str) -> Result<(), Malformed> {
        self.must_be_hidden()?;
        if self.on(subject).trim().is_empty() {
            return Err(Malformed { field: "words.texts", says: say::TEXT_IS_EMPTY.with([]) });
        }
        Ok(())
    }
}
