//! A party with its memberships, as JSON.

use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    fact::Basis,
    membership::{self, PartyKind, phase_on},
    sight::details_for,
    standing::{duties, reads},
    values::{MembershipId, PartyId, ProposalId, Slug},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    reading::{PartyName, Reading},
    standing::Duty,
};

/// A person or an organization in the list of members.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberLine {
    /// Its number.
    pub party: PartyId,
    /// Its name; absent once it is erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether it is a person.
    pub is_person: bool,
    /// Its memberships on the day asked for.
    pub memberships: Vec<Standing>,
}

/// What a membership is on a day.
#[derive(Debug, Serialize, ToSchema)]
pub struct Standing {
    /// The membership.
    pub membership: MembershipId,
    /// The class.
    pub class: Slug,
    /// What the class is called, in the language of the caller.
    pub class_name: String,
    /// The first day in the class.
    #[schema(value_type = String, format = Date)]
    pub since: Date,
    /// The kind within the class, where the bylaws tell any apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Slug>,
    /// The phase, where the class has any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
}

/// A phase of a class.
#[derive(Debug, Serialize, ToSchema)]
pub struct Phase {
    /// Its short name.
    pub phase: Slug,
    /// What it is called, in the language of the caller.
    pub name: String,
    /// Its first day.
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    /// The day on which its months are over.
    #[schema(value_type = String, format = Date)]
    pub months_end: Date,
}

/// A person or an organization, with everything that the caller may see of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Member {
    /// Its number.
    pub party: PartyId,
    /// Its name; absent once it is erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether it is a person.
    pub is_person: bool,
    /// When it was entered.
    #[schema(value_type = String, format = DateTime)]
    pub entered: Timestamp,
    /// The town or city of an organization; of a person only for themselves and the desk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Where to write to a person; for themselves and the desk only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Its memberships, past ones too, in the order of admission.
    pub memberships: Vec<Membership>,
    /// Who has represented and represents an organization; absent for a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub representatives: Option<Vec<Representation>>,
    /// The organizations that a person represents on the day asked for, as an alternate too.
    pub represents: Vec<PartyName>,
}

/// A membership through time.
#[derive(Debug, Serialize, ToSchema)]
pub struct Membership {
    /// Its number.
    pub membership: MembershipId,
    /// Whether it is current on the day asked for.
    pub is_current: bool,
    /// What it is on that day; absent before its first day and after its last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// The classes that it has been in, in order.
    pub classes: Vec<ClassPeriod>,
    /// The last day, once it is known.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Date>,
    /// On the strength of what it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_by: Option<Ground>,
    /// When its capital was recorded as paid in full.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capital_paid: Option<Timestamp>,
    /// Its suspensions, in order; absent where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suspensions: Vec<Suspension>,
    /// What the bylaws ask of it on that day: what is late first, then what is due, coming, met, waived and not yet
    /// known. For the member, for whoever acts for it and for those who keep the list of members; absent for others,
    /// and for a day to come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duties: Option<Vec<Duty>>,
}

/// Days on which the rights are off that the bylaws name.
#[derive(Debug, Serialize, ToSchema)]
pub struct Suspension {
    /// The first of them.
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    /// The last.
    #[schema(value_type = String, format = Date)]
    pub until: Date,
}

/// A class and the first day in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClassPeriod {
    /// The class.
    pub class: Slug,
    /// What the class is called, in the language of the caller.
    pub class_name: String,
    /// The first day.
    #[schema(value_type = String, format = Date)]
    pub since: Date,
    /// On the strength of what; absent where that is a proposal that the caller may not see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Ground>,
}

/// On the strength of what a membership begins, changes or ends: one of these.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The desk recorded it, in these words.
    Office(String),
    /// A carried proposal.
    Proposal(ProposalId),
    /// The notice of whoever left.
    Notice,
}

/// Who represents an organization, and when.
#[derive(Debug, Serialize, ToSchema)]
pub struct Representation {
    /// Who.
    pub person: PartyName,
    /// The first day.
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    /// The last day, once it is known.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Whether as an alternate, beside the official representative.
    pub is_alternate: bool,
}

