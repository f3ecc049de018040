//! `interest`: the public form by which somebody says that they want to come in.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Check, Interest, Key,
    read::{Fields, NAMED, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "interest",
    purpose: "Says which classes can be asked for with a public form, which anybody fills in without an account, \
              and what the form asks. Every form asks for a name and for a way to reach them, and for an \
              organization's name where the class is for organizations.",
    keys: &[
        Key::needed("classes", "list of classes", "which classes can be asked for"),
        Key::optional("asks", "list of `{ id, name }`", "what else the form asks, in the order of asking"),
    ],
    entries: &[("asks", NAMED)],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## Coming in {#X-01}

Whoever wants to join fills in a form.

```toml rule
kind = "interest"
quote = "Whoever wants to join fills in a form"
classes = ["member", "partner"]
asks = [{ id = "hopes", name = { en = "What do you hope for?" } }]
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Interest> {
    let classes = fields.mentions("classes", Role::Class);
    let asks = fields.things("asks").unwrap_or_default();
    Some(Interest { classes: classes?, asks })
}

pub(super) fn write(interest: &Interest, lines: &mut Lines) {
    lines.put("classes", written::list(written::slugs(&interest.classes)));
    lines.put_some("asks", written::things(&interest.asks));
}
