//! The rights that a rulebook's tables grant. A closed set: each is a question that some page or
//! command asks.

use serde::{Deserialize, Serialize};

macro_rules! closed_set {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $id:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $id)] $variant),*
        }

        impl $name {
            /// All of them, in the order in which they are shown.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The name in rulebooks, facts and addresses.
            pub fn id(self) -> &'static str {
                match self { $($name::$variant => $id),* }
            }

            /// The one with this name.
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some($name::$variant),)* _ => None }
            }
        }
    };
}
pub(crate) use closed_set;

closed_set! {
    /// What a membership may or must do or have.
    Right {
        /// Is a member.
        BeMember = "be-member",
        /// Follow governance: proposals, discussions, results.
        Observe = "observe",
        /// Speak in discussions.
        Speak = "speak",
        /// Make suggestions.
        Suggest = "suggest",
        /// Make proposals.
        Propose = "propose",
        /// Vote, and take a stance in rounds.
        Vote = "vote",
        /// Be counted in the base of a decision.
        BeCounted = "be-counted",
        /// Vote in elections of the board.
        Elect = "elect",
        /// See who the members are.
        SeeMembers = "see-members",
        /// See the register.
        SeeRegister = "see-register",
        /// See the finances.
        SeeFinances = "see-finances",
        /// Receive a share of the surplus and of the pool.
        ShareSurplus = "share-surplus",
        /// Bear a share of the fixed costs.
        ShareFixedCosts = "share-fixed-costs",
        /// Bear a share of a loss beyond the fixed costs.
        ShareLoss = "share-loss",
        /// Use the co-op's assets.
        UseAssets = "use-assets",
        /// Join the members' channels.
        UseChannels = "use-channels",
        /// Be promoted in the directory.
        BePromoted = "be-promoted",
        /// Give and receive discounts and priority access.
        Exchange = "exchange",
        /// Reach outside resources through affiliations.
        ReachResources = "reach-resources",
    }
}

impl Right {
    /// Whether it is held on matters of one group and perhaps not of another.
    pub fn is_about_matters(self) -> bool {
        matches!(self, Right::Propose | Right::Vote | Right::BeCounted)
    }
}
