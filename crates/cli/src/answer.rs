//! What a verb answers, for people and for machines.

use serde_json::Value;

/// The answer of a verb that did what it was asked.
#[derive(Debug, Clone)]
pub struct Answer {
    /// For people: lines, each with its end.
    pub text: String,
    /// The same for `--json`.
    pub value: Value,
}

impl Answer {
    /// An answer.
    pub fn new(text: impl Into<String>, value: Value) -> Self {
        Self { text: text.into(), value }
    }
}
