//! The named checks, in tiers.

use std::fmt;

use serde::Serialize;

/// The tiers of checks. A rulebook that fails an early tier may show less in a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// The files can be read.
    WellFormed,
    /// Rules say what the quoted words say.
    Quoted,
    /// What the words name exists and says what they need.
    CrossReferences,
    /// Nothing is missing and nothing contradicts.
    Complete,
    /// The languages say the same.
    Translations,
    /// Every day is covered by exactly one edition.
    Dated,
    /// The worked examples come out as they are told.
    Examples,
}

macro_rules! checks {
    ($($tier:ident { $($(#[doc = $doc:literal])+ $check:ident = $id:literal),* $(,)? })*) => {
        /// A named check.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        pub enum Check {
            $($($(#[doc = $doc])+ #[serde(rename = $id)] $check,)*)*
        }

        impl Check {
            /// All checks, by tier.
            pub const ALL: &'static [Check] = &[$($(Check::$check,)*)*];

            /// Its name: `quote-stands`.
            pub fn id(self) -> &'static str {
                match self { $($(Check::$check => $id,)*)* }
            }

            /// Its tier.
            pub fn tier(self) -> Tier {
                match self { $($(Check::$check => Tier::$tier,)*)* }
            }

            /// What it demands, in English.
            pub fn demands(self) -> &'static str {
                match self { $($(Check::$check => concat!($($doc, "\n"),+).trim_ascii(),)*)* }
            }
        }
    };
}

checks! {
    WellFormed {
        /// Every file is the front matter, or a chapter with a title, in a language of the rulebook.
        Files = "files",
        /// The file `00-front.md` opens with front matter that has every key.
        FrontMatter = "front-matter",
        /// Every second-level heading has an id, and every id is used once.
        ClauseIds = "clause-ids",
        /// Blocks are of a known sort and stand in a clause, in the binding language.
        Blocks = "blocks",
        /// Blocks and front matter are well-formed TOML.
        Toml = "toml",
        /// A block has the keys of its kind, each with a value of its type, and no others.
        Keys = "keys",
        /// Rules are of a known kind.
        Kinds = "kinds",
        /// A table of rights has the columns, rows and cells that its rule tells.
        RightsTable = "rights-table",
    }
    Quoted {
        /// The words that a rule quotes stand in its clause, or the reading that it takes is there.
        QuoteStands = "quote-stands",
        /// Every number in a rule occurs in the quoted words, or in the words of the reading.
        NumbersQuoted = "numbers-quoted",
    }
    CrossReferences {
        /// A clause that the words name exists.
        LinkedClause = "linked-clause",
        /// A clause that the words name says what the link quotes.
        LinkedWords = "linked-words",
        /// A number that the words use by name is defined by a term.
        TermDefined = "term-defined",
    }
    Complete {
        /// What a rule names is defined by a rule.
        NamesDefined = "names-defined",
        /// A decision rule decides some matter, or replaces consensus.
        NamesUsed = "names-used",
        /// A name is defined once, and a number once or always alike.
        DefinedOnce = "defined-once",
        /// Every name and every question is given in all languages of the rulebook.
        NamesInLanguages = "names-in-languages",
        /// Every class has a cell for every right that any table speaks of.
        ClassesInRights = "classes-in-rights",
        /// Every matter has a decision rule, or an open question asks for it.
        MattersDecided = "matters-decided",
        /// Every phase lasts at least a month, and phases that go on have a way out.
        PhasesEnd = "phases-end",
        /// What replaces consensus when it fails is a vote.
        FallbackVotes = "fallback-votes",
        /// Two tables of clauses do not contradict each other.
        CellsAgree = "cells-agree",
        /// Where a summary contradicts a clause, an unsettled block of the summary's clause names the cell.
        SummaryAgrees = "summary-agrees",
        /// An open question asks for what is really missing or contradicted.
        QuestionsAsk = "questions-ask",
    }
    Translations {
        /// Every language has the same chapters and clauses.
        SameClauses = "same-clauses",
        /// A clause has the same numbers in every language.
        SameNumbers = "same-numbers",
    }
    Dated {
        /// Every day from the first edition on is covered by exactly one edition.
        EditionsCover = "editions-cover",
    }
    Examples {
        /// The worked examples come out as they are told.
        ExamplesPass = "examples-pass",
    }
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
