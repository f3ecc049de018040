//! Cases: complaints, audit requests and whatever else the bylaws give a clock. What is written in one
//! stands beside the register, for its readers only.

mod apply;
pub(crate) mod decide;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

pub(crate) use apply::apply;

use crate::{
    membership::has_right,
    offices::{Power, has_power},
    rulebook::{CaseRule, Rulebook, Ruled},
    state::State,
    values::{CaseId, PartyId, Slug, WordsId},
};

/// A case with everything that happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its number.
    pub id: CaseId,
    /// Which kind, as the rulebook calls it.
    pub kind: Slug,
    /// The edition under which it was opened.
    pub edition: u32,
    /// Who opened it.
    pub by: PartyId,
    /// Whom it is about; nobody for one that is about books or things.
    pub about: Vec<PartyId>,
    /// When it was opened.
    pub opened: Timestamp,
    /// The last day for its first step.
    pub due: Date,
    /// When the first step was taken.
    pub stepped: Option<Timestamp>,
    /// When it was closed, and how it came out.
    pub closed: Option<(Timestamp, Slug)>,
    /// What was written, in order, the opening first.
    pub entries: Vec<CaseEntry>,
}

/// Something written in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseEntry {
    /// Who wrote it.
    pub by: PartyId,
    /// When.
    pub at: Timestamp,
    /// The words; they are gone once whoever opened the case is erased.
    pub words: WordsId,
}

/// How the clock of a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    /// The first step is to be taken by its day.
    Running,
    /// The day is over and the first step was not taken.
    Late,
    /// The first step was taken.
    Stopped,
}

impl Case {
    /// How its clock stands on a day.
    pub fn clock_on(&self, day: Date) -> Clock {
        match self.stepped {
            Some(_) => Clock::Stopped,
            None if day > self.due => Clock::Late,
            None => Clock::Running,
        }
    }

    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }
}

/// The rule of a case, by the edition under which it was opened.
pub fn rule_of<'a>(state: &'a State, case: &Case) -> Option<Ruled<'a, CaseRule>> {
    state.edition(case.edition)?.case(&case.kind)
}

/// Whether a person handles a case on a day: they have the power, and it is neither theirs nor about them.
pub fn handles(state: &State, case: &Case, person: PartyId, day: Date) -> bool {
    case.by != person && !case.about.contains(&person) && has_power(state, person, Power::HandleCases, day)
}

/// Whether a person may read a case on a day: whoever opened it, those it is about, those who handle it, and
/// where it is not restricted everybody who might have opened it.
pub fn reads(state: &State, case: &Case, person: PartyId, day: Date) -> bool {
    if case.by == person || case.about.contains(&person) || handles(state, case, person, day) {
        return true;
    }
    rule_of(state, case).is_some_and(|rule| !rule.rule.restricted && may_open(state, rule, person, day))
}

/// Whether a person may open a case of a kind on a day: they have the right that the bylaws ask for, or are
/// in some class where they ask for none.
pub(crate) fn may_open(state: &State, rule: Ruled<'_, CaseRule>, person: PartyId, day: Date) -> bool {
    match rule.rule.right {
        Some(right) => has_right(state, person, right, None, day),
        None => crate::membership::held_by(state, person, day).next().is_some(),
    }
}

/// The cases that a person may read on a day, the newest first.
pub fn cases_for(state: &State, person: PartyId, day: Date) -> impl Iterator<Item = &Case> {
    state.cases().rev().map(|case| &**case).filter(move |case| reads(state, case, person, day))
}

/// The kinds of case that a person may open on a day.
pub fn kinds_for<'a>(
    state: &'a State,
    rulebook: &'a Rulebook,
    person: PartyId,
    day: Date,
) -> impl Iterator<Item = Ruled<'a, CaseRule>> {
    rulebook.cases().filter(move |rule| may_open(state, *rule, person, day))
}
