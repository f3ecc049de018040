//! Somebody's own way in: what they are invited to read and to commit to, and that they may withdraw.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use rochdale_core::{
    agreements::{CommitmentAsked, commitments_asked},
    applicants::ApplicantStage,
    command::Command,
    message::Argument,
    standing::DutyStatus,
    values::{ApplicantId, PartyId, Slug},
};

use super::{standing::duty_badge, today};
use crate::{
    look::{Form, Place, notes, passage, prose},
    sent::Sent,
    visit::{Page, Visit},
};

/// Withdraws somebody's own application.
pub async fn withdraw(visit: Visit, Path((org, id)): Path<(String, u32)>, sent: Sent) -> Response {
    let address = format!("/{org}/today");
    let submitted = async {
        let command =
            Command::MoveApplicant { applicant: ApplicantId(id), to: ApplicantStage::Withdrawn, words: None };
        visit.submit(&org, sent.request()?, command).await
    };
    visit.led_back((&org, Place::Today, &address), &sent, submitted.await, today::of_reader)
}

/// What an invited person finds on their page of today.
pub(super) fn invitation(page: &Page<'_>, id: ApplicantId) -> Markup {
    let words = page.words;
    let known = page.state.applicant(id);
    let Some((applicant, invited)) = known.and_then(|known| Some((known, known.invited?))) else {
        return html! {};
    };
    let (party, class) = (invited.party(), &applicant.class);
    let asked = commitments_asked(page.state, page.rulebook, party, class, page.today);
    let is_done = asked.iter().all(|asked| asked.acknowledged.is_some());
    let named = [("class", Argument::Class(class.clone()))];
    let withdrawing = Form::new(format!("{}/joining/{id}/withdraw", page.base), Vec::new());
    let withdrawing = withdrawing.request().submit(words.text("joining-withdraw"));
    passage(
        &notes(page.reader(), asked.iter().map(|asked| &**asked.cite)),
        &html! {
            h2 { (words.text_with("joining-title", named)) }
            @if invited.organization.is_some() {
                p { (words.text_with("for-whom", [("member", Argument::Party(party))])) }
            }
            p { (words.text(if is_done { "joining-done" } else { "joining-what" })) }
            ul class="list" {
                @for asked in &asked {
                    li {
                        (stands(page, asked))
                        @if asked.acknowledged.is_none() { (commit(page, party, asked)) }
                    }
                }
            }
            (page.folded(words.text("joining-withdraw-title"), false, &withdrawing))
        },
    )
}

fn stands(page: &Page<'_>, asked: &CommitmentAsked<'_>) -> Markup {
    let words = page.words;
    let document = ("document", Argument::Named(asked.document.clone()));
    let says = match asked.acknowledged {
        Some(on) => {
            words.text_with("committed-to", [document, ("version", asked.version.into()), ("day", on.into())])
        }
        None => words.text_with("commit-to", [document, ("version", asked.version.into())]),
    };
    let status = if asked.acknowledged.is_some() { DutyStatus::Met } else { DutyStatus::Due };
    html! { div class="row" { span { (says) } (duty_badge(page, status)) } }
}

/// What a class asks a party to commit to, and whether they have.
pub(super) fn commitments(page: &Page<'_>, party: PartyId, class: &Slug) -> Markup {
    let asked = commitments_asked(page.state, page.rulebook, party, class, page.today);
    html! {
        @if asked.is_empty() { p class="soft" { (page.words.text("joining-nothing-asked")) } }
        @else { ul class="list" { @for asked in &asked { li { (stands(page, asked)) } } } }
    }
}

/// The document to commit to, to read on the spot, and the button below it.
pub(super) fn commit(page: &Page<'_>, party: PartyId, asked: &CommitmentAsked<'_>) -> Markup {
    let words = page.words;
    let text = page.state.document(asked.document).and_then(|known| known.version_on(page.today));
    let form = Form::new(format!("{}/today", page.base), Vec::new())
        .request()
        .of("party", party.to_string())
        .of("document", asked.document.as_str())
        .carrying("version", asked.version.to_string())
        .submit(words.text("commit"));
    html! {
        details class="why" open[page.is_tried(&form)] {
            summary { (words.text("read-and-commit")) }
            @if let Some(version) = text { (prose(&version.text)) }
            (page.form(&form))
        }
    }
}
