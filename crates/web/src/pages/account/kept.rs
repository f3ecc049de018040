//! What is kept about whoever asks: the page, and the files to take along.

use axum::{
    extract::Path,
    http::header,
    response::{Html, IntoResponse, Response},
};
use maud::{Markup, html};
use rochdale_core::{
    kept::KeptGroup,
    message::Argument,
    rulebook::Citation,
    values::{PartyId, Slug},
};
use rochdale_lists::out::kept_pdf;
use rochdale_register::Fault;

use super::{correct, forget, own};
use crate::{
    kept::{ACCESS, BesideBook, KeptThing, OwnData, own_data},
    look::{self, notes, title},
    pages::lists::file,
    problem::Problem,
    visit::{Page, Visit},
};

/// The person who asks; the desk is nobody, and nothing is kept about it.
pub(super) fn person(visit: &Visit, org: &str) -> Result<PartyId, Problem> {
    own(visit, org)?.party.ok_or(Problem::NotFound)
}

/// What the database has beside the book about whoever asks.
pub(super) async fn beside(visit: &Visit, org: &str) -> Result<BesideBook, Problem> {
    let person = person(visit, org)?;
    let (database, now) = (visit.site.registers.database(), visit.site.clock.now());
    Ok(BesideBook::of(database, &Slug::new(org), person, now).await?)
}

/// The page.
pub async fn show(visit: Visit, Path(org): Path<String>) -> Result<Html<String>, Problem> {
    let beside = beside(&visit, &org).await?;
    visit.show(&org, None, |page| draw(page, &beside))
}

fn data(page: &Page<'_>, beside: &BesideBook) -> Result<OwnData, Problem> {
    let person = page.viewer.person().ok_or(Problem::NotFound)?;
    Ok(own_data(page.state, page.rulebook, page.words, (person, page.now), beside))
}

/// The title of the page and what stands on it.
pub(super) fn draw(page: &Page<'_>, beside: &BesideBook) -> Result<(String, Markup), Problem> {
    let words = page.words;
    let data = data(page, beside)?;
    let heading = words.text("kept-title");
    let co_op = [("organization", Argument::from(page.name(&page.rulebook.front.name)))];
    let lead = html! { p class="lead" { (words.text_with("kept-lead", co_op)) } };
    let kicker = html! { a href={ (page.base) "/account" } { (words.text("account-title")) } };
    let body = html! {
        (title(&kicker, heading, Some(&lead)))
        (look::passage(&html! {}, &html! {
            p class="soft small" { (words.text("kept-book-hint")) }
            p class="soft small" { (words.text("kept-numbers-hint")) }
        }))
        @for (group, name) in groups() { (of_group(page, &data, group, name)) }
        (take(page))
        (correct::own(page))
        (forget::own(page))
    };
    Ok((heading.to_owned(), body))
}

/// The groups in their order, each with what it is called.
fn groups() -> impl Iterator<Item = (&'static str, &'static str)> {
    let of_core = KeptGroup::ALL.iter().map(|group| (group.id(), called(*group)));
    of_core.chain([(ACCESS, "kept-group-access")])
}

fn called(group: KeptGroup) -> &'static str {
    match group {
        KeptGroup::Details => "kept-group-details",
        KeptGroup::Membership => "kept-group-membership",
        KeptGroup::Offices => "kept-group-offices",
        KeptGroup::Commitments => "kept-group-commitments",
        KeptGroup::Agreements => "kept-group-agreements",
        KeptGroup::Decisions => "kept-group-decisions",
        KeptGroup::Reviews => "kept-group-reviews",
        KeptGroup::Cases => "kept-group-cases",
        KeptGroup::Applying => "kept-group-applying",
        KeptGroup::Leaving => "kept-group-leaving",
        KeptGroup::Declarations => "kept-group-declarations",
        KeptGroup::Assets => "kept-group-assets",
        KeptGroup::Standing => "kept-group-standing",
        KeptGroup::Archive => "kept-group-archive",
    }
}

