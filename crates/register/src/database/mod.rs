//! Where books are kept: SQLite, PostgreSQL or memory. All SQL of the books is here, in one text
//! for both engines; only the fastest way to insert differs.

mod beside;
mod memory;
mod migrations;
mod postgres;
mod row;
mod snapshots;
mod sqlite;

use std::sync::Arc;

use futures_util::{StreamExt, TryStreamExt, stream::BoxStream};
use rochdale_core::values::{PartyId, Slug};

pub use self::beside::{Erasure, Goes};
pub(crate) use self::memory::Memory;
use self::row::{EntryRow, stored};
use crate::{
    accounts::KnownAccounts,
    entry::{Entry, Head},
    fault::{Fault, Unread},
    flaw::{Flaw, Wrong},
};

/// The address of a book that ends with the program.
const MEMORY: &str = "memory:";

/// Runs one body for either pool, so that rows stay typed; memory has its own.
macro_rules! on_database {
    ($database:expr, $pool:ident => $sql:expr, $memory:ident => $plain:expr) => {
        match &$database.kept {
            $crate::database::Kept::Sqlite($pool) => $sql,
            $crate::database::Kept::Postgres($pool) => $sql,
            $crate::database::Kept::Memory($memory) => $plain,
        }
    };
}
pub(crate) use on_database;

/// A database with the books of any number of organizations. Cloning gives another handle to it.
#[derive(Clone)]
pub struct Database {
    pub(crate) kept: Kept,
    /// The address without its password, for messages.
    place: Arc<str>,
    /// The accounts that were looked up a moment ago.
    pub(crate) known: Arc<KnownAccounts>,
    /// Rings when mail is queued by this program.
    pub(crate) bell: Arc<tokio::sync::Notify>,
}

#[derive(Clone)]
pub(crate) enum Kept {
    Sqlite(sqlx::SqlitePool),
    Postgres(sqlx::PgPool),
    Memory(Arc<Memory>),
}

/// Why entries were not appended. Nothing of them is in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAppended {
    /// The book has another head than the one the entries are chained to: somebody else appended.
    HeadMoved,
    /// The machine failed.
    Fault(Fault),
}

impl Database {
    /// Opens the database at `url`, making what is missing: `sqlite:PATH` for a file,
    /// `postgres://...` for a server, `memory:` for a book that ends with the program.
    pub async fn open(url: &str) -> Result<Self, Fault> {
        Self::open_or_make(url, true).await
    }

    /// Opens the database at `url` as [`Database::open`] does, but never makes a file: for whoever
    /// wants to look at a book, and would be deceived by an empty one.
    pub async fn open_existing(url: &str) -> Result<Self, Fault> {
        Self::open_or_make(url, false).await
    }

    async fn open_or_make(url: &str, make: bool) -> Result<Self, Fault> {
        Self::must_be_an_address(url)?;
        let place: Arc<str> = without_password(url).into();
        let kept = if let Some(path) = url.strip_prefix("sqlite:") {
            Kept::Sqlite(sqlite::open(path, make, &place).await?)
        } else if url == MEMORY {
            Kept::Memory(Arc::default())
        } else {
            Kept::Postgres(postgres::open(url, &place).await?)
        };
        Ok(Self { kept, place, known: Arc::default(), bell: Arc::default() })
    }

    /// Refuses what is not the address of a database at all: no machine has failed there.
    pub fn must_be_an_address(url: &str) -> Result<(), Fault> {
        let schemes = ["sqlite:", "postgres://", "postgresql://"];
        if url == MEMORY || schemes.iter().any(|scheme| url.starts_with(scheme)) {
            return Ok(());
        }
        Err(Fault {
            what: "this is not the address of a database".to_owned(),
            place: without_password(url),
            mend: "Give sqlite:PATH, for example sqlite:rochdale.db, or postgres://NAME@HOST/DATABASE."
                .to_owned(),
        })
    }

    /// The address without its password.
    pub fn place(&self) -> &str {
        &self.place
    }

