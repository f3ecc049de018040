//! Worked examples in the members' words, which run as tests.
//!
//! A sentence is read by the one [`Form`] whose pattern it fits; what it tells is a [`Deed`], which
//! becomes commands, or a [`Claim`], which is compared with what the register says. The forms stand in
//! one table, from which `docs/rulebook/scenarios.md` is made.

mod agreeing;
mod applicants;
mod claim;
mod deed;
mod duties;
mod edition;
mod form;
mod forms;
mod leaving;
mod line;
mod manual;
mod nearest;
mod pattern;
mod phrase;
mod plain;
mod report;
mod run;
mod sentence;
mod token;
mod world;

pub use form::Form;
pub use forms::forms;
pub use line::{Expected, Line, NotUnderstood, When, parse};
pub use manual::manual;
pub use plain::{plain, refusal_in_full};
pub use report::{Came, Failure, Outcome, Report};
pub use run::{outcome_for, run};
pub use sentence::{
    AssetIs, Claim, DeclarationIs, Deed, ExitStand, Numbers, OnAsset, OnDocument, ProposalStand, Sentence,
};
