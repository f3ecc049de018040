//! Kinds of matter, and what their decisions do.

use super::Named;
use crate::values::{Names, Slug};

/// Kinds of matter that are decided alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matters {
    /// The group, such as `major`.
    pub group: Named,
    /// The kinds.
    pub matters: Vec<Matter>,
    /// Whether the assembly may name further kinds of this group by resolution, and under which
    /// decision rule they are then decided.
    pub others: Option<Slug>,
}

/// A kind of matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// `amendment`
    pub id: Slug,
    /// The kind's name.
    pub name: Names,
    /// The group it is in.
    pub group: Slug,
    /// The decision rule by which it is decided.
    pub decision: Slug,
    /// What the decision does.
    pub effect: EffectKind,
}

/// What a carried proposal of a kind does by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EffectKind {
    /// Nothing beyond the resolution.
    None,
    /// Admits the party it is about to a class.
    Admit {
        /// The class.
        class: Slug,
    },
    /// Moves a membership of one class to another.
    ChangeClass {
        /// From this class,
        from: Slug,
        /// to this one,
        to: Slug,
        /// not before so many calendar months in the first.
        after_months: u32,
    },
    /// Names a further kind of matter in a group.
    NameMatter {
        /// The group.
        group: Slug,
    },
    /// Adopts an edition of the bylaws.
    AdoptEdition,
    /// Confirms a review that was written of a membership of this class.
    ConfirmReview {
        /// The class.
        class: Slug,
    },
    /// Pauses the months of a membership of this class.
    PauseTraining {
        /// The class.
        class: Slug,
    },
    /// Lets the co-op sign another agreement with somebody in this class.
    ChangeTerms {
        /// The class.
        class: Slug,
    },
    /// Suspends the membership it is about for some days.
    Suspend {
        /// Of one of these classes; empty for any.
        classes: Vec<Slug>,
    },
    /// Lets whoever leaves keep a copy of their own work.
    AllowBackup,
    /// Allows what was declared, or does not.
    DecideDeclaration {
        /// The kind of declaration.
        declaration: Slug,
    },
    /// Ends the membership it is about.
    EndMembership {
        /// Of one of these classes; empty for any.
        classes: Vec<Slug>,
    },
}
