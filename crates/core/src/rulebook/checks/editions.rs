//! `editions-cover`: every day is covered by exactly one edition.

use crate::rulebook::{Check, Diagnostic, Front, Gap, Place};

/// Checks that an edition can come next after `before`. What it finds stands in the front matter of the
/// later one.
pub fn check_next(before: &Front, next: &Front) -> Vec<Diagnostic> {
    next.gaps_after(before).into_iter().map(|gap| diagnostic(before, next, gap)).collect()
}

fn diagnostic(before: &Front, next: &Front, gap: Gap) -> Diagnostic {
    let (says, mend) = match gap {
        Gap::OfAnotherCoOp => (
            format!("this edition is of `{}`, and the one before it of `{}`", next.id, before.id),
            "check the editions of one co-op together",
        ),
        Gap::NumberIsNotNext(expected) => (
            format!("edition {} stands where edition {expected} is expected", next.edition),
            "number the editions one by one, without a gap",
        ),
        Gap::InForceNoLater(day) => (
            format!(
                "edition {} takes force on {}, and edition {} on {day}",
                next.edition, next.in_force_from, before.edition
            ),
            "let each edition take force on a later day than the one before it",
        ),
    };
    let place = Place::start_of(crate::rulebook::read::FRONT_FILE);
    Diagnostic::error(Check::EditionsCover, place, None, says, mend)
}
