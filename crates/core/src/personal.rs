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

/// The most characters of a name or a town, of a text, and of an address (RFC 5321, 4.5.3.1), and the most texts
/// beside one fact. They are about the safety of the program and of its mail, so no bylaws say them.
pub(crate) const LINE_CHARACTERS_MAX: usize = 200;
const TEXT_CHARACTERS_MAX: usize = 20_000;
const ADDRESS_CHARACTERS_MAX: usize = 254;
const TEXTS_MAX: usize = 50;

/// Whether a text can be an address of mail: one `@` with something on both sides, and nothing that ends a line or
/// an address. What it leads to only sending a mail can tell.
pub fn is_address(text: &str) -> bool {
    let is_plain =
        text.chars().all(|one| !one.is_control() && !one.is_whitespace() && !"<>,;\"()".contains(one));
    let parts = text
        .split_once('@')
        .is_some_and(|(before, behind)| !before.is_empty() && !behind.is_empty() && !behind.contains('@'));
    is_plain && parts && text.len() <= ADDRESS_CHARACTERS_MAX
}

/// Whether a character changes how others are shown, or is not shown itself: in names such characters make one
/// look like another.
fn is_unseen(one: char) -> bool {
    matches!(one, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Refuses what cannot stand on a line as a name, a town or a title: nothing, too much, another line, or signs that
/// nobody sees.
pub(crate) fn must_be_a_line(field: &'static str, text: &str) -> Result<(), Malformed> {
    let is_line = !text.chars().any(|one| one.is_control() || is_unseen(one));
    if is_line && text.chars().count() <= LINE_CHARACTERS_MAX {
        return Ok(());
    }
    Err(Malformed { field, says: say::NO_LINE.with([(LINE_CHARACTERS_MAX as u64).into()]) })
}

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
    /// Refuses details that could be guessed behind their hash, or that are no name, address or town.
    pub(crate) fn must_be_hidden(&self) -> Result<(), Malformed> {
        must_be_a_line("details.name", &self.name)?;
        must_be_a_line("details.place", self.place.as_deref().unwrap_or_default())?;
        if self.email.as_deref().is_some_and(|email| !is_address(email)) {
            return Err(Malformed { field: "details.email", says: say::NO_ADDRESS_OF_MAIL.with([]) });
        }
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

    /// Refuses words that could be guessed behind their hash, or are more than anybody writes.
    pub(crate) fn must_be_hidden(&self) -> Result<(), Malformed> {
        let is_long = |text: &String| text.chars().count() > TEXT_CHARACTERS_MAX;
        if self.texts.len() > TEXTS_MAX || self.texts.values().any(is_long) {
            let most = (TEXT_CHARACTERS_MAX as u64).into();
            return Err(Malformed { field: "words.texts", says: say::TEXT_IS_TOO_LONG.with([most]) });
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_no_line_and_no_address() {
        for address in ["ana@example.org", "ana+co-op@mail.example.org", "林@例子.台灣"] {
            assert!(is_address(address), "{address}");
        }
        for wrong in [
            "",
            "ana",
            "@example.org",
            "ana@",
            "ana@b@example.org",
            "ana@example.org\r\nBcc: eve@evil.example",
            "ana@example.org\nx",
            "ana@example.org, eve@evil.example",
            "<ana@example.org>",
            "ana @example.org",
            "ana@example.org\u{85}",
        ] {
            assert!(!is_address(wrong), "{wrong:?}");
        }
        assert!(!is_address(&format!("{}@example.org", "a".repeat(254))));
    }

    #[test]
    fn a_name_is_a_line_that_is_seen() {
        for name in ["Ana Rivera", "林怡君 Lin Yi-Chun", "O’Neill-García", "Ана"] {
            assert_eq!(must_be_a_line("name", name), Ok(()), "{name}");
        }
        for wrong in ["Ana\nYour account", "A\u{202e}na", "\u{200b}", "Ana\u{0}", &"a".repeat(201)] {
            assert!(must_be_a_line("name", wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn nobody_writes_more_than_is_read() {
        let written = |text: String| Words {
            texts: BTreeMap::from([(Slug::new("text"), text)]),
            salt: "0123456789abcdef".to_owned(),
        };
        assert_eq!(written("字".repeat(20_000)).must_be_hidden(), Ok(()));
        assert!(written("字".repeat(20_001)).must_be_hidden().is_err());
        let texts = (0..51).map(|number| (Slug::new(&format!("text-{number}")), String::new())).collect();
        assert!(Words { texts, salt: "0123456789abcdef".to_owned() }.must_be_hidden().is_err());
    }
}
