//! `voting-unit`: what has one vote.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{Check, Key, VotingUnit, read::Fields};

pub(super) const PAGE: KindPage = KindPage {
    kind: "voting-unit",
    purpose: "Says that each membership has one vote, whatever its class and size.",
    keys: &[Key::needed("unit", "`membership`", "what has one vote")],
    entries: &[],
    checks: &[Check::DefinedOnce],
    example: r#"## One vote {#X-01}

Each member has one vote.

```toml rule
kind = "voting-unit"
quote = "Each member has one vote"
unit = "membership"
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<VotingUnit> {
    fields.choice("unit", &[("membership", ())]).map(|()| VotingUnit {})
}

pub(super) fn write(lines: &mut Lines) {
    lines.put("unit", written::text("membership"));
}
