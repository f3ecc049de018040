//! Counting. Depends on nothing but the roll, the recusals, the stances and the ballots, and not on
//! their order.

use super::{Choice, How, Proposal, StanceKind, Tally};
use crate::{
    rulebook::{Base, Consensus, Method, Rulebook, Vote},
    state::State,
    values::MembershipId,
};

/// The ballots or stances of those whose voice is recorded and not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Apart {
    /// In favour or in agreement.
    pub in_favour: u64,
    /// Against or objecting.
    pub against: u64,
    /// Abstaining or standing aside.
    pub abstained: u64,
}

/// How a proposal would be decided if its open round or vote closed now, under the edition that rules
/// it; `None` for a draft, or where its decision rule is not known.
pub fn count_now(state: &State, proposal: &Proposal) -> Option<Tally> {
    let rulebook = state.edition(proposal.edition?)?;
    let decision = super::decision_of(state, rulebook, &proposal.draft.matter)?;
    match (&decision.rule.method, &proposal.vote) {
        (Method::Vote(vote), _) => Some(count_vote(rulebook, vote, proposal)),
        (Method::Consensus(consensus), None) => Some(count_consensus(rulebook, consensus, proposal)),
        (Method::Consensus(consensus), Some(_)) => {
            match &rulebook.decision(consensus.fallback.as_ref()?)?.rule.method {
                Method::Vote(vote) => Some(count_vote(rulebook, vote, proposal)),
                Method::Consensus(_) => None,
            }
        }
    }
}

/// The ballots in the vote, else the stances in the rounds, of those who are not counted in the base.
pub fn count_apart(proposal: &Proposal) -> Apart {
    let mut apart = Apart::default();
    if let Some(vote) = &proposal.vote {
        for (_, ballot) in vote.ballots.iter().filter(|(who, _)| is_apart(proposal, **who)) {
            match ballot.choice {
                Choice::For => apart.in_favour += 1,
                Choice::Against => apart.against += 1,
                Choice::Abstain => apart.abstained += 1,
            }
        }
        return apart;
    }
    for (_, taken) in proposal.standing_stances().filter(|(who, _)| is_apart(proposal, *who)) {
        match taken.stance.kind() {
            StanceKind::Agree => apart.in_favour += 1,
            StanceKind::Object => apart.against += 1,
            StanceKind::StandAside | StanceKind::Abstain => apart.abstained += 1,
        }
    }
    apart
}

fn is_apart(proposal: &Proposal, membership: MembershipId) -> bool {
    proposal.roll.apart.contains(membership) && !proposal.is_recused(membership)
}

fn counts(proposal: &Proposal, membership: MembershipId) -> bool {
    proposal.roll.counted.contains(membership) && !proposal.is_recused(membership)
}

/// On the roll and counted; of those recused; and how many of those stay in the base.
fn bases(rulebook: &Rulebook, proposal: &Proposal) -> (u64, u64, u64) {
    let roll = proposal.roll.counted.len();
    let mut recused: Vec<MembershipId> = proposal
        .disclosures
        .iter()
        .filter(|one| one.recused && proposal.roll.counted.contains(one.membership))
        .map(|one| one.membership)
        .collect();
    recused.sort_unstable();
    recused.dedup();
    let recused = recused.len() as u64;
    let leaves = rulebook.recusal().is_some_and(|rule| rule.rule.leaves_base);
    (roll, recused, if leaves { roll - recused } else { roll })
}

fn count_vote(rulebook: &Rulebook, vote: &Vote, proposal: &Proposal) -> Tally {
    let (roll, recused, all) = bases(rulebook, proposal);
    let [mut in_favour, mut against, mut abstained] = [0u64; 3];
    let ballots = proposal.vote.iter().flat_map(|voting| voting.ballots.iter());
    for (_, ballot) in ballots.filter(|(who, _)| counts(proposal, **who)) {
        match ballot.choice {
            Choice::For => in_favour += 1,
            Choice::Against => against += 1,
            Choice::Abstain => abstained += 1,
        }
    }
    let base = match vote.base {
        Base::All => all,
        Base::Cast => in_favour + against,
    };
    let needed = if vote.more_than { vote.threshold.more_than(base) } else { vote.threshold.at_least(base) };
    Tally {
        how: How::Vote,
        carried: base > 0 && in_favour >= needed,
        roll,
        recused,
        base,
        in_favour,
        against,
        abstained,
        stood_aside: 0,
        absent: roll - recused - in_favour - against - abstained,
        objections_apart: 0,
        needed,
    }
}

fn count_consensus(rulebook: &Rulebook, consensus: &Consensus, proposal: &Proposal) -> Tally {
    let (roll, recused, base) = bases(rulebook, proposal);
    let [mut in_favour, mut against, mut abstained, mut stood_aside] = [0u64; 4];
    for (_, taken) in proposal.standing_stances().filter(|(who, _)| counts(proposal, *who)) {
        match taken.stance.kind() {
            StanceKind::Agree => in_favour += 1,
            StanceKind::Object => against += 1,
            StanceKind::StandAside => stood_aside += 1,
            StanceKind::Abstain => abstained += 1,
        }
    }
    let objections_apart = count_apart(proposal).against;
    let needed = if consensus.everyone_must_agree { base } else { 0 };
    Tally {
        how: How::Consensus,
        carried: base > 0 && against == 0 && objections_apart == 0 && in_favour >= needed,
        roll,
        recused,
        base,
        in_favour,
        against,
        abstained,
        stood_aside,
        absent: roll - recused - in_favour - against - abstained - stood_aside,
        objections_apart,
        needed,
    }
}
