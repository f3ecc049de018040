//! A request of which it could not be found out who asks, because the machine failed.

use std::sync::Arc;

use axum::{
    RequestExt,
    extract::{FromRequest, Request, State as Shared},
    http::header,
    middleware::Next,
    response::Response,
};

use crate::{problem::Problem, sent::Sent, site::Site, upload::Upload, visit::Visit};

/// Why it could not be found out.
#[derive(Clone)]
pub struct Unknown(pub Problem);

/// Stops such a request, and gives what was written in it back. Behind what turns requests from other sites away:
/// what they sent is nobody's own.
pub async fn must_be_known(Shared(site): Shared<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let Some(Unknown(problem)) = request.extensions_mut().remove() else { return next.run(request).await };
    let Ok(visit) = request.extract_parts_with_state::<Visit, _>(&site).await;
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let sent = match kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
        true => Upload::from_request(request, &site).await.ok().map(|upload| upload.sent),
        false => Sent::from_request(request, &site).await.ok(),
    };
    visit.render_with(problem, sent.as_ref())
}
