//! Papers that both sides of an agreement signed, as they were uploaded. The register has the hash of their bytes;
//! the bytes stand beside it and go with the party's details.

use rochdale_core::values::{Digest, PartyId, Slug};

use crate::{
    database::{Database, on_database},
    fault::Fault,
};

/// How many bytes a paper has at the most: a scan of a dozen pages.
pub const PAPER_BYTES_MAX: usize = 10 * 1024 * 1024;

/// What a PDF begins with (ISO 32000-1, 7.5.2).
const PDF_BEGINS: &[u8] = b"%PDF-";
/// What stands at its end, and how far from it at the most.
const PDF_ENDS: &[u8] = b"%%EOF";
const PDF_END_WITHIN: usize = 1024;

/// Why a paper is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotKept {
    /// It has more than [`PAPER_BYTES_MAX`] bytes.
    TooLarge,
    /// It is no PDF, whatever it is called.
    NotAPdf,
    /// The machine failed.
    Fault(Fault),
}

/// Whether bytes are a PDF, by what they begin and end with: what it is called says nothing.
fn is_pdf(bytes: &[u8]) -> bool {
    let end = &bytes[bytes.len().saturating_sub(PDF_END_WITHIN)..];
    bytes.starts_with(PDF_BEGINS) && end.windows(PDF_ENDS.len()).any(|window| window == PDF_ENDS)
}

impl Database {
    /// Keeps a paper of a party, once, and gives the hash of its bytes.
    pub async fn keep_paper(
        &self,
        organization: &Slug,
        party: PartyId,
        bytes: &[u8],
    ) -> Result<Digest, NotKept> {
        const SQL: &str = "INSERT INTO paper (organization, party, hash, body) VALUES ($1, $2, $3, $4) \
            ON CONFLICT (organization, party, hash) DO NOTHING";
        if bytes.len() > PAPER_BYTES_MAX {
            return Err(NotKept::TooLarge);
        }
        if !is_pdf(bytes) {
            return Err(NotKept::NotAPdf);
        }
        let hash = Digest::of(bytes);
        on_database!(self,
        pool => {
            let done = sqlx::query(SQL)
                .bind(organization.as_str())
                .bind(i64::from(party.0))
                .bind(&hash.0[..])
                .bind(bytes)
                .execute(pool)
                .await;
            done.map_err(|error| NotKept::Fault(self.fault(&error)))?;
        },
        memory => {
            let mut beside = memory.beside();
            beside.papers.entry((organization.clone(), party, hash)).or_insert_with(|| bytes.to_vec());
        });
        Ok(hash)
    }

    /// The bytes of a paper of a party; `None` where they are not here, or were erased.
    pub async fn paper(
        &self,
        organization: &Slug,
        party: PartyId,
        hash: Digest,
    ) -> Result<Option<Vec<u8>>, Fault> {
        const SQL: &str = "SELECT body FROM paper WHERE organization = $1 AND party = $2 AND hash = $3";
        on_database!(self,
        pool => sqlx::query_scalar(SQL)
            .bind(organization.as_str())
            .bind(i64::from(party.0))
            .bind(&hash.0[..])
            .fetch_optional(pool)
            .await
            .map_err(|error| self.fault(&error)),
        memory => Ok(memory.beside().papers.get(&(organization.clone(), party, hash)).cloned()))
    }

    /// Drops a paper that was kept for a record which was not made.
    pub async fn drop_paper(&self, organization: &Slug, party: PartyId, hash: Digest) -> Result<(), Fault> {
        const SQL: &str = "DELETE FROM paper WHERE organization = $1 AND party = $2 AND hash = $3";
        on_database!(self,
        pool => {
            let done = sqlx::query(SQL)
                .bind(organization.as_str())
                .bind(i64::from(party.0))
                .bind(&hash.0[..])
                .execute(pool)
                .await;
            done.map_err(|error| self.fault(&error))?;
        },
        memory => {
            memory.beside().papers.remove(&(organization.clone(), party, hash));
        });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::is_pdf;

    #[test]
    fn a_pdf_is_known_by_its_bytes() {
        assert!(is_pdf(b"%PDF-1.7\n1 0 obj\n%%EOF\n"));
        let padded = [&b"%PDF-1.4\n"[..], &[b' '; 5000], b"%%EOF", &[0; 900]].concat();
        assert!(is_pdf(&padded));
        for other in [&b""[..], b"%PDF-1.7\nwithout an end", b"<html>%PDF-%%EOF", b"MZ%PDF-%%EOF"] {
            assert!(!is_pdf(other), "{}", String::from_utf8_lossy(other));
        }
        let far = [&b"%PDF-1.4\n%%EOF"[..], &[0; 5000]].concat();
        assert!(!is_pdf(&far), "something else hangs on it");
    }
}
