//! `agreement`: a written agreement and its sections.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Agreement, Check, Key,
    read::{Fields, NAMED, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "agreement",
    purpose: "Says that a class needs a written agreement before membership takes effect, and what it must speak of.",
    keys: &[
        Key::needed("id", "name in lower case", "what the register calls it"),
        Key::needed("name", "text in each language", "what people call it"),
        Key::needed("class", "name of a class", "the class that needs it"),
        Key::needed("sections", "list of `{ id, name }`", "the sections it must have"),
    ],
    entries: &[("sections", NAMED)],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## Partners {#X-01}

A partner signs an agreement on its term and its end.

```toml rule
kind = "agreement"
quote = "signs an agreement on its term and its end"
id = "partner-agreement"
name = { en = "Partner's agreement" }
class = "partner"
sections = [
  { id = "duration", name = { en = "Term" } },
  { id = "ending", name = { en = "End" } },
]
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Agreement> {
    let defined = fields.defined(Role::Agreement);
    let class = fields.mention("class", Role::Class);
    let sections = fields.things("sections");
    let (id, name) = defined?;
    Some(Agreement { id, name, class: class?, sections: sections? })
}

pub(super) fn write(agreement: &Agreement, lines: &mut Lines) {
    lines.put("id", written::text(agreement.id.as_str()));
    lines.put("name", written::names(&agreement.name));
    lines.put("class", written::text(agreement.class.as_str()));
    lines.put("sections", written::list(written::things(&agreement.sections)));
}
