//! `review`: a review that falls due by itself.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Check, Key, Review,
    read::{Fields, NAMED, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "review",
    purpose: "Makes a review of every member of a class fall due by itself, again and again from their first day.",
    keys: &[
        Key::needed("class", "name of a class", "who is reviewed"),
        Key::needed("every_months", "whole number", "every so many calendar months"),
        Key::needed("subjects", "list of `{ id, name }`", "what it must speak of"),
        Key::optional(
            "led_by",
            "name of a class",
            "of which class whoever guides the reviewed is, who writes it; nobody writes one if left out",
        ),
    ],
    entries: &[("subjects", NAMED)],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## Reviews {#X-01}

Members talk over how it goes every 6 months.

```toml rule
kind = "review"
quote = "talk over how it goes every 6 months"
class = "member"
every_months = 6
subjects = [{ id = "how-it-goes", name = { en = "How it goes" } }]
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Review> {
    let class = fields.mention("class", Role::Class);
    let every_months = fields.number("every_months");
    let subjects = fields.things("subjects");
    let led_by = fields.mention("led_by", Role::Class);
    Some(Review { class: class?, every_months: every_months?, subjects: subjects?, led_by })
}

pub(super) fn write(review: &Review, lines: &mut Lines) {
    lines.put("class", written::text(review.class.as_str()));
    lines.put("every_months", review.every_months);
    lines.put("subjects", written::list(written::things(&review.subjects)));
    if let Some(class) = &review.led_by {
        lines.put("led_by", written::text(class.as_str()));
    }
}
