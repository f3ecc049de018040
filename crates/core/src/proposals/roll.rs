//! Who may decide on one proposal, fixed when it opens.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    membership::{Right, phase_on, rule_for},
    rulebook::{Cell, Grant, Rulebook},
    state::State,
    values::{IdSet, MembershipId, Slug},
};

/// Why a membership is not on a roll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Its class, in its phase, has no vote on matters of this group.
    NoVote,
    /// The proposal would end this membership.
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

/// What the rights table says of a class in a phase.
#[derive(Clone)]
enum Place {
    Counted,
    Apart,
    Excluded(Reason, String),
}

/// The roll for a matter of `group`, of everybody in membership on `day`. `ending` is the membership that
/// the proposal would end, if it would end any: the rulebook says whether it decides on that.
pub fn freeze(
    state: &State,
    rulebook: &Rulebook,
    group: &Slug,
    ending: Option<MembershipId>,
    day: Date,
) -> Roll {
    let mut roll = Roll::default();
    let mut excluded: BTreeMap<(Reason, String), IdSet<MembershipId>> = BTreeMap::new();
    // A class has few phases and many members: the table is read once for each.
    let mut places: BTreeMap<(Slug, Option<Slug>), Place> = BTreeMap::new();
    for membership in state.memberships_on(day) {
        let Some((since, class)) = membership.class_on(day) else { continue };
        let phase = phase_on(rulebook, class, since, day).map(|on| on.phase.id.clone());
        if let Some(rule) =
            rulebook.concerned().filter(|rule| ending == Some(membership.id) && !rule.rule.decides)
        {
            let because = (Reason::Concerned, rule.cite.to_string());
            excluded.entry(because).or_default().insert(membership.id);
            continue;
        }
        let place = places
            .entry((class.clone(), phase))
            .or_insert_with_key(|(class, phase)| place_of(rulebook, class, phase.as_ref(), group));
        match place {
            Place::Counted => roll.counted.insert(membership.id),
            Place::Apart => roll.apart.insert(membership.id),
            Place::Excluded(reason, clause) => {
                excluded.entry((*reason, clause.clone())).or_default().insert(membership.id)
            }
        };
    }
    roll.excluded = excluded
        .into_iter()
        .map(|((reason, clause), memberships)| Exclusion { reason, clause, memberships })
        .collect();
    roll
}

fn place_of(rulebook: &Rulebook, class: &Slug, phase: Option<&Slug>, group: &Slug) -> Place {
    let Some(vote) = rulebook.cell(class, phase, Right::Vote, Some(group)) else {
        let clause = rule_for(rulebook, Right::Vote, Some(group)).to_string();
        return Place::Excluded(Reason::NoVote, clause);
    };
    match &vote.grant {
        Grant::Yes => {}
        Grant::OnlyOn(only) if only == group => {}
        Grant::Depends(_) => return Place::Excluded(Reason::NotYetKnown, vote.cite.to_string()),
        Grant::No | Grant::OnlyOn(_) => return Place::Excluded(Reason::NoVote, vote.cite.to_string()),
    }
    // Where no table speaks of a base, everybody who votes is counted.
    match rulebook.cell(class, phase, Right::BeCounted, Some(group)) {
        Some(Cell { grant: Grant::No | Grant::Depends(_), .. }) => Place::Apart,
        _ => Place::Counted,
    }
}
