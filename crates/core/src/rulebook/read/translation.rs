//! The chapters in the other languages: the same clauses, words only.

use std::{cell::RefCell, collections::BTreeMap};

use super::{
    clause,
    files::FRONT_FILE,
    page::{Block, Page, Section},
    source::Source,
    spot::Notes,
    survey::{Surveyed, Text},
    words::Said,
};
use crate::{
    rulebook::{Bundle, Chapter, Check, Clause, ClauseId, Diagnostic, Front, Place},
    values::Language,
};

/// Gives the chapters and clauses their titles and words in the other languages. Reports what stands in
/// one language only.
pub(super) fn read<'a>(
    bundle: &'a Bundle,
    front: &Front,
    chapters: &mut [Chapter],
    clauses: &mut [Clause],
    texts: &mut BTreeMap<ClauseId, Surveyed<'a>>,
    notes: &RefCell<Notes>,
) {
    for language in &front.languages[1..] {
        let own_files = chapters.iter().map(|chapter| chapter.file.as_str()).chain([FRONT_FILE]);
        for file in own_files.filter(|file| !bundle.0.contains_key(&format!("{language}/{file}"))) {
            let says = format!("the file is missing in {language}");
            let mend = format!("add `{language}/{file}` with the same clauses");
            report(notes, Check::SameClauses, Place::start_of(file), None, says, mend);
        }
        let prefix = format!("{language}/");
        for (path, text) in bundle.texts() {
            let Some(file) = path.strip_prefix(&prefix) else { continue };
            let page = Page::of(Source { file: path, text });
            report_blocks(&page, language, front, notes);
            if file == FRONT_FILE {
                continue;
            }
            let Some(chapter) = chapters.iter_mut().find(|chapter| chapter.file == file) else {
                let says = format!("there is no chapter `{file}` in the binding language");
                let mend = "give it the name of the chapter that it translates";
                report(notes, Check::SameClauses, Place::start_of(path), None, says, mend.to_owned());
                continue;
            };
            translate(page, language, chapter, clauses, texts, notes);
        }
    }
}

fn translate<'a>(
    page: Page<'a>,
    language: &Language,
    chapter: &mut Chapter,
    clauses: &mut [Clause],
    texts: &mut BTreeMap<ClauseId, Surveyed<'a>>,
    notes: &RefCell<Notes>,
) {
    clause::report_untitled(&page, notes);
    chapter.title.0.insert(language.clone(), page.title);
    if !page.opening.text.is_empty() {
        chapter.opening.insert(language.clone(), page.opening.text);
    }
    let mut found = Vec::new();
    for section in page.sections {
        let id = ClauseId::new(&section.id);
        if !clause::is_identified(&page.source, &section, found.contains(&id), notes) {
            continue;
        }
        let Section { title, at, words, .. } = section;
        let clause = clauses.iter_mut().find(|clause| clause.id == id && chapter.clauses.contains(&id));
        let (Some(clause), Some(surveyed)) = (clause, texts.get_mut(&id)) else {
            let says = format!("`{}` has no clause {id}", chapter.file);
            let mend = format!("give the clause the id that it has in `{}`", chapter.file);
            report(notes, Check::SameClauses, page.source.place(&at), None, says, mend);
            continue;
        };
        let said = Said::by(&words.text);
        clause.title.0.insert(language.clone(), title);
        clause.words.insert(language.clone(), words.text);
        let text = Text { source: page.source, origin: words.origin, heading: at, said };
        surveyed.translations.insert(language.clone(), text);
        found.push(id);
    }
    for id in chapter.clauses.iter().filter(|id| !found.contains(id)) {
        let says = format!("the clause {id} is missing in {language}");
        let mend = format!("add it to `{}`", page.source.file);
        let place =
            texts.get(id).map_or_else(|| Place::start_of(&chapter.file), |text| text.binding.heading());
        report(notes, Check::SameClauses, place, Some(id), says, mend);
    }
}

fn report_blocks(page: &Page<'_>, language: &Language, front: &Front, notes: &RefCell<Notes>) {
    let in_clauses = page.sections.iter().flat_map(|section| &section.blocks);
    let blocks = page.front.iter().chain(&page.strays).chain(in_clauses);
    for Block { at, .. } in blocks {
        let says = format!("rules stand beside the words in {}, and this is {language}", front.binding());
        let mend = "take the block out of the translation".to_owned();
        report(notes, Check::Blocks, page.source.place(at), None, says, mend);
    }
}

fn report(
    notes: &RefCell<Notes>,
    check: Check,
    place: Place,
    clause: Option<&ClauseId>,
    says: String,
    mend: String,
) {
    notes.borrow_mut().diagnostics.push(Diagnostic::error(check, place, clause, says, mend));
}
