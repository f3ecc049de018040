//! How a matter is decided, and who is counted.

use crate::{
    proposals::Mark,
    values::{Names, Ratio, Slug},
};

/// How a matter is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// `consensus`
    pub id: Slug,
    /// The rule's name.
    pub name: Names,
    /// The method.
    pub method: Method,
}

/// The two ways of deciding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Method {
    /// By consensus, in rounds.
    Consensus(Consensus),
    /// By a vote.
    Vote(Vote),
}

/// Consensus: everybody agrees or does not object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consensus {
    /// Whether everybody in the base must say that they agree; else nobody may object.
    pub everyone_must_agree: bool,
    /// How many complete rounds must come before the fallback vote; 1 where there is none.
    pub rounds: u32,
    /// What makes a round complete.
    pub marks: Vec<Mark>,
    /// The decision rule of the vote that replaces consensus when it fails; `None` where nothing does.
    pub fallback: Option<Slug>,
}

/// Of whom the share is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// Of everybody on the roll who is counted, absent or not.
    All,
    /// Of those who voted in favour or against.
    Cast,
}

/// A vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// The share needed.
    pub threshold: Ratio,
    /// Whether exactly the share is not enough.
    pub more_than: bool,
    /// Of whom.
    pub base: Base,
}

/// Whether an objection gives its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// Whether it must; if not, it stands without.
    pub needs_reason: bool,
}

/// What recusal does to the base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recusal {
    /// Whether somebody recused leaves the base; if not, they count in it and cannot be in favour.
    pub leaves_base: bool,
}

/// Whether a member decides on the end of their own membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concerned {
    /// Whether they do; if not, they are left off the roll.
    pub decides: bool,
}

/// Whether members see how the count stands while it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Count {
    /// Everybody who may see the proposal sees the count as it grows.
    Live,
    /// Nobody sees it before the close.
    Sealed,
}

/// How long members have to respond.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// The groups of matters it holds for; empty for all.
    pub groups: Vec<Slug>,
    /// The least number of calendar days between opening and closing; 0 where none is set.
    pub days_min: u32,
    /// Whether the count is seen while it is open.
    pub count: Count,
}

/// What has one vote. One membership, one vote, whatever its class and size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VotingUnit {}
