//! The JSON interface, called as programs call it: through the whole site.

mod commands;
mod description;
mod pages;
mod private;
mod problems;
mod reads;
mod sealed;
mod sight;

use axum::{
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use jiff::Timestamp;
use rochdale_core::values::Slug;
use rochdale_register::{Begun, Kind};
use serde_json::Value;
use tokio::sync::OnceCell;
use tower::ServiceExt;

use crate::village::Village;

/// The co-ops for tests that only read, settled once. Nobody can command there: the registrars end with
/// the test that settled them.
pub async fn settled() -> &'static Village {
    static SETTLED: OnceCell<Village> = OnceCell::const_new();
    SETTLED.get_or_init(|| Village::settle(false)).await
}

/// An answer, with its body as text and, where it is any, as JSON.
pub struct Said {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
    pub json: Value,
}

impl Said {
    pub fn kind(&self) -> &str {
        self.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default()
    }

    /// The answer as a problem: of this status and code, and in the form of RFC 9457.
    pub fn is_problem(&self, status: u16, code: &str) -> &Value {
        assert_eq!((self.status.as_u16(), self.json["code"].as_str()), (status, Some(code)), "{}", self.text);
        assert_eq!(self.kind(), "application/problem+json");
        assert_eq!(self.json["status"], status);
        assert_eq!(self.json["type"], format!("/problems/{code}"));
        assert!(!self.json["title"].as_str().unwrap().is_empty());
        assert!(!self.json["detail"].as_str().unwrap().is_empty());
        &self.json
    }

    /// The answer as JSON, which it must be.
    pub fn is_ok(&self) -> &Value {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text);
        assert_eq!(self.kind(), "application/json");
        &self.json
    }
}

/// Compares an answer with the golden of this name, whichever order its fields come in.
pub fn as_agreed(name: &str, answer: &Value) {
    insta::with_settings!({sort_maps => true}, {
        insta::assert_json_snapshot!(name, answer);
    });
}

/// Sends a request through the whole site.
pub async fn call(village: &Village, request: Request<Body>) -> Said {
    let answer = rochdale_web::router(village.site.clone()).oneshot(request).await.unwrap();
    let (status, headers) = (answer.status(), answer.headers().clone());
    let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    let text = String::from_utf8(body.to_vec()).unwrap();
    let json = serde_json::from_str(&text).unwrap_or_default();
    Said { status, headers, text, json }
}

/// A token of somebody, or of the desk.
pub async fn token(village: &Village, org: &str, name: &str) -> String {
    let party = (name != "desk").then(|| village.person(name));
    let database = village.site.registers.database();
    let (now, until) = (Timestamp::UNIX_EPOCH, "9000-01-01T00:00:00Z".parse().unwrap());
    let org = Slug::new(org);
    let issued = database.issue(Kind::Token, &org, party, ("test", Begun::Token), now, until);
    issued.await.unwrap().text()
}

pub fn request(method: Method, path: &str, token: Option<&str>) -> axum::http::request::Builder {
    let mut request = Request::builder().method(method).uri(path);
    if let Some(token) = token {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    request
}

/// Reads `/api/v1` and a path.
pub async fn get(village: &Village, path: &str, token: Option<&str>) -> Said {
    let request = request(Method::GET, &format!("/api/v1{path}"), token);
    call(village, request.body(Body::empty()).unwrap()).await
}

/// Asks for a command, with the id of the request where there is one.
pub async fn submit(
    village: &Village,
    org: &str,
    token: Option<&str>,
    id: Option<&str>,
    command: &Value,
) -> Said {
    let mut request = request(Method::POST, &format!("/api/v1/{org}/commands"), token)
        .header(header::CONTENT_TYPE, "application/json");
    if let Some(id) = id {
        request = request.header("Idempotency-Key", id);
    }
    call(village, request.body(Body::from(command.to_string())).unwrap()).await
}
