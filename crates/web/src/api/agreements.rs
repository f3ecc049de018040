//! The written agreements that the caller may read.

use std::collections::BTreeMap;

use axum::{Json, extract::Path};
use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    agreements::{self, Agreement as Known, Paper, Side, agreements_for, reads},
    values::{AgreementId, Digest, PartyId, ProposalId, Slug},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    caller::Caller,
    problem::{Kind, Problem},
    reading::{PartyName, Reading},
};

/// A written agreement with one party.
#[derive(Debug, Serialize, ToSchema)]
pub struct Agreement {
    /// Its number.
    pub agreement: AgreementId,
    /// Which agreement, as the bylaws call it.
    pub kind: Slug,
    /// Its name, in the language of the caller.
    pub name: String,
    /// With whom.
    pub party: PartyName,
    /// What it says, by section; absent once it is erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sections: Option<BTreeMap<Slug, String>>,
    /// The hash of what it says, which a signature names; absent where the register itself has the text.
    #[schema(value_type = Option<String>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash: Option<Digest>,
    /// When it was written as it stands.
    #[schema(value_type = String, format = DateTime)]
    pub written: Timestamp,
    /// The first day on which it is in force; absent while it waits for signatures.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force_from: Option<Date>,
    /// Its last day, where it has one.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Who has signed it on screen.
    pub signatures: Vec<Signature>,
    /// The paper that was signed and uploaded, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper: Option<Paper>,
    /// The proposal that decided on it, where the bylaws ask for a decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided: Option<ProposalId>,
    /// When it was withdrawn, if it was.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Timestamp>,
}

/// A signature on screen.
#[derive(Debug, Serialize, ToSchema)]
pub struct Signature {
    /// For which side.
    pub side: Side,
    /// Who signed.
    pub person: PartyName,
    /// The name that they signed by; absent once they are erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// The hash of what they signed.
    #[schema(value_type = String)]
    pub hash: Digest,
}

/// Who calls; an agreement is read by people.
fn person(caller: &Caller) -> Result<PartyId, Problem> {
    caller.viewer.person().ok_or_else(|| caller.problem(Kind::NotSignedIn))
}

/// Lists the agreements that the caller may read, the newest first: both sides may, whoever drafted one, and those who
/// decide on it. What anybody else asks for is not there.
#[utoipa::path(
    get,
    path = "/{org}/agreements",
    operation_id = "listAgreements",
    tag = "Members",
    params(("org" = String, Path, description = "The short name of the co-op.")),
    responses((status = 200, description = "The agreements.", body = Vec<Agreement>))
)]
pub async fn list(caller: Caller) -> Result<Json<Vec<Agreement>>, Problem> {
    let person = person(&caller)?;
    caller.read(|reading| {
        let all = agreements_for(reading.state, person, reading.today);
        Ok(Json(all.map(|agreement| view(reading, agreement)).collect()))
    })
}

/// Shows one agreement.
#[utoipa::path(
    get,
    path = "/{org}/agreements/{agreement}",
    operation_id = "showAgreement",
    tag = "Members",
    params(
        ("org" = String, Path, description = "The short name of the co-op."),
        ("agreement" = u32, Path, description = "Its number.")
    ),
    responses((status = 200, description = "The agreement.", body = Agreement))
)]
pub async fn show(
    caller: Caller,
    Path((_, agreement)): Path<(String, String)>,
) -> Result<Json<Agreement>, Problem> {
    let (person, id) = (person(&caller)?, caller.number(&agreement)?);
    caller.read(|reading| {
        let known = reading.state.agreement(id);
        let known = known.filter(|known| reads(reading.state, known, person, reading.today));
        known.map(|known| Json(view(reading, known))).ok_or_else(|| reading.problem(Kind::NotFound))
    })
}

fn view(reading: &Reading<'_>, agreement: &Known) -> Agreement {
    let signature = |signature: &agreements::Signature| Signature {
        side: signature.side,
        person: reading.party(signature.person),
        name: reading.state.words(signature.words).map(|said| said.on("name").to_owned()),
        at: signature.at,
        hash: signature.hash,
    };
    Agreement {
        agreement: agreement.id,
        kind: agreement.kind.clone(),
        name: reading.words.named(&agreement.kind),
        party: reading.party(agreement.party),
        sections: agreement.sections(reading.state).cloned(),
        hash: agreement.hash(),
        written: agreement.text.at,
        in_force_from: agreement.in_force_from,
        until: agreement.until,
        signatures: agreement.signatures.iter().map(signature).collect(),
        paper: agreement.paper,
        decided: agreement.decided,
        withdrawn: agreement.withdrawn,
    }
}
