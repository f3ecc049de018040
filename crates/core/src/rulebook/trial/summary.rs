//! Nothing looks done that is not: which clauses count as executable.

use super::outcome;
use crate::rulebook::{Asks, ClauseId, Rulebook, Summary};

const TERM: &str = r#"# More

## Reminder {#B-01}

Both sides are reminded 30 days before the end.

```toml rule
kind = "term"
quote = "30 days before the end"
id = "early"
name = { en = "early" }
days = 30
```
"#;

const AGREEMENT: &str = r#"
## Agreement {#B-02}

A partner signs an agreement on its term.

```toml rule
kind = "agreement"
quote = "signs an agreement on its term"
id = "partner-agreement"
name = { en = "Partner's agreement" }
class = "partner"
sections = [{ id = "duration", name = { en = "Term" } }]
reminder = "early"
```
"#;

const OPEN: &str = r#"
```toml unsettled
id = "holidays"
question = { en = "Do holidays count?" }
decides = { en = "the assembly" }
```
"#;

const DUTY: &str = r#"# More

## What is asked {#B-01}

Every partner does it within 30 days.

```toml rule
kind = "duty"
quote = "Every partner does it within 30 days"
id = "do-it"
name = { en = "Do it" }
classes = ["partner"]
asks = "ASKS"
days = 30
```
"#;

fn rulebook(more: &str) -> Rulebook {
    let (_, outcome) = outcome(&[("02-more.md", more)]);
    assert_eq!(outcome.first_error(), None);
    outcome.rulebook.unwrap()
}

#[test]
fn a_number_that_nothing_acts_on_leaves_its_clause_words_only() {
    let rulebook = rulebook(TERM);
    let counts = Summary { clauses: 4, executable: 3, words_only: 1, unsettled: 0 };
    assert_eq!(rulebook.summary(), counts);
    let clause = rulebook.clause(&ClauseId::new("B-01")).unwrap();
    assert_eq!((clause.rules.len(), rulebook.acted_on(clause)), (1, 0));
}

#[test]
fn a_number_that_a_rule_names_is_acted_on() {
    let rulebook = rulebook(&format!("{TERM}{AGREEMENT}"));
    let counts = Summary { clauses: 5, executable: 5, words_only: 0, unsettled: 0 };
    assert_eq!(rulebook.summary(), counts);
}

#[test]
fn a_question_leaves_a_clause_words_only_and_is_counted_beside_it() {
    let counts = Summary { clauses: 4, executable: 3, words_only: 1, unsettled: 1 };
    assert_eq!(rulebook(&format!("{TERM}{OPEN}")).summary(), counts);
}

#[test]
fn a_duty_that_nothing_answers_leaves_its_clause_words_only() {
    for asks in Asks::ALL {
        let rulebook = rulebook(&DUTY.replace("ASKS", asks.id()));
        let is_answered = matches!(
            asks,
            Asks::Documents
                | Asks::Agreement
                | Asks::Reviews
                | Asks::Guidance
                | Asks::Representative
                | Asks::Channels
        );
        let (executable, words_only) = if is_answered { (4, 0) } else { (3, 1) };
        let counts = Summary { clauses: 4, executable, words_only, unsettled: 0 };
        assert_eq!(rulebook.summary(), counts, "{asks:?}");
    }
}
