//! Faults of the machine, told so that a person can do something about them. A refusal by the
//! bylaws and a malformed request are no faults and have types of their own.

use sqlx::migrate::MigrateError;

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

/// What happened, and what to do.
type Told = (&'static str, &'static str);

const FULL: Told =
    ("the disk is full", "Make room on the disk and ask again: the same request is done only once.");

/// What SQLite's result codes mean to whoever runs the program.
fn of_sqlite(code: i32) -> Option<Told> {
    // The index of the log could not be made longer: of all that can be in the way of that, it is the room.
    const NO_ROOM_FOR_INDEX: i32 = 4874;
    // The lower byte is the primary code; the rest says more than a person needs.
    Some(match code & 0xff {
        _ if code == NO_ROOM_FOR_INDEX => FULL,
        5 | 6 => (
            "the database is locked by another program",
            "End the other program, or wait until it is done, and ask again: the same request is done only once.",
        ),
        8 => (
            "the database may not be written",
            "Give this program the right to write the file, those beside it whose names end with -wal and -shm, and \
             their folder.",
        ),
        10 => (
            "the disk did not answer as it should",
            "Look at the health of the disk, and whether this program may take more room on it, then ask again: \
             the same request is done only once.",
        ),
        11 => ("the database file is damaged", "Restore the newest backup that verifies."),
        26 => (
            "the file is no SQLite database, or its beginning is damaged",
            "Look whether the name is right; if it is, restore the newest backup that verifies.",
        ),
        13 => FULL,
        14 => (
            "the database file cannot be opened",
            "Look whether the name is right, the folder exists, and this program may read and write there.",
        ),
        _ => return None,
    })
}

/// What PostgreSQL's SQLSTATE codes mean to whoever runs the program.
fn of_postgres(code: &str) -> Option<Told> {
    Some(match code {
        "25006" => (
            "the database may not be written",
            "Look whether its address is that of a standby, or whether it was set to read only.",
        ),
        "42501" => (
            "this program may not do that in the database",
            "Give the user that the database's address names the right to read and write the tables.",
        ),
        "53100" => FULL,
        "53300" => (
            "the database takes no more connections",
            "End programs that hold some, or raise its `max_connections`, then ask again: the same request is \
             done only once.",
        ),
        "57P01" => (
            "the database is shutting down",
            "Start it again, then ask again: the same request is done only once.",
        ),
        "57P03" => (
            "the database is starting or shutting down",
            "Wait until it runs, then ask again: the same request is done only once.",
        ),
        _ => return None,
    })
}

impl Fault {
    /// The fault that `error` of the database at `place` is.
    pub(crate) fn of_database(place: &str, error: &sqlx::Error) -> Self {
        let (what, mend) = match error {
            sqlx::Error::Database(inner) => {
                let is_sqlite = inner.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some();
                let told = inner.code().and_then(|code| {
                    if is_sqlite { of_sqlite(code.parse().ok()?) } else { of_postgres(&code) }
                });
                match told {
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
            // The tables are made or brought up to date when the database is opened, and what keeps it from that is
            // what would keep it from anything else.
            sqlx::Error::Migrate(migrating) => match migrating.as_ref() {
                MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
                    return Self::of_database(place, error);
                }
                other => (
                    format!("the tables of the database are not those of this program: {other}"),
                    "Use the version of the program that made them, or a newer one.",
                ),
            },
            other => (
                format!("the database could not be used: {other}"),
                "Look whether the address is that of a Rochdale database and whether it is well.",
            ),
        };
        Self { what, place: place.to_owned(), mend: mend.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use std::{borrow::Cow, error::Error, fmt};

    use sqlx::error::{DatabaseError, ErrorKind};

    use super::*;

    /// What a server answers that has no more to say than its code.
    #[derive(Debug)]
    struct Answered(&'static str);

    impl fmt::Display for Answered {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }
    }

    impl Error for Answered {}

    impl DatabaseError for Answered {
        fn message(&self) -> &str {
            "could not do it"
        }

        fn code(&self) -> Option<Cow<'_, str>> {
            Some(Cow::Borrowed(self.0))
        }

        fn as_error(&self) -> &(dyn Error + Send + Sync + 'static) {
            self
        }

        fn as_error_mut(&mut self) -> &mut (dyn Error + Send + Sync + 'static) {
            self
        }

        fn into_error(self: Box<Self>) -> Box<dyn Error + Send + Sync + 'static> {
            self
        }

        fn kind(&self) -> ErrorKind {
            ErrorKind::Other
        }
    }

    #[test]
    fn a_server_that_cannot_is_told_so_that_a_person_can_mend_it() {
        let told = |code| Fault::of_database("postgres://here", &sqlx::Error::database(Answered(code)));
        for (code, what, mend) in [
            ("25006", "the database may not be written", "Look whether its address"),
            ("42501", "this program may not do that in the database", "Give the user"),
            ("53100", "the disk is full", "Make room on the disk"),
            ("53300", "the database takes no more connections", "End programs"),
            ("57P01", "the database is shutting down", "Start it again"),
            ("57P03", "the database is starting or shutting down", "Wait until it runs"),
        ] {
            let fault = told(code);
            assert_eq!((fault.what.as_str(), fault.place.as_str()), (what, "postgres://here"), "{code}");
            assert!(fault.mend.starts_with(mend), "{code}: {}", fault.mend);
        }
        // A code that means nothing to a person is not told as another, and PostgreSQL's 13 is not SQLite's.
        for code in ["XX000", "13"] {
            assert_eq!(told(code).what, "the database answered: could not do it", "{code}");
        }
    }

    #[test]
    fn a_full_disk_is_told_alike_of_both_databases() {
        assert_eq!(of_sqlite(13), of_postgres("53100"));
        assert!(of_sqlite(13).is_some());
    }
}
