//! `backup`: a copy of their own work that whoever leaves may keep.

use super::{KindPage, written::Lines};
use crate::rulebook::{Backup, Check, Key, read::Fields};

pub(super) const PAGE: KindPage = KindPage {
    kind: "backup",
    purpose: "Says that whoever leaves keeps a copy of their own work only with a decision of the assembly (a \
              matter whose effect is `allow-backup`), and whether what could name people is taken out of it \
              first.",
    keys: &[Key::needed(
        "de_identified",
        "`true` or `false`",
        "whether what could name people is taken out of it",
    )],
    entries: &[],
    checks: &[Check::DefinedOnce],
    example: r#"## Copies {#X-01}

Whoever leaves may keep a copy if the members agree, with all names taken out.

```toml rule
kind = "backup"
quote = "Whoever leaves may keep a copy if the members agree, with all names taken out"
de_identified = true
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Backup> {
    Some(Backup { de_identified: fields.flag("de_identified")? })
}

pub(super) fn write(backup: &Backup, lines: &mut Lines) {
    lines.put("de_identified", backup.de_identified);
}
