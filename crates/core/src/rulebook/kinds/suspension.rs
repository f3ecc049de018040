//! `suspension`: what a suspended member does not do.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::{
    membership::Right,
    rulebook::{Check, Key, Suspension, read::Fields},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "suspension",
    purpose: "Says which rights are off for a suspended member on the days of the suspension. They remain a \
              member, and what they have and owe besides stays as it is. A roll that was fixed before does not \
              move.",
    keys: &[
        Key::needed("rights", "list of rights, such as `vote`", "what is off"),
        Key::optional(
            "offices_rest",
            "`true` or `false`",
            "whether the powers of their offices rest too; they keep them if left out",
        ),
    ],
    entries: &[],
    checks: &[Check::DefinedOnce],
    example: r#"## Suspension {#X-01}

A suspended member does not vote.

```toml rule
kind = "suspension"
quote = "A suspended member does not vote"
rights = ["vote"]
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Suspension> {
    let known: Vec<(&str, Right)> = Right::ALL.iter().map(|right| (right.id(), *right)).collect();
    let rights = fields.get("rights").and_then(|value| value.list());
    let rights = rights.map(|rights| rights.iter().filter_map(|right| right.choice(&known)).collect());
    let offices_rest = fields.flag("offices_rest").unwrap_or(false);
    Some(Suspension { rights: rights?, offices_rest })
}

pub(super) fn write(suspension: &Suspension, lines: &mut Lines) {
    let rights = suspension.rights.iter().map(|right| written::text(right.id())).collect();
    lines.put("rights", written::list(rights));
    if suspension.offices_rest {
        lines.put("offices_rest", true);
    }
}
