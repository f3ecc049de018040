//! What is and was decided.

use axum::{Json, extract::Path};

use super::{
    caller::Caller,
    paging::{Page, Paging},
    parameters::Parameters,
    problem::Problem,
    proposal::{Proposal, ProposalLine},
};

/// Lists the proposals that the caller may see, their own drafts too; the newest first.
#[utoipa::path(
    get,
    path = "/{org}/proposals",
    operation_id = "listProposals",
    tag = "Proposals",
    params(("org" = String, Path, description = "The short name of the co-op."), Paging),
    responses((status = 200, description = "A page of proposals.", body = Page<ProposalLine>))
)]
pub async fn list(
    caller: Caller,
    Parameters(paging): Parameters<Paging>,
) -> Result<Json<Page<ProposalLine>>, Problem> {
    caller.read(|reading| {
        let mut proposals = reading.proposals()?;
        reading.must_page(paging)?;
        proposals.reverse();
        Ok(Json(paging.cut(&proposals, |proposal| reading.proposal_line(proposal))))
    })
}

/// Shows a proposal: its rounds with their stances, the interests disclosed, the roll with the reason
/// for each exclusion, and the count with its proof.
#[utoipa::path(
    get,
    path = "/{org}/proposals/{proposal}",
    operation_id = "showProposal",
    tag = "Proposals",
    params(
        ("org" = String, Path, description = "The short name of the co-op."),
        ("proposal" = u32, Path, description = "The number of the proposal."),
    ),
    responses((status = 200, description = "The proposal.", body = Proposal))
)]
pub async fn show(
    caller: Caller,
    Path((_, proposal)): Path<(String, String)>,
) -> Result<Json<Proposal>, Problem> {
    let proposal = caller.number(&proposal)?;
    caller.read(|reading| Ok(Json(reading.proposal_through(reading.proposal(proposal)?))))
}
