//! What the bylaws ask of the caller today, what is open, and what comes next.

use axum::Json;
use jiff::civil::Date;
use rochdale_core::{
    today::{self, today},
    values::{AssetId, DeclarationId, MembershipId, ProposalId},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    assets::{self, Asset},
    caller::Caller,
    declarations::{self, Declaration},
    finding::Citation,
    problem::Problem,
    proposal::ProposalLine,
    reading::{MembershipName, Reading},
    standing::Duty,
};

/// A person's day.
#[derive(Debug, Serialize, ToSchema)]
pub struct Today {
    /// That day, in the co-op's time zone.
    #[schema(value_type = String, format = Date)]
    pub day: Date,
    /// Open rounds and votes that wait for a response.
    pub to_respond: Vec<ToRespond>,
    /// Proposals that are theirs to take the next step of.
    pub to_lead: Vec<ProposalLine>,
    /// What the bylaws ask of each membership that they hold or act for.
    pub duties: Vec<DutyOf>,
    /// Declarations that wait for the assembly: their own, and those that somebody has yet to put to it.
    pub declarations: Vec<Declaration>,
    /// Assets that they have borrowed; for whoever keeps the register also what is overdue or damaged.
    pub assets: Vec<Asset>,
    /// The other open proposals that they may see.
    pub open: Vec<ProposalLine>,
    /// What comes next, by day.
    pub next: Vec<Coming>,
}

/// An open round or vote that waits for a response.
#[derive(Debug, Serialize, ToSchema)]
pub struct ToRespond {
    /// The proposal.
    pub proposal: ProposalLine,
    /// For which membership.
    pub membership: MembershipName,
}

/// A duty, and of which membership.
#[derive(Debug, Serialize, ToSchema)]
pub struct DutyOf {
    /// Of which.
    pub membership: MembershipId,
    /// What is asked.
    #[serde(flatten)]
    pub duty: Duty,
}

/// Something that comes on a day that is known.
#[derive(Debug, Serialize, ToSchema)]
pub struct Coming {
    /// The day.
    #[schema(value_type = String, format = Date)]
    pub day: Date,
    /// What, in the language of the caller.
    pub says: String,
    /// The clause, where one says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites: Option<Citation>,
}

/// Shows the caller's day. The desk takes part in nothing, so it has none: 404.
#[utoipa::path(
    get,
    path = "/{org}/today",
    operation_id = "showToday",
    tag = "Members",
    params(("org" = String, Path, description = "The short name of the co-op.")),
    responses((status = 200, description = "The day of the person whose token it is.", body = Today))
)]
pub async fn show(caller: Caller) -> Result<Json<Today>, Problem> {
    let person = caller.person()?;
    caller.read(|reading| Ok(Json(view(reading, today(reading.state, person, reading.now)))))
}

fn view(reading: &Reading<'_>, page: today::Today) -> Today {
    let line = |id: &ProposalId| Some(reading.proposal_line(reading.state.proposal(*id)?));
    let to_respond = |(proposal, membership): &(ProposalId, MembershipId)| {
        Some(ToRespond { proposal: line(proposal)?, membership: reading.membership(*membership)? })
    };
    let duty = |(membership, duty): &(MembershipId, rochdale_core::standing::Duty)| {
        let held = reading.state.membership(*membership)?;
        Some(DutyOf { membership: *membership, duty: reading.duty(held, duty) })
    };
    let declaration = |id: &DeclarationId| Some(declarations::view(reading, reading.state.declaration(*id)?));
    let asset = |id: &AssetId| assets::view(reading, reading.state.asset(*id)?, reading.today);
    let coming = |coming: &today::Coming| Coming {
        day: coming.day,
        says: reading.words.say(&coming.says),
        cites: coming.cites.as_deref().map(Citation::of),
    };
    Today {
        day: reading.today,
        to_respond: page.to_respond.iter().filter_map(to_respond).collect(),
        to_lead: page.to_lead.iter().filter_map(line).collect(),
        duties: page.duties.iter().filter_map(duty).collect(),
        declarations: page.declarations.iter().filter_map(declaration).collect(),
        assets: page.assets.iter().filter_map(asset).collect(),
        open: page.open.iter().filter_map(line).collect(),
        next: page.next.iter().map(coming).collect(),
    }
}
