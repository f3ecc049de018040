//! Who and what a number picks.

use jiff::civil::Date;
use rochdale_core::{
    command::{By, Effect},
    membership::{Right, has_right, who_acts_for},
    proposals::{Proposal, Stage},
    rulebook::Bundle,
    state::State,
    values::{MembershipId, PartyId, ProposalId, Slug},
};

use super::Pick;

pub(super) fn picked<T>(all: impl Iterator<Item = T>, pick: Pick) -> Option<T> {
    let mut all: Vec<T> = all.collect();
    if all.is_empty() {
        return None;
    }
    let place = usize::from(pick) % all.len();
    Some(all.swap_remove(place))
}

pub(super) fn parties(state: &State) -> impl Iterator<Item = PartyId> + '_ {
    state.parties().map(|party| party.id)
}

pub(super) fn people(state: &State) -> impl Iterator<Item = PartyId> + '_ {
    state.parties().filter(|party| party.is_person()).map(|party| party.id)
}

pub(super) fn organizations(state: &State) -> impl Iterator<Item = PartyId> + '_ {
    state.parties().filter(|party| !party.is_person()).map(|party| party.id)
}

pub(super) fn memberships(state: &State) -> impl Iterator<Item = MembershipId> + '_ {
    state.memberships().map(|membership| membership.id)
}

pub(super) fn any_proposal(state: &State, pick: Pick) -> Option<&Proposal> {
    picked(state.proposals(), pick).map(|known| &**known)
}

/// A proposal at a stage; for one pick in eight any, to see it refused.
pub(super) fn at_stage(state: &State, pick: Pick, stage: Stage) -> Option<ProposalId> {
    if pick % 8 == 7 {
        return any_proposal(state, pick / 8).map(|known| known.id);
    }
    picked(state.proposals().filter(|known| known.stage == stage).map(|known| known.id), pick / 8)
}

/// A party that was never in membership, if there is one, and for one pick in eight any.
pub(super) fn outsider(state: &State, pick: Pick) -> Option<PartyId> {
    let outside = state.parties().filter(|party| party.memberships.is_empty()).map(|party| party.id);
    if pick % 8 == 7 { None } else { picked(outside, pick / 8) }.or_else(|| picked(parties(state), pick / 8))
}

/// A membership and somebody who may act for it; for one pick in eight somebody else asks.
pub(super) fn voice(state: &State, pick: Pick, day: Date) -> Option<(By, MembershipId)> {
    let membership = picked(memberships(state), pick)?;
    let party = state.party(state.membership(membership)?.party)?;
    let acts = who_acts_for(state, party, day).into_iter().map(|(person, _)| person);
    let asks = if pick % 8 == 7 { None } else { picked(acts, pick / 8) };
    Some((By::Party(asks.or_else(|| picked(people(state), pick / 8))?), membership))
}

/// Somebody who may lead; for one pick in eight anybody.
pub(super) fn leader(state: &State, pick: Pick, day: Date) -> Option<PartyId> {
    let major = Slug::new("major");
    let leads = |party: &PartyId| has_right(state, *party, Right::Propose, Some(&major), day);
    let leaders = people(state).filter(leads);
    if pick % 8 == 7 { picked(people(state), pick / 8) } else { picked(leaders, pick / 8) }
}

/// What a proposal on a kind of matter is about; in one of sixteen cases nothing, which does not fit.
pub(super) fn effect(state: &State, kind: &str, about: Pick, day: Date) -> Option<Effect> {
    if about % 16 == 15 {
        return Some(Effect::Nothing);
    }
    Some(match kind {
        "welcome" => Effect::Admit { party: outsider(state, about)? },
        "promotion" => Effect::ChangeClass { membership: member(state, about, &["trainee"])? },
        "parting" => Effect::EndMembership { membership: member(state, about, &["trainee", "circle"])? },
        "naming" => Effect::NameMatter {
            matter: Slug::new(&format!("matter-{}", about % 3)),
            name: format!("Matter {}", about % 3),
        },
        // To read an edition takes longer than all else; one in four is enough.
        "amendment" if about.is_multiple_of(4) => Effect::AdoptEdition { rulebook: next_edition(state, day) },
        "amendment" => return None,
        _ => Effect::Nothing,
    })
}

/// A membership that was last in one of these classes; for one pick in eight any.
pub(super) fn member(state: &State, pick: Pick, classes: &[&str]) -> Option<MembershipId> {
    let fits =
        |class: Option<(Date, &Slug)>| class.is_some_and(|(_, class)| classes.contains(&class.as_str()));
    let fitting = state.memberships().filter(|held| fits(held.latest_class())).map(|held| held.id);
    if pick % 8 == 7 { None } else { picked(fitting, pick / 16) }
        .or_else(|| picked(memberships(state), pick / 16))
}

/// The same words under the next number, in force from a day.
pub(super) fn next_edition(state: &State, from: Date) -> Bundle {
    let number = state.editions().map(|(_, edition)| edition.front.edition).max().unwrap_or(0);
    let mut next = state.bundle_on(Date::MAX).map(|files| (**files).clone()).unwrap_or_default();
    if let Some(front) = next.0.get_mut("00-front.md") {
        let old = state.rulebook_on(Date::MAX).map_or(Date::MIN, |edition| edition.front.in_force_from);
        *front = front
            .replace(&format!("edition = {number}\n"), &format!("edition = {}\n", number + 1))
            .replace(&format!("in_force_from = {old}\n"), &format!("in_force_from = {from}\n"));
    }
    next
}
