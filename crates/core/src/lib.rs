//! The law and the deciding.
//!
//! Everything here is pure: no clock, no chance, no disk. Time and identity arrive as values, a
//! [`rulebook::Rulebook`] arrives as parsed Markdown, and [`decide`](decide::decide) turns a
//! [`command::Request`] into facts or into a [`refusal::Refusal`] that cites its clause.

pub mod command;
pub mod fact;
pub mod finding;
pub mod membership;
pub mod message;
pub mod personal;
pub mod proposals;
pub mod rulebook;
pub mod values;
