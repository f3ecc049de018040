//! `settlement`: what is settled in money with whoever leaves.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Check, Key, Settlement,
    read::{Fields, NAMED, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "settlement",
    purpose: "Says what is settled in money with whoever leaves. An exit is closed only when each of these is \
              recorded, if only as nothing, and paid.",
    keys: &[
        Key::needed("lines", "list of `{ id, name }`", "what is settled"),
        Key::optional("classes", "list of names of classes", "with whom; with everybody if left out"),
        Key::optional(
            "at_what_was_paid_in",
            "`true` or `false`",
            "whether what is owed is what was paid in, no less and no more; any amount if left out",
        ),
        Key::optional(
            "instalments",
            "`true` or `false`",
            "whether it can be paid in instalments; at once if left out",
        ),
    ],
    entries: &[("lines", NAMED)],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## What comes back {#X-01}

Whoever leaves gets back what they paid in, by instalments if need be.

```toml rule
kind = "settlement"
quote = "Whoever leaves gets back what they paid in, by instalments if need be"
lines = [{ id = "capital", name = { en = "Capital" } }]
at_what_was_paid_in = true
instalments = true
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Settlement> {
    let lines = fields.things("lines");
    let classes = fields.mentions("classes", Role::Class).unwrap_or_default();
    let at_what_was_paid_in = fields.flag("at_what_was_paid_in").unwrap_or(false);
    let instalments = fields.flag("instalments").unwrap_or(false);
    Some(Settlement { lines: lines?, classes, at_what_was_paid_in, instalments })
}

pub(super) fn write(settlement: &Settlement, lines: &mut Lines) {
    lines.put("lines", written::list(written::things(&settlement.lines)));
    lines.put_some("classes", written::slugs(&settlement.classes));
    for (key, holds) in
        [("at_what_was_paid_in", settlement.at_what_was_paid_in), ("instalments", settlement.instalments)]
    {
        if holds {
            lines.put(key, true);
        }
    }
}
