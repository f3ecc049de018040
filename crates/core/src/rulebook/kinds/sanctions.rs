//! `sanctions`: which sanctions need a decision.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Check, Key, Named, Sanction, Sanctions,
    read::{Fields, NAMED, Role, Value, names_alike},
};

const DECIDED: &[Key] = &[
    Key::needed("id", "name in lower case", "what cases call it, as an outcome"),
    Key::needed("name", "text in each language", "what people call it"),
    Key::needed("matters", "list of names of kinds of matter", "what it can be decided as"),
];

pub(super) const PAGE: KindPage = KindPage {
    kind: "sanctions",
    purpose: "Says which sanctions whoever handles a case may find alone, and which take a decision. A case is \
              closed with one of these as its outcome only once a proposal of the kind of matter has carried \
              about somebody whom the case is about.",
    keys: &[
        Key::needed("without_decision", "list of `{ id, name }`", "the sanctions that need no decision"),
        Key::needed("by_decision", "list of `{ id, name, matters }`", "the sanctions that take one"),
    ],
    entries: &[("without_decision", NAMED), ("by_decision", DECIDED)],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## Sanctions {#X-01}

A reminder needs no decision. A fine is decided by the members.

```toml rule
kind = "sanctions"
quote = "A reminder needs no decision. A fine is decided by the members"
without_decision = [{ id = "reminder", name = { en = "Reminder" } }]
by_decision = [{ id = "fine", name = { en = "Fine" }, matters = ["purchase"] }]
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Sanctions> {
    let without_decision = fields.things("without_decision");
    let by_decision = fields.get("by_decision").and_then(|value| value.list());
    let by_decision = by_decision.map(|sanctions| sanctions.iter().filter_map(read_decided).collect());
    Some(Sanctions { without_decision: without_decision?, by_decision: by_decision? })
}

fn read_decided(value: &Value<'_>) -> Option<Sanction> {
    let fields = value.fields(DECIDED)?;
    let id = fields.get("id").and_then(|value| Some((value.slug()?, value.at)));
    let (name, matters) = (fields.names("name"), fields.mentions("matters", Role::Matter));
    let ((id, at), name) = (id?, name?);
    fields.spot.define(Role::Thing, &id, Some(names_alike(&name)), &at);
    Some(Sanction { named: Named { id, name }, matters: matters? })
}

pub(super) fn write(sanctions: &Sanctions, lines: &mut Lines) {
    lines.put("without_decision", written::list(written::things(&sanctions.without_decision)));
    let decided = |sanction: &Sanction| {
        written::table(&[
            ("id", written::text(sanction.named.id.as_str())),
            ("name", written::names(&sanction.named.name)),
            ("matters", written::list(written::slugs(&sanction.matters))),
        ])
    };
    lines.put("by_decision", written::list(sanctions.by_decision.iter().map(decided).collect()));
}
