//! Pages for people who write programs: what the interface offers, and what its problems mean.

mod problem;
mod reference;
mod schema;

use std::sync::Arc;

use axum::{Router, routing::get};

use crate::site::Site;

/// The routes of the pages.
pub fn router() -> Router<Arc<Site>> {
    Router::new().route("/api", get(reference::show)).route("/problems/{code}", get(problem::show))
}
