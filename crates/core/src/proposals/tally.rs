//! The count of a decided proposal, as the register keeps it.

use serde::{Deserialize, Serialize};

/// How a proposal was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// By consensus.
    Consensus,
    /// By a vote.
    Vote,
}

/// The numbers that carry a verdict. All are counts of memberships.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Tally {
    /// By consensus or by a vote.
    pub how: How,
    /// Whether it carried.
    pub carried: bool,
    /// On the roll and counted, before recusal.
    pub roll: u64,
    /// Of those, withdrawn for an interest.
    pub recused: u64,
    /// Of whom the share was taken.
    pub base: u64,
    /// In favour (in a vote) or in agreement (in a round), of those counted.
    pub in_favour: u64,
    /// Against, or objecting, of those counted.
    pub against: u64,
    /// Abstaining, of those counted.
    pub abstained: u64,
    /// Standing aside, of those counted.
    pub stood_aside: u64,
    /// Counted, not recused, and silent.
    pub absent: u64,
    /// Objections of those whose voice prevents consensus and who are not counted in the base.
    pub objections_apart: u64,
    /// In favour, needed to carry.
    pub needed: u64,
}
