//! Amendments: how one is drafted, which no form here takes, and what one changes.

use maud::{Markup, html};
use rochdale_core::{
    message::Key,
    proposals::MatterRule,
    rulebook::{Bundle, ClauseId, Rulebook},
};

use crate::{
    look::{note, passage, title},
    problem::Problem,
    visit::Page,
};

static AMENDMENT_NOT_HERE: Key = Key { id: "amendment-not-here", arguments: &[] };

/// Where the guide tells it step by step.
const GUIDE: &str =
    concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/docs/guides/secretary.md#amending-the-bylaws");

/// What is said to whoever sends a form for an amendment nevertheless: a draft without the edition could never be
/// opened.
pub(super) fn not_here() -> Problem {
    Problem::field("matter", &AMENDMENT_NOT_HERE)
}

/// How an amendment is drafted, in place of a form.
pub(super) fn how(page: &Page<'_>, matter: &MatterRule) -> Markup {
    let words = page.words;
    let kicker = html! { a href={ (page.base) "/proposals/new" } { (words.text("proposal-new")) } };
    let by = page.viewer.person().map_or_else(|| "NAME".to_owned(), |person| person.to_string());
    let draft = format!("rochdale submit draft.json --rulebook next/ --by {by}");
    html! {
        (title(&kicker, &words.matter(&matter.id), None))
        (passage(&note(page.reader(), &matter.cite), &html! {
            p { (words.text("amendment-not-here")) }
            p { (words.text("amendment-how")) }
            ol {
                li { p { (words.text("amendment-prepare")) } }
                li { p { (words.text("amendment-check")) } pre { code { "rochdale rulebook check bylaws/ next/" } } }
                li { p { (words.text("amendment-draft")) } pre { code { (draft) } } }
                li { p { (words.text("amendment-open")) } }
            }
            p { a href=(GUIDE) rel="noopener noreferrer" { (words.text("amendment-guide")) } }
        }))
    }
}

/// Which clauses the edition in these files changes in the one before it.
pub(super) fn changes(page: &Page<'_>, files: &Bundle) -> Markup {
    let words = page.words;
    let Some(next) = Rulebook::read(files).rulebook else { return html! {} };
    let before = next.front.edition.checked_sub(1).and_then(|number| page.state.edition(number));
    let Some(before) = before else { return html! {} };
    let changes = before.changes_in(&next);
    let lists = [
        ("edition-changes", &changes.changed, &**before),
        ("edition-adds", &changes.added, &next),
        ("edition-leaves-out", &changes.left_out, &**before),
    ];
    html! {
        (passage(&html! {}, &html! {
            h2 { (words.text("edition-changes-title")) }
            @if lists.iter().all(|(_, ids, _)| ids.is_empty()) { p { (words.text("edition-changes-none")) } }
            @for (heading, ids, edition) in lists {
                @if !ids.is_empty() {
                    h3 { (words.text(heading)) }
                    ul class="list-plain" { @for id in ids { li { (clause(page, edition, id)) } } }
                }
            }
        }))
    }
}

/// A clause with its title in an edition, leading to it as it stands, where it does.
fn clause(page: &Page<'_>, edition: &Rulebook, id: &ClauseId) -> Markup {
    let named = html! {
        span class="clause" { (id) } @if let Some(clause) = edition.clause(id) { " " (page.name(&clause.title)) }
    };
    html! {
        @if page.rulebook.clause(id).is_some() { a href={ (page.bylaws) "/" (id) } { (named) } } @else { (named) }
    }
}
