//! People and organizations.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    personal::Personal,
    values::{MembershipId, PartyId},
};

/// A person or an organization that the register speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Its number.
    pub id: PartyId,
    /// What it is.
    pub kind: PartyKind,
    /// When it was entered.
    pub entered: Timestamp,
    /// Its own memberships, in the order of admission; past ones too.
    pub memberships: Vec<MembershipId>,
    /// The organizations that it has represented; past ones too.
    pub represents: Vec<PartyId>,
}

/// What a party is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartyKind {
    /// A person; `None` once the details are erased.
    Person(Option<Arc<Personal>>),
    /// An organization.
    Organization {
        /// Its name.
        name: String,
        /// Its town or city.
        place: Option<String>,
        /// Who acts for it; past ones too, in the order of naming.
        representations: Vec<Representation>,
    },
}

/// Somebody representing an organization, from a first to a last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Representation {
    /// Who.
    pub person: PartyId,
    /// The first day.
    pub from: Date,
    /// The last day, once it is known.
    pub until: Option<Date>,
    /// Whether as an alternate, beside the official representative.
    pub is_alternate: bool,
    /// When the naming was recorded, which may be later than the first day.
    pub recorded: Timestamp,
    /// When the end was recorded, if it was.
    pub end_recorded: Option<Timestamp>,
}

impl Representation {
    /// Whether it holds on a day.
    pub fn is_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

impl Party {
    /// What it is called; `None` for a person whose details are erased.
    pub fn name(&self) -> Option<&str> {
        match &self.kind {
            PartyKind::Person(details) => details.as_deref().map(|details| details.name.as_str()),
            PartyKind::Organization { name, .. } => Some(name),
        }
    }

    /// A person's details; `None` for an organization, and once they are erased.
    pub fn details(&self) -> Option<&Personal> {
        match &self.kind {
            PartyKind::Person(details) => details.as_deref(),
            PartyKind::Organization { .. } => None,
        }
    }

    /// The town or city, where it is known.
    pub fn place(&self) -> Option<&str> {
        match &self.kind {
            PartyKind::Person(details) => details.as_deref()?.place.as_deref(),
            PartyKind::Organization { place, .. } => place.as_deref(),
        }
    }

    /// Who has acted and acts for it; empty for a person.
    pub fn representations(&self) -> &[Representation] {
        match &self.kind {
            PartyKind::Person(_) => &[],
            PartyKind::Organization { representations, .. } => representations,
        }
    }

    /// Its official representative on a day, if it is an organization and has one: at no time two.
    pub fn representative_on(&self, day: Date) -> Option<PartyId> {
        self.representations_on(day).find(|one| !one.is_alternate).map(|one| one.person)
    }

    /// Its alternates on a day, in the order of naming. Whether they act for it, the bylaws say:
    /// [`acts_as`](super::acts_as).
    pub fn alternates_on(&self, day: Date) -> impl Iterator<Item = PartyId> + '_ {
        self.representations_on(day).filter(|one| one.is_alternate).map(|one| one.person)
    }

    /// Whether a person is its official representative on a day or one of its alternates.
    pub fn is_represented_by(&self, person: PartyId, day: Date) -> bool {
        self.representations_on(day).any(|one| one.person == person)
    }

    fn representations_on(&self, day: Date) -> impl Iterator<Item = &Representation> {
        self.representations().iter().filter(move |one| one.is_on(day))
    }

    /// Whether `person` binds it on a day: it is themselves, or they are its official representative.
    pub fn is_acted_for_by(&self, person: PartyId, day: Date) -> bool {
        (self.id == person && self.is_person()) || self.representative_on(day) == Some(person)
    }

    /// Whether it is a person.
    pub fn is_person(&self) -> bool {
        matches!(self.kind, PartyKind::Person(_))
    }
}
