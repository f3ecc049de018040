//! Offices and who holds them.

use axum::Json;
use jiff::civil::Date;
use rochdale_core::{
    membership::Right,
    offices::{self, Power},
    rulebook,
    values::Slug,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    caller::Caller,
    finding::Citation,
    problem::Problem,
    reading::{PartyName, Reading},
};

/// An office.
#[derive(Debug, Serialize, ToSchema)]
pub struct Office {
    /// What the bylaws call it, such as `steward`.
    pub id: Slug,
    /// Its name, in the language of the caller.
    pub name: String,
    /// What its holders may do.
    pub powers: Vec<Power>,
    /// Who holds it today.
    pub holders: Vec<Holder>,
    /// The clause that opens it.
    pub cites: Citation,
}

/// Somebody who holds an office.
#[derive(Debug, Serialize, ToSchema)]
pub struct Holder {
    /// Who.
    pub person: PartyName,
    /// The first day.
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    /// The last day, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<Date>,
}

/// Lists the offices that the bylaws open, with who holds them today.
#[utoipa::path(
    get,
    path = "/{org}/offices",
    operation_id = "listOffices",
    tag = "Members",
    params(("org" = String, Path, description = "The short name of the co-op.")),
    responses((status = 200, description = "The offices.", body = Vec<Office>))
)]
pub async fn list(caller: Caller) -> Result<Json<Vec<Office>>, Problem> {
    caller.read(|reading| {
        reading.must_see(Right::SeeMembers)?;
        Ok(Json(reading.rulebook.offices().map(|office| view(reading, office)).collect()))
    })
}

fn view(reading: &Reading<'_>, office: rulebook::Ruled<'_, rulebook::Office>) -> Office {
    let holders = offices::holders(reading.state, office, reading.today).map(|tenure| Holder {
        person: reading.party(tenure.person),
        from: tenure.from,
        until: tenure.until,
    });
    Office {
        id: office.rule.id.clone(),
        name: reading.words.named(&office.rule.id),
        powers: office.rule.powers.clone(),
        holders: holders.collect(),
        cites: Citation::of(office.cite),
    }
}
