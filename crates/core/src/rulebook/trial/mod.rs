//! Small rulebooks for the tests of the reader and its checks.

mod cases;
mod changes;
mod confidentiality;
mod damage;
mod kinds_of_rule;
mod manual;
mod places;
mod precedence;
mod property;
mod summary;

use super::{Bundle, Diagnostic, Outcome, Rulebook};

/// The front matter of a rulebook in English.
const FRONT: &str = r#"+++
id = "trial"
edition = 1
in_force_from = 2026-01-01
language = "en"
languages = ["en"]
currency = "EUR"
time_zone = "Europe/Madrid"
reviewed_on = 2026-01-01
name = { en = "Trial Co-op" }
+++

A co-op to try rules on.
"#;

/// Clauses without a mistake: two classes, a table of rights, one decision rule, one matter.
const BASE: &str = r#"# Basics

## Who takes part {#A-01}

People join as members by a decision. The desk admits organizations as partners, who are members as well.

```toml rule
kind = "class"
quote = "People join as members by a decision"
id = "member"
name = { en = "Member" }
of = "people"
member = true
admission = "decision"
```

```toml rule
kind = "class"
quote = "The desk admits organizations as partners"
id = "partner"
name = { en = "Partner" }
of = "organizations"
member = true
admission = "office"
```

## Who may do what {#A-02}

Members and partners may do this:

| | Member | Partner |
|:--|:--|:--|
| Speaks | yes | yes |
| Votes | yes | no |

```toml rule
kind = "rights"
quote = "may do this"
columns = ["member", "partner"]
rows = ["speak", "vote"]
```

## How we decide {#A-03}

1. Daily matters are decided by vote.
2. A vote carries with 1/2 of all members in favour, as [who takes part](#A-01 "People join as members") says.

```toml rule
kind = "decision"
quote = "A vote carries with 1/2 of all members in favour"
id = "simple"
name = { en = "Simple vote" }
method = "vote"
threshold = "1/2"
base = "all"
```

```toml rule
kind = "matters"
quote = "Daily matters are decided by vote"
group = { id = "daily", name = { en = "Daily matters" } }
matters = [{ id = "purchase", name = { en = "Purchase" }, decision = "simple" }]
```
"#;

/// The sound rulebook with these files added to it, or put in place of its own.
fn bundle(files: &[(&str, &str)]) -> Bundle {
    let base = [("00-front.md", FRONT), ("01-basics.md", BASE)];
    Bundle(base.iter().chain(files).map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
}

/// What the checks find in it.
fn outcome(files: &[(&str, &str)]) -> (Bundle, Outcome) {
    let bundle = bundle(files);
    let outcome = Rulebook::read(&bundle);
    (bundle, outcome)
}

/// Diagnostics as a person sees them.
fn printed(bundle: &Bundle, diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(|diagnostic| diagnostic.in_context(bundle)).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_base_is_sound() {
    let (bundle, outcome) = outcome(&[]);
    assert_eq!(printed(&bundle, &outcome.diagnostics), "");
    let rulebook = outcome.rulebook.unwrap();
    assert_eq!(rulebook.rules().count(), 5);
    assert_eq!(rulebook.decision(&"simple".into()).unwrap().cite.to_string(), "A-03(2)");
    let cited_by: Vec<_> =
        rulebook.cited_by(&super::ClauseId::new("A-01")).map(|clause| clause.id.as_str()).collect();
    assert_eq!(cited_by, ["A-03"]);
}
