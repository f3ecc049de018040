//! What is decided: drafts, rounds, votes, verdicts.

mod apply;
mod count;
pub(crate) mod decide;
mod matter;
mod proposal;
mod roll;
mod tally;
mod verdict;
mod window;
mod words;

pub(crate) use apply::apply;
pub use count::{Apart, count_apart, count_now};
pub use matter::{MatterRule, NamedMatter, decision_of, group_of, matter, matters};
pub use proposal::{
    BallotCast, Disclosure, Proposal, Resolution, Round, RoundClose, Stage, StanceTaken, Voting,
};
pub use roll::{Exclusion, Reason, Roll, freeze};
pub use tally::{How, Tally};
pub use verdict::verdict;
pub use window::earliest_close;
pub use words::{Choice, Mark, StanceKind};
