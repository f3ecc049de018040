//! Who represents an organization: naming, handing over, alternates, ending.

use std::sync::Arc;

use jiff::{ToSpan, civil::Date};

use super::{
    Party, Representation,
    decide::{clause_of_class, known_party, what_leaves_standing},
};
use crate::{
    decide::{Decided, Denied, Occasion},
    fact::Fact,
    finding::{Answer, Finding},
    messages as say,
    offices::Power,
    refusal::{Code, Malformed, Refusal},
    rulebook::Citation,
    values::PartyId,
};

/// An organization that the one who asks may name representatives of, and the clause on them.
struct Represented<'a> {
    organization: &'a Party,
    cites: Arc<Citation>,
}

/// Names the official representative, where nobody else is that on the first day or later.
pub(super) fn name(occasion: &Occasion<'_>, id: PartyId, person: PartyId, from: Date) -> Decided {
    let represented = represented(occasion, id)?;
    represented.must_fit(occasion, person)?;
    if let Some(present) = represented.officials_from(from).next() {
        return Err(represented.must_be_single(present));
    }
    let organization = represented.organization;
    let mut facts: Vec<Fact> = steps_up(organization, person, from)?.into_iter().collect();
    facts.push(Fact::RepresentativeNamed { organization: id, person, from });
    what_leaves_standing(occasion, organization, "from", facts)
}

/// Ends the official representation on the day before `from`, and begins the next: on every day there is one.
pub(super) fn hand_over(occasion: &Occasion<'_>, id: PartyId, person: PartyId, from: Date) -> Decided {
    let represented = represented(occasion, id)?;
    represented.must_fit(occasion, person)?;
    let organization = represented.organization;
    let mut officials = represented.officials_from(from);
    let Some(present) = officials.next() else {
        let says = say::NOBODY_HANDS_OVER.with([id.into(), from.into()]);
        return Err(Malformed { field: "organization", says }.into());
    };
    if let Some(next) = officials.next() {
        return Err(represented.must_be_single(next));
    }
    if present.person == person {
        return Err(represents_already(organization, present).into());
    }
    if from <= present.from {
        let says = say::DAY_IS_NOT_AFTER.with([from.into(), present.from.into()]);
        return Err(Malformed { field: "from", says }.into());
    }
    let ended = Fact::RepresentationEnded { organization: id, person: present.person, on: day_before(from) };
    let mut facts = vec![ended];
    facts.extend(steps_up(organization, person, from)?);
    facts.push(Fact::RepresentativeNamed { organization: id, person, from });
    what_leaves_standing(occasion, organization, "from", facts)
}

/// Names an alternate. Whether alternates act for the organization, the bylaws say.
pub(super) fn name_alternate(occasion: &Occasion<'_>, id: PartyId, person: PartyId, from: Date) -> Decided {
    let represented = represented(occasion, id)?;
    represented.must_fit(occasion, person)?;
    if let Some(present) = overlapping(represented.organization, from).find(|one| one.person == person) {
        return Err(represents_already(represented.organization, present).into());
    }
    Ok(vec![Fact::AlternateNamed { organization: id, person, from }.into()])
}

/// Ends what somebody is for an organization, official representative or alternate.
pub(super) fn end(occasion: &Occasion<'_>, id: PartyId, person: PartyId, on: Date) -> Decided {
    let organization = represented(occasion, id)?.organization;
    let present =
        organization.representations().iter().find(|one| one.person == person && one.until.is_none());
    let Some(present) = present else {
        let says = say::DOES_NOT_REPRESENT.with([person.into(), id.into()]);
        return Err(Malformed { field: "person", says }.into());
    };
    if on < present.from {
        let says = say::DAY_IS_BEFORE.with([on.into(), present.from.into()]);
        return Err(Malformed { field: "on", says }.into());
    }
    let fact = Fact::RepresentationEnded { organization: id, person, on };
    what_leaves_standing(occasion, organization, "on", vec![fact])
}

