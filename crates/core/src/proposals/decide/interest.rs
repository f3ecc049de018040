//! Disclosure and recusal.

use super::{checks, one};
use crate::{
    decide::{Decided, Occasion},
    fact::Fact,
    messages as say,
    proposals::Stage,
    refusal::Malformed,
    values::{MembershipId, ProposalId},
};

pub(super) fn disclose(
    occasion: &Occasion<'_>,
    id: ProposalId,
    membership: MembershipId,
    interest: &str,
    recuse: bool,
) -> Decided {
    let ruling = checks::ruling(occasion, id)?;
    let stages = [Stage::InRound, Stage::BetweenRounds, Stage::Voting];
    checks::must_be_at(&ruling, &stages, say::DISCLOSE_WHILE_OPEN.with([]))?;
    let person = checks::must_respond_for(occasion, &ruling, membership)?;
    if interest.trim().is_empty() {
        return Err(Malformed { field: "interest", says: say::INTEREST_IS_EMPTY.with([]) }.into());
    }
    one(Fact::InterestDisclosed {
        proposal: id,
        membership,
        person,
        interest: interest.trim().to_owned(),
        recused: recuse,
    })
}
