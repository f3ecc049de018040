//! Faults of the machine, told so that a person can do something about them. A refusal by the
//! bylaws and a malformed request are no faults and have types of their own.

use crate::flaw::Flaw;

/// Something that the machine could not do. Nothing was changed by it, unless `what` says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what} ({place}). {mend}")]
pub struct Fault {
    /// What happened.
    pub what: String,
    /// Where: the database or the file.
    pub place: String,
    /// What to do now.
    pub mend: String,
}

/// Why a book could not be read to its end: it is damaged, or the machine failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// The book is damaged.
    #[error("{0}")]
    Damaged(Flaw),
    /// The machine failed.
    #[error("{0}")]
    Fault(Fault),
}

impl From<Flaw> for Unread {
    fn from(flaw: Flaw) -> Self {
        Self::Damaged(flaw)
    }
}

impl From<Fault> for Unread {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl Unread {
    /// The same as a fault, for callers that can do nothing with a damaged book either.
    pub fn into_fault(self, place: &str) -> Fault {
        match self {
            Self::Fault(fault) => fault,
            Self::Damaged(flaw) => Fault {
                what: format!("the book is damaged at {flaw}"),
                place: place.to_owned(),
                mend: flaw.mend().to_owned(),
            },
        }
    }
}

/// What SQLite's result codes mean to whoever runs the program: what happened, and what to do.
fn of_sqlite(code: i32) -> Option<(&'static str, &'static str)> {
    // The lower byte is the primary code; the rest says more than a person needs.
    Some(match code & 0xff {
        5 | 6 => (
            "the database is locked by another program",
            "End the other program, or wait until it is done, and ask again: the same request is done only once.",
        ),
        8 => (
            "the database may not be written",
            "Give this program the right to write the file and its folder.",
        ),
        10 => ("the disk did not answer as it should", "Look at the health of the disk, then ask again."),
        11 | 26 => ("the database file is damaged", "Restore the newest backup that verifies."),
        13 => {
            ("the disk is full", "Make room on the disk and ask again: the same request is done only once.")
        }
        14 => (
            "the database file cannot be opened",
            "Look whether the name is right, the folder exists, and this program may read and write there.",
        ),
        _ => return None,
    })
}

impl Fault {
    /// The fault that `error` of the database at `place` is.
    pub(crate) fn of_database(place: &str, error: &sqlx::Error) -> Self {
        let (what, mend) = match error {
            sqlx::Error::Database(inner) => {
                let code = inner.try_downcast_ref::<sqlx::sqlite::SqliteError>().and_then(|_| inner.code());
                match code.and_then(|code| code.parse().ok()).and_then(of_sqlite) {
                    Some((what, mend)) => (what.to_owned(), mend),
                    None => (
                        format!("the database answered: {}", inner.message()),
                        "Look at the database's own log, then ask again.",
                    ),
                }
            }
            sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::Io(_)
            | sqlx::Error::Tls(_) => (
                format!("the database cannot be reached: {error}"),
                "Look whether the database runs and whether its address is right, then ask again: the same \
                 request is done only once.",
            ),
            other => (
                format!("the database could not be used: {other}"),
                "Look whether the address is that of a Rochdale database and whether it is well.",
            ),
        };
        Self { what, place: place.to_owned(), mend: mend.to_owned() }
    }
}
