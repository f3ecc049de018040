//! The documents that members commit to, with every version. Public: whoever thinks of joining must
//! be able to read what they would commit to. Who has committed is for those who may see the members.

use axum::Json;
use jiff::civil::Date;
use rochdale_core::{agreements, membership::Right, sight::sees, values::Slug};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    caller::Caller,
    problem::Problem,
    reading::{PartyName, Reading},
};

/// A document that members commit to.
#[derive(Debug, Serialize, ToSchema)]
pub struct Document {
    /// Its short name.
    pub document: Slug,
    /// Its name, in the language of the caller.
    pub name: String,
    /// Its versions, in order; none before the first is published.
    pub versions: Vec<Version>,
}

/// A version of a document.
#[derive(Debug, Serialize, ToSchema)]
pub struct Version {
    /// Its number, counted from 1.
    pub version: u32,
    /// Its text in Markdown.
    pub text: String,
    /// The day from which members are asked for it.
    #[schema(value_type = String, format = Date)]
    pub in_force_from: Date,
    /// Who committed to it; absent where the caller may not see the members.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acknowledged_by: Option<Vec<PartyName>>,
}

/// Lists the documents that members commit to, in the order of the bylaws.
#[utoipa::path(
    get,
    path = "/{org}/documents",
    operation_id = "listDocuments",
    tag = "Rulebook",
    params(("org" = String, Path, description = "The short name of the co-op.")),
    responses((status = 200, description = "The documents.", body = Vec<Document>))
)]
pub async fn list(caller: Caller) -> Result<Json<Vec<Document>>, Problem> {
    caller.read(|reading| {
        let commitments = reading.rulebook.commitments();
        let documents = commitments.flat_map(|commitment| &commitment.rule.documents);
        Ok(Json(documents.map(|named| view(reading, &named.id)).collect()))
    })
}

fn view(reading: &Reading<'_>, document: &Slug) -> Document {
    let sees_members = sees(reading.state, reading.viewer, Right::SeeMembers, reading.today);
    let version = |version: &agreements::Version| Version {
        version: version.number,
        text: version.text.clone(),
        in_force_from: version.in_force_from,
        acknowledged_by: sees_members
            .then(|| version.acknowledged.keys().map(|party| reading.party(*party)).collect()),
    };
    let known = reading.state.document(document);
    Document {
        document: document.clone(),
        name: reading.words.named(document),
        versions: known.iter().flat_map(|known| &known.versions).map(|one| version(one)).collect(),
    }
}
