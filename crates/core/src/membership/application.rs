//! What a membership may become by a decision: from which day on one may apply, and what is still missing.

use std::{collections::BTreeSet, sync::Arc};

use jiff::civil::Date;

use super::{Membership, Right, has_right};
use crate::{
    awaited,
    command::Effect,
    finding::{Answer, Finding, Value},
    message::Argument,
    messages as say,
    proposals::Proposal,
    rulebook::{Citation, EffectKind, Rulebook},
    state::State,
    values::{MembershipId, PartyId, ProposalId, Slug},
};

/// Whether a person may propose on a day that somebody be admitted.
pub fn nominates(state: &State, rulebook: &Rulebook, person: PartyId, day: Date) -> bool {
    let admitting =
        rulebook.matters().filter(|matter| matches!(matter.rule.effect, EffectKind::Admit { .. }));
    let groups: BTreeSet<&Slug> = admitting.map(|matter| &matter.rule.group).collect();
    groups.into_iter().any(|group| has_right(state, person, Right::Propose, Some(group), day))
}

/// A way from the class of a membership into another, by a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    /// Whose.
    pub membership: MembershipId,
    /// The kind of matter that decides it.
    pub matter: Slug,
    /// The first day on which one may apply.
    pub from: Date,
    /// The proposal on it that is open, or carried and waits.
    pub proposal: Option<ProposalId>,
    /// What is still missing; never empty, as the class is another by then.
    pub missing: Vec<Finding>,
    /// The clause.
    pub cites: Arc<Citation>,
}

/// What a current membership may apply for, or will on a later day before its last; empty for one that is not current on
/// the day.
pub fn applications(state: &State, rulebook: &Rulebook, held: &Membership, day: Date) -> Vec<Application> {
    let Some((since, class)) = held.class_on(day).filter(|_| held.is_current_on(day)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for matter in rulebook.matters() {
        let EffectKind::ChangeClass { from, to, after_months } = &matter.rule.effect else { continue };
        if from != class {
            continue;
        }
        let earliest = held.month_begins(since, *after_months);
        if held.last_day().is_some_and(|last| last < earliest) {
            continue;
        }
        let proposal = proposal_on(state, held.id, since);
        let missing = match proposal {
            _ if day < earliest => {
                let says = say::MONTHS_HAVE_NOT_PASSED.with([(*after_months).into(), earliest.into()]);
                vec![Finding::new(says, Value::Date(earliest))]
            }
            None => {
                let says = say::NOBODY_HAS_PROPOSED_IT.with([Argument::Matter(matter.rule.id.clone())]);
                let remedy = say::ASK_SOMEBODY_TO_PROPOSE_IT.with([]);
                vec![Finding::answer(says, Answer::No).missing(remedy)]
            }
            Some(proposal) if proposal.is_open() => {
                vec![Finding::answer(say::IS_BEING_DECIDED.with([proposal.id.into()]), Answer::NotYetKnown)]
            }
            Some(_) => awaited::missing_to_change(state, rulebook, held, to, day),
        };
        found.push(Application {
            membership: held.id,
            matter: matter.rule.id.clone(),
            from: earliest,
            proposal: proposal.map(|proposal| proposal.id),
            missing,
            cites: Arc::clone(matter.cite),
        });
    }
    found
}

/// The proposal that would change the class of a membership: carried and waiting, else open.
fn proposal_on(state: &State, id: MembershipId, since: Date) -> Option<&Proposal> {
    let about = |proposal: &&Arc<Proposal>| {
        proposal.draft.effect == Effect::ChangeClass { membership: id }
            && proposal.opened.is_some_and(|at| since <= state.date_of(at))
    };
    state.awaited_effects().find(about).or_else(|| state.open_proposals().find(about)).map(|found| &**found)
}
