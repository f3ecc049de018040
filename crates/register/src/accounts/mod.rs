//! Who may act through which secret: sessions in a browser and tokens for the API. They come and
//! go, so they stay out of the register. The person keeps the secret; only its hash is stored.

mod known;

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use rand::RngCore;
use rochdale_core::values::{PartyId, Slug};

pub(crate) use self::known::KnownAccounts;
use crate::{
    database::{Database, on_database},
    fault::Fault,
    hash::Digest,
};

/// How stale `last_seen` may be: a write for each request would cost more than the request.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// 32 random bytes that prove who one is, written as 64 hexadecimal digits. Shown once, when issued.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// A new one.
    pub(crate) fn draw() -> Self {
        let mut bytes = [0; 32];
        rand::rng().fill_bytes(&mut bytes);
        Self(bytes)
    }

    /// Reads what was shown when it was issued; `None` for any other text.
    pub fn from_text(text: &str) -> Option<Self> {
        blake3::Hash::from_hex(text).ok().map(|bytes| Self(*bytes.as_bytes()))
    }

    /// The text to show or to set as a cookie.
    pub fn text(&self) -> String {
        blake3::Hash::from_bytes(self.0).to_hex().to_string()
    }

    /// What is stored of it. It also names the account in lists, and reveals nothing of the secret.
    pub fn hash(&self) -> Digest {
        Digest::of(&self.0)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

/// What a secret is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Somebody signed in with a browser.
    Session,
    /// A program that uses the API.
    Token,
}

impl Kind {
    fn text(self) -> &'static str {
        match self {
            Kind::Session => "session",
            Kind::Token => "token",
        }
    }
}

/// How somebody came to act through something: their own doing, or handed to them by others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Begun {
    /// By a link in a mail to the address of theirs that the register has.
    Mail,
    /// By a link that the desk made.
    Desk,
    /// By a link that an office-holder was shown, after two had vouched.
    Office,
    /// By a link that whoever runs the program made at the command line.
    Operator,
    /// By a passkey.
    Passkey,
    /// By a token.
    Token,
    /// In the demo, where everybody may be anybody.
    Demo,
}

impl Begun {
    const ALL: [Begun; 7] =
        [Begun::Mail, Begun::Desk, Begun::Office, Begun::Operator, Begun::Passkey, Begun::Token, Begun::Demo];

    /// Its name in the database and for machines.
    pub fn id(self) -> &'static str {
        match self {
            Begun::Mail => "mail",
            Begun::Desk => "desk",
            Begun::Office => "office",
            Begun::Operator => "operator",
            Begun::Passkey => "passkey",
            Begun::Token => "token",
            Begun::Demo => "demo",
        }
    }

    /// The one with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// Through what somebody acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Names it in lists and when it is revoked.
    pub id: Digest,
    /// What it is for.
    pub kind: Kind,
    /// In which co-op.
    pub organization: Slug,
    /// Who; `None` for the co-op's desk.
    pub party: Option<PartyId>,
    /// What its owner calls it.
    pub label: String,
    /// How it came to them; `None` for what was issued before that was kept.
    pub begun: Option<Begun>,
    /// When it was issued.
    pub created: Timestamp,
    /// When it was last used, to within five minutes.
    pub last_seen: Timestamp,
    /// From when on it is no longer good.
    pub expires: Timestamp,
}

/// The columns of an account.
type Row = (Vec<u8>, String, String, Option<i64>, String, String, i64, i64, i64);

