//! The reviews of one member: the one to be done first, the others, and those of trainings that are over.

use std::{cmp::Reverse, collections::BTreeSet, ops::RangeInclusive};

use jiff::civil::Date;
use maud::{Markup, html};
use rochdale_core::{
    membership::{Membership, ReviewDue},
    message::Argument,
    offices::{Power, has_power},
    reviews::{Feedback, Written, being_confirmed, is_reviewed, reads, reviews_on, status},
    rulebook::Named,
    values::{MembershipId, PartyId, ProposalId, Slug},
};

use super::{
    guide, next, opens,
    steps::{name_guide, steps},
};
use crate::{
    look::{definitions, notes, passage, title, typed},
    pages::{members::party_link, proposals, standing::duty_badge},
    problem::Problem,
    visit::Page,
};

/// The page of the reviews of a membership.
pub(super) fn of_member(page: &Page<'_>, id: MembershipId) -> Result<(String, Markup), Problem> {
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
