//! A line of a settlement, and the instalments in which it is paid.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    command::By,
    membership::month_of_membership,
    values::{Minor, Slug},
};

/// Something that is owed to whoever leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettlementLine {
    /// What it is for, as the rulebook calls it.
    pub kind: Slug,
    /// What was once paid in for it, where the bylaws give back what was paid in.
    pub paid_in: Option<Minor>,
    /// What is owed.
    pub owed: Minor,
    /// When it is paid; the parts add up to what is owed. Nothing where nothing is owed.
    pub instalments: Vec<Instalment>,
    /// Who recorded it.
    pub by: By,
    /// When.
    pub at: Timestamp,
    /// Whether it was struck: it was recorded by mistake.
    pub is_struck: bool,
}

/// A part of what is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instalment {
    /// The day by which it is paid.
    pub due: Date,
    /// How much.
    pub amount: Minor,
    /// The day on which it was paid.
    pub paid: Option<Date>,
}

impl SettlementLine {
    /// What of it is paid.
    pub fn paid(&self) -> Minor {
        self.instalments.iter().filter(|one| one.paid.is_some()).map(|one| one.amount).sum()
    }
}

/// An amount in so many parts a calendar month apart, the first due on `first`. They add up to the amount.
pub(super) fn in_instalments(owed: Minor, parts: u32, first: Date) -> Vec<(Date, Minor)> {
    if owed == Minor::ZERO {
        return Vec::new();
    }
    (0..).zip(owed.split(parts)).map(|(month, amount)| (month_of_membership(first, month), amount)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instalments_are_a_month_apart_and_add_up() {
        let first: Date = "2026-08-31".parse().unwrap();
        let parts: Vec<(String, i64)> = in_instalments(Minor(10_000), 3, first)
            .into_iter()
            .map(|(due, amount)| (due.to_string(), amount.0))
            .collect();
        let said: Vec<(&str, i64)> = parts.iter().map(|(due, amount)| (due.as_str(), *amount)).collect();
        assert_eq!(said, [("2026-08-31", 3_334), ("2026-09-30", 3_333), ("2026-10-31", 3_333)]);
        assert!(in_instalments(Minor::ZERO, 3, first).is_empty());
    }
}
