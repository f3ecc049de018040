//! Pages and the JSON interface. No SQL, no rules and no numbers from bylaws stand here: a page is a
//! function of the state, the rulebook, who reads, and in which language.

mod again;
pub mod api;
pub mod assets;
mod choices;
pub mod entrance;
mod kept;
mod letters;
pub mod lists;
pub mod look;
mod names;
pub mod pages;
mod problem;
mod safety;
mod sent;
mod site;
mod unknown;
mod upload;
mod visit;

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::StatusCode,
    middleware,
    routing::{get, post},
};
use tower::ServiceBuilder;
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, predicate::SizeAbove},
    csrf::CsrfLayer,
    timeout::TimeoutLayer,
};

pub use problem::Problem;
pub use site::Site;
pub use visit::{Page, Visit};

/// The whole site.
pub fn router(site: Arc<Site>) -> Router {
    let timeout = Duration::from_secs(safety::ANSWER_SECONDS_MAX);
    // The first is the outermost. All in one, because the router boxes every layer that it is given.
    let around = ServiceBuilder::new()
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(SizeAbove::new(2048)))
        .map_response(safety::headers)
        // Outside of what may turn a request away, so that this too is said in the reader's language.
        .layer(middleware::from_fn_with_state(Arc::clone(&site), visit::enter))
        .layer(CsrfLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, timeout))
        .layer(CatchPanicLayer::custom(safety::panicked))
        .layer(DefaultBodyLimit::max(safety::BODY_BYTES_MAX))
        .layer(middleware::from_fn_with_state(Arc::clone(&site), unknown::must_be_known));
    Router::new()
        .merge(pages::router(site.is_demo))
        .merge(api::pages())
        .nest("/api/v1", api::router())
        .route("/language", post(choices::language))
        .route("/theme", post(choices::theme))
        .route("/assets/{name}", get(assets::serve))
        .layer(around)
        .with_state(site)
}
