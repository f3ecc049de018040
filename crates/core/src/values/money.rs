//! Amounts of money, in whole minor units of the co-op's currency: cents, never a fraction of one.

use std::{iter::Sum, ops::Add};

use iso_currency::Currency;
use serde::{Deserialize, Serialize};

/// An amount in minor units.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(transparent)]
pub struct Minor(pub i64);

/// Whether this is the code of a currency in ISO 4217.
pub fn is_currency(code: &str) -> bool {
    Currency::from_code(code).is_some()
}

/// How many decimals a currency has, by its ISO 4217 code; 2 where the code is not known, as most have.
pub fn decimals_of(currency: &str) -> u32 {
    let known = Currency::from_code(currency).and_then(|known| known.exponent());
    known.map_or(2, u32::from)
}

/// The sign of a currency before an amount, by its ISO 4217 code, `NT$`; its code where it has none.
pub fn symbol_of(currency: &str) -> String {
    let known = Currency::from_code(currency).map(|known| known.symbol().to_string());
    known.filter(|symbol| !symbol.is_empty()).unwrap_or_else(|| currency.to_owned())
}

impl Minor {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// So many parts that differ by one minor unit at the most and add up to the whole; the first ones get
    /// what does not divide. Nothing for no parts.
    pub fn split(self, parts: u32) -> Vec<Self> {
        let Some(parts) = (parts > 0).then_some(i64::from(parts)) else { return Vec::new() };
        let (each, odd) = (self.0.div_euclid(parts), self.0.rem_euclid(parts));
        (0..parts).map(|place| Self(each + i64::from(place < odd))).collect()
    }

    /// The amount in whole units of a currency with so many decimals; `None` where a fraction is left.
    pub fn whole(self, decimals: u32) -> Option<i64> {
        let unit = 10_i64.checked_pow(decimals)?;
        (self.0 % unit == 0).then(|| self.0 / unit)
    }

    /// The amount in digits, without signs of grouping: `30000.50` where the currency has two decimals.
    pub fn written(self, decimals: u32) -> String {
        let decimals = decimals as usize;
        let sign = if self.0 < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.0.unsigned_abs(), width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        let point = if decimals > 0 { "." } else { "" };
        format!("{sign}{whole}{point}{fraction}")
    }

    /// The amount that people write so, `30,000` or `30000.50`, in a currency with so many decimals; `None`
    /// for what is no amount, or a finer one than the currency has.
    pub fn read(text: &str, decimals: u32) -> Option<Self> {
        let plain: String =
            text.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}')).collect();
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let decimals = usize::try_from(decimals).ok()?;
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_digits(whole) || !is_digits(fraction) || fraction.len() > decimals {
            return None;
        }
        format!("{whole}{fraction:0<decimals$}").parse().ok().map(Self)
    }
}

impl Add for Minor {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sum for Minor {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Parts add up to the whole, and none is more than one unit above another.
        #[test]
        fn parts_add_up(amount in -1_000_000_000i64..1_000_000_000, parts in 1u32..60) {
            let split = Minor(amount).split(parts);
            prop_assert_eq!(split.len(), parts as usize);
            prop_assert_eq!(split.iter().copied().sum::<Minor>(), Minor(amount));
            prop_assert!(split.is_sorted_by(|one, next| one >= next));
            prop_assert!(split[0].0 - split[split.len() - 1].0 <= 1);
        }
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let read = |text| Minor::read(text, 2).map(|amount| amount.0);
        assert_eq!(read("30,000"), Some(3_000_000));
        assert_eq!(read("30 000.5"), Some(3_000_050));
        assert_eq!(read("0"), Some(0));
        for text in ["", "-5", "1.234", "1.2.3", "ten", ".5", "99999999999999999999"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(Minor::read("500", 0), Some(Minor(500)));
        assert_eq!(Minor::read("500.0", 0), None);
    }

    #[test]
    fn amounts_are_written_as_they_are_read() {
        let written = [0, 5, 50, 3_000_050, -199].map(|amount| Minor(amount).written(2));
        assert_eq!(written, ["0.00", "0.05", "0.50", "30000.50", "-1.99"]);
        assert_eq!(Minor(500).written(0), "500");
    }

    #[test]
    fn currencies_know_their_decimals() {
        assert_eq!(
            (decimals_of("TWD"), decimals_of("USD"), decimals_of("JPY"), decimals_of("???")),
            (2, 2, 0, 2)
        );
    }
}
