//! `linked-clause`, `linked-words`, `term-defined`: what the words name exists and says what they need.

use crate::rulebook::{
    Check, ClauseId, Diagnostic,
    read::{Survey, Text},
};

/// Checks the links of every clause, in every language.
pub(super) fn check(survey: &Survey<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (clause, surveyed) in survey.texts {
        check_text(survey, clause, &surveyed.binding, |cited| &survey.texts[cited].binding, &mut found);
        for (language, text) in &surveyed.translations {
            let cited = |cited: &ClauseId| {
                let cited = &survey.texts[cited];
                cited.translations.get(language).unwrap_or(&cited.binding)
            };
            check_text(survey, clause, text, cited, &mut found);
        }
    }
    found
}

fn check_text<'s>(
    survey: &Survey<'_>,
    clause: &ClauseId,
    text: &Text<'_>,
    cited_text: impl Fn(&ClauseId) -> &'s Text<'s>,
    found: &mut Vec<Diagnostic>,
) {
    for link in &text.said.links {
        let mut report = |check, says: String, mend: String| {
            found.push(Diagnostic::error(check, text.place(&link.at), Some(clause), says, mend));
        };
        if let Some(term) = link.term() {
            let is_asked = survey.rulebook.open_question(&format!("term:{term}")).is_some();
            if !is_asked && survey.rulebook.term(&term.into()).is_none() {
                let mend = "define it with a rule of kind `term`, or ask for it in an unsettled block";
                report(Check::TermDefined, format!("no clause defines the number `{term}`"), mend.to_owned());
            }
        } else if let Some(cited) = link.clause() {
            if !survey.texts.contains_key(&cited) {
                let mend = format!("name a clause of this rulebook, or write {cited}");
                report(Check::LinkedClause, format!("there is no clause {cited}"), mend);
            } else if !link.needs.is_empty() && cited_text(&cited).said.find(&link.needs).is_none() {
                let says = format!("{cited} does not say \"{}\"", link.needs);
                let mend = format!("quote words of {cited}, or name the clause that says it");
                report(Check::LinkedWords, says, mend);
            }
        }
    }
}
