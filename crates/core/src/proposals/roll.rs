//! Who may decide on one proposal, fixed when it opens.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    membership::{Right, phase_on, rule_for, suspension_of},
    rulebook::{Cell, Citation, Grant, Rulebook},
    state::State,
    values::{IdSet, MembershipId, Slug},
};

/// Why a membership is not on a roll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Its class, in its phase, has no vote on matters of this group.
    NoVote,
    /// It is suspended on the day of the opening.
    Suspended,
    /// The proposal is about this membership: it would end it, or decides on what it declared.
    Concerned,
    /// Whether it has a vote depends on something that is not recorded.
    NotYetKnown,
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

/// Where the rights table puts the memberships of a class in a phase.
enum Place {
    Counted,
    Apart,
    /// Off the roll, for the reason at this place of the list.
    Excluded(usize),
}

/// The roll for a matter of `group`, of everybody in membership on `day`. `concerned` is the membership that
/// the proposal is about and that does not decide on it, if there is one, with the clause that says so.
pub fn freeze(
    state: &State,
    rulebook: &Rulebook,
    group: &Slug,
    concerned: Option<(MembershipId, &Citation)>,
    day: Date,
) -> Roll {
    let mut roll = Roll::default();
    // A class has few phases and many members: the table is read once for each.
    let mut places: BTreeMap<(&Slug, Option<&Slug>), Place> = BTreeMap::new();
    for membership in state.memberships_on(day) {
        let Some((_, class)) = membership.class_on(day) else { continue };
        if let Some((_, cite)) = concerned.filter(|(concerned, _)| *concerned == membership.id) {
            let place = exclusion(&mut roll.excluded, Reason::Concerned, cite.to_string());
            roll.excluded[place].memberships.insert(membership.id);
            continue;
        }
        let is_off = |right| suspension_of(rulebook, membership, right, day);
        if let Some((_, rule)) = is_off(Right::Vote) {
            let place = exclusion(&mut roll.excluded, Reason::Suspended, rule.cite.to_string());
            roll.excluded[place].memberships.insert(membership.id);
            continue;
        }
        let phase = phase_on(rulebook, membership, day).map(|on| &on.phase.id);
        let place = places
            .entry((class, phase))
            .or_insert_with(|| place_of(rulebook, class, phase, group, &mut roll.excluded));
        match place {
            Place::Counted if is_off(Right::BeCounted).is_some() => roll.apart.insert(membership.id),
            Place::Counted => roll.counted.insert(membership.id),
            Place::Apart => roll.apart.insert(membership.id),
            Place::Excluded(place) => roll.excluded[*place].memberships.insert(membership.id),
        };
    }
    // In an order that does not depend on who was admitted first.
    roll.excluded.sort_by(|one, other| (one.reason, &one.clause).cmp(&(other.reason, &other.clause)));
    roll
}

fn place_of(
    rulebook: &Rulebook,
    class: &Slug,
    phase: Option<&Slug>,
    group: &Slug,
    excluded: &mut Vec<Exclusion>,
) -> Place {
    let vote = rulebook.cell(class, phase, Right::Vote, Some(group));
    let reason = match vote.map(|cell| &cell.grant) {
        Some(Grant::Yes) => None,
        Some(Grant::OnlyOn(only)) if only == group => None,
        Some(Grant::Depends(_)) => Some(Reason::NotYetKnown),
        Some(Grant::No | Grant::OnlyOn(_)) | None => Some(Reason::NoVote),
    };
    if let Some(reason) = reason {
        let clause = match vote {
            Some(cell) => cell.cite.to_string(),
            None => rule_for(rulebook, Right::Vote, Some(group)).to_string(),
        };
        return Place::Excluded(exclusion(excluded, reason, clause));
    }
    // Where no table speaks of a base, everybody who votes is counted.
    match rulebook.cell(class, phase, Right::BeCounted, Some(group)) {
        Some(Cell { grant: Grant::No | Grant::Depends(_), .. }) => Place::Apart,
        _ => Place::Counted,
    }
}

/// The place in the list of those left off for this reason by this clause; it is added where it is new.
fn exclusion(excluded: &mut Vec<Exclusion>, reason: Reason, clause: String) -> usize {
    let known = excluded.iter().position(|known| known.reason == reason && known.clause == clause);
    known.unwrap_or_else(|| {
        excluded.push(Exclusion { reason, clause, memberships: IdSet::default() });
        excluded.len() - 1
    })
}
