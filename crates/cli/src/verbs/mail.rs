//! `rochdale mail`

use clap::{Args, Subcommand};
use jiff::{SignedDuration, Timestamp};
use rochdale_core::personal::is_address;
use rochdale_mail::deliver_one;
use rochdale_register::{Logged, Mail as Queued, Status, SystemClock};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    answer::Answer, book::Book, context::Context, failure::Failure, mail::MailOptions, table::table,
};

/// See what became of mail, and try whether it arrives
#[derive(Debug, Args)]
pub struct Mail {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// List the newest mails with what the servers said
    Log {
        /// How many
        #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
        count: u32,
    },
    /// Send a test to an address, and say what became of it
    Test {
        /// To which address
        address: String,
        #[command(flatten)]
        mail: MailOptions,
    },
}

impl Mail {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        match self.verb {
            Verb::Log { count } => log(context, count as usize).await,
            Verb::Test { address, mail } => test(context, &address, &mail).await,
        }
    }
}

async fn log(context: &Context, count: usize) -> Result<Answer, Failure> {
    let Book { database, organization, state, .. } = Book::open(context).await?;
    let mails = database.mail_log(&organization, 0, count).await?;
    let value: Value = mails.iter().map(told).collect();
    if mails.is_empty() {
        return Ok(Answer::new("No mail has been queued.\n", value));
    }
    let zone = state.time_zone();
    let rows: Vec<[String; 5]> = mails
        .iter()
        .map(|one| {
            let last = one.attempts.last().map(|attempt| attempt.said.clone());
            [
                zone.to_datetime(one.queued).strftime("%Y-%m-%d %H:%M").to_string(),
                one.status.id().to_owned(),
                one.mail.recipient.clone(),
                one.mail.subject.clone(),
                last.unwrap_or_default(),
            ]
        })
        .collect();
    Ok(Answer::new(table(["queued", "status", "to", "about", "the server said"], &rows), value))
}

/// A mail for machines, with every attempt. What it says is for whoever got it.
fn told(logged: &Logged) -> Value {
    let attempts: Vec<Value> = logged
        .attempts
        .iter()
        .map(|one| json!({ "at": one.at, "status": one.status.id(), "said": one.said }))
        .collect();
    json!({
        "name": logged.mail.name, "party": logged.mail.party, "to": logged.mail.recipient,
        "subject": logged.mail.subject, "queued": logged.queued, "status": logged.status.id(), "attempts": attempts,
    })
}

async fn test(context: &Context, address: &str, options: &MailOptions) -> Result<Answer, Failure> {
    // Before anything is queued: what can never arrive is no trial of the way.
    if !is_address(address) {
        return Err(Failure::not_understood(
            format!("{address} is no address of mail"),
            "ADDRESS",
            "give an address such as office@example.org",
        ));
    }
    let transport = options.transport("none")?;
    if matches!(transport, rochdale_mail::Transport::None) {
        return Err(Failure::not_understood(
            "no mail leaves from here",
            "--mail",
            "say how it is to leave, with --mail or ROCHDALE_MAIL, as you do for `rochdale serve`",
        ));
    }
    let book = Book::open(context).await?;
    let co_op = book.rulebook.front.name.in_language(&context.language).to_owned();
    let letter = book.said(context, |words| words.test_letter(&co_op));
    let now = Timestamp::now();
    let mail = Queued {
        organization: book.organization.clone(),
        name: format!("test/{}", Uuid::now_v7()),
        party: None,
        sender: co_op,
        recipient: address.to_owned(),
        subject: letter.subject,
        body: letter.body,
        has_link: false,
        // It is tried once, here and now.
        until: now + SignedDuration::from_secs(30),
    };
    book.database.queue(&mail, now).await?;
    let which = (&book.organization, mail.name.as_str());
    let logged = deliver_one(&book.database, &transport, "", which, &SystemClock).await?;
    let said = logged.as_ref().and_then(|one| one.attempts.last()).map(|one| one.said.clone());
    let said = said.unwrap_or_default();
    let value = logged.as_ref().map_or(Value::Null, told);
    if logged.is_some_and(|one| one.status == Status::Sent) {
        return Ok(Answer::new(format!("Sent to {address}: {said}\n"), value));
    }
    Err(Failure::NotWell {
        text: format!(
            "not well: the test to {address} was not sent\n  because  {said}\n  you can  look at --mail, the \
             server's own log and the address, and try again\n"
        ),
        value,
    })
}
