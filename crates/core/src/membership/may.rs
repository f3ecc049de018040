//! May this membership do this, now? The answer with its explanation.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Membership, PhaseOn, Right, Suspended, acts_as, phase_on};
use crate::{
    finding::{Answer, Finding},
    message::{Argument, Key, Message},
    messages as say,
    rulebook::{Cell, Citation, Condition, Grant, RuleKind, Rulebook, Ruled, Suspension},
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
    let says = asked(membership, right, group);
    let Some((held, rulebook)) = state.membership(membership).zip(state.rulebook_on(day)) else {
        return Finding::answer(says, Answer::DoesNotApply);
    };
    match membership_on(&rulebook, held, day) {
        Some(on) => on.may(right, group),
        None => {
            let why = Finding::answer(say::NOT_CURRENT.with([membership.into(), day.into()]), Answer::No);
            Finding::answer(says, Answer::No).of(vec![why])
        }
    }
}

/// A current membership on a day, with what the rules of that day make of it: what is asked for its rights,
/// one after the other.
pub struct MembershipOn<'a> {
    /// The rules of that day.
    pub rulebook: &'a Rulebook,
    /// The membership.
    pub held: &'a Membership,
    /// The day.
    pub day: Date,
    /// Its class on that day.
    pub class: &'a Slug,
    /// The first day in that class.
    pub since: Date,
    /// The phase that it is in, where the class has any.
    pub phase: Option<PhaseOn<'a>>,
}

/// What the bylaws make of one right.
struct Ruling<'a> {
    /// What the table says.
    cell: &'a Cell,
    granted: Answer,
    /// The suspension by which it is off all the same.
    off: Option<(&'a Suspended, Ruled<'a, Suspension>)>,
}

impl Ruling<'_> {
    fn answer(&self) -> Answer {
        if self.off.is_some() { Answer::No } else { self.granted }
    }
}

/// A membership as the rules of `rulebook` have it on a day; `None` where it is not current on it.
pub fn membership_on<'a>(
    rulebook: &'a Rulebook,
    held: &'a Membership,
    day: Date,
) -> Option<MembershipOn<'a>> {
    let (since, class) = held.class_on(day).filter(|_| held.is_current_on(day))?;
    Some(MembershipOn { rulebook, held, day, class, since, phase: phase_on(rulebook, held, day) })
}

impl<'a> MembershipOn<'a> {
    /// The answer of [`MembershipOn::may`] alone.
    pub fn answer(&self, right: Right, group: Option<&Slug>) -> Answer {
        self.ruling(right, group).map_or(Answer::DoesNotApply, |ruling| ruling.answer())
    }

    /// Whether it has a right; see [`may`].
    pub fn may(&self, right: Right, group: Option<&Slug>) -> Finding {
        let says = asked(self.held.id, right, group);
        let mut of = Vec::with_capacity(3);
        of.push(in_class(self.rulebook, self.held, self.class, self.since));
        of.extend(self.phase.as_ref().map(in_phase));
        let class = || Argument::Class(self.class.clone());
        let Some(ruling) = self.ruling(right, group) else {
            let silent = say::TABLE_IS_SILENT.with([class(), right.into()]);
            of.push(Finding::answer(silent, Answer::DoesNotApply));
            return Finding::answer(says, Answer::DoesNotApply).of(of);
        };
        let Ruling { cell, granted, .. } = ruling;
        of.push(Finding::answer(table_says(cell), granted).citing(&cell.cite));
        if let Some((suspended, rule)) = ruling.off {
            let until = [self.held.id.into(), suspended.from.into(), suspended.until.into()];
            of.push(Finding::answer(say::IS_SUSPENDED.with(until), Answer::Yes).citing(rule.cite));
            let over = say::WHEN_THE_SUSPENSION_IS_OVER.with([suspended.until.into()]);
            return Finding::answer(says, Answer::No).of(of).citing(rule.cite).missing(over);
        }
        let mut finding = Finding::answer(says, granted).of(of).citing(&cell.cite);
        if granted != Answer::Yes {
            finding.missing = self.what_would_change(cell, right, group);
        }
        finding
    }

