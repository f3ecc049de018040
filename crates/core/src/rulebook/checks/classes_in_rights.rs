//! `classes-in-rights`: every class has an answer for every right.

use std::collections::BTreeSet;

use crate::{
    membership::Right,
    rulebook::{Check, Class, Diagnostic, RuleKind, Rulebook, Ruled, read::Survey},
    values::Slug,
};

/// Checks that every class, in each of its phases, has a cell for every right that any table speaks of,
/// and for voting on the matters of every group.
pub(super) fn check(survey: &Survey<'_>) -> Vec<Diagnostic> {
    let book = survey.rulebook;
    let mut rows: BTreeSet<(Right, Option<&Slug>)> = BTreeSet::new();
    for rule in book.rules() {
        if let RuleKind::Rights(rights) = &rule.kind {
            rows.extend(rights.cells.iter().map(|cell| (cell.right, cell.group.as_ref())));
        }
    }
    rows.extend(book.groups().map(|group| (Right::Vote, Some(&group.id))));
    let mut found = Vec::new();
    for clause in book.clauses() {
        for (number, rule) in clause.rules.iter().enumerate() {
            let RuleKind::Class(class) = &rule.kind else { continue };
            let missing = missing(book, Ruled { rule: class, cite: &rule.cite }, &rows);
            if missing.is_empty() {
                continue;
            }
            let says =
                format!("no table of rights says for the class `{}`: {}", class.id, missing.join(", "));
            let mend = "add the columns or rows to a rights table, with yes, no, or what it depends on";
            let place = survey.rule_place(&clause.id, number);
            found.push(Diagnostic::error(Check::ClassesInRights, place, Some(&clause.id), says, mend));
        }
    }
    found
}

/// The rows, as `right:group`, that have no answer for this class, with the phase where it has any.
fn missing(book: &Rulebook, class: Ruled<'_, Class>, rows: &BTreeSet<(Right, Option<&Slug>)>) -> Vec<String> {
    let phases: Vec<Option<&Slug>> = match book.phases(&class.id) {
        Some(phases) => phases.rule.phases.iter().map(|phase| Some(&phase.id)).collect(),
        None => vec![None],
    };
    let mut missing = Vec::new();
    for (right, group) in rows {
        for phase in &phases {
            if !is_answered(book, &class.id, *phase, *right, *group) {
                let group = group.map(|group| format!(":{group}")).unwrap_or_default();
                let phase = phase.map(|phase| format!(" in phase `{phase}`")).unwrap_or_default();
                missing.push(format!("`{}{group}`{phase}", right.id()));
            }
        }
    }
    missing
}

/// Whether a table answers: for all matters at once, or for those of every group.
fn is_answered(
    book: &Rulebook,
    class: &Slug,
    phase: Option<&Slug>,
    right: Right,
    group: Option<&Slug>,
) -> bool {
    let answered = |group| book.cell(class, phase, right, group).is_some();
    let mut groups = book.groups().map(|group| Some(&group.id)).peekable();
    answered(group) || (group.is_none() && groups.peek().is_some() && groups.all(answered))
}
