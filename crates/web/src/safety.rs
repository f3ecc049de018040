//! What stands around every answer: headers that tell browsers what not to do, and limits.

use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// Only our own files; no script runs that we did not ship, nobody frames us, and forms go nowhere
/// else.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; connect-src 'self'";

/// The largest request that is read, in bytes: an edition of the bylaws fits many times over.
pub const BODY_BYTES_MAX: usize = 2 * 1024 * 1024;

/// How long an answer may take, in seconds.
pub const ANSWER_SECONDS_MAX: u64 = 30;

/// Adds the headers. Pages are a person's own and are kept by nobody; assets say themselves how long.
pub fn headers(mut response: Response) -> Response {
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ];
    for (name, value) in fixed {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    if !response.headers().contains_key(header::CACHE_CONTROL) {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// What is left of an answer when the program itself broke while making it. The cause is for the log,
/// not for the page.
pub fn panicked(cause: Box<dyn std::any::Any + Send + 'static>) -> Response {
    let cause = cause
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| cause.downcast_ref::<&str>().copied())
        .unwrap_or("unknown");
    tracing::error!(cause, "a request broke");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
