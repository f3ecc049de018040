//! What comes of a request. Four types, so that nobody takes one for the other.

use std::ops::Range;

use jiff::Timestamp;
use rochdale_core::{
    decide::Denied,
    fact::Fact,
    refusal::{Malformed, Refusal},
};

use crate::{fault::Fault, hash::Digest};

/// The answer to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It is done, and on the disk.
    Done(Done),
    /// The bylaws do not allow it.
    Refused(Box<Refusal>),
    /// It does not make sense to the book.
    Malformed(Malformed),
    /// The machine failed. Ask again with the same id: a request is done only once.
    Fault(Fault),
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The heights of the entries; empty where nothing had to be recorded.
    pub heights: Range<u64>,
    /// When it was decided.
    pub at: Timestamp,
    /// What happened, in the order of the heights.
    pub facts: Vec<Fact>,
    /// The hashes of the entries, in the same order.
    pub hashes: Vec<Digest>,
}

impl Answer {
    /// What came of it, in a word that may stand in a log: no name and nothing that anybody wrote.
    pub fn in_a_word(&self) -> &'static str {
        match self {
            Answer::Done(_) => "done",
            Answer::Refused(refusal) => refusal.code.id(),
            Answer::Malformed(malformed) => malformed.says.key.id,
            Answer::Fault(_) => "fault",
        }
    }
}

impl From<Denied> for Answer {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Refused(refusal) => Self::Refused(refusal),
            Denied::Malformed(malformed) => Self::Malformed(malformed),
        }
    }
}
