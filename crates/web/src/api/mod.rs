//! The JSON interface, `/api/v1`.

use std::sync::Arc;

use axum::Router;
use rochdale_core::finding::Finding;
use rochdale_words::Words;
use serde_json::{Value, json};

use crate::site::Site;

/// The routes of the interface, below `/api/v1`.
pub fn router() -> Router<Arc<Site>> {
    Router::new()
}

/// A finding with its sentences said, and all that it rests on.
pub fn finding(words: &Words<'_>, finding: &Finding) -> Value {
    json!({
        "says": words.say(&finding.says),
        "message": finding.says,
        "value": finding.value,
        "clause": finding.cites.as_ref().map(ToString::to_string),
        "missing": finding.missing.as_ref().map(|missing| words.say(missing)),
        "of": finding.of.iter().map(|one| self::finding(words, one)).collect::<Vec<_>>(),
    })
}
