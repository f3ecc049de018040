//! Signing in by a token: for the desk, and for whoever is handed one.

use axum::response::Response;
use axum_extra::extract::CookieJar;
use maud::{Markup, html};
use rochdale_core::message::Key;
use rochdale_register::{Account, Begun, Kind as AccountKind, Secret};
use rochdale_words::Words;

use super::session::begin;
use crate::{
    entrance::Deed,
    look::{Field, Form, Kind, Part, Tried},
    problem::Problem,
    sent::Sent,
    visit::Visit,
};

static TOKEN_WRONG: Key = Key { id: "token-wrong", arguments: &[] };

/// The form, folded unless it is all there is, or was tried.
pub fn form(words: &Words<'_>, tried: Option<&Tried<'_>>, is_open: bool) -> Markup {
    let token = Field::new(Kind::Line, "token").hint(words.text("token-hint"));
    let form = Form::new("/sign-in".to_owned(), vec![Part::Field(token)]).submit(words.text("sign-in"));
    let was_tried = tried.is_some_and(|tried| tried.is(&form));
    html! {
        details class="more" open[is_open || was_tried] {
            summary { (words.text("sign-in-by-token")) }
            (form.draw(words, tried))
        }
    }
}

/// Begins a session of whoever the token is for.
pub async fn sign_in(visit: Visit, jar: CookieJar, sent: Sent) -> Result<Response, Problem> {
    visit.count(Deed::TryTokens)?;
    match account(&visit, &sent).await {
        Ok(account) => {
            visit.count_for(Deed::UseToken, &account.id.to_string())?;
            begin(&visit, jar, &account.organization, account.party, Begun::Token).await
        }
        Err(problem) => {
            Ok(visit.show_again_outside(&sent, problem, |tried| super::form(&visit, Some(tried))))
        }
    }
}

/// Whose the token is.
async fn account(visit: &Visit, sent: &Sent) -> Result<Account, Problem> {
    let database = visit.site.registers.database();
    let found = match Secret::from_text(sent.text("token")?) {
        Some(secret) => database.who(AccountKind::Token, &secret, visit.site.clock.now()).await?,
        None => None,
    };
    found.ok_or_else(|| Problem::field("token", &TOKEN_WRONG))
}
