//! Asking the site as a browser or a program does.

use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use tower::ServiceExt;

use crate::village::Village;

/// Somebody with a browser, signed in or not.
pub struct Browser<'a> {
    village: &'a Village,
    cookie: String,
    language: String,
}

/// What came back.
pub struct Shown {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Shown {
    /// What the browser is told to keep.
    pub fn cookies(&self) -> Vec<&str> {
        self.headers.get_all(header::SET_COOKIE).iter().map(|one| one.to_str().unwrap()).collect()
    }

    /// The cookie that was set, as the browser sends it back.
    pub fn cookie(&self) -> &str {
        let [one] = self.cookies()[..] else { panic!("{:?}", self.cookies()) };
        one.split(';').next().unwrap()
    }

    /// Where the browser is led to.
    pub fn leads_to(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |address| address.to_str().unwrap())
    }
}

/// The text as part of a form.
fn percent(text: &str) -> String {
    text.bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            },
        )
        .collect()
}

impl<'a> Browser<'a> {
    /// Somebody who is not signed in.
    pub fn stranger(village: &'a Village) -> Self {
        Self { village, cookie: String::new(), language: "en".into() }
    }

    /// Somebody by name.
    pub async fn of(village: &'a Village, org: &str, name: &str) -> Self {
        let session = village.session(org, name).await;
        Self { village, cookie: format!("session={session}"), language: "en".into() }
    }

    /// Somebody whose browser has this cookie.
    pub fn with_cookie(village: &'a Village, cookie: &str) -> Self {
        Self { village, cookie: cookie.into(), language: "en".into() }
    }

    /// The same, reading another language.
    pub fn reading(mut self, language: &str) -> Self {
        self.language = language.into();
        self
    }

    pub async fn ask(&self, request: axum::http::request::Builder, body: Body) -> Shown {
        let request = request
            .header(header::COOKIE, &self.cookie)
            .header(header::ACCEPT_LANGUAGE, &self.language)
            .header(header::HOST, "co-ops.example");
        let router = rochdale_web::router(self.village.site.clone());
        let response = router.oneshot(request.body(body).unwrap()).await.unwrap();
        let (head, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Shown { status: head.status, headers: head.headers, body: String::from_utf8(body.to_vec()).unwrap() }
    }

    /// Sends JSON, as the script does.
    pub async fn send_json(&self, path: &str, body: &serde_json::Value) -> Shown {
        let request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/json");
        self.ask(request, Body::from(body.to_string())).await
    }

    pub async fn get(&self, path: &str) -> Shown {
        self.ask(Request::get(path), Body::empty()).await
    }

    /// Sends a form, as from a page of ours.
    pub async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Shown {
        self.send_from("same-origin", path, fields).await
    }

    pub async fn send_from(&self, site: &str, path: &str, fields: &[(&str, &str)]) -> Shown {
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", percent(value))).collect();
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header("sec-fetch-site", site)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request, Body::from(body.join("&"))).await
    }
}
