//! What members declare in advance.

use super::Named;
use crate::values::{Names, Slug};

/// Something that members of some classes declare before they begin it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclarationRule {
    /// `personal-contract`
    pub id: Slug,
    /// The kind's name.
    pub name: Names,
    /// The classes whose members declare it.
    pub classes: Vec<Slug>,
    /// What a declaration must speak of.
    pub subjects: Vec<Named>,
    /// Whether one that is made after the first day is recorded as late; if not, it is refused.
    pub late: bool,
    /// Whether whoever declares is left off the roll of the decision.
    pub recused: bool,
}
