//! Who the members are, on any day.

use axum::{Json, extract::Path};
use jiff::civil::Date;
use rochdale_core::{
    membership::{Party, Right},
    sight::sees_party,
    values::PartyId,
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    caller::Caller,
    member::{Member, MemberLine},
    paging::{Page, Paging},
    parameters::Parameters,
    problem::{Kind, Problem},
    reading::Reading,
};

/// Which members.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// Only those whose name has these letters, small or large.
    search: Option<String>,
    /// As of this day; today if left out.
    #[param(value_type = Option<String>, format = Date)]
    on: Option<Date>,
    /// Which page, from 1.
    #[param(minimum = 1)]
    page: Option<u32>,
    /// How many on a page.
    #[param(minimum = 1, maximum = 200)]
    per_page: Option<u32>,
}

/// As of which day.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AsOf {
    /// As of this day; today if left out.
    #[param(value_type = Option<String>, format = Date)]
    pub on: Option<Date>,
}

/// Lists those in membership on a day, in the order of entering.
#[utoipa::path(
    get,
    path = "/{org}/members",
    operation_id = "listMembers",
    tag = "Members",
    params(("org" = String, Path, description = "The short name of the co-op."), Which),
    responses((status = 200, description = "A page of those in membership on the day.", body = Page<MemberLine>))
)]
pub async fn list(
    caller: Caller,
    Parameters(which): Parameters<Which>,
) -> Result<Json<Page<MemberLine>>, Problem> {
    caller.read(|reading| {
        reading.must_see(Right::SeeMembers)?;
        let paging = Paging { page: which.page, per_page: which.per_page };
        reading.must_page(paging)?;
        let day = which.on.unwrap_or(reading.today);
        let search = which.search.as_deref().unwrap_or_default().trim().to_lowercase();
        let is_current = |party: &&Party| {
            let held = |id| reading.state.membership(id);
            party.memberships.iter().any(|id| held(*id).is_some_and(|held| held.is_current_on(day)))
        };
        let is_found = |party: &&Party| {
            search.is_empty() || party.name().is_some_and(|name| name.to_lowercase().contains(&search))
        };
        let parties = reading.state.parties().map(|party| &**party);
        let found: Vec<&Party> = parties.filter(is_current).filter(is_found).collect();
        Ok(Json(paging.cut(&found, |party| reading.member_line(party, day))))
    })
}

/// Shows a person or an organization: its classes over time, its phase, its duties, its
/// representatives.
#[utoipa::path(
    get,
    path = "/{org}/members/{party}",
    operation_id = "showMember",
    tag = "Members",
    params(
        ("org" = String, Path, description = "The short name of the co-op."),
        ("party" = u32, Path, description = "The number of the person or organization."),
        AsOf,
    ),
    responses((status = 200, description = "The person or organization as of the day.", body = Member))
)]
pub async fn show(
    caller: Caller,
    Path((_, party)): Path<(String, String)>,
    Parameters(as_of): Parameters<AsOf>,
) -> Result<Json<Member>, Problem> {
    let party = caller.number(&party)?;
    caller.read(|reading| {
        let party = reading.seen_party(party)?;
        Ok(Json(reading.member(party, as_of.on.unwrap_or(reading.today))))
    })
}

impl Reading<'_> {
    /// A party that the reader may see; else a refusal where they may not see the members, and 404
    /// where there is no such party.
    pub fn seen_party(&self, id: PartyId) -> Result<&Party, Problem> {
        let party = self.state.party(id);
        if let Some(party) = party.filter(|party| sees_party(self.state, self.viewer, party, self.today)) {
            return Ok(party);
        }
        self.must_see(Right::SeeMembers)?;
        Err(self.problem(Kind::NotFound))
    }
}
