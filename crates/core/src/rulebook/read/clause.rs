//! The blocks of a clause: its rules, what it leaves open, its examples.

use std::{cell::RefCell, collections::BTreeMap};

use super::{
    near,
    page::{Block, Page, Section},
    rule::{self, Setting},
    source::{Origin, Source},
    spot::{Notes, Spot},
    survey::{Surveyed, Text},
    unsettled,
    words::Said,
};
use crate::rulebook::{Check, Clause, ClauseId, Diagnostic, Example, Front, Place, Rule, Unsettled};

/// The sorts of block, as they are written behind the fence.
const SORTS: [&str; 3] = ["toml rule", "toml unsettled", "scenario NAME"];

/// What stands in the blocks of a clause.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub rules: Vec<Rule>,
    pub unsettled: Vec<Unsettled>,
    pub examples: Vec<Example>,
    pub rule_places: Vec<Place>,
    pub unsettled_places: Vec<Place>,
}

/// Reads the blocks of clauses, knowing the words of all of them.
pub(super) struct Reader<'a> {
    front: &'a Front,
    said: BTreeMap<ClauseId, (String, Said)>,
    texts: &'a BTreeMap<ClauseId, Surveyed<'a>>,
    notes: &'a RefCell<Notes>,
}

impl<'a> Reader<'a> {
    /// The reader for these clauses, whose words are known and whose blocks are not yet.
    pub(super) fn new(
        front: &'a Front,
        clauses: &[Clause],
        texts: &'a BTreeMap<ClauseId, Surveyed<'a>>,
        notes: &'a RefCell<Notes>,
    ) -> Self {
        let said = |clause: &Clause| {
            let title = clause.title.in_language(front.binding()).to_owned();
            let said = texts.get(&clause.id).map(|text| text.binding.said.clone());
            (clause.id.clone(), (title, said.unwrap_or_default()))
        };
        Self { front, said: clauses.iter().map(said).collect(), texts, notes }
    }

    /// Reads the blocks of a clause: what it leaves open first, because its rules may take a reading.
    pub(super) fn read(&self, clause: &ClauseId, blocks: &[Block]) -> Read {
        let mut read = Read::default();
        let Some(text) = self.texts.get(clause).map(|text| &text.binding) else { return read };
        for block in blocks.iter().filter(|block| block.sort == "toml unsettled") {
            let spot = self.spot(text, &block.origin, clause);
            if let Some(question) = unsettled::read(&spot, block, clause, self.front.binding()) {
                read.unsettled.push(question);
                read.unsettled_places.push(text.source.place(&block.at));
            }
        }
        let in_words = self.spot(text, &text.origin, clause);
        for block in blocks {
            let spot = self.spot(text, &block.origin, clause);
            if block.sort == "toml rule" {
                let setting = Setting {
                    clause,
                    said: &self.said,
                    unsettled: &read.unsettled,
                    binding: self.front.binding(),
                    words: &in_words,
                };
                if let Some(rule) = rule::read(&spot, block, &setting) {
                    read.rules.push(rule);
                    read.rule_places.push(text.source.place(&block.at));
                }
            } else if let Some(name) = block.sort.strip_prefix("scenario ") {
                read.examples.push(Example {
                    name: name.trim().to_owned(),
                    file: text.source.file.to_owned(),
                    line: text.source.place(&block.at).line + 1,
                    text: block.text.clone(),
                });
            } else if block.sort != "toml unsettled" {
                report_sort(&text.source, block, Some(clause), self.notes);
            }
        }
        read
    }

    fn spot<'s>(&'s self, text: &'s Text<'a>, origin: &'s Origin, clause: &ClauseId) -> Spot<'s> {
        Spot {
            source: text.source,
            origin,
            clause: Some(clause.clone()),
            languages: &self.front.languages,
            notes: self.notes,
            numbers: RefCell::default(),
        }
    }
}

/// Reports a block of a sort that there is not.
fn report_sort(source: &Source<'_>, block: &Block, clause: Option<&ClauseId>, notes: &RefCell<Notes>) {
    let says = format!("there is no block of the sort `{}`", block.sort);
    let mend = match near::nearest(&block.sort, ["toml rule", "toml unsettled"]) {
        Some(near) => format!("write `{near}` behind the fence if that is meant"),
        None => format!("write one of `{}` behind the fence", SORTS.join("`, `")),
    };
    let diagnostic = Diagnostic::error(Check::Blocks, source.place(&block.at), clause, says, mend);
    notes.borrow_mut().diagnostics.push(diagnostic);
}

/// Reports that a chapter has no title.
pub(super) fn report_untitled(page: &Page<'_>, notes: &RefCell<Notes>) {
    if page.title.is_empty() {
        let place = Place::start_of(page.source.file);
        let mend = "begin it with a line like `# Membership`";
        let diagnostic = Diagnostic::error(Check::Files, place, None, "the chapter has no title", mend);
        notes.borrow_mut().diagnostics.push(diagnostic);
    }
}

/// Reports blocks that stand before the first clause of a chapter.
pub(super) fn report_strays(page: &Page<'_>, notes: &RefCell<Notes>) {
    for block in page.strays.iter().chain(&page.front) {
        let says = "this block stands in no clause";
        let mend = "move it under the heading of the clause whose words it goes with";
        let diagnostic = Diagnostic::error(Check::Blocks, page.source.place(&block.at), None, says, mend);
        notes.borrow_mut().diagnostics.push(diagnostic);
    }
}

/// Whether the heading has an id that no other has, after reporting that it does not.
pub(super) fn is_identified(
    source: &Source<'_>,
    section: &Section,
    is_taken: bool,
    notes: &RefCell<Notes>,
) -> bool {
    let (says, mend) = if section.id.is_empty() {
        let says = format!("the clause \"{}\" has no id", section.title);
        (says, "write one behind the heading, like `{#GOV-06}`".to_owned())
    } else if is_taken {
        let says = format!("the id {} is taken by an earlier clause", section.id);
        (says, "give this clause an id of its own".to_owned())
    } else {
        return true;
    };
    let diagnostic = Diagnostic::error(Check::ClauseIds, source.place(&section.at), None, says, mend);
    notes.borrow_mut().diagnostics.push(diagnostic);
    false
}
