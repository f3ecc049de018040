//! What is said when a page or an answer of the API cannot be what was asked for: a page for people,
//! RFC 9457 problem details for programs.

use std::sync::Arc;

use axum::{
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use jiff::SignedDuration;
use maud::{Markup, html};
use rochdale_core::{
    message::{Key, Message},
    refusal::{Malformed, Refusal},
    sight::Viewer,
};
use rochdale_register::Fault;
use rochdale_words::Words;

use crate::{
    api,
    look::{label, passage, refusal, title},
    sent::Sent,
    visit::{Page, Visit},
};

/// Why there is no answer of the kind that was asked for. A refusal by the bylaws, something that
/// makes no sense and a fault of the machine never look alike.
#[derive(Debug, Clone)]
pub enum Problem {
    /// The address leads nowhere.
    NotFound,
    /// Somebody must sign in first.
    NotSignedIn,
    /// It is a person's own, and the desk is none.
    ForPeople,
    /// The bylaws do not allow it.
    Refused {
        /// In which co-op.
        handle: String,
        /// What must hold, and the rest.
        refusal: Arc<Refusal>,
    },
    /// A field makes no sense.
    Malformed {
        /// In which co-op, where it has got so far.
        handle: Option<String>,
        /// The field.
        field: String,
        /// What is wrong with it.
        says: Message,
    },
    /// The machine failed.
    Fault(Fault),
    /// It was asked for too often; it may be again after so long.
    TooMany(SignedDuration),
    /// Something that HTTP itself turns away, with the sentence that says what.
    Turned(StatusCode, &'static str),
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl Problem {
    /// A refusal in a co-op.
    pub fn refused(handle: &str, refusal: Refusal) -> Self {
        Self::Refused { handle: handle.to_owned(), refusal: Arc::new(refusal) }
    }

    /// What the book of a co-op made no sense of.
    pub fn malformed(handle: &str, malformed: Malformed) -> Self {
        Self::Malformed {
            handle: Some(handle.to_owned()),
            field: malformed.field.to_owned(),
            says: malformed.says,
        }
    }

    /// A field that says nothing that `key` would allow.
    pub fn field(field: &str, key: &'static Key) -> Self {
        Self::Malformed { handle: None, field: field.to_owned(), says: key.with([]) }
    }

    /// The status that it is answered with.
    pub fn status(&self) -> StatusCode {
        match self {
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::NotSignedIn => StatusCode::UNAUTHORIZED,
            Problem::ForPeople => StatusCode::FORBIDDEN,
            Problem::Refused { .. } => StatusCode::CONFLICT,
            Problem::Malformed { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::Fault(_) => StatusCode::SERVICE_UNAVAILABLE,
            Problem::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Problem::Turned(status, _) => *status,
        }
    }

    fn heading<'a>(&self, words: &Words<'a>) -> &'a str {
        words.text(match self {
            Problem::NotFound => "not-found-title",
            Problem::NotSignedIn | Problem::ForPeople => "not-yours-title",
            Problem::Refused { .. } => "refused",
            Problem::Malformed { .. } => "malformed-title",
            Problem::Fault(_) => "fault-title",
            Problem::TooMany(_) => "too-many-title",
            Problem::Turned(..) => "turned-title",
        })
    }
}

/// A problem travels as an empty answer that carries it; [`Visit::finish`] says it in the language and
/// the form of whoever asked.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl Visit {
    /// Says what went wrong where something did, and leaves every other answer alone. What axum and
    /// its layers turn away with a bare status is said too.
    pub fn finish(&self, mut response: Response) -> Response {
        if let Some(problem) = response.extensions_mut().remove::<Problem>() {
            return self.render(problem);
        }
        let is_said = response.headers().contains_key(header::LOCATION)
            || response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| {
                kind.to_str().is_ok_and(|kind| kind.starts_with("text/html") || kind.contains("json"))
            });
        if is_said {
            return response;
        }
        let allow = response.headers().get(header::ALLOW).cloned();
        let status = response.status();
        let what = match status {
            StatusCode::NOT_FOUND => return self.render(Problem::NotFound),
            StatusCode::FORBIDDEN => "cross-site-what",
            StatusCode::METHOD_NOT_ALLOWED => "not-allowed-what",
            StatusCode::PAYLOAD_TOO_LARGE => "too-large-what",
            StatusCode::REQUEST_TIMEOUT => "took-too-long-what",
            status if status.is_client_error() => "not-understood-what",
            StatusCode::INTERNAL_SERVER_ERROR => return self.render(Problem::Fault(broken())),
            _ => return response,
        };
        let mut turned = self.render(Problem::Turned(status, what));
        // RFC 9110, 15.5.6: whoever is told that a method is not taken is told which are.
        turned.headers_mut().extend(allow.map(|allow| (header::ALLOW, allow)));
        turned
    }

    /// A problem as a page or as problem details.
    pub fn render(&self, problem: Problem) -> Response {
        self.render_with(problem, None)
    }

    /// The same, with the words that somebody sent in a form which is no longer there to hold them.
    pub fn render_with(&self, problem: Problem, sent: Option<&Sent>) -> Response {
        if let Problem::Fault(fault) = &problem {
            tracing::error!(%fault, path = self.path_to_log(), "a request could not be answered");
        }
        let status = problem.status();
        if self.is_api() {
            return api::turned_away(self, status);
        }
        let handle = match &problem {
            Problem::Refused { handle, .. } | Problem::Malformed { handle: Some(handle), .. } => {
                Some(handle.clone())
            }
            _ => self.path.split('/').nth(1).map(str::to_owned),
        };
        // On the pages of a co-op the problem stands in its frame; where there is none, outside.
        let inside = handle.and_then(|handle| {
            self.read(&handle, |page| {
                let body = self.inside(page, &problem, sent);
                Ok(self.frame(page, None, problem.heading(page.words), &body))
            })
            .ok()
        });
        let page: Html<String> = inside.unwrap_or_else(|| {
            self.show_outside(|words| (problem.heading(words).to_owned(), self.plain(words, &problem, None)))
        });
        let mut response = (status, page).into_response();
        if let Problem::TooMany(wait) = problem {
            let seconds = u64::try_from(wait.as_secs()).unwrap_or(0) + 1;
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }

    fn inside(&self, page: &Page<'_>, problem: &Problem, sent: Option<&Sent>) -> Markup {
        let words = page.words;
        let Problem::Refused { refusal: why, .. } = problem else {
            let back = sent.map(|_| self.path.as_str());
            let again = sent.filter(|_| matches!(problem, Problem::Fault(_))).map(|sent| again(words, sent));
            return html! { (self.plain(words, problem, back)) @if let Some(again) = again { (again) } (unkept(words, sent)) };
        };
        let is_public = page.viewer == Viewer::Public;
        let back = if sent.is_some() { &self.path } else { self.way_back(page.base) };
        html! {
            (title(&html! { (page.name(&page.rulebook.front.name)) }, words.text("refused"), None))
            (passage(&html! {}, &html! {
                (refusal(page.reader(), why))
                @if is_public { (self.sign_in_link(words)) }
                @else { p { a href=(back) { (words.text("go-back")) } } }
            }))
            (unkept(words, sent))
        }
    }

    /// Where somebody who is refused may look instead: the page above, else the co-op's own.
    fn way_back<'a>(&'a self, base: &'a str) -> &'a str {
        match self.path.rsplit_once('/') {
            Some((page, _)) if page.len() > base.len() => page,
            _ => base,
        }
    }

    fn sign_in_link(&self, words: &Words<'_>) -> Markup {
        let address = if self.site.is_demo { "/demo" } else { "/sign-in" };
        html! { p { a class="button" href=(address) { (words.text("sign-in")) } } }
    }

    fn plain(&self, words: &Words<'_>, problem: &Problem, back: Option<&str>) -> Markup {
        let now = match problem {
            Problem::NotFound => words.text("not-found-now").to_owned(),
            Problem::NotSignedIn => words.text("not-yours-now").to_owned(),
            Problem::ForPeople => words.text("not-the-desks-now").to_owned(),
            Problem::Fault(_) => words.text("fault-now").to_owned(),
            Problem::TooMany(wait) => {
                words.text_with("too-many-now", [("minutes", (wait.as_mins() + 1).into())])
            }
            Problem::Turned(StatusCode::FORBIDDEN, _) => words.text("cross-site-now").to_owned(),
            _ => words.text("malformed-now").to_owned(),
        };
        html! {
            (title(&html! { (problem.status().as_u16()) }, problem.heading(words), None))
            (passage(&html! {}, &html! {
                p { (self.what(words, problem)) }
                p { (now) }
                @if matches!(problem, Problem::NotSignedIn) { (self.sign_in_link(words)) }
                @if let Some(back) = back { p { a href=(back) { (words.text("go-back")) } } }
                @else { p { a href="/" { (words.text("not-found-home")) } } }
            }))
        }
    }

    /// What happened, in a sentence or two.
    fn what(&self, words: &Words<'_>, problem: &Problem) -> String {
        match problem {
            Problem::NotFound => words.text_with("not-found-what", [("address", self.path.as_str().into())]),
            Problem::NotSignedIn => words.text("not-yours-what").to_owned(),
            Problem::ForPeople => words.text("not-the-desks-what").to_owned(),
            Problem::Refused { refusal, .. } => words.refusal(refusal.code).to_owned(),
            Problem::Malformed { field, says, .. } => {
                let problem = words.say(says);
                let what = match label(field) {
                    Some(label) => {
                        let what = [("field", words.text(label).into()), ("problem", problem.into())];
                        words.text_with("malformed-field", what)
                    }
                    None => problem,
                };
                format!("{what} {}", words.text("malformed-what"))
            }
            Problem::Fault(_) => words.text("fault-what").to_owned(),
            Problem::TooMany(_) => words.text("too-many-what").to_owned(),
            Problem::Turned(_, what) => words.text_with(what, [("address", self.path.as_str().into())]),
        }
    }
}

/// All that was sent, to be sent once more by one button: with the id that it had, so that it is done only once
/// even where the machine failed after doing it.
fn again(words: &Words<'_>, sent: &Sent) -> Markup {
    html! {
        @if let Some(address) = sent.may_be_sent_again() {
            (passage(&html! {}, &html! {
                form method="post" action=(address) {
                    @for (name, value) in sent.fields() { input type="hidden" name=(name) value=(value); }
                    p class="soft" { (words.text("send-again-what")) }
                    div class="actions" { button type="submit" { (words.text("send-again")) } }
                }
            }))
        }
    }
}

/// Somebody's own words, which nothing holds any longer.
fn unkept(words: &Words<'_>, sent: Option<&Sent>) -> Markup {
    let written: Vec<(&str, &str)> = sent.into_iter().flat_map(Sent::own_words).collect();
    html! {
        @if !written.is_empty() {
            (passage(&html! {}, &html! {
                h2 { (words.text("what-you-wrote")) }
                p class="soft" { (words.text("what-you-wrote-now")) }
                @for (field, text) in written {
                    h3 { (words.text(label(field).unwrap_or_default())) }
                    pre { (text) }
                }
            }))
        }
    }
}

/// The fault that a page is which broke while it was made; the log has the cause.
fn broken() -> Fault {
    Fault {
        what: "the program broke while it answered".to_owned(),
        place: "the pages".to_owned(),
        mend: "Report it with the lines of the log before this one.".to_owned(),
    }
}
