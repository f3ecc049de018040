//! `matters`: kinds of matter that are decided alike.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::{
    rulebook::{
        Check, EffectKind, Key, Matter, Matters, Named,
        read::{Fields, Role, Value, names_alike},
    },
    values::{Names, Slug},
};

const GROUP: &[Key] = &[
    Key::needed("id", "name in lower case", "what rights and other rules call the group"),
    Key::optional("name", "text in each language", "what people call it; stands in one clause"),
];

const MATTER: &[Key] = &[
    Key::needed("id", "name in lower case", "what the register calls it"),
    Key::needed("name", "text in each language", "what people call it"),
    Key::needed("decision", "name of a decision rule", "how it is decided"),
    Key::optional(
        "effect",
        "`admit`, `change-class`, `name-matter`, `adopt-edition`, `confirm-review`, `pause-training`, `change-terms`, \
         `suspend`, `allow-backup`, `decide-declaration` or `end-membership`",
        "what a carried proposal does by itself; nothing if left out",
    ),
    Key::optional(
        "class",
        "name of a class",
        "`admit`: to which class; `confirm-review`, `pause-training`, `change-terms`: of which class",
    ),
    Key::optional(
        "classes",
        "list of classes",
        "`end-membership`, `suspend`: of which classes; of any if left out",
    ),
    Key::optional("declaration", "name of a kind of declaration", "`decide-declaration`: of which kind"),
    Key::optional("from", "name of a class", "`change-class`: from which class"),
    Key::optional("to", "name of a class", "`change-class`: to which class"),
    Key::optional(
        "after_months",
        "whole number",
        "`change-class`: after how many calendar months; at once if left out",
    ),
];

pub(super) const PAGE: KindPage = KindPage {
    kind: "matters",
    purpose: "Names kinds of matter that proposals can be about, groups them for the rights tables, and says how \
              each is decided and what follows by itself when it carries.",
    keys: &[
        Key::needed(
            "group",
            "`{ id, name }`",
            "the group they are in; a group may be opened in several clauses",
        ),
        Key::needed("matters", "list of matters", "the kinds of matter"),
        Key::optional(
            "others",
            "name of a decision rule",
            "how further kinds are decided that the assembly names by resolution; it may name none if left out",
        ),
    ],
    entries: &[("group", GROUP), ("matters", MATTER)],
    checks: &[Check::NamesDefined, Check::DefinedOnce, Check::MattersDecided, Check::ClassesInRights],
    example: r#"## Changing these bylaws {#X-01}

The members change these bylaws by a simple majority.

```toml rule
kind = "matters"
quote = "members change these bylaws by a simple majority"
group = { id = "major", name = { en = "Major matters" } }
matters = [{ id = "amendment", name = { en = "Amendment" }, decision = "simple", effect = "adopt-edition" }]
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Matters> {
    let group = fields.get("group").and_then(|value| read_group(&value));
    let id = group.as_ref().map(|group| group.id.clone());
    let matters = fields.get("matters").and_then(|value| value.list());
    let matters = matters.map(|matters| {
        matters.iter().filter_map(|matter| read_matter(matter, id.as_ref())).collect::<Vec<_>>()
    });
    let others = fields.mention("others", Role::Decision);
    if others.is_none() && matters.as_ref().is_some_and(Vec::is_empty) {
        let says = "the rule names no matter";
        fields.spot.problem(
            Check::Keys,
            &fields.at(),
            says,
            "name a matter, or add `others`, or remove the rule",
        );
    }
    Some(Matters { group: group?, matters: matters?, others })
}

fn read_group(value: &Value<'_>) -> Option<Named> {
    let fields = value.fields(GROUP)?;
    let id = fields.get("id").and_then(|value| Some((value.slug()?, value.at)));
    let name = fields.names("name");
    let (id, at) = id?;
    if let Some(name) = &name {
        fields.spot.define(Role::Group, &id, Some(names_alike(name)), &at);
    } else {
        fields.spot.mention(Role::Group, &id, &at);
    }
    // Where the name stands in another clause, it is filled in when all clauses are read.
    Some(Named { id, name: name.unwrap_or_default() })
}

fn read_matter(value: &Value<'_>, group: Option<&Slug>) -> Option<Matter> {
    let fields = value.fields(MATTER)?;
    let defined = fields.defined(Role::Matter);
    let decision = fields.mention("decision", Role::Decision);
    let effect = read_effect(&fields, group?);
    let (id, name): (Slug, Names) = defined?;
    Some(Matter { id, name, group: group?.clone(), decision: decision?, effect: effect? })
}

fn read_effect(fields: &Fields<'_>, group: &Slug) -> Option<EffectKind> {
    let choices = [
        "admit",
        "change-class",
        "name-matter",
        "adopt-edition",
        "confirm-review",
        "pause-training",
        "change-terms",
        "suspend",
        "allow-backup",
        "decide-declaration",
        "end-membership",
    ];
    let choices = choices.map(|effect| (effect, effect));
    let given = fields.get("effect");
    let effect = match given {
        Some(value) => value.choice(&choices)?,
        None => "nothing",
    };
    let asked: &[&'static str] = match effect {
        "admit" | "confirm-review" | "pause-training" | "change-terms" => &["class"],
        "change-class" => &["from", "to", "after_months"],
        "end-membership" | "suspend" => &["classes"],
        "decide-declaration" => &["declaration"],
        _ => &[],
    };
    for (key, at, _) in fields.entries() {
        if ["class", "classes", "declaration", "from", "to", "after_months"].contains(&key)
            && !asked.contains(&key)
        {
            let says = format!("a matter whose effect is {effect} has no `{key}`");
            fields.spot.problem(
                Check::Keys,
                &at,
                says,
                "remove it, or give the matter the effect that needs it",
            );
        }
    }
    Some(match effect {
        "admit" => EffectKind::Admit { class: named_in(fields, "class", Role::Class)? },
        "change-class" => {
            let (from, to) = (named_in(fields, "from", Role::Class), named_in(fields, "to", Role::Class));
            EffectKind::ChangeClass {
                from: from?,
                to: to?,
                after_months: fields.number_or("after_months", 0),
            }
        }
        "name-matter" => EffectKind::NameMatter { group: group.clone() },
        "adopt-edition" => EffectKind::AdoptEdition,
        "change-terms" => EffectKind::ChangeTerms { class: named_in(fields, "class", Role::Class)? },
        "suspend" => {
            EffectKind::Suspend { classes: fields.mentions("classes", Role::Class).unwrap_or_default() }
        }
        "allow-backup" => EffectKind::AllowBackup,
        "confirm-review" => EffectKind::ConfirmReview { class: named_in(fields, "class", Role::Class)? },
        "pause-training" => EffectKind::PauseTraining { class: named_in(fields, "class", Role::Class)? },
        "decide-declaration" => {
            EffectKind::DecideDeclaration { declaration: named_in(fields, "declaration", Role::Declaration)? }
        }
        "end-membership" => {
            EffectKind::EndMembership { classes: fields.mentions("classes", Role::Class).unwrap_or_default() }
        }
        _ => EffectKind::None,
    })
}

/// The name under this key, which the effect needs.
fn named_in(fields: &Fields<'_>, key: &'static str, role: Role) -> Option<Slug> {
    if fields.entries().all(|(written, ..)| written != key) {
        let says = format!("the effect needs the key `{key}`");
        fields.spot.problem(
            Check::Keys,
            &fields.at(),
            says,
            format!("add `{key} = \"...\"`, the name of a {}", role.word()),
        );
    }
    fields.mention(key, role)
}

