//! `resolution`: what a resolution must carry.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Check, Key, Resolution,
    read::{Fields, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "resolution",
    purpose: "Says that a resolution on some matters names who sees to it, or by when.",
    keys: &[
        Key::needed("groups", "list of groups of matters", "the groups it holds for"),
        Key::needed("owner", "`true` or `false`", "whether somebody must own it"),
        Key::needed("deadline", "`true` or `false`", "whether it must have a deadline"),
    ],
    entries: &[],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## Resolutions {#X-01}

A resolution on a daily matter says who sees to it.

```toml rule
kind = "resolution"
quote = "says who sees to it"
groups = ["daily"]
owner = true
deadline = false
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Resolution> {
    let groups = fields.mentions("groups", Role::Group);
    let (owner, deadline) = (fields.flag("owner"), fields.flag("deadline"));
    if (owner, deadline) == (Some(false), Some(false)) {
        let says = "the rule asks for neither an owner nor a deadline";
        fields.spot.problem(Check::Keys, &fields.at(), says, "make one of them `true`, or remove the rule");
    }
    Some(Resolution { groups: groups?, owner: owner?, deadline: deadline? })
}

pub(super) fn write(resolution: &Resolution, lines: &mut Lines) {
    lines.put("groups", written::list(written::slugs(&resolution.groups)));
    lines.put("owner", resolution.owner);
    lines.put("deadline", resolution.deadline);
}
