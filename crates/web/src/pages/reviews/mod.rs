//! Reviews: whose they are and how they stand, and for one member who guides, what others say, what was written.

mod member;
mod steps;

use std::collections::BTreeMap;

use axum::{
    extract::Path,
    response::{Html, Response},
};
use maud::{Markup, html};
use rochdale_core::{
    command::Command,
    membership::{Membership, ReviewDue, Right, has_right},
    offices::{Power, has_power},
    personal::Words,
    reviews::{Reviews, guide_on, is_asked, is_reviewed, reads, reviews_on, status},
    standing::DutyStatus,
    values::{MembershipId, PartyId, Slug},
};

use self::member::of_member;
use super::{members::party_link, standing::duty_badge};
use crate::{
    look::{Place, empty, notes, passage, title},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// What the fields for subjects are called in a form, before the subject.
pub(super) const SUBJECT: &str = "subject-";

/// The members whose reviews concern the one who looks.
pub async fn list(visit: Visit, Path(org): Path<String>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), |page| {
        let person = page.person()?;
        Ok((page.words.text("reviews").to_owned(), all(page, person)))
    })
}

/// The reviews of one member.
pub async fn show(visit: Visit, Path((org, id)): Path<(String, u32)>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), |page| of_member(page, MembershipId(id)))
}

/// Names a guide, gives feedback or writes a review: `guide`, `feedback` or `write`.
pub async fn take(visit: Visit, Path((org, id, step)): Path<(String, u32, String)>, sent: Sent) -> Response {
    let (address, membership) = (format!("/{org}/reviews/{id}"), MembershipId(id));
    let submitted = async {
        let command = match step.as_str() {
            "guide" => {
                let from = visit.read(&org, |page| Ok(page.today))?;
                Command::NameGuide { membership, person: sent.number("guide")?, from }
            }
            "feedback" => {
                let texts = BTreeMap::from([(Slug::new("text"), sent.words("seen"))]);
                let words = Words { texts, salt: visit.salt(&org, &sent)? };
                Command::GiveFeedback { membership, review: sent.number("review")?, words }
            }
            "write" => {
                let words = written(&visit, &org, &sent)?;
                Command::WriteReview { membership, review: sent.number("review")?, words }
            }
            _ => return Err(Problem::NotFound),
        };
        visit.submit(&org, sent.request()?, command).await
    };
    let submitted = submitted.await;
    visit.led_back((&org, Place::Today, &address), &sent, submitted, |page| of_member(page, membership))
}

/// The words of a form, by their subjects.
pub(super) fn written(visit: &Visit, org: &str, sent: &Sent) -> Result<Words, Problem> {
    let of_subject = |(name, text): &(String, String)| {
        Some((Slug::new(name.strip_prefix(SUBJECT)?), text.trim().to_owned()))
    };
    let texts = sent.fields().iter().filter_map(of_subject).collect();
    Ok(Words { texts, salt: visit.salt(org, sent)? })
}

/// Whether the reviews of a membership concern a person: they read them, name the guide, or are a member who
/// may say something towards them.
fn concern(page: &Page<'_>, held: &Membership, person: PartyId) -> bool {
    reads(page.state, held, person, page.today)
        || has_power(page.state, person, Power::KeepMembers, page.today)
        || has_right(page.state, person, Right::BeMember, None, page.today)
}

/// Whether the page of the reviews of a membership opens for the one who looks: it is reviewed today, or something
/// was written towards a review of it, which is kept after the training.
pub(super) fn opens(page: &Page<'_>, held: &Membership) -> bool {
    let is_written = |all: &Reviews| !all.written.is_empty() || !all.feedback.is_empty();
    let stands = is_reviewed(page.rulebook, held, page.today)
        || page.state.reviews(held.id).is_some_and(|all| is_written(all));
    stands && page.viewer.person().is_some_and(|person| concern(page, held, person))
}

fn all(page: &Page<'_>, person: PartyId) -> Markup {
    let words = page.words;
    let lead = html! { p class="lead" { (words.text("reviews-lead")) } };
    let reviewed = page
        .state
        .memberships_on(page.today)
        .filter(|held| is_reviewed(page.rulebook, held, page.today) && concern(page, held, person));
    let mut lines: Vec<(DutyStatus, String, Markup)> = reviewed
        .filter_map(|held| {
            let first = next(page, held)?;
            let (status, name) = (first.0, words.membership(held.id));
            Some((status, name.clone(), line(page, held, &name, &first)))
        })
        .collect();
    lines.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
    let cites: Vec<_> = page
        .rulebook
        .classes()
        .filter_map(|class| page.rulebook.review(&class.rule.id))
        .map(|review| &**review.cite)
        .collect();
    html! {
        (title(&html! {}, words.text("reviews"), Some(&lead)))
        (passage(&notes(page.reader(), cites), &html! {
            @if lines.is_empty() { (empty(words.text("reviews-none"))) }
            @else { ul class="list" { @for (_, _, line) in &lines { (line) } } }
        }))
    }
}

/// The review of a membership that is to be done first, with how it stands.
fn next<'a>(page: &'a Page<'_>, held: &Membership) -> Option<(DutyStatus, ReviewDue<'a>)> {
    let reviews = reviews_on(page.rulebook, held, page.today).into_iter();
    let stand =
        |review: ReviewDue<'a>| (status(page.state, page.rulebook, held, &review, page.today), review);
    reviews.map(stand).find(|(status, review)| is_asked(page.state, *status, review.due))
}

fn line(page: &Page<'_>, held: &Membership, name: &str, next: &(DutyStatus, ReviewDue<'_>)) -> Markup {
    let words = page.words;
    html! {
        li class="row" {
            div {
                h2 { a href={ (page.base) "/reviews/" (held.id) } { (name) } }
                p class="small soft" { (words.date(next.1.due)) " · " (words.text("review-guide")) (words.text("colon")) (guide(page, held)) }
            }
            (duty_badge(page, next.0))
        }
    }
}

/// A review that waits for its guide, as a line of the page of today.
pub(super) fn to_lead(page: &Page<'_>, id: MembershipId) -> Markup {
    let Some(held) = page.state.membership(id) else { return html! {} };
    html! { @if let Some(next) = next(page, held) { (line(page, held, &page.words.membership(id), &next)) } }
}

fn guide(page: &Page<'_>, held: &Membership) -> Markup {
    match guide_on(page.state, page.rulebook, held, page.today) {
        Some(guide) => party_link(page, guide),
        None => html! { (page.words.text("review-no-guide")) },
    }
}
