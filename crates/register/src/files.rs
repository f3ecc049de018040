//! The bytes of documents in the archive. The register has their hash; they stand beside it, each document's by
//! themselves, and go when it is erased.

use rochdale_core::values::{DocumentId, Slug};

use crate::{
    database::{Database, on_database},
    fault::Fault,
    papers::PAPER_BYTES_MAX,
};

/// How many bytes a document has at the most, as a paper.
pub const FILE_BYTES_MAX: usize = PAPER_BYTES_MAX;

/// Deletes the bytes of document `$2`.
pub(crate) const FORGET_FILE: &str = "DELETE FROM archive_file WHERE organization = $1 AND document = $2";

impl Database {
    /// Keeps the bytes of a document, in the place of those that were kept before. That they are those that were
    /// filed is for whoever hands them over to see to.
    pub async fn keep_file(
        &self,
        organization: &Slug,
        document: DocumentId,
        bytes: &[u8],
    ) -> Result<(), Fault> {
        const SQL: &str = "INSERT INTO archive_file (organization, document, body) VALUES ($1, $2, $3) \
            ON CONFLICT (organization, document) DO UPDATE SET body = excluded.body";
        on_database!(self,
        pool => {
            let query = sqlx::query(SQL).bind(organization.as_str()).bind(i64::from(document.0)).bind(bytes);
            query.execute(pool).await.map_err(|error| self.fault(&error))?;
        },
        memory => {
            memory.beside().files.insert((organization.clone(), document), bytes.to_vec());
        });
        Ok(())
    }

    /// The bytes of a document; `None` where they are not here, or were erased.
    pub async fn file(&self, organization: &Slug, document: DocumentId) -> Result<Option<Vec<u8>>, Fault> {
        const SQL: &str = "SELECT body FROM archive_file WHERE organization = $1 AND document = $2";
        on_database!(self,
        pool => sqlx::query_scalar(SQL)
            .bind(organization.as_str())
            .bind(i64::from(document.0))
            .fetch_optional(pool)
            .await
            .map_err(|error| self.fault(&error)),
        memory => Ok(memory.beside().files.get(&(organization.clone(), document)).cloned()))
    }

    /// Drops the bytes of a document that was erased while they were on their way.
    pub async fn drop_file(&self, organization: &Slug, document: DocumentId) -> Result<(), Fault> {
        on_database!(self,
        pool => {
            let query = sqlx::query(FORGET_FILE).bind(organization.as_str()).bind(i64::from(document.0));
            query.execute(pool).await.map_err(|error| self.fault(&error))?;
        },
        memory => {
            memory.beside().files.remove(&(organization.clone(), document));
        });
        Ok(())
    }
}
