//! Small values with no rules of their own: names, ids, ratios, sets of ids.

mod digest;
mod id;
mod id_set;
mod money;
mod names;
mod ratio;
mod slug;

pub use digest::Digest;
pub use id::{
    AgreementId, ApplicantId, AssetId, CaseId, DeclarationId, DocumentId, ExitId, MembershipId, PartyId,
    ProposalId, RequestId, ResolutionNumber, WordsId,
};
pub use id_set::IdSet;
pub use money::{Minor, decimals_of, is_currency, symbol_of};
pub use names::{Language, Names};
pub use ratio::Ratio;
pub use slug::Slug;
