//! `concerned`: whether the member whose membership a proposal would end or suspend decides on it.

use super::{KindPage, written::Lines};
use crate::rulebook::{Check, Concerned, Key, read::Fields};

pub(super) const PAGE: KindPage = KindPage {
    kind: "concerned",
    purpose: "Says whether a member decides on a proposal that would end or suspend their own membership. Where they \
              do not, they are left off its roll.",
    keys: &[Key::needed("decides", "`true` or `false`", "whether they decide on it like everybody else")],
    entries: &[],
    checks: &[Check::DefinedOnce],
    example: r#"## Removal {#X-01}

The others decide on the removal of a member.

```toml rule
kind = "concerned"
quote = "The others decide on the removal of a member"
decides = false
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Concerned> {
    Some(Concerned { decides: fields.flag("decides")? })
}

pub(super) fn write(concerned: &Concerned, lines: &mut Lines) {
    lines.put("decides", concerned.decides);
}
