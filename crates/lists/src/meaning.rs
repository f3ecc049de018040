//! What a word in a cell means in the bylaws: a class, a kind within one, a person or an organization.

use rochdale_core::{
    rulebook::{Class, Rulebook},
    values::{Names, Slug},
};

use crate::fold::{bare, folded};

/// Whether a value is a name in any of its languages, or the short name.
fn is_called(names: &Names, id: &Slug, value: &str) -> bool {
    let value = folded(value);
    let called = |name: &str| folded(name) == value || bare(name) == bare(&value);
    called(id.as_str()) || names.0.values().any(|name| called(name))
}

/// The class that a value names, with the kind where it names one that only that class has.
pub fn class_of(rulebook: &Rulebook, value: &str) -> Option<(Slug, Option<Slug>)> {
    let by_name = rulebook.classes().find(|class| is_called(&class.rule.name, &class.rule.id, value));
    if let Some(class) = by_name {
        return Some((class.rule.id.clone(), None));
    }
    let mut of_kind =
        rulebook.classes().filter_map(|class| Some((class.rule.id.clone(), kind_of(class.rule, value)?)));
    match (of_kind.next(), of_kind.next()) {
        (Some((class, kind)), None) => Some((class, Some(kind))),
        _ => None,
    }
}

/// The kind of a class that a value names.
pub fn kind_of(class: &Class, value: &str) -> Option<Slug> {
    class.kinds.iter().find(|kind| is_called(&kind.name, &kind.id, value)).map(|kind| kind.id.clone())
}

/// Whether a value says that it is a person; `None` where it says neither.
pub fn is_person(value: &str) -> Option<bool> {
    match bare(value).as_str() {
        "person" | "aperson" | "individual" | "persona" | "unapersona" | "人" | "個人" | "自然人" => {
            Some(true)
        }
        "organization" | "organisation" | "anorganization" | "coop" | "organizacion" | "unaorganizacion"
        | "cooperativa" | "entidad" | "組織" | "團體" | "法人" | "合作社" => Some(false),
        _ => None,
    }
}
