//! Facts of membership to state. Knows no rule and cannot fail.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Membership, Party, PartyKind, Pause, Representation, Suspended};
use crate::{
    fact::{Fact, Happened},
    personal::Beside,
    state::State,
    values::{MembershipId, PartyId},
};

/// Takes a fact of membership into the state; other facts change nothing.
pub(crate) fn apply(state: &mut State, happened: &Happened) {
    match &happened.recorded.fact {
        Fact::PersonEntered { party } => {
            let details = match &happened.recorded.personal {
                Some((_, Beside::Person(details))) => Some(Arc::new(details.clone())),
                _ => None,
            };
            enter(state, *party, happened, PartyKind::Person(details));
        }
        Fact::InterestSent { party, .. } if state.party(*party).is_none() => {
            enter(state, *party, happened, PartyKind::Person(None));
        }
        Fact::ApplicantInvited { person, .. } => {
            if let Some((_, Beside::Person(details))) = &happened.recorded.personal {
                let details = Arc::new(details.clone());
                with_party(state, *person, |known| known.kind = PartyKind::Person(Some(details)));
            }
        }
        Fact::OrganizationEntered { party, name, place } => {
            let (name, place) = (name.clone(), place.clone());
            let kind = PartyKind::Organization { name, place, representations: Vec::new() };
            enter(state, *party, happened, kind);
        }
        Fact::DetailsCorrected { party } => {
            let details = match &happened.recorded.personal {
                Some((_, Beside::Person(details))) => Some(Arc::new(details.clone())),
                _ => None,
            };
            with_party(state, *party, |known| known.kind = PartyKind::Person(details));
        }
        Fact::PersonErased { party } => {
            with_party(state, *party, |known| known.kind = PartyKind::Person(None));
        }
        Fact::MemberAdmitted { membership, party, class, kind, since, basis } => {
            state.memberships.push_back(Arc::new(Membership {
                id: *membership,
                party: *party,
                kind: kind.clone(),
                classes: vec![(*since, class.clone(), basis.clone())],
                recorded: happened.at,
                ended: None,
                end_recorded: None,
                capital_paid: None,
                leaves: None,
                suspensions: Vec::new(),
                pauses: Vec::new(),
            }));
            with_party(state, *party, |known| known.memberships.push(*membership));
        }
        Fact::ClassChanged { membership, class, since, basis } => {
            with_membership(state, *membership, |held| {
                held.classes.push((*since, class.clone(), basis.clone()));
            });
        }
        Fact::MembershipEnded { membership, on, basis } => {
            with_membership(state, *membership, |held| {
                held.ended = Some((*on, basis.clone()));
                held.end_recorded = Some(happened.at);
                held.leaves = None;
            });
        }
        Fact::NoticeGiven { membership, on, .. } => {
            with_membership(state, *membership, |held| held.leaves = Some(*on));
        }
        Fact::NoticeWithdrawn { membership, .. } => {
            with_membership(state, *membership, |held| held.leaves = None);
        }
        Fact::MemberSuspended { membership, from, until, proposal } => {
            let decided = happened.at;
            let suspended = Suspended { from: *from, until: *until, proposal: *proposal, decided };
            with_membership(state, *membership, |held| {
                held.suspensions.push(suspended);
                held.suspensions.sort_by_key(|one| one.from);
            });
        }
        Fact::RepresentativeNamed { organization, person, from } => {
            represent(state, *organization, *person, *from, false, happened);
        }
        Fact::AlternateNamed { organization, person, from } => {
            represent(state, *organization, *person, *from, true, happened);
        }
        Fact::RepresentationEnded { organization, person, on } => {
            with_representations(state, *organization, |all| {
                let theirs = all.iter_mut().rev().find(|one| one.person == *person && one.from <= *on);
                if let Some(representation) = theirs {
                    representation.until = Some(*on);
                    representation.end_recorded = Some(happened.at);
                }
            });
        }
        Fact::CapitalPaid { membership } => {
            with_membership(state, *membership, |held| held.capital_paid = Some(happened.at));
        }
        Fact::TrainingPaused { membership, from, until, proposal } => {
            with_membership(state, *membership, |held| {
                held.pauses.push(Pause { from: *from, until: *until, proposal: *proposal });
                held.pauses.sort_by_key(|pause| pause.from);
            });
        }
        _ => {}
    }
}

fn enter(state: &mut State, id: PartyId, happened: &Happened, kind: PartyKind) {
    state.parties.push_back(Arc::new(Party {
        id,
        kind,
        entered: happened.at,
        memberships: Vec::new(),
        represents: Vec::new(),
    }));
}

fn with_party(state: &mut State, id: PartyId, change: impl FnOnce(&mut Party)) {
    if let Some(party) = id.index().and_then(|place| state.parties.get_mut(place)) {
        change(Arc::make_mut(party));
    }
}

fn with_representations(state: &mut State, id: PartyId, change: impl FnOnce(&mut Vec<Representation>)) {
    with_party(state, id, |known| {
        if let PartyKind::Organization { representations, .. } = &mut known.kind {
            change(representations);
        }
    });
}

fn represent(
    state: &mut State,
    organization: PartyId,
    person: PartyId,
    from: Date,
    is_alternate: bool,
    happened: &Happened,
) {
    let recorded = happened.at;
    with_representations(state, organization, |all| {
        all.push(Representation { person, from, until: None, is_alternate, recorded, end_recorded: None });
    });
    with_party(state, person, |known| {
        if !known.represents.contains(&organization) {
            known.represents.push(organization);
        }
    });
}

fn with_membership(state: &mut State, id: MembershipId, change: impl FnOnce(&mut Membership)) {
    if let Some(membership) = id.index().and_then(|place| state.memberships.get_mut(place)) {
        change(Arc::make_mut(membership));
    }
}