    pub(crate) fn fault(&self, error: &sqlx::Error) -> Fault {
        Fault::of_database(&self.place, error)
    }

    /// The handles of the organizations that have a book here, in order. Any entry is of a book: one whose first is gone
    /// is damaged, and not gone.
    pub async fn organizations(&self) -> Result<Vec<Slug>, Fault> {
        // From one to the next by the index: a book of millions of entries is not looked through.
        const SQL: &str = "WITH RECURSIVE book(organization) AS ( \
                SELECT min(organization) FROM entry \
                UNION ALL \
                SELECT (SELECT min(organization) FROM entry WHERE organization > book.organization) \
                FROM book WHERE book.organization IS NOT NULL) \
            SELECT organization FROM book WHERE organization IS NOT NULL ORDER BY organization";
        on_database!(self,
            pool => {
                let names: Vec<String> =
                    sqlx::query_scalar(SQL).fetch_all(pool).await.map_err(|error| self.fault(&error))?;
                Ok(names.iter().map(|name| Slug::new(name)).collect())
            },
            memory => Ok(memory.organizations()))
    }

    /// The height of the last entry of a book; 0 where there is none.
    pub async fn height(&self, organization: &Slug) -> Result<u64, Fault> {
        const SQL: &str = "SELECT max(height) FROM entry WHERE organization = $1";
        let height: Option<i64> = on_database!(self,
            pool => sqlx::query_scalar(SQL)
                .bind(organization.as_str())
                .fetch_one(pool)
                .await
                .map_err(|error| self.fault(&error))?,
            memory => return Ok(memory.head(organization).height));
        Ok(height.and_then(|height| u64::try_from(height).ok()).unwrap_or(0))
    }

    /// The end of a book.
    pub async fn head(&self, organization: &Slug) -> Result<Head, Unread> {
        let height = self.height(organization).await?;
        let entry = self.entries(organization, height, height).next().await;
        Ok(entry.transpose()?.map_or_else(Head::default, |entry| entry.head()))
    }

