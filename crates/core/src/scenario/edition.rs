//! An edition to adopt: the words of the present one under the next number.

use jiff::civil::Date;

use crate::{rulebook::Bundle, state::State};

/// The file that holds the front matter.
const FRONT: &str = "00-front.md";

/// The files of the edition in force today, with the next number and another first day.
pub(super) fn next(state: &State, today: Date, in_force_from: Date) -> Bundle {
    let number = state.editions().map(|(_, edition)| edition.front.edition).max().unwrap_or(0) + 1;
    let mut next = state.bundle_on(today).map(|files| (**files).clone()).unwrap_or_default();
    if let Some(front) = next.0.get_mut(FRONT) {
        let line = |line: &str| match line.split_once('=').map(|(key, _)| key.trim()) {
            Some("edition") => format!("edition = {number}\n"),
            Some("in_force_from") => format!("in_force_from = {in_force_from}\n"),
            _ => format!("{line}\n"),
        };
        *front = front.lines().map(line).collect();
    }
    next
}
