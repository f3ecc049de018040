//! What a verb answers, for people and for machines.

use serde_json::Value;

/// The answer of a verb that did what it was asked.
#[derive(Debug, Clone)]
pub struct Answer {
    /// For people: lines, each with its end.
    pub text: String,
    /// The same for `--json`.
    pub value: Value,
    /// Whether what was asked for is on standard output already, so that the answer goes to standard error.
    pub is_beside: bool,
}

impl Answer {
    /// An answer.
    pub fn new(text: impl Into<String>, value: Value) -> Self {
        Self { text: text.into(), value, is_beside: false }
    }
}
