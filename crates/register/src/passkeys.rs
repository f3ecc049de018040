//! The public halves of passkeys, with whose they are.

use jiff::Timestamp;
use rochdale_core::values::{PartyId, Slug};

use crate::{
    database::{Database, on_database},
    fault::Fault,
    hash::Digest,
};

/// A passkey of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// What the device calls it.
    pub credential: Vec<u8>,
    /// In which co-op.
    pub organization: Slug,
    /// Whose.
    pub party: PartyId,
    /// What its owner calls it.
    pub label: String,
    /// What an answer is checked against.
    pub body: String,
    /// When it was added.
    pub created: Timestamp,
    /// When somebody last signed in by it; when it was added, if nobody has.
    pub last_used: Timestamp,
}

/// The columns of a passkey.
type Row = (Vec<u8>, String, i64, String, String, i64, i64);

impl Passkey {
    /// Names it in lists and forms.
    pub fn id(&self) -> Digest {
        Digest::of(&self.credential)
    }
}

impl Database {
    /// Adds a passkey; whether it is new. One that somebody has already, they or another, stays as it is.
    pub async fn add_passkey(&self, passkey: &Passkey) -> Result<bool, Fault> {
        const SQL: &str = "INSERT INTO passkey \
            (credential, organization, party, label, body, created, last_used) \
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (credential) DO NOTHING";
        on_database!(self,
        pool => {
            let done = sqlx::query(SQL)
                .bind(&passkey.credential[..])
                .bind(passkey.organization.as_str())
                .bind(i64::from(passkey.party.0))
                .bind(passkey.label.as_str())
                .bind(passkey.body.as_str())
                .bind(passkey.created.as_microsecond())
                .bind(passkey.last_used.as_microsecond())
                .execute(pool)
                .await
                .map_err(|error| self.fault(&error))?;
            Ok(done.rows_affected() > 0)
        },
        memory => {
            let mut beside = memory.beside();
            let is_new = !beside.passkeys.contains_key(&passkey.credential);
            if is_new {
                beside.passkeys.insert(passkey.credential.clone(), passkey.clone());
            }
            Ok(is_new)
        })
    }

    /// The passkey that a device calls `credential`.
    pub async fn passkey(&self, credential: &[u8]) -> Result<Option<Passkey>, Fault> {
        const SQL: &str = "SELECT credential, organization, party, label, body, created, last_used \
            FROM passkey WHERE credential = $1";
        on_database!(self,
        pool => {
            let row: Option<Row> = sqlx::query_as(SQL)
                .bind(credential)
                .fetch_optional(pool)
                .await
                .map_err(|error| self.fault(&error))?;
            Ok(row.and_then(passkey))
        },
        memory => Ok(memory.beside().passkeys.get(credential).cloned()))
    }

    /// The passkeys of a person, in the order of adding.
    pub async fn passkeys(&self, organization: &Slug, party: PartyId) -> Result<Vec<Passkey>, Fault> {
        const SQL: &str = "SELECT credential, organization, party, label, body, created, last_used \
            FROM passkey WHERE organization = $1 AND party = $2";
        let mut passkeys: Vec<Passkey> = on_database!(self,
        pool => {
            let rows: Vec<Row> = sqlx::query_as(SQL)
                .bind(organization.as_str())
                .bind(i64::from(party.0))
                .fetch_all(pool)
                .await
                .map_err(|error| self.fault(&error))?;
            rows.into_iter().filter_map(passkey).collect()
        },
        memory => {
            let is_theirs = |one: &&Passkey| one.organization == *organization && one.party == party;
            memory.beside().passkeys.values().filter(is_theirs).cloned().collect()
        });
        passkeys
            .sort_by(|one, other| (one.created, &one.credential).cmp(&(other.created, &other.credential)));
        Ok(passkeys)
    }

    /// Keeps what a passkey has come to by being used at `now`.
    pub async fn passkey_was_used(&self, credential: &[u8], body: &str, now: Timestamp) -> Result<(), Fault> {
        const SQL: &str = "UPDATE passkey SET body = $2, last_used = $3 WHERE credential = $1";
        on_database!(self,
        pool => {
            sqlx::query(SQL)
                .bind(credential)
                .bind(body)
                .bind(now.as_microsecond())
                .execute(pool)
                .await
                .map_err(|error| self.fault(&error))?;
        },
        memory => {
            if let Some(passkey) = memory.beside().passkeys.get_mut(credential) {
                (passkey.body, passkey.last_used) = (body.to_owned(), now);
            }
        });
        Ok(())
    }

    /// Calls a passkey of a person something else; whether there is one of theirs.
    pub async fn name_passkey(
        &self,
        organization: &Slug,
        party: PartyId,
        id: Digest,
        label: &str,
    ) -> Result<bool, Fault> {
        const SQL: &str = "UPDATE passkey SET label = $2 WHERE credential = $1";
        let Some(credential) = self.credential_of(organization, party, id).await? else { return Ok(false) };
        on_database!(self,
        pool => {
            let done = sqlx::query(SQL).bind(&credential[..]).bind(label).execute(pool).await;
            done.map_err(|error| self.fault(&error))?;
        },
        memory => {
            if let Some(passkey) = memory.beside().passkeys.get_mut(&credential) {
                passkey.label = label.to_owned();
            }
        });
        Ok(true)
    }

    /// Removes a passkey of a person; whether there was one of theirs.
    pub async fn remove_passkey(
        &self,
        organization: &Slug,
        party: PartyId,
        id: Digest,
    ) -> Result<bool, Fault> {
        const SQL: &str = "DELETE FROM passkey WHERE credential = $1";
        let Some(credential) = self.credential_of(organization, party, id).await? else { return Ok(false) };
        on_database!(self,
        pool => {
            let done = sqlx::query(SQL).bind(&credential[..]).execute(pool).await;
            done.map_err(|error| self.fault(&error))?;
        },
        memory => {
            memory.beside().passkeys.remove(&credential);
        });
        Ok(true)
    }

    /// What the device calls the passkey that lists call `id`, if it is this person's.
    async fn credential_of(
        &self,
        organization: &Slug,
        party: PartyId,
        id: Digest,
    ) -> Result<Option<Vec<u8>>, Fault> {
        let theirs = self.passkeys(organization, party).await?;
        Ok(theirs.into_iter().find(|passkey| passkey.id() == id).map(|passkey| passkey.credential))
    }
}

/// The passkey of a row; `None` where the row holds what no passkey has, which lets nobody in.
fn passkey((credential, organization, party, label, body, created, last_used): Row) -> Option<Passkey> {
    Some(Passkey {
        credential,
        organization: Slug::new(&organization),
        party: PartyId(u32::try_from(party).ok()?),
        label,
        body,
        created: Timestamp::from_microsecond(created).ok()?,
        last_used: Timestamp::from_microsecond(last_used).ok()?,
    })
}
