//! Exact shares: two thirds is 2/3, never 0.667.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A share between 0 and 1, as two whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ratio {
    part: u32,
    whole: u32,
}

impl Ratio {
    /// `part` of `whole`; `None` unless `0 <= part <= whole` and `whole > 0`.
    pub fn new(part: u32, whole: u32) -> Option<Self> {
        (whole > 0 && part <= whole).then_some(Self { part, whole })
    }

    /// The upper number.
    pub fn part(self) -> u32 {
        self.part
    }

    /// The lower number.
    pub fn whole(self) -> u32 {
        self.whole
    }

    /// The least count that is at least this share of `base`: `ceil(base * part / whole)`.
    pub fn at_least(self, base: u64) -> u64 {
        let product = u128::from(base) * u128::from(self.part);
        // No larger than `base`, because the share is at most 1.
        u64::try_from(product.div_ceil(u128::from(self.whole))).unwrap_or(base)
    }

    /// The least count that is more than this share of `base`: `floor(base * part / whole) + 1`.
    pub fn more_than(self, base: u64) -> u64 {
        let product = u128::from(base) * u128::from(self.part);
        u64::try_from(product / u128::from(self.whole)).unwrap_or(base) + 1
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.part, self.whole)
    }
}

impl From<Ratio> for String {
    fn from(ratio: Ratio) -> Self {
        ratio.to_string()
    }
}

/// The text is not a share such as `2/3`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a share; write two whole numbers such as 2/3, the first no larger than the second")]
pub struct NotARatio(String);

impl TryFrom<String> for Ratio {
    type Error = NotARatio;

    fn try_from(text: String) -> Result<Self, NotARatio> {
        text.parse()
    }
}

impl FromStr for Ratio {
    type Err = NotARatio;

    fn from_str(text: &str) -> Result<Self, NotARatio> {
        let parsed = text
            .split_once('/')
            .and_then(|(part, whole)| Ratio::new(part.trim().parse().ok()?, whole.trim().parse().ok()?));
        parsed.ok_or_else(|| NotARatio(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// CoAssembly's first worked example, and the traps around it.
    #[test]
    fn two_thirds_of_small_co_ops() {
        let two_thirds: Ratio = "2/3".parse().unwrap();
        let needed: Vec<u64> = (0..=9).map(|base| two_thirds.at_least(base)).collect();
        assert_eq!(needed, [0, 1, 2, 2, 3, 4, 4, 5, 6, 6]);
    }

    #[test]
    fn more_than_half() {
        let half: Ratio = "1/2".parse().unwrap();
        assert_eq!((half.more_than(0), half.more_than(4), half.more_than(5)), (1, 3, 3));
    }

    #[test]
    fn refuses_what_is_not_a_share() {
        for text in ["3/2", "1/0", "0.66", "two thirds", "", "-1/2"] {
            assert!(text.parse::<Ratio>().is_err(), "{text}");
        }
    }
}
