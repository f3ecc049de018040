//! Phases and reviews, by calendar months from the first day in a class and later by the days of pauses.

use std::sync::Arc;

use jiff::{ToSpan, civil::Date};

use super::Membership;
use crate::{
    rulebook::{Citation, Phase, Review, Rulebook, Ruled},
    values::Slug,
};

/// The phase that a membership is in on a day.
#[derive(Debug, Clone, Copy)]
pub struct PhaseOn<'a> {
    /// The phase.
    pub phase: &'a Phase,
    /// The clause of the phases.
    pub cite: &'a Arc<Citation>,
    /// Its first day.
    pub from: Date,
    /// The first day of what comes next: the next phase, or the end of the months of the last.
    pub next_from: Date,
    /// The next phase, if there is one.
    pub next: Option<&'a Phase>,
}

/// A review of a membership that falls due by itself.
#[derive(Debug, Clone, Copy)]
pub struct ReviewDue<'a> {
    /// Which one, counted from 1 from the first day in the class.
    pub number: u32,
    /// The day from which it can be written: the one on which the last fell due, or the first in the class.
    pub opens: Date,
    /// The day on which it falls due.
    pub due: Date,
    /// The rule that asks for it.
    pub rule: Ruled<'a, Review>,
}

/// The day that begins month `months + 1`: so many calendar months after `start`, on the same day of
/// the month or on the month's last (31 August and 6 months is 28 or 29 February).
pub fn month_of_membership(start: Date, months: u32) -> Date {
    let months = i64::from(start.year()) * 12 + i64::from(start.month()) - 1 + i64::from(months);
    let first = i16::try_from(months.div_euclid(12))
        .ok()
        .zip(i8::try_from(months.rem_euclid(12) + 1).ok())
        .and_then(|(year, month)| Date::new(year, month, 1).ok());
    first
        .and_then(|first| Date::new(first.year(), first.month(), start.day().min(first.days_in_month())).ok())
        .unwrap_or(Date::MAX)
}

impl Membership {
    /// The day that begins month `months + 1` in the class that was entered on `since`: the calendar's, and
    /// later by the days of every pause that began before it (MEM-07 adds them to the phase that they fall in).
    pub fn month_begins(&self, since: Date, months: u32) -> Date {
        let mut day = month_of_membership(since, months);
        for pause in self.pauses.iter().filter(|pause| since <= pause.from) {
            if pause.from < day {
                day = day.saturating_add(pause.days().days());
            }
        }
        day
    }
}

/// The phase of a membership on `day`; `None` where its class has no phases, before it began, or after the
/// last where the last does not continue.
pub fn phase_on<'a>(rulebook: &'a Rulebook, held: &Membership, day: Date) -> Option<PhaseOn<'a>> {
    let (since, class) = held.class_on(day)?;
    let phases = rulebook.phases(class)?;
    let (phases, cite) = (phases.rule, phases.cite);
    let mut months = 0;
    for (place, phase) in phases.phases.iter().enumerate() {
        let from = held.month_begins(since, months);
        months += phase.months;
        let next_from = held.month_begins(since, months);
        let next = phases.phases.get(place + 1);
        if day < next_from || (next.is_none() && phases.continues) {
            return Some(PhaseOn { phase, cite, from, next_from, next });
        }
    }
    None
}

/// The reviews of a membership in the class that it entered on `since`: those that fall due through `until`
/// and the first after it. They end with the months of the phases where the last phase does.
pub fn reviews_due<'a>(
    rulebook: &'a Rulebook,
    held: &Membership,
    since: Date,
    class: &Slug,
    until: Date,
) -> Vec<ReviewDue<'a>> {
    let mut due = Vec::new();
    let Some(rule) = rulebook.review(class).filter(|review| review.rule.every_months > 0) else { return due };
    let last_month = rulebook
        .phases(class)
        .filter(|phases| !phases.rule.continues)
        .map(|phases| phases.rule.phases.iter().map(|phase| phase.months).sum::<u32>());
    let mut opens = since;
    let mut months = rule.rule.every_months;
    while opens <= until && last_month.is_none_or(|last| months <= last) {
        let falls = held.month_begins(since, months);
        due.push(ReviewDue { number: months / rule.rule.every_months, opens, due: falls, rule });
        if falls <= opens {
            break;
        }
        opens = falls;
        months = months.saturating_add(rule.rule.every_months);
    }
    due
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;
    use crate::{
        fact::Basis,
        membership::Pause,
        values::{MembershipId, PartyId, ProposalId},
    };

    fn held(since: Date, pauses: Vec<Pause>) -> Membership {
        Membership {
            id: MembershipId(1),
            party: PartyId(1),
            kind: None,
            classes: vec![(since, Slug::new("associate"), Basis::Office("opening roll".to_owned()))],
            recorded: Timestamp::UNIX_EPOCH,
            ended: None,
            end_recorded: None,
            capital_paid: None,
            leaves: None,
            suspensions: Vec::new(),
            pauses,
        }
    }

    fn pause(from: Date, days: i64) -> Pause {
        Pause { from, until: from + (days - 1).days(), proposal: ProposalId(1) }
    }

    proptest! {
        /// Without a pause, months are those of the calendar's own arithmetic.
        #[test]
        fn without_a_pause_nothing_changes(from in 0i64..4000, months in 0u32..150) {
            let start = Date::constant(2019, 12, 28) + from.days();
            prop_assert_eq!(month_of_membership(start, months), start + i64::from(months).months());
            prop_assert_eq!(held(start, Vec::new()).month_begins(start, months), month_of_membership(start, months));
        }

        /// A pause moves the months that begin after it by its days, and none of those before it.
        #[test]
        fn a_pause_moves_what_comes_after_it(from in 0i64..900, days in 1i64..200, months in 0u32..40) {
            let start = Date::constant(2024, 8, 31);
            let first = start + from.days();
            let (plain, paused) = (month_of_membership(start, months), held(start, vec![pause(first, days)]));
            let expected = if first < plain { plain + days.days() } else { plain };
            prop_assert_eq!(paused.month_begins(start, months), expected);
            // One that began before the first day in this class does not move it.
            prop_assert_eq!(paused.month_begins(first + 1.day(), months), month_of_membership(first + 1.day(), months));
        }
    }

    #[test]
    fn a_month_without_the_day_begins_on_its_last() {
        let august: Date = "2025-08-31".parse().unwrap();
        assert_eq!(month_of_membership(august, 6).to_string(), "2026-02-28");
        assert_eq!(month_of_membership(august, 30).to_string(), "2028-02-29");
        assert_eq!(month_of_membership(august, u32::MAX), Date::MAX);
    }
}
