//! Where the reader is, and what it notes on the way.

use std::{cell::RefCell, ops::Range};

use super::source::{Origin, Source};
use crate::{
    rulebook::{Check, ClauseId, Diagnostic, Place, Severity},
    values::{Language, Slug},
};

/// What a name in a rulebook names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::rulebook) enum Role {
    Class,
    /// A stage, written `class/phase`.
    Phase,
    Group,
    Matter,
    Decision,
    /// A decision rule that replaces consensus when it fails.
    Fallback,
    Term,
    /// A term that is a number of days.
    Days,
    Agreement,
    Office,
    Case,
    Declaration,
    Duty,
    Question,
    /// A document, section, subject or kind.
    Thing,
}

impl Role {
    /// What people call it, for diagnostics.
    pub(in crate::rulebook) fn word(self) -> &'static str {
        match self {
            Role::Class => "class",
            Role::Phase => "phase",
            Role::Group => "group of matters",
            Role::Matter => "matter",
            Role::Decision | Role::Fallback => "decision rule",
            Role::Term => "term",
            Role::Days => "term in days",
            Role::Agreement => "agreement",
            Role::Office => "office",
            Role::Case => "kind of case",
            Role::Declaration => "kind of declaration",
            Role::Duty => "duty",
            Role::Question => "open question",
            Role::Thing => "document, section, subject or kind",
        }
    }
}

/// A rule uses a name.
#[derive(Debug)]
pub(in crate::rulebook) struct Mention {
    pub role: Role,
    pub id: Slug,
    pub place: Place,
    pub clause: Option<ClauseId>,
}

/// A rule defines a name.
#[derive(Debug)]
pub(in crate::rulebook) struct Definition {
    pub role: Role,
    pub id: Slug,
    /// What it is defined as, where the same name may be defined alike several times; `None` where it
    /// may be defined only once.
    pub value: Option<String>,
    pub place: Place,
    pub clause: Option<ClauseId>,
}

/// What the reader notes, for the checks.
#[derive(Debug, Default)]
pub(in crate::rulebook) struct Notes {
    pub diagnostics: Vec<Diagnostic>,
    pub mentions: Vec<Mention>,
    pub definitions: Vec<Definition>,
}

/// A text that is being read: its file, its clause, and the notes.
pub(in crate::rulebook) struct Spot<'a> {
    pub source: Source<'a>,
    pub origin: &'a Origin,
    pub clause: Option<ClauseId>,
    pub languages: &'a [Language],
    pub notes: &'a RefCell<Notes>,
    /// The numbers in the rule that is being read.
    pub numbers: RefCell<Vec<(String, Range<usize>)>>,
}

impl Spot<'_> {
    /// The place of these bytes of the text.
    pub(in crate::rulebook) fn place(&self, bytes: &Range<usize>) -> Place {
        self.source.place(&self.origin.of(bytes))
    }

    /// Notes that something must be mended.
    pub(in crate::rulebook) fn problem(
        &self,
        check: Check,
        at: &Range<usize>,
        says: impl Into<String>,
        mend: impl Into<String>,
    ) {
        self.notes.borrow_mut().diagnostics.push(Diagnostic {
            place: self.place(at),
            severity: Severity::Error,
            check,
            clause: self.clause.clone(),
            says: says.into(),
            mend: mend.into(),
        });
    }

    /// Notes that a rule uses a name.
    pub(in crate::rulebook) fn mention(&self, role: Role, id: &Slug, at: &Range<usize>) {
        let mention = Mention { role, id: id.clone(), place: self.place(at), clause: self.clause.clone() };
        self.notes.borrow_mut().mentions.push(mention);
    }

    /// Notes that a rule defines a name.
    pub(in crate::rulebook) fn define(
        &self,
        role: Role,
        id: &Slug,
        value: Option<String>,
        at: &Range<usize>,
    ) {
        let (place, clause) = (self.place(at), self.clause.clone());
        self.notes.borrow_mut().definitions.push(Definition { role, id: id.clone(), value, place, clause });
    }
}