    /// The entries of a book from one height through another, in order and unchecked. A row that
    /// cannot be read ends the stream with a flaw at its height.
    pub fn entries<'a>(
        &'a self,
        organization: &'a Slug,
        from: u64,
        through: u64,
    ) -> BoxStream<'a, Result<Entry, Unread>> {
        const SQL: &str = "SELECT e.height, e.at, e.asked_by, e.request, e.payload, e.party, e.digests, p.body \
             FROM entry e LEFT JOIN personal p ON p.organization = e.organization AND p.party = e.party \
             AND p.height = e.height \
             WHERE e.organization = $1 AND e.height BETWEEN $2 AND $3 ORDER BY e.height";
        let rows: BoxStream<'a, Result<EntryRow, sqlx::Error>> = on_database!(self,
        pool => sqlx::query_as(SQL)
            .bind(organization.as_str())
            .bind(stored(from))
            .bind(stored(through))
            .fetch(pool),
        memory => {
            let entries = memory.entries(organization, from, through);
            return futures_util::stream::iter(entries.into_iter().map(Ok)).boxed();
        });
        let mut next = from;
        rows.map(move |row| {
            let expected = next;
            next += 1;
            match row {
                Ok(row) => Ok(row::entry(organization, row)?),
                Err(sqlx::Error::ColumnDecode { index, source }) => {
                    let what = format!("its column {index} cannot be read: {source}");
                    Err(Flaw::at(expected, Wrong::Unreadable(what)).into())
                }
                Err(error) => Err(self.fault(&error).into()),
            }
        })
        .boxed()
    }

    /// Appends entries of one organization, chained to its head, and erases what `erasures` name, in
    /// one durable transaction: all of it or nothing.
    pub async fn append(
        &self,
        organization: &Slug,
        entries: &[Entry],
        erasures: &[Erasure],
    ) -> Result<(), NotAppended> {
        self.check_is_there()?;
        let appended = match &self.kept {
            Kept::Sqlite(pool) => sqlite::append(pool, organization, entries, erasures).await,
            Kept::Postgres(pool) => postgres::append(pool, organization, entries, erasures).await,
            Kept::Memory(memory) => {
                memory.append(organization, entries, erasures)?;
                self.forget_accounts(organization, erasures);
                return Ok(());
            }
        };
        appended.map_err(|error| match error.as_database_error() {
            // The height is taken: somebody else appended since this head was read.
            Some(inner) if inner.is_unique_violation() => NotAppended::HeadMoved,
            _ => {
                let mut fault = self.fault(&error);
                if matches!(error, sqlx::Error::Io(_)) {
                    fault.what.push_str("; nobody knows whether the request was done");
                }
                NotAppended::Fault(fault)
            }
        })?;
        self.forget_accounts(organization, erasures);
        // It may have been removed meanwhile: then what was committed is nowhere.
        self.check_is_there()
    }

    /// Whether what is appended would stay: a file that was removed takes it, and is gone with the program.
    fn check_is_there(&self) -> Result<(), NotAppended> {
        match &self.kept {
            Kept::Sqlite(pool) => sqlite::check_is_there(pool, &self.place).map_err(NotAppended::Fault),
            _ => Ok(()),
        }
    }

    /// Erases everything that stands beside the book of a party. Their hashes stay, so the book still verifies.
    pub async fn erase(&self, organization: &Slug, party: PartyId) -> Result<(), Fault> {
        let erasure = Erasure { party, before: u64::MAX, what: Goes::Everything };
        let erasures = [erasure];
        match &self.kept {
            Kept::Sqlite(pool) => {
                let erased = sqlite::append(pool, organization, &[], &erasures).await;
                erased.map_err(|error| self.fault(&error))?;
            }
            Kept::Postgres(pool) => {
                let erased = postgres::append(pool, organization, &[], &erasures).await;
                erased.map_err(|error| self.fault(&error))?;
            }
            Kept::Memory(memory) => memory.erase(organization, &erasures[0]),
        }
        self.forget_accounts(organization, &erasures);
        Ok(())
    }

    /// Whoever was erased acts through nothing any longer, from now on and not in ten seconds.
    fn forget_accounts(&self, organization: &Slug, erasures: &[Erasure]) {
        for erasure in erasures.iter().filter(|erasure| erasure.what == Goes::Everything) {
            self.known.forget_of(organization, erasure.party);
        }
    }

    /// All entries of a book through its present end, with that end.
    pub async fn whole_book<'a>(
        &'a self,
        organization: &'a Slug,
    ) -> Result<(Head, BoxStream<'a, Result<Entry, Unread>>), Unread> {
        let head = self.head(organization).await?;
        Ok((head, self.entries(organization, 1, head.height)))
    }

    /// The entries of one stretch of a book, all at once.
    pub async fn stretch(&self, organization: &Slug, from: u64, through: u64) -> Result<Vec<Entry>, Unread> {
        self.entries(organization, from, through).try_collect().await
    }

    /// Lets go of the database, after what is under way.
    pub async fn close(&self) {
        on_database!(self, pool => pool.close().await, _memory => ());
    }
}

/// `url` as it may stand in a message: the password of a server's address is left out.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let authority_end = rest.find('/').unwrap_or(rest.len());
    let Some(at) = rest[..authority_end].rfind('@') else { return url.to_owned() };
    let name = rest[..at].split(':').next().unwrap_or_default();
    format!("{scheme}://{name}{}", &rest[at..])
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn a_password_never_stands_in_a_message() {
        assert_eq!(without_password("postgres://ana:se:c@ret@host/books"), "postgres://ana@host/books");
        assert_eq!(without_password("postgres://ana@host/books"), "postgres://ana@host/books");
        assert_eq!(without_password("postgres://host/books?x=a@b"), "postgres://host/books?x=a@b");
        assert_eq!(without_password("sqlite:a.db"), "sqlite:a.db");
    }
}
