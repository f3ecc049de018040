//! The page of one proposal.

use std::sync::Arc;

use axum::{extract::Path, response::Html};
use maud::{Markup, html};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use rochdale_core::{
    awaited::missing,
    command::Effect,
    membership::Right,
    message::Argument,
    proposals::{Proposal, Stage, matter},
    rulebook::Citation,
    sight::proposal_for,
    values::ProposalId,
};

use super::{amendment, ballots, count, discussion, lead, respond, roll, stage_badge};
use crate::{
    look::{Place, Text, clause_link, definitions, findings, notes, passage, title, typed},
    pages::{members::party_link, reviews},
    problem::Problem,
    visit::{Page, Visit},
};

pub async fn show(visit: Visit, Path((org, id)): Path<(String, u32)>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Proposals), |page| one(page, ProposalId(id), &visit))
}

/// The page of the proposal with this number.
pub(super) fn one(page: &Page<'_>, id: ProposalId, visit: &Visit) -> Result<(String, Markup), Problem> {
    let proposal = seen(page, id)?;
    Ok((proposal.draft.title.clone(), draw(page, proposal, visit)))
}

/// The proposal with this number, for whoever may see it.
pub(super) fn seen<'a>(page: &Page<'a>, id: ProposalId) -> Result<&'a Proposal, Problem> {
    let Some(proposal) = proposal_for(page.state, page.viewer, id, page.today) else {
        // Whoever may follow proposals is told that there is none; anybody else, what they lack.
        page.must_see(Right::Observe)?;
        return Err(Problem::NotFound);
    };
    Ok(proposal)
}

/// The head of a page about a part of a proposal, leading back to it.
pub(super) fn head_of(page: &Page<'_>, proposal: &Proposal, heading: &str) -> Markup {
    let back = html! { a href={ (page.base) "/proposals/" (proposal.id) } { (proposal.draft.title) } };
    title(&back, heading, None)
}

fn draw(page: &Page<'_>, proposal: &Proposal, visit: &Visit) -> Markup {
    let words = page.words;
    let number = words.text_with("proposal-number", [("number", u32::from(proposal.id).into())]);
    let kicker = html! { (Text(number)) " · " (Text(words.matter(&proposal.draft.matter))) };
    let below = html! {
        div class="tags" {
            (stage_badge(page, proposal))
            @if let Some(vote) = proposal.vote.as_ref().filter(|_| proposal.stage == Stage::Voting) {
                span class="small soft" { (Text(words.text_with("closes", [("at", vote.closes.into())]))) }
            }
        }
    };
    html! {
        (title(&kicker, &proposal.draft.title, Some(&below)))
        (passage(&notes(page.reader(), clauses(page, proposal).iter().map(|cites| &**cites)), &html! {
            (typed(&proposal.draft.text))
            (facts(page, proposal))
        }))
        @if let Effect::AdoptEdition { rulebook } = &proposal.draft.effect { (amendment::changes(page, rulebook)) }
        (count::verdict_of(page, proposal))
        (waiting(page, proposal))
        (respond::form(page, proposal))
        (count::standing(page, proposal))
        (discussion::rounds(page, proposal))
        (ballots::of_proposal(page, proposal))
        (discussion::disclosures(page, proposal))
        (roll::roll(page, proposal))
        (lead::steps(page, proposal))
        @if proposal.is_open() { (share(page, proposal, visit)) }
    }
}

/// What a carried proposal waits for, outside the decision, and where to see to it.
fn waiting(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let waits = page.state.awaited_effects().any(|waiting| waiting.id == proposal.id);
    let missing = if waits { missing(page.state, proposal, page.today) } else { Vec::new() };
    if missing.is_empty() {
        return html! {};
    }
    let party = match proposal.draft.effect {
        Effect::Admit { party } => Some(party),
        Effect::ChangeClass { membership } => page.state.membership(membership).map(|held| held.party),
        _ => None,
    };
    let cites = missing.iter().filter_map(|finding| finding.cites.as_deref());
    html! {
        (passage(&notes(page.reader(), cites), &html! {
            h2 { (page.words.text("awaited")) }
            (findings(page.reader(), &missing))
            @if let Some(party) = party { p { (party_link(page, party)) } }
        }))
    }
}

/// The clauses that rule the proposal: of its kind of matter, of the decision, and of the window.
fn clauses(page: &Page<'_>, proposal: &Proposal) -> Vec<Arc<Citation>> {
    let rulebook = proposal.ruled_by(page.state, page.rulebook);
    let Some(matter) = matter(page.state, rulebook, &proposal.draft.matter) else { return Vec::new() };
    let decision = rulebook.decision(&matter.decision).map(|rule| Arc::clone(rule.cite));
    let window = rulebook
        .window(&matter.group)
        .filter(|rule| rule.rule.days_min > 0)
        .map(|rule| Arc::clone(rule.cite));
    std::iter::once(matter.cite).chain(decision).chain(window).collect()
}

