//! Facts of proposals to state. Knows no rule and cannot fail.

use std::sync::Arc;

use imbl::OrdMap;

use super::{
    BallotCast, Disclosure, NamedMatter, Proposal, Resolution, Roll, Round, RoundClose, Stage, StanceTaken,
    Voting,
};
use crate::{
    command::Draft,
    fact::{Basis, Fact, Happened},
    state::State,
    values::ProposalId,
};

/// Takes a fact of proposals into the state; other facts change nothing, but for the effects that a
/// carried proposal waited for.
pub(crate) fn apply(state: &mut State, happened: &Happened) {
    let at = happened.at;
    match &happened.recorded.fact {
        Fact::ProposalDrafted { proposal, author, draft } => {
            state.proposals.push_back(Arc::new(Proposal {
                id: *proposal,
                author: *author,
                drafted: at,
                draft: Arc::new(draft.clone()),
                revised: None,
                stage: Stage::Draft,
                opened: None,
                edition: None,
                roll: Arc::new(Roll::default()),
                rounds: Vec::new(),
                vote: None,
                disclosures: Vec::new(),
                decided: None,
                resolution: None,
            }));
        }
        Fact::ProposalRevised { proposal, title, text, carries } => with(state, *proposal, |known| {
            let mut draft = Draft { title: title.clone(), text: text.clone(), ..(*known.draft).clone() };
            if let Some(carries) = carries {
                (draft.owner, draft.deadline) = (carries.owner, carries.deadline);
            }
            known.draft = Arc::new(draft);
            known.revised = Some(at);
        }),
        Fact::ProposalWithdrawn { proposal } => {
            with(state, *proposal, |known| known.stage = Stage::Withdrawn);
            state.open.remove(proposal);
        }
        Fact::ProposalOpened { proposal, edition, roll, closes } => {
            with(state, *proposal, |known| {
                known.opened = Some(at);
                known.edition = Some(*edition);
                known.roll = Arc::new(roll.clone());
                if let Some(closes) = closes {
                    known.stage = Stage::Voting;
                    known.vote = Some(Voting { opened: at, closes: *closes, ballots: OrdMap::new() });
                }
            });
            state.open.insert(*proposal, ());
        }
        Fact::RoundOpened { proposal, round } => with(state, *proposal, |known| {
            known.stage = Stage::InRound;
            known.rounds.push(Round { number: *round, opened: at, stances: OrdMap::new(), closed: None });
        }),
        Fact::StanceTaken { proposal, membership, person, stance } => with(state, *proposal, |known| {
            if let Some(round) = known.rounds.last_mut() {
                let taken = StanceTaken { person: *person, at, stance: stance.clone() };
                round.stances.insert(*membership, taken);
            }
        }),
        Fact::RoundClosed { proposal, marks, summary } => with(state, *proposal, |known| {
            known.stage = Stage::BetweenRounds;
            if let Some(round) = known.rounds.last_mut() {
                round.closed = Some(RoundClose { at, marks: marks.clone(), summary: summary.clone() });
            }
        }),
        Fact::VoteCalled { proposal, closes } => with(state, *proposal, |known| {
            known.stage = Stage::Voting;
            known.vote = Some(Voting { opened: at, closes: *closes, ballots: OrdMap::new() });
        }),
        Fact::BallotCast { proposal, membership, person, choice } => with(state, *proposal, |known| {
            if let Some(vote) = &mut known.vote {
                vote.ballots.insert(*membership, BallotCast { person: *person, at, choice: *choice });
            }
        }),
        Fact::InterestDisclosed { proposal, membership, person, interest, recused } => {
            with(state, *proposal, |known| {
                known.disclosures.push(Disclosure {
                    membership: *membership,
                    person: *person,
                    at,
                    interest: interest.clone(),
                    recused: *recused,
                });
            });
        }
        Fact::ProposalDecided { proposal, tally, resolution } => {
            with(state, *proposal, |known| {
                known.stage = Stage::Decided;
                known.decided = Some((at, *tally));
                known.resolution = *resolution;
            });
            state.open.remove(proposal);
            let draft = state.proposal(*proposal).map(|known| Arc::clone(&known.draft));
            if let Some((number, draft)) = resolution.zip(draft) {
                let (owner, deadline) = (draft.owner, draft.deadline);
                state.resolutions.push_back(Arc::new(Resolution {
                    number,
                    proposal: *proposal,
                    at,
                    owner,
                    deadline,
                }));
            }
        }
        Fact::EffectAwaited { proposal } => {
            state.awaited.insert(*proposal, ());
        }
        Fact::MatterNamed { proposal, matter, name, group, decision } => {
            let named = NamedMatter {
                id: matter.clone(),
                name: name.clone(),
                group: group.clone(),
                decision: decision.clone(),
                by: *proposal,
            };
            state.named_matters.insert(matter.clone(), Arc::new(named));
        }
        Fact::MemberAdmitted { basis, .. } | Fact::ClassChanged { basis, .. } => {
            if let Basis::Proposal(proposal) = basis {
                state.awaited.remove(proposal);
            }
        }
        _ => {}
    }
}

fn with(state: &mut State, id: ProposalId, change: impl FnOnce(&mut Proposal)) {
    if let Some(proposal) = id.index().and_then(|place| state.proposals.get_mut(place)) {
        change(Arc::make_mut(proposal));
    }
}
