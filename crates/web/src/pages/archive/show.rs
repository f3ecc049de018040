//! One document: what it is, who can read it and why, and what happened to it.

use jiff::Timestamp;
use maud::{Markup, html};
use rochdale_core::{
    archive::{Document, REASON, finding, keeps, reads},
    command::By,
    message::Argument,
    rulebook::ConfidentialityClass,
    values::{DocumentId, WordsId},
};

use super::{class_name, heading, sort_name, stands, steps};
use crate::{
    look::{definitions, notes, passage, title, typed, why},
    pages::members::party_named,
    problem::Problem,
    visit::Page,
};

/// The title of a document's page and what stands on it, for one of its readers. To everybody else it is not
/// there, signed in or not.
pub(super) fn draw(page: &Page<'_>, id: DocumentId) -> Result<(String, Markup), Problem> {
    let document = seen(page, id)?;
    Ok((heading(page, document), of_document(page, document)))
}

/// The document with this number, if the reader may read it.
pub(super) fn seen<'a>(page: &Page<'a>, id: DocumentId) -> Result<&'a Document, Problem> {
    let known = page.state.filed_document(id).map(|known| &**known);
    known.filter(|known| reads(page.state, known, page.viewer, page.today)).ok_or(Problem::NotFound)
}

fn of_document(page: &Page<'_>, document: &Document) -> Markup {
    let words = page.words;
    let kicker = html! { a href={ (page.base) "/archive" } { (words.text("archive")) } };
    let cite = page.rulebook.confidentiality().map(|rule| &**rule.cite);
    let class = page.rulebook.confidentiality().and_then(|rule| rule.rule.class(document.class()));
    let kilobytes = document.file.bytes.div_ceil(1000);
    let items = [
        (words.text("document-dated"), html! { (words.date(document.dated)) }),
        (
            words.text("document-sort"),
            html! {
                (sort_name(page, document.file.sort)) (words.text("list-between"))
                (words.text_with("document-size", [("kilobytes", kilobytes.into())]))
            },
        ),
        (words.text("document-filed-by"), party_named(page, document.by)),
        (words.text("document-filed-at"), html! { (words.instant(document.at)) }),
        (words.text("document-hash"), html! { code class="hash" { (document.file.hash) } }),
        (words.text("document-readers"), readers(page, class, Some(document))),
    ];
    let finding = finding(page.state, document, page.viewer, page.today);
    html! {
        (title(&kicker, &heading(page, document), Some(&html! { div class="tags" { (stands(page, document)) } })))
        (passage(&notes(page.reader(), cite), &html! {
            @if document.is_kept() {
                p { a class="button" href={ (page.base) "/archive/" (document.id) "/file" } download { (words.text("document-download")) } }
            }
            (definitions(&items))
            @if let Some(finding) = &finding {
                h2 { (words.text("document-why")) }
                (why(page.reader(), finding))
            }
        }))
        (steps::draw(page, document))
        (passage(&html! {}, &html! {
            h2 { (words.text("document-history")) }
            ul class="list" { @for (at, what) in history(page, document) { li { p class="small soft" { (words.instant(at)) } (what) } } }
        }))
    }
}

/// Who reads documents of a class, as a list; with a document, also who is named on it.
pub(super) fn readers(
    page: &Page<'_>,
    class: Option<&ConfidentialityClass>,
    document: Option<&Document>,
) -> Markup {
    let words = page.words;
    let Some(rule) = page.rulebook.confidentiality() else { return html! {} };
    if class.is_some_and(|class| class.is_public) {
        return html! { (words.text("document-readers-public")) };
    }
    let mut found = Vec::new();
    if let Some(class) = class {
        for one in &class.read_by {
            let named = ("class", Argument::Class(one.class.clone()));
            found.push(match &one.phase {
                Some(phase) => words
                    .text_with("document-readers-phase", [named, ("phase", Argument::Phase(phase.clone()))]),
                None => words.text_with("document-readers-class", [named]),
            });
        }
        for office in &class.offices {
            let office = [("office", Argument::Named(office.clone()))];
            found.push(words.text_with("document-readers-office", office));
        }
        let people: Vec<Argument> =
            document.map_or(&[][..], Document::named).iter().map(|party| (*party).into()).collect();
        if class.is_for_named && people.is_empty() {
            let key =
                if document.is_some() { "document-readers-named-none" } else { "document-readers-those" };
            found.push(words.text(key).to_owned());
        } else if class.is_for_named {
            found.push(words.text_with("document-readers-named", [("people", Argument::List(people))]));
        }
    }
    if let Some(document) = document {
        found.push(words.text_with("document-readers-filer", [("person", document.by.into())]));
    }
    let offices: Vec<Argument> = rule.rule.kept_by.iter().cloned().map(Argument::Named).collect();
    if !offices.is_empty() {
        found.push(words.text_with("document-readers-keepers", [("offices", Argument::List(offices))]));
    }
    html! { ul class="list-plain" { @for one in found { li { (one) } } } }
}

/// What happened to it, the last first.
fn history(page: &Page<'_>, document: &Document) -> Vec<(Timestamp, Markup)> {
    let mut all: Vec<(Timestamp, Markup)> = Vec::new();
    // A reason was written for those who keep the archive; the document may be for everybody by now.
    let keeps = keeps(page.state, page.viewer, page.today);
    for (place, given) in document.classes.iter().enumerate() {
        let key = if place == 0 { "document-history-filed" } else { "document-history-reclassified" };
        let class = ("class", class_name(page, &given.class).into());
        let says = html! { p { (page.words.text_with(key, [("person", by_whom(page, given.by)), class])) } };
        let reason = given.reason.filter(|_| keeps).map(|reason| written(page, reason));
        all.push((given.at, html! { (says) @if let Some(reason) = reason { (reason) } }));
    }
    if let Some(erased) = document.erased {
        let person = [("person", by_whom(page, erased.by))];
        let says = html! { p { (page.words.text_with("document-history-erased", person)) } };
        all.push((erased.at, html! { (says) (written(page, erased.reason)) }));
    }
    all.reverse();
    all
}

fn by_whom(page: &Page<'_>, by: By) -> Argument {
    match by {
        By::Party(person) => person.into(),
        By::Desk | By::Clock | By::Visitor => page.words.text("the-desk").into(),
    }
}

/// A reason, which stands beside the register.
fn written(page: &Page<'_>, id: WordsId) -> Markup {
    match page.state.words(id) {
        Some(said) => typed(said.on(REASON)),
        None => html! { p class="soft" { (page.words.text("document-reason-erased")) } },
    }
}
