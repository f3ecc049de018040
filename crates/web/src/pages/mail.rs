//! What mail went out in the co-op's name, for the desk.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, Query},
    response::{Html, Response},
    routing::{get, post},
};
use maud::{Markup, html};
use rochdale_core::{message::Key, personal::is_address, sight::lets_people_in};
use rochdale_register::{Logged, Status};
use serde::Deserialize;

use crate::{
    entrance::{Deed, MailWay},
    look::{Column, Pages, Tone, badge, empty, passage, passage_wide, table, title},
    problem::Problem,
    sent::Sent,
    site::Site,
    visit::{Page, Visit},
};

static EMAIL_IS_NONE: Key = Key { id: "email-is-none", arguments: &[] };

/// How many mails stand on a page.
const MAILS_A_PAGE: usize = 50;

/// The routes of mail.
pub fn router() -> Router<Arc<Site>> {
    Router::new().route("/{org}/mail", get(list)).route("/{org}/mail/test", post(test))
}

/// Which mails to show.
#[derive(Deserialize)]
struct Wanted {
    /// The page, counted from 1.
    page: Option<usize>,
}

/// Stops whoever may not see what mail was sent; they learn nothing of it.
fn must_let_people_in(visit: &Visit, org: &str) -> Result<(), Problem> {
    visit.read(org, |page| if lets_people_in(page.viewer) { Ok(()) } else { Err(Problem::NotFound) })
}

async fn list(
    visit: Visit,
    Path(org): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, Problem> {
    must_let_people_in(&visit, &org)?;
    let registrar = visit.registrar(&org)?;
    let database = visit.site.registers.database();
    let count = database.mail_count(registrar.organization()).await?;
    let pages = Pages::of(usize::try_from(count).unwrap_or(usize::MAX), MAILS_A_PAGE, wanted.page);
    let mails = database.mail_log(registrar.organization(), pages.before(), MAILS_A_PAGE).await?;
    visit.show(&org, None, |page| {
        let words = page.words;
        let lead = html! { p class="lead" { (words.text("mail-lead")) } };
        let columns = ["mail-when", "mail-whom", "mail-what", "mail-how"].map(|key| Column::of_words(words.text(key)));
        let rows: Vec<Vec<Markup>> = mails.iter().map(|one| row(page, one)).collect();
        let caption = words.text_with("mail-count", [("count", count.into())]);
        let body = html! {
            (title(&html! { (page.name(&page.rulebook.front.name)) }, words.text("mail-title"), Some(&lead)))
            @match visit.site.entrance.mail {
                MailWay::None => (passage(&html! {}, &html! { p class="panel" { (words.text("mail-none-sent")) } })),
                MailWay::Folder => (passage(&html! {}, &html! { p class="panel" { (words.text("mail-into-folder")) } })),
                MailWay::Server => {}
            }
            (passage_wide(&html! {}, &html! {
                @if rows.is_empty() { (empty(words.text("mail-nothing"))) }
                @else { (table(&caption, &columns, &rows)) }
                (pages.links(words, &format!("{}/mail", page.base), &[]))
            }))
            (passage(&html! {}, &test_form(page)))
        };
        Ok((words.text("mail-title").to_owned(), body))
    })
}

fn test_form(page: &Page<'_>) -> Markup {
    let words = page.words;
    html! {
        h2 { (words.text("mail-test-title")) }
        form method="post" action={ (page.base) "/mail/test" } {
            div class="field" {
                label for="email" { (words.text("mail-test-address")) }
                input type="email" id="email" name="email" required maxlength="254" autocomplete="email";
            }
            div class="actions" { button type="submit" { (words.text("mail-test-send")) } }
        }
    }
}

fn row(page: &Page<'_>, logged: &Logged) -> Vec<Markup> {
    let words = page.words;
    let (tone, key) = match logged.status {
        Status::Queued => (Tone::Wait, "mail-status-queued"),
        Status::Sent => (Tone::Yes, "mail-status-sent"),
        Status::Failed => (Tone::No, "mail-status-failed"),
        Status::GivenUp => (Tone::No, "mail-status-given-up"),
    };
    let is_waiting = logged.status == Status::Queued && !logged.attempts.is_empty();
    vec![
        html! { (words.instant(logged.queued)) },
        html! { (logged.mail.recipient) },
        html! { (logged.mail.subject) },
        html! {
            (badge(tone, words.text(key)))
            @for attempt in &logged.attempts {
                div class="small soft said" { (words.instant(attempt.at)) ": " (attempt.said) }
            }
            @if is_waiting { div class="small" { (words.text_with("mail-next", [("at", logged.next.into())])) } }
        },
    ]
}

async fn test(visit: Visit, Path(org): Path<String>, sent: Sent) -> Result<Response, Problem> {
    must_let_people_in(&visit, &org)?;
    visit.count_for(Deed::TestMail, &org)?;
    let address = sent.text("email")?;
    if !is_address(address) {
        return Err(Problem::field("email", &EMAIL_IS_NONE));
    }
    visit.site.send_test(&visit.registrar(&org)?, address, &visit.language).await?;
    Ok(visit.then(&format!("/{org}/mail")))
}
