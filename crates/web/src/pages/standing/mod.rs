//! Standing: how a member stands on any day, who is behind, and the channels.

mod behind;
mod channels;
mod member;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};
use jiff::civil::Date;
use maud::{Markup, html};
use rochdale_core::{
    message::Argument,
    standing::{Duty, DutyStatus, reads_reason},
    values::MembershipId,
};

pub(super) use behind::sees_list;
pub(super) use channels::has_channels;
pub(super) use member::of_membership;

use crate::{
    look::{Text, Tone, badge, clause_link, notes, why},
    site::Site,
    visit::Page,
};

/// The routes of standing.
pub fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/{org}/standing", get(behind::show).post(behind::remind))
        .route("/{org}/channels", get(channels::show))
        .route("/{org}/channels/{step}", post(channels::take))
        .route("/{org}/members/{id}/standing", get(member::show))
        .route("/{org}/members/{id}/standing/{step}", post(member::take))
}

/// How a duty stands, as a badge.
pub fn duty_badge(page: &Page<'_>, status: DutyStatus) -> Markup {
    let (tone, key) = match status {
        DutyStatus::Late => (Tone::No, "duty-late"),
        DutyStatus::Due => (Tone::No, "duty-due"),
        DutyStatus::Coming => (Tone::Wait, "duty-coming"),
        DutyStatus::Met => (Tone::Yes, "duty-met"),
        DutyStatus::Waived => (Tone::Plain, "duty-waived"),
        DutyStatus::NotYetKnown => (Tone::Wait, "duty-unknown"),
    };
    badge(tone, page.words.text(key))
}

/// The margin of duties: the clauses that ask what waits or will.
pub fn duty_notes<'d>(page: &Page<'_>, duties: impl Iterator<Item = &'d Duty>) -> Markup {
    let ahead = duties.filter(|duty| duty.status.is_ahead());
    notes(page.reader(), ahead.filter_map(|duty| duty.finding.cites.as_deref()))
}

/// What is asked, its clause and its day, as a line; the reason of a waiver for those who read it.
pub fn duty_line(page: &Page<'_>, membership: MembershipId, duty: &Duty) -> Markup {
    let words = page.words;
    // Some sentences have the day in them already.
    let is_said = |day: &Date| duty.finding.says.arguments.contains(&Argument::Date(*day));
    let is_open = !matches!(duty.status, DutyStatus::Met | DutyStatus::Waived);
    let day = duty.day.filter(|day| is_open && !is_said(day));
    let held = page.state.membership(membership);
    let waiver = duty
        .waiver
        .as_ref()
        .zip(held)
        .filter(|(_, held)| reads_reason(page.state, page.viewer, held, page.today));
    html! {
        span {
            (Text(words.say(&duty.finding.says)))
            @if let Some(day) = day { span class="soft" { " · " (Text(words.text_with("duty-by", [("day", day.into())]))) } }
            @if duty.is_encouraged { span class="soft" { " · " (words.text("duty-encouraged")) } }
            @if let Some(cites) = &duty.finding.cites { " " (clause_link(page.reader(), cites)) }
            @if let Some(waiver) = &duty.waiver {
                div class="small soft" { (words.text_with("waived-through", [("day", waiver.until.into())])) }
            }
            @if let Some((waiver, _)) = waiver {
                div class="small" {
                    @match page.state.words(waiver.words) {
                        Some(said) => (words.text_with("waiver-reason-said", [("reason", said.on("text").into())])),
                        None => (words.text("waiver-erased")),
                    }
                }
            }
        }
    }
}

/// Duties as a list: what waits or will, then what is done, and apart, folded, what is waived or not yet known.
/// `below` is what stands below one that waits.
pub fn duty_list<'d>(
    page: &Page<'_>,
    duties: impl Iterator<Item = (MembershipId, &'d Duty)>,
    below: impl Fn(MembershipId, &Duty) -> Markup,
) -> Markup {
    let words = page.words;
    let (asked, apart): (Vec<_>, Vec<_>) =
        duties.partition(|(_, duty)| !matches!(duty.status, DutyStatus::Waived | DutyStatus::NotYetKnown));
    let item = |(membership, duty): &(MembershipId, &Duty)| {
        html! {
            li {
                div class="row" { (duty_line(page, *membership, duty)) (duty_badge(page, duty.status)) }
                (below(*membership, duty))
            }
        }
    };
    html! {
        @if !asked.is_empty() { ul class="list" { @for one in &asked { (item(one)) } } }
        @if !apart.is_empty() {
            details class="more" {
                summary { (words.text_with("standing-apart", [("count", (apart.len() as u64).into())])) }
                ul class="list" {
                    @for one in &apart { (item(one)) }
                }
            }
        }
    }
}

/// Whether a membership is in good standing, as a badge with its reasons; nothing where the bylaws do not say.
fn good(page: &Page<'_>, found: &rochdale_core::finding::Finding) -> Markup {
    use rochdale_core::finding::{Answer, Value};
    let words = page.words;
    let (tone, key) = match found.value {
        Value::Answer(Answer::Yes) => (Tone::Yes, "standing-good"),
        Value::Answer(Answer::No) => (Tone::No, "standing-not-good"),
        _ => return html! {},
    };
    html! {
        div class="tags" { (badge(tone, words.text(key))) }
        (why(page.reader(), found))
    }
}
