//! Complaints, audit requests and whatever else the bylaws give a clock.

use axum::{Json, extract::Path};
use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    cases::{self, Clock, cases_for, reads, rule_of},
    values::{CaseId, Slug},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    caller::Caller,
    problem::{Kind, Problem},
    reading::{PartyName, Reading},
};

/// A case, for one of its readers.
#[derive(Debug, Serialize, ToSchema)]
pub struct Case {
    /// Its number.
    pub case: CaseId,
    /// Of which kind, as the bylaws call it.
    pub kind: Slug,
    /// What that kind is called, in the language of the caller.
    pub name: String,
    /// Who opened it.
    pub by: PartyName,
    /// Whom it is about; nobody for one that is about books or things.
    pub about: Vec<PartyName>,
    /// When it was opened.
    #[schema(value_type = String, format = DateTime)]
    pub opened: Timestamp,
    /// The last day for its first step.
    #[schema(value_type = String, format = Date)]
    pub due: Date,
    /// How its clock stands: `running`, `late` or `stopped`.
    pub clock: Clock,
    /// When the first step was taken.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stepped: Option<Timestamp>,
    /// When it was closed.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<Timestamp>,
    /// How it came out, as the bylaws call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Slug>,
}

/// Something written in a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseEntry {
    /// Who wrote it.
    pub by: PartyName,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// What; absent once it is erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A case with everything that was written in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseThrough {
    /// As it stands.
    #[serde(flatten)]
    pub case: Case,
    /// What was written, in order, the opening first.
    pub entries: Vec<CaseEntry>,
}

/// Lists the cases that the caller may read, the newest first. The desk reads none: they are for whoever opened
/// them, whom they are about, and those who handle them.
#[utoipa::path(
    get,
    path = "/{org}/cases",
    operation_id = "listCases",
    tag = "Members",
    params(("org" = String, Path, description = "The short name of the co-op.")),
    responses((status = 200, description = "The cases.", body = Vec<Case>))
)]
pub async fn list(caller: Caller) -> Result<Json<Vec<Case>>, Problem> {
    let person = caller.person()?;
    caller.read(|reading| {
        let read = cases_for(reading.state, person, reading.today);
        Ok(Json(read.filter_map(|case| view(reading, case)).collect()))
    })
}

/// Shows a case with what was written in it. One that the caller may not read is not there: 404.
#[utoipa::path(
    get,
    path = "/{org}/cases/{case}",
    operation_id = "showCase",
    tag = "Members",
    params(
        ("org" = String, Path, description = "The short name of the co-op."),
        ("case" = u32, Path, description = "The number of the case."),
    ),
    responses((status = 200, description = "The case.", body = CaseThrough))
)]
pub async fn show(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
) -> Result<Json<CaseThrough>, Problem> {
    let (person, id) = (caller.person()?, caller.number::<CaseId>(&case)?);
    caller.read(|reading| {
        let known = reading.state.case(id).filter(|case| reads(reading.state, case, person, reading.today));
        let shown = known.and_then(|known| Some((known, view(reading, known)?)));
        let Some((known, case)) = shown else { return Err(reading.problem(Kind::NotFound)) };
        let entry = |entry: &cases::CaseEntry| CaseEntry {
            by: reading.party(entry.by),
            at: entry.at,
            text: reading.state.words(entry.words).map(|words| words.on("text").to_owned()),
        };
        Ok(Json(CaseThrough { case, entries: known.entries.iter().map(entry).collect() }))
    })
}

fn view(reading: &Reading<'_>, known: &cases::Case) -> Option<Case> {
    let rule = rule_of(reading.state, known)?;
    Some(Case {
        case: known.id,
        kind: known.kind.clone(),
        name: rule.rule.name.in_language(reading.words.language()).to_owned(),
        by: reading.party(known.by),
        about: known.about.iter().map(|party| reading.party(*party)).collect(),
        opened: known.opened,
        due: known.due,
        clock: known.clock_on(reading.today),
        stepped: known.stepped,
        closed: known.closed.as_ref().map(|(at, _)| *at),
        outcome: known.closed.as_ref().map(|(_, outcome)| outcome.clone()),
    })
}
