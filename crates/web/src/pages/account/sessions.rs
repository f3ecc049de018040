//! Where somebody is signed in, and ending it.

use axum::{extract::Path, response::Response};
use jiff::Timestamp;
use maud::{Markup, html};
use rochdale_core::message::Key;
use rochdale_register::{Account, Begun, Digest, Handed, Kind};

use super::own;
use crate::{
    look::{self, Tone, badge},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

static FIELD_IS_NO_CHOICE: Key = Key { id: "field-is-no-choice", arguments: &[] };

/// The list, this browser first.
pub fn passage(page: &Page<'_>, here: &Account, accounts: &[Account]) -> Markup {
    let words = page.words;
    let mut accounts: Vec<&Account> = accounts.iter().collect();
    accounts.sort_by_key(|one| (one.id != here.id, std::cmp::Reverse(one.last_seen)));
    let others = accounts.iter().filter(|one| one.kind == Kind::Session && one.id != here.id).count();
    look::passage(
        &html! { p class="small soft" { (words.text("sessions-hint")) } },
        &html! {
            h2 { (words.text("sessions-title")) }
            ul class="list" {
                @for one in &accounts {
                    @let since = [("created", one.created.into()), ("seen", one.last_seen.into())];
                    li class="row" {
                        div {
                            (called(page, one))
                            div class="small soft" { (words.text_with("session-since", since)) }
                            @if let Some(how) = one.begun.filter(|_| one.kind == Kind::Session) {
                                div class="small soft" { (words.text(begun(how))) }
                            }
                        }
                        @if one.id == here.id { (badge(Tone::Yes, words.text("session-here"))) }
                        @else { (end_button(page, one)) }
                    }
                }
            }
            @if others > 0 {
                form method="post" action={ (page.base) "/account/end-others" } {
                    div class="actions" { button type="submit" class="quiet" { (words.text("sessions-end-others")) } }
                }
            } @else { p class="soft" { (words.text("sessions-only-one")) } }
        },
    )
}

/// The ways in that others made for whoever looks; nothing where there are none.
pub fn handed(page: &Page<'_>, handed: &[(Timestamp, Handed)]) -> Markup {
    if handed.is_empty() {
        return html! {};
    }
    let words = page.words;
    look::passage(
        &html! { p class="small soft" { (words.text("handed-lead")) } },
        &html! {
            h2 { (words.text("handed-title")) }
            ul class="list" {
                @for (at, what) in handed { li { (crate::kept::handed_over(words, *at, *what)) } }
            }
        },
    )
}

/// How a session began, as a sentence.
fn begun(how: Begun) -> &'static str {
    match how {
        Begun::Mail => "begun-mail",
        Begun::Desk => "begun-desk",
        Begun::Office => "begun-office",
        Begun::Operator => "begun-operator",
        Begun::Passkey => "begun-passkey",
        Begun::Token => "begun-token",
        Begun::Demo => "begun-demo",
    }
}

/// The browser, or the program that has a token.
fn called(page: &Page<'_>, account: &Account) -> String {
    match account.kind {
        Kind::Token => page.words.text_with("session-token", [("label", account.label.as_str().into())]),
        Kind::Session if account.label.is_empty() => page.words.text("session-unknown").to_owned(),
        Kind::Session => account.label.clone(),
    }
}

fn end_button(page: &Page<'_>, account: &Account) -> Markup {
    let label = format!("{}: {}", page.words.text("session-end"), called(page, account));
    html! {
        form method="post" action={ (page.base) "/account/end" } {
            input type="hidden" name="id" value=(account.id);
            button type="submit" class="quiet small-button" aria-label=(label) { (page.words.text("session-end")) }
        }
    }
}

/// What lists call something, as a form sends it.
pub fn id(sent: &Sent) -> Result<Digest, Problem> {
    Digest::try_from(sent.text("id")?.to_owned()).map_err(|_| Problem::field("id", &FIELD_IS_NO_CHOICE))
}

/// Ends one session or token of whoever asks.
pub async fn end(visit: Visit, Path(org): Path<String>, sent: Sent) -> Result<Response, Problem> {
    let account = own(&visit, &org)?;
    let database = visit.site.registers.database();
    if !database.revoke_of(&account.organization, account.party, id(&sent)?).await? {
        return Err(Problem::NotFound);
    }
    Ok(visit.then(&format!("/{org}/account")))
}

/// Ends every session of whoever asks but this one.
pub async fn end_others(visit: Visit, Path(org): Path<String>) -> Result<Response, Problem> {
    let account = own(&visit, &org)?;
    let database = visit.site.registers.database();
    let now = visit.site.clock.now();
    database.end_sessions(&account.organization, account.party, Some(account.id), now).await?;
    Ok(visit.then(&format!("/{org}/account")))
}
