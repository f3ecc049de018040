//! What is decided: drafts, rounds, votes, verdicts.

mod roll;
mod tally;
mod words;

pub use roll::{Exclusion, Reason, Roll};
pub use tally::{How, Tally};
pub use words::{Choice, Mark, StanceKind};
