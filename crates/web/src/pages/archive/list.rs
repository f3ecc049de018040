//! The list: what the reader may read, by class and by words of the title; who reads what; the form that files.

use maud::{Markup, html};
use rochdale_core::{
    archive::{Document, found, may_file},
    sight::Viewer,
    values::Slug,
};

use super::{Wanted, heading, show::readers, sort_name, stands, steps};
use crate::{
    look::{Pages, definitions, empty, notes, passage, title},
    problem::Problem,
    visit::Page,
};

/// How many documents stand on a page.
const DOCUMENTS_A_PAGE: usize = 50;

/// The title of the archive and what stands on it. Where the bylaws have none, there is no page.
pub(super) fn draw(page: &Page<'_>, wanted: &Wanted) -> Result<(String, Markup), Problem> {
    if page.rulebook.confidentiality().is_none() {
        return Err(Problem::NotFound);
    }
    Ok((page.words.text("archive").to_owned(), all(page, wanted)))
}

fn all(page: &Page<'_>, wanted: &Wanted) -> Markup {
    let words = page.words;
    let class = wanted.class.as_deref().filter(|class| !class.is_empty()).map(Slug::new);
    let search = wanted.search.as_deref().unwrap_or_default().trim();
    let seen = found(page.state, page.viewer, page.today, (class.as_ref(), search));
    let pages = Pages::of(seen.len(), DOCUMENTS_A_PAGE, wanted.page);
    let shown: Vec<&Document> = pages.cut(seen).collect();
    let is_asked = class.is_some() || !search.is_empty();
    let lead = if page.viewer == Viewer::Public { "archive-lead-public" } else { "archive-lead" };
    let lead = html! { p class="lead" { (words.text(lead)) } };
    let none = if is_asked { "archive-none-found" } else { "archive-none" };
    let cite = page.rulebook.confidentiality().map(|rule| &**rule.cite);
    html! {
        (title(&html! { (page.name(&page.rulebook.front.name)) }, words.text("archive"), Some(&lead)))
        (passage(&notes(page.reader(), cite), &html! {
            (filter(page, class.as_ref(), search))
            @if shown.is_empty() { (empty(words.text(none))) }
            @else { ul class="list" { @for document in &shown { (line(page, document)) } } }
            (pages.links(words, &format!("{}/archive", page.base), &[("class", class.as_ref().map_or("", Slug::as_str)), ("search", search)]))
        }))
        @if may_file(page.state, page.viewer, page.today) { (passage(&html! {}, &steps::new(page))) }
        (passage(&html! {}, &classes(page)))
    }
}

/// A document as a line of the list.
fn line(page: &Page<'_>, document: &Document) -> Markup {
    let words = page.words;
    html! {
        li {
            div class="row" {
                h2 { a href={ (page.base) "/archive/" (document.id) } { (heading(page, document)) } }
                (stands(page, document))
            }
            p class="small soft" {
                (words.date(document.dated)) " · "
                (sort_name(page, document.file.sort)) " · "
                (words.text_with("document-number", [("number", u32::from(document.id).into())]))
            }
        }
    }
}

/// The form that asks for some of the documents. It asks only, so that it is sent by GET.
fn filter(page: &Page<'_>, chosen: Option<&Slug>, search: &str) -> Markup {
    let words = page.words;
    let classes = page.rulebook.confidentiality().into_iter().flat_map(|rule| &rule.rule.classes);
    html! {
        form method="get" action={ (page.base) "/archive" } role="search" aria-label=(words.text("archive-filter")) {
            div class="field" {
                label for="search" { (words.text("archive-search")) }
                input type="search" id="search" name="search" value=(search) autocomplete="off";
            }
            div class="field" {
                label for="of-class" { (words.text("archive-class")) }
                select id="of-class" name="class" {
                    option value="" { (words.text("archive-any-class")) }
                    @for class in classes {
                        @let is_chosen = chosen == Some(&class.named.id);
                        option value=(class.named.id) selected[is_chosen] { (page.name(&class.named.name)) }
                    }
                }
            }
            div class="actions" { button class="quiet" type="submit" { (words.text("archive-find")) } }
        }
    }
}

/// Who reads which class.
fn classes(page: &Page<'_>) -> Markup {
    let classes = page.rulebook.confidentiality().into_iter().flat_map(|rule| &rule.rule.classes);
    let items: Vec<(&str, Markup)> =
        classes.map(|class| (page.name(&class.named.name), readers(page, Some(class), None))).collect();
    html! {
        h2 { (page.words.text("archive-classes")) }
        (definitions(&items))
    }
}
