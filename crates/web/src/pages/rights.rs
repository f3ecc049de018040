//! What a member may do: in short on their page, and on any day, with the reasons, on a page of its own.

use axum::{
    extract::{Path, Query},
    response::Html,
};
use maud::{Markup, html};
use rochdale_core::{
    finding::{Answer, Finding},
    membership::{Membership, MembershipOn, Right, membership_on},
    message::Argument,
    rulebook::Citation,
    values::{MembershipId, PartyId, Slug},
};
use rochdale_words::Words;

use super::members::seen;
use crate::{
    look::{AsOf, Place, Text, Tone, as_of, badge, empty, notes, passage, reasons, title},
    problem::Problem,
    visit::{Page, Visit},
};

/// A right of a membership as of a day.
struct Held {
    membership: MembershipId,
    right: Right,
    /// On matters of this group, where the answer is not the same for all.
    group: Option<Slug>,
    answer: Answer,
}

impl Held {
    /// Where it stands on the page of rights.
    fn anchor(&self) -> String {
        let of_group = self.group.as_ref().map(|group| format!("-{group}")).unwrap_or_default();
        format!("{}{of_group}-{}", self.right.id(), self.membership)
    }

    /// What it is called.
    fn name(&self, words: &Words<'_>) -> String {
        let right = words.right(self.right);
        match &self.group {
            Some(group) => words.text_with(
                "right-on-group",
                [("right", right.into()), ("group", Argument::Group(group.clone()))],
            ),
            None => right.to_owned(),
        }
    }
}

/// The rights of a party's memberships on a day, each with its reasons.
pub async fn show(
    visit: Visit,
    Path((org, id)): Path<(String, u32)>,
    Query(wanted): Query<AsOf>,
) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Members), |page| draw(page, PartyId(id), &wanted))
}

fn draw(page: &Page<'_>, id: PartyId, wanted: &AsOf) -> Result<(String, Markup), Problem> {
    let party = seen(page, id)?;
    let words = page.words;
    let day = wanted.day(page.today)?;
    let heading = words.text_with("rights-title", [("name", Argument::Party(id))]);
    let kicker = html! { a href={ (page.base) "/members/" (id) } { (words.party(id)) } };
    let below = html! {
        p class="lead" { (words.text("rights-lead")) }
        (as_of(words, &format!("{}/members/{id}/rights", page.base), day, page.today))
    };
    let held = party.memberships.iter().filter_map(|id| page.state.membership(*id));
    let rulebook = page.state.rulebook_on(day).ok_or(Problem::NotFound)?;
    let current: Vec<MembershipOn<'_>> =
        held.filter_map(|held| membership_on(&rulebook, held, day)).collect();
    let body = html! {
        (title(&kicker, &heading, Some(&below)))
        @if current.is_empty() { (passage(&html! {}, &empty(words.text("no-membership")))) }
        @for on in &current { (with_reasons(page, on)) }
    };
    Ok((heading, body))
}

/// The rights of a membership on a day, with all that they rest on.
fn with_reasons(page: &Page<'_>, on: &MembershipOn<'_>) -> Markup {
    let words = page.words;
    let rights = rights(on);
    let found: Vec<Finding> = rights.iter().map(|right| on.may(right.right, right.group.as_ref())).collect();
    passage(
        &notes(page.reader(), found.iter().flat_map(cited)),
        &html! {
            h2 {
                (words.class(on.class))
                @if on.day != page.today { span class="soft" { " · " (words.date(on.day)) } }
            }
            ul class="list" {
                @for (right, finding) in rights.iter().zip(&found) {
                    li id=(right.anchor()) {
                        div class="row" { h3 { (right.name(words)) } (answer(page, right.answer)) }
                        (reasons(page.reader(), finding))
                    }
                }
            }
        },
    )
}

/// The clauses of a finding and of all that it rests on.
fn cited(finding: &Finding) -> Vec<&Citation> {
    finding.cites.as_deref().into_iter().chain(finding.of.iter().flat_map(cited)).collect()
}

/// On the page of a party: what a membership may do today, in short; nothing where it is not current.
pub(super) fn of_membership(page: &Page<'_>, held: &Membership) -> Markup {
    let Some(on) = membership_on(page.rulebook, held, page.today) else { return html! {} };
    let address = format!("{}/members/{}/rights", page.base, held.party);
    passage(
        &html! { p class="small soft" { (page.words.text("rights-lead")) } },
        &html! {
            h2 { (page.words.text("rights")) }
            ul class="list" {
                @for right in rights(&on) {
                    li class="row tight" {
                        a href={ (Text(&address)) "#" (Text(right.anchor())) } { (Text(right.name(page.words))) }
                        (answer(page, right.answer))
                    }
                }
            }
            p class="small" { a href=(address) { (page.words.text("rights-any-day")) } }
        },
    )
}

/// Every right that the bylaws speak of for a membership, with its answer. A right that is about matters is
/// asked for each group of matters where no rule speaks of all of them at once.
fn rights(on: &MembershipOn<'_>) -> Vec<Held> {
    let ask = |right: Right, group: Option<&Slug>| {
        let answer = on.answer(right, group);
        let speaks = answer != Answer::DoesNotApply;
        speaks.then(|| Held { membership: on.held.id, right, group: group.cloned(), answer })
    };
    let mut found = Vec::new();
    for right in Right::ALL.iter().copied() {
        match ask(right, None) {
            Some(whole) => found.push(whole),
            None => found.extend(on.rulebook.groups().filter_map(|group| ask(right, Some(&group.id)))),
        }
    }
    found
}

fn answer(page: &Page<'_>, answer: Answer) -> Markup {
    let (tone, key) = match answer {
        Answer::Yes => (Tone::Yes, "answer-yes"),
        Answer::No => (Tone::No, "answer-no"),
        Answer::NotYetKnown => (Tone::Wait, "answer-not-yet-known"),
        Answer::DoesNotApply => (Tone::Plain, "answer-does-not-apply"),
    };
    badge(tone, page.words.text(key))
}
