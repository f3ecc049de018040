//! Who calls, of which co-op.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    RequestPartsExt,
    extract::{FromRequestParts, Path},
    http::{StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use jiff::Timestamp;
use rochdale_core::{
    rulebook::Rulebook,
    sight::Viewer,
    state::State,
    values::{PartyId, Slug},
};
use rochdale_register::Registrar;
use rochdale_words::{BookNames, NoNames, Words};

use super::{
    problem::{Kind, Problem},
    reading::Reading,
};
use crate::names::SeenNames;
use crate::{site::Site, visit::Visit};

/// A call about one co-op: who calls, and the co-op as it stands at that instant.
pub struct Caller {
    /// The request as every page sees it.
    pub visit: Visit,
    /// What is asked for commands.
    pub registrar: Registrar,
    /// The fold of the register.
    pub state: Arc<State>,
    /// The edition in force.
    pub rulebook: Arc<Rulebook>,
    /// Who calls.
    pub viewer: Viewer,
    /// When.
    pub now: Timestamp,
}

impl FromRequestParts<Arc<Site>> for Caller {
    type Rejection = Problem;

    /// Fails with 404 where there is no such co-op, and with 401 where a token is sent that is not good.
    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Problem> {
        let Ok(visit) = Visit::from_request_parts(parts, site).await;
        // A token that is not good must not pass for none: whoever sends one means to be somebody.
        if parts.headers.contains_key(header::AUTHORIZATION) && visit.account.is_none() {
            return Err(outside(&visit, |words| Problem::of(Kind::NotSignedIn, words)));
        }
        let path = parts.extract::<Path<BTreeMap<String, String>>>().await;
        let handle = path.ok().and_then(|Path(mut path)| path.remove("org"));
        let registrar = handle.and_then(|handle| visit.site.registers.registrar(&Slug::new(&handle)));
        let now = visit.site.clock.now();
        let found = registrar.and_then(|registrar| {
            let state = registrar.state();
            let rulebook = state.rulebook_at(now)?;
            Some((registrar, state, rulebook))
        });
        let Some((registrar, state, rulebook)) = found else {
            return Err(outside(&visit, |words| Problem::of(Kind::NotFound, words)));
        };
        let viewer = visit.viewer(registrar.organization());
        Ok(Self { visit, registrar, state, rulebook, viewer, now })
    }
}

impl Caller {
    /// The person who calls, for what is a person's own. The desk has none of it: 404; and 401 for somebody who
    /// sends no token.
    pub fn person(&self) -> Result<PartyId, Problem> {
        match self.viewer {
            Viewer::Party(person) => Ok(person),
            Viewer::Desk => Err(self.problem(Kind::NotFound)),
            Viewer::Public => Err(self.problem(Kind::NotSignedIn)),
        }
    }

    /// Calls `view` with the co-op as the caller may see it.
    pub fn read<T>(&self, view: impl FnOnce(&Reading<'_>) -> Result<T, Problem>) -> Result<T, Problem> {
        let today = self.state.date_of(self.now);
        let zone = self.state.time_zone();
        let book = BookNames { state: &self.state, rulebook: &self.rulebook };
        let names = SeenNames::new(book, self.viewer, today);
        let words = Words::new(self.visit.site.catalogue.tongue(&self.visit.language), &zone, &names);
        view(&Reading {
            state: &self.state,
            rulebook: &self.rulebook,
            viewer: self.viewer,
            now: self.now,
            today,
            words: &words,
            names: &names,
        })
    }

    /// A problem that the bylaws have nothing to do with.
    pub fn problem(&self, kind: Kind) -> Problem {
        outside(&self.visit, |words| Problem::of(kind, words))
    }

    /// The same, with the place in the request and what is wrong there.
    pub fn problem_at(&self, kind: Kind, place: &str, says: &str) -> Problem {
        outside(&self.visit, |words| Problem::at(kind, place, says, words))
    }
}

/// A problem said in the words that stand outside any co-op.
pub fn outside(visit: &Visit, say: impl FnOnce(&Words<'_>) -> Problem) -> Problem {
    let zone = jiff::tz::TimeZone::UTC;
    say(&Words::new(visit.site.catalogue.tongue(&visit.language), &zone, &NoNames))
}

/// The problem of what a layer around the interface turned away with a bare status.
pub fn turned_away(visit: &Visit, status: StatusCode) -> Response {
    outside(visit, |words| Problem::of(Kind::of_status(status), words)).into_response()
}
