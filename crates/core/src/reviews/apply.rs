//! Facts of reviews to state. Knows no rule and cannot fail.

use std::sync::Arc;

use super::{Feedback, Reviews, Written};
use crate::{
    fact::{Fact, Happened},
    state::State,
    values::MembershipId,
};

/// Takes a fact of reviews into the state; other facts change nothing.
pub(crate) fn apply(state: &mut State, happened: &Happened) {
    let (at, on) = (happened.at, state.date_of(happened.at));
    match happened.recorded.fact {
        Fact::GuideNamed { membership, person, from } => {
            with_reviews(state, membership, |reviews| reviews.guides.push((from, person)));
        }
        Fact::FeedbackGiven { membership, review, by, words } => {
            with_reviews(state, membership, |reviews| {
                reviews.feedback.push(Feedback { review, by, at, words });
            });
        }
        Fact::ReviewWritten { membership, review, by, words } => {
            with_reviews(state, membership, |reviews| {
                reviews.written.push(Written { review, by, on, words, confirmed: None });
            });
        }
        Fact::ReviewConfirmed { membership, review, proposal } => {
            with_reviews(state, membership, |reviews| {
                if let Some(written) = reviews.written.iter_mut().rev().find(|one| one.review == review) {
                    written.confirmed = Some((on, proposal));
                }
            });
        }
        _ => {}
    }
}

fn with_reviews(state: &mut State, id: MembershipId, change: impl FnOnce(&mut Reviews)) {
    change(Arc::make_mut(state.reviews.entry(id).or_default()));
}
