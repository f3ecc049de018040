//! The co-ops that are kept here. What their public home says, and nothing else.

use std::collections::BTreeMap;

use axum::Json;
use jiff::{Timestamp, civil::Date};
use rochdale_core::{rulebook::ClassOf, values::Slug};
use serde::Serialize;
use utoipa::ToSchema;

use super::{caller::Caller, finding::Citation, problem::Problem, reading::Reading};
use crate::visit::Visit;

/// A co-op in the list.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrganizationLine {
    /// Its short name, which stands in every address.
    pub handle: Slug,
    /// Its name, in the language of the caller.
    pub name: String,
}

/// A co-op.
#[derive(Debug, Serialize, ToSchema)]
pub struct Organization {
    /// Its short name, which stands in every address.
    pub handle: Slug,
    /// Its name, in the language of the caller.
    pub name: String,
    /// What it says of itself in each language, in Markdown.
    pub preface: BTreeMap<String, String>,
    /// The edition of the bylaws in force.
    pub edition: u32,
    /// The first day of that edition.
    #[schema(value_type = String, format = Date)]
    pub in_force_from: Date,
    /// The languages of the bylaws; the first binds.
    pub languages: Vec<String>,
    /// The time zone in which its days begin and end.
    pub time_zone: String,
    /// Its currency, by ISO 4217.
    pub currency: String,
    /// When its register began.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub founded: Option<Timestamp>,
    /// The ways of taking part.
    pub classes: Vec<Class>,
}

/// A membership class.
#[derive(Debug, Serialize, ToSchema)]
pub struct Class {
    /// Its short name.
    pub class: Slug,
    /// Its name, in the language of the caller.
    pub name: String,
    /// Who is of it.
    pub of: OfWhom,
    /// Whether those of it are members.
    pub is_member: bool,
    /// The clause.
    pub cites: Citation,
}

/// Whether people or organizations are of a class.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OfWhom {
    /// People only.
    People,
    /// Organizations only.
    Organizations,
    /// Both.
    Either,
}

/// Lists the co-ops that are kept here.
#[utoipa::path(
    get,
    path = "/organizations",
    operation_id = "listOrganizations",
    tag = "Organizations",
    responses((status = 200, description = "The co-ops, in the order of their short names.", body = Vec<OrganizationLine>))
)]
pub async fn list(visit: Visit) -> Json<Vec<OrganizationLine>> {
    let line = |registrar: rochdale_register::Registrar| {
        // A book that is not founded yet has no name.
        let rulebook = registrar.state().rulebook_at(visit.site.clock.now())?;
        let name = rulebook.front.name.in_language(&visit.language).to_owned();
        Some(OrganizationLine { handle: registrar.organization().clone(), name })
    };
    Json(visit.site.registers.all().into_iter().filter_map(line).collect())
}

/// Shows a co-op: what it says of itself, and the ways of taking part.
#[utoipa::path(
    get,
    path = "/{org}",
    operation_id = "showOrganization",
    tag = "Organizations",
    params(("org" = String, Path, description = "The short name of the co-op.")),
    responses((status = 200, description = "The co-op.", body = Organization))
)]
pub async fn show(caller: Caller) -> Result<Json<Organization>, Problem> {
    let handle = caller.registrar.organization();
    caller.read(|reading| Ok(Json(organization(reading, handle))))
}

fn organization(reading: &Reading<'_>, handle: &Slug) -> Organization {
    let rulebook = reading.rulebook;
    let front = &rulebook.front;
    let language = reading.words.language();
    let classes = rulebook.classes().map(|class| Class {
        class: class.rule.id.clone(),
        name: class.rule.name.in_language(language).to_owned(),
        of: match class.rule.of {
            ClassOf::People => OfWhom::People,
            ClassOf::Organizations => OfWhom::Organizations,
            ClassOf::Either => OfWhom::Either,
        },
        is_member: class.rule.is_member,
        cites: Citation::of(class.cite),
    });
    Organization {
        handle: handle.clone(),
        name: front.name.in_language(language).to_owned(),
        preface: rulebook
            .preface
            .iter()
            .map(|(language, text)| (language.to_string(), text.clone()))
            .collect(),
        edition: front.edition,
        in_force_from: front.in_force_from,
        languages: front.languages.iter().map(ToString::to_string).collect(),
        time_zone: front.time_zone.iana_name().unwrap_or("UTC").to_owned(),
        currency: front.currency.clone(),
        founded: reading.state.founded_at(),
        classes: classes.collect(),
    }
}
