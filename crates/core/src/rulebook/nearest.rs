//! The clause that a refusal cites where it rests on no rule of its own: the one that says most about what was
//! asked. Where the bylaws say nothing about it, that of the first class.

use std::sync::Arc;

use super::{Citation, ClauseId, Retained, Rulebook};
use crate::offices::Power;

impl Rulebook {
    /// The clause of the first class: what is cited where no rule is nearer.
    pub(crate) fn first_clause(&self) -> Arc<Citation> {
        if let Some(class) = self.classes().next() {
            return Arc::clone(class.cite);
        }
        let clause = self.clauses().next().map_or(ClauseId::new(""), |clause| clause.id.clone());
        Arc::new(Citation { clause, paragraph: None, quote: String::new(), is_reading: false })
    }

    /// The clause on the data of people: how long the bylaws keep the details of whoever left, and that nothing
    /// is open when they go.
    pub(crate) fn clause_on_data(&self) -> Arc<Citation> {
        self.retention(Retained::Details).map_or_else(|| self.first_clause(), |rule| Arc::clone(rule.cite))
    }

    /// The clause on what a power is for, where no office has it: that on the work itself, else that on the
    /// offices, which leave it to nobody.
    pub(crate) fn clause_on(&self, power: Power) -> Arc<Citation> {
        let work = match power {
            Power::AnswerApplicants => self.interests().next().map(|rule| rule.cite),
            Power::ProtectData => self.retention(Retained::Details).map(|rule| rule.cite),
            _ => None,
        };
        let cites = work.or_else(|| self.offices().next().map(|office| office.cite));
        cites.map_or_else(|| self.first_clause(), Arc::clone)
    }
}
