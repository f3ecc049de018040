//! `rochdale rulebook show`

use std::{fmt::Write as _, path::PathBuf};

use clap::Args;
use rochdale_core::{
    rulebook::{Clause, ClauseId, Rulebook},
    values::Language,
};
use serde_json::{Value, json};

use crate::{answer::Answer, bundle, context::Context, failure::Failure};

/// Show the chapters of a rulebook, or one clause with its words, what its rules quote, what it
/// leaves open and what cites it
#[derive(Debug, Args)]
pub struct Show {
    /// The folder of the rulebook
    folder: PathBuf,
    /// The clause, such as GOV-06
    clause: Option<String>,
}

impl Show {
    pub fn run(self, context: &Context) -> Result<Answer, Failure> {
        let bundle = bundle::read(&self.folder)?;
        let place = self.folder.display().to_string();
        let Some(rulebook) = Rulebook::read(&bundle).rulebook else {
            return Err(Failure::not_understood(
                "this rulebook cannot be read",
                place,
                "see what is wrong with `rochdale rulebook check FOLDER`",
            ));
        };
        let language = &context.language;
        let Some(id) = self.clause else { return Ok(contents(&rulebook, language)) };
        let Some(clause) = rulebook.clause(&ClauseId::new(&id)) else {
            return Err(Failure::not_understood(
                format!("there is no clause {id}"),
                place,
                "see the list with `rochdale rulebook show FOLDER`",
            ));
        };
        Ok(one(&rulebook, clause, language))
    }
}

fn contents(rulebook: &Rulebook, language: &Language) -> Answer {
    let front = &rulebook.front;
    let name = front.name.in_language(language);
    let mut text = format!("{name}, edition {}, in force from {}\n", front.edition, front.in_force_from);
    let mut clauses = Vec::<Value>::new();
    for chapter in &rulebook.chapters {
        let _ = writeln!(text, "\n{}", chapter.title.in_language(language));
        for clause in chapter.clauses.iter().filter_map(|id| rulebook.clause(id)) {
            let what = match (rulebook.acted_on(clause), clause.unsettled.len()) {
                (0, 0) => "words only".to_owned(),
                (0, open) => format!("words only, unsettled {open}"),
                (rules, 0) => format!("rules {rules}"),
                (rules, open) => format!("rules {rules}, unsettled {open}"),
            };
            let title = clause.title.in_language(language);
            let _ = writeln!(text, "  {:<8}  {title}  ({what})", clause.id.as_str());
            clauses.push(json!({
                "clause": clause.id, "title": title, "rules": clause.rules.len(), "unsettled": clause.unsettled.len(),
            }));
        }
    }
    let value = json!({
        "id": front.id, "edition": front.edition, "in_force_from": front.in_force_from, "clauses": clauses,
    });
    Answer::new(text, value)
}

fn one(rulebook: &Rulebook, clause: &Clause, language: &Language) -> Answer {
    let title = clause.title.in_language(language);
    let words = clause.words.get(language).or_else(|| clause.words.get(rulebook.front.binding()));
    let words = words.map_or("", |words| words.trim());
    let mut text = format!("{}  {title}\n\n{words}\n", clause.id);
    for rule in &clause.rules {
        let taken = if rule.cite.is_reading { "by the reading" } else { "by the words" };
        let _ = writeln!(text, "\nrule {taken}: \"{}\"", rule.cite.quote);
    }
    for open in &clause.unsettled {
        let _ = writeln!(text, "\nunsettled: {}", open.question.in_language(language));
        let _ = writeln!(text, "  decides  {}", open.decides.in_language(language));
        if let Some(reading) = &open.reading {
            let _ = writeln!(text, "  reading  {}", reading.says.in_language(language));
            let _ = writeln!(text, "  because  {}", reading.because.in_language(language));
        }
    }
    let cited_by: Vec<&str> = rulebook.cited_by(&clause.id).map(|citing| citing.id.as_str()).collect();
    if !cited_by.is_empty() {
        let _ = writeln!(text, "\ncited by {}", cited_by.join(", "));
    }
    let value = json!({
        "clause": clause.id, "title": title, "words": words,
        "rules": clause.rules.iter().map(|rule| &rule.cite).collect::<Vec<_>>(),
        "unsettled": clause.unsettled.iter().map(|open| json!({
            "id": open.id, "question": open.question, "decides": open.decides,
            "reading": open.reading.as_ref().map(|reading| &reading.says),
        })).collect::<Vec<_>>(),
        "cited_by": cited_by,
    });
    Answer::new(text, value)
}
