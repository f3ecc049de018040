//! `representatives`: who acts for an organization.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Check, Key, Representatives,
    read::{Fields, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "representatives",
    purpose: "Says which members act through official representatives, and how many each needs at least.",
    keys: &[
        Key::needed("classes", "list of classes", "whose members need them"),
        Key::needed("at_least", "whole number", "how many at least"),
    ],
    entries: &[],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## Representatives {#X-01}

An organization names at least 1 official representative.

```toml rule
kind = "representatives"
quote = "at least 1 official representative"
classes = ["partner"]
at_least = 1
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Representatives> {
    let classes = fields.mentions("classes", Role::Class);
    let at_least = fields.number("at_least");
    Some(Representatives { classes: classes?, at_least: at_least? })
}

pub(super) fn write(representatives: &Representatives, lines: &mut Lines) {
    lines.put("classes", written::list(written::slugs(&representatives.classes)));
    lines.put("at_least", representatives.at_least);
}
