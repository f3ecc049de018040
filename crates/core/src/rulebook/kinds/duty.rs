//! `duty`: something that is asked of members.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Asks, Check, Deadline, DutyRule, Key,
    read::{Fields, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "duty",
    purpose: "Names something that is asked of the members of some classes. The program works out for any day \
              whether it is met, due or late; of what nothing in the book can tell, it says so, and never `met`; a \
              clause with nothing else counts as words only.",
    keys: &[
        Key::needed("id", "name in lower case", "what the register and other rules call it"),
        Key::needed("name", "text in each language", "what people call it: what there is to do"),
        Key::needed("classes", "list of classes", "of whom it is asked"),
        Key::needed(
            "asks",
            "`documents`, `agreement`, `reviews`, `guidance`, `representative`, `channels`; or `dues`, `costs`, \
             `attendance`, `election`, `groups`, `conduct`, of which nothing in the book can tell yet",
            "what has to be done",
        ),
        Key::optional("days", "whole number", "within so many calendar days of being asked it is to be done"),
        Key::optional(
            "by",
            "`year-end`",
            "instead of `days`: it is to be done by the end of the membership year; without either it has no last \
             day and is never late, but for reviews and agreements, which have their own",
        ),
        Key::optional(
            "encouraged",
            "`true` or `false`",
            "whether it is only encouraged, so that it is never late; it is required if left out",
        ),
    ],
    entries: &[],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## Our mailing list {#X-01}

Members join the mailing list within 30 days.

```toml rule
kind = "duty"
quote = "Members join the mailing list within 30 days"
id = "join-the-list"
name = { en = "Join the mailing list" }
classes = ["member"]
asks = "channels"
days = 30
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<DutyRule> {
    let defined = fields.defined(Role::Duty);
    let classes = fields.mentions("classes", Role::Class);
    let choices: Vec<(&str, Asks)> = Asks::ALL.iter().map(|asks| (asks.id(), *asks)).collect();
    let asks = fields.choice("asks", &choices);
    let days = fields.number("days").map(Deadline::Days);
    let by = fields.choice("by", &[("year-end", Deadline::YearEnd)]);
    if days.is_some() && by.is_some() {
        let says = "a duty is to be done within `days` or `by` a day, and this one has both";
        fields.spot.problem(Check::Keys, &fields.at(), says, "keep one of the two");
    }
    let encouraged = fields.flag("encouraged").unwrap_or(false);
    let (id, name) = defined?;
    Some(DutyRule { id, name, classes: classes?, asks: asks?, deadline: days.or(by), encouraged })
}

pub(super) fn write(rule: &DutyRule, lines: &mut Lines) {
    lines.put("id", written::text(rule.id.as_str()));
    lines.put("name", written::names(&rule.name));
    lines.put("classes", written::list(written::slugs(&rule.classes)));
    lines.put("asks", written::text(rule.asks.id()));
    match rule.deadline {
        Some(Deadline::Days(days)) => lines.put("days", days),
        Some(Deadline::YearEnd) => lines.put("by", written::text("year-end")),
        None => {}
    }
    if rule.encouraged {
        lines.put("encouraged", true);
    }
}