impl Database {
    /// Issues a secret to act in `organization` as `party`, or as its desk where there is none; with what its
    /// owner calls it, and how it came to them.
    pub async fn issue(
        &self,
        kind: Kind,
        organization: &Slug,
        party: Option<PartyId>,
        (label, begun): (&str, Begun),
        now: Timestamp,
        expires: Timestamp,
    ) -> Result<Secret, Fault> {
        const SQL: &str = "INSERT INTO account \
            (secret_hash, kind, organization, party, label, created, last_seen, expires, begun) \
            VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8)";
        let secret = Secret::draw();
        let id = secret.hash();
        on_database!(self,
        pool => {
            sqlx::query(SQL)
                .bind(&id.0[..])
                .bind(kind.text())
                .bind(organization.as_str())
                .bind(party.map(|party| i64::from(party.0)))
                .bind(label)
                .bind(now.as_microsecond())
                .bind(expires.as_microsecond())
                .bind(begun.id())
                .execute(pool)
                .await
                .map_err(|error| self.fault(&error))?;
        },
        memory => {
            let (organization, label, begun) = (organization.clone(), label.to_owned(), Some(begun));
            let account =
                Account { id, kind, organization, party, label, begun, created: now, last_seen: now, expires };
            memory.accounts().insert(id, account);
        });
        Ok(secret)
    }

    /// Who acts through `secret` now; `None` if it was never issued for this, was revoked or has
    /// expired. What another program on the same database revoked is believed for ten seconds more.
    pub async fn who(&self, kind: Kind, secret: &Secret, now: Timestamp) -> Result<Option<Account>, Fault> {
        let id = secret.hash();
        let good = |account: &Account| account.kind == kind && now < account.expires;
        if let Some(account) = self.known.get(id, now) {
            return Ok(Some(account).filter(good));
        }
        let Some(mut account) = self.look_up(id).await?.filter(good) else { return Ok(None) };
        if now.duration_since(account.last_seen) >= SEEN_EVERY {
            // On a full disk, and while another program holds the database, people still read.
            match self.see(id, now).await {
                Ok(()) => account.last_seen = now,
                Err(fault) => tracing::warn!(%fault, "when an account was last used is not kept"),
            }
        }
        self.known.remember(&account, now);
        Ok(Some(account))
    }

    async fn look_up(&self, id: Digest) -> Result<Option<Account>, Fault> {
        const SQL: &str = "SELECT secret_hash, kind, organization, party, label, begun, created, last_seen, expires \
            FROM account WHERE secret_hash = $1";
        on_database!(self,
            pool => {
                let row: Option<Row> = sqlx::query_as(SQL)
                    .bind(&id.0[..])
                    .fetch_optional(pool)
                    .await
                    .map_err(|error| self.fault(&error))?;
                Ok(row.and_then(account))
            },
            memory => Ok(memory.accounts().get(&id).cloned()))
    }

    async fn see(&self, id: Digest, now: Timestamp) -> Result<(), Fault> {
        const SQL: &str = "UPDATE account SET last_seen = $2 WHERE secret_hash = $1";
        on_database!(self,
        pool => {
            sqlx::query(SQL)
                .bind(&id.0[..])
                .bind(now.as_microsecond())
                .execute(pool)
                .await
                .map_err(|error| self.fault(&error))?;
        },
        memory => {
            memory.accounts().entry(id).and_modify(|account| account.last_seen = now);
        });
        Ok(())
    }

    /// The accounts of a party of `organization`, or of its desk, that have not expired; oldest first.
    pub async fn accounts(
        &self,
        organization: &Slug,
        party: Option<PartyId>,
        now: Timestamp,
    ) -> Result<Vec<Account>, Fault> {
        const SQL: &str = "SELECT secret_hash, kind, organization, party, label, begun, created, last_seen, expires \
            FROM account WHERE organization = $1 AND coalesce(party, 0) = $2 AND expires > $3";
        let mut accounts: Vec<Account> = on_database!(self,
        pool => {
            let rows: Vec<Row> = sqlx::query_as(SQL)
                .bind(organization.as_str())
                .bind(party.map_or(0, |party| i64::from(party.0)))
                .bind(now.as_microsecond())
                .fetch_all(pool)
                .await
                .map_err(|error| self.fault(&error))?;
            rows.into_iter().filter_map(account).collect()
        },
        memory => {
            let accounts = memory.accounts();
            let of_them = |account: &&Account| {
                account.organization == *organization && account.party == party && account.expires > now
            };
            accounts.values().filter(of_them).cloned().collect()
        });
        accounts.sort_by_key(|account| (account.created, account.id));
        Ok(accounts)
    }

