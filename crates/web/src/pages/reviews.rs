//! Reviews: whose they are and how they stand, and for one member who guides, what others say, what was written.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

use axum::{
    extract::Path,
    response::{Html, Response},
};
use jiff::civil::Date;
use maud::{Markup, html};
use rochdale_core::{
    command::Command,
    membership::{Membership, ReviewDue, Right, has_right},
    message::Argument,
    offices::{Power, has_power},
    personal::Words,
    reviews::{
        Feedback, Reviews, Written, being_confirmed, confirmed_by, confirms, guide_on, is_asked, is_reviewed,
        reads, reviews_on, status,
    },
    rulebook::Named,
    standing::DutyStatus,
    values::{MembershipId, PartyId, ProposalId, Slug},
};

use super::{members::party_link, proposals, standing::duty_badge};
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
    let person = page.person()?;
    let held = page.state.membership(id).filter(|held| opens(page, held)).ok_or(Problem::NotFound)?;
    let heading = page.words.text_with("reviews-of", [("member", Argument::Membership(id))]);
    Ok((heading.clone(), one(page, held, person, &heading)))
}

fn one(page: &Page<'_>, held: &Membership, person: PartyId, heading: &str) -> Markup {
    let words = page.words;
    let kicker = html! { a href={ (page.base) "/reviews" } { (words.text("reviews")) } };
    let is_reviewed = is_reviewed(page.rulebook, held, page.today);
    let mut rules = held.classes.iter().rev().filter_map(|(_, class, _)| page.rulebook.review(class));
    let cites = rules.find(|review| review.rule.led_by.is_some()).map(|review| &**review.cite);
    // What is to be done first stands first, and below it the others, the latest first.
    let first = next(page, held).map(|(_, review)| review.number);
    let mut reviews = reviews_on(page.rulebook, held, page.today);
    reviews.sort_by_key(|review| (Some(review.number) != first, Reverse(review.number)));
    html! {
        (title(&kicker, heading, None))
        (passage(&notes(page.reader(), cites), &html! {
            @if is_reviewed {
                (definitions(&[(words.text("review-guide"), guide(page, held))]))
                @if has_power(page.state, person, Power::KeepMembers, page.today) { (name_guide(page, held)) }
            }
            p class="small soft" { (words.text("review-readers")) }
        }))
        @if is_reviewed {
            @for review in &reviews {
                (passage(&html! {}, &of_review(page, held, review, Some(review.number) == first, person)))
            }
        }
        (past(page, held, person))
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
    let since = held.class_on(page.today).map_or(held.since(), |(since, _)| since);
    let said = Said::of(page, held, review.number, &(since..=Date::MAX), person);
    let stands = status(page.state, page.rulebook, held, review, page.today);
    let is_open = said.written.is_none_or(|written| written.confirmed.is_none());
    html! {
        (said.heading(page, held))
        div class="row" { span { (words.date(review.due)) } (duty_badge(page, stands)) }
        @match said.read {
            Some(written) => (written_review(page, &review.rule.rule.subjects, written)),
            None => p class="soft" { (words.text(unread(said.written))) },
        }
        (said.feedback(page))
        @if is_open {
            @match being_confirmed(page.state, held.id, review.number) {
                Some(proposal) => (confirming(page, proposal)),
                None => (steps(page, held, review, (said.written, is_first), person)),
            }
        }
    }
}

/// What was written of one review, as far as the one who looks may know of it.
struct Said<'a> {
    number: u32,
    /// The review, read or not.
    written: Option<&'a Written>,
    /// The review, for its readers.
    read: Option<&'a Written>,
    /// What others wrote towards it, for its readers and for each who wrote.
    feedback: Vec<&'a Feedback>,
}

impl<'a> Said<'a> {
    /// What was written of the review with this number on days of one stretch in a class.
    fn of(
        page: &Page<'a>,
        held: &Membership,
        number: u32,
        days: &RangeInclusive<Date>,
        person: PartyId,
    ) -> Self {
        let all = page.state.reviews(held.id);
        let reads = reads(page.state, held, person, page.today);
        let mut written = all.into_iter().flat_map(|all| all.written.iter().rev());
        let written = written.find(|one| one.review == number && days.contains(&one.on));
        let feedback = all.into_iter().flat_map(|all| &all.feedback);
        let feedback = feedback
            .filter(|one| one.review == number && days.contains(&page.state.date_of(one.at)))
            .filter(|one| one.by == person || reads);
        Self { number, written, read: written.filter(|_| reads), feedback: feedback.collect() }
    }

