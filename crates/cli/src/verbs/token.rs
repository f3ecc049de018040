//! `rochdale token`

use clap::{Args, Subcommand};
use jiff::{SignedDuration, Timestamp};
use rochdale_core::{command::By, values::PartyId};
use rochdale_register::{Account, Begun, Digest, Handed, Kind};
use serde_json::{Value, json};

use crate::{answer::Answer, book::Book, context::Context, failure::Failure, table::table, who};

/// Issue, list and revoke the tokens by which people sign in and programs use the API
///
/// Whoever holds a token acts as the person it was issued for. Send it to the API as `Authorization:
/// Bearer TOKEN`, or paste it on the page /sign-in, as the desk does. People get in by a link that comes by
/// mail, or that `rochdale link` makes.
#[derive(Debug, Args)]
pub struct Token {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Issue a token; it is shown this once and stored only as a hash
    Issue {
        /// For whom: `desk`, a party's number, or a part of its name
        who: String,
        /// What it is for, in a word or two
        #[arg(long, default_value = "sign in")]
        label: String,
        /// For how many days it is good
        #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u16).range(1..=3650))]
        days: u16,
    },
    /// List the tokens and sessions that somebody can act through
    List {
        /// Whose: `desk`, a party's number, or a part of its name
        who: String,
    },
    /// Revoke a token or a session
    Revoke {
        /// Its id, as `list` shows it
        id: String,
    },
}

impl Token {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        match self.verb {
            Verb::Issue { who, label, days } => issue(context, &who, &label, days).await,
            Verb::List { who } => list(context, &who).await,
            Verb::Revoke { id } => revoke(context, &id).await,
        }
    }
}

fn party_of(by: By) -> Option<PartyId> {
    match by {
        By::Party(party) => Some(party),
        By::Desk | By::Clock | By::Visitor => None,
    }
}

async fn issue(context: &Context, who: &str, label: &str, days: u16) -> Result<Answer, Failure> {
    let Book { database, organization, state, .. } = Book::open(context).await?;
    let now = Timestamp::now();
    let party = party_of(who::by(&state, who, "WHO")?);
    if party.and_then(|party| state.party(party)).is_some_and(|party| !party.is_person()) {
        return Err(Failure::not_understood(
            format!("{who} is an organization, and people sign in"),
            "WHO",
            "issue the token for its representative",
        ));
    }
    let expires = now + SignedDuration::from_hours(24 * i64::from(days));
    let is_erased = party.and_then(|party| state.party(party)).is_some_and(|party| party.name().is_none());
    if is_erased {
        return Err(Failure::not_understood(
            format!("{who} is nobody who signs in"),
            "WHO",
            "name a person whose details are not erased",
        ));
    }
    if let Some(party) = party {
        database.record_handed(&organization, party, Handed::Token, now).await?;
    }
    let secret =
        database.issue(Kind::Token, &organization, party, (label, Begun::Token), now, expires).await?;
    let name = party.and_then(|party| state.party(party)?.name().map(str::to_owned));
    let text = format!(
        "{}\n\nThis is shown once. It lets whoever holds it act as {} of {organization} until {}.\n",
        secret.text(),
        name.as_deref().unwrap_or("the desk"),
        state.date_of(expires)
    );
    let value = json!({
        "token": secret.text(), "id": secret.hash(), "organization": organization, "party": party, "label": label,
        "expires": expires,
    });
    Ok(Answer::new(text, value))
}

async fn list(context: &Context, who: &str) -> Result<Answer, Failure> {
    let Book { database, organization, state, .. } = Book::open(context).await?;
    let now = Timestamp::now();
    let accounts = database.accounts(&organization, party_of(who::by(&state, who, "WHO")?), now).await?;
    let value: Value = accounts.iter().map(account_value).collect();
    if accounts.is_empty() {
        return Ok(Answer::new("There are none.\n", value));
    }
    let rows: Vec<[String; 5]> = accounts
        .iter()
        .map(|account| {
            [
                account.id.to_string(),
                kind(account.kind).to_owned(),
                account.label.clone(),
                state.date_of(account.last_seen).to_string(),
                state.date_of(account.expires).to_string(),
            ]
        })
        .collect();
    Ok(Answer::new(table(["id", "kind", "label", "last used", "expires"], &rows), value))
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Session => "session",
        Kind::Token => "token",
    }
}

fn account_value(account: &Account) -> Value {
    json!({
        "id": account.id, "kind": kind(account.kind), "label": account.label, "created": account.created,
        "last_seen": account.last_seen, "expires": account.expires,
    })
}

async fn revoke(context: &Context, id: &str) -> Result<Answer, Failure> {
    let digest = Digest::try_from(id.to_owned())
        .map_err(|what| Failure::not_understood(what, "ID", "copy the id from `rochdale token list WHO`"))?;
    if !context.database().await?.revoke(digest).await? {
        return Err(Failure::not_understood(
            "there is no token or session with this id",
            "ID",
            "copy the id from `rochdale token list WHO`; it may also be revoked already",
        ));
    }
    Ok(Answer::new("Revoked: it lets nobody in any more.\n", json!({ "revoked": id })))
}
