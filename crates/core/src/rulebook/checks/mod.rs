//! The checks that look at a rulebook as a whole, one file each.

mod linked;

use super::{Diagnostic, read::Survey};

/// What the checks find.
pub(super) fn run(survey: &Survey<'_>) -> Vec<Diagnostic> {
    let checks: &[fn(&Survey<'_>) -> Vec<Diagnostic>] = &[linked::check];
    checks.iter().flat_map(|check| check(survey)).collect()
}