pub(super) fn write(matters: &Matters, lines: &mut Lines) {
    lines.put("group", written::thing(&matters.group));
    lines.put("matters", written::list(matters.matters.iter().map(write_matter).collect()));
    if let Some(others) = &matters.others {
        lines.put("others", written::text(others.as_str()));
    }
}

fn write_matter(matter: &Matter) -> String {
    let mut entries = vec![
        ("id", written::text(matter.id.as_str())),
        ("name", written::names(&matter.name)),
        ("decision", written::text(matter.decision.as_str())),
    ];
    let effect = match &matter.effect {
        EffectKind::None => None,
        EffectKind::Admit { .. } => Some("admit"),
        EffectKind::ChangeClass { .. } => Some("change-class"),
        EffectKind::NameMatter { .. } => Some("name-matter"),
        EffectKind::AdoptEdition => Some("adopt-edition"),
        EffectKind::ConfirmReview { .. } => Some("confirm-review"),
        EffectKind::PauseTraining { .. } => Some("pause-training"),
        EffectKind::ChangeTerms { .. } => Some("change-terms"),
        EffectKind::Suspend { .. } => Some("suspend"),
        EffectKind::AllowBackup => Some("allow-backup"),
        EffectKind::DecideDeclaration { .. } => Some("decide-declaration"),
        EffectKind::EndMembership { .. } => Some("end-membership"),
    };
    entries.extend(effect.map(|effect| ("effect", written::text(effect))));
    match &matter.effect {
        EffectKind::Admit { class }
        | EffectKind::ConfirmReview { class }
        | EffectKind::PauseTraining { class }
        | EffectKind::ChangeTerms { class } => entries.push(("class", written::text(class.as_str()))),
        EffectKind::ChangeClass { from, to, after_months } => {
            entries.push(("from", written::text(from.as_str())));
            entries.push(("to", written::text(to.as_str())));
            if *after_months != 0 {
                entries.push(("after_months", after_months.to_string()));
            }
        }
        EffectKind::DecideDeclaration { declaration } => {
            entries.push(("declaration", written::text(declaration.as_str())));
        }
        EffectKind::EndMembership { classes } | EffectKind::Suspend { classes } if !classes.is_empty() => {
            entries.push(("classes", written::list(written::slugs(classes))));
        }
        _ => {}
    }
    written::table(&entries)
}
