//! `case`: a complaint, an audit request or the like, with a clock.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::{
    membership::Right,
    rulebook::{
        CaseRule, Check, Key, Named,
        read::{Fields, NAMED, Role},
    },
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "case",
    purpose: "Opens a kind of case: who may bring one, who reads it, by when its first step is taken and how it \
              can come out. Whoever holds an office with the power `handle-cases` handles it, unless it is \
              theirs or about them.",
    keys: &[
        Key::needed("id", "name in lower case", "what the register calls it"),
        Key::needed("name", "text in each language", "what people call it"),
        Key::needed("days", "whole number", "within how many calendar days its first step is taken"),
        Key::needed("first", "`{ id, name }`", "the first step, such as a mediation or an answer"),
        Key::needed("outcomes", "list of `{ id, name }`", "how it can come out"),
        Key::optional(
            "right",
            "a right, such as `see-finances`",
            "what whoever brings it must have a right to; being in some class is enough if left out",
        ),
        Key::optional(
            "restricted",
            "`true` or `false`",
            "whether only those read it who bring it, whom it is about and who handle it; else everybody who \
             may bring one",
        ),
    ],
    entries: &[("first", NAMED), ("outcomes", NAMED)],
    checks: &[Check::DefinedOnce],
    example: r#"## Complaints {#X-01}

A complaint is talked over within 14 days.

```toml rule
kind = "case"
quote = "A complaint is talked over within 14 days"
id = "complaint"
name = { en = "Complaint" }
days = 14
first = { id = "talk", name = { en = "Talk" } }
outcomes = [{ id = "settled", name = { en = "Settled" } }]
restricted = true
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<CaseRule> {
    let defined = fields.defined(Role::Case);
    let days = fields.number("days");
    let first = fields.get("first").and_then(|value| {
        let fields = value.fields(NAMED)?;
        let id = fields.get("id").and_then(|value| value.slug());
        Some(Named { name: fields.names("name")?, id: id? })
    });
    let outcomes = fields.things("outcomes");
    let rights: Vec<(&str, Right)> = Right::ALL.iter().map(|right| (right.id(), *right)).collect();
    let right = fields.get("right").and_then(|value| value.choice(&rights));
    let restricted = fields.flag("restricted").unwrap_or(false);
    let (id, name) = defined?;
    Some(CaseRule { id, name, days: days?, first: first?, outcomes: outcomes?, right, restricted })
}

pub(super) fn write(rule: &CaseRule, lines: &mut Lines) {
    lines.put("id", written::text(rule.id.as_str()));
    lines.put("name", written::names(&rule.name));
    lines.put("days", rule.days);
    lines.put("first", written::thing(&rule.first));
    lines.put("outcomes", written::list(written::things(&rule.outcomes)));
    if let Some(right) = rule.right {
        lines.put("right", written::text(right.id()));
    }
    if rule.restricted {
        lines.put("restricted", true);
    }
}
