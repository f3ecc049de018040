//! `term`: a number that the bylaws define once.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Check, Key, Quantity, Term,
    read::{Fields, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "term",
    purpose: "Defines a number once and gives it a name, by which the words of other clauses use it: \
              `[the training](#term:training)`. It has exactly one of the keys that say the number. The program \
              holds the number to the words, and acts on it only where another rule names the term, as the \
              `reminder` of an [agreement](agreement.md) does. A clause with nothing that the program acts on \
              counts as words only.",
    keys: &[
        Key::needed("id", "name in lower case", "what the words call it in links"),
        Key::needed("name", "text in each language", "what people call it"),
        Key::optional("count", "whole number", "a count of things"),
        Key::optional("months", "whole number", "calendar months"),
        Key::optional("days", "whole number", "calendar days"),
        Key::optional("percent", "whole number", "hundredths"),
        Key::optional("share", "share such as \"2/3\"", "a part of a whole"),
    ],
    entries: &[],
    checks: &[Check::DefinedOnce, Check::TermDefined],
    example: r#"## Training {#X-01}

The training lasts 12 months.

```toml rule
kind = "term"
quote = "training lasts 12 months"
id = "training"
name = { en = "training" }
months = 12
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Term> {
    let id = fields.get("id").and_then(|value| Some((value.slug()?, value.at)));
    let name = fields.names("name");
    let numbers = [
        fields.number("count").map(Quantity::Count),
        fields.number("months").map(Quantity::Months),
        fields.number("days").map(Quantity::Days),
        fields.number("percent").map(Quantity::Percent),
        fields.ratio("share").map(Quantity::Share),
    ];
    // A number that is there and wrong is reported already.
    let given = ["count", "months", "days", "percent", "share"].map(|key| fields.get(key).is_some());
    if given.into_iter().filter(|is_given| *is_given).count() != 1 {
        let says = "a term says exactly one number";
        let mend = "keep one of `count`, `months`, `days`, `percent` and `share`";
        fields.spot.problem(Check::Keys, &fields.at(), says, mend);
        return None;
    }
    let value = numbers.into_iter().flatten().next()?;
    let (id, at) = id?;
    fields.spot.define(Role::Term, &id, Some(format!("{value:?}")), &at);
    if matches!(value, Quantity::Days(_)) {
        // That it is defined otherwise elsewhere is reported of the term.
        fields.spot.define(Role::Days, &id, Some(String::new()), &at);
    }
    Some(Term { id, name: name?, value })
}

pub(super) fn write(term: &Term, lines: &mut Lines) {
    lines.put("id", written::text(term.id.as_str()));
    lines.put("name", written::names(&term.name));
    match term.value {
        Quantity::Count(count) => lines.put("count", count),
        Quantity::Months(months) => lines.put("months", months),
        Quantity::Days(days) => lines.put("days", days),
        Quantity::Percent(percent) => lines.put("percent", percent),
        Quantity::Share(share) => lines.put("share", written::text(&share.to_string())),
    }
}
