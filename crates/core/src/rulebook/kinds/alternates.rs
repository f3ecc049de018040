//! `alternates`: whose alternates act beside the representative.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Alternates, Check, Key,
    read::{Fields, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "alternates",
    purpose: "Says for which members an alternate may act beside the official representative. It stays one vote: \
              a later ballot for the same membership takes the place of the earlier one. Where no rule says so, \
              alternates are named and do not act.",
    keys: &[Key::needed("classes", "list of classes", "whose alternates act for them")],
    entries: &[],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## Alternates {#X-01}

When the representative is away, an alternate acts for the organization.

```toml rule
kind = "alternates"
quote = "an alternate acts for the organization"
classes = ["partner"]
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Alternates> {
    Some(Alternates { classes: fields.mentions("classes", Role::Class)? })
}

pub(super) fn write(alternates: &Alternates, lines: &mut Lines) {
    lines.put("classes", written::list(written::slugs(&alternates.classes)));
}
