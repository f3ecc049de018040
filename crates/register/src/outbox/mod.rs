//! Mail on its way. Whoever has something to say queues it here, under a name of their choosing, and is
//! done; sending it, trying again and writing down what became of it happen elsewhere. What became of
//! it answers "was notice given?".

mod log;
mod row;

use jiff::{SignedDuration, Timestamp};
use rochdale_core::values::{PartyId, Slug};

use self::row::{MailRow, logged};
use crate::{
    database::{Database, on_database},
    fault::Fault,
};

/// Where the address of a sign-in link goes in the body of a mail. The link is issued when the mail is
/// sent, so that its secret is kept nowhere.
pub const LINK_HERE: &str = "{{link}}";

/// How long whoever takes a mail has to say what became of it; then it is anybody's again.
const TAKEN_FOR: SignedDuration = SignedDuration::from_mins(5);

/// A mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// In whose name: the co-op.
    pub organization: Slug,
    /// Tells it from every other of the co-op, so that the same mail is queued once: `notice/7/2`.
    pub name: String,
    /// To whom, if they are in the register; it is forgotten with their details.
    pub party: Option<PartyId>,
    /// What the sender is called: the name of the co-op.
    pub sender: String,
    /// The address.
    pub recipient: String,
    /// What stands above it.
    pub subject: String,
    /// What it says. [`LINK_HERE`] in it becomes a sign-in link of the party.
    pub body: String,
    /// Whether there is such a place in it.
    pub has_link: bool,
    /// When it is too late to send it.
    pub until: Timestamp,
}

/// How a mail stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It waits to be sent.
    Queued,
    /// The next server has taken it.
    Sent,
    /// It was refused for good.
    Failed,
    /// It could not be sent in time.
    GivenUp,
}

impl Status {
    /// Its name in the database and for machines.
    pub fn id(self) -> &'static str {
        match self {
            Status::Queued => "queued",
            Status::Sent => "sent",
            Status::Failed => "failed",
            Status::GivenUp => "given-up",
        }
    }

    fn from_id(id: &str) -> Option<Self> {
        [Status::Queued, Status::Sent, Status::Failed, Status::GivenUp].into_iter().find(|one| one.id() == id)
    }
}

/// What came of an attempt to send a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// How the mail stands now.
    pub status: Status,
    /// What the server said, or why it was not reached.
    pub said: String,
    /// When to try again, if it is still queued.
    pub next: Timestamp,
}

/// An attempt, as the log has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// When.
    pub at: Timestamp,
    /// How the mail stood after it.
    pub status: Status,
    /// What the server said, or why it was not reached.
    pub said: String,
}

/// A mail with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// The mail.
    pub mail: Mail,
    /// When it was queued.
    pub queued: Timestamp,
    /// How it stands.
    pub status: Status,
    /// How often it was taken to be sent.
    pub taken: u32,
    /// When it is tried next, while it is queued.
    pub next: Timestamp,
    /// The attempts, in order.
    pub attempts: Vec<Attempt>,
}

/// A mail that somebody took to send it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The mail.
    pub mail: Mail,
    /// When it was queued.
    pub queued: Timestamp,
    /// Which attempt this is, counted from 1.
    pub attempt: u32,
}

impl Database {
    /// Queues a mail; whether it is new. The co-op's mail of this name is queued once, whatever became
    /// of it.
    pub async fn queue(&self, mail: &Mail, now: Timestamp) -> Result<bool, Fault> {
        const SQL: &str = "INSERT INTO mail (organization, name, party, sender, recipient, subject, body, \
            has_link, until, queued, status, attempts, next) \
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'queued', 0, $10) \
            ON CONFLICT (organization, name) DO NOTHING";
        let is_new = on_database!(self,
        pool => {
            let done = sqlx::query(SQL)
                .bind(mail.organization.as_str())
                .bind(mail.name.as_str())
                .bind(mail.party.map(|party| i64::from(party.0)))
                .bind(mail.sender.as_str())
                .bind(mail.recipient.as_str())
                .bind(mail.subject.as_str())
                .bind(mail.body.as_str())
                .bind(mail.has_link)
                .bind(mail.until.as_microsecond())
                .bind(now.as_microsecond())
                .execute(pool)
                .await
                .map_err(|error| self.fault(&error))?;
            done.rows_affected() > 0
        },
        memory => {
            let key = (mail.organization.clone(), mail.name.clone());
            let mut beside = memory.beside();
            let is_new = !beside.mail.contains_key(&key);
            if is_new {
                let attempts = Vec::new();
                let queued = Logged { mail: mail.clone(), queued: now, status: Status::Queued, taken: 0, next: now, attempts };
                beside.mail.insert(key, queued);
            }
            is_new
        });
        self.bell.notify_one();
        Ok(is_new)
    }

