//! `editions-cover`: every day is covered by exactly one edition.

use crate::rulebook::{Check, Diagnostic, Front, Place};

/// Checks the editions of one co-op, in the order of their numbers. An edition holds from its first day
/// until the day before the next one's, so that each later edition must take force later.
pub fn check_editions(fronts: &[Front]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut report = |says: String, mend: &str| {
        let place = Place::start_of(crate::rulebook::read::FRONT_FILE);
        found.push(Diagnostic::error(Check::EditionsCover, place, None, says, mend));
    };
    for (place, front) in fronts.iter().enumerate() {
        let expected = u32::try_from(place + 1).unwrap_or(u32::MAX);
        if front.edition != expected {
            let says = format!("edition {} stands where edition {expected} is expected", front.edition);
            report(says, "number the editions from 1, without a gap");
        }
        let Some(before) = place.checked_sub(1).map(|before| &fronts[before]) else { continue };
        if front.in_force_from <= before.in_force_from {
            let says = format!(
                "edition {} takes force on {}, and edition {} on {}",
                front.edition, front.in_force_from, before.edition, before.in_force_from
            );
            report(says, "let each edition take force on a later day than the one before it");
        }
        if front.id != before.id {
            let says = format!(
                "edition {} is of `{}`, and edition {} of `{}`",
                front.edition, front.id, before.edition, before.id
            );
            report(says, "compare the editions of one co-op");
        }
    }
    found
}
