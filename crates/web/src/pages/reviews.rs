//! Reviews: whose they are and how they stand, and for one member who guides, what others say, what was written.

use std::{cmp::Reverse, collections::BTreeMap};

use axum::{
    extract::Path,
    response::{Html, Response},
};
use maud::{Markup, html};
use rochdale_core::{
    command::Command,
    membership::{Membership, ReviewDue, Right, has_right},
    message::Argument,
    offices::{Power, has_power},
    personal::Words,
    reviews::{
        Feedback, Written, being_confirmed, confirmed_by, confirms, guide_on, is_asked, is_reviewed, reads,
        reviews_on, status,
    },
    standing::DutyStatus,
    values::{MembershipId, PartyId, Slug},
};

use super::{members::party_link, standing::duty_badge};
use crate::{
    look::{Field, Form, Kind, Part, Place, definitions, empty, notes, passage, title, typed},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// What the fields for subjects are called in a form, before the subject.
pub(super) const SUBJECT: &str = "subject-";

/// The members whose reviews concern the one who looks.
pub async fn list(visit: Visit, Path(org): Path<String>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), |page| {
        let person = signed_in(page)?;
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

fn signed_in(page: &Page<'_>) -> Result<PartyId, Problem> {
    page.viewer.person().ok_or(Problem::NotSignedIn)
}

/// Whether the reviews of a membership concern a person: they read them, name the guide, or are a member who
/// may say something towards them.
fn concern(page: &Page<'_>, held: &Membership, person: PartyId) -> bool {
    reads(page.state, held, person, page.today)
        || has_power(page.state, person, Power::KeepMembers, page.today)
        || has_right(page.state, person, Right::BeMember, None, page.today)
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
                p class="small soft" { (words.date(next.1.due)) " · " (words.text("review-guide")) ": " (guide(page, held)) }
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

fn of_member(page: &Page<'_>, id: MembershipId) -> Result<(String, Markup), Problem> {
    let person = signed_in(page)?;
    let held = page
        .state
        .membership(id)
        .filter(|held| is_reviewed(page.rulebook, held, page.today) && concern(page, held, person))
        .ok_or(Problem::NotFound)?;
    let heading = page.words.text_with("reviews-of", [("member", Argument::Membership(id))]);
    Ok((heading.clone(), one(page, held, person, &heading)))
}

fn one(page: &Page<'_>, held: &Membership, person: PartyId, heading: &str) -> Markup {
    let words = page.words;
    let kicker = html! { a href={ (page.base) "/reviews" } { (words.text("reviews")) } };
    let cites = held
        .class_on(page.today)
        .and_then(|(_, class)| page.rulebook.review(class))
        .map(|review| &**review.cite);
    // What is to be done first stands first, and below it the others, the latest first.
    let first = next(page, held).map(|(_, review)| review.number);
    let mut reviews = reviews_on(page.rulebook, held, page.today);
    reviews.sort_by_key(|review| (Some(review.number) != first, Reverse(review.number)));
    html! {
        (title(&kicker, heading, None))
        (passage(&notes(page.reader(), cites), &html! {
            (definitions(&[(words.text("review-guide"), guide(page, held))]))
            @if has_power(page.state, person, Power::KeepMembers, page.today) { (name_guide(page, held)) }
            p class="small soft" { (words.text("review-readers")) }
        }))
        @for review in &reviews {
            (passage(&html! {}, &of_review(page, held, review, Some(review.number) == first, person)))
        }
    }
}

fn name_guide(page: &Page<'_>, held: &Membership) -> Markup {
    let led_by =
        held.class_on(page.today).and_then(|(_, class)| page.rulebook.review(class)?.rule.led_by.as_ref());
    let options: Vec<(String, String)> = page
        .state
        .memberships_on(page.today)
        .filter(|one| one.class_on(page.today).map(|(_, class)| class) == led_by)
        .map(|one| (one.party.to_string(), page.words.party(one.party)))
        .collect();
    let parts = vec![Part::Field(Field::new(Kind::OneOf(options), "guide"))];
    let form = Form::new(format!("{}/reviews/{}/guide", page.base, held.id), parts)
        .request()
        .submit(page.words.text("review-guide-button"));
    page.folded(page.words.text("review-guide-name"), false, &form)
}

fn of_review(
    page: &Page<'_>,
    held: &Membership,
    review: &ReviewDue<'_>,
    is_first: bool,
    person: PartyId,
) -> Markup {
    let words = page.words;
    let all = page.state.reviews(held.id);
    let since = held.class_on(page.today).map_or(held.since(), |(since, _)| since);
    let written = all.and_then(|all| all.written(review.number, since));
    let feedback: Vec<&Feedback> = all
        .into_iter()
        .flat_map(|all| &all.feedback)
        .filter(|one| one.review == review.number && page.state.date_of(one.at) >= since)
        .filter(|one| one.by == person || reads(page.state, held, person, page.today))
        .collect();
    let stands = status(page.state, page.rulebook, held, review, page.today);
    let is_open = written.is_none_or(|written| written.confirmed.is_none());
    let shown = written.filter(|_| reads(page.state, held, person, page.today));
    let numbered = [("member", Argument::Membership(held.id)), ("number", review.number.into())];
    html! {
        h2 { (words.text_with("review-title", numbered)) }
        div class="row" { span { (words.date(review.due)) } (duty_badge(page, stands)) }
        @match shown {
            Some(written) => (written_review(page, review, written)),
            None => p class="soft" { (words.text(unread(written))) },
        }
        @if !feedback.is_empty() {
            h3 { (words.text("review-feedback")) }
            ul class="list" { @for one in &feedback { (said(page, one)) } }
        }
        @if is_open {
            @match being_confirmed(page.state, held.id, review.number) {
                Some(proposal) => p { a href={ (page.base) "/proposals/" (proposal) } { (words.text_with("review-is-being-confirmed", [("proposal", proposal.into())])) } },
                None => (steps(page, held, review, (written, is_first), person)),
            }
        }
    }
}

/// What whoever may not read a review is told of it.
fn unread(written: Option<&Written>) -> &'static str {
    match written {
        None => "review-nothing-written",
        Some(written) if written.confirmed.is_none() => "review-waits",
        Some(_) => "review-was-confirmed",
    }
}

fn written_review(page: &Page<'_>, review: &ReviewDue<'_>, written: &Written) -> Markup {
    let words = page.words;
    let by = [("person", Argument::Party(written.by)), ("day", written.on.into())];
    html! {
        p class="small soft" {
            (words.text_with("review-written-by", by))
            @if let Some((on, _)) = written.confirmed { " · " (words.text_with("review-confirmed-on", [("day", on.into())])) }
        }
        @match page.state.words(written.words) {
            Some(said) => @for subject in &review.rule.rule.subjects {
                h3 { (page.name(&subject.name)) }
                (typed(said.on(subject.id.as_str())))
            },
            None => p class="soft" { (words.text("review-words-erased")) },
        }
    }
}

fn said(page: &Page<'_>, feedback: &Feedback) -> Markup {
    html! {
        li {
            p class="small soft" { (party_link(page, feedback.by)) " · " (page.words.instant(feedback.at)) }
            @match page.state.words(feedback.words) {
                Some(said) => (typed(said.on("text"))),
                None => p class="soft" { (page.words.text("review-words-erased")) },
            }
        }
    }
}

fn steps(
    page: &Page<'_>,
    held: &Membership,
    review: &ReviewDue<'_>,
    (written, is_first): (Option<&Written>, bool),
    person: PartyId,
) -> Markup {
    let words = page.words;
    let class = held.class_on(page.today).map(|(_, class)| class);
    let form = |step: &str, parts, button| {
        Form::new(format!("{}/reviews/{}/{step}", page.base, held.id), parts)
            .request()
            .of("review", review.number.to_string())
            .submit(words.text(button))
    };
    let leads = guide_on(page.state, page.rulebook, held, page.today) == Some(person);
    let is_theirs =
        page.state.party(held.party).is_some_and(|party| party.is_acted_for_by(person, page.today));
    let seen = || vec![Part::Field(Field::new(Kind::Lines, "seen").scope(review.number))];
    let confirming = class.and_then(|class| confirmed_by(page.rulebook, class));
    let may_confirm =
        class.is_some_and(|class| confirms(page.state, page.rulebook, class, person, page.today));
    html! {
        @if leads {
            @let subjects: Vec<(String, &str)> = review.rule.rule.subjects.iter().map(|one| (format!("{SUBJECT}{}", one.id), page.name(&one.name))).collect();
            @let before = written.and_then(|written| page.state.words(written.words));
            @let parts = review.rule.rule.subjects.iter().zip(&subjects).map(|(subject, (name, called))| {
                let value = before.as_ref().map_or(String::new(), |said| said.on(subject.id.as_str()).to_owned());
                Part::Field(Field::new(Kind::Lines, name.clone()).called(*called).scope(review.number).value(value))
            });
            @let heading = if written.is_some() { "review-write-again" } else { "review-write" };
            (page.folded(words.text(heading), is_first && written.is_none(), &form("write", parts.collect(), "review-write-button")))
        }
        @if !leads && !is_theirs {
            (page.folded(words.text("review-feedback-give"), false, &form("feedback", seen(), "review-feedback-button")))
        }
        @if let Some(matter) = confirming.filter(|_| may_confirm && written.is_some()) {
            p { a href={ (page.base) "/proposals/new?matter=" (matter.rule.id) "&confirms=" (held.id) "." (review.number) } { (words.text("review-confirm")) } }
        }
    }
}
