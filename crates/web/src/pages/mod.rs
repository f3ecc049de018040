//! The pages, a file for each domain.

mod account;
mod agreements;
mod applicants;
mod applications;
mod archive;
mod assets;
mod bylaws;
mod cases;
mod commitments;
mod declarations;
mod demo;
mod exits;
mod facts;
mod hand_over;
mod home;
mod interest;
mod joining;
mod lists;
mod mail;
mod members;
mod offices;
mod proposals;
mod register;
mod representatives;
mod reviews;
mod rights;
mod sign_in;
mod standing;
mod today;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

pub(crate) use archive::{handed_out, put_file};

use crate::site::Site;

/// The routes of all pages. The demo's page exists in the demo only.
pub fn router(is_demo: bool) -> Router<Arc<Site>> {
    let router = Router::new()
        .route("/", get(home::co_ops))
        .route("/{org}", get(home::show))
        .route("/{org}/today", get(today::show).post(today::acknowledge))
        .route("/{org}/members", get(members::list))
        .route("/{org}/members/{id}", get(members::show))
        .route("/{org}/members/{id}/rights", get(rights::show))
        .route("/{org}/members/{id}/capital", post(applications::pay))
        .route("/{org}/members/{id}/vouch", post(offices::vouch))
        .route("/{org}/members/{id}/representatives/{step}", post(representatives::take))
        .route("/{org}/offices", get(offices::list).post(offices::give))
        .route("/{org}/offices/end", post(offices::end))
        .route("/{org}/cases", get(cases::list).post(cases::open))
        .route("/{org}/cases/{id}", get(cases::show))
        .route("/{org}/cases/{id}/{step}", post(cases::take))
        .route("/{org}/interest", get(interest::list))
        .route("/{org}/interest/{class}", get(interest::show).post(interest::send))
        .route("/{org}/joining/{id}/withdraw", post(joining::withdraw))
        .route("/{org}/commitments", get(commitments::list))
        .route("/{org}/commitments/{document}/{version}", get(commitments::show))
        .route("/{org}/reviews", get(reviews::list))
        .route("/{org}/reviews/{id}", get(reviews::show))
        .route("/{org}/reviews/{id}/{step}", post(reviews::take))
        .route("/{org}/declarations", get(declarations::list).post(declarations::declare))
        .route("/{org}/declarations/{id}", get(declarations::show))
        .route("/{org}/declarations/{id}/withdraw", post(declarations::withdraw))
        .route("/{org}/bylaws", get(bylaws::list))
        .route("/{org}/bylaws/{clause}", get(bylaws::show))
        .route("/{org}/register", get(register::list))
        .merge(account::router())
        .merge(agreements::router())
        .merge(exits::router())
        .merge(applicants::router())
        .merge(assets::router())
        .merge(archive::router())
        .merge(hand_over::router())
        .merge(lists::router())
        .merge(mail::router())
        .merge(proposals::router())
        .merge(sign_in::router())
        .merge(standing::router());
    if is_demo { router.merge(demo::router()) } else { router }
}