    fn heading(&self, page: &Page<'_>, held: &Membership) -> Markup {
        let numbered = [("member", Argument::Membership(held.id)), ("number", self.number.into())];
        html! { h2 { (page.words.text_with("review-title", numbered)) } }
    }

    fn feedback(&self, page: &Page<'_>) -> Markup {
        html! {
            @if !self.feedback.is_empty() {
                h3 { (page.words.text("review-feedback")) }
                ul class="list" { @for one in &self.feedback { (said(page, one)) } }
            }
        }
    }
}

/// That a proposal to confirm a review is open, for whoever may see the proposal.
fn confirming(page: &Page<'_>, proposal: ProposalId) -> Markup {
    let says = page.words.text_with("review-is-being-confirmed", [("proposal", proposal.into())]);
    let link = proposals::link_to(page, proposal, &says);
    html! { @if let Some(link) = link { p { (link) } } }
}

/// The reviews of trainings that are over, the latest first, as far as something was written towards them.
fn past(page: &Page<'_>, held: &Membership, person: PartyId) -> Markup {
    let Some(all) = page.state.reviews(held.id) else { return html! {} };
    let now = held.class_on(page.today).filter(|_| is_reviewed(page.rulebook, held, page.today));
    let ends = held.classes.iter().skip(1).map(|(next, _, _)| *next).chain([Date::MAX]);
    let over =
        held.classes.iter().zip(ends).filter(|((since, _, _), _)| now.is_none_or(|(now, _)| now != *since));
    let mut passages: Vec<Markup> = Vec::new();
    for ((since, class, _), end) in over {
        let days = *since..=end;
        let feedback = all.feedback.iter().map(|one| (one.review, page.state.date_of(one.at)));
        let texts = all.written.iter().map(|one| (one.review, one.on)).chain(feedback);
        let numbers: BTreeSet<u32> =
            texts.filter(|(_, on)| days.contains(on)).map(|(number, _)| number).collect();
        for number in numbers {
            let said = Said::of(page, held, number, &days, person);
            if said.written.is_some() || !said.feedback.is_empty() {
                passages.push(passage(&html! {}, &of_past(page, held, class, &said)));
            }
        }
    }
    html! { @for one in passages.iter().rev() { (one) } }
}

/// A review of a training that is over: nothing is left to be written of it.
fn of_past(page: &Page<'_>, held: &Membership, class: &Slug, said: &Said<'_>) -> Markup {
    // What it speaks of stands in the bylaws by which it was written.
    let rulebook = said.read.and_then(|written| page.state.rulebook_on(written.on));
    let rule = rulebook.as_ref().and_then(|rulebook| rulebook.review(class));
    let subjects = rule.map_or(&[][..], |review| &review.rule.subjects);
    let is_open = said.written.is_some_and(|written| written.confirmed.is_none());
    html! {
        (said.heading(page, held))
        @match (said.read, said.written) {
            (Some(written), _) => (written_review(page, subjects, written)),
            (None, Some(_)) => p class="soft" { (page.words.text(if is_open { "review-was-written" } else { "review-was-confirmed" })) },
            (None, None) => {}
        }
        (said.feedback(page))
        @if let Some(proposal) = being_confirmed(page.state, held.id, said.number).filter(|_| is_open) {
            (confirming(page, proposal))
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

fn written_review(page: &Page<'_>, subjects: &[Named], written: &Written) -> Markup {
    let words = page.words;
    let by = [("person", Argument::Party(written.by)), ("day", written.on.into())];
    html! {
        p class="small soft" {
            (words.text_with("review-written-by", by))
            @if let Some((on, _)) = written.confirmed { " · " (words.text_with("review-confirmed-on", [("day", on.into())])) }
        }
        @match page.state.words(written.words) {
            Some(said) => @for subject in subjects {
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
