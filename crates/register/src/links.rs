//! One-time links: whoever opens one and presses its button is the person it was issued for, once. Only
//! the hash of its secret is kept.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use rochdale_core::values::{PartyId, Slug};

use crate::{
    Begun, Secret,
    database::{Database, on_database},
    fault::Fault,
    handed::Handed,
    hash::Digest,
};

/// How long a link is good: long enough to find the mail, too short to find it in an old one.
pub const LINK_GOOD_FOR: SignedDuration = SignedDuration::from_mins(15);

/// What a link is for. One for something else opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Signing in.
    SignIn,
}

impl Purpose {
    fn text(self) -> &'static str {
        match self {
            Purpose::SignIn => "sign-in",
        }
    }
}

/// Whom a link is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// In which co-op.
    pub organization: Slug,
    /// Who.
    pub party: PartyId,
    /// How it comes to them.
    pub way: Begun,
    /// From when on it is no longer good.
    pub expires: Timestamp,
}

/// The columns of a link.
type Row = (String, i64, String, i64);

impl Database {
    /// Issues a link for a person of `organization`. It is good for [`LINK_GOOD_FOR`] and once, and makes
    /// every earlier one of theirs for the same purpose worthless. A `way` that others took for them is kept, so
    /// that they see it.
    pub async fn issue_link(
        &self,
        organization: &Slug,
        party: PartyId,
        purpose: Purpose,
        way: Begun,
        now: Timestamp,
    ) -> Result<Secret, Fault> {
        const SQL: &str = "INSERT INTO link (organization, party, purpose, secret_hash, expires, way) \
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (organization, party, purpose) \
            DO UPDATE SET secret_hash = excluded.secret_hash, expires = excluded.expires, way = excluded.way";
        if way != Begun::Mail {
            self.record_handed(organization, party, Handed::Link(way), now).await?;
        }
        let secret = Secret::draw();
        let id = secret.hash();
        let expires = now.checked_add(LINK_GOOD_FOR).unwrap_or(Timestamp::MAX);
        on_database!(self,
        pool => {
            sqlx::query(SQL)
                .bind(organization.as_str())
                .bind(i64::from(party.0))
                .bind(purpose.text())
                .bind(&id.0[..])
                .bind(expires.as_microsecond())
                .bind(way.id())
                .execute(pool)
                .await
                .map_err(|error| self.fault(&error))?;
        },
        memory => {
            let link = Link { organization: organization.clone(), party, way, expires };
            memory.beside().links.insert((organization.clone(), party, purpose), (id, link));
        });
        Ok(secret)
    }

    /// Whom a link is for, if it is good now. It stays good: programs that look through mail for harmful
    /// links open every one of them.
    pub async fn link(
        &self,
        secret: &Secret,
        purpose: Purpose,
        now: Timestamp,
    ) -> Result<Option<Link>, Fault> {
        const SQL: &str =
            "SELECT organization, party, way, expires FROM link WHERE secret_hash = $1 AND purpose = $2";
        let found = self.found_by(SQL, secret.hash(), purpose, |links, key| links.get(key).cloned()).await?;
        Ok(found.filter(|link| now < link.expires))
    }

    /// Uses a link up: whom it is for, if it is good now. Of any number who use the same one at the same
    /// time one is told, and no other.
    pub async fn redeem_link(
        &self,
        secret: &Secret,
        purpose: Purpose,
        now: Timestamp,
    ) -> Result<Option<Link>, Fault> {
        const SQL: &str = "DELETE FROM link WHERE secret_hash = $1 AND purpose = $2 \
            RETURNING organization, party, way, expires";
        let found = self.found_by(SQL, secret.hash(), purpose, BTreeMap::remove).await?;
        Ok(found.filter(|link| now < link.expires))
    }

    /// The link with this hash and purpose, which `sql` returns and `pick` takes from those in memory.
    async fn found_by(
        &self,
        sql: &'static str,
        id: Digest,
        purpose: Purpose,
        pick: impl FnOnce(&mut Links, &LinkKey) -> Option<(Digest, Link)>,
    ) -> Result<Option<Link>, Fault> {
        on_database!(self,
        pool => {
            let row: Option<Row> = sqlx::query_as(sql)
                .bind(&id.0[..])
                .bind(purpose.text())
                .fetch_optional(pool)
                .await
                .map_err(|error| self.fault(&error))?;
            Ok(row.and_then(link))
        },
        memory => {
            let links = &mut memory.beside().links;
            let found = links.iter().find(|(key, (hash, _))| key.2 == purpose && *hash == id);
            let key = found.map(|(key, _)| key.clone());
            Ok(key.and_then(|key| pick(links, &key)).map(|(_, link)| link))
        })
    }
}

/// By what memory keeps a link: of each person one for each purpose.
type LinkKey = (Slug, PartyId, Purpose);
type Links = BTreeMap<LinkKey, (Digest, Link)>;

/// The link of a row; `None` where the row holds what no link has, which lets nobody in.
fn link((organization, party, way, expires): Row) -> Option<Link> {
    Some(Link {
        organization: Slug::new(&organization),
        party: PartyId(u32::try_from(party).ok()?),
        way: Begun::from_id(&way)?,
        expires: Timestamp::from_microsecond(expires).ok()?,
    })
}
