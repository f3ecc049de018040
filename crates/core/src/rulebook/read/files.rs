//! The files of an edition, put together clause by clause.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use super::{
    clause, front,
    page::Page,
    source::Source,
    spot::Notes,
    survey::{Surveyed, Text},
    translation,
    words::Said,
};
use crate::{
    rulebook::{
        Bundle, Chapter, Check, Clause, ClauseId, Diagnostic, Front, Matters, Place, RuleKind, Rulebook,
    },
    values::{Language, Names, Slug},
};

/// The file with the front matter.
pub(in crate::rulebook) const FRONT_FILE: &str = "00-front.md";

/// A rulebook and the places of its clauses.
type Placed<'a> = (Rulebook, BTreeMap<ClauseId, Surveyed<'a>>);

/// Reads the files; without a rulebook where the front matter cannot be read.
pub(super) fn read(bundle: &Bundle) -> (Option<Placed<'_>>, Notes) {
    let notes = RefCell::new(Notes::default());
    let rulebook = read_front(bundle, &notes).map(|(front, preface)| {
        check_files(bundle, &front, &notes);
        read_chapters(bundle, front, preface, &notes)
    });
    (rulebook, notes.into_inner())
}

fn read_front(bundle: &Bundle, notes: &RefCell<Notes>) -> Option<(Front, BTreeMap<Language, String>)> {
    let report = |says: &str, mend: &str| {
        let place = Place::start_of(FRONT_FILE);
        notes.borrow_mut().diagnostics.push(Diagnostic::error(Check::FrontMatter, place, None, says, mend));
    };
    let Some(text) = bundle.text(FRONT_FILE) else {
        report(
            "the rulebook has no file 00-front.md",
            "add it, with the front matter that format.md describes",
        );
        return None;
    };
    let source = Source { file: FRONT_FILE, text };
    let page = Page::of(source);
    let Some(written) = &page.front else {
        report("the file does not open with front matter", "begin it with TOML between two lines of `+++`");
        return None;
    };
    let front = front::read(source, written, notes)?;
    let mut preface = BTreeMap::new();
    preface.insert(front.binding().clone(), text[written.at.end..].trim().to_owned());
    for language in &front.languages[1..] {
        if let Some(text) = bundle.text(&format!("{language}/{FRONT_FILE}")) {
            preface.insert(language.clone(), text.trim().to_owned());
        }
    }
    preface.retain(|_, text| !text.is_empty());
    Some((front, preface))
}

/// Reports files that nothing reads.
fn check_files(bundle: &Bundle, front: &Front, notes: &RefCell<Notes>) {
    for path in bundle.0.keys() {
        let (folder, file) =
            path.split_once('/').map_or((None, path.as_str()), |(folder, file)| (Some(folder), file));
        let is_language =
            folder.is_none_or(|folder| front.languages[1..].iter().any(|tag| tag.as_str() == folder));
        if !is_language || !file.ends_with(".md") || file.contains('/') {
            let says =
                format!("`{path}` is neither a chapter nor a chapter in another language of the rulebook");
            let mend = "name it like `02-membership.md`, put it into a language's folder, or take it out";
            let diagnostic = Diagnostic::error(Check::Files, Place::start_of(path), None, says, mend);
            notes.borrow_mut().diagnostics.push(diagnostic);
        }
    }
}

fn read_chapters<'a>(
    bundle: &'a Bundle,
    front: Front,
    preface: BTreeMap<Language, String>,
    notes: &RefCell<Notes>,
) -> Placed<'a> {
    let is_chapter = |path: &str| path.ends_with(".md") && !path.contains('/') && path != FRONT_FILE;
    let mut chapters = Vec::new();
    let mut clauses = Vec::new();
    let mut texts = BTreeMap::new();
    let mut blocks = Vec::new();
    for (file, text) in bundle.texts().filter(|(path, _)| is_chapter(path)) {
        let page = Page::of(Source { file, text });
        let mut chapter = open_chapter(&page, &front);
        clause::report_untitled(&page, notes);
        clause::report_strays(&page, notes);
        for section in page.sections {
            let id = ClauseId::new(&section.id);
            if !clause::is_identified(&page.source, &section, texts.contains_key(&id), notes) {
                continue;
            }
            let said = Said::by(&section.words.text);
            chapter.clauses.push(id.clone());
            clauses.push(open_clause(&id, &section.title, &section.words.text, &said, &front));
            let binding =
                Text { source: page.source, origin: section.words.origin, heading: section.at, said };
            let surveyed =
                Surveyed { binding, translations: BTreeMap::new(), rules: Vec::new(), unsettled: Vec::new() };
            texts.insert(id, surveyed);
            blocks.push(section.blocks);
        }
        chapters.push(chapter);
    }
    translation::read(bundle, &front, &mut chapters, &mut clauses, &mut texts, notes);
    let reader = clause::Reader::new(&front, &clauses, &texts, notes);
    let read: Vec<clause::Read> =
        clauses.iter().zip(&blocks).map(|(clause, blocks)| reader.read(&clause.id, blocks)).collect();
    for (clause, read) in clauses.iter_mut().zip(read) {
        (clause.rules, clause.unsettled, clause.examples) = (read.rules, read.unsettled, read.examples);
        if let Some(text) = texts.get_mut(&clause.id) {
            (text.rules, text.unsettled) = (read.rule_places, read.unsettled_places);
        }
    }
    name_groups(&mut clauses);
    (Rulebook::new(front, preface, chapters, clauses), texts)
}

fn open_chapter(page: &Page<'_>, front: &Front) -> Chapter {
    let binding = front.binding();
    let mut chapter = Chapter {
        file: page.source.file.to_owned(),
        title: Names([(binding.clone(), page.title.clone())].into()),
        opening: BTreeMap::new(),
        clauses: Vec::new(),
    };
    if !page.opening.text.is_empty() {
        chapter.opening.insert(binding.clone(), page.opening.text.clone());
    }
    chapter
}

fn open_clause(id: &ClauseId, title: &str, words: &str, said: &Said, front: &Front) -> Clause {
    let binding = front.binding();
    let cites: BTreeSet<ClauseId> = said.links.iter().filter_map(|link| link.clause()).collect();
    Clause {
        id: id.clone(),
        title: Names([(binding.clone(), title.to_owned())].into()),
        words: [(binding.clone(), words.to_owned())].into(),
        rules: Vec::new(),
        unsettled: Vec::new(),
        cites,
        examples: Vec::new(),
    }
}

/// A group may be opened in several clauses, and its name stands in one: gives it to the others.
fn name_groups(clauses: &mut [Clause]) {
    let groups = |clauses: &mut [Clause], visit: &mut dyn FnMut(&mut Matters)| {
        for rule in clauses.iter_mut().flat_map(|clause| &mut clause.rules) {
            if let RuleKind::Matters(matters) = &mut rule.kind {
                visit(matters);
            }
        }
    };
    let mut names: BTreeMap<Slug, Names> = BTreeMap::new();
    groups(clauses, &mut |matters| {
        if !matters.group.name.0.is_empty() {
            names.entry(matters.group.id.clone()).or_insert_with(|| matters.group.name.clone());
        }
    });
    groups(clauses, &mut |matters| {
        if let Some(name) = names.get(&matters.group.id) {
            matters.group.name = name.clone();
        }
    });
}
