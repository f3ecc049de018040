//! Mail as the database has it.

use jiff::Timestamp;
use rochdale_core::values::{PartyId, Slug};

use super::{Attempt, Logged, Mail, Status};

/// The columns of a mail, in the order of the table.
pub type MailRow =
    (String, String, Option<i64>, String, String, String, String, bool, i64, i64, String, i64, i64);

/// The columns of an attempt: the mail's name, when, how it stood, what was said.
pub type AttemptRow = (String, i64, String, String);

/// The mail of a row, without its attempts; `None` where the row holds what no mail has.
pub fn logged(row: MailRow) -> Option<Logged> {
    let (
        organization,
        name,
        party,
        sender,
        recipient,
        subject,
        body,
        has_link,
        until,
        queued,
        status,
        taken,
        next,
    ) = row;
    let at = |microsecond| Timestamp::from_microsecond(microsecond).ok();
    Some(Logged {
        mail: Mail {
            organization: Slug::new(&organization),
            name,
            // A party that cannot be is no reason to send somebody's mail to nobody in particular.
            party: party.map(|party| u32::try_from(party).map(PartyId)).transpose().ok()?,
            sender,
            recipient,
            subject,
            body,
            has_link,
            until: at(until)?,
        },
        queued: at(queued)?,
        status: Status::from_id(&status)?,
        taken: u32::try_from(taken).ok()?,
        next: at(next)?,
        attempts: Vec::new(),
    })
}

/// The attempt of a row.
pub fn attempt(at: i64, status: &str, said: String) -> Option<Attempt> {
    Some(Attempt { at: Timestamp::from_microsecond(at).ok()?, status: Status::from_id(status)?, said })
}