fn facts(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let words = page.words;
    let mut items: Vec<(&str, Markup)> = vec![(words.text("author"), party_link(page, proposal.author))];
    let rulebook = proposal.ruled_by(page.state, page.rulebook);
    if let Some(rule) = matter(page.state, rulebook, &proposal.draft.matter) {
        items.push((
            words.text("group"),
            html! { (Text(words.group(&rule.group))) " " (clause_link(page.reader(), &rule.cite)) },
        ));
        if let Some(decision) = rulebook.decision(&rule.decision) {
            items.push((
                words.text("decided-by"),
                html! { (Text(page.name(&decision.rule.name))) " " (clause_link(page.reader(), decision.cite)) },
            ));
        }
    }
    match &proposal.draft.effect {
        Effect::Nothing => {}
        Effect::Admit { party } => items.push((words.text("effect-admits"), party_link(page, *party))),
        Effect::ChangeClass { membership } => {
            items.push((words.text("effect-changes-class"), html! { (words.membership(*membership)) }))
        }
        Effect::ConfirmReview { membership, review } => {
            let which = [("member", Argument::Membership(*membership)), ("number", (*review).into())];
            let says = words.text_with("effect-confirms-review", which);
            let opens = page.state.membership(*membership).is_some_and(|held| reviews::opens(page, held));
            let review = html! {
                @if opens { a href={ (page.base) "/reviews/" (membership) } { (says) } } @else { (says) }
            };
            items.push((words.text("effect-confirms"), review));
        }
        Effect::DecideDeclaration { declaration } => {
            let which = super::super::declarations::called(page, *declaration);
            items.push((words.text("effect-decides"), which));
        }
        Effect::PauseTraining { membership, from, until } => {
            let days = [
                ("member", Argument::Membership(*membership)),
                ("from", (*from).into()),
                ("until", (*until).into()),
            ];
            items
                .push((words.text("effect-pauses"), html! { (words.text_with("effect-pauses-days", days)) }));
        }
        Effect::ChangeTerms { agreement } => {
            let known = page.state.agreement(*agreement);
            let with = known.map(|known| page.words.party(known.party)).unwrap_or_default();
            let link = html! { a href={ (page.base) "/agreements/" (agreement) } { (with) } };
            items.push((words.text("effect-terms"), link));
        }
        Effect::Suspend { membership, from, until } => {
            let days = [
                ("member", Argument::Membership(*membership)),
                ("from", (*from).into()),
                ("until", (*until).into()),
            ];
            items.push((
                words.text("effect-suspends"),
                html! { (words.text_with("effect-suspends-days", days)) },
            ));
        }
        Effect::AllowBackup { membership } => {
            items.push((words.text("effect-allows-backup"), html! { (words.membership(*membership)) }))
        }
        Effect::EndMembership { membership } => {
            items.push((words.text("effect-ends"), html! { (words.membership(*membership)) }))
        }
        Effect::NameMatter { name, .. } => items.push((words.text("effect-names"), html! { (name) })),
        Effect::AdoptEdition { .. } => {
            items.push((words.text("effect-adopts"), html! { (words.text("nav-bylaws")) }))
        }
    }
    if let Some(owner) = proposal.draft.owner {
        items.push((words.text("owner"), party_link(page, owner)));
    }
    if let Some(deadline) = proposal.draft.deadline {
        items.push((words.text("deadline"), html! { (words.date(deadline)) }));
    }
    if let Some(opened) = proposal.opened {
        items.push((words.text("opened-at"), html! { (Text(words.instant(opened))) }));
    }
    if let Some(edition) = proposal.edition {
        items.push((
            words.text("ruled-by"),
            html! { (Text(words.text_with("edition", [("edition", edition.into())]))) },
        ));
    }
    definitions(&items)
}

/// A link to hand on, and WhatsApp with the words ready. Nothing is fetched from there: it is a link.
fn share(page: &Page<'_>, proposal: &Proposal, visit: &Visit) -> Markup {
    let words = page.words;
    let link = format!("{}{}/proposals/{}", visit.origin, page.base, proposal.id);
    let text = words.text_with(
        "share-text",
        [("title", proposal.draft.title.as_str().into()), ("link", link.as_str().into())],
    );
    let text = percent(&text);
    html! {
        (passage(&html! {}, &html! {
            h2 { (Text(words.text("share"))) }
            p class="actions" {
                a class="button quiet" rel="noopener noreferrer" href={ "https://wa.me/?text=" (Text(&text)) } { "WhatsApp" }
                a class="button quiet" href={ "mailto:?subject=" (Text(percent(&proposal.draft.title))) "&body=" (Text(&text)) } { (Text(words.text("share-mail"))) }
            }
            p class="small" { (Text(words.text("share-link"))) " " code { (Text(link)) } }
        }))
    }
}

/// The text as part of an address.
fn percent(text: &str) -> String {
    /// All but what every address may hold as it is (RFC 3986, 2.3).
    const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    let mut encoded = String::with_capacity(2 * text.len());
    encoded.extend(utf8_percent_encode(text, RESERVED));
    encoded
}
