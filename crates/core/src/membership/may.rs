//! May this membership do this, now? The answer with its explanation.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Membership, PhaseOn, Right, Suspended, acts_as, phase_on};
use crate::{
    finding::{Answer, Finding},
    message::{Argument, Message},
    messages as say,
    rulebook::{Cell, Citation, ClauseId, Condition, Grant, Rulebook, Ruled, Suspension},
    state::State,
    values::{MembershipId, PartyId, Slug},
};

/// Whether a membership has a right on a day, on matters of `group` where the right is about matters.
/// The finding rests on the class, the phase and the cell of the rights table, each with its clause.
pub fn may(
    state: &State,
    membership: MembershipId,
    right: Right,
    group: Option<&Slug>,
    day: Date,
) -> Finding {
    let says = match group {
        Some(group) => say::RIGHT_ON.with([membership.into(), right.into(), Argument::Group(group.clone())]),
        None => say::RIGHT.with([membership.into(), right.into()]),
    };
    let Some((held, rulebook)) = state.membership(membership).zip(state.rulebook_on(day)) else {
        return Finding::answer(says, Answer::DoesNotApply);
    };
    if !held.is_current_on(day) {
        let why = Finding::answer(say::NOT_CURRENT.with([membership.into(), day.into()]), Answer::No);
        return Finding::answer(says, Answer::No).of(vec![why]);
    }
    let Some((since, class)) = held.class_on(day) else {
        return Finding::answer(says, Answer::DoesNotApply);
    };
    let phase = phase_on(&rulebook, held, day);
    let mut of = Vec::with_capacity(3);
    of.push(in_class(&rulebook, held, class, since));
    if let Some(phase) = &phase {
        of.push(in_phase(phase));
    }
    let Some(cell) = rulebook.cell(class, phase.as_ref().map(|on| &on.phase.id), right, group) else {
        of.push(Finding::answer(
            say::TABLE_IS_SILENT.with([Argument::Class(class.clone()), right.into()]),
            Answer::DoesNotApply,
        ));
        return Finding::answer(says, Answer::DoesNotApply).of(of);
    };
    let (granted, answer) = table_says(cell, group);
    of.push(Finding::answer(granted, answer).citing(&cell.cite));
    let is_off = suspension_of(&rulebook, held, right, day).filter(|_| answer != Answer::No);
    if let Some((suspended, rule)) = is_off {
        let until = [membership.into(), suspended.from.into(), suspended.until.into()];
        of.push(Finding::answer(say::IS_SUSPENDED.with(until), Answer::Yes).citing(rule.cite));
        let over = say::WHEN_THE_SUSPENSION_IS_OVER.with([suspended.until.into()]);
        return Finding::answer(says, Answer::No).of(of).citing(rule.cite).missing(over);
    }
    let mut finding = Finding::answer(says, answer).of(of).citing(&cell.cite);
    if answer != Answer::Yes {
        finding.missing = what_would_change(&rulebook, class, phase.as_ref(), cell, right, group);
    }
    finding
}

/// The suspension by which a right is off for a membership on a day, with the rule that names the right.
pub fn suspension_of<'a, 'r>(
    rulebook: &'r Rulebook,
    held: &'a Membership,
    right: Right,
    day: Date,
) -> Option<(&'a Suspended, Ruled<'r, Suspension>)> {
    let suspended = held.suspended_on(day)?;
    let rule = rulebook.suspension().filter(|rule| rule.rule.rights.contains(&right))?;
    Some((suspended, rule))
}

/// Whether a party has a right on a day, by any membership that is its own or that it represents; the
/// finding of the membership that answers best, else that it is in none.
pub fn may_party(state: &State, party: PartyId, right: Right, group: Option<&Slug>, day: Date) -> Finding {
    let mut best: Option<Finding> = None;
    for membership in held_by(state, party, day) {
        let finding = may(state, membership, right, group, day);
        if finding.is_yes() {
            return finding;
        }
        let is_better = match (&best, finding.value) {
            (None, _) => true,
            (Some(best), value) => {
                value == crate::finding::Value::Answer(Answer::NotYetKnown) && best.value != value
            }
        };
        if is_better {
            best = Some(finding);
        }
    }
    best.unwrap_or_else(|| {
        let why = Finding::answer(say::IN_NO_MEMBERSHIP.with([party.into(), day.into()]), Answer::No);
        Finding::answer(say::RIGHT_OF_PARTY.with([party.into(), right.into()]), Answer::No).of(vec![why])
    })
}

/// The current memberships whose vote a party holds on a day: its own, and those that it represents.
pub fn held_by(state: &State, party: PartyId, day: Date) -> impl Iterator<Item = MembershipId> + '_ {
    let known = state.party(party);
    let represented = known
        .into_iter()
        .flat_map(|known| &known.represents)
        .filter_map(|organization| state.party(*organization))
        .filter(move |organization| acts_as(state, organization, party, day).is_some());
    let parties = known.into_iter().filter(|known| known.is_person()).chain(represented);
    parties
        .flat_map(|holder| holder.memberships.iter().copied())
        .filter(move |id| state.membership(*id).is_some_and(|held| held.is_current_on(day)))
}