    /// Revokes an account; whether there was one.
    pub async fn revoke(&self, id: Digest) -> Result<bool, Fault> {
        const SQL: &str = "DELETE FROM account WHERE secret_hash = $1";
        let there_was = on_database!(self,
            pool => {
                let done = sqlx::query(SQL).bind(&id.0[..]).execute(pool).await.map_err(|error| self.fault(&error))?;
                done.rows_affected() > 0
            },
            memory => memory.accounts().remove(&id).is_some());
        self.known.forget(id);
        Ok(there_was)
    }

    /// Revokes an account of a party of `organization`, or of its desk; whether there was one of theirs.
    pub async fn revoke_of(
        &self,
        organization: &Slug,
        party: Option<PartyId>,
        id: Digest,
    ) -> Result<bool, Fault> {
        const SQL: &str =
            "DELETE FROM account WHERE secret_hash = $1 AND organization = $2 AND coalesce(party, 0) = $3";
        let there_was = on_database!(self,
        pool => {
            let done = sqlx::query(SQL)
                .bind(&id.0[..])
                .bind(organization.as_str())
                .bind(party.map_or(0, |party| i64::from(party.0)))
                .execute(pool)
                .await
                .map_err(|error| self.fault(&error))?;
            done.rows_affected() > 0
        },
        memory => {
            let mut accounts = memory.accounts();
            let is_theirs = accounts
                .get(&id)
                .is_some_and(|account| account.organization == *organization && account.party == party);
            is_theirs && accounts.remove(&id).is_some()
        });
        if there_was {
            self.known.forget(id);
        }
        Ok(there_was)
    }

    /// Ends every session of a party of `organization`, or of its desk, but `kept`; how many there were.
    /// Tokens stay: they belong to programs.
    pub async fn end_sessions(
        &self,
        organization: &Slug,
        party: Option<PartyId>,
        kept: Option<Digest>,
        now: Timestamp,
    ) -> Result<usize, Fault> {
        let mut ended = 0;
        for account in self.accounts(organization, party, now).await? {
            if account.kind == Kind::Session && Some(account.id) != kept {
                ended += usize::from(self.revoke_of(organization, party, account.id).await?);
            }
        }
        Ok(ended)
    }

    /// Forgets what has expired; how many there were.
    pub async fn forget_expired(&self, now: Timestamp) -> Result<u64, Fault> {
        const SQL: &str = "DELETE FROM account WHERE expires <= $1";
        self.forget_expired_beside(now).await?;
        on_database!(self,
        pool => {
            let done =
                sqlx::query(SQL).bind(now.as_microsecond()).execute(pool).await.map_err(|error| self.fault(&error))?;
            Ok(done.rows_affected())
        },
        memory => {
            let mut accounts = memory.accounts();
            let before = accounts.len();
            accounts.retain(|_, account| account.expires > now);
            Ok((before - accounts.len()) as u64)
        })
    }
}

/// The account of a row; `None` where the row holds what no account has, which lets nobody in.
fn account(
    (id, kind, organization, party, label, begun, created, last_seen, expires): Row,
) -> Option<Account> {
    Some(Account {
        id: Digest::from_bytes(&id)?,
        kind: match kind.as_str() {
            "session" => Kind::Session,
            "token" => Kind::Token,
            _ => return None,
        },
        organization: Slug::new(&organization),
        // A party that cannot be must not turn into the desk.
        party: party.map(|party| u32::try_from(party).map(PartyId)).transpose().ok()?,
        label,
        begun: Begun::from_id(&begun),
        created: Timestamp::from_microsecond(created).ok()?,
        last_seen: Timestamp::from_microsecond(last_seen).ok()?,
        expires: Timestamp::from_microsecond(expires).ok()?,
    })
}
