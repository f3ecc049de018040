//! `same-numbers`: a clause has the same numbers in every language.

use std::collections::BTreeMap;

use crate::rulebook::{
    Check, Diagnostic,
    read::{Survey, numbers_in},
};

/// Compares the numbers of each translated clause with those in the binding language.
pub(super) fn check(survey: &Survey<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (clause, surveyed) in survey.texts {
        let binding = numbers_in(&surveyed.binding.said.plain());
        for (language, text) in &surveyed.translations {
            let theirs = numbers_in(&text.said.plain());
            if theirs == binding {
                continue;
            }
            let bound = survey.rulebook.front.binding();
            let only_here = listed(&theirs, &binding);
            let only_there = listed(&binding, &theirs);
            let says = match (only_here.is_empty(), only_there.is_empty()) {
                (false, false) => format!("{language} says {only_here} where {bound} says {only_there}"),
                (false, true) => format!("{language} says {only_here}, and {bound} does not"),
                _ => format!("{language} does not say {only_there}, and {bound} does"),
            };
            let mend = "say the same numbers in digits, as often, in both languages";
            found.push(Diagnostic::error(Check::SameNumbers, text.heading(), Some(clause), says, mend));
        }
    }
    found
}

/// The numbers that occur more often in one text than in the other.
fn listed(one: &BTreeMap<String, u32>, other: &BTreeMap<String, u32>) -> String {
    let more = one.iter().filter(|(number, times)| other.get(*number).unwrap_or(&0) < times);
    more.map(|(number, _)| number.as_str()).collect::<Vec<_>>().join(", ")
}
