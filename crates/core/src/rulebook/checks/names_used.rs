//! `names-used`: a decision rule decides something.

use crate::rulebook::{
    Check, Diagnostic,
    read::{Role, Survey},
};

/// Warns of decision rules that no matter and no consensus names.
pub(super) fn check(survey: &Survey<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for definition in survey.notes.definitions.iter().filter(|definition| definition.role == Role::Decision) {
        let is_used = survey.notes.mentions.iter().any(|mention| {
            matches!(mention.role, Role::Decision | Role::Fallback) && mention.id == definition.id
        });
        if !is_used {
            let says = format!("no matter is decided by `{}`", definition.id);
            let mend = "name it in a matter, or remove it";
            let (place, clause) = (definition.place.clone(), definition.clause.as_ref());
            found.push(Diagnostic::warning(Check::NamesUsed, place, clause, says, mend));
        }
    }
    found
}
