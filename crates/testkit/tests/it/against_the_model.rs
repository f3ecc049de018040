//! The core's answers and those of the slow model.

use std::{cell::Cell, collections::BTreeSet};

use proptest::prelude::*;
use rochdale_core::{
    command::By,
    fact::{Fact, Happened, Recorded},
    proposals::{Choice, How, Proposal, Roll, count_now, decision_of, group_of},
    rulebook::{Consensus, Method, Rulebook, Vote},
    state::State,
    values::{MembershipId, ProposalId},
};
use rochdale_testkit::{
    history::{History, Played, beginning, fold},
    model::{Count, Model},
};

use crate::support::{Checked, for_histories};

/// Every fact of a played history, those of its beginning first.
fn all_facts(history: &History, played: &Played) -> Vec<Happened> {
    let mut facts = beginning(&history.terms).facts;
    facts.extend(played.facts.iter().cloned());
    facts
}

fn sets(roll: &Roll) -> (BTreeSet<MembershipId>, BTreeSet<MembershipId>) {
    (roll.counted.iter().collect(), roll.apart.iter().collect())
}

#[test]
fn who_was_what_on_any_day() {
    for_histories(|history| {
        let played = history.play(|_| Checked::Ok(()))?;
        let facts = all_facts(&history, &played);
        let state = &played.state;
        let rulebook = state.rulebook_on(jiff::civil::Date::MAX).unwrap();
        let model = Model { facts: &facts, rulebook: &rulebook };
        let first = state.date_of(facts[0].at).yesterday().unwrap();
        let last = state.date_of(facts[facts.len() - 1].at).checked_add(jiff::Span::new().days(40)).unwrap();
        for day in first.series(jiff::Span::new().days(3)).take_while(|day| *day <= last) {
            for (membership, party) in model.memberships() {
                let known = state.membership(membership).unwrap();
                let class = known.class_on(day).filter(|_| known.is_current_on(day));
                let class = class.map(|(since, class)| (since, class.clone()));
                prop_assert_eq!(class, model.class_on(membership, day), "{} on {}", membership, day);
                let holder = model.holder_on(membership, day);
                let owner = state.party(party).unwrap();
                let bound = Some(party).filter(|_| owner.is_person()).or(owner.representative_on(day));
                prop_assert_eq!(bound, holder, "the representative of {} on {}", party, day);
                let acting = model.acting_on(membership, day);
                for someone in state.parties().filter(|_| known.is_current_on(day)) {
                    let holds = state.vote_is_held_by(membership, someone.id, day);
                    prop_assert_eq!(holds, acting.contains(&someone.id), "the vote of {} on {}", party, day);
                }
            }
        }
        Ok(())
    });
}

#[test]
fn rolls() {
    let rolls = Cell::new(0u32);
    for_histories(|history| {
        let played = history.play(|_| Checked::Ok(()))?;
        let facts = all_facts(&history, &played);
        for (place, happened) in facts.iter().enumerate() {
            let Fact::ProposalOpened { proposal, edition, roll, .. } = &happened.recorded.fact else {
                continue;
            };
            let state = &played.state;
            let rulebook = state.edition(*edition).unwrap();
            let model = Model { facts: &facts[..place], rulebook };
            let group = group_of(state, rulebook, &state.proposal(*proposal).unwrap().draft.matter).unwrap();
            prop_assert_eq!(sets(roll), model.roll(&group, state.date_of(happened.at)));
            rolls.set(rolls.get() + 1);
        }
        Ok(())
    });
    assert!(rolls.get() > 60, "{} rolls", rolls.get());
}

fn rules<'a>(
    state: &State,
    rulebook: &'a Rulebook,
    proposal: &Proposal,
) -> (Option<&'a Consensus>, Option<&'a Vote>) {
    match &decision_of(state, rulebook, &proposal.draft.matter).unwrap().rule.method {
        Method::Vote(vote) => (None, Some(vote)),
        Method::Consensus(consensus) => {
            let fallback = consensus.fallback.as_ref().and_then(|fallback| rulebook.decision(fallback));
            let vote = fallback.and_then(|fallback| match &fallback.rule.method {
                Method::Vote(vote) => Some(vote),
                Method::Consensus(_) => None,
            });
            (Some(consensus), vote)
        }
    }
}

#[test]
fn counts() {
    let (carried, failed) = (Cell::new(0u32), Cell::new(0u32));
    for_histories(|history| {
        let played = history.play(|_| Checked::Ok(()))?;
        let facts = all_facts(&history, &played);
        for (place, happened) in facts.iter().enumerate() {
            let Fact::ProposalDecided { proposal, tally, resolution } = &happened.recorded.fact else {
                continue;
            };
            let state = &played.state;
            let known = state.proposal(*proposal).unwrap();
            let rulebook = state.edition(known.edition.unwrap()).unwrap();
            let model = Model { facts: &facts[..place], rulebook };
            let (counted, apart) = sets(&known.roll);
            let (consensus, vote) = rules(state, rulebook, known);
            let count = match tally.how {
                How::Vote => model.count_vote(vote.unwrap(), *proposal, &counted),
                How::Consensus => model.count_consensus(consensus.unwrap(), *proposal, (&counted, &apart)),
            };
            let number = |count: u64| usize::try_from(count).unwrap();
            let came = Count {
                carries: tally.carried,
                base: number(tally.base),
                in_favour: number(tally.in_favour),
                against: number(tally.against),
            };
            prop_assert_eq!(came, count, "{:?}", tally);
            prop_assert_eq!(resolution.is_some(), tally.carried);
            let all = tally.in_favour + tally.against + tally.abstained + tally.stood_aside + tally.absent;
            prop_assert_eq!(all + tally.recused, tally.roll, "{:?}", tally);
            let seen = if tally.carried { &carried } else { &failed };
            seen.set(seen.get() + 1);
        }
        Ok(())
    });
    assert!(carried.get() > 10 && failed.get() > 5, "{} carried, {} failed", carried.get(), failed.get());
}

/// A ballot that stands in a book although nobody was allowed to cast it changes no count.
#[test]
fn nobody_off_the_roll_counts() {
    let tried = Cell::new(0u32);
    for_histories(|history| {
        history.play(|turn| {
            for proposal in turn.after.proposals().filter(|known| known.vote.is_some()) {
                let off = turn.after.memberships().filter(|held| !proposal.roll.counted.contains(held.id));
                let recused = turn.after.memberships().filter(|held| proposal.is_recused(held.id));
                for held in off.chain(recused) {
                    let slipped_in = fold(turn.after, &[slip_in(proposal.id, held.id, turn.request.at)]);
                    let with = slipped_in.proposal(proposal.id).unwrap();
                    prop_assert_eq!(count_now(turn.after, proposal), count_now(&slipped_in, with));
                    tried.set(tried.get() + 1);
                }
            }
            Ok(())
        })?;
        Ok(())
    });
    assert!(tried.get() > 50, "{} ballots", tried.get());
}

fn slip_in(proposal: ProposalId, membership: MembershipId, at: jiff::Timestamp) -> Happened {
    let person = rochdale_core::values::PartyId(1);
    let fact = Fact::BallotCast { proposal, membership, person, choice: Choice::For };
    Happened { at, by: By::Party(person), recorded: Recorded::from(fact) }
}
