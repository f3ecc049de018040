//! `recusal`: what withdrawing for an interest does to the base.

use super::{KindPage, written::Lines};
use crate::rulebook::{Check, Key, Recusal, read::Fields};

pub(super) const PAGE: KindPage = KindPage {
    kind: "recusal",
    purpose: "Says whether somebody who withdraws from a decision for an interest in it is still counted in \
              the base of which the share is taken.",
    keys: &[Key::needed(
        "leaves_base",
        "`true` or `false`",
        "whether they leave the base; if not, they count and cannot be in favour",
    )],
    entries: &[],
    checks: &[Check::DefinedOnce],
    example: r#"## Interests {#X-01}

Whoever has an interest withdraws, and is not counted.

```toml rule
kind = "recusal"
quote = "withdraws, and is not counted"
leaves_base = true
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Recusal> {
    Some(Recusal { leaves_base: fields.flag("leaves_base")? })
}

pub(super) fn write(recusal: &Recusal, lines: &mut Lines) {
    lines.put("leaves_base", recusal.leaves_base);
}
