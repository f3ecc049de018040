//! The closed sets of deciding: marks of a round, stances, choices.

use serde::{Deserialize, Serialize};

use crate::membership::closed_set;

closed_set! {
    /// What makes a round complete.
    Mark {
        /// The agenda was sent in advance.
        Agenda = "agenda",
        /// Everybody in the base could take part.
        Everyone = "everyone",
        /// The pros and cons are summed up.
        ProsCons = "pros-cons",
        /// There are minutes.
        Minutes = "minutes",
    }
}

closed_set! {
    /// The kinds of stance in a round.
    StanceKind {
        /// Agrees.
        Agree = "agree",
        /// Has reservations and does not stop it.
        StandAside = "stand-aside",
        /// Objects.
        Object = "object",
        /// Takes no side.
        Abstain = "abstain",
    }
}

closed_set! {
    /// The choices in a vote.
    Choice {
        /// In favour.
        For = "for",
        /// Against.
        Against = "against",
        /// Abstains.
        Abstain = "abstain",
    }
}
