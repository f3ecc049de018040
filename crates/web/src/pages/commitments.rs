//! Who committed to which version of which document, who has not, and since when each is asked.

use axum::{extract::Path, response::Html};
use maud::{Markup, html};
use rochdale_core::{
    agreements::{Asked, Document, Version, asked_for, last_asked},
    sight::{Viewer, must_keep_members},
    values::Slug,
};

use super::members::party_link;
use crate::{
    look::{Column, Place, Tone, badge, empty, notes, passage, passage_wide, prose, table, title},
    problem::Problem,
    visit::{Page, Visit},
};

fn must_see(page: &Page<'_>) -> Result<(), Problem> {
    if page.viewer == Viewer::Public {
        return Err(Problem::NotSignedIn);
    }
    must_keep_members(page.state, page.viewer, page.today)
        .map_err(|refusal| Problem::refused(page.base.trim_start_matches('/'), *refusal))
}

/// Every document with its versions, and how many have committed to each.
pub async fn list(visit: Visit, Path(org): Path<String>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Members), |page| {
        must_see(page)?;
        Ok((page.words.text("commitments").to_owned(), all(page)))
    })
}

fn all(page: &Page<'_>) -> Markup {
    let words = page.words;
    let kicker = html! { a href={ (page.base) "/members" } { (words.text("nav-members")) } };
    let lead = html! { p class="lead" { (words.text("commitments-lead")) } };
    let documents: Vec<_> = page.state.documents().collect();
    html! {
        (title(&kicker, words.text("commitments"), Some(&lead)))
        (passage(&notes(page.reader(), page.rulebook.commitments().map(|rule| &**rule.cite)), &html! {
            @if documents.is_empty() { (empty(words.text("commitments-none"))) }
            @for document in &documents {
                h2 { (words.named(&document.id)) }
                ul class="list" { @for version in document.versions.iter().rev() { (line(page, document, version)) } }
            }
        }))
    }
}

fn address(page: &Page<'_>, document: &Slug, version: u32) -> String {
    format!("{}/commitments/{document}/{version}", page.base)
}

fn line(page: &Page<'_>, document: &Document, version: &Version) -> Markup {
    let words = page.words;
    let asked = asked_for(page.state, document, version, page.today);
    html! {
        li class="row" {
            span {
                a href=(address(page, &document.id, version.number)) { (words.text_with("commitments-version", [("version", version.number.into())])) }
                span class="soft" { " · " (since(page, version)) }
            }
            (count(page, document, version, &asked))
        }
    }
}

fn since(page: &Page<'_>, version: &Version) -> String {
    page.words.text_with("commitments-since", [("day", version.in_force_from.into())])
}

/// How many have committed, of how many; a version of the past says that it is one.
fn count(page: &Page<'_>, document: &Document, version: &Version, asked: &[Asked]) -> Markup {
    let words = page.words;
    let done = asked.iter().filter(|asked| asked.acknowledged.is_some()).count();
    let counts = [("done", (done as u64).into()), ("all", (asked.len() as u64).into())];
    let of = words.text_with("commitments-count", counts);
    let tone = match last_asked(document, version, page.today) {
        None => return badge(Tone::Plain, words.text("commitments-coming")),
        Some(last) if last < page.today => Tone::Plain,
        Some(_) if done == asked.len() => Tone::Yes,
        Some(_) => Tone::Wait,
    };
    badge(tone, &of)
}

/// One version: who has not committed to it, asked for the longest first, and who has.
pub async fn show(
    visit: Visit,
    Path((org, document, number)): Path<(String, String, u32)>,
) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Members), |page| {
        must_see(page)?;
        let document = page.state.document(&Slug::new(&document)).ok_or(Problem::NotFound)?;
        let version = document.versions.iter().find(|version| version.number == number);
        let version = version.ok_or(Problem::NotFound)?;
        let heading = page.words.text_with(
            "commitments-of",
            [("document", page.words.named(&document.id).into()), ("version", number.into())],
        );
        Ok((heading.clone(), of_version(page, document, version, &heading)))
    })
}

fn of_version(page: &Page<'_>, document: &Document, version: &Version, heading: &str) -> Markup {
    let words = page.words;
    let asked = asked_for(page.state, document, version, page.today);
    let kicker = html! { a href={ (page.base) "/commitments" } { (words.text("commitments")) } };
    let below = html! {
        div class="tags" { (count(page, document, version, &asked)) span class="small soft" { (since(page, version)) } }
    };
    let is_past = last_asked(document, version, page.today).is_some_and(|last| last < page.today);
    let columns = [
        Column::of_words(words.text("commitments-who")),
        Column::of_words(words.text("class")),
        Column::of_days(words.text("commitments-asked-since")),
        Column::of_words(words.text("commitments-committed")),
    ];
    let rows: Vec<Vec<Markup>> = asked.iter().map(|asked| row(page, asked)).collect();
    html! {
        (title(&kicker, heading, Some(&below)))
        (passage_wide(&notes(page.reader(), asked.iter().map(|asked| &*asked.cites)), &html! {
            @if is_past { p { (words.text("commitments-past")) } }
            @if rows.is_empty() { (empty(words.text("commitments-nobody"))) }
            @else { (table(heading, &columns, &rows)) }
        }))
        (passage(&html! {}, &html! {
            details class="more" { summary { (words.text("commitments-text")) } (prose(&version.text)) }
        }))
    }
}

fn row(page: &Page<'_>, asked: &Asked) -> Vec<Markup> {
    let words = page.words;
    vec![
        party_link(page, asked.party),
        html! { (words.class(&asked.class)) @if asked.applicant.is_some() { " " span class="soft" { (words.text("applicant-stage-invited")) } } },
        html! { (words.short_date(asked.since)) },
        match asked.acknowledged {
            None => badge(Tone::Wait, words.text("commitments-not-yet")),
            Some((person, on)) => html! {
                (badge(Tone::Yes, &words.short_date(on)))
                @if person != asked.party { " " span class="soft" { (words.party(person)) } }
            },
        },
    ]
}
