//! A form of sentence, and how it is read.

use jiff::civil::{Date, Time};

use super::{
    Sentence,
    pattern::{Said, Slot},
};

/// One form of sentence.
#[derive(Debug)]
pub struct Form {
    /// Its words and places. Words in capitals are places, `a|b` is either word, and what stands in
    /// `[...]` may be left out.
    pub pattern: &'static str,
    /// What it means.
    pub means: &'static str,
    /// An example.
    pub example: &'static str,
    pub(super) read: fn(&Said<'_>) -> Vec<Sentence>,
}

/// Places that the pattern has for certain are read with an empty value where they could be missing:
/// a sentence that fits the pattern fills them.
impl Said<'_> {
    /// A name, a title in quotation marks, or the rulebook's words, behind a word of the pattern.
    pub(super) fn name(&self, after: &str) -> String {
        self.text(Slot::Name, after).unwrap_or_default()
    }

    pub(super) fn phrase(&self, after: &str) -> String {
        self.text(Slot::Words, after).unwrap_or_default()
    }

    pub(super) fn quoted(&self, after: &str) -> String {
        self.text(Slot::Text, after).unwrap_or_default()
    }

    pub(super) fn number(&self, after: &str) -> u32 {
        self.text(Slot::Number, after).and_then(|text| text.parse().ok()).unwrap_or_default()
    }

    /// An amount, as it was written.
    pub(super) fn amount(&self, after: &str) -> String {
        self.text(Slot::Amount, after).unwrap_or_default()
    }

    pub(super) fn day(&self, after: &str) -> Option<Date> {
        self.text(Slot::Date, after)?.parse().ok()
    }

    pub(super) fn date(&self, after: &str) -> Date {
        self.day(after).unwrap_or_default()
    }

    pub(super) fn dates(&self, after: &str) -> Vec<Date> {
        self.list(Slot::Dates, after).iter().filter_map(|text| text.parse().ok()).collect()
    }

    /// `closing DATE TIME`
    pub(super) fn closing(&self) -> Option<(Date, Option<Time>)> {
        let time = self.text(Slot::Time, "closing").and_then(|text| text.parse().ok());
        Some((self.day("closing")?, time))
    }

    /// A proposal's title; `None` for `it` and where none is said.
    pub(super) fn title(&self, after: &str) -> Option<String> {
        self.text(Slot::Title, after).filter(|title| title != "it")
    }

    /// `on behalf of NAME`
    pub(super) fn on_behalf(&self) -> Option<String> {
        self.text(Slot::Name, "of").filter(|_| self.has("behalf"))
    }

    /// One sentence for each name at the beginning.
    pub(super) fn each(&self, tells: impl Fn(String) -> Sentence) -> Vec<Sentence> {
        self.list(Slot::Names, "").into_iter().map(tells).collect()
    }

    /// One sentence for each name behind a word of the pattern.
    pub(super) fn each_after(&self, after: &str, tells: impl Fn(String) -> Sentence) -> Vec<Sentence> {
        self.list(Slot::Names, after).into_iter().map(tells).collect()
    }
}
