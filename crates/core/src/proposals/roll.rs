//! Who may decide on one proposal, fixed when it opens.

use serde::{Deserialize, Serialize};

use crate::values::{IdSet, MembershipId};

/// Why a membership is not on a roll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Its class, in its phase, has no vote on matters of this group.
    NoVote,
    /// Whether it has a vote depends on something that is not recorded.
    NotYetKnown,
    /// The proposal is about this membership, which therefore does not decide on it.
    Concerned,
}

/// Memberships that are left off a roll for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exclusion {
    /// The reason.
    pub reason: Reason,
    /// The clause that says so, such as `MEM-07(1)`.
    pub clause: String,
    /// Whom it leaves off.
    pub memberships: IdSet<MembershipId>,
}

/// The roll: nobody off it counts, nobody on it counts twice, and it never moves.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roll {
    /// Those who have a vote and are counted in the base.
    pub counted: IdSet<MembershipId>,
    /// Those who have a voice in the decision and are not counted in the base; their ballots are
    /// recorded and shown apart.
    pub apart: IdSet<MembershipId>,
    /// Everybody else who was in membership at the opening, with the reason.
    pub excluded: Vec<Exclusion>,
}

impl Roll {
    /// Whether this membership takes part, counted or apart.
    pub fn includes(&self, membership: MembershipId) -> bool {
        self.counted.contains(membership) || self.apart.contains(membership)
    }

    /// Why this membership is not on the roll; `None` when it is, or was not in membership.
    pub fn exclusion(&self, membership: MembershipId) -> Option<&Exclusion> {
        self.excluded.iter().find(|exclusion| exclusion.memberships.contains(membership))
    }
}
