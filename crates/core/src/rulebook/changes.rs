//! What an edition changes in another.

use super::{Clause, ClauseId, Rulebook};

/// The clauses in which two editions differ.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Those that say something else, or whose rules, open questions or examples do; as the later edition reads.
    pub changed: Vec<ClauseId>,
    /// Those that only the later edition has, as it reads.
    pub added: Vec<ClauseId>,
    /// Those that only the earlier edition has, as it reads.
    pub left_out: Vec<ClauseId>,
}

impl Rulebook {
    /// What `next` changes in this edition. A clause that only stands elsewhere is the same.
    pub fn changes_in(&self, next: &Rulebook) -> Changes {
        let ids = |of: &Rulebook, is_one: &dyn Fn(&Clause) -> bool| {
            of.clauses().filter(|clause| is_one(clause)).map(|clause| clause.id.clone()).collect()
        };
        Changes {
            changed: ids(next, &|clause| self.clause(&clause.id).is_some_and(|before| before != clause)),
            added: ids(next, &|clause| self.clause(&clause.id).is_none()),
            left_out: ids(self, &|clause| next.clause(&clause.id).is_none()),
        }
    }
}
