//! Exits: giving notice and taking it back, the list of exits, and one page for each with every step as a form.

mod settlement;
mod show;

use axum::{
    Router,
    extract::Path,
    response::{Html, Response},
    routing::{get, post},
};
use maud::{Markup, html};
use rochdale_core::{
    command::Command,
    exits::{Exit, ExitEnd, exits_for, is_late, left, settled_with, settles},
    fact::Fact,
    membership::Membership,
    message::Argument,
    offices::{Power, has_power},
    sight::Viewer,
    values::{ExitId, MembershipId, PartyId, decimals_of},
};

use std::sync::Arc;

use super::members;
use crate::{
    look::{Field, Form, Kind, Part, Place, Tone, badge, empty, notes, passage, title},
    problem::Problem,
    sent::Sent,
    site::Site,
    visit::{Page, Visit},
};

/// The routes of leaving.
pub fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/{org}/members/{id}/notice", post(give_notice))
        .route("/{org}/exits", get(list).post(open))
        .route("/{org}/exits/{id}", get(show))
        .route("/{org}/exits/{id}/{step}", post(take))
}

/// The exits that the one who looks may read.
async fn list(visit: Visit, Path(org): Path<String>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Members), all)
}

/// One exit; one that the reader may not read is not there.
async fn show(visit: Visit, Path((org, id)): Path<(String, u32)>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Members), |page| show::of_exit(page, ExitId(id)))
}

/// The address of the exit that an answer opened, or else of the list.
fn opened(org: &str, facts: &[Fact]) -> String {
    let exit = facts.iter().find_map(|fact| match fact {
        Fact::NoticeGiven { exit, .. } | Fact::ExitOpened { exit, .. } => Some(*exit),
        _ => None,
    });
    exit.map_or(format!("/{org}/exits"), |exit| format!("/{org}/exits/{exit}"))
}

/// Gives notice, and leads to the exit.
async fn give_notice(visit: Visit, Path((org, id)): Path<(String, u32)>, sent: Sent) -> Response {
    let address = format!("/{org}/members/{id}");
    let submitted = async {
        let (membership, on) = (sent.number("membership")?, sent.date("last-day")?);
        visit.submit(&org, sent.request()?, Command::GiveNotice { membership, on }).await
    };
    match submitted.await {
        Ok(done) => visit.then(&opened(&org, &done.facts)),
        Err(problem) => {
            let draw = |page: &Page<'_>| members::one(page, PartyId(id));
            visit.show_again((&org, Place::Members, &address), &sent, problem, draw)
        }
    }
}

/// Opens the exit of a membership that has ended, and leads to it.
async fn open(visit: Visit, Path(org): Path<String>, sent: Sent) -> Response {
    let address = format!("/{org}/exits");
    let submitted = async {
        let command = Command::OpenExit { membership: sent.number("membership")? };
        visit.submit(&org, sent.request()?, command).await
    };
    match submitted.await {
        Ok(done) => visit.then(&opened(&org, &done.facts)),
        Err(problem) => visit.show_again((&org, Place::Members, &address), &sent, problem, all),
    }
}

/// Takes a step in an exit.
async fn take(visit: Visit, Path((org, id, step)): Path<(String, u32, String)>, sent: Sent) -> Response {
    let (address, exit) = (format!("/{org}/exits/{id}"), ExitId(id));
    let submitted = async {
        let command = step_of(&visit, &org, exit, &step, &sent)?;
        visit.submit(&org, sent.request()?, command).await
    };
    let draw = |page: &Page<'_>| show::of_exit(page, exit);
    visit.led_back((&org, Place::Members, &address), &sent, submitted.await, draw)
}

