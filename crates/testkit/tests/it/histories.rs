//! What holds in every history.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
};

use jiff::civil::Date;
use proptest::prelude::*;
use rochdale_core::{
    decide::{Denied, decide},
    fact::{Fact, Happened, Recorded},
    finding::Value,
    membership::{Right, has_right, may, may_party, membership_on},
    proposals::{Stage, count_now},
    refusal::Refusal,
    snapshot::{Part, parts, restore},
    state::State,
    values::{MembershipId, PartyId},
};
use rochdale_testkit::history::fold;

use crate::support::{Checked, for_histories, for_histories_and};

/// The clause of a refusal is in the edition, and the quoted words are in the clause.
fn must_cite_what_stands(before: &State, refusal: &Refusal) -> Checked {
    let cites = &refusal.cites;
    let clauses = || before.editions().filter_map(|(_, edition)| edition.clause(&cites.clause));
    prop_assert!(clauses().next().is_some(), "{} is in no edition", cites.clause);
    prop_assert!(!cites.quote.is_empty(), "{} quotes nothing", cites.clause);
    let has_quote = clauses().any(|clause| {
        let quotes = clause.rules.iter().map(|rule| &rule.cite.quote);
        quotes.chain(clause.unsettled.iter().map(|open| &open.cite.quote)).any(|quote| *quote == cites.quote)
    });
    prop_assert!(has_quote, "{} does not say `{}`", cites.clause, cites.quote);
    prop_assert!(!refusal.because.is_empty(), "{} gives no reason", refusal.code.id());
    Ok(())
}

#[test]
fn deciding_is_the_same_again_and_refusals_cite_and_change_nothing() {
    let (done, refused) = (Cell::new(0u32), Cell::new(0u32));
    for_histories(|history| {
        history.play(|turn| {
            prop_assert_eq!(&decide(turn.before, turn.request), turn.decided);
            match turn.decided {
                Ok(_) => done.set(done.get() + 1),
                Err(denied) => {
                    prop_assert_eq!(turn.before, turn.after);
                    if let Denied::Refused(refusal) = denied {
                        refused.set(refused.get() + 1);
                        must_cite_what_stands(turn.before, refusal)?;
                    }
                }
            }
            Ok(())
        })?;
        Ok(())
    });
    // Histories in which nothing happens, or nothing is refused, would show nothing.
    assert!(done.get() > 300 && refused.get() > 100, "{} done, {} refused", done.get(), refused.get());
}

#[test]
fn facts_survive_being_written_down_and_read_again() {
    let kinds = RefCell::new(BTreeSet::new());
    for_histories(|history| {
        let played = history.play(|_| Checked::Ok(()))?;
        let mut read_again = played.founded.clone();
        for happened in &played.facts {
            kinds.borrow_mut().insert(happened.recorded.fact.kind());
            let written = serde_json::to_string(&happened.recorded).unwrap();
            let recorded: Recorded = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(&recorded, &happened.recorded, "{}", written);
            let again = Happened { recorded, ..happened.clone() };
            read_again = fold(&read_again, &[again]);
        }
        prop_assert_eq!(read_again, played.state);
        Ok(())
    });
    let kinds = kinds.into_inner();
    assert!(kinds.len() > 20, "only {kinds:?} happened");
}

#[test]
fn a_history_that_is_interrupted_anywhere_ends_the_same() {
    for_histories_and(any::<prop::sample::Index>(), |(history, at)| {
        let played = history.play(|_| Checked::Ok(()))?;
        let at = at.index(played.facts.len() + 1);
        let first = fold(&played.founded, &played.facts[..at]);
        prop_assert_eq!(fold(&first, &played.facts[at..]), played.state.clone());
        // The same from a snapshot of that moment, written down and read again.
        let mut restored = State::default();
        for part in parts(&first) {
            let part: Part = serde_json::from_str(&serde_json::to_string(&part).unwrap()).unwrap();
            restore(&mut restored, part);
        }
        prop_assert_eq!(&restored, &first);
        prop_assert_eq!(fold(&restored, &played.facts[at..]), played.state);
        Ok(())
    });
}

/// Who asks only for the answer is told what the finding would say.
#[test]
fn a_short_answer_is_that_of_the_finding() {
    let answers = RefCell::new(BTreeSet::new());
    for_histories(|history| {
        let played = history.play(|_| Checked::Ok(()))?;
        let state = &played.state;
        let Some(day) = played.facts.last().map(|last| state.date_of(last.at)) else {
            return Ok(());
        };
        let rulebook = state.rulebook_on(day).unwrap();
        let groups = || std::iter::once(None).chain(rulebook.groups().map(|group| Some(&group.id)));
        let asked = || Right::ALL.iter().flat_map(|right| groups().map(|group| (*right, group)));
        for (held, (right, group)) in
            state.memberships_on(day).flat_map(|held| asked().map(move |asked| (held, asked)))
        {
            let answer = membership_on(&rulebook, held, day).unwrap().answer(right, group);
            prop_assert_eq!(Value::Answer(answer), may(state, held.id, right, group, day).value);
            answers.borrow_mut().insert(answer);
            let may = may_party(state, held.party, right, group, day).is_yes();
            prop_assert_eq!(has_right(state, held.party, right, group, day), may);
        }
        Ok(())
    });
    let answers = answers.into_inner();
    assert!(answers.len() > 2, "only {answers:?}");
}

