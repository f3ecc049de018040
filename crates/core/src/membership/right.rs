//! The rights that a rulebook's tables grant: a closed set. Every one is shown on a member's page with its clause, and
//! answered to whoever asks why. Commands and pages ask some of them before they do or show something; the others
//! are marked `shown only`: what they are about is not in the program yet. A rulebook can name any of them in its
//! own rules, as what a suspension takes, or what is asked of those who open a case or borrow an asset.

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
        /// Speak in discussions; shown only.
        Speak = "speak",
        /// Make suggestions; shown only.
        Suggest = "suggest",
        /// Make proposals.
        Propose = "propose",
        /// Vote, and take a stance in rounds.
        Vote = "vote",
        /// Be counted in the base of a decision.
        BeCounted = "be-counted",
        /// Vote in elections of the board; shown only.
        Elect = "elect",
        /// See who the members are.
        SeeMembers = "see-members",
        /// See the register.
        SeeRegister = "see-register",
        /// See the finances: what a rulebook asks of those who want an audit.
        SeeFinances = "see-finances",
        /// Receive a share of the surplus and of the pool; shown only.
        ShareSurplus = "share-surplus",
        /// Bear a share of the fixed costs; shown only.
        ShareFixedCosts = "share-fixed-costs",
        /// Bear a share of a loss beyond the fixed costs; shown only.
        ShareLoss = "share-loss",
        /// Use the co-op's assets: what a rulebook asks of those who borrow.
        UseAssets = "use-assets",
        /// Join the members' channels.
        UseChannels = "use-channels",
        /// Be promoted in the directory; shown only.
        BePromoted = "be-promoted",
        /// Give and receive discounts and priority access; shown only.
        Exchange = "exchange",
        /// Reach outside resources through affiliations; shown only.
        ReachResources = "reach-resources",
    }
}

impl Right {
    /// Whether it is held on matters of one group and perhaps not of another.
    pub fn is_about_matters(self) -> bool {
        matches!(self, Right::Propose | Right::Vote | Right::BeCounted)
    }
}