impl Reading<'_> {
    /// What a membership is on a day; `None` unless it is current.
    pub fn standing(&self, membership: MembershipId, day: Date) -> Option<Standing> {
        let held = self.state.membership(membership).filter(|held| held.is_current_on(day))?;
        let rulebook = self.state.rulebook_on(day)?;
        let (since, class) = held.class_on(day)?;
        let phase = phase_on(&rulebook, held, day).map(|on| Phase {
            phase: on.phase.id.clone(),
            name: self.words.phase(&on.phase.id),
            from: on.from,
            months_end: on.next_from,
        });
        Some(Standing {
            membership,
            class: class.clone(),
            class_name: self.words.class(class),
            since,
            kind: held.kind.clone(),
            phase,
        })
    }

    /// A party in the list, as of a day. Only for readers who may see it.
    pub fn member_line(&self, party: &membership::Party, day: Date) -> MemberLine {
        MemberLine {
            party: party.id,
            name: party.name().map(str::to_owned),
            is_person: party.is_person(),
            memberships: party.memberships.iter().filter_map(|id| self.standing(*id, day)).collect(),
        }
    }

    /// A party with everything, as of a day. Only for readers who may see it.
    pub fn member(&self, party: &membership::Party, day: Date) -> Member {
        let details = details_for(self.state, self.viewer, party, self.today);
        let (place, representatives) = match &party.kind {
            PartyKind::Person(_) => (details.and_then(|details| details.place.clone()), None),
            PartyKind::Organization { place, representations, .. } => {
                let representatives = representations.iter().map(|one| Representation {
                    person: self.party(one.person),
                    from: one.from,
                    until: one.until,
                    is_alternate: one.is_alternate,
                });
                (place.clone(), Some(representatives.collect()))
            }
        };
        let acts_for = |organization: &&PartyId| {
            let known = self.state.party(**organization);
            known.is_some_and(|known| known.is_represented_by(party.id, day))
        };
        Member {
            party: party.id,
            name: party.name().map(str::to_owned),
            is_person: party.is_person(),
            entered: party.entered,
            place,
            email: details.and_then(|details| details.email.clone()),
            memberships: party
                .memberships
                .iter()
                .filter_map(|id| self.membership_through(*id, day))
                .collect(),
            representatives,
            represents: party.represents.iter().filter(acts_for).map(|one| self.party(*one)).collect(),
        }
    }

    /// What the bylaws ask of a membership on a day; `None` for whoever may not see it, and for a day to come.
    fn duties(&self, held: &membership::Membership, day: Date) -> Option<Vec<Duty>> {
        let is_seen = day <= self.today && reads(self.state, self.viewer, held, self.today);
        is_seen.then(|| duties(self.state, held.id, day).iter().map(|duty| self.duty(held, duty)).collect())
    }

    fn membership_through(&self, membership: MembershipId, day: Date) -> Option<Membership> {
        let held = self.state.membership(membership)?;
        let period = |(since, class, basis): &(Date, Slug, Basis)| ClassPeriod {
            class: class.clone(),
            class_name: self.words.class(class),
            since: *since,
            basis: self.ground(basis),
        };
        Some(Membership {
            membership,
            is_current: held.is_current_on(day),
            standing: self.standing(membership, day),
            classes: held.classes.iter().map(period).collect(),
            last_day: held.last_day(),
            ended_by: held.ended.as_ref().and_then(|(_, basis)| self.ground(basis)),
            capital_paid: held.capital_paid,
            suspensions: held
                .suspensions
                .iter()
                .map(|one| Suspension { from: one.from, until: one.until })
                .collect(),
            duties: self.duties(held, day),
        })
    }

    fn ground(&self, basis: &Basis) -> Option<Ground> {
        match basis {
            Basis::Office(words) => Some(Ground::Office(words.clone())),
            Basis::Notice(_) => Some(Ground::Notice),
            Basis::Proposal(id) => self.sees_proposal(*id).then_some(Ground::Proposal(*id)),
        }
    }
}
