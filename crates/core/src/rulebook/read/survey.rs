//! A rulebook that was read, with the places of all its parts: what the checks look at.

use std::{collections::BTreeMap, ops::Range};

use super::{
    source::{Origin, Source},
    spot::Notes,
    words::Said,
};
use crate::{
    rulebook::{Check, ClauseId, Diagnostic, Place, Rulebook, Severity},
    values::Language,
};

/// What the checks look at.
pub(in crate::rulebook) struct Survey<'a> {
    pub rulebook: &'a Rulebook,
    /// The words of every clause.
    pub texts: &'a BTreeMap<ClauseId, Surveyed<'a>>,
    pub notes: &'a Notes,
}

/// A clause with its places.
pub(in crate::rulebook) struct Surveyed<'a> {
    pub binding: Text<'a>,
    pub translations: BTreeMap<Language, Text<'a>>,
    /// Where each rule begins, in the order of the clause's rules.
    pub rules: Vec<Place>,
    /// Where each unsettled block begins, in the order of the clause.
    pub unsettled: Vec<Place>,
}

/// The words of a clause in one language.
pub(in crate::rulebook) struct Text<'a> {
    pub source: Source<'a>,
    pub origin: Origin,
    pub heading: Range<usize>,
    pub said: Said,
}

impl Text<'_> {
    /// The place of these bytes of the words.
    pub(in crate::rulebook) fn place(&self, bytes: &Range<usize>) -> Place {
        self.source.place(&self.origin.of(bytes))
    }

    /// The place of the heading.
    pub(in crate::rulebook) fn heading(&self) -> Place {
        self.source.place(&self.heading)
    }
}

impl Survey<'_> {
    /// Where a rule of a clause begins.
    pub(in crate::rulebook) fn rule_place(&self, clause: &ClauseId, number: usize) -> Place {
        let place = self.texts.get(clause).and_then(|text| text.rules.get(number));
        place.cloned().unwrap_or_else(|| Place::start_of(""))
    }
}

impl Diagnostic {
    /// Something that must be mended.
    pub(in crate::rulebook) fn error(
        check: Check,
        place: Place,
        clause: Option<&ClauseId>,
        says: impl Into<String>,
        mend: impl Into<String>,
    ) -> Self {
        let (says, mend) = (says.into(), mend.into());
        Self { place, severity: Severity::Error, check, clause: clause.cloned(), says, mend }
    }

    /// Something that somebody should look at.
    pub(in crate::rulebook) fn warning(
        check: Check,
        place: Place,
        clause: Option<&ClauseId>,
        says: impl Into<String>,
        mend: impl Into<String>,
    ) -> Self {
        Self { severity: Severity::Warning, ..Self::error(check, place, clause, says, mend) }
    }
}
