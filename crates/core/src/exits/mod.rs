//! Exits: somebody leaves, and what is settled and handed over then. The membership itself ends on its date,
//! whatever is still open here (DISC-03, DISC-04).

mod apply;
pub(crate) mod decide;
mod settlement;

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

pub(crate) use apply::apply;
pub use settlement::{Instalment, SettlementLine};

use crate::{
    command::By,
    membership::Membership,
    offices::{Power, has_power},
    rulebook::{Handover, Named, Rulebook, Ruled, Settlement},
    sight::Viewer,
    state::State,
    values::{ExitId, MembershipId, Minor, PartyId, ProposalId, Slug},
};

/// Somebody leaving, with everything that is settled and handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exit {
    /// Its number.
    pub id: ExitId,
    /// The membership that ends.
    pub membership: MembershipId,
    /// The edition under which it was opened.
    pub edition: u32,
    /// When it was opened.
    pub opened: Timestamp,
    /// The notice that opened it; `None` where a decision or the desk ended the membership.
    pub notice: Option<Notice>,
    /// What is owed to whoever leaves, in the order of recording; struck lines too.
    pub lines: Vec<SettlementLine>,
    /// What was handed over, by whom that was ticked off and when.
    pub ticks: BTreeMap<Slug, Tick>,
    /// The copy of their own work that the assembly let them keep.
    pub backup: Option<KeptCopy>,
    /// When it came to its end, and how.
    pub ended: Option<(Timestamp, ExitEnd)>,
}

/// A written notice of leaving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Who gave it: whose membership it is, or who acts for the organization.
    pub by: PartyId,
    /// The last day of the membership.
    pub on: Date,
}

/// Something handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    /// Who ticked it off.
    pub by: By,
    /// When.
    pub at: Timestamp,
}

/// A copy of their own work that whoever leaves may keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptCopy {
    /// The proposal that allowed it.
    pub proposal: ProposalId,
    /// Who recorded that it was taken, and when.
    pub taken: Option<Tick>,
}

/// How an exit came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExitEnd {
    /// Everything was settled and handed over.
    Closed,
    /// The notice was withdrawn, and the membership goes on.
    Withdrawn,
}

impl Exit {
    /// Whether something can still be done in it.
    pub fn is_open(&self) -> bool {
        self.ended.is_none()
    }

    /// The lines that stand, with their numbers, counted from 1.
    pub fn standing_lines(&self) -> impl Iterator<Item = (u32, &SettlementLine)> {
        (1..).zip(&self.lines).filter(|(_, line)| !line.is_struck)
    }

    /// What is owed to whoever leaves, altogether.
    pub fn owed(&self) -> Minor {
        self.standing_lines().map(|(_, line)| line.owed).sum()
    }

    /// What of it is paid.
    pub fn paid(&self) -> Minor {
        self.standing_lines().map(|(_, line)| line.paid()).sum()
    }
}

/// What an exit still waits for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Left<'a> {
    /// What the bylaws settle and no line speaks of yet.
    pub unrecorded: Vec<&'a Named>,
    /// The instalments that are not paid: of which line, and which of its instalments.
    pub unpaid: Vec<(u32, u32, Instalment)>,
    /// What is not handed over.
    pub to_hand_over: Vec<&'a Named>,
}

impl Left<'_> {
    /// Whether nothing is left to do.
    pub fn is_nothing(&self) -> bool {
        self.is_settled() && self.to_hand_over.is_empty()
    }

    /// Whether everything that is owed is recorded and paid.
    pub fn is_settled(&self) -> bool {
        self.unrecorded.is_empty() && self.unpaid.is_empty()
    }
}

/// The edition under which an exit was opened.
pub fn edition_of<'a>(state: &'a State, exit: &Exit) -> Option<&'a Rulebook> {
    state.edition(exit.edition).map(|rulebook| &**rulebook)
}

/// The class that a membership ends in.
fn class_of(held: &Membership) -> Option<&Slug> {
    held.latest_class().map(|(_, class)| class)
}

/// What is settled with somebody who leaves a class: each thing with its rule.
pub fn settled_with<'a>(
    rulebook: &'a Rulebook,
    class: &Slug,
) -> impl Iterator<Item = (&'a Named, Ruled<'a, Settlement>)> {
    let rules = rulebook.settlements().filter(|rule| rule.rule.is_for(class)).collect::<Vec<_>>();
    rules.into_iter().flat_map(|rule| rule.rule.lines.iter().map(move |line| (line, rule)))
}

