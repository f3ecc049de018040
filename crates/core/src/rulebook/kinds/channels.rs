//! `channels`: where members talk with each other.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    ChannelsRule, Check, Key,
    read::{Fields, NAMED, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "channels",
    purpose: "Names the channels of the members of some classes, such as a mailing list. Whoever keeps the list of \
              members sets the invitation link of each, which stands beside the register and is shown to nobody who \
              may not use it; each member ticks what they have joined.",
    keys: &[
        Key::needed("channels", "list of `{ id, name }`", "the channels"),
        Key::needed("classes", "list of classes", "whose they are"),
        Key::optional(
            "good_standing",
            "`true` or `false`",
            "whether the links are shown to members in good standing only, of whom joining the channels themselves \
             may be late; to all of these classes who may `use-channels` if left out",
        ),
    ],
    entries: &[("channels", NAMED)],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## Our mailing list {#X-01}

Members talk on the mailing list.

```toml rule
kind = "channels"
quote = "Members talk on the mailing list"
channels = [{ id = "mailing-list", name = { en = "Mailing list" } }]
classes = ["member"]
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<ChannelsRule> {
    let channels = fields.things("channels");
    let classes = fields.mentions("classes", Role::Class);
    let good_standing = fields.flag("good_standing").unwrap_or(false);
    Some(ChannelsRule { channels: channels?, classes: classes?, good_standing })
}

pub(super) fn write(rule: &ChannelsRule, lines: &mut Lines) {
    lines.put("channels", written::list(written::things(&rule.channels)));
    lines.put("classes", written::list(written::slugs(&rule.classes)));
    if rule.good_standing {
        lines.put("good_standing", true);
    }
}
