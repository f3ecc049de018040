//! Findings and citations as JSON.

use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    finding::{self, Answer},
    rulebook,
};
use rochdale_words::Words;
use serde::Serialize;
use utoipa::ToSchema;

/// One step of an explanation. The answer is at the root.
#[derive(Debug, Serialize, ToSchema)]
pub struct Finding {
    /// The name of the sentence, the same in every language.
    pub key: &'static str,
    /// The sentence, in the language of the caller.
    pub says: String,
    /// What was found.
    pub value: Found,
    /// The findings that this one rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(no_recursion)]
    pub of: Vec<Finding>,
    /// The clause that makes it so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites: Option<Citation>,
    /// What would change the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
}

/// What was found: one of these.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// One of the four answers.
    Answer(Answer),
    /// A count.
    Count(u64),
    /// A share as two whole numbers, such as `2/3`.
    Ratio(String),
    /// A day in the co-op's time zone.
    #[schema(value_type = String, format = Date)]
    Date(Date),
    /// An instant.
    #[schema(value_type = String, format = DateTime)]
    Instant(Timestamp),
}

/// Where a rule stands in the bylaws.
#[derive(Debug, Serialize, ToSchema)]
pub struct Citation {
    /// The clause, with its paragraph where it has any: `GOV-06(2)`.
    pub clause: String,
    /// The words, in the language that binds.
    pub quote: String,
    /// Whether the words are a reading of what the bylaws leave open.
    pub is_reading: bool,
}

impl Finding {
    /// A finding of the core, said in the words of a reader.
    pub fn said(finding: &finding::Finding, words: &Words<'_>) -> Self {
        Self {
            key: finding.says.key.id,
            says: words.say(&finding.says),
            value: match finding.value {
                finding::Value::Answer(answer) => Found::Answer(answer),
                finding::Value::Count(count) => Found::Count(count),
                finding::Value::Ratio(ratio) => Found::Ratio(ratio.to_string()),
                finding::Value::Date(date) => Found::Date(date),
                finding::Value::Instant(instant) => Found::Instant(instant),
            },
            of: finding.of.iter().map(|below| Self::said(below, words)).collect(),
            cites: finding.cites.as_deref().map(Citation::of),
            missing: finding.missing.as_ref().map(|missing| words.say(missing)),
        }
    }
}

impl Citation {
    /// A citation of the core.
    pub fn of(citation: &rulebook::Citation) -> Self {
        Self { clause: citation.to_string(), quote: citation.quote.clone(), is_reading: citation.is_reading }
    }
}
