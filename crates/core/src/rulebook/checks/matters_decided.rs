//! `matters-decided` and `fallback-votes`: every matter can be decided.

use super::names_defined::{advise_on, is_defined};
use crate::{
    rulebook::{
        Check, Diagnostic, Method,
        read::{Role, Survey},
    },
    values::Slug,
};

/// Checks that the decision rules that matters name exist, and that what replaces consensus is a vote.
pub(super) fn check(survey: &Survey<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for mention in &survey.notes.mentions {
        let id = &mention.id;
        let mut report = |check, says: String, mend: String| {
            found.push(Diagnostic::error(check, mention.place.clone(), mention.clause.as_ref(), says, mend));
        };
        match mention.role {
            Role::Decision if is_missing(survey, id) => {
                let advice = advise_on(survey, Role::Decision, id);
                let mend = format!(
                    "{advice}; where the bylaws do not say, ask in an unsettled block, with `asks = [\"decision:{id}\"]`"
                );
                report(Check::MattersDecided, format!("no rule defines the decision rule `{id}`"), mend);
            }
            Role::Fallback => {
                let decision = survey.rulebook.decision(id);
                if !decision.is_some_and(|decision| matches!(decision.method, Method::Vote(_))) {
                    let mend = "name a decision rule whose method is `vote`";
                    report(Check::FallbackVotes, format!("the fallback `{id}` is no vote"), mend.to_owned());
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether a decision rule is neither defined nor asked for by an open question.
fn is_missing(survey: &Survey<'_>, id: &Slug) -> bool {
    let is_asked = survey.rulebook.open_question(&format!("decision:{id}")).is_some();
    !is_asked && !is_defined(survey, Role::Decision, id)
}
