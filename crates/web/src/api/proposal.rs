//! A proposal with its rounds, its roll and its count, as JSON.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    command::{Effect, Stance},
    proposals::{self, Apart, Choice, Mark, Reason, Stage, Tally, verdict},
    sight::{count_for, is_sealed},
    values::{IdSet, MembershipId, ProposalId, ResolutionNumber, Slug},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    finding::Finding,
    reading::{MembershipName, PartyName, Reading},
};

/// A proposal in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProposalLine {
    /// Its number.
    pub proposal: ProposalId,
    /// Its title.
    pub title: String,
    /// The kind of matter.
    pub matter: Slug,
    /// What the kind of matter is called, in the language of the caller.
    pub matter_name: String,
    /// Where it stands.
    pub stage: Stage,
    /// Who wrote it.
    pub author: PartyName,
    /// When it opened.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened: Option<Timestamp>,
    /// When its vote closes or closed.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closes: Option<Timestamp>,
    /// When it was decided.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided: Option<Timestamp>,
    /// Its number as a resolution, if it carried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution: Option<ResolutionNumber>,
}

/// A proposal with everything that the caller may see of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Proposal {
    /// What stands in the list.
    #[serde(flatten)]
    pub line: ProposalLine,
    /// Its text in Markdown.
    pub text: String,
    /// What follows by itself when it carries.
    pub effect: Effect,
    /// Who will see to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<PartyName>,
    /// By when.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
    /// When it was first written.
    #[schema(value_type = String, format = DateTime)]
    pub drafted: Timestamp,
    /// When its words last changed.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revised: Option<Timestamp>,
    /// The edition of the bylaws that rules it to the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<u32>,
    /// Who may decide on it, fixed at the opening; absent for a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roll: Option<Roll>,
    /// The rounds, in order.
    pub rounds: Vec<Round>,
    /// The vote, once one is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vote: Option<Vote>,
    /// The interests disclosed, in order.
    pub disclosures: Vec<Disclosure>,
    /// The count that decided it, or as it stands; absent for a draft and while it is sealed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<Count>,
}

/// Who may decide on a proposal.
#[derive(Debug, Serialize, ToSchema)]
pub struct Roll {
    /// Those who have a vote and are counted in the base.
    pub counted: Memberships,
    /// Those whose voice is recorded and shown apart.
    pub apart: Memberships,
    /// Everybody else who was in membership at the opening.
    pub excluded: Vec<Exclusion>,
}

/// Memberships by their numbers.
#[derive(Debug, Serialize, ToSchema)]
pub struct Memberships {
    /// How many.
    pub count: u64,
    /// Their numbers as ranges `[first, last]`, in rising order.
    #[schema(value_type = Vec<Vec<u32>>)]
    pub ranges: IdSet<MembershipId>,
}

/// Memberships that are left off a roll for one reason.
#[derive(Debug, Serialize, ToSchema)]
pub struct Exclusion {
    /// The reason: its class has no vote on such matters, or it is not yet known whether it has.
    pub reason: Reason,
    /// The clause that says so.
    pub clause: String,
    /// Whom it leaves off.
    pub memberships: Memberships,
}

/// A round of discussion.
#[derive(Debug, Serialize, ToSchema)]
pub struct Round {
    /// Counted from 1.
    pub round: u32,
    /// When it opened.
    #[schema(value_type = String, format = DateTime)]
    pub opened: Timestamp,
    /// The stances taken in it, the last of each membership.
    pub stances: Vec<StanceTaken>,
    /// How it closed, if it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<RoundClose>,
}

/// A stance, by whom and when.
#[derive(Debug, Serialize, ToSchema)]
pub struct StanceTaken {
    /// For which membership.
    pub membership: MembershipName,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// The stance.
    pub stance: Stance,
}

/// How a round closed.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoundClose {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// What was done.
    pub marks: BTreeSet<Mark>,
    /// The pros and cons, and what was said.
    pub summary: String,
}

/// A vote.
#[derive(Debug, Serialize, ToSchema)]
pub struct Vote {
    /// When it opened.
    #[schema(value_type = String, format = DateTime)]
    pub opened: Timestamp,
    /// When it closes or closed.
    #[schema(value_type = String, format = DateTime)]
    pub closes: Timestamp,
    /// Whether nobody sees the count before the close.
    pub is_sealed: bool,
    /// The ballots of the memberships whose vote the caller holds.
    pub yours: Vec<Ballot>,
}

