//! Today: what waits for the one who looks, what the bylaws ask, what is open, and what comes next.

use axum::{
    extract::Path,
    response::{Html, Response},
};
use maud::{Markup, html};
use rochdale_core::{
    agreements::commitments_asked,
    command::Command,
    message::Argument,
    standing::{Duty, DutyStatus},
    today::{Today, today},
    values::{MembershipId, PartyId, ProposalId},
};

use super::{
    agreements, applicants, applications, joining,
    proposals::stage_badge,
    standing::{duty_list, duty_notes, has_channels, sees_list},
};
use crate::{
    look::{Place, clause_link, empty, notes, passage, title},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// The page of today of whoever is signed in.
pub async fn show(visit: Visit, Path(org): Path<String>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), of_reader)
}

pub(super) fn of_reader(page: &Page<'_>) -> Result<(String, Markup), Problem> {
    let person = page.person()?;
    let found = today(page.state, person, page.now);
    Ok((page.words.text("nav-today").to_owned(), draw(page, person, &found)))
}

/// Commits to a version of a document.
pub async fn acknowledge(visit: Visit, Path(org): Path<String>, sent: Sent) -> Response {
    let address = format!("/{org}/today");
    let submitted = commit_to(&visit, &org, &sent).await;
    visit.led_back((&org, Place::Today, &address), &sent, submitted, of_reader)
}

async fn commit_to(visit: &Visit, org: &str, sent: &Sent) -> Result<(), Problem> {
    let command = Command::AcknowledgeDocument {
        party: sent.number("party")?,
        document: sent.slug("document")?,
        version: sent.number("version")?,
    };
    visit.submit(org, sent.request()?, command).await?;
    Ok(())
}

fn draw(page: &Page<'_>, person: PartyId, today: &Today) -> Markup {
    let words = page.words;
    let greeting = words.text_with("today-greeting", [("name", Argument::Party(person))]);
    let below = |membership: MembershipId, duty: &Duty| {
        html! {
            (for_whom(page, person, membership))
            @if duty.status.is_asked_now() { (commit(page, membership, duty.finding.says.arguments.first())) }
        }
    };
    // What is met waits for nobody: it is there for whoever asks.
    let duties = today.duties.iter().map(|(membership, duty)| (*membership, duty));
    let (met, asked): (Vec<_>, Vec<_>) = duties.partition(|(_, duty)| duty.status == DutyStatus::Met);
    let next_cites: Vec<_> = today.next.iter().filter_map(|coming| coming.cites.as_deref()).collect();
    html! {
        (title(&html! { (words.weekday_date(page.today)) }, &greeting, None))
        @for id in &today.invitations { (joining::invitation(page, *id)) }
        (passage(&html! {}, &html! {
            h2 { (words.text("today-respond")) }
            @if today.to_respond.is_empty() { (empty(words.text("today-nothing-to-respond"))) }
            @else { ul class="list" { @for (proposal, membership) in &today.to_respond { (waiting(page, person, *proposal, *membership)) } } }
        }))
        @if !today.to_sign.is_empty() {
            (passage(&html! {}, &html! {
                h2 { (words.text("today-sign")) }
                ul class="list" { @for id in &today.to_sign { @if let Some(agreement) = page.state.agreement(*id) { (agreements::line(page, agreement)) } } }
            }))
        }
        @if !today.to_lead.is_empty() {
            (passage(&html! {}, &html! {
                h2 { (words.text("today-lead")) }
                ul class="list" { @for proposal in &today.to_lead { (line(page, *proposal)) } }
            }))
        }
        (passage(&duty_notes(page, today.duties.iter().map(|(_, duty)| duty)), &html! {
            h2 { (words.text("today-duties")) }
            @if !asked.iter().any(|(_, duty)| duty.status.is_ahead()) { (empty(words.text("today-no-duties"))) }
            (duty_list(page, asked.into_iter(), below))
            @if !met.is_empty() {
                details class="more" {
                    summary { (words.text_with("standing-met", [("count", (met.len() as u64).into())])) }
                    (duty_list(page, met.into_iter(), below))
                }
            }
            @if has_channels(page) { p class="small" { a href={ (page.base) "/channels" } { (words.text("today-channels")) } } }
            @if sees_list(page) { p class="small" { a href={ (page.base) "/standing" } { (words.text("today-behind")) } } }
        }))
        @if !today.applications.is_empty() {
            (passage(&notes(page.reader(), today.applications.iter().map(|one| &*one.cites)), &html! {
                h2 { (words.text("today-apply")) }
                @for one in &today.applications { (applications::one(page, one)) }
            }))
        }
        @if !today.applicants.is_empty() {
            (passage(&html! {}, &html! {
                h2 { a href={ (page.base) "/applicants" } { (words.text("today-applicants")) } }
                ul class="list" { @for id in &today.applicants { @if let Some(applicant) = page.state.applicant(*id) { (applicants::line(page, applicant)) } } }
            }))
        }
        @if !today.reviews.is_empty() {
            (passage(&html! {}, &html! {
                h2 { (words.text("today-reviews")) }
                ul class="list" { @for membership in &today.reviews { (super::reviews::to_lead(page, *membership)) } }
            }))
        }
        @if !today.exits.is_empty() {
            (passage(&html! {}, &html! {
                h2 { (words.text("today-exits")) }
                ul class="list" { @for id in &today.exits { @if let Some(exit) = page.state.exit(*id) { (super::exits::line(page, exit)) } } }
            }))
        }
        @if !today.cases.is_empty() {
            (passage(&html! {}, &html! {
                h2 { (words.text("today-cases")) }
                ul class="list" { @for id in &today.cases { @if let Some(case) = page.state.case(*id) { (super::cases::line(page, case)) } } }
            }))
        }
        @if !today.declarations.is_empty() {
            (passage(&html! {}, &html! {
                h2 { (words.text("today-declarations")) }
                ul class="list" { @for id in &today.declarations { @if let Some(known) = page.state.declaration(*id) { (super::declarations::line(page, known)) } } }
            }))
        }
        @if !today.assets.is_empty() {
            (passage(&html! {}, &html! {
                h2 { (words.text("today-assets")) }
                ul class="list" { @for id in &today.assets { @if let Some(asset) = page.state.asset(*id) { (super::assets::line(page, asset, page.today)) } } }
            }))
        }
        @if !today.open.is_empty() {
            (passage(&html! {}, &html! {
                h2 { (words.text("today-open")) }
                ul class="list" { @for proposal in &today.open { (line(page, *proposal)) } }
            }))
        }
        (passage(&notes(page.reader(), next_cites), &html! {
            h2 { (words.text("today-next")) }
            @if today.next.is_empty() { (empty(words.text("today-nothing-next"))) }
            @else {
                dl class="facts" {
                    @for coming in &today.next {
                        dt { (words.short_date(coming.day)) }
                        dd { (words.say(&coming.says)) @if let Some(cites) = &coming.cites { " " (clause_link(page.reader(), cites)) } }
                    }
                }
            }
        }))
        (rooms(page))
    }
}

