//! What a member may do on a day, and why.

use axum::{Json, extract::Path};
use jiff::civil::Date;
use rochdale_core::{
    finding,
    membership::{Right, may},
    values::{MembershipId, Slug},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    caller::Caller, finding::Finding, members::AsOf, parameters::Parameters, problem::Problem,
    reading::Reading,
};

/// The rights of one membership on a day.
#[derive(Debug, Serialize, ToSchema)]
pub struct MembershipRights {
    /// The membership.
    pub membership: MembershipId,
    /// Each right with its finding, in the order in which the bylaws' tables are read.
    pub rights: Vec<RightAnswer>,
}

/// A right with its answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct RightAnswer {
    /// The right.
    pub right: Right,
    /// On matters of this group, where the answer is not the same for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Slug>,
    /// The answer and why.
    pub finding: Finding,
}

/// Says what each membership of a person or organization may do on a day, and why.
#[utoipa::path(
    get,
    path = "/{org}/members/{party}/rights",
    operation_id = "listRights",
    tag = "Members",
    params(
        ("org" = String, Path, description = "The short name of the co-op."),
        ("party" = u32, Path, description = "The number of the person or organization."),
        AsOf,
    ),
    responses((status = 200, description = "The rights of each membership that is current on the day.", body = Vec<MembershipRights>))
)]
pub async fn list(
    caller: Caller,
    Path((_, party)): Path<(String, String)>,
    Parameters(as_of): Parameters<AsOf>,
) -> Result<Json<Vec<MembershipRights>>, Problem> {
    let party = caller.number(&party)?;
    caller.read(|reading| {
        let party = reading.seen_party(party)?;
        let day = as_of.on.unwrap_or(reading.today);
        let is_current = |id: &&MembershipId| {
            reading.state.membership(**id).is_some_and(|membership| membership.is_current_on(day))
        };
        let rights = party.memberships.iter().filter(is_current).map(|id| rights(reading, *id, day));
        Ok(Json(rights.collect()))
    })
}

fn rights(reading: &Reading<'_>, membership: MembershipId, day: Date) -> MembershipRights {
    let rulebook = reading.state.rulebook_on(day);
    let groups: Vec<Slug> =
        rulebook.iter().flat_map(|rulebook| rulebook.groups()).map(|group| group.id.clone()).collect();
    let mut rights = Vec::new();
    for right in Right::ALL {
        let on = |group: Option<&Slug>| may(reading.state, membership, *right, group, day);
        let answer = |group: Option<&Slug>, finding: &finding::Finding| RightAnswer {
            right: *right,
            group: group.cloned(),
            finding: Finding::said(finding, reading.words),
        };
        let all = on(None);
        let each: Vec<finding::Finding> = groups.iter().map(|group| on(Some(group))).collect();
        if each.iter().all(|finding| finding.value == all.value) {
            rights.push(answer(None, &all));
        } else {
            rights.extend(groups.iter().zip(&each).map(|(group, finding)| answer(Some(group), finding)));
        }
    }
    MembershipRights { membership, rights }
}
