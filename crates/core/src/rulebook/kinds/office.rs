//! `office`: what somebody may do for the co-op, as long as they hold it.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::{
    offices::Power,
    rulebook::{
        Check, Key, Office,
        read::{Fields, Role},
    },
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "office",
    purpose: "Opens an office and says what its holder may do for the co-op. Nobody gives an office to \
              themselves, and what takes two signatures is never signed by somebody and by the one who gave \
              them their office.",
    keys: &[
        Key::needed("id", "name in lower case", "what the register calls it"),
        Key::needed("name", "text in each language", "what people call it"),
        Key::needed(
            "powers",
            "list of `keep-members`, `answer-applicants`, `admit`, `protect-data`, `publish`, `sign-agreements`, \
             `record-payments`, `appoint`, `handle-cases`, `keep-assets`, `restore-access`",
            "what its holder may do",
        ),
        Key::optional("classes", "list of names of classes", "who may hold it; anybody if left out"),
        Key::optional(
            "seats",
            "whole number",
            "how many hold it at a time at the most; any number if left out",
        ),
        Key::optional(
            "months",
            "whole number",
            "calendar months that it is given for at the most; no end if left out",
        ),
    ],
    entries: &[],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## The desk {#X-01}

A secretary, 1 at a time and for 24 months, keeps the list of members.

```toml rule
kind = "office"
quote = "A secretary, 1 at a time and for 24 months, keeps the list of members"
id = "secretary"
name = { en = "Secretary" }
powers = ["keep-members"]
seats = 1
months = 24
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Office> {
    let defined = fields.defined(Role::Office);
    let choices: Vec<(&str, Power)> = Power::ALL.iter().map(|power| (power.id(), *power)).collect();
    let powers = fields.get("powers").and_then(|value| value.list());
    let powers = powers.map(|powers| powers.iter().filter_map(|power| power.choice(&choices)).collect());
    let classes = fields.mentions("classes", Role::Class).unwrap_or_default();
    let (seats, months) = (fields.number_or("seats", 0), fields.number_or("months", 0));
    let (id, name) = defined?;
    Some(Office { id, name, powers: powers?, classes, seats, months })
}

pub(super) fn write(office: &Office, lines: &mut Lines) {
    lines.put("id", written::text(office.id.as_str()));
    lines.put("name", written::names(&office.name));
    lines.put("powers", written::list(office.powers.iter().map(|power| written::text(power.id())).collect()));
    lines.put_some("classes", office.classes.iter().map(|class| written::text(class.as_str())).collect());
    for (key, number) in [("seats", office.seats), ("months", office.months)] {
        if number != 0 {
            lines.put(key, number);
        }
    }
}
