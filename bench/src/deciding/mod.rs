//! Figures of the core: a million members in memory.

mod may;
#[cfg(feature = "peers")]
mod peers;
mod roll;
mod standing;

use rochdale_core::{apply::apply, state::State};

use crate::{measure, said, sample, table::Row};

/// How many members.
const MEMBERS: u32 = 1_000_000;

/// The figures of a million members in memory.
pub fn rows() -> Vec<Row> {
    let before = measure::resident();
    let mut state = State::default();
    apply(&mut state, &sample::founding());
    assert!(state.rulebook_on(sample::today()).is_some(), "the sample's bylaws can be read");
    for number in 1..=MEMBERS {
        for happened in sample::admitted(number) {
            apply(&mut state, &happened);
        }
    }
    let each = (measure::resident() - before) / u64::from(MEMBERS);
    let details = size_of_details();
    let mut rows = vec![Row::new(
        "memory a member, of 1,000,000",
        said::bytes(each),
        format!("the bytes of their details as JSON: {details}"),
        "",
    )];
    rows.extend(may::rows(&state, MEMBERS));
    rows.extend(roll::rows(&mut state, MEMBERS));
    drop(state);
    rows.extend(standing::rows());
    rows
}

/// What a member's facts come to as JSON.
fn size_of_details() -> usize {
    let facts = sample::admitted(MEMBERS);
    let texts = facts.iter().map(|happened| serde_json::to_string(&happened.recorded));
    texts.map(|text| text.expect("a fact can be written").len()).sum()
}
