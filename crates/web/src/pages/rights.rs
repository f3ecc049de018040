//! What a member may do: in short on their page, and on any day, with the reasons, on a page of its own.

use axum::{
    extract::{Path, Query},
    response::Html,
};
use jiff::civil::Date;
use maud::{Markup, html};
use rochdale_core::{
    finding::{Answer, Finding, Value},
    membership::{Membership, Right, may},
    message::Argument,
    rulebook::Citation,
    values::{MembershipId, PartyId, Slug},
};
use rochdale_words::Words;

use super::members::seen;
use crate::{
    look::{AsOf, Place, Tone, as_of, badge, empty, notes, passage, reasons, title},
    problem::Problem,
    visit::{Page, Visit},
};

/// A right of a membership as of a day.
struct Held {
    membership: MembershipId,
    right: Right,
    /// On matters of this group, where the answer is not the same for all.
    group: Option<Slug>,
    finding: Finding,
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
    let day = wanted.day(page.today);
    let heading = words.text_with("rights-title", [("name", Argument::Party(id))]);
    let kicker = html! { a href={ (page.base) "/members/" (id) } { (words.party(id)) } };
    let below = html! {
        p class="lead" { (words.text("rights-lead")) }
        (as_of(words, &format!("{}/members/{id}/rights", page.base), day, page.today))
    };
    let held = party.memberships.iter().filter_map(|id| page.state.membership(*id));
    let current: Vec<&Membership> = held.filter(|held| held.is_current_on(day)).map(|held| &**held).collect();
    let body = html! {
        (title(&kicker, &heading, Some(&below)))
        @if current.is_empty() { (passage(&html! {}, &empty(words.text("no-membership")))) }
        @for held in current { (with_reasons(page, held, day)) }
    };
    Ok((heading, body))
}

/// The rights of a membership on a day, with all that they rest on.
fn with_reasons(page: &Page<'_>, held: &Membership, day: Date) -> Markup {
    let words = page.words;
    let rights = rights(page, held, day);
    let class = held.class_on(day).map(|(_, class)| words.class(class)).unwrap_or_default();
    let cites = rights.iter().flat_map(|right| cited(&right.finding));
    passage(
        &notes(page.reader(), cites),
        &html! {
            h2 { (class) @if day != page.today { span class="soft" { " · " (words.date(day)) } } }
            ul class="list" {
                @for right in &rights {
                    li id=(right.anchor()) {
                        div class="row" { h3 { (right.name(words)) } (answer(page, &right.finding)) }
                        (reasons(page.reader(), &right.finding))
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

/// On the page of a party: what a membership may do today, in short.
pub(super) fn of_membership(page: &Page<'_>, held: &Membership) -> Markup {
    let address = format!("{}/members/{}/rights", page.base, held.party);
    passage(
        &html! { p class="small soft" { (page.words.text("rights-lead")) } },
        &html! {
            h2 { (page.words.text("rights")) }
            ul class="list" {
                @for right in rights(page, held, page.today) {
                    li class="row tight" {
                        a href={ (address) "#" (right.anchor()) } { (right.name(page.words)) }
                        (answer(page, &right.finding))
                    }
                }
            }
            p class="small" { a href=(address) { (page.words.text("rights-any-day")) } }
        },
    )
}

/// Every right that the bylaws speak of for a membership, with the answer of a day. A right that is
/// about matters is asked for each group of matters where no rule speaks of all of them at once.
fn rights(page: &Page<'_>, held: &Membership, day: Date) -> Vec<Held> {
    let ask = |right: Right, group: Option<&Slug>| {
        let finding = may(page.state, held.id, right, group, day);
        let speaks = finding.value != Value::Answer(Answer::DoesNotApply);
        speaks.then(|| Held { membership: held.id, right, group: group.cloned(), finding })
    };
    let rulebook = page.state.rulebook_on(day);
    let mut found = Vec::new();
    for right in Right::ALL.iter().copied() {
        match ask(right, None) {
            Some(whole) => found.push(whole),
            None => {
                let groups = rulebook.iter().flat_map(|rulebook| rulebook.groups());
                found.extend(groups.filter_map(|group| ask(right, Some(&group.id))));
            }
        }
    }
    found
}

fn answer(page: &Page<'_>, finding: &Finding) -> Markup {
    let (tone, key) = match finding.value {
        Value::Answer(Answer::Yes) => (Tone::Yes, "answer-yes"),
        Value::Answer(Answer::No) => (Tone::No, "answer-no"),
        Value::Answer(Answer::NotYetKnown) => (Tone::Wait, "answer-not-yet-known"),
        _ => (Tone::Plain, "answer-does-not-apply"),
    };
    badge(tone, page.words.text(key))
}