/// What somebody hands over who leaves a class: each thing with its rule.
pub fn handed_over<'a>(
    rulebook: &'a Rulebook,
    class: &Slug,
) -> impl Iterator<Item = (&'a Named, Ruled<'a, Handover>)> {
    let rules = rulebook.handovers().filter(|rule| rule.rule.is_for(class)).collect::<Vec<_>>();
    rules.into_iter().flat_map(|rule| rule.rule.items.iter().map(move |item| (item, rule)))
}

/// Things that a rule names, each with that rule.
pub type Asked<'a, Rule> = Vec<(&'a Named, Ruled<'a, Rule>)>;

/// What is settled in an exit, and what is handed over, by its own edition.
pub fn asked_of<'a>(state: &'a State, exit: &Exit) -> (Asked<'a, Settlement>, Asked<'a, Handover>) {
    let class = state.membership(exit.membership).and_then(|held| class_of(held));
    let Some((rulebook, class)) = edition_of(state, exit).zip(class) else { return Default::default() };
    (settled_with(rulebook, class).collect(), handed_over(rulebook, class).collect())
}

/// What an exit still waits for.
pub fn left<'a>(state: &'a State, exit: &Exit) -> Left<'a> {
    let (settled, handed) = asked_of(state, exit);
    let has_line = |named: &Named| exit.standing_lines().any(|(_, line)| line.kind == named.id);
    let unpaid = exit.standing_lines().flat_map(|(number, line)| {
        let instalments = (1..).zip(line.instalments.iter().copied());
        instalments.filter(|(_, one)| one.paid.is_none()).map(move |(which, one)| (number, which, one))
    });
    Left {
        unrecorded: settled.into_iter().map(|(named, _)| named).filter(|named| !has_line(named)).collect(),
        unpaid: unpaid.collect(),
        to_hand_over: handed
            .into_iter()
            .map(|(named, _)| named)
            .filter(|named| !exit.ticks.contains_key(&named.id))
            .collect(),
    }
}

/// Whether something in an exit should have been done before a day: an instalment whose day is over, or
/// anything to record or hand over once the membership has ended.
pub fn is_late(state: &State, exit: &Exit, day: Date) -> bool {
    if !exit.is_open() {
        return false;
    }
    let left = left(state, exit);
    let has_ended = state.membership(exit.membership).is_some_and(|held| held.has_ended_by(day));
    let is_unpaid = left.unpaid.iter().any(|(_, _, instalment)| instalment.due < day);
    is_unpaid || (has_ended && !(left.unrecorded.is_empty() && left.to_hand_over.is_empty()))
}

/// Whether anything is settled or handed over by whoever leaves a class.
pub(crate) fn asks_anything(rulebook: &Rulebook, class: &Slug) -> bool {
    settled_with(rulebook, class).next().is_some() || handed_over(rulebook, class).next().is_some()
}

/// The exit of a membership that is open, if one is.
pub fn open_exit(state: &State, membership: MembershipId) -> Option<&Exit> {
    state.exits().rev().map(|exit| &**exit).find(|exit| exit.membership == membership && exit.is_open())
}

/// Whether an exit is somebody's own: of their membership, or of an organization that they act for.
pub fn is_theirs(state: &State, exit: &Exit, person: PartyId, day: Date) -> bool {
    let party = state.membership(exit.membership).and_then(|held| state.party(held.party));
    party.is_some_and(|party| party.is_acted_for_by(person, day))
}

/// Whether a person handles an exit on a day by one of the powers that it takes: it is not their own.
pub fn handles(state: &State, exit: &Exit, person: PartyId, power: Power, day: Date) -> bool {
    !is_theirs(state, exit, person, day) && has_power(state, person, power, day)
}

/// Whether a viewer may read an exit on a day: whoever leaves, those who keep the list of members or record
/// what was paid, and the desk, which does both where nobody else does.
pub fn reads(state: &State, exit: &Exit, viewer: Viewer, day: Date) -> bool {
    match viewer {
        Viewer::Desk => true,
        Viewer::Public => false,
        Viewer::Party(person) => is_theirs(state, exit, person, day) || settles(state, person, day),
    }
}

/// Whether a person takes part in settling exits on a day.
pub fn settles(state: &State, person: PartyId, day: Date) -> bool {
    [Power::KeepMembers, Power::RecordPayments].into_iter().any(|power| has_power(state, person, power, day))
}

/// The exits that a viewer may read on a day, the newest first.
pub fn exits_for(state: &State, viewer: Viewer, day: Date) -> impl Iterator<Item = &Exit> {
    state.exits().rev().map(|exit| &**exit).filter(move |exit| reads(state, exit, viewer, day))
}
