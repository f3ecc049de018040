//! How much of a rulebook the program obeys, so that nothing looks done that is not.

use serde::Serialize;

use super::{Clause, Rule, RuleKind, Rulebook, unanswered};

/// Counts of clauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// All clauses.
    pub clauses: usize,
    /// Those with at least one rule that the program acts on.
    pub executable: usize,
    /// All others: with no rule, or with such as the program only holds to the words.
    pub words_only: usize,
    /// Of both sorts, those with an open question, settled for now by a reading or not.
    pub unsettled: usize,
}

impl Rulebook {
    /// How many of the clauses are executable, how many words only, and how many of either leave something open.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary { clauses: 0, executable: 0, words_only: 0, unsettled: 0 };
        for clause in self.clauses() {
            summary.clauses += 1;
            let is_executable = self.acted_on(clause) > 0;
            summary.executable += usize::from(is_executable);
            summary.unsettled += usize::from(!clause.unsettled.is_empty());
            summary.words_only += usize::from(!is_executable);
        }
        summary
    }

    /// Whether the program acts on a rule. A number that the bylaws define is held to the words and nothing
    /// more, unless another rule names it; a duty of which nothing in the book can tell is shown and no more.
    pub fn is_acted_on(&self, rule: &Rule) -> bool {
        match &rule.kind {
            RuleKind::Term(term) => {
                self.agreements().any(|agreement| agreement.reminder.as_ref() == Some(&term.id))
            }
            RuleKind::Duty(duty) => unanswered(duty.asks).is_none(),
            _ => true,
        }
    }

    /// How many rules of a clause the program acts on.
    pub fn acted_on(&self, clause: &Clause) -> usize {
        clause.rules.iter().filter(|rule| self.is_acted_on(rule)).count()
    }
}
