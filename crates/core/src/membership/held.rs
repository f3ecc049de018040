//! A membership: one party in one class at a time, with every day of its past.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    fact::Basis,
    values::{MembershipId, PartyId, ProposalId, Slug},
};

/// A membership, current or past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// Its number.
    pub id: MembershipId,
    /// Whose it is.
    pub party: PartyId,
    /// The kind within the class, where the bylaws tell any apart.
    pub kind: Option<Slug>,
    /// The classes with the first day in each, in order; never empty.
    pub classes: Vec<(Date, Slug, Basis)>,
    /// When the admission was recorded, which may be later than the first day.
    pub recorded: Timestamp,
    /// The last day, once it is known, and on the strength of what.
    pub ended: Option<(Date, Basis)>,
    /// When the end was recorded, if it was.
    pub end_recorded: Option<Timestamp>,
    /// When its capital was recorded as paid in full.
    pub capital_paid: Option<Timestamp>,
    /// The last day by a notice that stands, as long as the end is not recorded.
    pub leaves: Option<Date>,
    /// Its suspensions, in order; no two share a day.
    pub suspensions: Vec<Suspended>,
    /// The pauses of its training, in order; no two share a day.
    pub pauses: Vec<Pause>,
}

/// Days on which the rights are off that the bylaws name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspended {
    /// The first of them.
    pub from: Date,
    /// The last.
    pub until: Date,
    /// The proposal that decided it.
    pub proposal: ProposalId,
    /// When it was decided.
    pub decided: Timestamp,
}

impl Suspended {
    /// Whether it shares a day with the days from `from` to `until`.
    pub(crate) fn overlaps(&self, from: Date, until: Date) -> bool {
        self.from <= until && from <= self.until
    }
}

/// Days that do not count towards the months of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// The first of them.
    pub from: Date,
    /// The last.
    pub until: Date,
    /// The proposal that decided it.
    pub proposal: ProposalId,
}

impl Pause {
    /// How many days it lasts.
    pub fn days(&self) -> i64 {
        i64::from(self.from.until(self.until).map_or(0, |span| span.get_days())) + 1
    }

    /// Whether it shares a day with the days from `from` to `until`.
    pub(crate) fn overlaps(&self, from: Date, until: Date) -> bool {
        self.from <= until && from <= self.until
    }
}

impl Membership {
    /// The first day.
    pub fn since(&self) -> Date {
        self.classes.first().map_or(Date::MIN, |(since, _, _)| *since)
    }

    /// The last day, once it is known: by its end, or by a notice that stands.
    pub fn last_day(&self) -> Option<Date> {
        self.ended.as_ref().map(|(on, _)| *on).or(self.leaves)
    }

    /// Whether its last day is over on a day.
    pub fn has_ended_by(&self, day: Date) -> bool {
        self.last_day().is_some_and(|last| last < day)
    }

    /// The suspension that a day is in, if one is.
    pub fn suspended_on(&self, day: Date) -> Option<&Suspended> {
        self.suspensions.iter().find(|one| one.overlaps(day, day))
    }

    /// Whether it is current on a day: not before the first, not after the last.
    pub fn is_current_on(&self, day: Date) -> bool {
        self.since() <= day && self.last_day().is_none_or(|last| day <= last)
    }

    /// The class on a day and the first day in it; `None` before the first day. After the last day it
    /// is the class that the membership ended in.
    pub fn class_on(&self, day: Date) -> Option<(Date, &Slug)> {
        self.classes.iter().rev().find(|(since, _, _)| *since <= day).map(|(since, class, _)| (*since, class))
    }

    /// The class that it has now or had last.
    pub fn latest_class(&self) -> Option<(Date, &Slug)> {
        self.classes.last().map(|(since, class, _)| (*since, class))
    }
}
