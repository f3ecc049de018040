//! The numbered decisions.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    membership::Right,
    proposals,
    values::{ProposalId, ResolutionNumber},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    caller::Caller,
    paging::{Page, Paging},
    parameters::Parameters,
    problem::Problem,
    reading::{PartyName, Reading},
};

/// A numbered decision.
#[derive(Debug, Serialize, ToSchema)]
pub struct Resolution {
    /// Its number, counted from 1 in the order of deciding.
    pub number: ResolutionNumber,
    /// The proposal that carried.
    pub proposal: ProposalId,
    /// Its title.
    pub title: String,
    /// When it was decided.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Who sees to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<PartyName>,
    /// By when.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
}

/// Lists the resolutions, the newest first.
#[utoipa::path(
    get,
    path = "/{org}/resolutions",
    operation_id = "listResolutions",
    tag = "Proposals",
    params(("org" = String, Path, description = "The short name of the co-op."), Paging),
    responses((status = 200, description = "A page of resolutions.", body = Page<Resolution>))
)]
pub async fn list(
    caller: Caller,
    Parameters(paging): Parameters<Paging>,
) -> Result<Json<Page<Resolution>>, Problem> {
    caller.read(|reading| {
        reading.must_see(Right::Observe)?;
        reading.must_page(paging)?;
        let newest_first: Vec<&proposals::Resolution> =
            reading.state.resolutions().rev().map(|resolution| &**resolution).collect();
        Ok(Json(paging.cut(&newest_first, |resolution| view(reading, resolution))))
    })
}

fn view(reading: &Reading<'_>, resolution: &proposals::Resolution) -> Resolution {
    let proposal = reading.state.proposal(resolution.proposal);
    Resolution {
        number: resolution.number,
        proposal: resolution.proposal,
        title: proposal.map_or_else(String::new, |proposal| proposal.draft.title.clone()),
        at: resolution.at,
        owner: resolution.owner.map(|owner| reading.party(owner)),
        deadline: resolution.deadline,
    }
}
