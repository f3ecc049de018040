//! Which rule answers where several speak.

use super::outcome;
use crate::{
    membership::Right,
    rulebook::{Count, Gap, Grant, Rulebook, check_next},
    values::Slug,
};

/// The sound rulebook with phases of members, a second group of matters and more tables.
const MORE: &str = r#"# More

## Phases {#B-01}

Members are on trial for 3 months, then full for 9 months. In these phases:

| | Trial | Full |
|:--|:--|:--|
| Speaks | by invitation | yes |
| Votes, major matters | no | yes |

```toml rule
kind = "phases"
quote = "on trial for 3 months, then full for 9 months"
class = "member"
phases = [{ id = "trial", name = { en = "Trial" }, months = 3 }, { id = "full", name = { en = "Full" }, months = 9 }]
continues = false
```

```toml rule
kind = "rights"
quote = "In these phases"
columns = ["member/trial", "member/full"]
rows = ["speak", "vote:major"]
words = { "by invitation" = "invitation" }
```

## In short {#B-02}

In short:

| | Member | Partner |
|:--|:--|:--|
| Votes | no | no |
| Elects | yes | no |

```toml rule
kind = "rights"
quote = "In short"
columns = ["member", "partner"]
rows = ["vote", "elect"]
summary = true
```

```toml unsettled
id = "short"
question = { en = "Do members vote?" }
decides = { en = "the assembly" }
reading = { en = "They do." }
because = { en = "The clause says it." }
asks = ["cell:member:vote"]
```

## Time {#B-03}

Members have 5 days, and 10 days on major matters.

```toml rule
kind = "matters"
quote = "on major matters"
group = { id = "major", name = { en = "Major matters" } }
matters = [{ id = "merger", name = { en = "Merger" }, decision = "simple" }]
others = "simple"
```

```toml rule
kind = "window"
quote = "Members have 5 days"
days_min = 5
count = "live"
```

```toml rule
kind = "window"
quote = "10 days on major matters"
groups = ["major"]
days_min = 10
count = "sealed"
```
"#;

fn more() -> Rulebook {
    let (bundle, outcome) = outcome(&[("02-more.md", MORE)]);
    assert_eq!(super::printed(&bundle, &outcome.diagnostics), "");
    outcome.rulebook.unwrap()
}

#[test]
fn a_clause_prevails_over_a_summary_and_then_the_more_specific_cell() {
    let rulebook = more();
    let slug = |id: Option<&'static str>| id.map(Slug::new);
    let grant = |class: &str, phase, right, group| {
        let (phase, group) = (slug(phase), slug(group));
        let cell = rulebook.cell(&Slug::new(class), phase.as_ref(), right, group.as_ref())?;
        Some((cell.grant == Grant::Yes, cell.cite.clause.as_str()))
    };
    // The table of A-02 is a clause's own, so the summary's "no" does not count.
    assert_eq!(grant("member", None, Right::Vote, None), Some((true, "A-02")));
    assert_eq!(grant("member", Some("trial"), Right::Vote, Some("daily")), Some((true, "A-02")));
    assert_eq!(grant("member", Some("trial"), Right::Vote, Some("major")), Some((false, "B-01")));
    assert_eq!(grant("member", Some("full"), Right::Vote, Some("major")), Some((true, "B-01")));
    assert_eq!(grant("member", Some("trial"), Right::Speak, None), Some((false, "B-01")));
    // Only the summary speaks of elections.
    assert_eq!(grant("member", Some("full"), Right::Elect, None), Some((true, "B-02")));
    assert_eq!(grant("member", None, Right::ShareLoss, None), None);
    assert_eq!(grant("stranger", None, Right::Vote, None), None);
}

#[test]
fn a_window_of_a_group_prevails_over_that_of_all() {
    let rulebook = more();
    let window =
        |group: &str| rulebook.window(&Slug::new(group)).map(|window| (window.days_min, window.count));
    assert_eq!(window("daily"), Some((5, Count::Live)));
    assert_eq!(window("major"), Some((10, Count::Sealed)));
    assert!(rulebook.others(&Slug::new("daily")).is_none());
    assert_eq!(rulebook.others(&Slug::new("major")).unwrap().rule.as_str(), "simple");
}

#[test]
fn editions_that_follow_each_other_cover_every_day() {
    let first = more().front;
    let mut second = first.clone();
    second.edition = 2;
    second.in_force_from = first.in_force_from.tomorrow().unwrap();
    assert!(check_next(&first, &second).is_empty());
    second.in_force_from = first.in_force_from;
    let found = check_next(&first, &second);
    assert_eq!(found.len(), 1);
    assert!(found[0].says.contains("takes force on"), "{}", found[0].says);
}

#[test]
fn everything_that_breaks_the_row_of_editions_is_found_at_once() {
    let first = more().front;
    let mut third = first.clone();
    third.edition = 3;
    assert_eq!(third.gaps_after(&first), [Gap::NumberIsNotNext(2), Gap::InForceNoLater(first.in_force_from)]);
    // A book may begin with a later edition: those before it were on paper.
    let mut fourth = third.clone();
    (fourth.edition, fourth.in_force_from) = (4, first.in_force_from.tomorrow().unwrap());
    assert_eq!(fourth.gaps_after(&third), []);
    fourth.id = Slug::new("another");
    assert_eq!(fourth.gaps_after(&third), [Gap::OfAnotherCoOp]);
    third.edition = u32::MAX;
    assert!(!third.gaps_after(&third).is_empty());
}