fn step_of(visit: &Visit, org: &str, exit: ExitId, step: &str, sent: &Sent) -> Result<Command, Problem> {
    Ok(match step {
        "withdraw" => Command::WithdrawNotice { membership: sent.number("membership")? },
        "record" => {
            let decimals = visit.read(org, |page| Ok(decimals_of(&page.rulebook.front.currency)))?;
            let paid_in = sent.optional("paid_in").map(|_| sent.amount("paid_in", decimals)).transpose()?;
            // What comes back at what was paid in is asked for once.
            let owed = match paid_in {
                Some(paid_in) => paid_in,
                None => sent.amount("owed", decimals)?,
            };
            Command::RecordSettlement {
                exit,
                line: sent.slug("line")?,
                paid_in,
                owed,
                instalments: sent.optional_number("instalments")?.unwrap_or(1),
                due: sent.date("first-paid-by")?,
            }
        }
        "strike" => Command::StrikeSettlement { exit, line: sent.number("line")? },
        "pay" => Command::RecordInstalment {
            exit,
            line: sent.number("line")?,
            instalment: sent.number("instalment")?,
            on: sent.date("paid-on")?,
        },
        "tick" | "untick" => Command::TickHandover { exit, item: sent.slug("item")?, done: step == "tick" },
        "copy" => Command::RecordBackup { exit, de_identified: sent.is_ticked("de-identified") },
        "close" => Command::CloseExit { exit },
        _ => return Err(Problem::NotFound),
    })
}

/// Whether the one who looks takes part in settling exits by a power, or is the desk.
fn has(page: &Page<'_>, power: Power) -> bool {
    match page.viewer {
        Viewer::Desk => true,
        Viewer::Party(person) => has_power(page.state, person, power, page.today),
        Viewer::Public => false,
    }
}

/// Whether the one who looks sees more exits than their own.
pub(super) fn sees_list(page: &Page<'_>) -> bool {
    match page.viewer {
        Viewer::Desk => true,
        Viewer::Party(person) => settles(page.state, person, page.today),
        Viewer::Public => false,
    }
}

fn all(page: &Page<'_>) -> Result<(String, Markup), Problem> {
    if page.viewer == Viewer::Public {
        return Err(Problem::NotSignedIn);
    }
    Ok((page.words.text("exits").to_owned(), draw(page)))
}

fn draw(page: &Page<'_>) -> Markup {
    let words = page.words;
    let lead = html! { p class="lead" { (words.text("exits-lead")) } };
    let last_day = |exit: &&Exit| page.state.membership(exit.membership).and_then(|held| held.last_day());
    let (mut open, ended): (Vec<&Exit>, Vec<&Exit>) =
        exits_for(page.state, page.viewer, page.today).partition(|exit| exit.is_open());
    open.sort_by_key(|exit| (!is_late(page.state, exit, page.today), last_day(exit), exit.id));
    let without = if has(page, Power::KeepMembers) { without_exit(page) } else { Vec::new() };
    let settlements = page.rulebook.settlements().map(|rule| &**rule.cite);
    let cites = settlements.chain(page.rulebook.handovers().map(|rule| &**rule.cite));
    html! {
        (title(&html! {}, words.text("exits"), Some(&lead)))
        (passage(&notes(page.reader(), cites), &html! {
            @if open.is_empty() && ended.is_empty() { (empty(words.text("exits-none"))) }
            @if !open.is_empty() { ul class="list" { @for exit in &open { (line(page, exit)) } } }
        }))
        @if !without.is_empty() {
            (passage(&html! {}, &html! {
                h2 { (words.text("exits-to-open")) }
                @for held in &without {
                    @let label = words.text_with("exit-open-it", [("member", Argument::Membership(held.id))]);
                    (page.form(&Form::new(format!("{}/exits", page.base), Vec::new()).request().of("membership", held.id.to_string()).submit(&label)))
                }
            }))
        }
        @if !ended.is_empty() {
            (passage(&html! {}, &html! {
                h2 { (words.text("exits-over")) }
                ul class="list" { @for exit in &ended { (line(page, exit)) } }
            }))
        }
    }
}

