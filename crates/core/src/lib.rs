//! The law and the deciding.
//!
//! Everything here is pure: no clock, no chance, no disk. Time and identity arrive as values, a
//! [`rulebook::Rulebook`] arrives as parsed Markdown, and [`decide`](decide::decide) turns a
//! [`command::Request`] into facts or into a [`refusal::Refusal`] that cites its clause.

pub mod agreements;
pub mod applicants;
pub mod apply;
pub mod archive;
pub mod assets;
pub mod awaited;
pub mod cases;
pub mod command;
pub mod decide;
pub mod declarations;
pub mod due;
pub mod exits;
pub mod fact;
pub mod finding;
pub mod follow;
pub mod kept;
pub mod membership;
pub mod message;
pub mod messages;
pub mod offices;
pub mod personal;
pub mod proposals;
pub mod refusal;
pub mod reviews;
pub mod rulebook;
pub mod scenario;
pub mod sight;
pub mod snapshot;
pub mod standing;
pub mod state;
pub mod today;
pub mod values;
