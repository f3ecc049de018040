//! Where the bylaws speak: the clause notes in the margin, and links to clauses.

use maud::{Markup, html};
use rochdale_core::{
    rulebook::{Citation, Rulebook},
    values::Language,
};
use rochdale_words::Words;

use super::Text;

/// For whom a page that cites is written: the words in their language, and where the clauses stand.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The sentences.
    pub words: &'a Words<'a>,
    /// The address of the bylaws, `/coassembly/bylaws`.
    pub bylaws: &'a str,
    /// The bylaws that are quoted.
    pub rulebook: &'a Rulebook,
}

/// The clause as a link to its page.
pub fn clause_link(reader: Reader<'_>, citation: &Citation) -> Markup {
    html! { a class="clause" href={ (Text(reader.bylaws)) "/" (Text(citation.clause.as_str())) } { (Text(citation.to_string())) } }
}

/// A clause in the margin: its words, and whether they are the bylaws' own or a reading.
pub fn note(reader: Reader<'_>, citation: &Citation) -> Markup {
    let heading = if citation.is_reading { "clause-reading" } else { "clause-note" };
    html! {
        div class="note" {
            p class="says" { (Text(reader.words.text(heading))) }
            (quoted(reader, citation))
            (clause_link(reader, citation))
        }
    }
}

/// The words that are cited, and before them what a reader of another language reads there. A reading of what
/// is left open is nobody's binding words: it stands in one language.
pub(super) fn quoted(reader: Reader<'_>, citation: &Citation) -> Markup {
    let language = reader.words.language();
    let translated = reader.rulebook.translated(citation, language);
    let is_enough = translated.is_some() && citation.is_reading;
    html! {
        @if let Some(said) = &translated { blockquote lang=(Text(language.as_str())) { (in_quotes(language, said)) } }
        @if !is_enough {
            blockquote lang=(Text(reader.rulebook.front.binding().as_str())) class=[translated.is_some().then_some("binding")] {
                (in_quotes(reader.rulebook.front.binding(), &citation.quote))
            }
        }
    }
}

/// Words in the marks that a language quotes with.
pub fn in_quotes(language: &Language, words: &str) -> Markup {
    let (open, close) = match language.as_str().split('-').next() {
        Some("zh") => ("「", "」"),
        Some("es") => ("«", "»"),
        _ => ("“", "”"),
    };
    html! { (Text(open)) (Text(words)) (Text(close)) }
}

/// Several clauses in the margin, each once.
pub fn notes<'a>(reader: Reader<'_>, citations: impl IntoIterator<Item = &'a Citation>) -> Markup {
    let mut seen = std::collections::BTreeSet::new();
    html! {
        @for citation in citations {
            @if seen.insert(citation) { (note(reader, citation)) }
        }
    }
}