/// The memberships that ended when no exit was opened, of classes with whom anything is settled.
fn without_exit<'a>(page: &Page<'a>) -> Vec<&'a Membership> {
    let all = page.state.memberships().map(|held| &**held).filter(|held| held.has_ended_by(page.today));
    all.filter(|held| {
        let class = held.latest_class().map(|(_, class)| class);
        class.is_some_and(|class| settled_with(page.rulebook, class).next().is_some())
            && page.state.exits().all(|exit| exit.membership != held.id)
    })
    .collect()
}

fn heading(page: &Page<'_>, membership: MembershipId) -> String {
    page.words.text_with("exit-title", [("member", Argument::Membership(membership))])
}

/// An exit as a line of a list.
pub(super) fn line(page: &Page<'_>, exit: &Exit) -> Markup {
    let words = page.words;
    let last = page.state.membership(exit.membership).and_then(|held| held.last_day());
    let waits: Vec<&str> = {
        let left = left(page.state, exit);
        let settled = (!left.is_settled()).then(|| words.text("exit-settlement"));
        let handed = (!left.to_hand_over.is_empty()).then(|| words.text("exit-handover"));
        settled.into_iter().chain(handed).filter(|_| exit.is_open()).collect()
    };
    html! {
        li class="row" {
            div {
                h2 { a href={ (page.base) "/exits/" (exit.id) } { (heading(page, exit.membership)) } }
                p class="small soft" {
                    @if let Some(last) = last { (words.text("exit-last-day")) (words.text("colon")) (words.date(last)) }
                    @for what in &waits { " · " (what) }
                }
            }
            (stands(page, exit))
        }
    }
}

fn stands(page: &Page<'_>, exit: &Exit) -> Markup {
    let words = page.words;
    match exit.ended.map(|(_, how)| how) {
        Some(ExitEnd::Closed) => badge(Tone::Yes, words.text("exit-closed")),
        Some(ExitEnd::Withdrawn) => badge(Tone::Plain, words.text("exit-withdrawn")),
        None if is_late(page.state, exit, page.today) => badge(Tone::No, words.text("exit-late-badge")),
        None => badge(Tone::Wait, words.text("exit-open")),
    }
}

/// What somebody finds on the page of a member whose vote they hold: a form for their notice, or what became
/// of it. Whoever may read the exit is led there.
pub(super) fn leaving(page: &Page<'_>, held: &Membership) -> Markup {
    let words = page.words;
    let readable = exits_for(page.state, page.viewer, page.today).find(|exit| exit.membership == held.id);
    let is_current = held.is_current_on(page.today);
    let is_theirs =
        page.viewer.person().is_some_and(|person| page.state.vote_is_held_by(held.id, person, page.today));
    let rule = held.class_on(page.today).and_then(|(_, class)| page.rulebook.notice(class));
    let link = readable.filter(|exit| exit.ended.is_none_or(|(_, how)| how == ExitEnd::Closed));
    if let Some(exit) = link {
        let last = held.last_day().filter(|_| held.leaves.is_some());
        return passage(
            &notes(page.reader(), rule.map(|rule| &**rule.cite)),
            &html! {
                @if let Some(last) = last { p { (words.text_with("leave-stands", [("day", last.into())])) } }
                p { a href={ (page.base) "/exits/" (exit.id) } { (words.text("exit-see")) } }
            },
        );
    }
    let Some(rule) = rule.filter(|_| is_current && is_theirs && held.last_day().is_none()) else {
        return html! {};
    };
    let earliest = page.today.saturating_add(jiff::ToSpan::days(i64::from(rule.rule.days_min)));
    let hint = words.text_with("leave-earliest", [("day", earliest.into())]);
    let parts = vec![
        Part::Plain(html! { p class="small soft" { (words.text("leave-lead")) } }),
        Part::Field(Field::new(Kind::Date, "last-day").hint(hint).scope(held.id.into())),
    ];
    let form = Form::new(format!("{}/members/{}/notice", page.base, held.party), parts)
        .request()
        .of("membership", held.id.to_string())
        .submit(words.text("leave-button"));
    passage(&notes(page.reader(), [&**rule.cite]), &page.folded(words.text("leave-title"), false, &form))
}
