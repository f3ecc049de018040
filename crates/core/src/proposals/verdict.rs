//! The verdict with its proof.

use std::sync::Arc;

use super::{How, Proposal, Tally, decision_of};
use crate::{
    finding::{Answer, Finding, Value},
    messages as say,
    rulebook::{Citation, Method, Rulebook},
    state::State,
};

/// Why a proposal carries, or does not, by `tally`: the roll, the recused, the base, the absent, the
/// needed and the got, each with its clause; and what would have changed it.
pub fn verdict(state: &State, proposal: &Proposal, tally: &Tally) -> Finding {
    let answer = if tally.carried { Answer::Yes } else { Answer::No };
    let Some(rulebook) = proposal.edition.and_then(|edition| state.edition(edition)) else {
        return Finding::answer(say::NOT_OPENED.with([proposal.id.into()]), Answer::DoesNotApply);
    };
    let decision_cite = decision_clause(state, rulebook, proposal, tally.how);
    let cited = |finding: Finding, cite: Option<&Arc<Citation>>| match cite {
        Some(cite) => finding.citing(cite),
        None => finding,
    };
    let count = |key: &'static crate::message::Key, number: u64| {
        Finding::new(key.with([number.into()]), Value::Count(number))
    };
    let objected =
        |key, number| cited(count(key, number), rulebook.objection().as_ref().map(|rule| rule.cite));
    let mut base_of = vec![count(&say::ON_THE_ROLL, tally.roll)];
    if tally.recused > 0 {
        let recused = count(&say::RECUSED, tally.recused);
        base_of.push(cited(recused, rulebook.recusal().as_ref().map(|rule| rule.cite)));
    }
    let base = cited(count(&say::BASE, tally.base).of(base_of), decision_cite.as_ref());
    let mut of = vec![base];
    match tally.how {
        How::Vote => {
            of.push(count(&say::IN_FAVOUR, tally.in_favour));
            of.push(count(&say::AGAINST, tally.against));
            of.push(count(&say::ABSTAINED, tally.abstained));
            of.push(count(&say::ABSENT, tally.absent));
            of.push(cited(count(&say::NEEDED, tally.needed), decision_cite.as_ref()));
        }
        How::Consensus => {
            of.push(count(&say::AGREED, tally.in_favour));
            of.push(objected(&say::OBJECTED, tally.against));
            of.push(count(&say::STOOD_ASIDE, tally.stood_aside));
            of.push(count(&say::ABSTAINED, tally.abstained));
            of.push(count(&say::ABSENT, tally.absent));
            if tally.objections_apart > 0 {
                of.push(objected(&say::OBJECTED_APART, tally.objections_apart));
            }
            if tally.needed > 0 {
                of.push(cited(count(&say::AGREEMENTS_NEEDED, tally.needed), decision_cite.as_ref()));
            }
        }
    }
    let is_decided = proposal.decided.is_some();
    let says = match (tally.how, tally.carried, is_decided) {
        (How::Vote, true, true) => say::CARRIES_BY_VOTE.with(numbers(proposal, tally)),
        (How::Vote, true, false) => say::WOULD_CARRY_BY_VOTE.with(numbers(proposal, tally)),
        (How::Vote, false, true) => say::FAILS_BY_VOTE.with(numbers(proposal, tally)),
        (How::Vote, false, false) => say::WOULD_FAIL_BY_VOTE.with(numbers(proposal, tally)),
        (How::Consensus, true, true) => say::CARRIES_BY_CONSENSUS.with([proposal.id.into()]),
        (How::Consensus, true, false) => say::WOULD_CARRY_BY_CONSENSUS.with([proposal.id.into()]),
        (How::Consensus, false, true) => say::FAILS_BY_CONSENSUS.with([proposal.id.into()]),
        (How::Consensus, false, false) => say::WOULD_FAIL_BY_CONSENSUS.with([proposal.id.into()]),
    };
    let mut finding = cited(Finding::answer(says, answer).of(of), decision_cite.as_ref());
    if !tally.carried {
        finding.missing = what_is_missing(tally);
    }
    finding
}

fn numbers(proposal: &Proposal, tally: &Tally) -> [crate::message::Argument; 4] {
    [proposal.id.into(), tally.in_favour.into(), tally.base.into(), tally.needed.into()]
}

fn what_is_missing(tally: &Tally) -> Option<crate::message::Message> {
    let objections = tally.against + tally.objections_apart;
    match tally.how {
        How::Vote => {
            let more = tally.needed.saturating_sub(tally.in_favour);
            (more > 0).then(|| say::MORE_IN_FAVOUR.with([more.into()]))
        }
        How::Consensus if objections > 0 => Some(say::OBJECTIONS_STAND.with([objections.into()])),
        How::Consensus => {
            let more = tally.needed.saturating_sub(tally.in_favour);
            (more > 0).then(|| say::AGREEMENTS_MISSING.with([more.into()]))
        }
    }
}

fn decision_clause(
    state: &State,
    rulebook: &Rulebook,
    proposal: &Proposal,
    how: How,
) -> Option<Arc<Citation>> {
    let decision = decision_of(state, rulebook, &proposal.draft.matter)?;
    match (&decision.rule.method, how) {
        (Method::Consensus(consensus), How::Vote) => {
            rulebook.decision(consensus.fallback.as_ref()?).map(|fallback| Arc::clone(fallback.cite))
        }
        _ => Some(Arc::clone(decision.cite)),
    }
}
