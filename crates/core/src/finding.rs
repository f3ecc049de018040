//! The answer that explains itself.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date};
use serde::Serialize;

use crate::{message::Message, rulebook::Citation, values::Ratio};

/// Four answers, not two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// The question does not arise for this party.
    DoesNotApply,
    /// What decides it has not been recorded.
    NotYetKnown,
}

/// What a finding found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// One of the four answers.
    Answer(Answer),
    /// A count.
    Count(u64),
    /// A share.
    Ratio(Ratio),
    /// A day in the co-op's time zone.
    Date(Date),
    /// An instant.
    Instant(Timestamp),
}

/// One step of an explanation: what it says, what it found, from what, under which clause, and what
/// would change it. The value is read off the root; the tree is the *because* of a refusal, the
/// page "why did this carry" and the CLI's `explain`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The sentence.
    pub says: Message,
    /// What was found.
    pub value: Value,
    /// The findings that this one rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<Finding>,
    /// The clause that makes it so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites: Option<Arc<Citation>>,
    /// What would change the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Message>,
}

impl Finding {
    /// A finding that rests on no other.
    pub fn new(says: Message, value: Value) -> Self {
        Self { says, value, of: Vec::new(), cites: None, missing: None }
    }

    /// A finding with one of the four answers.
    pub fn answer(says: Message, answer: Answer) -> Self {
        Self::new(says, Value::Answer(answer))
    }

    /// The same, resting on `findings`.
    pub fn of(mut self, findings: Vec<Finding>) -> Self {
        self.of = findings;
        self
    }

    /// The same, citing a clause.
    pub fn citing(mut self, citation: &Arc<Citation>) -> Self {
        self.cites = Some(Arc::clone(citation));
        self
    }

    /// The same, saying what would change it.
    pub fn missing(mut self, what: Message) -> Self {
        self.missing = Some(what);
        self
    }

    /// Whether the answer at the root is yes.
    pub fn is_yes(&self) -> bool {
        self.value == Value::Answer(Answer::Yes)
    }
}
