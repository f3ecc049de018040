//! Sending what is queued. A mail is sent at least once: whoever took it and ended before saying what
//! became of it may have sent it, and another sends it again under the same Message-ID.

use std::time::Duration;

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use rochdale_core::values::Slug;
use rochdale_register::{
    Begun, Clock, Database, Digest, Fault, LINK_HERE, Logged, Outcome, Purpose, Status, Taken,
};

use crate::{
    message::message,
    transport::{Handed, Transport},
};

/// How long to wait before the second attempt, the third, and so on; after the last, mail is given up. It
/// comes to three days, as servers of mail have it.
const WAITS_MINUTES: [i64; 10] = [1, 2, 5, 15, 60, 180, 360, 720, 1440, 1440];

/// How many mails are on their way at the same time: one server that hangs must not hold up all others.
const AT_ONCE: usize = 8;

/// How often to look for mail whose time has come, or that another program has queued.
const LOOK: Duration = Duration::from_secs(5);

/// How often what has expired is forgotten.
const FORGET: SignedDuration = SignedDuration::from_hours(1);

/// Sends mail for as long as the program runs. `origin` is where links lead, and `clock` says when it is.
pub async fn deliver_for_ever(
    database: Database,
    transport: Transport,
    origin: String,
    clock: &dyn Clock,
) -> ! {
    let mut forgotten = Timestamp::MIN;
    loop {
        let now = clock.now();
        if let Err(fault) = deliver(&database, &transport, &origin, clock).await {
            tracing::error!(%fault, "mail could not be sent");
        }
        if now.duration_since(forgotten) >= FORGET {
            forgotten = now;
            if let Err(fault) = database.forget_expired(now).await {
                tracing::error!(%fault, "what has expired could not be forgotten");
            }
        }
        // Whichever comes first; that nothing was queued is no error.
        let _ = tokio::time::timeout(LOOK, database.mail_is_queued()).await;
    }
}

/// Sends every mail that is due; how many were tried.
pub async fn deliver(
    database: &Database,
    transport: &Transport,
    origin: &str,
    clock: &dyn Clock,
) -> Result<usize, Fault> {
    let mut count = 0;
    loop {
        let mut taken = Vec::new();
        while taken.len() < AT_ONCE
            && let Some(one) = database.take_mail(None, clock.now()).await?
        {
            taken.push(one);
        }
        if taken.is_empty() {
            return Ok(count);
        }
        count += taken.len();
        let tries = taken.iter().map(|one| attempt(database, transport, origin, clock, one));
        for tried in join_all(tries).await {
            tried?;
        }
    }
}

/// Sends the co-op's mail of this name now, if it is due; gives what became of it.
pub async fn deliver_one(
    database: &Database,
    transport: &Transport,
    origin: &str,
    (organization, name): (&Slug, &str),
    clock: &dyn Clock,
) -> Result<Option<Logged>, Fault> {
    if let Some(taken) = database.take_mail(Some((organization, name)), clock.now()).await? {
        attempt(database, transport, origin, clock, &taken).await?;
    }
    database.mail(organization, name).await
}

/// Tries to send a mail, and writes down what came of it.
async fn attempt(
    database: &Database,
    transport: &Transport,
    origin: &str,
    clock: &dyn Clock,
    taken: &Taken,
) -> Result<(), Fault> {
    let now = clock.now();
    let handed = if now >= taken.mail.until {
        Handed::NotNow("its time is over".to_owned())
    } else {
        handed(database, transport, origin, now, taken).await?
    };
    let now = clock.now();
    let outcome = outcome(taken, handed, now);
    if outcome.status != Status::Sent && outcome.status != Status::Queued {
        let (organization, name) = (&taken.mail.organization, &taken.mail.name);
        // What the server said often names the address; it stands in the log of mail.
        tracing::warn!(%organization, name, status = outcome.status.id(), "a mail was not sent");
    }
    database.mail_was_tried(taken, &outcome, now).await
}

/// Writes a mail and hands it over. A link in it is issued now, and stands nowhere but in the mail.
async fn handed(
    database: &Database,
    transport: &Transport,
    origin: &str,
    now: Timestamp,
    taken: &Taken,
) -> Result<Handed, Fault> {
    let mail = &taken.mail;
    let Some(from) = transport.from() else {
        return Ok(Handed::NotNow("no mail leaves from here".to_owned()));
    };
    let body = match mail.party.filter(|_| mail.has_link) {
        Some(party) => {
            let secret =
                database.issue_link(&mail.organization, party, Purpose::SignIn, Begun::Mail, now).await?;
            mail.body.replace(LINK_HERE, &format!("{origin}/sign-in/link/{}", secret.text()))
        }
        None => mail.body.clone(),
    };
    let name = Digest::of(format!("{}/{}", mail.organization, mail.name).as_bytes()).to_string();
    let name = &name[..16];
    Ok(match message(mail, &body, from, taken.queued) {
        Ok(message) => transport.hand(name, message).await,
        Err(what) => Handed::Refused(what),
    })
}

/// How a mail stands after it was handed over, or was not.
fn outcome(taken: &Taken, handed: Handed, now: Timestamp) -> Outcome {
    let wait = usize::try_from(taken.attempt).ok().and_then(|attempt| WAITS_MINUTES.get(attempt - 1));
    let next = wait.and_then(|minutes| now.checked_add(SignedDuration::from_mins(*minutes)).ok());
    let next = next.filter(|next| *next < taken.mail.until);
    match (handed, next) {
        (Handed::Taken(said), _) => Outcome { status: Status::Sent, said, next: now },
        (Handed::Refused(said), _) => Outcome { status: Status::Failed, said, next: now },
        (Handed::NotNow(said), Some(next)) => Outcome { status: Status::Queued, said, next },
        (Handed::NotNow(said), None) => Outcome { status: Status::GivenUp, said, next: now },
    }
}
