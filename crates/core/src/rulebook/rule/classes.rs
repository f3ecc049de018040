//! Ways of taking part, and their stages.

use super::Named;
use crate::values::{Names, Slug};

/// Whether people or organizations are of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassOf {
    /// People only.
    People,
    /// Organizations only.
    Organizations,
    /// Both.
    Either,
}

/// Who admits to a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Admission {
    /// An office-holder, once what the class asks is in place.
    Office,
    /// A carried proposal and nothing else.
    Decision,
}

/// A way of taking part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// `worker-owner`
    pub id: Slug,
    /// The class's name.
    pub name: Names,
    /// Who is of this class.
    pub of: ClassOf,
    /// Whether those of this class are members; an external collaborator is not.
    pub is_member: bool,
    /// The kinds within the class, where the bylaws tell any apart.
    pub kinds: Vec<Named>,
    /// Who admits to it.
    pub admission: Admission,
    /// Whether joining the class is complete only when the capital is paid.
    pub needs_capital: bool,
}

/// A stage of a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// `internship`
    pub id: Slug,
    /// The phase's name.
    pub name: Names,
    /// How many calendar months it lasts.
    pub months: u32,
}

/// The stages of a class, in order; the rights of the last go on after its months until the class
/// changes, where `continues` says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phases {
    /// The class.
    pub class: Slug,
    /// The stages.
    pub phases: Vec<Phase>,
    /// Whether the last phase goes on until the class changes. If not, a membership past its last
    /// month is in no phase, and what asks for one is refused.
    pub continues: bool,
}
