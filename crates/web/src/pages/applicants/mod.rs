//! The inbox of whoever answers applicants: who waits, since when, and one page for each.

mod list;
mod show;
mod steps;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};
use rochdale_core::{
    applicants::{Applicant, ApplicantStage},
    sight::{Viewer, must_answer_applicants},
};

pub(super) use self::list::line;
use crate::{look::Tone, problem::Problem, site::Site, visit::Page};

/// The routes of the inbox.
pub fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/{org}/applicants", get(list::list))
        .route("/{org}/applicants/{id}", get(show::show))
        .route("/{org}/applicants/{id}/{step}", post(steps::take))
}

/// Stops the page for whoever may not see what applicants sent, whether there is anything or not.
fn must_answer(page: &Page<'_>) -> Result<(), Problem> {
    if page.viewer == Viewer::Public {
        return Err(Problem::NotSignedIn);
    }
    must_answer_applicants(page.state, page.viewer, page.today)
        .map_err(|refusal| Problem::refused(page.base.trim_start_matches('/'), *refusal))
}

/// The sentence that says a stage.
pub(super) fn stage_key(stage: ApplicantStage) -> &'static str {
    match stage {
        ApplicantStage::New => "applicant-stage-new",
        ApplicantStage::Talking => "applicant-stage-talking",
        ApplicantStage::Invited => "applicant-stage-invited",
        ApplicantStage::Admitted => "applicant-stage-admitted",
        ApplicantStage::Declined => "applicant-stage-declined",
        ApplicantStage::Withdrawn => "applicant-stage-withdrawn",
    }
}

fn tone(stage: ApplicantStage) -> Tone {
    match stage {
        ApplicantStage::New | ApplicantStage::Talking | ApplicantStage::Invited => Tone::Wait,
        ApplicantStage::Admitted => Tone::Yes,
        ApplicantStage::Declined => Tone::No,
        ApplicantStage::Withdrawn => Tone::Plain,
    }
}

/// What an applicant is called, or that what they sent is erased.
fn called(page: &Page<'_>, applicant: &Applicant) -> String {
    let erased = || page.words.text_with("applicant-erased", [("number", applicant.id.into())]);
    applicant.called(page.state).map_or_else(erased, str::to_owned)
}
