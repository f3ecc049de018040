//! The hash that the book is chained by.

pub use rochdale_core::values::Digest;

/// The number of the hash function in the header of an exported book: 1 is blake3 with 256 bits.
pub const ALGORITHM: u8 = 1;
