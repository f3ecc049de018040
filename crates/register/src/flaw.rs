//! What is wrong with a book, and where.

use std::fmt;

/// What is wrong with an entry or with a line of an exported book.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Entries are missing, doubled or out of order.
    #[error(
        "height {found} stands where height {expected} belongs: entries are missing, doubled or out of order"
    )]
    Height {
        /// The height that it says.
        found: u64,
        /// The height that comes next.
        expected: u64,
    },
    /// The chain is broken.
    #[error("it is not chained to the entry before it")]
    Previous,
    /// The payload was changed.
    #[error("its payload does not have the hash that the entry names")]
    Payload,
    /// The personal details were changed.
    #[error("the personal details beside it do not have the hash that the entry names")]
    Personal,
    /// Some other part of the entry was changed.
    #[error("it does not have the hash that it bears")]
    Hash,
    /// Time runs backwards.
    #[error("it is earlier than the entry before it")]
    Time,
    /// It cannot be read at all.
    #[error("{0}")]
    Unreadable(String),
    /// The same content, but not in the bytes that an export has.
    #[error("the line is not written as an export writes it, from byte {byte} of the line on")]
    Spelling {
        /// Counted from 1.
        byte: usize,
    },
    /// The book ends elsewhere than its header says.
    #[error(
        "the book ends at height {found}, and the header says {expected}: the end is missing, or was added to"
    )]
    End {
        /// The height of the last entry.
        found: u64,
        /// The height that the header names.
        expected: u64,
    },
    /// The last hash is another one than its header says.
    #[error("the last entry has another hash than the header says")]
    EndHash,
}

/// The first thing wrong with a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// The line of an exported book, from 1; `None` in a database.
    pub line: Option<u64>,
    /// The height at which it is; 0 for the header of an exported book.
    pub height: u64,
    /// What it is.
    pub wrong: Wrong,
}

impl Flaw {
    /// The flaw at a height.
    pub fn at(height: u64, wrong: Wrong) -> Self {
        Self { line: None, height, wrong }
    }

    /// What to do about it.
    pub fn mend(&self) -> &'static str {
        match self.height {
            0 => "Export the book again, or ask for another copy of the file.",
            _ => {
                "Everything before this place is sound. Compare this entry with a backup or with another \
                 member's copy, and restore from the newest one that verifies."
            }
        }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.height) {
            (Some(line), 0) => write!(f, "line {line} (the header): ")?,
            (Some(line), height) => write!(f, "line {line} (height {height}): ")?,
            (None, height) => write!(f, "height {height}: ")?,
        }
        self.wrong.fmt(f)
    }
}

impl std::error::Error for Flaw {}
