//! Each step of deciding, from its form to its command.

use axum::{extract::Path, response::Response};
use rochdale_core::{
    command::{Command, Stance},
    proposals::{Choice, Mark, StanceKind},
    values::ProposalId,
};

use super::show::one;
use crate::{
    look::Place,
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// Takes a step, and leads back to the proposal.
pub async fn take(visit: Visit, Path((org, id, step)): Path<(String, u32, String)>, sent: Sent) -> Response {
    let address = format!("/{org}/proposals/{id}");
    let submitted = submit(&visit, &org, ProposalId(id), &step, &sent).await;
    let draw = |page: &Page<'_>| one(page, ProposalId(id), &visit);
    visit.led_back((&org, Place::Proposals, &address), &sent, submitted, draw)
}

async fn submit(
    visit: &Visit,
    org: &str,
    proposal: ProposalId,
    step: &str,
    sent: &Sent,
) -> Result<(), Problem> {
    let command = command(visit, org, proposal, step, sent)?;
    visit.submit(org, sent.request()?, command).await?;
    Ok(())
}

fn command(
    visit: &Visit,
    org: &str,
    proposal: ProposalId,
    step: &str,
    sent: &Sent,
) -> Result<Command, Problem> {
    let zone = || visit.read(org, |page| Ok(page.state.time_zone()));
    Ok(match step {
        "open" => Command::OpenProposal { proposal, closes: sent.optional_instant("closes", &zone()?)? },
        "revise" => {
            let (title, text) = (sent.words("title"), sent.words("text"));
            let (owner, deadline) = (sent.optional_number("owner")?, sent.optional_date("deadline")?);
            Command::ReviseProposal { proposal, title, text, owner, deadline }
        }
        "withdraw" => Command::WithdrawProposal { proposal },
        "stance" => Command::TakeStance {
            proposal,
            membership: sent.number("membership")?,
            stance: match sent.one_of("stance", StanceKind::from_id)? {
                StanceKind::Agree => Stance::Agree,
                StanceKind::StandAside => Stance::StandAside,
                StanceKind::Object => Stance::Object { reason: sent.words("reason") },
                StanceKind::Abstain => Stance::Abstain,
            },
        },
        "ballot" => Command::CastBallot {
            proposal,
            membership: sent.number("membership")?,
            choice: sent.one_of("choice", Choice::from_id)?,
        },
        "disclose" => Command::DiscloseInterest {
            proposal,
            membership: sent.number("membership")?,
            interest: sent.words("interest"),
            recuse: sent.is_ticked("recuse"),
        },
        "round" => Command::OpenRound { proposal },
        "close-round" => {
            let marks = sent.each_of("mark", Mark::from_id)?.into_iter().collect();
            Command::CloseRound { proposal, marks, summary: sent.words("summary") }
        }
        "call-vote" => Command::CallVote { proposal, closes: sent.instant("closes", &zone()?)? },
        "conclude" => Command::Conclude { proposal },
        _ => return Err(Problem::NotFound),
    })
}
