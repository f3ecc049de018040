//! A PostgreSQL server.

use std::time::Duration;

use rochdale_core::values::Slug;
use sqlx::{PgConnection, PgPool, postgres::PgPoolOptions};

use super::{
    Erasure,
    beside::erase,
    migrations::migrations,
    row::{beside, digests, stored},
    snapshots::{FORGET_ALL, LOCK},
};
use crate::{
    entry::{Entry, by_text},
    fault::Fault,
};

/// How long to try before the server is said to be out of reach.
const REACH_TIMEOUT: Duration = Duration::from_secs(5);

/// How many entries one statement takes: a message to the server has an end, a book has none.
const ROWS_A_STATEMENT: usize = 4096;

/// Connects to the server, making the tables where they are missing.
pub async fn open(url: &str, place: &str) -> Result<PgPool, Fault> {
    let pool = PgPoolOptions::new()
        .max_connections(8)
        .acquire_timeout(REACH_TIMEOUT)
        .connect(url)
        .await
        .map_err(|error| Fault::of_database(place, &error))?;
    migrations!("postgres").run(&pool).await.map_err(|error| Fault::of_database(place, &error.into()))?;
    Ok(pool)
}

/// Appends and erases in one transaction.
pub async fn append(
    pool: &PgPool,
    organization: &Slug,
    entries: &[Entry],
    erasures: &[Erasure],
) -> Result<(), sqlx::Error> {
    let nothing_beside = erasures.is_empty() && entries.iter().all(|entry| entry.personal.is_none());
    if nothing_beside && entries.len() <= ROWS_A_STATEMENT {
        // One statement is a transaction by itself, without the round trips to begin and end one.
        return insert(&mut *pool.acquire().await?, organization, entries).await;
    }
    let mut transaction = pool.begin().await?;
    for entries in entries.chunks(ROWS_A_STATEMENT) {
        insert(&mut transaction, organization, entries).await?;
        insert_personal(&mut transaction, organization, entries).await?;
    }
    for erasure in erasures {
        erase!(transaction, organization, erasure);
    }
    if !erasures.is_empty() {
        sqlx::query(LOCK).execute(&mut *transaction).await?;
        for sql in FORGET_ALL {
            sqlx::query(sql).bind(organization.as_str()).execute(&mut *transaction).await?;
        }
    }
    transaction.commit().await
}

/// Inserts the entries by one statement over arrays: four times as fast as row by row.
async fn insert(
    connection: &mut PgConnection,
    organization: &Slug,
    entries: &[Entry],
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO entry (organization, height, at, asked_by, request, payload, party, digests) \
         SELECT $1, * FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::bytea[], $6::text[], \
         $7::bigint[], $8::bytea[])",
    )
    .bind(organization.as_str())
    .bind(entries.iter().map(|entry| stored(entry.height)).collect::<Vec<_>>())
    .bind(entries.iter().map(|entry| entry.at.as_microsecond()).collect::<Vec<_>>())
    .bind(entries.iter().map(|entry| by_text(entry.by)).collect::<Vec<_>>())
    .bind(entries.iter().map(|entry| &entry.request.0.as_bytes()[..]).collect::<Vec<_>>())
    .bind(entries.iter().map(|entry| entry.payload.as_str()).collect::<Vec<_>>())
    .bind(
        entries
            .iter()
            .map(|entry| entry.personal.as_ref().map(|part| i64::from(part.party.0)))
            .collect::<Vec<_>>(),
    )
    .bind(entries.iter().map(digests).collect::<Vec<_>>())
    .execute(connection)
    .await?;
    Ok(())
}

/// Inserts the personal details that come with the entries.
async fn insert_personal(
    connection: &mut PgConnection,
    organization: &Slug,
    entries: &[Entry],
) -> Result<(), sqlx::Error> {
    let personal = beside(entries);
    sqlx::query(
        "INSERT INTO personal (organization, party, height, body) \
         SELECT $1, * FROM unnest($2::bigint[], $3::bigint[], $4::text[])",
    )
    .bind(organization.as_str())
    .bind(personal.iter().map(|(party, ..)| *party).collect::<Vec<_>>())
    .bind(personal.iter().map(|(_, height, _)| *height).collect::<Vec<_>>())
    .bind(personal.iter().map(|(.., body)| *body).collect::<Vec<_>>())
    .execute(connection)
    .await?;
    Ok(())
}
