//! `notice`: how those of some classes leave by their own word.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Check, Key, NoticeRule,
    read::{Fields, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "notice",
    purpose: "Says how members leave by written notice: how many days before the last day, and whether they may \
              think better of it. Members give it themselves, an organization by whoever acts for it, and the \
              membership ends on its day by itself.",
    keys: &[
        Key::needed("classes", "list of names of classes", "whose notice it is"),
        Key::optional(
            "days_min",
            "whole number",
            "the least calendar days from the notice to the last day; none if left out",
        ),
        Key::needed(
            "can_be_withdrawn",
            "`true` or `false`",
            "whether it can be taken back until the last day is over",
        ),
    ],
    entries: &[],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## Leaving {#X-01}

A member leaves by written notice, 30 days before, and may take it back.

```toml rule
kind = "notice"
quote = "A member leaves by written notice, 30 days before, and may take it back"
classes = ["member"]
days_min = 30
can_be_withdrawn = true
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<NoticeRule> {
    let classes = fields.mentions("classes", Role::Class);
    let days_min = fields.number_or("days_min", 0);
    let can_be_withdrawn = fields.flag("can_be_withdrawn");
    Some(NoticeRule { classes: classes?, days_min, can_be_withdrawn: can_be_withdrawn? })
}

pub(super) fn write(notice: &NoticeRule, lines: &mut Lines) {
    lines.put("classes", written::list(written::slugs(&notice.classes)));
    if notice.days_min != 0 {
        lines.put("days_min", notice.days_min);
    }
    lines.put("can_be_withdrawn", notice.can_be_withdrawn);
}