/// Where else to go: the rooms that the bylaws of this co-op have, and one's own data.
fn rooms(page: &Page<'_>) -> Markup {
    let rooms = [
        (page.rulebook.agreements().next().is_some(), "/agreements", "agreements"),
        (page.rulebook.cases().next().is_some(), "/cases", "cases"),
        (page.rulebook.declarations().next().is_some(), "/declarations", "declarations"),
        (super::assets::has_register(page), "/assets", "assets-all"),
        (super::archive::has_archive(page), "/archive", "archive-all"),
        (true, "/account/kept", "kept-title"),
    ];
    passage(
        &html! {},
        &html! {
            h2 { (page.words.text("today-rooms")) }
            nav class="tags" aria-label=(page.words.text("today-rooms")) {
                @for (_, address, name) in rooms.iter().filter(|(is_here, _, _)| *is_here) {
                    a class="badge" href={ (page.base) (address) } { (page.words.text(name)) }
                }
            }
        },
    )
}

/// For which membership, where it is not one's own.
fn for_whom(page: &Page<'_>, person: PartyId, membership: MembershipId) -> Markup {
    let party = page.state.membership(membership).map(|held| held.party);
    html! {
        @if party != Some(person) {
            span class="soft" { " · " (page.words.text_with("for-whom", [("member", Argument::Membership(membership))])) }
        }
    }
}

fn waiting(page: &Page<'_>, person: PartyId, id: ProposalId, membership: MembershipId) -> Markup {
    let Some(proposal) = page.state.proposal(id) else { return html! {} };
    html! {
        li {
            div class="row" {
                h3 { a href={ (page.base) "/proposals/" (id) "#respond-" (membership) } { (proposal.draft.title) } }
                (stage_badge(page, proposal))
            }
            p class="small soft" {
                (page.words.matter(&proposal.draft.matter)) (for_whom(page, person, membership))
                @if let Some(vote) = &proposal.vote { " · " (page.words.text_with("closes", [("at", vote.closes.into())])) }
            }
        }
    }
}

fn line(page: &Page<'_>, id: ProposalId) -> Markup {
    let Some(proposal) = page.state.proposal(id) else { return html! {} };
    html! {
        li class="row" {
            h3 { a href={ (page.base) "/proposals/" (id) } { (proposal.draft.title) } }
            (stage_badge(page, proposal))
        }
    }
}

/// The document to commit to, to read on the spot, and the button below it.
fn commit(page: &Page<'_>, membership: MembershipId, document: Option<&Argument>) -> Markup {
    let Some(Argument::Named(document)) = document else { return html! {} };
    let Some(held) = page.state.membership(membership) else { return html! {} };
    let Some((_, class)) = held.class_on(page.today) else { return html! {} };
    let asked = commitments_asked(page.state, page.rulebook, held.party, class, page.today);
    let Some(asked) = asked.iter().find(|asked| asked.document == document) else { return html! {} };
    joining::commit(page, held.party, asked)
}
