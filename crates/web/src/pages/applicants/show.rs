//! One applicant: what they sent, what happened, and what can be done next.

use axum::{extract::Path, response::Html};
use maud::{Markup, html};
use rochdale_core::{
    applicants::{Applicant, EMAIL, Happening, NAME, ORGANIZATION, PLACE, REACH, TEXT, What},
    command::By,
    message::Argument,
    values::{ApplicantId, Slug},
};

use super::{called, must_answer, stage_key, steps, tone};
use crate::{
    look::{Place, badge, definitions, notes, passage, title, typed},
    pages::{joining, members::party_link},
    problem::Problem,
    visit::{Page, Visit},
};

/// One applicant.
pub async fn show(visit: Visit, Path((org, id)): Path<(String, u32)>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Members), |page| one(page, ApplicantId(id)))
}

/// The title of an applicant's page and what stands on it, for whoever answers applicants.
pub(super) fn one(page: &Page<'_>, id: ApplicantId) -> Result<(String, Markup), Problem> {
    must_answer(page)?;
    let applicant = page.state.applicant(id).ok_or(Problem::NotFound)?;
    Ok((called(page, applicant), draw(page, applicant)))
}

fn draw(page: &Page<'_>, applicant: &Applicant) -> Markup {
    let words = page.words;
    let kicker = html! { a href={ (page.base) "/applicants" } { (words.text("applicants")) } };
    let age = [("days", applicant.age_on(page.state, page.today).into())];
    let waits = [("days", applicant.waits_on(page.state, page.today).into())];
    let tags = html! {
        div class="tags" {
            (badge(tone(applicant.stage.0), words.text(stage_key(applicant.stage.0))))
            span class="small soft" { (words.text_with("applicant-at-stage", waits)) " · " (words.text_with("applicant-sent", age)) }
        }
    };
    let cites = page.rulebook.interest(&applicant.class).map(|rule| &**rule.cite);
    html! {
        (title(&kicker, &called(page, applicant), Some(&tags)))
        (passage(&notes(page.reader(), cites), &html! {
            h2 { (words.text("applicant-form")) }
            (form(page, applicant))
        }))
        @if let Some(invited) = applicant.invited {
            (passage(&html! {}, &html! {
                h2 { (words.text("applicant-commits")) }
                (joining::commitments(page, invited.party(), &applicant.class))
                p { (party_link(page, invited.person)) @if let Some(organization) = invited.organization { " · " (party_link(page, organization)) } }
            }))
        }
        (passage(&html! {}, &html! {
            h2 { (words.text("applicant-happened")) }
            ul class="list" { @for happening in &applicant.happenings { (happened(page, happening)) } }
        }))
        (steps::passages(page, applicant))
    }
}

/// What they wrote, question by question.
fn form(page: &Page<'_>, applicant: &Applicant) -> Markup {
    let words = page.words;
    let Some(said) = applicant.said(page.state) else {
        return html! { p class="soft" { (words.text("applicant-form-erased")) } };
    };
    let kind = applicant.kind.as_ref().map(|kind| format!(", {}", words.named(kind))).unwrap_or_default();
    let asks_for = html! { (words.class(&applicant.class)) (kind) };
    let person = if said.on(ORGANIZATION).is_empty() { "interest-name" } else { "interest-representative" };
    let mut items = vec![(words.text("applicant-asks-for"), asks_for)];
    let lines = [
        (ORGANIZATION, "interest-organization"),
        (NAME, person),
        (EMAIL, "interest-email"),
        (REACH, "interest-reach"),
        (PLACE, "interest-place"),
    ];
    let answered = lines.into_iter().filter(|(asked, _)| !said.on(asked).is_empty());
    items.extend(answered.map(|(asked, key)| (words.text(key), html! { (said.on(asked)) })));
    let known = |asked: &Slug| lines.iter().any(|(line, _)| *line == asked.as_str());
    // In the order of the form; what an earlier form asked comes after, and what was added freely comes last.
    let rule = page.rulebook.interest(&applicant.class);
    let place = |asked: &Slug| {
        let place = rule.and_then(|rule| rule.rule.asks.iter().position(|one| one.id == *asked));
        (asked.as_str() == TEXT, place.unwrap_or(usize::MAX))
    };
    let mut answers: Vec<_> = said.texts.iter().filter(|(asked, _)| !known(asked)).collect();
    answers.sort_by_key(|(asked, _)| place(asked));
    html! {
        (definitions(&items))
        @for (asked, answer) in answers {
            h3 { @if asked.as_str() == TEXT { (words.text("interest-text")) } @else { (words.named(asked)) } }
            p class="written" { (answer) }
        }
    }
}

fn happened(page: &Page<'_>, happening: &Happening) -> Markup {
    let words = page.words;
    let by = match happening.by {
        By::Party(party) => words.party(party),
        By::Desk => words.text("the-desk").to_owned(),
        By::Clock => words.text("the-clock").to_owned(),
        By::Visitor => words.text("the-visitor").to_owned(),
    };
    let what = match happening.what {
        What::Moved(stage) => {
            words.text_with("applicant-moved", [("stage", words.text(stage_key(stage)).to_owned().into())])
        }
        What::Assigned(owner) => words.text_with("applicant-assigned", [("person", Argument::Party(owner))]),
        What::Noted => words.text("applicant-noted").to_owned(),
    };
    html! {
        li {
            p { (what) " " span class="small soft" { (by) " · " (words.instant(happening.at)) } }
            @if let Some(id) = happening.words {
                @match page.state.words(id) {
                    Some(said) => (typed(said.on("text"))),
                    None => p class="soft" { (words.text("case-words-erased")) },
                }
            }
        }
    }
}
