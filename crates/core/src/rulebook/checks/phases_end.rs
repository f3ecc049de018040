//! `phases-end`: phases that go on have a way out.

use crate::rulebook::{Check, Diagnostic, EffectKind, RuleKind, read::Survey};

/// Checks that a class whose last phase goes on can be left for another by a decision.
pub(super) fn check(survey: &Survey<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for clause in survey.rulebook.clauses() {
        for (number, rule) in clause.rules.iter().enumerate() {
            let RuleKind::Phases(phases) = &rule.kind else { continue };
            let has_way_out = survey.rulebook.matters().any(
                |matter| matches!(&matter.effect, EffectKind::ChangeClass { from, .. } if *from == phases.class),
            );
            if phases.continues && !has_way_out {
                let says = format!(
                    "the last phase of `{}` goes on, and no matter leads out of the class",
                    phases.class
                );
                let mend = format!(
                    "add a matter with `effect = \"change-class\"` and `from = \"{}\"`, or let the phases end",
                    phases.class
                );
                let place = survey.rule_place(&clause.id, number);
                found.push(Diagnostic::error(Check::PhasesEnd, place, Some(&clause.id), says, mend));
            }
        }
    }
    found
}
