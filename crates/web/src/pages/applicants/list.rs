//! The inbox itself.

use axum::{
    extract::{Path, Query},
    response::Html,
};
use maud::{Markup, html};
use rochdale_core::applicants::{Applicant, ApplicantStage, waiting_at};
use serde::Deserialize;

use super::{called, must_answer, stage_key, tone};
use crate::{
    look::{Column, Pages, Place, badge, empty, notes, passage_wide, table, title},
    problem::Problem,
    visit::{Page, Visit},
};

/// How many applicants stand on a page.
const APPLICANTS_A_PAGE: usize = 50;

/// Which applicants to show.
#[derive(Deserialize)]
pub struct Wanted {
    /// The page, counted from 1.
    page: Option<usize>,
    /// A stage; those who still ask to come in, where none is given.
    stage: Option<String>,
}

/// Who waits, and who waited.
pub async fn list(
    visit: Visit,
    Path(org): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Members), |page| {
        must_answer(page)?;
        Ok((page.words.text("applicants").to_owned(), draw(page, &wanted)))
    })
}

fn draw(page: &Page<'_>, wanted: &Wanted) -> Markup {
    let words = page.words;
    let chosen = wanted.stage.as_deref().and_then(ApplicantStage::from_id);
    let stages: Vec<ApplicantStage> = ApplicantStage::ALL
        .iter()
        .copied()
        .filter(|stage| chosen.map_or(stage.is_open(), |chosen| chosen == *stage))
        .collect();
    let mut waiting: Vec<&Applicant> =
        stages.into_iter().flat_map(|stage| waiting_at(page.state, stage)).collect();
    if chosen.is_some_and(|stage| !stage.is_open()) {
        waiting.reverse();
    }
    let pages = Pages::of(waiting.len(), APPLICANTS_A_PAGE, wanted.page);
    let rows: Vec<Vec<Markup>> = pages.cut(&waiting).map(|applicant| row(page, applicant)).collect();
    let headings = ["applicant", "applicant-asks-for", "applicant-stage", "applicant-age", "applicant-owner"];
    let columns = headings.map(|key| Column::of_words(words.text(key)));
    let asked = [("stage", chosen.map_or("", |stage| stage.id()))];
    let caption = words.text_with("applicants-count", [("count", (waiting.len() as u64).into())]);
    let kicker = html! { a href={ (page.base) "/members" } { (words.text("nav-members")) } };
    let lead = html! {
        p class="lead" { (words.text("applicants-lead")) }
        p { a href={ (page.base) "/commitments" } { (words.text("commitments")) } }
    };
    let open = ApplicantStage::ALL.iter().filter(|stage| stage.is_open());
    let open: usize = open.map(|stage| waiting_at(page.state, *stage).len()).sum();
    html! {
        (title(&kicker, words.text("applicants"), Some(&lead)))
        (passage_wide(&notes(page.reader(), page.rulebook.interests().map(|rule| &**rule.cite)), &html! {
            nav class="tags filter" aria-label=(words.text("applicant-stage")) {
                (filter(page, None, chosen, open))
                @for stage in ApplicantStage::ALL { (filter(page, Some(*stage), chosen, waiting_at(page.state, *stage).len())) }
            }
            @if rows.is_empty() { (empty(words.text("applicants-none"))) }
            @else { (table(&caption, &columns, &rows)) }
            (pages.links(words, &format!("{}/applicants", page.base), &asked))
        }))
    }
}

fn filter(
    page: &Page<'_>,
    stage: Option<ApplicantStage>,
    chosen: Option<ApplicantStage>,
    count: usize,
) -> Markup {
    let (address, key) = match stage {
        Some(stage) => (format!("{}/applicants?stage={}", page.base, stage.id()), stage_key(stage)),
        None => (format!("{}/applicants", page.base), "applicants-open"),
    };
    let current = (stage == chosen).then_some("true");
    html! { a class="badge" href=(address) aria-current=[current] { (page.words.text(key)) " " span class="number" { (page.words.count(count as u64)) } } }
}

fn row(page: &Page<'_>, applicant: &Applicant) -> Vec<Markup> {
    let words = page.words;
    let days = |days: i64| words.text_with("applicant-days", [("days", days.into())]);
    vec![
        link(page, applicant),
        html! { (words.class(&applicant.class)) @if let Some(kind) = &applicant.kind { span class="soft" { (words.text("list-between")) (words.named(kind)) } } },
        html! { (badge(tone(applicant.stage.0), words.text(stage_key(applicant.stage.0)))) " " span class="soft" { (days(applicant.waits_on(page.state, page.today))) } },
        html! { (days(applicant.age_on(page.state, page.today))) },
        match applicant.owner {
            Some(owner) => html! { (words.party(owner)) },
            None => html! { span class="soft" { (words.text("applicant-nobody")) } },
        },
    ]
}

fn link(page: &Page<'_>, applicant: &Applicant) -> Markup {
    html! { a href={ (page.base) "/applicants/" (applicant.id) } { (called(page, applicant)) } }
}

/// An applicant as a line of a list.
pub(in crate::pages) fn line(page: &Page<'_>, applicant: &Applicant) -> Markup {
    let waits = [("days", applicant.waits_on(page.state, page.today).into())];
    html! {
        li class="row" {
            span {
                (link(page, applicant))
                span class="soft" { " · " (page.words.class(&applicant.class)) " · " (page.words.text_with("applicant-days", waits)) }
            }
            (badge(tone(applicant.stage.0), page.words.text(stage_key(applicant.stage.0))))
        }
    }
}
