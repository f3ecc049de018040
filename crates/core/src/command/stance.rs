//! What somebody says in a round of discussion.

use serde::{Deserialize, Serialize};

use crate::proposals::StanceKind;

/// A stance in a round of discussion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Stance {
    /// Agrees.
    Agree,
    /// Has reservations and does not stop it.
    StandAside,
    /// Objects.
    Object {
        /// Why; may be empty where the bylaws do not ask for a reason.
        reason: String,
    },
    /// Takes no side.
    Abstain,
}

impl Stance {
    /// Which of the four kinds it is.
    pub fn kind(&self) -> StanceKind {
        match self {
            Stance::Agree => StanceKind::Agree,
            Stance::StandAside => StanceKind::StandAside,
            Stance::Object { .. } => StanceKind::Object,
            Stance::Abstain => StanceKind::Abstain,
        }
    }
}
