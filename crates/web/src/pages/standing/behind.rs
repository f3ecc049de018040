//! Who is behind, a page at a time, and reminders to one or to all.

use std::collections::BTreeMap;

use axum::{
    extract::{Path, Query},
    response::{Html, Response},
};
use maud::{Markup, html};
use rochdale_core::{
    command::Command,
    message::Argument,
    sight::{Viewer, must_keep_members},
    standing::{Behind, REMINDED_AT_ONCE_MAX, behind, last_reminded, next_reminder, reached},
    values::{MembershipId, Slug},
};
use serde::Deserialize;

use super::{super::members::party_link, duty_badge, duty_line};
use crate::{
    letters::reminder,
    look::{Column, Form, Pages, Part, Place, empty, notes, passage, passage_wide, table, title},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// How many members stand on a page.
const MEMBERS_A_PAGE: usize = 50;

/// Whom to show.
#[derive(Default, Deserialize)]
pub struct Wanted {
    /// The page, counted from 1.
    page: Option<usize>,
    /// Those who are behind with this duty.
    duty: Option<String>,
}

fn must_see(page: &Page<'_>) -> Result<(), Problem> {
    if page.viewer == Viewer::Public {
        return Err(Problem::NotSignedIn);
    }
    must_keep_members(page.state, page.viewer, page.today)
        .map_err(|refusal| Problem::refused(page.base.trim_start_matches('/'), *refusal))?;
    if page.rulebook.duties().next().is_none() { Err(Problem::NotFound) } else { Ok(()) }
}

/// Whether there is such a page, and the reader sees it.
pub fn sees_list(page: &Page<'_>) -> bool {
    must_see(page).is_ok()
}

/// Who is behind.
pub async fn show(
    visit: Visit,
    Path(org): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Members), |page| draw(page, &visit, &wanted))
}

/// Reminds one member or all, of one duty or of everything.
pub async fn remind(visit: Visit, Path(org): Path<String>, sent: Sent) -> Response {
    let duty = sent.optional("duty").map(Slug::new);
    let address = match &duty {
        Some(duty) if duty.is_well_formed() => format!("/{org}/standing?duty={duty}"),
        _ => format!("/{org}/standing"),
    };
    let submitted = async {
        let membership = sent.optional_number("membership")?;
        visit.submit(&org, sent.request()?, Command::Remind { membership, duty: duty.clone() }).await
    };
    let submitted = submitted.await;
    let wanted = Wanted { page: None, duty: duty.map(|duty| duty.to_string()) };
    visit.led_back((&org, Place::Members, &address), &sent, submitted, |page| draw(page, &visit, &wanted))
}

/// Those on the page with what the buttons need to know.
struct Listed<'a> {
    duty: Option<Slug>,
    of_duty: Vec<&'a Behind>,
    /// Those who can be reminded now.
    now: Vec<&'a Behind>,
}

fn can_be_reminded(page: &Page<'_>, one: &Behind) -> bool {
    let held = page.state.membership(one.membership);
    held.is_some_and(|held| !reached(page.state, held, page.today).is_empty())
        && next_reminder(page.state, one.membership, page.today).is_none()
}

fn draw(page: &Page<'_>, visit: &Visit, wanted: &Wanted) -> Result<(String, Markup), Problem> {
    must_see(page)?;
    let words = page.words;
    let all = behind(page.state, None, page.today);
    let duty = wanted.duty.as_deref().map(Slug::new).filter(|duty| page.rulebook.duty(duty).is_some());
    let is_with = |one: &&Behind| duty.as_ref().is_none_or(|duty| one.duties.iter().any(|of| of.id == *duty));
    let of_duty: Vec<&Behind> = all.iter().filter(is_with).collect();
    let now = of_duty.iter().copied().filter(|one| can_be_reminded(page, one)).collect();
    let listed = Listed { duty, of_duty, now };
    let pages = Pages::of(listed.of_duty.len(), MEMBERS_A_PAGE, wanted.page);
    let rows: Vec<Vec<Markup>> = pages.cut(&listed.of_duty).map(|one| row(page, &listed, one)).collect();
    let columns = ["member", "behind-waits", "behind-reminded", "behind-remind"]
        .map(|key| Column::of_words(words.text(key)));
    let caption = words.text_with("behind-count", [("count", (listed.of_duty.len() as u64).into())]);
    let kicker = html! { a href={ (page.base) "/members" } { (words.text("nav-members")) } };
    let lead = html! { p class="lead" { (words.text("behind-lead")) } };
    let asked = [("duty", listed.duty.as_ref().map_or("", Slug::as_str))];
    let cites = page.rulebook.standing().map(|rule| &**rule.cite);
    let body = html! {
        (title(&kicker, words.text("behind"), Some(&lead)))
        (passage_wide(&notes(page.reader(), cites), &html! {
            (filters(page, &all, &listed))
            @if rows.is_empty() { (empty(words.text("behind-none"))) }
            @else { (table(&caption, &columns, &rows)) }
            (pages.links(words, &format!("{}/standing", page.base), &asked))
        }))
        @if !listed.of_duty.is_empty() && page.rulebook.standing().is_some() { (to_all(page, visit, &listed)) }
    };
    Ok((words.text("behind").to_owned(), body))
}

