//! Signing in: by a link that comes by mail, by a passkey, by a token; and out again.

mod link;
mod passkey;
mod session;
mod token;

use std::sync::Arc;

use axum::{
    Router,
    response::Html,
    routing::{get, post},
};
use maud::{Markup, html};
use rochdale_words::Words;

pub(super) use self::{passkey::owner, session::begun};
use crate::{
    assets,
    entrance::MailWay,
    look::{Tried, passage, title},
    site::Site,
    visit::Visit,
};

/// The routes of signing in and out.
pub fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/sign-in", get(ask).post(token::sign_in))
        .route("/sign-in/mail", post(link::send))
        .route("/sign-in/link/{secret}", get(link::open).post(link::redeem))
        .route("/sign-in/passkey", post(passkey::sign_in))
        .route("/sign-in/passkey/ask", post(passkey::ask))
        .route("/sign-out", post(session::end))
}

async fn ask(visit: Visit) -> Html<String> {
    form(&visit, None)
}

/// The page, with what was tried where one of its forms was sent and not accepted.
fn form(visit: &Visit, tried: Option<&Tried<'_>>) -> Html<String> {
    let has_mail = visit.site.entrance.mail != MailWay::None;
    visit.show_outside(|words| {
        let heading = words.text("sign-in");
        let lead = html! { p class="lead" { (words.text("sign-in-lead")) } };
        let body = html! {
            (title(&html! { "Rochdale" }, heading, Some(&lead)))
            (passage(&html! {}, &html! {
                @if has_mail { (link::form(words).draw(words, tried)) } @else { p { (words.text("sign-in-no-mail")) } }
                @if visit.site.entrance.passkeys.is_some() { (by_passkey(words)) }
                (token::form(words, tried, !has_mail))
            }))
        };
        (tried.map_or_else(|| heading.to_owned(), |tried| tried.title(heading)), body)
    })
}

/// Shown by the script, and only where the browser has passkeys.
fn by_passkey(words: &Words<'_>) -> Markup {
    html! {
        div class="by-passkey" data-passkey="use" hidden {
            form method="post" action="/sign-in/passkey" {
                div class="actions" { button type="submit" class="quiet" { (words.text("sign-in-by-passkey")) } }
            }
            p class="failed" role="alert" hidden { "✕ " (words.text("passkey-failed")) }
            script src=(assets::PASSKEYS.path()) defer {}
        }
    }
}
