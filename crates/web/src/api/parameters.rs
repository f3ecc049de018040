//! What stands behind the question mark, and the numbers in addresses.

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, Query},
    http::request::Parts,
};
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
        // axum puts the name of the parameter before what is wrong with it.
        let said = wrong.split_once(": ").map_or(wrong.as_str(), |(_, said)| said);
        let (place, says) = said.split_once(": ").unwrap_or(("query", said));
        Err(outside(&visit, |words| Problem::at(Kind::Parameter, place, says, words)))
    }
}

impl Reading<'_> {
    /// Says which of the paging parameters is out of range, if one is.
    pub fn must_page(&self, paging: Paging) -> Result<(), Problem> {
        match paging.wrong() {
            None => Ok(()),
            Some((name, range)) => Err(Problem::at(Kind::Parameter, name, &range, self.words)),
        }
    }
}

impl Caller {
    /// The number that stands in an address; what is no number names nothing, which is 404.
    pub fn number<T: From<u32>>(&self, text: &str) -> Result<T, Problem> {
        text.parse::<u32>().map(T::from).map_err(|_| self.problem(Kind::NotFound))
    }
}
