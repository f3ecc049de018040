//! What every view is a function of.

use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    membership::Right,
    proposals::Proposal,
    refusal::Refusal,
    rulebook::Rulebook,
    sight::{Viewer, must_see, proposal_for, proposals_for},
    state::State,
    values::{MembershipId, PartyId, ProposalId},
};
use rochdale_words::{Naming, Words};
use serde::Serialize;
use utoipa::ToSchema;

use super::problem::{Kind, Problem};
use crate::names::SeenNames;

/// A co-op as one reader may see it at one instant, in their language.
pub struct Reading<'a> {
    /// The fold of the register.
    pub state: &'a State,
    /// The edition in force.
    pub rulebook: &'a Rulebook,
    /// Who reads.
    pub viewer: Viewer,
    /// When.
    pub now: Timestamp,
    /// That day in the co-op's time zone.
    pub today: Date,
    /// The sentences, with names as far as the reader may see them.
    pub words: &'a Words<'a>,
    /// Whom the reader may see.
    pub names: &'a SeenNames<'a>,
}

/// A person or an organization.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartyName {
    /// Its number.
    pub party: PartyId,
    /// Its name; absent where the caller may not see it, or where it is erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A membership and whose it is.
#[derive(Debug, Serialize, ToSchema)]
pub struct MembershipName {
    /// Its number.
    pub membership: MembershipId,
    /// Whose.
    pub of: PartyName,
}

impl Reading<'_> {
    /// Refuses whoever may not see something of this kind; 401 for somebody who sends no token.
    pub fn must_see(&self, right: Right) -> Result<(), Problem> {
        must_see(self.state, self.viewer, right, self.today).map_err(|refusal| self.refused(&refusal))
    }

    /// A problem that the bylaws have nothing to do with.
    pub fn problem(&self, kind: Kind) -> Problem {
        Problem::of(kind, self.words)
    }

    /// A refusal to this reader.
    pub fn refused(&self, refusal: &Refusal) -> Problem {
        Problem::refused(refusal, self.viewer, self.words)
    }

    /// A party, named if the reader may see it.
    pub fn party(&self, party: PartyId) -> PartyName {
        let name = self.names.sees(party).then(|| self.names.party(party)).flatten();
        PartyName { party, name }
    }

    /// A membership, with whose it is named if the reader may see them; `None` for a number that no
    /// membership has.
    pub fn membership(&self, membership: MembershipId) -> Option<MembershipName> {
        let of = self.party(self.state.membership(membership)?.party);
        Some(MembershipName { membership, of })
    }

    /// A proposal that the reader may see; else a refusal where they may follow no proposals, and 404
    /// where this one does not exist for them.
    pub fn proposal(&self, id: ProposalId) -> Result<&Proposal, Problem> {
        if let Some(proposal) = proposal_for(self.state, self.viewer, id, self.today) {
            return Ok(proposal);
        }
        self.must_see(Right::Observe)?;
        Err(self.problem(Kind::NotFound))
    }

    /// The proposals that the reader may see, in the order of drafting; a refusal for whoever may
    /// follow none and has written none.
    pub fn proposals(&self) -> Result<Vec<&Proposal>, Problem> {
        let seen: Vec<&Proposal> =
            proposals_for(self.state, self.viewer, self.today).map(|proposal| &**proposal).collect();
        if seen.is_empty() {
            self.must_see(Right::Observe)?;
        }
        Ok(seen)
    }

    /// Whether the reader may see a proposal.
    pub fn sees_proposal(&self, id: ProposalId) -> bool {
        proposal_for(self.state, self.viewer, id, self.today).is_some()
    }
}
