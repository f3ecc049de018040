//! The rules of leaving: notice, what is settled and handed over, suspension, sanctions.

use super::Named;
use crate::{membership::Right, values::Slug};

/// How those of some classes give notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeRule {
    /// The classes.
    pub classes: Vec<Slug>,
    /// The least number of calendar days from the notice to the last day; 0 where none is set.
    pub days_min: u32,
    /// Whether it can be withdrawn until the last day is over.
    pub can_be_withdrawn: bool,
}

/// What is settled in money with whoever leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    /// What it is for.
    pub lines: Vec<Named>,
    /// With whom, by their classes; with everybody where it names none.
    pub classes: Vec<Slug>,
    /// Whether what is owed is what was paid in, no less and no more.
    pub at_what_was_paid_in: bool,
    /// Whether it can be paid in instalments.
    pub instalments: bool,
}

/// What whoever leaves hands over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// The things on the list.
    pub items: Vec<Named>,
    /// Who, by their classes; everybody where it names none.
    pub classes: Vec<Slug>,
}

/// A copy of their own work that whoever leaves may keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Whether what could name people is taken out of it first.
    pub de_identified: bool,
}

/// What a suspended member does not do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspension {
    /// The rights that are off.
    pub rights: Vec<Right>,
    /// Whether the powers of their offices rest too.
    pub offices_rest: bool,
}

/// Which sanctions need a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sanctions {
    /// The outcomes of cases that whoever handles them may find alone.
    pub without_decision: Vec<Named>,
    /// Those that take a decision.
    pub by_decision: Vec<Sanction>,
}

/// A sanction that takes a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sanction {
    /// What it is called, as an outcome of a case.
    pub named: Named,
    /// The kinds of matter as which it can be decided.
    pub matters: Vec<Slug>,
}

impl Settlement {
    /// Whether it is settled with somebody of a class.
    pub fn is_for(&self, class: &Slug) -> bool {
        self.classes.is_empty() || self.classes.contains(class)
    }
}

impl Handover {
    /// Whether somebody of a class hands it over.
    pub fn is_for(&self, class: &Slug) -> bool {
        self.classes.is_empty() || self.classes.contains(class)
    }
}
