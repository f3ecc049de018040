//! The book: its head and its entries.

use axum::Json;
use jiff::Timestamp;
use rochdale_core::{
    membership::Right,
    sight::{Viewer, fact_is_seen, is_running_ballot},
    values::RequestId,
};
use rochdale_register::{
    Fault,
    entry::{self, by_text},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    caller::Caller,
    paging::{Page, Paging},
    parameters::Parameters,
    problem::{Kind, Problem},
    reading::Reading,
};

/// The end of the book.
#[derive(Debug, Serialize, ToSchema)]
pub struct Head {
    /// The height of the last entry.
    pub height: u64,
    /// Its hash, as 64 hexadecimal digits.
    pub hash: String,
    /// When it was decided.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
}

/// An entry of the book. What it says is left out where the caller may not see what it speaks of:
/// a draft of somebody else's, or a ballot while the count is sealed.
#[derive(Debug, Serialize, ToSchema)]
pub struct Entry {
    /// Its place in the book, from 1.
    pub height: u64,
    /// When it was decided.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// What happened, such as `member_admitted`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Who asked: `desk`, `clock`, or `party:` and a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The request that it came of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestId>,
    /// The hash of the payload; left out where the caller may not see what it is, and of a ballot while the vote runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payload_hash: Option<String>,
    /// The hash of the entry before.
    pub previous: String,
    /// The hash of the entry.
    pub hash: String,
    /// What the book keeps; for the desk only.
    #[schema(value_type = Option<Object>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payload: Option<serde_json::Value>,
}

/// Shows the end of the book. Who keeps it can tell later whether anything before it was changed.
#[utoipa::path(
    get,
    path = "/{org}/register/head",
    operation_id = "showHead",
    tag = "Register",
    params(("org" = String, Path, description = "The short name of the co-op.")),
    responses((status = 200, description = "The head.", body = Head))
)]
pub async fn head(caller: Caller) -> Result<Json<Head>, Problem> {
    caller.read(|reading| reading.must_see(Right::SeeRegister))?;
    let head = caller.registrar.head();
    Ok(Json(Head { height: head.height, hash: head.hash.to_string(), at: head.at }))
}

/// Lists the entries of the book, in order.
#[utoipa::path(
    get,
    path = "/{org}/register/entries",
    operation_id = "listEntries",
    tag = "Register",
    params(("org" = String, Path, description = "The short name of the co-op."), Paging),
    responses((status = 200, description = "A page of entries.", body = Page<Entry>))
)]
pub async fn entries(
    caller: Caller,
    Parameters(paging): Parameters<Paging>,
) -> Result<Json<Page<Entry>>, Problem> {
    caller.read(|reading| {
        reading.must_see(Right::SeeRegister)?;
        reading.must_page(paging)
    })?;
    let (first, size) = paging.stretch();
    let total = caller.registrar.head().height;
    let database = caller.visit.site.registers.database();
    let organization = caller.registrar.organization();
    let through = (first + size).min(total);
    let entries = if first < total {
        let unread = database.stretch(organization, first + 1, through).await;
        unread.map_err(|unread| caller.fault(&unread.into_fault(database.place())))?
    } else {
        Vec::new()
    };
    caller
        .read(|reading| Ok(Json(paging.page(entries.iter().map(|one| view(reading, one)).collect(), total))))
}

impl Caller {
    /// The problem that a fault of the machine is; what happened is for the log.
    pub fn fault(&self, fault: &Fault) -> Problem {
        tracing::error!(%fault, path = self.visit.path_to_log(), "a request could not be answered");
        self.problem(Kind::Fault)
    }
}

fn view(reading: &Reading<'_>, entry: &entry::Entry) -> Entry {
    let seen =
        entry.fact().ok().filter(|fact| fact_is_seen(reading.state, reading.viewer, fact, reading.now));
    // That somebody voted is no secret; how they did is, to everybody, while others still vote.
    let told = seen.as_ref().filter(|fact| !is_running_ballot(reading.state, fact));
    let is_desk = reading.viewer == Viewer::Desk;
    Entry {
        height: entry.height,
        at: entry.at,
        kind: seen.as_ref().map(|fact| fact.kind().to_owned()),
        by: seen.as_ref().map(|_| by_text(entry.by)),
        request: seen.as_ref().map(|_| entry.request),
        // The hash of a short text tells it to whoever guesses.
        payload_hash: told.map(|_| entry.payload_hash.to_string()),
        previous: entry.previous.to_string(),
        hash: entry.hash.to_string(),
        payload: told.filter(|_| is_desk).and_then(|_| serde_json::from_str(&entry.payload).ok()),
    }
}
