//! Ways in that others made for somebody: a link that was handed over, a token that was issued at the command
//! line. Whoever it is for sees it for as long as they are known here, also after the way was used and ended.

use jiff::Timestamp;
use rochdale_core::values::{PartyId, Slug};

use crate::{
    Begun,
    database::{Database, on_database},
    fault::Fault,
};

/// A way in that somebody else made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Handed {
    /// A link, by whom.
    Link(Begun),
    /// A token, by whoever runs the program.
    Token,
}

impl Handed {
    /// Its name in the database and for machines: `link-desk`.
    pub fn id(self) -> &'static str {
        match self {
            Handed::Link(Begun::Desk) => "link-desk",
            Handed::Link(Begun::Office) => "link-office",
            Handed::Link(_) => "link-operator",
            Handed::Token => "token-operator",
        }
    }

    fn from_id(id: &str) -> Option<Self> {
        let known = [
            Handed::Link(Begun::Desk),
            Handed::Link(Begun::Office),
            Handed::Link(Begun::Operator),
            Handed::Token,
        ];
        known.into_iter().find(|one| one.id() == id)
    }
}

impl Database {
    /// Keeps that a way in was made for a person of `organization`.
    pub async fn record_handed(
        &self,
        organization: &Slug,
        party: PartyId,
        what: Handed,
        now: Timestamp,
    ) -> Result<(), Fault> {
        const SQL: &str = "INSERT INTO handed (organization, party, number, at, what) \
            SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4 FROM handed WHERE organization = $1 AND party = $2";
        on_database!(self,
        pool => {
            sqlx::query(SQL)
                .bind(organization.as_str())
                .bind(i64::from(party.0))
                .bind(now.as_microsecond())
                .bind(what.id())
                .execute(pool)
                .await
                .map_err(|error| self.fault(&error))?;
        },
        memory => {
            memory.beside().handed.entry((organization.clone(), party)).or_default().push((now, what));
        });
        Ok(())
    }

    /// The ways in that others made for a person of `organization`, the last first.
    pub async fn handed(
        &self,
        organization: &Slug,
        party: PartyId,
    ) -> Result<Vec<(Timestamp, Handed)>, Fault> {
        const SQL: &str =
            "SELECT at, what FROM handed WHERE organization = $1 AND party = $2 ORDER BY number DESC";
        let rows: Vec<(i64, String)> = on_database!(self,
        pool => sqlx::query_as(SQL)
            .bind(organization.as_str())
            .bind(i64::from(party.0))
            .fetch_all(pool)
            .await
            .map_err(|error| self.fault(&error))?,
        memory => {
            let beside = memory.beside();
            let kept = beside.handed.get(&(organization.clone(), party));
            return Ok(kept.into_iter().flatten().rev().copied().collect());
        });
        // What this program did not write it cannot read.
        let read = |(at, what): (i64, String)| {
            Some((Timestamp::from_microsecond(at).ok()?, Handed::from_id(&what)?))
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }
}
