//! Kinds of matter: those of the rulebook, and those that the assembly named by resolution.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

use crate::{
    rulebook::{Citation, Decision, EffectKind, Rulebook, Ruled},
    state::State,
    values::{ProposalId, Slug},
};

/// A kind of matter that the assembly named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedMatter {
    /// Its short name.
    pub id: Slug,
    /// What people call it.
    pub name: String,
    /// The group that it is in.
    pub group: Slug,
    /// The rule by which it is decided.
    pub decision: Slug,
    /// The proposal that named it.
    pub by: ProposalId,
}

/// What holds for a kind of matter.
#[derive(Debug, Clone)]
pub struct MatterRule {
    /// Its short name.
    pub id: Slug,
    /// Its group.
    pub group: Slug,
    /// The rule by which it is decided.
    pub decision: Slug,
    /// What a carried proposal does.
    pub effect: EffectKind,
    /// The clause.
    pub cite: Arc<Citation>,
}

/// What holds for the kind of matter with this name; `None` where neither the edition nor a
/// resolution knows it.
pub fn matter(state: &State, rulebook: &Rulebook, id: &Slug) -> Option<MatterRule> {
    if let Some(known) = rulebook.matter(id) {
        return Some(MatterRule {
            id: id.clone(),
            group: known.rule.group.clone(),
            decision: known.rule.decision.clone(),
            effect: known.rule.effect.clone(),
            cite: Arc::clone(known.cite),
        });
    }
    let named = state.named_matters.get(id)?;
    let others = rulebook.others(&named.group)?;
    Some(MatterRule {
        id: id.clone(),
        group: named.group.clone(),
        decision: named.decision.clone(),
        effect: EffectKind::None,
        cite: Arc::clone(others.cite),
    })
}

/// Every kind of matter: the edition's in its order, then those that the assembly named.
pub fn matters(state: &State, rulebook: &Rulebook) -> Vec<MatterRule> {
    let written = rulebook.matters().map(|known| known.rule.id.clone());
    let named = state.named_matters().map(|named| named.id.clone());
    written.chain(named).filter_map(|id| matter(state, rulebook, &id)).collect()
}

/// The group of a kind of matter.
pub fn group_of(state: &State, rulebook: &Rulebook, id: &Slug) -> Option<Slug> {
    matter(state, rulebook, id).map(|known| known.group)
}

/// The rule by which a kind of matter is decided.
pub fn decision_of<'a>(state: &State, rulebook: &'a Rulebook, id: &Slug) -> Option<Ruled<'a, Decision>> {
    rulebook.decision(&matter(state, rulebook, id)?.decision)
}