fn filters(page: &Page<'_>, all: &[Behind], listed: &Listed<'_>) -> Markup {
    let words = page.words;
    let mut counts: BTreeMap<&Slug, u64> = BTreeMap::new();
    for one in all {
        let mut seen: Vec<&Slug> = Vec::new();
        for duty in &one.duties {
            if !seen.contains(&&duty.id) {
                seen.push(&duty.id);
                *counts.entry(&duty.id).or_default() += 1;
            }
        }
    }
    let badge = |address: String, name: &str, count: u64, is_current: bool| {
        html! { a class="badge" href=(address) aria-current=[is_current.then_some("true")] { (name) " " span class="number" { (words.count(count)) } } }
    };
    html! {
        nav class="tags filter" aria-label=(words.text("waive-duty")) {
            (badge(format!("{}/standing", page.base), words.text("behind-everything"), all.len() as u64, listed.duty.is_none()))
            @for rule in page.rulebook.duties() {
                @if let Some(count) = counts.get(&rule.rule.id) {
                    @let address = format!("{}/standing?duty={}", page.base, rule.rule.id);
                    (badge(address, page.name(&rule.rule.name), *count, listed.duty.as_ref() == Some(&rule.rule.id)))
                }
            }
        }
    }
}

fn row(page: &Page<'_>, listed: &Listed<'_>, one: &Behind) -> Vec<Markup> {
    let words = page.words;
    let Some(held) = page.state.membership(one.membership) else { return Vec::new() };
    let last = last_reminded(page.state, one.membership).map(|last| page.state.date_of(last.at));
    let again = next_reminder(page.state, one.membership, page.today);
    let is_reached = !reached(page.state, held, page.today).is_empty();
    let duties =
        one.duties.iter().filter(|duty| listed.duty.as_ref().is_none_or(|wanted| duty.id == *wanted));
    vec![
        party_link(page, held.party),
        html! { @for duty in duties { div class="row" { (duty_line(page, held.id, duty)) (duty_badge(page, duty.status)) } } },
        match last {
            Some(last) => html! { (words.short_date(last)) },
            None => html! { span class="soft" { (words.text("behind-never")) } },
        },
        match again {
            _ if !is_reached => html! { span class="soft" { (words.text("behind-no-address")) } },
            Some(again) => {
                html! { span class="soft" { (words.text_with("behind-again-from", [("day", again.into())])) } }
            }
            None => remind_form(page, listed, one.membership),
        },
    ]
}

fn remind_form(page: &Page<'_>, listed: &Listed<'_>, membership: MembershipId) -> Markup {
    let words = page.words;
    let label = words.text_with("behind-remind-one", [("member", Argument::Membership(membership))]);
    let button = Part::Plain(html! { button type="submit" class="quiet small-button" { (label) } });
    let mut form = Form::new(format!("{}/standing", page.base), vec![button])
        .request()
        .of("membership", membership.to_string());
    if let Some(duty) = &listed.duty {
        form = form.of("duty", duty.as_str().to_owned());
    }
    page.form(&form)
}

/// The letter as the first of them would get it, and the button that sends it to all.
fn to_all(page: &Page<'_>, visit: &Visit, listed: &Listed<'_>) -> Markup {
    let words = page.words;
    let sample = listed.now.first().or(listed.of_duty.first()).copied();
    let count = listed.now.len().min(REMINDED_AT_ONCE_MAX);
    let rest = (listed.of_duty.len() - count) as u64;
    let label = words.text_with("behind-remind-all-button", [("count", (count as u64).into())]);
    let hint = words.text_with(
        "behind-remind-rest",
        [("count", rest.into()), ("most", (REMINDED_AT_ONCE_MAX as u64).into())],
    );
    let mut form = Form::new(
        format!("{}/standing", page.base),
        vec![Part::Plain(html! {
            @if rest > 0 { p class="small soft" { (hint) } }
        })],
    )
    .request()
    .submit(&label);
    if let Some(duty) = &listed.duty {
        form = form.of("duty", duty.as_str().to_owned());
    }
    passage(
        &html! {},
        &html! {
            h2 { (words.text("behind-remind-all")) }
            @if let Some(sample) = sample { (preview(page, visit, listed, sample)) }
            @if count > 0 { (page.form(&form)) } @else { p class="soft" { (words.text("behind-nobody-now")) } }
        },
    )
}

fn preview(page: &Page<'_>, visit: &Visit, listed: &Listed<'_>, one: &Behind) -> Markup {
    let words = page.words;
    let Some(held) = page.state.membership(one.membership) else { return html! {} };
    let person = reached(page.state, held, page.today).first().map_or(held.party, |(person, _)| *person);
    let mut duties = one.duties.clone();
    duties.retain(|duty| listed.duty.as_ref().is_none_or(|wanted| duty.id == *wanted));
    let address = format!("{}{}/today", visit.site.entrance.origin, page.base);
    let co_op = page.name(&page.rulebook.front.name);
    let letter = reminder(words, co_op, (person, one.membership), &duties, &address);
    html! {
        details class="more" {
            summary { (words.text("behind-letter")) }
            p class="small soft" { (words.text_with("behind-letter-lead", [("member", Argument::Membership(one.membership))])) }
            p { strong { (letter.subject) } }
            @for part in letter.body.split("\n\n") {
                p { @for (place, line) in part.lines().enumerate() { @if place > 0 { br; } (line) } }
            }
        }
    }
}
