//! `names-defined`: what a rule names is defined by a rule.

use crate::{
    rulebook::{
        Check, Diagnostic,
        read::{Role, Survey, advise},
    },
    values::Slug,
};

/// Checks every name but those of decision rules, which have checks of their own.
pub(super) fn check(survey: &Survey<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for mention in &survey.notes.mentions {
        if matches!(mention.role, Role::Decision | Role::Fallback)
            || is_defined(survey, mention.role, &mention.id)
        {
            continue;
        }
        let says = format!("no rule defines the {} `{}`", mention.role.word(), mention.id);
        let mend = advise_on(survey, mention.role, &mention.id);
        found.push(Diagnostic::error(
            Check::NamesDefined,
            mention.place.clone(),
            mention.clause.as_ref(),
            says,
            mend,
        ));
    }
    found
}

/// Whether a rule defines this.
pub(super) fn is_defined(survey: &Survey<'_>, role: Role, id: &Slug) -> bool {
    survey.notes.definitions.iter().any(|definition| definition.role == role && definition.id == *id)
}

/// What to do about a name that nothing defines.
pub(super) fn advise_on(survey: &Survey<'_>, role: Role, id: &Slug) -> String {
    let known = survey.notes.definitions.iter().filter(|definition| definition.role == role);
    let known: std::collections::BTreeSet<&str> = known.map(|definition| definition.id.as_str()).collect();
    advise(id.as_str(), known)
}
