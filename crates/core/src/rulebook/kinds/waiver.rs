//! `waiver`: who may let a member off a duty.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Check, Key, WaiverRule,
    read::{Fields, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "waiver",
    purpose: "Says which offices may waive duties, and which. A waiver has a reason, which only the member and those \
              who may waive read, and it lasts through the end of the membership year at the most. Nobody waives a \
              duty of their own.",
    keys: &[
        Key::needed("offices", "list of offices", "whoever holds one of them may waive"),
        Key::optional("duties", "list of duties", "which duties they may waive; all of them if left out"),
    ],
    entries: &[],
    checks: &[Check::NamesDefined],
    example: r#"## Letting somebody off {#X-01}

A secretary may let a member off a duty for a reason.

```toml rule
kind = "waiver"
quote = "A secretary may let a member off a duty for a reason"
offices = ["secretary"]
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<WaiverRule> {
    let offices = fields.mentions("offices", Role::Office);
    let duties = fields.mentions("duties", Role::Duty).unwrap_or_default();
    Some(WaiverRule { offices: offices?, duties })
}

pub(super) fn write(rule: &WaiverRule, lines: &mut Lines) {
    lines.put("offices", written::list(written::slugs(&rule.offices)));
    lines.put_some("duties", written::slugs(&rule.duties));
}
