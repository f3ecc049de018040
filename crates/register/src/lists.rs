//! What lists of members leave beside the register: a secret from which the ids of what a list brings are
//! derived, and whom a mail group had when somebody last brought it up to date. Neither is a fact: nothing
//! was decided, and nobody's rights rest on it.

use jiff::Timestamp;
use rand::RngCore;
use rochdale_core::values::{IdSet, PartyId, Slug};

use crate::{
    database::{Database, on_database},
    fault::Fault,
};

/// Somebody brought the members' mail group up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupExport {
    /// Counted from 1.
    pub number: u32,
    /// When.
    pub at: Timestamp,
    /// Who; `None` for the desk.
    pub by: Option<PartyId>,
    /// The group's address.
    pub address: String,
    /// Whom it had from then on.
    pub people: IdSet<PartyId>,
}

impl Database {
    /// The secret of `organization` from which the ids of what a list brings are derived. It is drawn when it
    /// is first asked for, and forgotten whenever somebody's details are erased: with it one could find out
    /// whether a guess at them is right.
    pub async fn list_key(&self, organization: &Slug) -> Result<[u8; 32], Fault> {
        const INSERT: &str =
            "INSERT INTO list_key (organization, body) VALUES ($1, $2) ON CONFLICT (organization) DO NOTHING";
        const SELECT: &str = "SELECT body FROM list_key WHERE organization = $1";
        let mut drawn = [0; 32];
        rand::rng().fill_bytes(&mut drawn);
        let kept: Vec<u8> = on_database!(self,
        pool => {
            sqlx::query(INSERT)
                .bind(organization.as_str())
                .bind(&drawn[..])
                .execute(pool)
                .await
                .map_err(|error| self.fault(&error))?;
            sqlx::query_scalar(SELECT)
                .bind(organization.as_str())
                .fetch_one(pool)
                .await
                .map_err(|error| self.fault(&error))?
        },
        memory => memory.beside().list_keys.entry(organization.clone()).or_insert(drawn).to_vec());
        // Whatever else stood there is not a key; a new one does no harm.
        Ok(kept.try_into().unwrap_or(drawn))
    }

    /// Keeps that the members' mail group at `address` was brought up to date; gives its number.
    pub async fn record_group(
        &self,
        organization: &Slug,
        by: Option<PartyId>,
        at: Timestamp,
        address: &str,
        people: &IdSet<PartyId>,
    ) -> Result<u32, Fault> {
        const SQL: &str = "INSERT INTO group_export (organization, number, at, party, address, people) \
            SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3, $4, $5 FROM group_export WHERE organization = $1 \
            RETURNING number";
        let written = serde_json::to_string(people).unwrap_or_default();
        let number: i64 = on_database!(self,
        pool => sqlx::query_scalar(SQL)
            .bind(organization.as_str())
            .bind(at.as_microsecond())
            .bind(by.map(|party| i64::from(party.0)))
            .bind(address)
            .bind(written.as_str())
            .fetch_one(pool)
            .await
            .map_err(|error| self.fault(&error))?,
        memory => {
            let mut beside = memory.beside();
            let kept = beside.group_exports.entry(organization.clone()).or_default();
            let number = u32::try_from(kept.len() + 1).unwrap_or(u32::MAX);
            kept.push(GroupExport { number, at, by, address: address.to_owned(), people: people.clone() });
            i64::from(number)
        });
        Ok(u32::try_from(number).unwrap_or(u32::MAX))
    }

    /// When the members' mail group was brought up to date, in order.
    pub async fn group_exports(&self, organization: &Slug) -> Result<Vec<GroupExport>, Fault> {
        const SQL: &str = "SELECT number, at, party, address, people FROM group_export \
            WHERE organization = $1 ORDER BY number";
        let rows: Vec<(i64, i64, Option<i64>, String, String)> = on_database!(self,
        pool => sqlx::query_as(SQL)
            .bind(organization.as_str())
            .fetch_all(pool)
            .await
            .map_err(|error| self.fault(&error))?,
        memory => return Ok(memory.beside().group_exports.get(organization).cloned().unwrap_or_default()));
        // What this program did not write it cannot read.
        let read = |(number, at, party, address, people): (i64, i64, Option<i64>, String, String)| {
            let by = party.map(|party| u32::try_from(party).map(PartyId)).transpose().ok()?;
            Some(GroupExport {
                number: u32::try_from(number).ok()?,
                at: Timestamp::from_microsecond(at).ok()?,
                by,
                address,
                people: serde_json::from_str(&people).ok()?,
            })
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }
}
