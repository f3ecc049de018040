//! `agreement`: a written agreement and its sections.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    AgreementRule, Check, Key, Named,
    read::{Fields, Role, Value},
};
use crate::values::Names;

const SECTION: &[Key] = &[
    Key::needed("id", "name in lower case", "what other rules call it"),
    Key::needed("name", "text in each language", "what people call it"),
    Key::optional(
        "text",
        "text in each language",
        "what it says to begin with, for whoever drafts; nothing if left out",
    ),
];

pub(super) const PAGE: KindPage = KindPage {
    kind: "agreement",
    purpose: "Says that a class needs a written agreement before membership takes effect, and what it must speak of.",
    keys: &[
        Key::needed("id", "name in lower case", "what the register calls it"),
        Key::needed("name", "text in each language", "what people call it"),
        Key::needed("class", "name of a class", "the class that needs it"),
        Key::needed("sections", "list of `{ id, name, text }`", "the sections it must have"),
        Key::optional(
            "drafted_by",
            "list of classes",
            "whose members draft it, besides whoever holds an office with the power `sign-agreements`",
        ),
        Key::optional(
            "reminder",
            "name of a term in days",
            "how long before its end both sides are reminded; nobody is if left out",
        ),
    ],
    entries: &[("sections", SECTION)],
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

pub(super) fn read(fields: &Fields<'_>) -> Option<AgreementRule> {
    let defined = fields.defined(Role::Agreement);
    let class = fields.mention("class", Role::Class);
    let sections = fields.get("sections").and_then(|value| value.list());
    let sections = sections.map(|all| all.iter().filter_map(read_section).collect::<Vec<_>>());
    let drafted_by = fields.mentions("drafted_by", Role::Class).unwrap_or_default();
    let reminder = fields.mention("reminder", Role::Days);
    let (id, name) = defined?;
    let sections = sections?;
    let texts =
        sections.iter().filter_map(|(section, text)| Some((section.id.clone(), text.clone()?))).collect();
    let sections = sections.into_iter().map(|(section, _)| section).collect();
    Some(AgreementRule { id, name, class: class?, sections, texts, drafted_by, reminder })
}

fn read_section(value: &Value<'_>) -> Option<(Named, Option<Names>)> {
    let fields = value.fields(SECTION)?;
    let text = fields.names("text");
    Some((fields.thing()?, text))
}

fn write_section(section: &Named, text: Option<&Names>) -> String {
    let mut entries =
        vec![("id", written::text(section.id.as_str())), ("name", written::names(&section.name))];
    entries.extend(text.map(|text| ("text", written::names(text))));
    written::table(&entries)
}

pub(super) fn write(agreement: &AgreementRule, lines: &mut Lines) {
    lines.put("id", written::text(agreement.id.as_str()));
    lines.put("name", written::names(&agreement.name));
    lines.put("class", written::text(agreement.class.as_str()));
    let section = |section: &Named| write_section(section, agreement.texts.get(&section.id));
    lines.put("sections", written::list(agreement.sections.iter().map(section).collect()));
    lines.put_some("drafted_by", written::slugs(&agreement.drafted_by));
    if let Some(term) = &agreement.reminder {
        lines.put("reminder", written::text(term.as_str()));
    }
}
