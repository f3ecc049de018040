//! From a rulebook back to files, so that it can be shown and compared. The register keeps the files as
//! they were adopted, never these.

use std::collections::BTreeMap;

use super::{
    Bundle, Chapter, Clause, Front, Rule, Rulebook, Unsettled,
    kinds::{
        self,
        written::{self, Lines},
    },
    read::{FRONT_FILE, Said},
};
use crate::values::Language;

impl Rulebook {
    /// Files that read as this rulebook: `Rulebook::read(&rulebook.render())` gives an equal one, if
    /// this one was read without an error.
    pub fn render(&self) -> Bundle {
        let mut files = BTreeMap::new();
        let binding = self.front.binding();
        for language in &self.front.languages {
            let is_binding = language == binding;
            let folder = if is_binding { String::new() } else { format!("{language}/") };
            let preface = self.preface.get(language).map_or("", String::as_str);
            let front = if is_binding { front_matter(&self.front) } else { String::new() };
            files.insert(format!("{folder}{FRONT_FILE}"), format!("{front}{preface}\n"));
            for chapter in &self.chapters {
                let mut text = opening(chapter, language);
                for clause in chapter.clauses.iter().filter_map(|id| self.clause(id)) {
                    text.push_str(&words(clause, language));
                    if is_binding {
                        text.push_str(&blocks(clause, binding));
                    }
                }
                files.insert(format!("{folder}{}", chapter.file), text);
            }
        }
        Bundle(files)
    }
}

impl Clause {
    /// The blocks of its rules as they are written into its file, in order; `binding` is the language
    /// that binds.
    pub fn rule_blocks(&self, binding: &Language) -> Vec<String> {
        let cells = cells(self, binding);
        self.rules.iter().map(|rule| rule_lines(rule, self, binding, &cells)).collect()
    }
}

fn front_matter(front: &Front) -> String {
    let tags = front.languages.iter().map(|language| written::text(language.as_str())).collect();
    let mut lines = Lines::default();
    lines.put("id", written::text(front.id.as_str()));
    lines.put("edition", front.edition);
    lines.put("in_force_from", front.in_force_from);
    lines.put("language", written::text(front.binding().as_str()));
    lines.put("languages", written::list(tags));
    lines.put("currency", written::text(&front.currency));
    lines.put("time_zone", written::text(front.time_zone.iana_name().unwrap_or("UTC")));
    lines.put("reviewed_on", front.reviewed_on);
    lines.put("name", written::names(&front.name));
    format!("+++\n{}+++\n\n", lines.0)
}

fn opening(chapter: &Chapter, language: &Language) -> String {
    let title = chapter.title.0.get(language).map_or("", String::as_str);
    let mut text = if title.is_empty() { String::new() } else { format!("# {}\n\n", escaped(title)) };
    if let Some(opening) = chapter.opening.get(language) {
        text.push_str(&format!("{opening}\n\n"));
    }
    text
}

fn words(clause: &Clause, language: &Language) -> String {
    let title = clause.title.0.get(language).map_or("", String::as_str);
    let words = clause.words.get(language).map_or("", String::as_str);
    format!("## {} {{#{}}}\n\n{words}\n\n", escaped(title), clause.id)
}

fn blocks(clause: &Clause, binding: &Language) -> String {
    let questions =
        clause.unsettled.iter().map(|question| block("toml unsettled", &question_lines(question).0));
    let rules = clause.rule_blocks(binding);
    let rules = rules.iter().map(|rule| block("toml rule", rule));
    let examples = clause.examples.iter();
    let examples =
        examples.map(|example| block(&format!("scenario {}", escaped(&example.name)), &example.text));
    questions.chain(rules).chain(examples).collect()
}

fn question_lines(question: &Unsettled) -> Lines {
    let mut lines = Lines::default();
    lines.put("id", written::text(question.id.as_str()));
    lines.put("question", written::names(&question.question));
    lines.put("decides", written::names(&question.decides));
    if let Some(reading) = &question.reading {
        lines.put("reading", written::names(&reading.says));
        lines.put("because", written::names(&reading.because));
    }
    lines.put_some("asks", question.asks.iter().map(|asked| written::text(asked)).collect());
    lines
}

/// The words of the cells of the clause's table, without those of its headings.
fn cells(clause: &Clause, binding: &Language) -> Vec<String> {
    let said = clause.words.get(binding).map(|words| Said::by(words)).unwrap_or_default();
    let rows = said.tables.first().map(|table| table.rows.as_slice()).unwrap_or_default();
    let cells = rows.iter().skip(1).flat_map(|row| row.iter().skip(1));
    cells.map(|cell| cell.text.clone()).collect()
}

fn rule_lines(rule: &Rule, clause: &Clause, binding: &Language, cells: &[String]) -> String {
    let lines = kinds::write(&rule.kind, cells).0;
    let takes = |question: &&Unsettled| {
        let reading = question.reading.as_ref();
        reading.is_some_and(|reading| reading.says.in_language(binding) == rule.cite.quote)
    };
    let question = clause.unsettled.iter().filter(|_| rule.cite.is_reading).find(takes);
    let (key, value) = match question {
        Some(question) => ("reading", question.id.as_str()),
        None => ("quote", rule.cite.quote.as_str()),
    };
    format!("{lines}{key} = {}\n", written::text(value))
}

/// A fenced block, with a fence that its text does not contain.
fn block(sort: &str, text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}{sort}\n{text}{fence}\n\n")
}

/// Words of a heading or behind a fence, in which nothing is a Markdown mark.
fn escaped(words: &str) -> String {
    let mut escaped = String::new();
    for letter in words.chars() {
        if "\\`*_[]<>{}#&~".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
