//! `standing`: what good standing is.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{Check, GoodStanding, Key, MembershipYear, StandingRule, read::Fields};

pub(super) const PAGE: KindPage = KindPage {
    kind: "standing",
    purpose: "Says how the membership year runs, when a member is in good standing, and how often somebody who is \
              behind can be reminded. Standing is worked out from the book for any day; nobody enters it, and it \
              takes no right away.",
    keys: &[
        Key::needed(
            "year",
            "`calendar` or `joining`",
            "whether the membership year runs from January to December, or from the day of joining",
        ),
        Key::needed(
            "good",
            "`none-late` or `none-due`",
            "whether a member is in good standing as long as nothing required is late, or as long as nothing \
             required is late or due; a review that others write and confirm stands against nobody who waits for it",
        ),
        Key::optional(
            "reminder_days",
            "whole number",
            "how many calendar days pass at least between two reminders to one member; none if left out",
        ),
    ],
    entries: &[],
    checks: &[Check::DefinedOnce],
    example: r#"## Standing {#X-01}

In the calendar year, a member with nothing late is in good standing. Between two reminders 14 days pass.

```toml rule
kind = "standing"
quote = "In the calendar year, a member with nothing late is in good standing. Between two reminders 14 days pass"
year = "calendar"
good = "none-late"
reminder_days = 14
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<StandingRule> {
    let years: Vec<(&str, MembershipYear)> =
        MembershipYear::ALL.iter().map(|year| (year.id(), *year)).collect();
    let kinds: Vec<(&str, GoodStanding)> = GoodStanding::ALL.iter().map(|good| (good.id(), *good)).collect();
    let (year, good) = (fields.choice("year", &years), fields.choice("good", &kinds));
    let reminder_days = fields.number_or("reminder_days", 0);
    Some(StandingRule { year: year?, good: good?, reminder_days })
}

pub(super) fn write(rule: &StandingRule, lines: &mut Lines) {
    lines.put("year", written::text(rule.year.id()));
    lines.put("good", written::text(rule.good.id()));
    if rule.reminder_days != 0 {
        lines.put("reminder_days", rule.reminder_days);
    }
}
