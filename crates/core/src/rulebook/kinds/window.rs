//! `window`: how long members have to respond.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Check, Count, Key, Window,
    read::{Fields, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "window",
    purpose: "Says how long a vote stays open at least, and whether members see the count while it does.",
    keys: &[
        Key::optional("groups", "list of groups of matters", "the groups it holds for; all if left out"),
        Key::optional(
            "days_min",
            "whole number",
            "the least calendar days between opening and closing; none if left out",
        ),
        Key::needed("count", "`live` or `sealed`", "whether the count is seen before the close"),
    ],
    entries: &[],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## Time to respond {#X-01}

Members have at least 5 days to respond.

```toml rule
kind = "window"
quote = "at least 5 days to respond"
days_min = 5
count = "live"
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Window> {
    let groups = fields.mentions("groups", Role::Group).unwrap_or_default();
    let days_min = fields.number_or("days_min", 0);
    let count = fields.choice("count", &[("live", Count::Live), ("sealed", Count::Sealed)]);
    Some(Window { groups, days_min, count: count? })
}

pub(super) fn write(window: &Window, lines: &mut Lines) {
    lines.put_some("groups", written::slugs(&window.groups));
    if window.days_min != 0 {
        lines.put("days_min", window.days_min);
    }
    lines.put("count", written::text(if window.count == Count::Live { "live" } else { "sealed" }));
}
