//! Signing in by a link: asking for one, opening it, and pressing its button.

use std::sync::Arc;

use axum::{
    extract::Path,
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use maud::html;
use rochdale_core::message::Key;
use rochdale_register::{Link, Purpose, Secret};
use rochdale_words::Words;

use super::session::begin;
use crate::{
    entrance::{Deed, MailWay},
    look::{Field, Form, Kind, Part, passage, title},
    problem::Problem,
    sent::Sent,
    visit::{LINK_PATH, Visit},
};
use rochdale_core::personal::is_address;

static EMAIL_IS_NONE: Key = Key { id: "email-is-none", arguments: &[] };

/// The form that asks for one.
pub fn form<'a>(words: &Words<'a>) -> Form<'a> {
    let email = Field::new(Kind::Email, "email").hint(words.text("sign-in-email-hint"));
    Form::new("/sign-in/mail".to_owned(), vec![Part::Field(email)]).submit(words.text("sign-in-send"))
}

/// Sends links to an address, if anybody is known there. What is answered, and when, does not depend on
/// that: whoever is known is looked for after the answer.
pub async fn send(visit: Visit, sent: Sent) -> Result<Response, Problem> {
    visit.count(Deed::AskForLinks)?;
    // Whoever chooses a language here comes back to the page of the form.
    let page = Visit { path: "/sign-in".into(), ..visit.clone() };
    let address = match address(&sent) {
        Ok(address) => address,
        Err(problem) => {
            return Ok(visit.show_again_outside(&sent, problem, |tried| super::form(&page, Some(tried))));
        }
    };
    visit.count_for(Deed::FillMailbox, &address.to_lowercase())?;
    if visit.site.entrance.mail != MailWay::None {
        let (site, address) = (Arc::clone(&visit.site), address.to_owned());
        tokio::spawn(async move {
            if let Err(fault) = site.send_links(&address).await {
                tracing::error!(%fault, "links could not be queued");
            }
        });
    }
    Ok(was_sent(&page, address).into_response())
}

/// The address that was typed.
fn address(sent: &Sent) -> Result<&str, Problem> {
    let address = sent.text("email")?;
    if is_address(address) { Ok(address) } else { Err(Problem::field("email", &EMAIL_IS_NONE)) }
}

/// Where to look now.
fn was_sent(visit: &Visit, address: &str) -> Html<String> {
    visit.show_outside(|words| {
        let what = words.text_with("link-sent-what", [("address", address.into())]);
        let body = html! {
            (title(&html! { "Rochdale" }, words.text("link-sent-title"), None))
            (passage(&html! {}, &html! {
                p { (what) }
                p { (words.text("link-sent-nothing")) }
                p { a href="/sign-in" { (words.text("link-sent-again")) } }
            }))
        };
        (words.text("link-sent-title").to_owned(), body)
    })
}

/// The page behind a link. It does nothing but ask: programs that look through mail open every link in it.
pub async fn open(visit: Visit, Path(secret): Path<String>) -> Result<Response, Problem> {
    visit.count(Deed::OpenLinks)?;
    let found = match Secret::from_text(&secret) {
        Some(secret) => {
            let database = visit.site.registers.database();
            database.link(&secret, Purpose::SignIn, visit.site.clock.now()).await?
        }
        None => None,
    };
    let Some((name, co_op)) = found.and_then(|link| whose(&visit, &link)) else { return Ok(used(&visit)) };
    let page = visit.show_outside(|words| {
        let named = |key| words.text_with(key, [("name", name.as_str().into())]);
        let what = words.text_with("link-open-what", [("organization", co_op.as_str().into())]);
        let heading = named("link-open-title");
        let body = html! {
            (title(&html! { (co_op) }, &heading, None))
            (passage(&html! {}, &html! {
                p { (what) }
                form method="post" action={ (LINK_PATH) (secret) } {
                    div class="actions" { button type="submit" autofocus { (words.text("link-open-button")) } }
                }
                p class="soft small" { (named("link-open-not-you")) }
            }))
        };
        (heading, body)
    });
    Ok(page.into_response())
}

/// Uses a link up and begins a session.
pub async fn redeem(visit: Visit, jar: CookieJar, Path(secret): Path<String>) -> Result<Response, Problem> {
    visit.count(Deed::OpenLinks)?;
    let found = match Secret::from_text(&secret) {
        Some(secret) => {
            let database = visit.site.registers.database();
            database.redeem_link(&secret, Purpose::SignIn, visit.site.clock.now()).await?
        }
        None => None,
    };
    match found.filter(|link| whose(&visit, link).is_some()) {
        Some(link) => begin(&visit, jar, &link.organization, Some(link.party), link.way).await,
        None => Ok(used(&visit)),
    }
}

/// The name of the person whom a link is for, and of their co-op; `None` where they are no longer there.
fn whose(visit: &Visit, link: &Link) -> Option<(String, String)> {
    let registrar = visit.site.registers.registrar(&link.organization)?;
    let state = registrar.state();
    let name = state.party(link.party)?.name()?.to_owned();
    let rulebook = state.rulebook_at(visit.site.clock.now())?;
    Some((name, rulebook.front.name.in_language(&visit.language).to_owned()))
}

/// One page for whatever is no link that is good: used, too late, replaced, or never issued.
fn used(visit: &Visit) -> Response {
    let page = visit.show_outside(|words| {
        let body = html! {
            (title(&html! { "Rochdale" }, words.text("link-used-title"), None))
            (passage(&html! {}, &html! {
                p { (words.text("link-used-what")) }
                p { a class="button" href="/sign-in" { (words.text("link-used-again")) } }
            }))
        };
        (words.text("link-used-title").to_owned(), body)
    });
    (StatusCode::GONE, page).into_response()
}
