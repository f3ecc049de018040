//! `retention`: how long what is kept about people is kept.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{Check, Key, Retained, Retention, read::Fields};

pub(super) const PAGE: KindPage = KindPage {
    kind: "retention",
    purpose: "Says after how many calendar months something that is kept about people is erased by itself. The \
              months of `details` count from the last day of everything that ties somebody to the co-op, those of \
              `applicants` from the day on which they were declined or withdrew, those of `cases` from the day on \
              which the case was closed, those of `reviews` from the day on which each was written, and those of \
              `mail` from the day on which it was queued. What the bylaws say nothing about is kept until whoever \
              left is erased.",
    keys: &[
        Key::needed("what", "`details`, `applicants`, `cases`, `reviews` or `mail`", "what is erased"),
        Key::needed("months", "whole number", "after how many calendar months it is erased by itself"),
        Key::optional(
            "months_min",
            "whole number",
            "`details`: for how many calendar months they are kept at least, also if whoever left asks to be \
             erased; they are erased when they ask if left out",
        ),
    ],
    entries: &[],
    checks: &[Check::DefinedOnce],
    example: r#"## Forgetting {#X-01}

Names and addresses of whoever left are erased 12 months later.

```toml rule
kind = "retention"
quote = "Names and addresses of whoever left are erased 12 months later"
what = "details"
months = 12
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Retention> {
    let known: Vec<(&str, Retained)> = Retained::ALL.iter().map(|what| (what.id(), *what)).collect();
    let (what, months) = (fields.choice("what", &known), fields.number("months"));
    let months_min = fields.number_or("months_min", 0);
    if months_min != 0 && what.is_some_and(|what| what != Retained::Details) {
        let says = "only details are kept at least so long";
        fields.spot.problem(Check::Keys, &fields.at(), says, "remove `months_min`");
    }
    if months.is_some_and(|months| months < months_min) {
        let says = "they would be erased before they may be";
        fields.spot.problem(Check::Keys, &fields.at(), says, "let `months` be no less than `months_min`");
    }
    Some(Retention { what: what?, months: months?, months_min })
}

pub(super) fn write(rule: &Retention, lines: &mut Lines) {
    lines.put("what", written::text(rule.what.id()));
    lines.put("months", rule.months);
    if rule.months_min != 0 {
        lines.put("months_min", rule.months_min);
    }
}
