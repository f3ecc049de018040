//! Where in a rulebook each rule stands, so that the questions asked most often are quick.

use std::collections::BTreeMap;

use super::{Clause, ClauseId, RuleKind, cells::Cells};
use crate::values::{Names, Slug};

/// The place of a rule: of its clause, and within it.
type Place = (usize, usize);

/// The places of the rules that are asked for by name. Where a name is defined twice, the first stands;
/// the checker reports the second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Index {
    pub(super) clauses: BTreeMap<ClauseId, usize>,
    pub(super) classes: BTreeMap<Slug, Place>,
    pub(super) phases: BTreeMap<Slug, Place>,
    /// Of each kind of matter: the place of its rule, and its own place in that rule.
    pub(super) matters: BTreeMap<Slug, (Place, usize)>,
    pub(super) decisions: BTreeMap<Slug, Place>,
    /// The duties, in the order of reading.
    pub(super) duties: Vec<Place>,
    pub(super) standing: Option<Place>,
    pub(super) names: BTreeMap<Slug, Names>,
    pub(super) cells: Cells,
}

impl Index {
    /// The index of these clauses.
    pub(super) fn of(clauses: &[Clause]) -> Self {
        let mut index = Self {
            clauses: BTreeMap::new(),
            classes: BTreeMap::new(),
            phases: BTreeMap::new(),
            matters: BTreeMap::new(),
            decisions: BTreeMap::new(),
            duties: Vec::new(),
            standing: None,
            names: BTreeMap::new(),
            cells: Cells::of(clauses),
        };
        for (place, clause) in clauses.iter().enumerate() {
            index.clauses.entry(clause.id.clone()).or_insert(place);
            for (number, rule) in clause.rules.iter().enumerate() {
                index.enter(&rule.kind, (place, number));
            }
        }
        index
    }

    fn enter(&mut self, kind: &RuleKind, place: Place) {
        match kind {
            RuleKind::Class(class) => {
                self.classes.entry(class.id.clone()).or_insert(place);
            }
            RuleKind::Phases(phases) => {
                self.phases.entry(phases.class.clone()).or_insert(place);
            }
            RuleKind::Decision(decision) => {
                self.decisions.entry(decision.id.clone()).or_insert(place);
            }
            RuleKind::Duty(_) => self.duties.push(place),
            RuleKind::Standing(_) => {
                self.standing.get_or_insert(place);
            }
            RuleKind::Matters(matters) => {
                for (number, matter) in matters.matters.iter().enumerate() {
                    self.matters.entry(matter.id.clone()).or_insert((place, number));
                }
            }
            _ => {}
        }
        for named in kind.things() {
            self.names.entry(named.id.clone()).or_insert_with(|| named.name.clone());
        }
    }
}