/// What is asked about a day: who was in which class, who held which vote, who had which right, and
/// which edition held.
#[derive(Debug, PartialEq)]
struct Past {
    day: Date,
    edition: Option<u32>,
    members: Vec<(MembershipId, Option<String>)>,
    holders: Vec<(PartyId, Option<PartyId>)>,
    rights: Vec<(MembershipId, bool, bool)>,
}

fn past(state: &State, day: Date) -> Past {
    let members: Vec<(MembershipId, Option<String>)> = state
        .memberships_on(day)
        .map(|held| (held.id, held.class_on(day).map(|(_, class)| class.to_string())))
        .collect();
    let major = "major".into();
    let rights = |id: MembershipId| {
        let party = state.membership(id).unwrap().party;
        let votes = may(state, id, Right::Vote, Some(&major), day).is_yes();
        (id, votes, may_party(state, party, Right::Propose, Some(&major), day).is_yes())
    };
    Past {
        day,
        edition: state.rulebook_on(day).map(|rulebook| rulebook.front.edition),
        rights: members.iter().map(|(id, _)| rights(*id)).collect(),
        members,
        holders: state
            .parties()
            .map(|party| (party.id, party.representative_on(day)))
            .filter(|(_, holder)| holder.is_some())
            .collect(),
    }
}

/// Each request of these histories speaks of its own day or of later ones, as the desk should; a note
/// that is entered late is the one thing that changes what is known of the past.
#[test]
fn the_past_stays_as_it_was() {
    for_histories(|history| {
        let mut known: Vec<Past> = Vec::new();
        history.play(|turn| {
            let today = turn.after.date_of(turn.request.at);
            for before in &known {
                prop_assert_eq!(before, &past(turn.after, before.day));
            }
            let yesterday = today.yesterday().unwrap();
            if known.last().is_none_or(|last| last.day < yesterday) {
                known.push(past(turn.after, yesterday));
            }
            Ok(())
        })?;
        Ok(())
    });
}

#[test]
fn a_roll_never_moves_and_a_verdict_stands() {
    for_histories(|history| {
        history.play(|turn| {
            for (before, after) in turn.before.proposals().zip(turn.after.proposals()) {
                if before.opened.is_some() {
                    prop_assert_eq!(&before.roll, &after.roll);
                    prop_assert_eq!(before.edition, after.edition);
                }
                if matches!(before.stage, Stage::Decided | Stage::Withdrawn) {
                    prop_assert_eq!(before, after);
                }
            }
            Ok(())
        })?;
        Ok(())
    });
}

#[test]
fn resolutions_are_numbered_in_the_order_of_deciding() {
    for_histories(|history| {
        let played = history.play(|_| Checked::Ok(()))?;
        let numbers: Vec<u32> = played.state.resolutions().map(|resolution| resolution.number.0).collect();
        prop_assert!(numbers.iter().copied().eq(1..=u32::try_from(numbers.len()).unwrap()), "{:?}", numbers);
        let carried =
            played.state.proposals().filter(|known| known.decided.is_some_and(|(_, tally)| tally.carried));
        prop_assert_eq!(carried.count(), numbers.len());
        Ok(())
    });
}

#[test]
fn the_order_of_ballots_does_not_count() {
    let counted = Cell::new(0u32);
    for_histories(|history| {
        let played = history.play(|_| Checked::Ok(()))?;
        // The ballots of different memberships between the opening of a vote and its close, the other way round.
        let mut facts = played.facts.clone();
        let ballot = |happened: &Happened| match &happened.recorded.fact {
            Fact::BallotCast { proposal, membership, .. } => Some((*proposal, *membership)),
            _ => None,
        };
        for place in 1..facts.len() {
            let Some((one, other)) = ballot(&facts[place - 1]).zip(ballot(&facts[place])) else { continue };
            if one != other {
                facts.swap(place - 1, place);
                counted.set(counted.get() + 1);
            }
        }
        let turned = fold(&played.founded, &facts);
        for (one, other) in played.state.proposals().zip(turned.proposals()) {
            prop_assert_eq!(count_now(&played.state, one), count_now(&turned, other));
        }
        Ok(())
    });
    assert!(counted.get() > 15, "{} pairs of ballots", counted.get());
}
