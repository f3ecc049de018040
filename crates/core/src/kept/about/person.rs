//! Details, memberships, offices and commitments.

use std::sync::Arc;

use imbl::{OrdMap, Vector};
use jiff::Timestamp;

use super::{
    super::KeptGroup,
    put::{Account, Readers, Until},
};
use crate::{
    agreements::Document,
    fact::Basis,
    membership::{Membership, Party, PartyKind, Right},
    message::Argument,
    messages as say,
    offices::{Power, Tenure, Vouched},
    proposals::Proposal,
    values::{PartyId, Slug},
};

impl Account<'_> {
    pub(super) fn details(&mut self, party: &Party) {
        if let PartyKind::Person(Some(details)) = &party.kind {
            let group = KeptGroup::Details;
            let name = say::KEPT_NAME.with([details.name.as_str().into()]);
            self.beside(group, name, None, Readers::Having(Right::SeeMembers), Until::Erased);
            if let Some(email) = &details.email {
                let address = say::KEPT_ADDRESS.with([email.as_str().into()]);
                let readers = self.by_power(&say::SEEN_BY_KEEPERS, Power::KeepMembers);
                self.beside(group, address, None, readers, Until::Erased);
            }
            if let Some(place) = &details.place {
                let place = say::KEPT_PLACE.with([place.as_str().into()]);
                self.beside(group, place, None, Readers::Having(Right::SeeMembers), Until::Erased);
            }
        }
        let entered = say::KEPT_ENTERED.with([party.entered.into()]);
        self.book(KeptGroup::Details, entered, party.entered, Readers::Having(Right::SeeMembers));
    }

    pub(super) fn memberships(&mut self, all: &Vector<Arc<Membership>>) {
        let own = self.party.memberships.clone();
        for held in own.iter().filter_map(|id| all.get(id.index()?)) {
            self.membership(held);
        }
    }

    fn membership(&mut self, held: &Membership) {
        let mut said = Vec::new();
        for (since, class, basis) in &held.classes {
            let class = Argument::Class(class.clone());
            said.push(match basis {
                Basis::Office(words) => {
                    say::KEPT_CLASS_RECORDED.with([class, (*since).into(), words.as_str().into()])
                }
                Basis::Proposal(proposal) => {
                    say::KEPT_CLASS_DECIDED.with([class, (*since).into(), (*proposal).into()])
                }
                Basis::Notice(_) => say::KEPT_CLASS.with([class, (*since).into()]),
            });
        }
        said.extend(held.kind.iter().map(|kind| say::KEPT_KIND.with([Argument::Named(kind.clone())])));
        said.extend(held.capital_paid.map(|at| say::KEPT_CAPITAL.with([at.into()])));
        let pauses = held.pauses.iter();
        said.extend(pauses.map(|one| say::KEPT_PAUSE.with([one.from.into(), one.until.into()])));
        let suspensions = held.suspensions.iter();
        said.extend(suspensions.map(|one| say::KEPT_SUSPENSION.with([one.from.into(), one.until.into()])));
        said.extend(match &held.ended {
            Some((on, Basis::Office(words))) => {
                Some(say::KEPT_LAST_DAY_RECORDED.with([(*on).into(), words.as_str().into()]))
            }
            Some((on, _)) => Some(say::KEPT_LAST_DAY.with([(*on).into()])),
            None => held.leaves.map(|on| say::KEPT_LAST_DAY.with([on.into()])),
        });
        for what in said {
            let readers = Readers::Having(Right::SeeMembers);
            self.book(KeptGroup::Membership, what, held.recorded, readers);
        }
    }

    pub(super) fn rolls(&mut self, proposals: &Vector<Arc<Proposal>>) {
        let own = self.party.memberships.clone();
        let is_on = |proposal: &&Arc<Proposal>| own.iter().any(|held| proposal.roll.includes(*held));
        let count = proposals.iter().filter(is_on).count() as u64;
        if count > 0 {
            let what = say::KEPT_ROLLS.with([count.into()]);
            self.book(KeptGroup::Membership, what, None, Readers::Having(Right::Observe));
        }
    }

    pub(super) fn represented(&mut self, parties: &Vector<Arc<Party>>) {
        let me = self.person;
        let own = self.party.represents.clone();
        for organization in own.iter().filter_map(|id| parties.get(id.index()?)) {
            for one in organization.representations().iter().filter(|one| one.person == me) {
                let (of, from) = (organization.id.into(), one.from.into());
                let what = match one.until {
                    Some(until) => say::KEPT_REPRESENTED.with([of, from, until.into()]),
                    None => say::KEPT_REPRESENTS.with([of, from]),
                };
                self.book(KeptGroup::Offices, what, one.recorded, Readers::Having(Right::SeeMembers));
            }
        }
    }

    pub(super) fn offices(&mut self, tenures: &Vector<Tenure>) {
        let me = self.person;
        for tenure in tenures {
            let office = || Argument::Named(tenure.office.clone());
            let own = (tenure.person == me).then(|| match tenure.until {
                Some(until) => say::KEPT_OFFICE_ENDED.with([office(), tenure.from.into(), until.into()]),
                None => say::KEPT_OFFICE.with([office(), tenure.from.into()]),
            });
            let given = self
                .is_me(tenure.given_by)
                .then(|| say::KEPT_GAVE_OFFICE.with([tenure.person.into(), office()]));
            for what in own.into_iter().chain(given) {
                self.book(KeptGroup::Offices, what, None, Readers::Having(Right::SeeMembers));
            }
        }
    }

    pub(super) fn vouching(
        &mut self,
        vouched: &OrdMap<PartyId, Vouched>,
        restored: &OrdMap<PartyId, Timestamp>,
    ) {
        let me = self.person;
        let mut said = Vec::new();
        for (party, one) in vouched {
            if *party == me {
                said.push((say::KEPT_VOUCHED_BY.with([one.by.into(), one.at.into()]), one.at));
            }
            if one.by == me {
                said.push((say::KEPT_VOUCHED_FOR.with([(*party).into(), one.at.into()]), one.at));
            }
        }
        let own = restored.get(&me);
        said.extend(own.map(|at| (say::KEPT_RESTORED.with([(*at).into()]), *at)));
        for (what, at) in said {
            self.book(KeptGroup::Offices, what, at, Readers::Having(Right::SeeMembers));
        }
    }

    pub(super) fn commitments(&mut self, documents: &OrdMap<Slug, Arc<Document>>) {
        let me = self.person;
        for document in documents.values() {
            for version in &document.versions {
                let mine = version.acknowledged.iter().filter(|(party, (by, _))| **party == me || *by == me);
                let said: Vec<_> = mine
                    .map(|(party, (_, at))| {
                        let named = Argument::Named(document.id.clone());
                        let (number, when) = (version.number.into(), (*at).into());
                        let what = if *party == me {
                            say::KEPT_COMMITMENT.with([named, number, when])
                        } else {
                            say::KEPT_COMMITMENT_FOR.with([(*party).into(), named, number, when])
                        };
                        (what, *at)
                    })
                    .collect();
                for (what, at) in said {
                    self.book(KeptGroup::Commitments, what, at, Readers::Having(Right::SeeMembers));
                }
            }
        }
    }
}
