//! In whole histories a late entry moves nothing that was decided, and leaves everything standing.

use std::cell::Cell;

use jiff::{Span, civil::Date};
use proptest::{prelude::*, sample::Index};
use rochdale_core::{
    command::{By, Command, Request},
    decide::{Denied, decide},
    fact::{Happened, Recorded},
    membership::{Right, has_right},
    proposals::{Proposal, count_now, group_of, verdict},
    state::State,
    values::{RequestId, Slug},
};
use rochdale_testkit::history::fold;

use crate::support::{Checked, for_histories_and};

/// Every entry about one of the last days that the desk could make: ends, representations, admissions.
fn late_entries(state: &State, on: Date) -> Vec<Command> {
    let basis = || "a letter".to_owned();
    let ends =
        state.memberships().map(|held| Command::EndMembership { membership: held.id, on, basis: basis() });
    let organizations = || state.parties().filter(|party| !party.is_person());
    let of_organizations = organizations().flat_map(|party| {
        let (organization, person) = (party.id, party.representations().last().map(|one| one.person));
        let ends = person.map(|person| Command::EndRepresentation { organization, person, on });
        let people = state.parties().filter(|party| party.is_person()).take(3);
        let named = people.map(move |person| Command::NameRepresentative {
            organization,
            person: person.id,
            from: on,
        });
        ends.into_iter().chain(named)
    });
    let admissions = organizations().map(|party| Command::AdmitMember {
        party: party.id,
        class: Slug::new("circle"),
        kind: None,
        since: on,
        basis: basis(),
    });
    ends.chain(of_organizations).chain(admissions).collect()
}

/// Whether everything that the book holds on a proposal was done by somebody who could, as it says now.
fn has_ground(state: &State, proposal: &Proposal) -> bool {
    let of_rounds = proposal.rounds.iter().flat_map(|round| &round.stances);
    let stances = of_rounds.map(|(held, taken)| (*held, taken.person, taken.at));
    let of_vote = proposal.vote.iter().flat_map(|vote| &vote.ballots);
    let ballots = of_vote.map(|(held, cast)| (*held, cast.person, cast.at));
    let disclosures = proposal.disclosures.iter().map(|one| (one.membership, one.person, one.at));
    let opened = proposal.opened.is_none_or(|at| {
        let rulebook = state.edition(proposal.edition.unwrap()).unwrap();
        let group = group_of(state, rulebook, &proposal.draft.matter);
        let day = state.date_of(at);
        has_right(state, proposal.author, Right::Propose, group.as_ref(), day)
    });
    opened
        && stances.chain(ballots).chain(disclosures).all(|(held, person, at)| {
            let day = state.date_of(at);
            state.membership(held).unwrap().is_current_on(day) && state.vote_is_held_by(held, person, day)
        })
}

#[test]
fn a_late_entry_moves_no_roll_no_tally_and_no_verdict() {
    let (recorded, turned_away) = (Cell::new(0u32), Cell::new(0u32));
    for_histories_and((any::<Index>(), 1u8..30), |(history, (cut, days_ago))| {
        let played = history.play(|_| Checked::Ok(()))?;
        let facts = &played.facts[..=cut.index(played.facts.len())];
        let state = fold(&played.founded, facts);
        let now = facts[facts.len() - 1].at;
        let on = state.date_of(now).checked_sub(Span::new().days(i64::from(days_ago))).unwrap();
        for command in late_entries(&state, on) {
            let id = RequestId(uuid::Uuid::nil());
            let decided = decide(&state, &Request { id, by: By::Desk, at: now, command });
            let Ok(late) = decided else {
                let says = matches!(&decided, Err(Denied::Malformed(one)) if one.says.key.id.starts_with("day-contradicts"));
                turned_away.set(turned_away.get() + u32::from(says));
                continue;
            };
            let happened =
                late.into_iter().map(|recorded: Recorded| Happened { at: now, by: By::Desk, recorded });
            let after = fold(&state, &happened.collect::<Vec<_>>());
            recorded.set(recorded.get() + 1);
            for (one, other) in state.proposals().zip(after.proposals()) {
                prop_assert_eq!(one, other);
                let (count, counted) = (count_now(&state, one), count_now(&after, other));
                prop_assert_eq!(count, counted);
                if let Some(tally) = count {
                    prop_assert_eq!(verdict(&state, one, &tally), verdict(&after, other, &tally));
                }
                prop_assert!(has_ground(&after, other), "{:?} stands against {:?}", other, on);
            }
        }
        Ok(())
    });
    let (recorded, turned_away) = (recorded.get(), turned_away.get());
    assert!(recorded > 50 && turned_away > 10, "{recorded} recorded, {turned_away} turned away");
}
