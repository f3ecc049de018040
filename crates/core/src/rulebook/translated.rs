//! What a citation says to somebody who reads a translation.

use super::{
    Citation, Clause, Rulebook, Unsettled,
    read::{Said, fold},
};
use crate::values::Language;

/// Words beyond so many characters say much more than what is cited.
const CHARACTERS_MAX: usize = 400;

impl Rulebook {
    /// What stands in a translation where the binding language has the words of a citation: the paragraph they
    /// are in, or the reading. `None` in the binding language itself, where the translation has no such words,
    /// and where they are no paragraph but a whole page.
    pub fn translated(&self, citation: &Citation, language: &Language) -> Option<String> {
        let binding = self.front.binding();
        if language == binding {
            return None;
        }
        let clause = self.clause(&citation.clause)?;
        let said = if citation.is_reading {
            reading(clause, citation, language)?
        } else {
            let said = without_tables(clause.words.get(language)?);
            fold(&citation.paragraph.map_or_else(|| said.plain(), |number| said.paragraph(number)))
        };
        let is_short = !said.is_empty() && said.chars().count() <= CHARACTERS_MAX;
        is_short.then_some(said)
    }
}

/// The words without their tables, whose cells are no sentence.
fn without_tables(words: &str) -> Said {
    let said = Said::by(words);
    if said.tables.is_empty() {
        return said;
    }
    let mut rest = words.to_owned();
    for table in said.tables.iter().rev() {
        rest.replace_range(table.at.clone(), "\n");
    }
    Said::by(&rest)
}

fn reading(clause: &Clause, citation: &Citation, language: &Language) -> Option<String> {
    let takes = |open: &&Unsettled| open.cite.quote == citation.quote;
    let open = clause.unsettled.iter().find(takes)?;
    let says = open.reading.as_ref().map_or(&open.question, |reading| &reading.says);
    says.0.get(language).cloned()
}
