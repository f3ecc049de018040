//! What the confidentiality classes make the program do.

use crate::{
    message::{Argument, Message},
    messages as say,
    rulebook::{Confidentiality, ConfidentialityClass, Readers},
};

/// One sentence on the classes, then one or several on who reads each, who files and who keeps the archive.
pub(super) fn sentences(rule: &Confidentiality) -> Vec<Message> {
    let name = |class: &ConfidentialityClass| Argument::from(class.named.name.clone());
    let all: Vec<Argument> = rule.classes.iter().map(name).collect();
    let default = rule.class(&rule.default).map_or_else(|| rule.default.as_str().into(), name);
    let mut found = vec![say::RULE_CONFIDENTIALITY.with([all.into(), default])];
    found.extend(rule.classes.iter().flat_map(of_class));
    let (whole, in_phase) = split(&rule.filed_by);
    found.extend(whole.map(|classes| say::RULE_FILED_BY.with([classes])));
    found.extend(in_phase.into_iter().map(|[class, phase]| say::RULE_FILED_IN_PHASE.with([class, phase])));
    let offices: Vec<Argument> = rule.kept_by.iter().cloned().map(Argument::Named).collect();
    if !offices.is_empty() {
        found.push(say::RULE_ARCHIVE_KEPT_BY.with([offices.into()]));
    }
    found
}

fn of_class(class: &ConfidentialityClass) -> Vec<Message> {
    let name = || Argument::from(class.named.name.clone());
    if class.is_public {
        return vec![say::RULE_CLASS_IS_PUBLIC.with([name()])];
    }
    let (whole, in_phase) = split(&class.read_by);
    let mut found = Vec::new();
    found.extend(whole.map(|readers| say::RULE_CLASS_READ_BY.with([name(), readers])));
    let phases = in_phase.into_iter();
    found.extend(phases.map(|[class, phase]| say::RULE_CLASS_READ_IN_PHASE.with([name(), class, phase])));
    if !class.offices.is_empty() {
        let offices: Vec<Argument> = class.offices.iter().cloned().map(Argument::Named).collect();
        found.push(say::RULE_CLASS_READ_BY_OFFICES.with([name(), offices.into()]));
    }
    if class.is_for_named {
        found.push(say::RULE_CLASS_READ_BY_NAMED.with([name()]));
    }
    found
}

/// The classes that are meant as a whole, if any are, and those with their phase.
fn split(readers: &[Readers]) -> (Option<Argument>, Vec<[Argument; 2]>) {
    let whole: Vec<Argument> = readers
        .iter()
        .filter(|one| one.phase.is_none())
        .map(|one| Argument::Class(one.class.clone()))
        .collect();
    let in_phase = readers
        .iter()
        .filter_map(|one| Some([Argument::Class(one.class.clone()), Argument::Phase(one.phase.clone()?)]));
    ((!whole.is_empty()).then(|| whole.into()), in_phase.collect())
}
