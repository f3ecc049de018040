//! What signing in, the outbox and papers keep in memory, where there is no database; and how it goes.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use rochdale_core::values::{DocumentId, Language, PartyId, Slug};

use crate::{
    challenges::Asked,
    database::{Database, on_database},
    fault::Fault,
    handed::Handed,
    hash::Digest,
    links::{Link, Purpose},
    lists::GroupExport,
    outbox::{Logged, Status},
    passkeys::Passkey,
};

/// How long a mail with a sign-in link stays in the log once it is of no more use.
const LINK_MAIL_KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The tables of `0004_sign_in.sql`, `0005_outbox.sql` and `0006_papers.sql`.
/// The tables of `0004_sign_in.sql`, `0005_outbox.sql` and `0006_lists.sql`.
#[derive(Default)]
pub struct Beside {
    /// By organization, party and purpose: the hash of the secret, and the link.
    pub links: BTreeMap<(Slug, PartyId, Purpose), (Digest, Link)>,
    /// By their credential.
    pub passkeys: BTreeMap<Vec<u8>, Passkey>,
    /// By the hash of their secret.
    pub challenges: BTreeMap<Digest, Asked>,
    /// The language of each reader.
    pub readers: BTreeMap<(Slug, PartyId), Language>,
    /// By organization and name.
    pub mail: BTreeMap<(Slug, String), Logged>,
    /// Ways in that others made for somebody, in order.
    pub handed: BTreeMap<(Slug, PartyId), Vec<(Timestamp, Handed)>>,
    /// The bytes of papers, by organization, party and hash.
    pub papers: BTreeMap<(Slug, PartyId, Digest), Vec<u8>>,
    /// The bytes of documents in the archive, by organization and document.
    pub files: BTreeMap<(Slug, DocumentId), Vec<u8>>,
    /// From what the ids of what a list brings are derived.
    pub list_keys: BTreeMap<Slug, [u8; 32]>,
    /// In order.
    pub group_exports: BTreeMap<Slug, Vec<GroupExport>>,
}

impl Beside {
    /// Forgets everything of this party of `organization`.
    pub fn forget(&mut self, organization: &Slug, party: PartyId) {
        let is_theirs = |of: &Slug, whose: Option<PartyId>| of == organization && whose == Some(party);
        self.list_keys.remove(organization);
        self.links.retain(|(of, party, _), _| !is_theirs(of, Some(*party)));
        self.passkeys.retain(|_, passkey| !is_theirs(&passkey.organization, Some(passkey.party)));
        self.readers.retain(|(of, party), _| !is_theirs(of, Some(*party)));
        self.handed.retain(|(of, party), _| !is_theirs(of, Some(*party)));
        self.papers.retain(|(of, party, _), _| !is_theirs(of, Some(*party)));
        self.mail.retain(|(of, _), logged| !is_theirs(of, logged.mail.party));
    }

    /// Forgets ways in of this party that were on their way by an address that is no longer theirs.
    pub fn forget_ways(&mut self, organization: &Slug, party: PartyId) {
        let is_theirs = |of: &Slug, whose: Option<PartyId>| of == organization && whose == Some(party);
        self.links.retain(|(of, party, _), _| !is_theirs(of, Some(*party)));
        self.mail.retain(|(of, _), logged| {
            let waits = logged.mail.has_link && logged.status == Status::Queued;
            !(waits && is_theirs(of, logged.mail.party))
        });
    }
}

impl Database {
    /// Forgets links, questions and mails with links whose time is over.
    pub(crate) async fn forget_expired_beside(&self, now: Timestamp) -> Result<(), Fault> {
        const SQL: [&str; 4] = [
            "DELETE FROM link WHERE expires <= $1",
            "DELETE FROM challenge WHERE expires <= $1",
            "DELETE FROM mail_attempt WHERE EXISTS (SELECT 1 FROM mail WHERE mail.organization = \
             mail_attempt.organization AND mail.name = mail_attempt.name AND mail.has_link AND mail.until <= $1)",
            "DELETE FROM mail WHERE has_link AND until <= $1",
        ];
        let long_ago = now.checked_sub(LINK_MAIL_KEPT).unwrap_or(Timestamp::MIN);
        let before = [now, now, long_ago, long_ago];
        on_database!(self,
        pool => {
            for (sql, before) in SQL.into_iter().zip(before) {
                let done = sqlx::query(sql).bind(before.as_microsecond()).execute(pool).await;
                done.map_err(|error| self.fault(&error))?;
            }
        },
        memory => {
            let mut beside = memory.beside();
            beside.links.retain(|_, (_, link)| link.expires > now);
            beside.challenges.retain(|_, asked| asked.expires > now);
            beside.mail.retain(|_, logged| !logged.mail.has_link || logged.mail.until > long_ago);
        });
        Ok(())
    }
}