/// The organization with this number, for whoever keeps the list of members and for its official representative
/// of today; refused to others, its alternates included.
fn represented<'a>(occasion: &Occasion<'a>, id: PartyId) -> Result<Represented<'a>, Denied> {
    let organization = known_party(occasion.state, "organization", id)?;
    let cites = clause(occasion, organization);
    let acts = occasion
        .person()
        .is_some_and(|person| organization.representative_on(occasion.today) == Some(person));
    if !acts {
        occasion.must_have_power(Power::KeepMembers, &cites)?;
    }
    Ok(Represented { organization, cites })
}

/// The clause on representatives: that of the organization's class, else of any; where the bylaws have none,
/// that of its class.
fn clause(occasion: &Occasion<'_>, organization: &Party) -> Arc<Citation> {
    let rulebook = occasion.rulebook;
    let classes = || {
        let held = organization.memberships.iter().filter_map(|id| occasion.state.membership(*id));
        held.filter_map(|held| held.latest_class()).map(|(_, class)| class)
    };
    classes()
        .filter_map(|class| rulebook.representatives(class))
        .chain(rulebook.classes().filter_map(|class| rulebook.representatives(&class.rule.id)))
        .next()
        .map_or_else(|| clause_of_class(rulebook, classes().next()), |rule| Arc::clone(rule.cite))
}

impl Represented<'_> {
    /// Refuses unless it is an organization that is represented, and a person who is to represent it.
    fn must_fit(&self, occasion: &Occasion<'_>, person: PartyId) -> Result<(), Denied> {
        let representative = known_party(occasion.state, "person", person)?;
        let id = self.organization.id;
        if self.organization.is_person() {
            let because = Finding::answer(say::IS_A_PERSON.with([id.into()]), Answer::Yes);
            let remedy = say::PEOPLE_ACT_FOR_THEMSELVES.with([]);
            return Err(Refusal::new(Code::MemberMustBeAnOrganization, &self.cites, because, remedy).into());
        }
        if !representative.is_person() {
            let because = Finding::answer(say::IS_AN_ORGANIZATION.with([person.into()]), Answer::Yes);
            let remedy = say::NAME_A_PERSON.with([]);
            return Err(Refusal::new(Code::RepresentativeMustBeAPerson, &self.cites, because, remedy).into());
        }
        Ok(())
    }

    /// Who is its official representative on a day or later, in the order of naming.
    fn officials_from(&self, from: Date) -> impl Iterator<Item = &Representation> {
        overlapping(self.organization, from).filter(|one| !one.is_alternate)
    }

    /// That it has an official representative already.
    fn must_be_single(&self, present: &Representation) -> Denied {
        let (person, id) = (present.person, self.organization.id);
        let (says, remedy) = match present.until {
            Some(until) => (
                say::REPRESENTED_UNTIL.with([person.into(), id.into(), present.from.into(), until.into()]),
                say::NAME_FROM_A_LATER_DAY.with([until.into()]),
            ),
            None => (
                say::REPRESENTS_SINCE.with([person.into(), id.into(), present.from.into()]),
                say::END_THE_REPRESENTATION_FIRST.with([person.into()]),
            ),
        };
        let because = Finding::answer(says, Answer::Yes);
        Refusal::new(Code::RepresentativeMustBeSingle, &self.cites, because, remedy).into()
    }
}

/// The representations that share a day with those from `from` on.
fn overlapping(organization: &Party, from: Date) -> impl Iterator<Item = &Representation> {
    organization.representations().iter().filter(move |one| one.until.is_none_or(|until| from <= until))
}

/// The end of somebody's days as an alternate, where they become the official representative on `from`: nobody
/// is both at once.
fn steps_up(organization: &Party, person: PartyId, from: Date) -> Result<Option<Fact>, Malformed> {
    let present = overlapping(organization, from).find(|one| one.is_alternate && one.person == person);
    match present {
        None => Ok(None),
        Some(present) if present.from < from => Ok(Some(Fact::RepresentationEnded {
            organization: organization.id,
            person,
            on: day_before(from),
        })),
        Some(present) => Err(represents_already(organization, present)),
    }
}

fn represents_already(organization: &Party, present: &Representation) -> Malformed {
    let (person, id) = (present.person, organization.id);
    Malformed {
        field: "person",
        says: say::REPRESENTS_ALREADY.with([person.into(), id.into(), present.from.into()]),
    }
}

fn day_before(day: Date) -> Date {
    day.saturating_sub(1.day())
}
