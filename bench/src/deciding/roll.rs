//! Freezing a roll, and counting.

use std::hint::black_box;

use rochdale_core::{
    apply::apply,
    proposals::{Choice, count_now, freeze},
    state::State,
    values::Slug,
};

use crate::{measure::in_turns, said, sample, table::Row};

/// How many turns each has.
const TURNS: usize = 5;

/// The figures for a proposal on which everybody votes.
pub fn rows(state: &mut State, members: u32) -> Vec<Row> {
    vec![freezing(state, members), counting(state, members)]
}

fn freezing(state: &State, members: u32) -> Row {
    let day = sample::today();
    let rulebook = state.rulebook_on(day).expect("the co-op is founded");
    let group = Slug::new("ordinary");
    let days: Vec<_> = (1..=members).map(sample::since).collect();
    let [ours, pass] = in_turns(
        TURNS,
        [&mut || drop(black_box(freeze(state, &rulebook, &group, None, day))), &mut || {
            black_box(days.iter().filter(|since| **since <= day).count());
        }],
    );
    Row::new(
        "freezing a roll of 1,000,000, with the reason of everybody left off",
        said::time(ours),
        format!("one pass over their first days: {}", said::time(pass)),
        "",
    )
}

fn counting(state: &mut State, members: u32) -> Row {
    let day = sample::today();
    let rulebook = state.rulebook_on(day).expect("the co-op is founded");
    let roll = freeze(state, &rulebook, &Slug::new("ordinary"), None, day);
    for happened in sample::opening_of(roll) {
        apply(state, &happened);
    }
    for number in 1..=members {
        apply(state, &sample::balloting(number));
    }
    let choices: Vec<Choice> = (1..=members).map(sample::choice_of).collect();
    let proposal = state.proposal(sample::PROPOSAL).expect("the proposal is open");
    let [ours, pass] = in_turns(
        TURNS,
        [
            &mut || {
                black_box(count_now(state, proposal).expect("the proposal can be counted"));
            },
            &mut || {
                black_box(choices.iter().filter(|choice| **choice == Choice::For).count());
            },
        ],
    );
    Row::new(
        "counting 1,000,000 ballots against the roll",
        said::time(ours),
        format!("one pass over the bare choices: {}", said::time(pass)),
        "",
    )
}
