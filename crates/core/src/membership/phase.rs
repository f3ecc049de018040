//! Phases and reviews, by calendar months from the first day in a class.

use std::sync::Arc;

use jiff::{ToSpan, civil::Date};

use crate::{
    rulebook::{Citation, Phase, Rulebook},
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

/// The day that begins month `months + 1`: so many calendar months after `start`, on the same day of
/// the month or on the month's last (31 August and 6 months is 28 or 29 February).
pub fn month_of_membership(start: Date, months: u32) -> Date {
    start.checked_add(i64::from(months).months()).unwrap_or(Date::MAX)
}

/// The phase on `day` of a membership that entered `class` on `since`; `None` where the class has no
/// phases, before it began, or after the last where the last does not continue.
pub fn phase_on<'a>(rulebook: &'a Rulebook, class: &Slug, since: Date, day: Date) -> Option<PhaseOn<'a>> {
    let phases = rulebook.phases(class)?;
    if day < since {
        return None;
    }
    let (phases, cite) = (phases.rule, phases.cite);
    let mut months = 0;
    for (place, phase) in phases.phases.iter().enumerate() {
        let from = month_of_membership(since, months);
        months += phase.months;
        let next_from = month_of_membership(since, months);
        let next = phases.phases.get(place + 1);
        if day < next_from || (next.is_none() && phases.continues) {
            return Some(PhaseOn { phase, cite, from, next_from, next });
        }
    }
    None
}

/// The days on which reviews fall due for a membership that entered `class` on `since`, through the
/// months of its phases, or through `until` where the class has none; with the clause of the review.
pub fn review_dates<'a>(
    rulebook: &'a Rulebook,
    class: &Slug,
    since: Date,
    until: Date,
) -> Vec<(Date, &'a Arc<Citation>)> {
    let months_of_phases =
        rulebook.phases(class).map(|phases| phases.rule.phases.iter().map(|phase| phase.months).sum::<u32>());
    let mut dates = Vec::new();
    for review in rulebook.reviews(class) {
        let mut months = review.rule.every_months;
        while review.rule.every_months > 0 && months_of_phases.is_none_or(|all| months <= all) {
            let due = month_of_membership(since, months);
            if due > until {
                break;
            }
            dates.push((due, review.cite));
            months += review.rule.every_months;
        }
    }
    dates.sort_by_key(|(due, _)| *due);
    dates
}