/// The classes that a person is in on a day by memberships of their own.
pub(crate) fn classes_of(state: &State, person: PartyId, day: Date) -> impl Iterator<Item = &Slug> {
    let party = state.party(person).into_iter().filter(|party| party.is_person());
    party
        .flat_map(|party| &party.memberships)
        .filter_map(|id| state.membership(*id))
        .filter(move |held| held.is_current_on(day))
        .filter_map(move |held| held.class_on(day))
        .map(|(_, class)| class)
}

/// The clause that speaks of a right: that of the first class to which a table grants it, else of the
/// first that a table speaks of, else of the first class. What a refusal cites for somebody in no class.
pub fn rule_for(rulebook: &Rulebook, right: Right, group: Option<&Slug>) -> Arc<Citation> {
    let mut spoken_of = None;
    for class in rulebook.classes() {
        for cell in cells_of(rulebook, &class.rule.id, right, group) {
            if cell.grant == Grant::Yes {
                return Arc::clone(&cell.cite);
            }
            spoken_of.get_or_insert_with(|| Arc::clone(&cell.cite));
        }
    }
    spoken_of.unwrap_or_else(|| anchor(rulebook))
}

/// What the tables say of a right of a class: in each of its phases, where it has any.
fn cells_of<'a>(
    rulebook: &'a Rulebook,
    class: &'a Slug,
    right: Right,
    group: Option<&'a Slug>,
) -> impl Iterator<Item = &'a Cell> {
    let phases: Vec<Option<&Slug>> = match rulebook.phases(class) {
        Some(phases) => phases.rule.phases.iter().map(|phase| Some(&phase.id)).collect(),
        None => vec![None],
    };
    phases.into_iter().filter_map(move |phase| rulebook.cell(class, phase, right, group))
}

/// The clause of the first class: what is cited where no rule is nearer.
pub(crate) fn anchor(rulebook: &Rulebook) -> Arc<Citation> {
    if let Some(class) = rulebook.classes().next() {
        return Arc::clone(class.cite);
    }
    let clause = rulebook.clauses().next().map_or(ClauseId::new(""), |clause| clause.id.clone());
    Arc::new(Citation { clause, paragraph: None, quote: String::new(), is_reading: false })
}

fn in_class(rulebook: &Rulebook, held: &Membership, class: &Slug, since: Date) -> Finding {
    let says = say::IN_CLASS_SINCE.with([held.id.into(), Argument::Class(class.clone()), since.into()]);
    let finding = Finding::answer(says, Answer::Yes);
    match rulebook.class(class) {
        Some(rule) => finding.citing(rule.cite),
        None => finding,
    }
}

fn in_phase(on: &PhaseOn<'_>) -> Finding {
    let phase = Argument::Phase(on.phase.id.clone());
    Finding::answer(say::IN_PHASE.with([phase, on.from.into(), on.next_from.into()]), Answer::Yes)
        .citing(on.cite)
}

fn table_says(cell: &Cell, group: Option<&Slug>) -> (Message, Answer) {
    let class = Argument::Class(cell.class.clone());
    let right = cell.right.into();
    match &cell.grant {
        Grant::Yes => (say::TABLE_GRANTS.with([class, right]), Answer::Yes),
        Grant::No => (say::TABLE_DENIES.with([class, right]), Answer::No),
        Grant::OnlyOn(only) => {
            let answer = if group.is_none_or(|group| group == only) { Answer::Yes } else { Answer::No };
            (say::TABLE_GRANTS_ONLY_ON.with([class, right, Argument::Group(only.clone())]), answer)
        }
        Grant::Depends(condition) => (depends_on(*condition).with([class, right]), Answer::NotYetKnown),
    }
}

fn depends_on(condition: Condition) -> &'static crate::message::Key {
    match condition {
        Condition::Invitation => &say::TABLE_ASKS_AN_INVITATION,
        Condition::Agreement => &say::TABLE_ASKS_THE_AGREEMENT,
        Condition::Contract => &say::TABLE_ASKS_THE_CONTRACT,
        Condition::OwnProjects => &say::TABLE_ASKS_THE_PROJECT,
        Condition::Loss => &say::TABLE_ASKS_THE_ACCOUNTS,
    }
}

/// What would turn the answer into yes: the next phase, or another class, in whichever of its phases.
fn what_would_change(
    rulebook: &Rulebook,
    class: &Slug,
    phase: Option<&PhaseOn<'_>>,
    cell: &Cell,
    right: Right,
    group: Option<&Slug>,
) -> Option<Message> {
    if let Some((on, next)) = phase.and_then(|on| on.next.map(|next| (on, next))) {
        let then = rulebook.cell(class, Some(&next.id), right, group)?;
        if table_says(then, group).1 == Answer::Yes {
            return Some(
                say::NEXT_PHASE_GRANTS.with([Argument::Phase(next.id.clone()), on.next_from.into()]),
            );
        }
    }
    if matches!(cell.grant, Grant::Depends(_)) {
        return Some(say::ASK_THE_DESK.with([]));
    }
    let granted: Vec<Argument> = rulebook
        .classes()
        .filter(|other| other.rule.id != *class)
        .filter(|other| {
            cells_of(rulebook, &other.rule.id, right, group)
                .any(|cell| table_says(cell, group).1 == Answer::Yes)
        })
        .map(|other| Argument::Class(other.rule.id.clone()))
        .collect();
    (!granted.is_empty()).then(|| say::CLASSES_GRANT.with([granted.into()]))
}
