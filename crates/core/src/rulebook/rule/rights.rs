//! Who may do what.

use std::sync::Arc;

use crate::{membership::Right, rulebook::Citation, values::Slug};

/// Whether a cell of the rights table grants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Grant {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Only on matters of this group.
    OnlyOn(Slug),
    /// As something outside the rulebook says; the words of the cell in each language.
    Depends(Condition),
}

/// What a conditional right depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// An invitation to the occasion.
    Invitation,
    /// What the member's written agreement says.
    Agreement,
    /// What the collaborator's written contract says.
    Contract,
    /// Whether it concerns a project that they work in.
    OwnProjects,
    /// Whether the quarter closed with a loss.
    Loss,
}

/// One cell: a class, in a phase or in all of them, a right, and the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The class of the column.
    pub class: Slug,
    /// The phase of the column; `None` speaks of the whole class.
    pub phase: Option<Slug>,
    /// The right of the row.
    pub right: Right,
    /// The group of matters of the row, where a row speaks of one; `None` speaks of all.
    pub group: Option<Slug>,
    /// The answer.
    pub grant: Grant,
    /// The clause that the cell names, else the one in which the table stands.
    pub cite: Arc<Citation>,
}

/// Who may do what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rights {
    /// The cells, in the order of reading.
    pub cells: Vec<Cell>,
    /// Whether the table sums up what other clauses say; where it contradicts a clause, the clause
    /// prevails and the rulebook says so.
    pub is_summary: bool,
}
