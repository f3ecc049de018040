//! The body of a proposal, and what follows by itself when it carries.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    rulebook::Bundle,
    values::{AgreementId, DeclarationId, MembershipId, PartyId, Slug},
};

/// What is to happen if the proposal carries.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Effect {
    /// The resolution stands, and nothing follows by itself.
    #[default]
    Nothing,
    /// This party is admitted to the class that the kind of matter names.
    Admit {
        /// Who.
        party: PartyId,
    },
    /// This membership changes to the class that the kind of matter names.
    ChangeClass {
        /// Whose.
        membership: MembershipId,
    },
    /// The assembly names a further kind of matter.
    NameMatter {
        /// Its short name.
        matter: Slug,
        /// What people call it.
        name: String,
    },
    /// An edition of the bylaws takes force on the day that its front matter says.
    AdoptEdition {
        /// Its files.
        #[schema(value_type = BTreeMap<String, String>)]
        rulebook: Bundle,
    },
    /// A review that was written is confirmed.
    ConfirmReview {
        /// Of whom.
        membership: MembershipId,
        /// Which one.
        review: u32,
    },
    /// The months of this membership stand still.
    PauseTraining {
        /// Whose.
        membership: MembershipId,
        /// The first day that does not count.
        #[schema(value_type = String, format = Date)]
        from: Date,
        /// The last.
        #[schema(value_type = String, format = Date)]
        until: Date,
    },
    /// This membership is suspended: the rights that the bylaws name are off.
    Suspend {
        /// Whose.
        membership: MembershipId,
        /// The first day of the suspension.
        #[schema(value_type = String, format = Date)]
        from: Date,
        /// The last.
        #[schema(value_type = String, format = Date)]
        until: Date,
    },
    /// Whoever leaves may keep a copy of their own work.
    AllowBackup {
        /// Whose membership ends.
        membership: MembershipId,
    },
    /// What was declared is allowed; where the proposal does not carry, it is not.
    DecideDeclaration {
        /// Which declaration.
        declaration: DeclarationId,
    },
    /// This membership ends.
    EndMembership {
        /// Whose.
        membership: MembershipId,
    },
    /// The co-op signs this agreement, which changes the terms of somebody who is in its class.
    ChangeTerms {
        /// Which.
        agreement: AgreementId,
    },
}

/// The body of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// One line.
    pub title: String,
    /// The proposal in Markdown.
    pub text: String,
    /// The kind of matter.
    pub matter: Slug,
    /// What follows by itself when it carries.
    #[serde(default)]
    pub effect: Effect,
    /// Who will see to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PartyId>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub deadline: Option<Date>,
}
