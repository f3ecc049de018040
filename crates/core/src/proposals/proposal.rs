//! A proposal with everything that happened to it.

use std::{collections::BTreeSet, sync::Arc};

use imbl::OrdMap;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{Choice, Mark, Roll, Tally};
use crate::{
    command::{Draft, Stance},
    rulebook::Rulebook,
    state::State,
    values::{MembershipId, PartyId, ProposalId, ResolutionNumber},
};

/// Where a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Its author is writing.
    Draft,
    /// A round is open.
    InRound,
    /// A round is closed, and the next step is not taken yet.
    BetweenRounds,
    /// A vote is open.
    Voting,
    /// It carried or did not.
    Decided,
    /// Its author withdrew it.
    Withdrawn,
}

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its number.
    pub id: ProposalId,
    /// Who wrote it.
    pub author: PartyId,
    /// When it was first written.
    pub drafted: Timestamp,
    /// Title, text, kind of matter, effect, owner, deadline.
    pub draft: Arc<Draft>,
    /// When its words last changed.
    pub revised: Option<Timestamp>,
    /// Where it stands.
    pub stage: Stage,
    /// When it opened.
    pub opened: Option<Timestamp>,
    /// The edition under which it opened, which rules it to the end.
    pub edition: Option<u32>,
    /// Who may decide on it, fixed at the opening.
    pub roll: Arc<Roll>,
    /// The rounds, in order.
    pub rounds: Vec<Round>,
    /// The vote, once one is open.
    pub vote: Option<Voting>,
    /// The interests disclosed, in order.
    pub disclosures: Vec<Disclosure>,
    /// The count, once it is decided, and when that was.
    pub decided: Option<(Timestamp, Tally)>,
    /// Its number as a resolution, if it carried.
    pub resolution: Option<ResolutionNumber>,
}

/// A round of discussion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Counted from 1.
    pub number: u32,
    /// When it opened.
    pub opened: Timestamp,
    /// The stances taken in it, the last of each membership.
    pub stances: OrdMap<MembershipId, StanceTaken>,
    /// How it closed, if it did.
    pub closed: Option<RoundClose>,
}

/// How a round closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundClose {
    /// When.
    pub at: Timestamp,
    /// What was done.
    pub marks: BTreeSet<Mark>,
    /// The pros and cons, and what was said.
    pub summary: String,
}

/// A stance, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StanceTaken {
    /// The person who took it.
    pub person: PartyId,
    /// When.
    pub at: Timestamp,
    /// The stance.
    pub stance: Stance,
}

/// A vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voting {
    /// When it opened.
    pub opened: Timestamp,
    /// When it closes.
    pub closes: Timestamp,
    /// The ballots, the last of each membership.
    pub ballots: OrdMap<MembershipId, BallotCast>,
}

/// A ballot, by whom and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BallotCast {
    /// The person who cast it.
    pub person: PartyId,
    /// When.
    pub at: Timestamp,
    /// The choice.
    pub choice: Choice,
}

/// An interest in the matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// Whose.
    pub membership: MembershipId,
    /// Who disclosed it.
    pub person: PartyId,
    /// When.
    pub at: Timestamp,
    /// The interest.
    pub interest: String,
    /// Whether they withdrew from deciding.
    pub recused: bool,
}

/// A numbered decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// Its number.
    pub number: ResolutionNumber,
    /// The proposal that carried.
    pub proposal: ProposalId,
    /// When.
    pub at: Timestamp,
    /// Who sees to it.
    pub owner: Option<PartyId>,
    /// By when.
    pub deadline: Option<Date>,
}

impl Proposal {
    /// The edition that rules it: the one under which it opened; else, as for a draft, the one `in_force`.
    pub fn ruled_by<'a>(&self, state: &'a State, in_force: &'a Rulebook) -> &'a Rulebook {
        self.edition.and_then(|edition| state.edition(edition)).map_or(in_force, |edition| &**edition)
    }

    /// Whether a membership withdrew from deciding.
    pub fn is_recused(&self, membership: MembershipId) -> bool {
        self.disclosures.iter().any(|one| one.recused && one.membership == membership)
    }

    /// How many rounds are closed; a round closes only when it is complete.
    pub fn complete_rounds(&self) -> u32 {
        u32::try_from(self.rounds.iter().filter(|round| round.closed.is_some()).count()).unwrap_or(u32::MAX)
    }

    /// The open round, if one is.
    pub fn open_round(&self) -> Option<&Round> {
        self.rounds.last().filter(|round| round.closed.is_none())
    }

    /// The stance that a membership stands by: its last one. When the words have changed since, an
    /// objection stands until it is taken back, and anything else has lapsed: nobody agrees to words
    /// that they have not seen.
    pub fn standing_stance(&self, membership: MembershipId) -> Option<&StanceTaken> {
        let last = self.rounds.iter().rev().find_map(|round| round.stances.get(&membership))?;
        let is_about_these_words = self.revised.is_none_or(|revised| revised <= last.at);
        (is_about_these_words || matches!(last.stance, Stance::Object { .. })).then_some(last)
    }

    /// The stances that memberships stand by, in the order of their numbers.
    pub fn standing_stances(&self) -> impl Iterator<Item = (MembershipId, &StanceTaken)> {
        let who: BTreeSet<MembershipId> =
            self.rounds.iter().flat_map(|round| round.stances.keys().copied()).collect();
        who.into_iter().filter_map(|membership| Some((membership, self.standing_stance(membership)?)))
    }

    /// Whether a membership has answered what is open now: taken a stance in the open round, or cast a
    /// ballot in the vote.
    pub fn has_response_of(&self, membership: MembershipId) -> bool {
        match self.stage {
            Stage::InRound => self.open_round().is_some_and(|round| round.stances.contains_key(&membership)),
            Stage::Voting => self.vote.as_ref().is_some_and(|vote| vote.ballots.contains_key(&membership)),
            _ => false,
        }
    }

    /// Whether members can respond to it now.
    pub fn is_open(&self) -> bool {
        matches!(self.stage, Stage::InRound | Stage::BetweenRounds | Stage::Voting)
    }
}
