//! What is answered where the answer is not what was asked for: RFC 9457 problem details.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use rochdale_core::{
    messages::REQUEST_ID_IS_TAKEN,
    refusal::{Malformed, Refusal},
    sight::Viewer,
};
use rochdale_words::Words;
use serde::Serialize;
use utoipa::ToSchema;

use super::{finding::Finding, status::status_of};

/// What can be wrong apart from what the bylaws refuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing is at the address, or nothing that the caller may see.
    NotFound,
    /// No token, or one that is not good.
    NotSignedIn,
    /// A parameter makes no sense.
    Parameter,
    /// The body is not JSON.
    NotJson,
    /// The body is JSON, and not a command.
    NotACommand,
    /// The command makes no sense to the book.
    Malformed,
    /// The body is said to be something else than JSON.
    MediaType,
    /// The address takes no request of this method.
    Method,
    /// The body is too large.
    TooLarge,
    /// The request came from a page of another site.
    CrossSite,
    /// The answer took too long.
    TooSlow,
    /// The machine failed.
    Fault,
    /// The program broke.
    Broken,
}

impl Kind {
    /// All of them, in the order in which they are explained.
    pub const ALL: [Kind; 13] = [
        Kind::NotFound,
        Kind::NotSignedIn,
        Kind::Parameter,
        Kind::NotJson,
        Kind::NotACommand,
        Kind::Malformed,
        Kind::MediaType,
        Kind::Method,
        Kind::TooLarge,
        Kind::CrossSite,
        Kind::TooSlow,
        Kind::Fault,
        Kind::Broken,
    ];

    /// Its code, its status, and the sentences of its title and of what to do.
    fn row(self) -> (&'static str, StatusCode, &'static str, &'static str) {
        use StatusCode as S;
        match self {
            Kind::NotFound => ("not_found", S::NOT_FOUND, "api-not-found", "api-not-found-now"),
            Kind::NotSignedIn => {
                ("not_signed_in", S::UNAUTHORIZED, "api-not-signed-in", "api-not-signed-in-now")
            }
            Kind::Parameter => ("parameter", S::BAD_REQUEST, "api-parameter", "api-parameter-now"),
            Kind::NotJson => ("not_json", S::BAD_REQUEST, "api-not-json", "api-not-json-now"),
            Kind::NotACommand => {
                ("not_a_command", S::UNPROCESSABLE_ENTITY, "api-not-a-command", "api-not-a-command-now")
            }
            Kind::Malformed => ("malformed", S::UNPROCESSABLE_ENTITY, "api-malformed", "api-malformed-now"),
            Kind::MediaType => {
                ("media_type", S::UNSUPPORTED_MEDIA_TYPE, "api-media-type", "api-media-type-now")
            }
            Kind::Method => ("method", S::METHOD_NOT_ALLOWED, "api-method", "api-method-now"),
            Kind::TooLarge => ("too_large", S::PAYLOAD_TOO_LARGE, "api-too-large", "api-too-large-now"),
            Kind::CrossSite => ("cross_site", S::FORBIDDEN, "api-cross-site", "api-cross-site-now"),
            Kind::TooSlow => ("too_slow", S::REQUEST_TIMEOUT, "api-too-slow", "api-too-slow-now"),
            Kind::Fault => ("fault", S::SERVICE_UNAVAILABLE, "api-fault", "api-fault-now"),
            Kind::Broken => ("broken", S::INTERNAL_SERVER_ERROR, "api-broken", "api-broken-now"),
        }
    }

    /// The code in the problem and in the address of its page.
    pub fn code(self) -> &'static str {
        self.row().0
    }

    /// The status that it is answered with.
    pub fn status(self) -> StatusCode {
        self.row().1
    }

    /// The sentence that is its title.
    pub fn title(self) -> &'static str {
        self.row().2
    }

    /// The sentence that says what to do.
    pub fn now(self) -> &'static str {
        self.row().3
    }

    /// The kind that a bare status of the layers around the interface stands for.
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::FORBIDDEN => Kind::CrossSite,
            StatusCode::INTERNAL_SERVER_ERROR => Kind::Broken,
            _ => Kind::ALL.into_iter().find(|kind| kind.status() == status).unwrap_or(Kind::Parameter),
        }
    }
}

