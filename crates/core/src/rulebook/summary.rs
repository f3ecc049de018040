//! How much of a rulebook the program obeys, so that nothing looks done that is not.

use serde::Serialize;

use super::Rulebook;

/// Counts of clauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// All clauses.
    pub clauses: usize,
    /// Those with at least one rule.
    pub executable: usize,
    /// Those with neither a rule nor an open question.
    pub words_only: usize,
    /// Those with an open question, settled for now by a reading or not; a clause that has rules as well
    /// counts as executable too.
    pub unsettled: usize,
}

impl Rulebook {
    /// How many of the clauses are executable, words only, and unsettled.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary { clauses: 0, executable: 0, words_only: 0, unsettled: 0 };
        for clause in self.clauses() {
            summary.clauses += 1;
            summary.executable += usize::from(!clause.rules.is_empty());
            summary.unsettled += usize::from(!clause.unsettled.is_empty());
            summary.words_only += usize::from(clause.rules.is_empty() && clause.unsettled.is_empty());
        }
        summary
    }
}
