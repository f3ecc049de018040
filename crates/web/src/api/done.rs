//! What was done, as JSON.

use jiff::Timestamp;
use rochdale_core::{
    fact::Fact,
    values::{
        AssetId, DeclarationId, DocumentId, MembershipId, PartyId, ProposalId, RequestId, ResolutionNumber,
    },
};
use rochdale_register as book;
use serde::Serialize;
use utoipa::ToSchema;

/// What came of a command.
#[derive(Debug, Serialize, ToSchema)]
pub struct Done {
    /// The id of the request. Asking again with it does nothing twice.
    pub request: RequestId,
    /// When it was decided.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// The entries that record it, in order; none where nothing had to be recorded.
    pub entries: Vec<Recorded>,
    /// The numbers of what was made.
    pub made: Made,
}

/// An entry that records what was done.
#[derive(Debug, Serialize, ToSchema)]
pub struct Recorded {
    /// Its place in the book.
    pub height: u64,
    /// What happened, such as `member_admitted`.
    pub kind: String,
    /// The hash of the entry.
    pub hash: String,
}

/// The numbers of what was made; each is absent where nothing of its kind was.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct Made {
    /// The person or organization entered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    /// The membership begun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub membership: Option<MembershipId>,
    /// The proposal drafted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposal: Option<ProposalId>,
    /// The resolution passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution: Option<ResolutionNumber>,
    /// The declaration made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declaration: Option<DeclarationId>,
    /// The asset entered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asset: Option<AssetId>,
    /// The document filed in the archive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentId>,
}

impl Done {
    /// What the registrar says was done.
    pub fn of(request: RequestId, done: &book::Done) -> Self {
        let recorded = done.heights.clone().zip(&done.facts).zip(&done.hashes);
        let recorded = recorded.map(|((height, fact), hash)| Recorded {
            height,
            kind: fact.kind().to_owned(),
            hash: hash.to_string(),
        });
        Self { request, at: done.at, entries: recorded.collect(), made: Made::by(&done.facts) }
    }
}

impl Made {
    /// The numbers of what these facts made.
    fn by(facts: &[Fact]) -> Self {
        let mut made = Self::default();
        for fact in facts {
            match fact {
                Fact::PersonEntered { party } | Fact::OrganizationEntered { party, .. } => {
                    made.party = Some(*party);
                }
                Fact::MemberAdmitted { membership, .. } => made.membership = Some(*membership),
                Fact::ProposalDrafted { proposal, .. } => made.proposal = Some(*proposal),
                Fact::ProposalDecided { resolution: Some(number), .. } => made.resolution = Some(*number),
                Fact::Declared { declaration, .. } => made.declaration = Some(*declaration),
                Fact::AssetEntered { asset, .. } => made.asset = Some(*asset),
                Fact::DocumentFiled { document, .. } => made.document = Some(*document),
                _ => {}
            }
        }
        made
    }
}