    /// Waits until this program queues a mail.
    pub async fn mail_is_queued(&self) {
        self.bell.notified().await;
    }

    /// Takes the queued mail whose time came first, to send it; `None` where none is due. Nobody else
    /// gets it for five minutes. With `only`, takes the co-op's mail of this name, and no other.
    pub async fn take_mail(
        &self,
        only: Option<(&Slug, &str)>,
        now: Timestamp,
    ) -> Result<Option<Taken>, Fault> {
        // The condition is said twice: a server that waits for another taker looks at it again.
        const SQL: &str = "UPDATE mail SET next = $2, attempts = attempts + 1 \
            WHERE (organization, name) IN (SELECT organization, name FROM mail \
            WHERE status = 'queued' AND next <= $1 AND ($3 = '' OR (organization = $3 AND name = $4)) \
            ORDER BY next LIMIT 1) AND status = 'queued' AND next <= $1 \
            RETURNING organization, name, party, sender, recipient, subject, body, has_link, until, queued, \
            status, attempts, next";
        let taken_until = now.checked_add(TAKEN_FOR).unwrap_or(Timestamp::MAX);
        let (organization, name) =
            only.map_or(("", ""), |(organization, name)| (organization.as_str(), name));
        let found = on_database!(self,
        pool => {
            let row: Option<MailRow> = sqlx::query_as(SQL)
                .bind(now.as_microsecond())
                .bind(taken_until.as_microsecond())
                .bind(organization)
                .bind(name)
                .fetch_optional(pool)
                .await
                .map_err(|error| self.fault(&error))?;
            row.and_then(logged)
        },
        memory => {
            let mut beside = memory.beside();
            let is_due = |one: &&mut Logged| {
                let is_meant = only.is_none_or(|(of, name)| one.mail.organization == *of && one.mail.name == name);
                one.status == Status::Queued && one.next <= now && is_meant
            };
            beside.mail.values_mut().filter(is_due).min_by_key(|one| one.next).map(|one| {
                (one.next, one.taken) = (taken_until, one.taken + 1);
                one.clone()
            })
        });
        Ok(found.map(|one| Taken { mail: one.mail, queued: one.queued, attempt: one.taken }))
    }

    /// Writes down what came of an attempt. Of one that took so long that another was made meanwhile,
    /// only the log has a line.
    pub async fn mail_was_tried(
        &self,
        taken: &Taken,
        outcome: &Outcome,
        now: Timestamp,
    ) -> Result<(), Fault> {
        const ATTEMPT: &str = "INSERT INTO mail_attempt (organization, name, attempt, at, status, said) \
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
        const STATUS: &str = "UPDATE mail SET status = $4, next = $5 \
            WHERE organization = $1 AND name = $2 AND attempts = $3 AND status = 'queued'";
        let Mail { organization, name, .. } = &taken.mail;
        on_database!(self,
        pool => {
            let mut transaction = pool.begin().await.map_err(|error| self.fault(&error))?;
            sqlx::query(ATTEMPT)
                .bind(organization.as_str())
                .bind(name.as_str())
                .bind(i64::from(taken.attempt))
                .bind(now.as_microsecond())
                .bind(outcome.status.id())
                .bind(outcome.said.as_str())
                .execute(&mut *transaction)
                .await
                .map_err(|error| self.fault(&error))?;
            sqlx::query(STATUS)
                .bind(organization.as_str())
                .bind(name.as_str())
                .bind(i64::from(taken.attempt))
                .bind(outcome.status.id())
                .bind(outcome.next.as_microsecond())
                .execute(&mut *transaction)
                .await
                .map_err(|error| self.fault(&error))?;
            transaction.commit().await.map_err(|error| self.fault(&error))?;
        },
        memory => {
            if let Some(one) = memory.beside().mail.get_mut(&(organization.clone(), name.clone())) {
                one.attempts.push(Attempt { at: now, status: outcome.status, said: outcome.said.clone() });
                if one.taken == taken.attempt && one.status == Status::Queued {
                    (one.status, one.next) = (outcome.status, outcome.next);
                }
            }
        });
        Ok(())
    }
}
