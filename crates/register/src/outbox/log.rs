//! What became of mail.

use jiff::Timestamp;
use rochdale_core::values::{PartyId, Slug};

use super::{
    Logged, Status,
    row::{AttemptRow, MailRow, attempt, logged},
};
use crate::{
    database::{Database, on_database},
    fault::Fault,
};

impl Database {
    /// The newest mails of `organization`, the last queued first: `count` of them after `skipped`.
    pub async fn mail_log(
        &self,
        organization: &Slug,
        skipped: usize,
        count: usize,
    ) -> Result<Vec<Logged>, Fault> {
        const SQL: &str = "SELECT organization, name, party, sender, recipient, subject, body, has_link, \
            until, queued, status, attempts, next FROM mail WHERE organization = $1 \
            ORDER BY queued DESC, name LIMIT $2 OFFSET $3";
        let column = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let found = on_database!(self,
        pool => {
            let rows: Vec<MailRow> = sqlx::query_as(SQL)
                .bind(organization.as_str())
                .bind(column(count))
                .bind(column(skipped))
                .fetch_all(pool)
                .await
                .map_err(|error| self.fault(&error))?;
            rows.into_iter().filter_map(logged).collect()
        },
        memory => {
            let beside = memory.beside();
            let mut all: Vec<Logged> =
                beside.mail.values().filter(|one| one.mail.organization == *organization).cloned().collect();
            all.sort_by(|one, other| other.queued.cmp(&one.queued).then_with(|| one.mail.name.cmp(&other.mail.name)));
            return Ok(all.into_iter().skip(skipped).take(count).collect());
        });
        self.with_attempts(organization, found).await
    }

    /// How many mails of `organization` the log has.
    pub async fn mail_count(&self, organization: &Slug) -> Result<u64, Fault> {
        const SQL: &str = "SELECT count(*) FROM mail WHERE organization = $1";
        let count: i64 = on_database!(self,
        pool => sqlx::query_scalar(SQL)
            .bind(organization.as_str())
            .fetch_one(pool)
            .await
            .map_err(|error| self.fault(&error))?,
        memory => {
            let beside = memory.beside();
            return Ok(beside.mail.keys().filter(|(of, _)| of == organization).count() as u64);
        });
        Ok(u64::try_from(count).unwrap_or(0))
    }

    /// What became of the mail of this name; `None` if it was never queued, or is forgotten.
    pub async fn mail(&self, organization: &Slug, name: &str) -> Result<Option<Logged>, Fault> {
        const SQL: &str = "SELECT organization, name, party, sender, recipient, subject, body, has_link, \
            until, queued, status, attempts, next FROM mail WHERE organization = $1 AND name = $2";
        let found: Vec<Logged> = on_database!(self,
        pool => {
            let row: Option<MailRow> = sqlx::query_as(SQL)
                .bind(organization.as_str())
                .bind(name)
                .fetch_optional(pool)
                .await
                .map_err(|error| self.fault(&error))?;
            row.and_then(logged).into_iter().collect()
        },
        memory => return Ok(memory.beside().mail.get(&(organization.clone(), name.to_owned())).cloned()));
        Ok(self.with_attempts(organization, found).await?.pop())
    }

    /// The mails to a person of `organization`, the last queued first, without their attempts.
    pub async fn mail_to(&self, organization: &Slug, party: PartyId) -> Result<Vec<Logged>, Fault> {
        const SQL: &str = "SELECT organization, name, party, sender, recipient, subject, body, has_link, \
            until, queued, status, attempts, next FROM mail WHERE organization = $1 AND party = $2 \
            ORDER BY queued DESC, name";
        on_database!(self,
        pool => {
            let rows: Vec<MailRow> = sqlx::query_as(SQL)
                .bind(organization.as_str())
                .bind(i64::from(party.0))
                .fetch_all(pool)
                .await
                .map_err(|error| self.fault(&error))?;
            Ok(rows.into_iter().filter_map(logged).collect())
        },
        memory => {
            let beside = memory.beside();
            let is_theirs =
                |one: &&Logged| one.mail.organization == *organization && one.mail.party == Some(party);
            let mut all: Vec<Logged> = beside.mail.values().filter(is_theirs).cloned().collect();
            all.sort_by(|one, other| other.queued.cmp(&one.queued).then_with(|| one.mail.name.cmp(&other.mail.name)));
            Ok(all)
        })
    }

    /// Forgets mail of `organization` that was queued before an instant and waits no longer; how much there was.
    pub async fn forget_mail(&self, organization: &Slug, before: Timestamp) -> Result<u64, Fault> {
        const ATTEMPTS: &str = "DELETE FROM mail_attempt WHERE organization = $1 AND name IN \
            (SELECT name FROM mail WHERE organization = $1 AND queued < $2 AND status <> 'queued')";
        const MAIL: &str = "DELETE FROM mail WHERE organization = $1 AND queued < $2 AND status <> 'queued'";
        on_database!(self,
        pool => {
            let mut forgotten = 0;
            for sql in [ATTEMPTS, MAIL] {
                let done = sqlx::query(sql)
                    .bind(organization.as_str())
                    .bind(before.as_microsecond())
                    .execute(pool)
                    .await
                    .map_err(|error| self.fault(&error))?;
                forgotten = done.rows_affected();
            }
            Ok(forgotten)
        },
        memory => {
            let mut beside = memory.beside();
            let count = beside.mail.len();
            beside.mail.retain(|(of, _), one| {
                of != organization || one.queued >= before || one.status == Status::Queued
            });
            Ok((count - beside.mail.len()) as u64)
        })
    }

    /// These mails with their attempts.
    async fn with_attempts(&self, organization: &Slug, mut mails: Vec<Logged>) -> Result<Vec<Logged>, Fault> {
        const SQL: &str = "SELECT name, at, status, said FROM mail_attempt \
            WHERE organization = $1 AND name = $2 ORDER BY attempt";
        for one in &mut mails {
            let rows: Vec<AttemptRow> = on_database!(self,
                pool => sqlx::query_as(SQL)
                    .bind(organization.as_str())
                    .bind(one.mail.name.as_str())
                    .fetch_all(pool)
                    .await
                    .map_err(|error| self.fault(&error))?,
                _memory => Vec::new());
            one.attempts =
                rows.into_iter().filter_map(|(_, at, status, said)| attempt(at, &status, said)).collect();
        }
        Ok(mails)
    }
}