/// What sentences end with. What the parser of JSON says ends with none, and others of ours follow it.
const SENTENCE_ENDS: [char; 6] = ['.', '!', '?', '。', '！', '？'];

/// What went wrong, as RFC 9457 has it, in the language of the caller.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct Details {
    /// The address of the page that explains problems of this kind: `/problems/` and the code.
    #[serde(rename = "type")]
    address: String,
    /// What kind of problem it is.
    title: String,
    /// The HTTP status.
    status: u16,
    /// What is wrong this time, and what can be done.
    detail: String,
    /// The kind as a closed set of codes; of a refusal, what must hold.
    code: String,
    /// The clause that refuses, such as `GOV-06(2)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<String>,
    /// Its words, in the language that binds.
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<String>,
    /// Why it is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(no_recursion)]
    because: Option<Vec<Finding>>,
    /// What the caller can do.
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<String>,
    /// Where in the request it is wrong: a parameter, a field of the command as a JSON pointer, or a line and
    /// column.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
}

/// A problem on its way to the caller.
#[derive(Debug)]
pub struct Problem(Box<Details>);

impl Problem {
    /// A problem of a kind with nothing more to say of it.
    pub fn of(kind: Kind, words: &Words<'_>) -> Self {
        Self(Box::new(Details {
            address: address(kind.code()),
            title: words.text(kind.title()).to_owned(),
            status: kind.status().as_u16(),
            detail: words.text(kind.now()).to_owned(),
            code: kind.code().to_owned(),
            clause: None,
            quote: None,
            because: None,
            remedy: None,
            place: None,
        }))
    }

    /// The same, with the place in the request and what is wrong there.
    pub fn at(kind: Kind, place: &str, says: &str, words: &Words<'_>) -> Self {
        let Self(mut details) = Self::of(kind, words);
        let wrong = match place {
            // The whole of it.
            "" => says.to_owned(),
            _ => words.text_with("malformed-field", [("field", place.into()), ("problem", says.into())]),
        };
        details.detail = format!("{} {}", with_a_stop(wrong, words), details.detail);
        details.place = Some(place.to_owned());
        Self(details)
    }

    /// What the book made no sense of: a field of the command; or who asks and the id of the request, which are headers
    /// here.
    pub fn malformed(malformed: &Malformed, words: &Words<'_>) -> Self {
        let place = match malformed.field {
            "id" if malformed.says.key == &REQUEST_ID_IS_TAKEN => "Idempotency-Key".to_owned(),
            "by" => header::AUTHORIZATION.as_str().to_owned(),
            field => format!("/{}", field.replace('.', "/")),
        };
        Self::at(Kind::Malformed, &place, &words.say(&malformed.says), words)
    }

    /// What the bylaws refuse. To somebody who sent no token it is 401: with one it may be allowed.
    pub fn refused(refusal: &Refusal, viewer: Viewer, words: &Words<'_>) -> Self {
        let Self(mut details) = Self::of(Kind::NotSignedIn, words);
        if viewer != Viewer::Public {
            details.code = refusal.code.id().to_owned();
            details.address = address(&details.code);
            details.status = status_of(refusal.code).as_u16();
            details.title = words.refusal(refusal.code).to_owned();
        }
        details.clause = Some(refusal.cites.to_string());
        details.quote = Some(refusal.cites.quote.clone());
        details.because = Some(refusal.because.iter().map(|one| Finding::said(one, words)).collect());
        let remedy = words.say(&refusal.remedy);
        let because = refusal.because.iter().map(|finding| words.say(&finding.says));
        let said: Vec<String> =
            because.chain([remedy.clone()]).map(|said| with_a_stop(said, words)).collect();
        details.detail = said.join(" ");
        details.remedy = Some(remedy);
        Self(details)
    }
}

/// The sentence with its full stop, for another to follow. A finding that is no more than a heading has none.
fn with_a_stop(said: String, words: &Words<'_>) -> String {
    if said.ends_with(SENTENCE_ENDS) { said } else { said + words.text("full-stop") }
}

/// The address of the page that explains a code.
pub fn address(code: &str) -> String {
    format!("/problems/{code}")
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(self.0)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"rochdale\""));
        }
        response
    }
}