fn of_group(page: &Page<'_>, data: &OwnData, group: &str, name: &str) -> Markup {
    let things: Vec<&KeptThing> = data.kept.iter().filter(|one| one.group == group).collect();
    if things.is_empty() {
        return html! {};
    }
    let mut cites: Vec<&Citation> = things.iter().flat_map(|one| &one.cites).map(|cites| &**cites).collect();
    cites.sort_by_key(|cites| cites.to_string());
    cites.dedup();
    look::passage(
        &notes(page.reader(), cites),
        &html! {
            h2 { (page.words.text(name)) }
            ul class="list" { @for one in &things { li { (line(page, one)) } } }
        },
    )
}

fn line(page: &Page<'_>, one: &KeptThing) -> Markup {
    let words = page.words;
    let stands = if one.stands == "book" { "kept-in-book" } else { "kept-beside-book" };
    html! {
        details class="right" {
            summary class="row" { span { (one.what) } span class="soft small" { (words.text(stands)) } }
            @for text in &one.texts {
                @if let Some(on) = &text.on { p class="small soft" { (on) } }
                (look::typed(&text.text))
            }
            (look::definitions(&[
                (words.text("kept-who"), html! { (one.seen_by) (clause(&one.seen_by_clause)) }),
                (words.text("kept-how-long"), html! { (one.until) (clause(&one.until_clause)) }),
            ]))
        }
    }
}

fn clause(clause: &Option<String>) -> Markup {
    html! { @if let Some(clause) = clause { span class="soft small" { " · " (clause) } } }
}

fn take(page: &Page<'_>) -> Markup {
    let words = page.words;
    let address = |kind: &str| format!("{}/account/kept/data.{kind}", page.base);
    look::passage(
        &html! {},
        &html! {
            h2 id="take" { (words.text("kept-take-title")) }
            p { (words.text("kept-take-lead")) }
            div class="actions" {
                a class="button quiet" href=(address("json")) { (words.text("kept-take-json")) }
                a class="button quiet" href=(address("pdf")) { (words.text("kept-take-pdf")) }
            }
        },
    )
}

/// All of it as data that a program can read.
pub async fn json(visit: Visit, Path(org): Path<String>) -> Result<Response, Problem> {
    let beside = beside(&visit, &org).await?;
    visit.read(&org, |page| {
        let data = data(page, &beside)?;
        let bytes = serde_json::to_vec_pretty(&data).unwrap_or_default();
        let taken = file("application/json", &format!("{org}-{}-{}.json", data.party, page.today), bytes);
        Ok(not_to_be_stored(taken))
    })
}

/// All of it as a document.
pub async fn pdf(visit: Visit, Path(org): Path<String>) -> Result<Response, Problem> {
    let beside = beside(&visit, &org).await?;
    let handle = org.clone();
    let printed = visit.read_apart(handle, move |page| {
        let data = data(page, &beside)?;
        let of = page.name(&page.rulebook.front.name);
        let tables = groups().map(|(group, name)| {
            let rows = data.kept.iter().filter(|one| one.group == group).map(|one| row(page, one)).collect();
            (page.words.text(name).to_owned(), rows)
        });
        let printed = kept_pdf(of, page.now, tables.collect(), page.words).map_err(|unprinted| {
            Problem::Fault(Fault {
                what: unprinted.to_string(),
                place: "what is kept about somebody".to_owned(),
                mend: "Take it as data instead, and report this with the lines of the log before this one."
                    .to_owned(),
            })
        })?;
        let name = format!("{org}-{}-{}.pdf", data.party, page.today);
        Ok((name, printed))
    });
    let (name, printed) = printed.await?;
    Ok(not_to_be_stored(file("application/pdf", &name, printed)))
}

fn row(page: &Page<'_>, one: &KeptThing) -> [String; 4] {
    let stands = if one.stands == "book" { "kept-in-book" } else { "kept-beside-book" };
    let texts = one.texts.iter().map(|text| match &text.on {
        Some(on) => format!("{on}: {}", text.text),
        None => text.text.clone(),
    });
    let what: Vec<String> = std::iter::once(one.what.clone()).chain(texts).collect();
    [what.join("\n"), page.words.text(stands).to_owned(), one.seen_by.clone(), one.until.clone()]
}

/// A file that no cache on the way keeps.
fn not_to_be_stored(response: Response) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], response).into_response()
}
