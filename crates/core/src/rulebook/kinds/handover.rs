//! `handover`: the list of what whoever leaves hands over.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Check, Handover, Key,
    read::{Fields, NAMED, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "handover",
    purpose: "Says what whoever leaves hands over. Each is ticked off by whoever keeps the list of members, and \
              an exit is closed only when all are.",
    keys: &[
        Key::needed("items", "list of `{ id, name }`", "what is handed over"),
        Key::optional("classes", "list of names of classes", "by whom; by everybody if left out"),
    ],
    entries: &[("items", NAMED)],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## Handing over {#X-01}

Whoever leaves hands over the keys and the files.

```toml rule
kind = "handover"
quote = "Whoever leaves hands over the keys and the files"
items = [{ id = "keys", name = { en = "Keys" } }, { id = "files", name = { en = "Files" } }]
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Handover> {
    let items = fields.things("items");
    let classes = fields.mentions("classes", Role::Class).unwrap_or_default();
    Some(Handover { items: items?, classes })
}

pub(super) fn write(handover: &Handover, lines: &mut Lines) {
    lines.put("items", written::list(written::things(&handover.items)));
    lines.put_some("classes", written::slugs(&handover.classes));
}
