//! What came of asking.

use rochdale_core::{
    decide::{Decided, Denied},
    fact::{Fact, Recorded},
    refusal::{Malformed, Refusal},
    scenario::{plain, refusal_in_full},
    state::State,
};

/// What came of a request: a test says which of the three it expects.
#[must_use = "say whether it was done, refused or malformed"]
#[derive(Debug)]
pub struct Answer {
    decided: Decided,
    /// In plain English, for the message of a test that fails.
    says: String,
}

impl Answer {
    pub(crate) fn new(decided: Decided, state: &State) -> Self {
        let says = match &decided {
            Ok(facts) => format!("done: {facts:?}"),
            Err(Denied::Refused(refusal)) => format!("refused: {}", refusal_in_full(state, refusal)),
            Err(Denied::Malformed(malformed)) => {
                format!("malformed, {}: {}", malformed.field, plain(state, &malformed.says))
            }
        };
        Self { decided, says }
    }

    /// The facts that came of it. Panics where it was not done.
    #[track_caller]
    pub fn done(self) -> Vec<Fact> {
        match self.decided {
            Ok(facts) => facts.into_iter().map(|recorded: Recorded| recorded.fact).collect(),
            Err(_) => panic!("{}", self.says),
        }
    }

    /// The refusal. Panics where it was not refused.
    #[track_caller]
    pub fn refused(self) -> Refusal {
        match self.decided {
            Err(Denied::Refused(refusal)) => *refusal,
            _ => panic!("not refused, but {}", self.says),
        }
    }

    /// What is malformed. Panics where it makes sense to the book.
    #[track_caller]
    pub fn malformed(self) -> Malformed {
        match self.decided {
            Err(Denied::Malformed(malformed)) => malformed,
            _ => panic!("not malformed, but {}", self.says),
        }
    }
}
