//! `questions-ask`: an open question asks for what is really missing or contradicted.

use super::cells_agree::{Contradiction, against_summaries};
use crate::rulebook::{
    Check, Clause, Diagnostic, KINDS, Unsettled,
    read::{Role, Survey, advise},
};

/// Checks the `asks` of every unsettled block.
pub(super) fn check(survey: &Survey<'_>) -> Vec<Diagnostic> {
    let contradictions = against_summaries(survey);
    let mut found = Vec::new();
    for clause in survey.rulebook.clauses() {
        for (number, question) in clause.unsettled.iter().enumerate() {
            for asked in &question.asks {
                if let Some((says, mend)) = problem(survey, &contradictions, clause, question, asked) {
                    let place = survey.texts[&clause.id].unsettled[number].clone();
                    found.push(Diagnostic::error(Check::QuestionsAsk, place, Some(&clause.id), says, mend));
                }
            }
        }
    }
    found
}

fn problem(
    survey: &Survey<'_>,
    contradictions: &[Contradiction],
    clause: &Clause,
    question: &Unsettled,
    asked: &str,
) -> Option<(String, String)> {
    let (kind, id) = asked.split_once(':').unwrap_or((asked, ""));
    if kind == "cell" {
        let is_there = contradictions.iter().any(|cell| cell.clause == clause.id && cell.asked == asked);
        let here = contradictions.iter().filter(|cell| cell.clause == clause.id);
        let known: Vec<&str> = here.map(|cell| cell.asked.as_str()).collect();
        let says =
            format!("`{asked}` names no cell of this clause's summary that contradicts another clause");
        return (!is_there).then(|| (says, advise(asked, known)));
    }
    if !KINDS.iter().any(|page| page.kind == kind) {
        let says = format!("`{asked}` asks for a rule of the kind `{kind}`, which there is not");
        return Some((says, advise(kind, KINDS.iter().map(|page| page.kind))));
    }
    let role = match kind {
        "decision" => Role::Decision,
        "term" => Role::Term,
        "class" => Role::Class,
        "agreement" => Role::Agreement,
        "office" => Role::Office,
        "case" => Role::Case,
        "declaration" => Role::Declaration,
        "duty" => Role::Duty,
        _ => return None,
    };
    let is_there = super::names_defined::is_defined(survey, role, &id.into());
    (is_there && question.reading.is_none()).then(|| {
        let says = format!("`{asked}` is asked for, and the rule is there");
        (says, "give the question the reading that the rule takes, or remove the rule".to_owned())
    })
}