/// A ballot of the caller's.
#[derive(Debug, Serialize, ToSchema)]
pub struct Ballot {
    /// For which membership.
    pub membership: MembershipId,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// The choice.
    pub choice: Choice,
}

/// An interest in the matter.
#[derive(Debug, Serialize, ToSchema)]
pub struct Disclosure {
    /// Whose.
    pub membership: MembershipName,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// The interest.
    pub interest: String,
    /// Whether they withdrew from deciding.
    pub recused: bool,
}

/// A count with its proof.
#[derive(Debug, Serialize, ToSchema)]
pub struct Count {
    /// The numbers.
    pub tally: Tally,
    /// The voices that are recorded and not counted.
    pub apart: Apart,
    /// Why it carries or does not, each step with its clause, and what would change it.
    pub verdict: Finding,
}

impl Reading<'_> {
    /// A proposal in a list. Only for readers who may see it.
    pub fn proposal_line(&self, proposal: &proposals::Proposal) -> ProposalLine {
        ProposalLine {
            proposal: proposal.id,
            title: proposal.draft.title.clone(),
            matter: proposal.draft.matter.clone(),
            matter_name: self.words.matter(&proposal.draft.matter),
            stage: proposal.stage,
            author: self.party(proposal.author),
            opened: proposal.opened,
            closes: proposal.vote.as_ref().map(|vote| vote.closes),
            decided: proposal.decided.as_ref().map(|(at, _)| *at),
            resolution: proposal.resolution,
        }
    }

    /// A proposal with everything. Only for readers who may see it.
    pub fn proposal_through(&self, proposal: &proposals::Proposal) -> Proposal {
        let count = count_for(self.state, proposal, self.now).map(|(tally, apart)| Count {
            tally,
            apart,
            verdict: Finding::said(&verdict(self.state, proposal, &tally), self.words),
        });
        let disclosure = |one: &proposals::Disclosure| {
            let membership = self.membership(one.membership)?;
            Some(Disclosure { membership, at: one.at, interest: one.interest.clone(), recused: one.recused })
        };
        Proposal {
            line: self.proposal_line(proposal),
            text: proposal.draft.text.clone(),
            effect: proposal.draft.effect.clone(),
            owner: proposal.draft.owner.map(|owner| self.party(owner)),
            deadline: proposal.draft.deadline,
            drafted: proposal.drafted,
            revised: proposal.revised,
            edition: proposal.edition,
            roll: proposal.opened.map(|_| roll(&proposal.roll)),
            rounds: proposal.rounds.iter().map(|round| self.round(round)).collect(),
            vote: proposal.vote.as_ref().map(|vote| self.vote(proposal, vote)),
            disclosures: proposal.disclosures.iter().filter_map(disclosure).collect(),
            count,
        }
    }

    fn round(&self, round: &proposals::Round) -> Round {
        let taken = |(membership, taken): (&MembershipId, &proposals::StanceTaken)| {
            let membership = self.membership(*membership)?;
            Some(StanceTaken { membership, at: taken.at, stance: taken.stance.clone() })
        };
        let closed = round.closed.as_ref();
        Round {
            round: round.number,
            opened: round.opened,
            stances: round.stances.iter().filter_map(taken).collect(),
            closed: closed.map(|close| RoundClose {
                at: close.at,
                marks: close.marks.clone(),
                summary: close.summary.clone(),
            }),
        }
    }

    fn vote(&self, proposal: &proposals::Proposal, vote: &proposals::Voting) -> Vote {
        let is_theirs = |membership: MembershipId| {
            let person = self.viewer.person();
            person.is_some_and(|person| self.state.vote_is_held_by(membership, person, self.today))
        };
        let yours = vote.ballots.iter().filter(|(membership, _)| is_theirs(**membership));
        Vote {
            opened: vote.opened,
            closes: vote.closes,
            is_sealed: is_sealed(self.state, proposal, self.now),
            yours: yours
                .map(|(membership, cast)| Ballot {
                    membership: *membership,
                    at: cast.at,
                    choice: cast.choice,
                })
                .collect(),
        }
    }
}

fn roll(roll: &proposals::Roll) -> Roll {
    let memberships = |ids: &IdSet<MembershipId>| Memberships { count: ids.len(), ranges: ids.clone() };
    let excluded = roll.excluded.iter().map(|exclusion| Exclusion {
        reason: exclusion.reason,
        clause: exclusion.clause.clone(),
        memberships: memberships(&exclusion.memberships),
    });
    Roll {
        counted: memberships(&roll.counted),
        apart: memberships(&roll.apart),
        excluded: excluded.collect(),
    }
}
