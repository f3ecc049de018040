//! Amendments: how one is drafted, which no form here takes, and what one changes.

use maud::{Markup, html};
use rochdale_core::{
    message::Key,
    proposals::MatterRule,
    rulebook::{Bundle, Clause, ClauseId, Rulebook},
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

/// So many clauses are shown with their words at once; those of more are folded.
const UNFOLDED_MAX: usize = 3;

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

/// Which clauses the edition in these files changes in the one before it, with the old words and the new.
pub(super) fn changes(page: &Page<'_>, files: &Bundle) -> Markup {
    let words = page.words;
    let Some(next) = Rulebook::read(files).rulebook else { return html! {} };
    let before = next.front.edition.checked_sub(1).and_then(|number| page.state.edition(number));
    let Some(before) = before else { return html! {} };
    let changes = before.changes_in(&next);
    let lists = [
        ("edition-changes", &changes.changed),
        ("edition-adds", &changes.added),
        ("edition-leaves-out", &changes.left_out),
    ];
    let is_short = lists.iter().map(|(_, ids)| ids.len()).sum::<usize>() <= UNFOLDED_MAX;
    html! {
        (passage(&html! {}, &html! {
            h2 { (words.text("edition-changes-title")) }
            @if lists.iter().all(|(_, ids)| ids.is_empty()) { p { (words.text("edition-changes-none")) } }
            @for (heading, ids) in lists {
                @if !ids.is_empty() {
                    h3 { (words.text(heading)) }
                    ul class="list-plain" { @for id in ids { li { (clause(page, (before, &next), id, is_short)) } } }
                }
            }
        }))
    }
}

/// A clause as it reads in two editions, leading to it as it stands, where it does.
fn clause(
    page: &Page<'_>,
    (before, next): (&Rulebook, &Rulebook),
    id: &ClauseId,
    is_unfolded: bool,
) -> Markup {
    let (old, new) = (before.clause(id), next.clause(id));
    let named = html! {
        span class="clause" { (id) } @if let Some(clause) = old.or(new) { " " (page.name(&clause.title)) }
    };
    let is_same = old.zip(new).is_some_and(|(old, new)| (&old.title, &old.words) == (&new.title, &new.words));
    html! {
        @if page.rulebook.clause(id).is_some() { a href={ (page.bylaws) "/" (id) } { (named) } } @else { (named) }
        @if is_same {
            p class="small soft" { (page.words.text("edition-words-stay")) }
        } @else {
            details class="more" open[is_unfolded] {
                summary { (page.words.text("edition-words")) }
                (reads(page, "edition-before", old))
                (reads(page, "edition-after", new))
            }
        }
    }
}

/// The words of a clause in one of the editions, if it is in it.
fn reads(page: &Page<'_>, heading: &str, clause: Option<&Clause>) -> Markup {
    let Some(clause) = clause else { return html! {} };
    let (language, text) = page.text_of(&clause.words);
    html! {
        p class="small soft" { (page.words.text(heading)) }
        blockquote lang=(language) { p { strong { (page.name(&clause.title)) } } (page.bylaw_words(text)) }
    }
}
