//! Snapshots as rows. What is in them is not looked at here.

use futures_util::{StreamExt, stream::BoxStream};
use rochdale_core::values::Slug;

use super::{Database, on_database, row::stored};
use crate::{entry::Head, fault::Fault, hash::Digest};

/// Keeps erasing and finishing a snapshot apart on PostgreSQL: each sees what the other has done.
pub(super) const LOCK: &str = "LOCK TABLE snapshot IN EXCLUSIVE MODE";

/// What an erasure does to the snapshots of a book, besides to the details themselves.
pub(super) const FORGET_ALL: [&str; 2] =
    ["DELETE FROM snapshot WHERE organization = $1", "DELETE FROM snapshot_part WHERE organization = $1"];

/// A snapshot that is there as a whole.
pub(crate) struct Kept {
    /// The height of the entry after which it is the state.
    pub height: u64,
    /// The hash of that entry.
    pub hash: Digest,
    /// The layout of its parts.
    pub layout: u32,
    /// The hash of the hashes of its parts, in order.
    pub digest: Digest,
}

impl Database {
    /// The newest snapshot of a book that is there as a whole, if any is. Books in memory have none.
    pub(crate) async fn newest_snapshot(&self, organization: &Slug) -> Result<Option<Kept>, Fault> {
        const SQL: &str = "SELECT height, hash, layout, digest FROM snapshot WHERE organization = $1 \
            ORDER BY height DESC LIMIT 1";
        let row: Option<(i64, Vec<u8>, i64, Vec<u8>)> = on_database!(self,
            pool => sqlx::query_as(SQL)
                .bind(organization.as_str())
                .fetch_optional(pool)
                .await
                .map_err(|error| self.fault(&error))?,
            _memory => return Ok(None));
        // A row that holds what no snapshot has is as good as none.
        Ok(row.and_then(|(height, hash, layout, digest)| {
            Some(Kept {
                height: u64::try_from(height).ok()?,
                hash: Digest::from_bytes(&hash)?,
                layout: u32::try_from(layout).ok()?,
                digest: Digest::from_bytes(&digest)?,
            })
        }))
    }

    /// The parts of a snapshot, in order.
    pub(crate) fn snapshot_parts<'a>(
        &'a self,
        organization: &'a Slug,
        height: u64,
    ) -> BoxStream<'a, Result<Vec<u8>, Fault>> {
        const SQL: &str =
            "SELECT body FROM snapshot_part WHERE organization = $1 AND height = $2 ORDER BY part";
        let bodies: BoxStream<'a, Result<Vec<u8>, sqlx::Error>> = on_database!(self,
            pool => sqlx::query_scalar(SQL).bind(organization.as_str()).bind(stored(height)).fetch(pool),
            _memory => futures_util::stream::empty().boxed());
        bodies.map(|body| body.map_err(|error| self.fault(&error))).boxed()
    }

    /// Keeps a part of a snapshot that is being written. Each is a transaction of its own, so that
    /// nobody who appends to the book waits for the whole.
    pub(crate) async fn keep_snapshot_part(
        &self,
        organization: &Slug,
        height: u64,
        part: i64,
        body: &[u8],
    ) -> Result<(), Fault> {
        const SQL: &str = "INSERT INTO snapshot_part (organization, height, part, body) VALUES ($1, $2, $3, $4) \
            ON CONFLICT (organization, height, part) DO UPDATE SET body = excluded.body";
        on_database!(self,
            pool => {
                sqlx::query(SQL)
                    .bind(organization.as_str())
                    .bind(stored(height))
                    .bind(part)
                    .bind(body)
                    .execute(pool)
                    .await
                    .map_err(|error| self.fault(&error))?;
            },
            _memory => ());
        Ok(())
    }

    /// Makes the parts that were kept a snapshot, and deletes every other one of this book; but not
    /// where details were erased after `head`, which would come back from it, and not where parts are
    /// missing. Then its parts go too.
    pub(crate) async fn finish_snapshot(
        &self,
        organization: &Slug,
        head: Head,
        layout: u32,
        parts: i64,
        digest: Digest,
    ) -> Result<(), Fault> {
        const IS_FIT: &str = "SELECT \
            (SELECT count(*) FROM snapshot_part WHERE organization = $1 AND height = $2) = $3 \
            AND NOT EXISTS (SELECT 1 FROM entry WHERE organization = $1 AND height > $2 \
                AND (payload LIKE '{\"person_erased\":%' OR payload LIKE '{\"details_corrected\":%' \
                    OR payload LIKE '{\"words_erased\":%' OR payload LIKE '{\"document_erased\":%'))";
        const FINISH: &str = "INSERT INTO snapshot (organization, height, hash, layout, parts, digest) \
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (organization, height) DO UPDATE \
            SET hash = excluded.hash, layout = excluded.layout, parts = excluded.parts, digest = excluded.digest";
        const FORGET: &str = "DELETE FROM snapshot WHERE organization = $1 AND height <> $2";
        const FORGET_PARTS: &str = "DELETE FROM snapshot_part WHERE organization = $1 AND height <> $2";
        on_database!(self,
        pool => {
            let finished = async {
                let (begin, lock) = self.alone();
                let mut transaction = pool.begin_with(begin).await?;
                sqlx::query(lock).execute(&mut *transaction).await?;
                let is_fit: bool = sqlx::query_scalar(IS_FIT)
                    .bind(organization.as_str())
                    .bind(stored(head.height))
                    .bind(parts)
                    .fetch_one(&mut *transaction)
                    .await?;
                if is_fit {
                    sqlx::query(FINISH)
                        .bind(organization.as_str())
                        .bind(stored(head.height))
                        .bind(&head.hash.0[..])
                        .bind(i64::from(layout))
                        .bind(parts)
                        .bind(&digest.0[..])
                        .execute(&mut *transaction)
                        .await?;
                }
                // Of one that is not fit, nothing is to stay either.
                let kept = if is_fit { stored(head.height) } else { -1 };
                for sql in [FORGET, FORGET_PARTS] {
                    sqlx::query(sql).bind(organization.as_str()).bind(kept).execute(&mut *transaction).await?;
                }
                transaction.commit().await
            };
            finished.await.map_err(|error: sqlx::Error| self.fault(&error))
        },
        _memory => Ok(()))
    }

    /// How a transaction begins that nobody else's erasure comes in between.
    fn alone(&self) -> (&'static str, &'static str) {
        match self.kept {
            super::Kept::Postgres(_) => ("BEGIN", LOCK),
            _ => ("BEGIN IMMEDIATE", "SELECT 1"),
        }
    }

    /// Deletes the parts that are left of a snapshot of this height that was never finished.
    pub(crate) async fn forget_snapshot_parts(&self, organization: &Slug, height: u64) -> Result<(), Fault> {
        const SQL: &str = "DELETE FROM snapshot_part WHERE organization = $1 AND height = $2";
        on_database!(self,
            pool => {
                sqlx::query(SQL)
                    .bind(organization.as_str())
                    .bind(stored(height))
                    .execute(pool)
                    .await
                    .map_err(|error| self.fault(&error))?;
            },
            _memory => ());
        Ok(())
    }
}
