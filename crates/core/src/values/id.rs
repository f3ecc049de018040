//! Identities. Parties, memberships and proposals are numbered from 1 in the order in which the
//! register first speaks of them, so that the same facts always give the same numbers.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! numbered {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// The place in a list that starts at 0; `None` for the number 0, which names nothing.
            pub fn index(self) -> Option<usize> {
                (self.0 as usize).checked_sub(1)
            }

            /// The number that the next one gets when `count` of them exist.
            pub fn after(count: usize) -> Self {
                Self(u32::try_from(count).unwrap_or(u32::MAX - 1) + 1)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<u32> for $name {
            fn from(number: u32) -> Self {
                Self(number)
            }
        }

        impl From<$name> for u32 {
            fn from(id: $name) -> u32 {
                id.0
            }
        }
    };
}

numbered! {
    /// A person or an organization.
    PartyId
}
numbered! {
    /// One membership: a party in one class, from a day on.
    MembershipId
}
numbered! {
    /// A proposal.
    ProposalId
}
numbered! {
    /// The number of a resolution, counted from 1 in the order of deciding.
    ResolutionNumber
}

numbered! {
    /// A written agreement with one party.
    AgreementId
}
numbered! {
    /// A case: a complaint, an audit request.
    CaseId
}
numbered! {
    /// Somebody leaving, with what is settled and handed over.
    ExitId
}
numbered! {
    /// Somebody who sent the interest form.
    ApplicantId
}
numbered! {
    /// Something that the co-op has.
    AssetId
}
numbered! {
    /// A document in the archive.
    DocumentId
}
numbered! {
    /// What a member declared.
    DeclarationId
}
numbered! {
    /// What somebody wrote that stands beside a fact.
    WordsId
}

/// Chosen by whoever asks, so that asking twice does a thing once.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(transparent)]
pub struct RequestId(pub uuid::Uuid);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
