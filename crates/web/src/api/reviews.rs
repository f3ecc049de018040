//! Reviews: who guides whom, what was written, and what was confirmed.

use std::collections::BTreeMap;

use axum::{Json, extract::Path};
use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    membership::Membership,
    reviews::{self, guide_on, is_reviewed, reads, reviews_on, status},
    standing::DutyStatus,
    values::{MembershipId, PartyId, ProposalId, Slug},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    caller::Caller,
    problem::{Kind, Problem},
    reading::{MembershipName, PartyName, Reading},
};

/// A membership that is reviewed, for one of the readers of its reviews.
#[derive(Debug, Serialize, ToSchema)]
pub struct Reviewed {
    /// Which.
    pub membership: MembershipName,
    /// Who guides it; absent where nobody is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guide: Option<PartyName>,
    /// Every review that fell due, and the next one.
    pub due: Vec<ReviewDue>,
}

/// A review that falls due by itself.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewDue {
    /// Which one, counted from 1 from the first day in the class.
    pub review: u32,
    /// The day on which it falls due.
    #[schema(value_type = String, format = Date)]
    pub due: Date,
    /// How it stands: met once it is written, and confirmed where the assembly confirms it.
    pub status: DutyStatus,
}

/// The reviews of a membership with what was written in them.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewsThrough {
    /// As they stand.
    #[serde(flatten)]
    pub reviewed: Reviewed,
    /// The reviews that were written, in order; of those with one number the last stands.
    pub written: Vec<WrittenReview>,
    /// What others wrote towards them, in order.
    pub feedback: Vec<ReviewFeedback>,
}

/// A review as its guide wrote it.
#[derive(Debug, Serialize, ToSchema)]
pub struct WrittenReview {
    /// Which one.
    pub review: u32,
    /// Who wrote it.
    pub by: PartyName,
    /// The day on which they did.
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    /// What it says, by subject; absent once it is erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub texts: Option<BTreeMap<Slug, String>>,
    /// The day on which the assembly confirmed it.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Date>,
    /// The proposal by which it did, for whoever may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposal: Option<ProposalId>,
}

/// What a member wrote towards a review of another.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewFeedback {
    /// Which review.
    pub review: u32,
    /// Who wrote it.
    pub by: PartyName,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// What; absent once it is erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Lists the memberships that are reviewed today and whose reviews the caller reads: their own, of those whom they
/// guide, and of those whose reviews they confirm. The desk reads none.
#[utoipa::path(
    get,
    path = "/{org}/reviews",
    operation_id = "listReviews",
    tag = "Members",
    params(("org" = String, Path, description = "The short name of the co-op.")),
    responses((status = 200, description = "The memberships, in the order of entering.", body = Vec<Reviewed>))
)]
pub async fn list(caller: Caller) -> Result<Json<Vec<Reviewed>>, Problem> {
    let person = caller.person()?;
    caller.read(|reading| {
        let reviewed = reading.state.memberships_on(reading.today).filter(|held| {
            is_reviewed(reading.rulebook, held, reading.today)
                && reads(reading.state, held, person, reading.today)
        });
        Ok(Json(reviewed.filter_map(|held| view(reading, held)).collect()))
    })
}

/// Shows the reviews of a membership with what was written in them, also once its training is over. Where the caller
/// reads none there is nothing: 404.
#[utoipa::path(
    get,
    path = "/{org}/reviews/{membership}",
    operation_id = "showReviews",
    tag = "Members",
    params(
        ("org" = String, Path, description = "The short name of the co-op."),
        ("membership" = u32, Path, description = "The number of the membership."),
    ),
    responses((status = 200, description = "Its reviews.", body = ReviewsThrough))
)]
pub async fn show(
    caller: Caller,
    Path((_, membership)): Path<(String, String)>,
) -> Result<Json<ReviewsThrough>, Problem> {
    let (person, id) = (caller.person()?, caller.number::<MembershipId>(&membership)?);
    caller
        .read(|reading| through(reading, person, id).ok_or_else(|| reading.problem(Kind::NotFound)).map(Json))
}

fn through(reading: &Reading<'_>, person: PartyId, id: MembershipId) -> Option<ReviewsThrough> {
    let held = reading.state.membership(id)?;
    let all = reading.state.reviews(id);
    let is_there = all.is_some() || is_reviewed(reading.rulebook, held, reading.today);
    if !is_there || !reads(reading.state, held, person, reading.today) {
        return None;
    }
    let written = |one: &reviews::Written| WrittenReview {
        review: one.review,
        by: reading.party(one.by),
        on: one.on,
        texts: reading.state.words(one.words).map(|words| words.texts.clone()),
        confirmed: one.confirmed.map(|(on, _)| on),
        proposal: one.confirmed.map(|(_, by)| by).filter(|by| reading.sees_proposal(*by)),
    };
    let feedback = |one: &reviews::Feedback| ReviewFeedback {
        review: one.review,
        by: reading.party(one.by),
        at: one.at,
        text: reading.state.words(one.words).map(|words| words.on("text").to_owned()),
    };
    Some(ReviewsThrough {
        reviewed: view(reading, held)?,
        written: all.into_iter().flat_map(|all| &all.written).map(written).collect(),
        feedback: all.into_iter().flat_map(|all| &all.feedback).map(feedback).collect(),
    })
}

fn view(reading: &Reading<'_>, held: &Membership) -> Option<Reviewed> {
    let (rulebook, today) = (reading.rulebook, reading.today);
    let due = reviews_on(rulebook, held, today).into_iter().map(|review| ReviewDue {
        review: review.number,
        due: review.due,
        status: status(reading.state, rulebook, held, &review, today),
    });
    Some(Reviewed {
        membership: reading.membership(held.id)?,
        guide: guide_on(reading.state, rulebook, held, today).map(|guide| reading.party(guide)),
        due: due.collect(),
    })
}
