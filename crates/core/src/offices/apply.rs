//! Facts of offices to state. Knows no rule and cannot fail.

use super::{Tenure, Vouched};
use crate::{
    command::By,
    fact::{Fact, Happened},
    state::State,
};

/// Takes a fact of offices into the state; other facts change nothing.
pub(crate) fn apply(state: &mut State, happened: &Happened) {
    match &happened.recorded.fact {
        Fact::OfficeGiven { office, person, from, until } => {
            state.tenures.push_back(Tenure {
                office: office.clone(),
                person: *person,
                from: *from,
                until: *until,
                given_by: happened.by,
            });
        }
        Fact::OfficeEnded { office, person, on } => {
            // The one that would have lasted longest is the one that can still be ended.
            let ends = |tenure: &Tenure| tenure.office == *office && tenure.person == *person;
            let place = state.tenures.iter().rposition(ends);
            if let Some(tenure) = place.and_then(|place| state.tenures.get_mut(place)) {
                tenure.until = Some(*on);
            }
        }
        Fact::AccessVouched { party } => {
            if let By::Party(by) = happened.by {
                state.vouched.insert(*party, Vouched { by, at: happened.at });
            }
        }
        Fact::AccessRestored { party } => {
            state.vouched.remove(party);
            state.restored.insert(*party, happened.at);
        }
        _ => {}
    }
}
