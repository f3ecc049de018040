//! The rights tables of a rulebook, laid out for the question that is asked most: who may do what.

use std::collections::{BTreeMap, BTreeSet};

use super::{Cell, Clause, RuleKind};
use crate::{membership::Right, values::Slug};

/// For every class, phase, right and group the cell that answers, worked out beforehand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cells {
    cells: Vec<Cell>,
    /// The groups that rows speak of.
    groups: Vec<Slug>,
    grids: BTreeMap<Slug, Grids>,
}

/// The answers for one class.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Grids {
    /// For the whole class.
    whole: Grid,
    /// For each phase that a column speaks of.
    phases: Vec<(Slug, Grid)>,
}

/// For each right the place of the cell on all matters, then of the one for each group.
type Grid = Vec<Option<usize>>;

impl Cells {
    /// The cells of these clauses.
    pub(super) fn of(clauses: &[Clause]) -> Self {
        let mut cells = Vec::new();
        let mut is_summary = Vec::new();
        for rule in clauses.iter().flat_map(|clause| &clause.rules) {
            if let RuleKind::Rights(rights) = &rule.kind {
                cells.extend(rights.cells.iter().cloned());
                is_summary.resize(cells.len(), rights.is_summary);
            }
        }
        let groups: BTreeSet<Slug> = cells.iter().filter_map(|cell| cell.group.clone()).collect();
        let mut columns: BTreeMap<Slug, BTreeSet<Slug>> = BTreeMap::new();
        for cell in &cells {
            columns.entry(cell.class.clone()).or_default().extend(cell.phase.clone());
        }
        let mut laid_out = Self { cells, groups: groups.into_iter().collect(), grids: BTreeMap::new() };
        for (class, phases) in columns {
            let whole = laid_out.grid(&is_summary, &class, None);
            let phases = phases
                .into_iter()
                .map(|phase| (phase.clone(), laid_out.grid(&is_summary, &class, Some(&phase))))
                .collect();
            laid_out.grids.insert(class, Grids { whole, phases });
        }
        laid_out
    }

    /// The cell that answers; see [`Rulebook::cell`](super::Rulebook::cell).
    pub(super) fn find(
        &self,
        class: &Slug,
        phase: Option<&Slug>,
        right: Right,
        group: Option<&Slug>,
    ) -> Option<&Cell> {
        let grids = self.grids.get(class)?;
        let grid = phase
            .and_then(|phase| grids.phases.iter().find(|(of, _)| of == phase))
            .map_or(&grids.whole, |(_, grid)| grid);
        let column = group
            .and_then(|group| self.groups.iter().position(|known| known == group))
            .map_or(0, |position| position + 1);
        let place = grid.get(right as usize * (self.groups.len() + 1) + column)?;
        self.cells.get((*place)?)
    }

    fn grid(&self, is_summary: &[bool], class: &Slug, phase: Option<&Slug>) -> Grid {
        let mut grid = Vec::with_capacity(Right::ALL.len() * (self.groups.len() + 1));
        for right in Right::ALL {
            for group in std::iter::once(None).chain(self.groups.iter().map(Some)) {
                grid.push(self.most_specific(is_summary, class, phase, *right, group));
            }
        }
        grid
    }

    /// The place of the cell that prevails; of two alike, the first.
    fn most_specific(
        &self,
        is_summary: &[bool],
        class: &Slug,
        phase: Option<&Slug>,
        right: Right,
        group: Option<&Slug>,
    ) -> Option<usize> {
        let speaks_of = |cell: &Cell| {
            cell.class == *class
                && cell.right == right
                && (cell.phase.is_none() || cell.phase.as_ref() == phase)
                && (cell.group.is_none() || cell.group.as_ref() == group)
        };
        let speaking = self.cells.iter().enumerate().filter(|(_, cell)| speaks_of(cell));
        let (place, _) = speaking
            .min_by_key(|(place, cell)| (is_summary[*place], cell.phase.is_none(), cell.group.is_none()))?;
        Some(place)
    }
}
