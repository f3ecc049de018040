//! `defined-once`: a name is defined once, and a number once or always alike.

use std::collections::BTreeMap;

use crate::{
    rulebook::{Check, Diagnostic, Retained, RuleKind, read::Survey},
    values::Slug,
};

/// Checks the names that rules define, and the rules of which a rulebook has one.
pub(super) fn check(survey: &Survey<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut first = BTreeMap::new();
    for definition in &survey.notes.definitions {
        let earlier = first.entry((definition.role, &definition.id)).or_insert(definition);
        let is_first = std::ptr::eq(*earlier, definition);
        if is_first || (definition.value.is_some() && definition.value == earlier.value) {
            continue;
        }
        let already = if definition.value.is_some() { "otherwise" } else { "already" };
        let (what, id, at) = (definition.role.word(), &definition.id, &earlier.place);
        let says = format!("the {what} `{id}` is defined {already} in {}:{}", at.file, at.line);
        let mend = "keep one of the two, or give this one a name of its own";
        let (place, clause) = (definition.place.clone(), definition.clause.as_ref());
        found.push(Diagnostic::error(Check::DefinedOnce, place, clause, says, mend));
    }
    found.extend(only_one(survey));
    found
}

/// What a rule settles once for a rulebook, a group or a class, if its kind does.
fn settles(kind: &RuleKind) -> Vec<(&'static str, Option<&Slug>)> {
    match kind {
        RuleKind::Objection(_) => vec![("whether an objection gives its reason", None)],
        RuleKind::Recusal(_) => vec![("what recusal does to the base", None)],
        RuleKind::Concerned(_) => {
            vec![("whether a member decides on the end or the suspension of their membership", None)]
        }
        RuleKind::VotingUnit(_) => vec![("what has one vote", None)],
        RuleKind::Phases(phases) => vec![("the phases", Some(&phases.class))],
        RuleKind::Window(window) if window.groups.is_empty() => {
            vec![("how long members have to respond", None)]
        }
        RuleKind::Window(window) => {
            window.groups.iter().map(|group| ("how long members have to respond", Some(group))).collect()
        }
        RuleKind::Resolution(resolution) => {
            resolution.groups.iter().map(|group| ("what a resolution carries", Some(group))).collect()
        }
        RuleKind::Representatives(rule) => {
            rule.classes.iter().map(|class| ("the representatives", Some(class))).collect()
        }
        RuleKind::Alternates(rule) => {
            rule.classes.iter().map(|class| ("whether alternates act", Some(class))).collect()
        }
        RuleKind::Interest(rule) => {
            rule.classes.iter().map(|class| ("the interest form", Some(class))).collect()
        }
        RuleKind::Assets(_) => vec![("the asset register", None)],
        RuleKind::Confidentiality(_) => vec![("the confidentiality classes", None)],
        RuleKind::Standing(_) => vec![("what good standing is", None)],
        RuleKind::Channels(rule) => rule.classes.iter().map(|class| ("the channels", Some(class))).collect(),
        RuleKind::Retention(rule) => vec![(said_once(rule.what), None)],
        RuleKind::Review(review) => vec![("the reviews", Some(&review.class))],
        RuleKind::Notice(notice) => notice.classes.iter().map(|class| ("the notice", Some(class))).collect(),
        RuleKind::Backup(_) => vec![("what copies whoever leaves may keep", None)],
        RuleKind::Suspension(_) => vec![("what a suspended member does not do", None)],
        RuleKind::Sanctions(_) => vec![("which sanctions need a decision", None)],
        RuleKind::Agreement(agreement) => vec![("the agreement", Some(&agreement.class))],
        _ => Vec::new(),
    }
}

/// What a retention rule settles once.
fn said_once(what: Retained) -> &'static str {
    match what {
        Retained::Details => "how long the details of whoever left are kept",
        Retained::Applicants => "how long what applicants sent is kept",
        Retained::Cases => "how long what was written in cases is kept",
        Retained::Reviews => "how long reviews are kept",
        Retained::Mail => "how long mail is kept",
    }
}

/// Reports a second rule about what is settled once.
fn only_one(survey: &Survey<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut first = BTreeMap::new();
    for clause in survey.rulebook.clauses() {
        for (number, rule) in clause.rules.iter().enumerate() {
            for (what, of) in settles(&rule.kind) {
                let earlier = first.entry((what, of)).or_insert(&rule.cite);
                if std::ptr::eq(*earlier, &rule.cite) {
                    continue;
                }
                let of = of.map(|slug| format!(" of `{slug}`")).unwrap_or_default();
                let says = format!("{earlier} settles already {what}{of}");
                let mend = "keep one of the two rules";
                let place = survey.rule_place(&clause.id, number);
                found.push(Diagnostic::error(Check::DefinedOnce, place, Some(&clause.id), says, mend));
            }
        }
    }
    found
}