    /// `None` where no table speaks of it.
    fn ruling(&self, right: Right, group: Option<&Slug>) -> Option<Ruling<'a>> {
        let phase = self.phase.as_ref().map(|on| &on.phase.id);
        let cell = self.rulebook.cell(self.class, phase, right, group)?;
        let granted = table_answers(cell, group);
        let off = suspension_of(self.rulebook, self.held, right, self.day);
        Some(Ruling { cell, granted, off: off.filter(|_| granted != Answer::No) })
    }

    /// What would turn the answer into yes: the next phase, or another class, in whichever of its phases.
    fn what_would_change(&self, cell: &Cell, right: Right, group: Option<&Slug>) -> Option<Message> {
        let rulebook = self.rulebook;
        if let Some((on, next)) = self.phase.as_ref().and_then(|on| on.next.map(|next| (on, next))) {
            let then = rulebook.cell(self.class, Some(&next.id), right, group)?;
            if table_answers(then, group) == Answer::Yes {
                let next = Argument::Phase(next.id.clone());
                return Some(say::NEXT_PHASE_GRANTS.with([next, on.next_from.into()]));
            }
        }
        if matches!(cell.grant, Grant::Depends(_)) {
            return Some(say::ASK_THE_DESK.with([]));
        }
        let grants = |other: &Slug| {
            cells_of(rulebook, other, right, group).any(|cell| table_answers(cell, group) == Answer::Yes)
        };
        let others = rulebook.classes().map(|other| &other.rule.id).filter(|other| *other != self.class);
        let granted: Vec<Argument> =
            others.filter(|other| grants(other)).map(|other| Argument::Class(other.clone())).collect();
        (!granted.is_empty()).then(|| say::CLASSES_GRANT.with([granted.into()]))
    }
}

/// What somebody can do who, by this finding, does not have a right. What would change the answer is said of the
/// rules, and what can be done to a person.
pub(crate) fn remedy_for(finding: &Finding) -> Message {
    match &finding.missing {
        Some(Message { key, arguments }) if **key == say::CLASSES_GRANT => {
            Message { key: &say::ASK_SOMEBODY_OF, arguments: arguments.clone() }
        }
        Some(Message { key, arguments }) if **key == say::NEXT_PHASE_GRANTS => {
            Message { key: &say::WAIT_FOR_THE_PHASE, arguments: arguments.clone() }
        }
        Some(other) => other.clone(),
        None => say::ASK_A_MEMBER.with([]),
    }
}

/// The question as the finding says it.
fn asked(membership: MembershipId, right: Right, group: Option<&Slug>) -> Message {
    match group {
        Some(group) => say::RIGHT_ON.with([membership.into(), right.into(), Argument::Group(group.clone())]),
        None => say::RIGHT.with([membership.into(), right.into()]),
    }
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

/// Whether a party has a right on a day; [`may_party`] says why.
pub fn has_right(state: &State, party: PartyId, right: Right, group: Option<&Slug>, day: Date) -> bool {
    let Some(rulebook) = state.rulebook_on(day) else { return false };
    let mut held = held_by(state, party, day).filter_map(|id| state.membership(id));
    held.any(|held| {
        membership_on(&rulebook, held, day).is_some_and(|on| on.answer(right, group) == Answer::Yes)
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

/// The clause that speaks of a right: that of the first class to which a table grants it, else of the first
/// that a table speaks of, else of the first table, which leaves it out. What a refusal cites for somebody in
/// no class.
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
    let table = || rulebook.rules().find(|rule| matches!(rule.kind, RuleKind::Rights(_)));
    spoken_of
        .or_else(|| table().map(|rule| Arc::clone(&rule.cite)))
        .unwrap_or_else(|| rulebook.first_clause())
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

fn table_says(cell: &Cell) -> Message {
    let class = Argument::Class(cell.class.clone());
    let right = cell.right.into();
    match &cell.grant {
        Grant::Yes => say::TABLE_GRANTS.with([class, right]),
        Grant::No => say::TABLE_DENIES.with([class, right]),
        Grant::OnlyOn(only) => say::TABLE_GRANTS_ONLY_ON.with([class, right, Argument::Group(only.clone())]),
        Grant::Depends(condition) => depends_on(*condition).with([class, right]),
    }
}

fn table_answers(cell: &Cell, group: Option<&Slug>) -> Answer {
    match &cell.grant {
        Grant::Yes => Answer::Yes,
        Grant::No => Answer::No,
        Grant::OnlyOn(only) if group.is_none_or(|group| group == only) => Answer::Yes,
        Grant::OnlyOn(_) => Answer::No,
        Grant::Depends(_) => Answer::NotYetKnown,
    }
}

fn depends_on(condition: Condition) -> &'static Key {
    match condition {
        Condition::Invitation => &say::TABLE_ASKS_AN_INVITATION,
        Condition::Agreement => &say::TABLE_ASKS_THE_AGREEMENT,
        Condition::Contract => &say::TABLE_ASKS_THE_CONTRACT,
        Condition::OwnProjects => &say::TABLE_ASKS_THE_PROJECT,
        Condition::Loss => &say::TABLE_ASKS_THE_ACCOUNTS,
    }
}
