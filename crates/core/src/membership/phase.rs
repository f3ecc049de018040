//! Phases and reviews, by calendar months from the first day in a class.

use std::sync::Arc;

use jiff::civil::Date;

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
    let months = i64::from(start.year()) * 12 + i64::from(start.month()) - 1 + i64::from(months);
    let first = i16::try_from(months.div_euclid(12))
        .ok()
        .zip(i8::try_from(months.rem_euclid(12) + 1).ok())
        .and_then(|(year, month)| Date::new(year, month, 1).ok());
    first
        .and_then(|first| Date::new(first.year(), first.month(), start.day().min(first.days_in_month())).ok())
        .unwrap_or(Date::MAX)
}

/// How many months of membership are over on `day`, for one that began on `start`, which is not after it:
/// how many times [`month_of_membership`] has come.
fn months_over(start: Date, day: Date) -> u32 {
    let months = (i32::from(day.year()) - i32::from(start.year())) * 12 + i32::from(day.month())
        - i32::from(start.month());
    let months = u32::try_from(months).unwrap_or(0);
    // The last of them begins in the month of `day`, and may begin after it.
    if month_of_membership(start, months) <= day { months } else { months.saturating_sub(1) }
}

/// The phase on `day` of a membership that entered `class` on `since`; `None` where the class has no
/// phases, before it began, or after the last where the last does not continue.
pub fn phase_on<'a>(rulebook: &'a Rulebook, class: &Slug, since: Date, day: Date) -> Option<PhaseOn<'a>> {
    let phases = rulebook.phases(class)?;
    if day < since {
        return None;
    }
    let (phases, cite) = (phases.rule, phases.cite);
    let over = months_over(since, day);
    let mut months = 0;
    for (place, phase) in phases.phases.iter().enumerate() {
        let before = months;
        months += phase.months;
        let next = phases.phases.get(place + 1);
        if over < months || (next.is_none() && phases.continues) {
            let (from, next_from) = (month_of_membership(since, before), month_of_membership(since, months));
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

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// The calendar's own arithmetic says the same, and the months over are those that have begun.
        #[test]
        fn months_are_those_of_the_calendar(from in 0i64..4000, months in 0u32..150, later in 0i64..4000) {
            let start = Date::constant(2019, 12, 28) + from.days();
            prop_assert_eq!(month_of_membership(start, months), start + i64::from(months).months());
            let day = start + later.days();
            let begun = (1..).take_while(|months| month_of_membership(start, *months) <= day).count();
            prop_assert_eq!(months_over(start, day) as usize, begun);
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
