//! `class`: a way of taking part.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Admission, Check, Class, ClassOf, Key,
    read::{Fields, NAMED, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "class",
    purpose: "Opens a way of taking part in the co-op: who can be of it, and who admits to it.",
    keys: &[
        Key::needed("id", "name in lower case", "what other rules and the register call it"),
        Key::needed("name", "text in each language", "what people call it"),
        Key::needed("of", "`people`, `organizations` or `either`", "who can be of it"),
        Key::needed("member", "`true` or `false`", "whether those of this class are members"),
        Key::needed(
            "admission",
            "`office` or `decision`",
            "whether an office-holder admits, or a carried proposal",
        ),
        Key::optional(
            "needs_capital",
            "`true` or `false`",
            "whether joining is complete only when the capital is paid",
        ),
        Key::optional("kinds", "list of `{ id, name }`", "the kinds within the class"),
    ],
    entries: &[("kinds", NAMED)],
    checks: &[Check::DefinedOnce, Check::ClassesInRights],
    example: r#"## Allies {#X-01}

Organizations that support us may join as allies; the desk admits them. They are members.

```toml rule
kind = "class"
quote = "Organizations that support us may join as allies"
id = "ally"
name = { en = "Ally" }
of = "organizations"
member = true
admission = "office"
kinds = [{ id = "union", name = { en = "Union" } }]
```
"#,
};

const OF: &[(&str, ClassOf)] =
    &[("people", ClassOf::People), ("organizations", ClassOf::Organizations), ("either", ClassOf::Either)];

pub(super) fn read(fields: &Fields<'_>) -> Option<Class> {
    let defined = fields.defined(Role::Class);
    let of = fields.choice("of", OF);
    let is_member = fields.flag("member");
    let admission = fields.choice("admission", &[("office", false), ("decision", true)]);
    let needs_capital = fields.flag("needs_capital").unwrap_or(false);
    let kinds = fields.things("kinds").unwrap_or_default();
    let (id, name) = defined?;
    let admission = if admission? { Admission::Decision } else { Admission::Office };
    Some(Class { id, name, of: of?, is_member: is_member?, kinds, admission, needs_capital })
}

pub(super) fn write(class: &Class, lines: &mut Lines) {
    lines.put("id", written::text(class.id.as_str()));
    lines.put("name", written::names(&class.name));
    let of = OF.iter().find(|(_, of)| *of == class.of).map_or("", |(word, _)| word);
    lines.put("of", written::text(of));
    lines.put("member", class.is_member);
    let admission = match class.admission {
        Admission::Office => "office",
        Admission::Decision => "decision",
    };
    lines.put("admission", written::text(admission));
    if class.needs_capital {
        lines.put("needs_capital", true);
    }
    lines.put_some("kinds", written::things(&class.kinds));
}
