//! The TOML of a block.

use std::ops::Range;

use toml::de::DeTable;

use super::{page::Block, spot::Spot};
use crate::rulebook::Check;

/// The keys and values of a block, and where they stand in it. Every error of its syntax is reported,
/// and what is sound is kept.
pub(super) fn table<'b>(spot: &Spot<'_>, block: &'b Block) -> (DeTable<'b>, Range<usize>) {
    let (table, errors) = DeTable::parse_recoverable(&block.text);
    for error in errors {
        let at = error.span().unwrap_or(0..block.text.len());
        let says = error.message().lines().next().unwrap_or("this is no TOML").to_owned();
        spot.problem(
            Check::Toml,
            &at,
            says,
            "write `key = value`, with texts in double quotes and lists in brackets",
        );
    }
    (table.into_inner(), 0..block.text.find('\n').unwrap_or(block.text.len()))
}
