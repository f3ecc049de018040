//! `declaration`: what a member lays before the assembly in advance.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Check, DeclarationRule, Key,
    read::{Fields, NAMED, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "declaration",
    purpose: "Names something that members of some classes declare before they begin it, such as work in their own \
              name. Whoever decides on it reads what was declared: a kind of matter with the effect \
              `decide-declaration` says who that is.",
    keys: &[
        Key::needed("id", "name in lower case", "what the register and the kind of matter call it"),
        Key::needed("name", "text in each language", "what people call it"),
        Key::needed("classes", "list of classes", "who declares"),
        Key::needed("subjects", "list of `{ id, name }`", "what a declaration must speak of"),
        Key::optional(
            "late",
            "`true` or `false`",
            "whether one that is made after the first day is recorded as late; it is refused if left out",
        ),
        Key::optional(
            "recused",
            "`true` or `false`",
            "whether whoever declares is left off the roll of the decision; they decide too if left out",
        ),
    ],
    entries: &[("subjects", NAMED)],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## Work of one's own {#X-01}

Members tell the meeting before they take work of their own.

```toml rule
kind = "declaration"
quote = "Members tell the meeting before they take work of their own"
id = "own-work"
name = { en = "Work of one's own" }
classes = ["member"]
subjects = [{ id = "what-work", name = { en = "What work" } }]
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<DeclarationRule> {
    let defined = fields.defined(Role::Declaration);
    let classes = fields.mentions("classes", Role::Class);
    let subjects = fields.things("subjects");
    let late = fields.flag("late").unwrap_or(false);
    let recused = fields.flag("recused").unwrap_or(false);
    let (id, name) = defined?;
    Some(DeclarationRule { id, name, classes: classes?, subjects: subjects?, late, recused })
}

pub(super) fn write(rule: &DeclarationRule, lines: &mut Lines) {
    lines.put("id", written::text(rule.id.as_str()));
    lines.put("name", written::names(&rule.name));
    lines.put("classes", written::list(written::slugs(&rule.classes)));
    lines.put("subjects", written::list(written::things(&rule.subjects)));
    for (key, flag) in [("late", rule.late), ("recused", rule.recused)] {
        if flag {
            lines.put(key, true);
        }
    }
}
