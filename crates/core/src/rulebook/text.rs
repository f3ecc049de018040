//! What a rulebook is made of, apart from its rules: front matter, chapters, clauses, examples.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{civil::Date, tz::TimeZone};

use super::{ClauseId, Rule, Unsettled};
use crate::values::{Language, Names, Slug};

/// The front matter of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Front {
    /// The co-op's short name.
    pub id: Slug,
    /// The co-op's name.
    pub name: Names,
    /// The number of the edition, counted from 1.
    pub edition: u32,
    /// The first day on which the edition holds, in the co-op's time zone.
    pub in_force_from: Date,
    /// The languages of the rulebook, the binding one first; never empty.
    pub languages: Vec<Language>,
    /// The currency by its ISO 4217 code.
    pub currency: String,
    /// The time zone in which days begin and end.
    pub time_zone: TimeZone,
    /// The day on which a person last read the rules against the words.
    pub reviewed_on: Date,
}

impl Front {
    /// The language whose words bind.
    pub fn binding(&self) -> &Language {
        &self.languages[0]
    }
}

/// A chapter, which is a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// The name of its file, which is also its place in the order.
    pub file: String,
    /// Its title.
    pub title: Names,
    /// The words between the title and the first clause, in each language that has any.
    pub opening: BTreeMap<Language, String>,
    /// Its clauses, in order.
    pub clauses: Vec<ClauseId>,
}

/// A clause: the words and the rules that stand beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// `GOV-06`
    pub id: ClauseId,
    /// Its heading.
    pub title: Names,
    /// Its words in Markdown, without the blocks of rules and examples, in each language.
    pub words: BTreeMap<Language, String>,
    /// Its rules, in order.
    pub rules: Vec<Rule>,
    /// What it leaves open, in order.
    pub unsettled: Vec<Unsettled>,
    /// The clauses that its words name.
    pub cites: BTreeSet<ClauseId>,
    /// Its worked examples, in order.
    pub examples: Vec<Example>,
}

/// A worked example in the members' words.
#[derive(Debug, Clone)]
pub struct Example {
    /// Its name.
    pub name: String,
    /// The file in which it stands.
    pub file: String,
    /// The line of its first sentence in that file, counted from 1.
    pub line: u32,
    /// Its sentences.
    pub text: String,
}

/// Two examples are equal when they say the same: on which line one stands is no part of it.
impl PartialEq for Example {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.file, &self.text) == (&other.name, &other.file, &other.text)
    }
}

impl Eq for Example {}
