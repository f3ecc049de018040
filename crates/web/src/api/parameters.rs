//! What stands behind the question mark, and the numbers in addresses.

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, Query},
    http::request::Parts,
};
use rochdale_words::Words;
use serde::de::DeserializeOwned;

use super::{
    caller::{Caller, outside},
    paging::Paging,
    problem::{Kind, Problem},
    reading::Reading,
};
use crate::{site::Site, visit::Visit};

/// The parameters of a query. What is unknown or makes no sense is said by name.
pub struct Parameters<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<Arc<Site>> for Parameters<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Problem> {
        let wrong = match Query::<T>::try_from_uri(&parts.uri) {
            Ok(Query(parameters)) => return Ok(Self(parameters)),
            Err(wrong) => wrong.body_text(),
        };
        let Ok(visit) = Visit::from_request_parts(parts, site).await;
        Err(outside(&visit, |words| no_parameters(&wrong, parts.uri.query().unwrap_or_default(), words)))
    }
}

/// The problem of a query of which axum says that it is `wrong`: behind a colon, in English and in terms of the
/// program, but with the name of the parameter.
fn no_parameters(wrong: &str, query: &str, words: &Words<'_>) -> Problem {
    let behind_colon = |text| str::split_once(text, ": ").map_or(text, |(_, behind)| behind);
    let said = behind_colon(wrong);
    // Of some mistakes the parameter's name stands before them once more.
    let named = |mistake: &str| {
        let after = said.strip_prefix(mistake).or_else(|| behind_colon(said).strip_prefix(mistake))?;
        Some(after.split_once('`')?.0)
    };
    let (place, says) = if let Some(name) = named("unknown field `") {
        (name, words.text("api-parameter-unknown").to_owned())
    } else if let Some(name) = named("duplicate field `") {
        (name, words.text("api-parameter-twice").to_owned())
    } else {
        let sent = said.split_once(": ").and_then(|(name, _)| {
            let (_, value) = form_urlencoded::parse(query.as_bytes()).find(|(sent, _)| sent == name)?;
            Some((name, words.text_with("api-parameter-wrong", [("value", value.into_owned().into())])))
        });
        sent.unwrap_or_else(|| ("query", said.to_owned()))
    };
    Problem::at(Kind::Parameter, place, &says, words)
}

impl Reading<'_> {
    /// Says which of the paging parameters is out of range, if one is.
    pub fn must_page(&self, paging: Paging) -> Result<(), Problem> {
        match paging.wrong() {
            None => Ok(()),
            Some((name, says)) => Err(Problem::at(Kind::Parameter, name, &self.words.say(&says), self.words)),
        }
    }
}

impl Caller {
    /// The number that stands in an address; what is no number names nothing, which is 404.
    pub fn number<T: From<u32>>(&self, text: &str) -> Result<T, Problem> {
        text.parse::<u32>().map(T::from).map_err(|_| self.problem(Kind::NotFound))
    }
}
