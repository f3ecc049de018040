//! `objection`: whether an objection gives its reason.

use super::{KindPage, written::Lines};
use crate::rulebook::{Check, Key, Objection, read::Fields};

pub(super) const PAGE: KindPage = KindPage {
    kind: "objection",
    purpose: "Says whether somebody who objects in a round of consensus must say why. Where they must, an objection \
              without a reason is refused. Where they need not, and where no rule says, it stands without.",
    keys: &[Key::needed("reason", "`true` or `false`", "whether an objection must give its reason")],
    entries: &[],
    checks: &[Check::DefinedOnce],
    example: r#"## Objections {#X-01}

An objection is reasoned.

```toml rule
kind = "objection"
quote = "An objection is reasoned"
reason = true
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Objection> {
    Some(Objection { needs_reason: fields.flag("reason")? })
}

pub(super) fn write(objection: &Objection, lines: &mut Lines) {
    lines.put("reason", objection.needs_reason);
}
