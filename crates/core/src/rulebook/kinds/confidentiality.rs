//! `confidentiality`: the classes of documents, and who reads each.

use super::{
    KindPage, rights,
    written::{self, Lines},
};
use crate::rulebook::{
    Check, Confidentiality, ConfidentialityClass, Key, Readers,
    read::{Fields, Role, Value, advise},
};

const CLASS: &[Key] = &[
    Key::needed("id", "name in lower case", "what the register calls it"),
    Key::needed("name", "text in each language", "what people call it"),
    Key::optional("public", "`true` or `false`", "whether everybody reads it, signed in or not"),
    Key::optional("read_by", "list of `class` or `class/phase`", "the members who read it"),
    Key::optional("offices", "list of names of offices", "whose holders read it"),
    Key::optional(
        "named",
        "`true` or `false`",
        "whether those who are named on a document read it, as long as they take part in the co-op",
    ),
];

pub(super) const PAGE: KindPage = KindPage {
    kind: "confidentiality",
    purpose: "Opens the archive: every document in it has one of these confidentiality classes, which says who \
              reads it. Whoever does not read a document finds it nowhere. Those who keep the archive read every \
              document, change its class with a reason, file what everybody reads, and erase; whoever filed a \
              document reads it as long as they may file.",
    keys: &[
        Key::needed("classes", "list of tables", "the confidentiality classes, in order"),
        Key::needed("default", "one of the classes", "the class of a document that is given none"),
        Key::needed("filed_by", "list of `class` or `class/phase`", "the members who file documents"),
        Key::optional(
            "kept_by",
            "list of names of offices",
            "whose holders keep the archive; if left out, no class changes and nothing is erased",
        ),
    ],
    entries: &[("classes", CLASS)],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## Papers {#X-01}

Members file papers. They are open, or for members only; what is marked with names is for those named.

```toml rule
kind = "confidentiality"
quote = "They are open, or for members only; what is marked with names is for those named"
default = "for-members"
filed_by = ["member"]

[[classes]]
id = "open"
name = { en = "Open" }
public = true

[[classes]]
id = "for-members"
name = { en = "For members" }
read_by = ["member"]

[[classes]]
id = "marked"
name = { en = "Marked" }
named = true
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Confidentiality> {
    let classes = fields.get("classes").and_then(|value| value.list());
    let classes: Option<Vec<ConfidentialityClass>> =
        classes.map(|all| all.iter().filter_map(read_class).collect());
    let default = fields.get("default").and_then(|value| Some((value.slug()?, value.at)));
    let filed_by = read_readers(fields, "filed_by");
    let kept_by = fields.mentions("kept_by", Role::Office).unwrap_or_default();
    let (classes, (default, at)) = (classes?, default?);
    if !classes.iter().any(|class| class.named.id == default) {
        let says = format!("the rule has no confidentiality class `{default}`");
        let mend = advise(default.as_str(), classes.iter().map(|class| class.named.id.as_str()));
        fields.spot.problem(Check::NamesDefined, &at, says, mend);
    }
    Some(Confidentiality { classes, default, filed_by: filed_by?, kept_by })
}

fn read_class(value: &Value<'_>) -> Option<ConfidentialityClass> {
    let fields = value.fields(CLASS)?;
    let named = fields.thing();
    let is_public = fields.flag("public").unwrap_or(false);
    let read_by = read_readers(&fields, "read_by").unwrap_or_default();
    let offices = fields.mentions("offices", Role::Office).unwrap_or_default();
    let is_for_named = fields.flag("named").unwrap_or(false);
    Some(ConfidentialityClass { named: named?, is_public, read_by, offices, is_for_named })
}

fn read_readers(fields: &Fields<'_>, key: &'static str) -> Option<Vec<Readers>> {
    let all = fields.get(key)?.list()?;
    let columns = all.iter().filter_map(rights::read_column);
    Some(columns.map(|(class, phase)| Readers { class, phase }).collect())
}

pub(super) fn write(rule: &Confidentiality, lines: &mut Lines) {
    lines.put("default", written::text(rule.default.as_str()));
    lines.put("filed_by", written::list(readers(&rule.filed_by)));
    lines.put_some("kept_by", written::slugs(&rule.kept_by));
    lines.put("classes", written::list(rule.classes.iter().map(class).collect()));
}

fn class(class: &ConfidentialityClass) -> String {
    let mut entries =
        vec![("id", written::text(class.named.id.as_str())), ("name", written::names(&class.named.name))];
    for (key, flag) in [("public", class.is_public), ("named", class.is_for_named)] {
        if flag {
            entries.push((key, true.to_string()));
        }
    }
    for (key, items) in [("read_by", readers(&class.read_by)), ("offices", written::slugs(&class.offices))] {
        if !items.is_empty() {
            entries.push((key, written::list(items)));
        }
    }
    written::table(&entries)
}

fn readers(readers: &[Readers]) -> Vec<String> {
    let column = |one: &Readers| match &one.phase {
        Some(phase) => format!("{}/{phase}", one.class),
        None => one.class.to_string(),
    };
    readers.iter().map(|one| written::text(&column(one))).collect()
}
