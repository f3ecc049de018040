//! The embedded database.

use std::{iter, sync::LazyLock, time::Duration};

use rochdale_core::values::Slug;
use sqlx::{
    AssertSqlSafe, Connection, SqlSafeStr, SqlStr, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{
    Erasure,
    beside::erase,
    migrations::migrations,
    row::{beside, digests, stored},
    snapshots::FORGET_ALL,
};
use crate::{
    entry::{Entry, by_text},
    fault::Fault,
};

/// How long a writer waits for another program that holds the file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// How long somebody waits for a connection. Longer than another program is waited for: it is that one that is told then,
/// and not that there was no connection.
const CONNECTION_TIMEOUT: Duration = Duration::from_secs(15);

/// How much of the file each connection keeps in memory, as SQLite takes it: minus so many KiB. Books are read once, from
/// the first row to the last, and then appended to; what is asked again and again is not asked of the database.
const CACHE_SIZE: &str = "-256";

/// How many rows are read ahead of whoever folds them: fewer, and the two wait for each other.
const ROWS_AHEAD: usize = 512;

/// Rows go in by multi-row statements of these sizes, largest first. Few sizes, so that the
/// statements stay prepared; one row at a time costs twice as much.
const ROWS_A_STATEMENT: [usize; 4] = [64, 16, 4, 1];

static ENTRIES: LazyLock<[SqlStr; 4]> = LazyLock::new(|| {
    inserts("entry (organization, height, at, asked_by, request, payload, party, digests)", 8)
});

static PERSONAL: LazyLock<[SqlStr; 4]> =
    LazyLock::new(|| inserts("personal (organization, party, height, body)", 4));

/// The statements that put rows into these columns, one for each size. The places have no names: of each that has
/// one, binding looks for it among all before.
fn inserts(into: &str, columns: usize) -> [SqlStr; 4] {
    ROWS_A_STATEMENT.map(|rows| {
        let row = format!("({})", vec!["?"; columns].join(", "));
        // Made of what stands above: nothing in it comes from outside.
        AssertSqlSafe(format!("INSERT INTO {into} VALUES {}", vec![row; rows].join(", "))).into_sql_str()
    })
}

/// The rows in stretches of these sizes, each with the place of its size.
fn stretches<T>(mut rest: &[T]) -> impl Iterator<Item = (usize, &[T])> {
    iter::from_fn(move || {
        let place = ROWS_A_STATEMENT.iter().position(|rows| *rows <= rest.len())?;
        let (these, after) = rest.split_at(ROWS_A_STATEMENT[place]);
        rest = after;
        Some((place, these))
    })
}

/// Opens the file at `path`, making its tables where they are missing, and the file if `make`. Every
/// commit is on the disk before it is answered, and what is erased is overwritten.
pub async fn open(path: &str, make: bool, place: &str) -> Result<SqlitePool, Fault> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(make)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(BUSY_TIMEOUT)
        .row_buffer_size(ROWS_AHEAD)
        .pragma("secure_delete", "ON")
        .pragma("cache_size", CACHE_SIZE);
    let pool = SqlitePoolOptions::new()
        .max_connections(4)
        .acquire_timeout(CONNECTION_TIMEOUT)
        // Where the disk is full at a commit, SQLite ends the transaction by itself and sqlx takes it for open: no other
        // could be begun on that connection, also when there is room again.
        .before_acquire(|connection, _| {
            let is_free = !connection.is_in_transaction();
            Box::pin(async move { Ok(is_free) })
        })
        .connect_with(options.clone())
        .await
        .map_err(|error| Fault::of_database(place, &error))?;
    // Only the first connection makes the file. Were it removed while the program runs, the next would make an
    // empty one in its place, in which nobody has an account and all looks well.
    pool.set_connect_options(options.create_if_missing(false));
    migrations!("sqlite").run(&pool).await.map_err(|error| Fault::of_database(place, &error.into()))?;
    Ok(pool)
}

/// Appends and erases in one transaction.
pub async fn append(
    pool: &SqlitePool,
    organization: &Slug,
    entries: &[Entry],
    erasures: &[Erasure],
) -> Result<(), sqlx::Error> {
    let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
    for (place, entries) in stretches(entries) {
        let mut query = sqlx::query(ENTRIES[place].clone());
        for entry in entries {
            query = query
                .bind(organization.as_str())
                .bind(stored(entry.height))
                .bind(entry.at.as_microsecond())
                .bind(by_text(entry.by))
                .bind(&entry.request.0.as_bytes()[..])
                .bind(entry.payload.as_str())
                .bind(entry.personal.as_ref().map(|personal| i64::from(personal.party.0)))
                .bind(digests(entry));
        }
        query.execute(&mut *transaction).await?;
    }
    for (place, personal) in stretches(&beside(entries)) {
        let mut query = sqlx::query(PERSONAL[place].clone());
        for (party, height, body) in personal {
            query = query.bind(organization.as_str()).bind(*party).bind(*height).bind(*body);
        }
        query.execute(&mut *transaction).await?;
    }
    for erasure in erasures {
        erase!(transaction, organization, erasure);
    }
    if !erasures.is_empty() {
        for sql in FORGET_ALL {
            sqlx::query(sql).bind(organization.as_str()).execute(&mut *transaction).await?;
        }
    }
    transaction.commit().await?;
    if !erasures.is_empty() {
        // The write-ahead log still holds the pages as they were. It is emptied at once unless
        // somebody is reading just now; then the next checkpoint does it.
        if let Err(error) = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(pool).await {
            tracing::warn!(%error, "what was erased stays in the write-ahead log for a while");
        }
    }
    Ok(())
}

/// Checks that the file is still there. One that was removed can be written to as before, and all
/// of it is gone when the program ends: a commit into such a file is none.
pub fn check_is_there(pool: &SqlitePool, place: &str) -> Result<(), Fault> {
    if pool.connect_options().get_filename().exists() {
        return Ok(());
    }
    Err(Fault {
        what: "the database file was removed while it was in use".to_owned(),
        place: place.to_owned(),
        mend: "Stop the program, put the file back or restore the newest backup, and start again.".to_owned(),
    })
}
