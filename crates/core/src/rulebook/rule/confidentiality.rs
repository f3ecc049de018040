//! The confidentiality classes of documents.

use super::Named;
use crate::values::Slug;

/// Which confidentiality classes there are, who files documents and who keeps the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confidentiality {
    /// The classes, in order.
    pub classes: Vec<ConfidentialityClass>,
    /// The one that holds where a document is given none.
    pub default: Slug,
    /// Who files documents.
    pub filed_by: Vec<Readers>,
    /// The offices whose holders read every document, change classes, file what everybody reads, and erase; where there is
    /// none, no class changes and nothing is erased.
    pub kept_by: Vec<Slug>,
}

/// A confidentiality class, and who reads documents of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfidentialityClass {
    /// What facts and people call it.
    pub named: Named,
    /// Whether everybody does, signed in or not.
    pub is_public: bool,
    /// Members of these classes do.
    pub read_by: Vec<Readers>,
    /// Those who hold one of these offices do.
    pub offices: Vec<Slug>,
    /// Whether those who are named on a document do.
    pub is_for_named: bool,
}

/// Those of a membership class, in one of its phases or in all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readers {
    /// The class.
    pub class: Slug,
    /// The phase; `None` for all.
    pub phase: Option<Slug>,
}

impl Confidentiality {
    /// The class of this name.
    pub fn class(&self, id: &Slug) -> Option<&ConfidentialityClass> {
        self.classes.iter().find(|class| class.named.id == *id)
    }
}
