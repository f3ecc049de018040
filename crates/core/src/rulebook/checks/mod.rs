//! The checks that look at a rulebook as a whole, one file each.

mod cells_agree;
mod classes_in_rights;
mod defined_once;
mod editions;
mod examples;
mod linked;
mod matters_decided;
mod names_defined;
mod names_used;
mod phases_end;
mod questions_ask;
mod same_numbers;

pub use editions::check_next;
pub use examples::check_examples;

use super::{Diagnostic, read::Survey};

/// What the checks find that need nothing but the rulebook.
pub(super) fn run(survey: &Survey<'_>) -> Vec<Diagnostic> {
    let checks: &[fn(&Survey<'_>) -> Vec<Diagnostic>] = &[
        linked::check,
        names_defined::check,
        names_used::check,
        defined_once::check,
        classes_in_rights::check,
        matters_decided::check,
        phases_end::check,
        cells_agree::check,
        questions_ask::check,
        same_numbers::check,
    ];
    checks.iter().flat_map(|check| check(survey)).collect()
}
