//! The inbox of whoever answers applicants. Nobody else sees it, nor whether there is anything in it.

use std::collections::BTreeMap;

use axum::{Json, extract::Path};
use jiff::Timestamp;
use rochdale_core::{
    applicants::{self, ApplicantStage, What},
    command::By,
    sight::{Viewer, must_answer_applicants},
    values::{ApplicantId, Slug},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    caller::Caller,
    paging::{Page, Paging},
    parameters::Parameters,
    problem::{Kind, Problem},
    reading::{PartyName, Reading},
};

/// Somebody who sent the interest form.
#[derive(Debug, Serialize, ToSchema)]
pub struct Applicant {
    /// Their number.
    pub applicant: ApplicantId,
    /// What they are called; absent once what they sent is erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The class that they asked for.
    pub class: Slug,
    /// The kind within the class, where they said one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Slug>,
    /// When they sent the form.
    #[schema(value_type = String, format = DateTime)]
    pub sent: Timestamp,
    /// How many days ago.
    pub age_days: i64,
    /// How far they have come.
    pub stage: ApplicantStage,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    pub at_stage_since: Timestamp,
    /// Who answers them, once somebody does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<PartyName>,
    /// The person in the book, once they are invited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PartyName>,
    /// The organization in the book, where one applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<PartyName>,
}

/// An applicant with what they sent and what happened.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApplicantInFull {
    /// The applicant.
    #[serde(flatten)]
    pub line: Applicant,
    /// What they wrote, by what the form asks; absent once it is erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<BTreeMap<String, String>>)]
    pub form: Option<BTreeMap<Slug, String>>,
    /// What happened, in order.
    pub happenings: Vec<Happening>,
}

/// Something that happened with an applicant.
#[derive(Debug, Serialize, ToSchema)]
pub struct Happening {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Who did it; absent for a visitor, the desk and the clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<PartyName>,
    /// The stage that they came to, where it was that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_to: Option<ApplicantStage>,
    /// Who answers them from then on, where it was that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assigned_to: Option<PartyName>,
    /// What was written with it; absent where nothing was, and once it is erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Which applicants.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// Only those at this stage.
    stage: Option<ApplicantStage>,
    /// Which page, from 1.
    #[param(minimum = 1)]
    page: Option<u32>,
    /// How many on a page.
    #[param(minimum = 1, maximum = 200)]
    per_page: Option<u32>,
}

/// Lists the applicants, in the order of their forms. For whoever answers applicants by an office.
#[utoipa::path(
    get,
    path = "/{org}/applicants",
    operation_id = "listApplicants",
    tag = "Members",
    params(("org" = String, Path, description = "The short name of the co-op."), Which),
    responses((status = 200, description = "The applicants.", body = Page<Applicant>)),
    security(("token" = []))
)]
pub async fn list(
    caller: Caller,
    Parameters(which): Parameters<Which>,
) -> Result<Json<Page<Applicant>>, Problem> {
    caller.read(|reading| {
        must_answer(reading)?;
        let paging = Paging { page: which.page, per_page: which.per_page };
        reading.must_page(paging)?;
        let is_wanted =
            |known: &&applicants::Applicant| which.stage.is_none_or(|stage| known.stage.0 == stage);
        let all = reading.state.applicants().map(|known| &**known);
        let found: Vec<&applicants::Applicant> = all.filter(is_wanted).collect();
        Ok(Json(paging.cut(&found, |known| line(reading, known))))
    })
}

/// Shows an applicant: what they sent, and what happened since.
#[utoipa::path(
    get,
    path = "/{org}/applicants/{applicant}",
    operation_id = "showApplicant",
    tag = "Members",
    params(
        ("org" = String, Path, description = "The short name of the co-op."),
        ("applicant" = u32, Path, description = "The number of the applicant."),
    ),
    responses((status = 200, description = "The applicant.", body = ApplicantInFull)),
    security(("token" = []))
)]
pub async fn show(
    caller: Caller,
    Path((_, applicant)): Path<(String, String)>,
) -> Result<Json<ApplicantInFull>, Problem> {
    let id = caller.number(&applicant)?;
    caller.read(|reading| {
        must_answer(reading)?;
        let known = reading.state.applicant(id).ok_or_else(|| reading.problem(Kind::NotFound))?;
        let form = known.said(reading.state).map(|said| said.texts.clone());
        let happenings = known.happenings.iter().map(|one| happening(reading, one)).collect();
        Ok(Json(ApplicantInFull { line: line(reading, known), form, happenings }))
    })
}

/// Refuses whoever may not see what applicants sent, whether there is anything or not.
fn must_answer(reading: &Reading<'_>) -> Result<(), Problem> {
    if reading.viewer == Viewer::Public {
        return Err(reading.problem(Kind::NotSignedIn));
    }
    must_answer_applicants(reading.state, reading.viewer, reading.today)
        .map_err(|refusal| reading.refused(&refusal))
}

fn line(reading: &Reading<'_>, known: &applicants::Applicant) -> Applicant {
    Applicant {
        applicant: known.id,
        name: known.called(reading.state).map(str::to_owned),
        class: known.class.clone(),
        kind: known.kind.clone(),
        sent: known.sent,
        age_days: known.age_on(reading.state, reading.today),
        stage: known.stage.0,
        at_stage_since: known.stage.1,
        owner: known.owner.map(|owner| reading.party(owner)),
        person: known.invited.map(|invited| reading.party(invited.person)),
        organization: known
            .invited
            .and_then(|invited| invited.organization)
            .map(|organization| reading.party(organization)),
    }
}

fn happening(reading: &Reading<'_>, one: &applicants::Happening) -> Happening {
    let by = match one.by {
        By::Party(party) => Some(reading.party(party)),
        By::Desk | By::Clock | By::Visitor => None,
    };
    let (moved_to, assigned_to) = match one.what {
        What::Moved(stage) => (Some(stage), None),
        What::Assigned(owner) => (None, Some(reading.party(owner))),
        What::Noted => (None, None),
    };
    let text = one.words.and_then(|words| reading.state.words(words));
    let text = text.map(|said| said.on(applicants::TEXT).to_owned());
    Happening { at: one.at, by, moved_to, assigned_to, text }
}
