//! Two co-ops with a believable year behind them, made by submitting real commands under a clock that
//! is set by hand. Nothing is written past the rules: what they would refuse cannot be in it.

mod agreeing;
mod coassembly;
mod connecticut;
mod fill;
mod plan;
mod teller;

pub use coassembly::BLOCKED;
pub use fill::fill;
