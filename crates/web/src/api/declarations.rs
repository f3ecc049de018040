//! What members declared in advance.

use std::collections::BTreeMap;

use axum::Json;
use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    declarations::{self, Standing, declarations_for, standing},
    values::{DeclarationId, ProposalId, Slug},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    caller::Caller,
    problem::Problem,
    reading::{MembershipName, Reading},
};

/// A declaration.
#[derive(Debug, Serialize, ToSchema)]
pub struct Declaration {
    /// Its number.
    pub declaration: DeclarationId,
    /// Which kind, as the bylaws call it.
    pub kind: Slug,
    /// Who declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub membership: Option<MembershipName>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub declared: Timestamp,
    /// The day on which what is declared begins.
    #[schema(value_type = String, format = Date)]
    pub begins: Date,
    /// Whether it was declared after that day.
    pub late: bool,
    /// How it stands: `open`, `before_the_assembly`, `allowed`, `not_allowed` or `withdrawn`.
    pub standing: &'static str,
    /// The proposal that decides or decided on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposal: Option<ProposalId>,
    /// What it says, by subject; absent once it is erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub texts: Option<BTreeMap<Slug, String>>,
}

/// Lists the declarations that the caller may see, the newest first. The desk sees none: they are for whoever
/// declared and for those who decide.
#[utoipa::path(
    get,
    path = "/{org}/declarations",
    operation_id = "listDeclarations",
    tag = "Proposals",
    params(("org" = String, Path, description = "The short name of the co-op.")),
    responses((status = 200, description = "The declarations.", body = Vec<Declaration>))
)]
pub async fn list(caller: Caller) -> Result<Json<Vec<Declaration>>, Problem> {
    let person = caller.person()?;
    caller.read(|reading| {
        let seen = declarations_for(reading.state, person, reading.today);
        Ok(Json(seen.map(|known| view(reading, known)).collect()))
    })
}

/// A declaration for one of its readers.
pub(super) fn view(reading: &Reading<'_>, known: &declarations::Declaration) -> Declaration {
    let standing = standing(reading.state, known);
    Declaration {
        declaration: known.id,
        kind: known.kind.clone(),
        membership: reading.membership(known.membership),
        declared: known.declared,
        begins: known.begins,
        late: known.late,
        standing: standing.id(),
        proposal: match standing {
            Standing::BeforeTheAssembly(proposal) => Some(proposal),
            Standing::Allowed(decided) | Standing::NotAllowed(decided) => Some(decided.proposal),
            Standing::Open | Standing::Withdrawn(_) => None,
        },
        texts: reading.state.words(known.words).map(|words| words.texts.clone()),
    }
}
