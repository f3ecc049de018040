//! What ties a person to the co-op, and since when nothing does.

use std::sync::Arc;

use jiff::civil::Date;

use crate::{
    agreements::Agreement,
    exits::{self, Exit},
    finding::{Answer, Finding},
    membership::{Membership, Party, decide::clause_of_class},
    message::{Argument, Message},
    messages as say,
    offices::holders,
    rulebook::{Citation, Rulebook},
    sight::Viewer,
    state::State,
    values::{MembershipId, PartyId},
};

/// Something that is open and for which a person's details are still needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// What it is.
    pub says: Message,
    /// The clause of it.
    pub cites: Arc<Citation>,
    /// The first day on which it ties them no longer, where time alone brings it to its end.
    pub until: Option<Date>,
    /// What it rests on.
    pub of: Vec<Finding>,
}

impl Tie {
    fn new(says: Message, cites: &Arc<Citation>) -> Self {
        Self { says, cites: Arc::clone(cites), until: None, of: Vec::new() }
    }

    fn until(self, until: Option<Date>) -> Self {
        Self { until, ..self }
    }

    /// The tie as a step of an explanation.
    pub fn finding(self) -> Finding {
        let finding = Finding::answer(self.says, Answer::Yes).of(self.of).citing(&self.cites);
        match self.until {
            Some(day) => finding.missing(say::IT_CAN_BE_DONE_FROM.with([day.into()])),
            None => finding,
        }
    }
}

/// A membership of a person that has not ended on a day.
pub fn membership_on(state: &State, party: &Party, day: Date) -> Option<MembershipId> {
    let held = party.memberships.iter().filter_map(|id| state.membership(*id));
    held.filter(|held| !held.has_ended_by(day)).map(|held| held.id).next()
}

/// What else ties a person to the co-op on a day: an organization that they act for, an office, an exit that is
/// open, a case, an agreement, something borrowed. A case is named to its readers only.
pub fn ties(state: &State, rulebook: &Rulebook, party: &Party, viewer: Viewer, day: Date) -> Vec<Tie> {
    let mut found = Vec::new();
    found.extend(represented(state, rulebook, party, day));
    found.extend(offices(state, rulebook, party.id, day));
    found.extend(open_exits(state, rulebook, party));
    found.extend(cases(state, rulebook, party.id, viewer, day));
    found.extend(agreements(state, rulebook, party.id, day));
    found.extend(loans(state, rulebook, party.id));
    found
}

fn represented<'a>(
    state: &'a State,
    rulebook: &'a Rulebook,
    party: &'a Party,
    day: Date,
) -> impl Iterator<Item = Tie> + 'a {
    party.represents.iter().filter_map(move |id| {
        let organization = state.party(*id)?;
        let mut acts = organization.representations().iter().filter(|one| one.person == party.id);
        let lasts = acts.find(|one| one.until.is_none_or(|until| day <= until))?;
        let held = organization.memberships.last().and_then(|id| state.membership(*id));
        let class = held.and_then(|held| held.latest_class()).map(|(_, class)| class);
        let classes = class.into_iter().chain(rulebook.classes().map(|class| &class.rule.id));
        let rule = classes.filter_map(|class| rulebook.representatives(class)).next();
        let cites = rule.map_or_else(|| clause_of_class(rulebook, class), |rule| Arc::clone(rule.cite));
        let says = say::STILL_ACTS_FOR.with([party.id.into(), (*id).into()]);
        Some(Tie::new(says, &cites).until(lasts.until.and_then(|until| until.tomorrow().ok())))
    })
}

fn offices<'a>(
    state: &'a State,
    rulebook: &'a Rulebook,
    person: PartyId,
    day: Date,
) -> impl Iterator<Item = Tie> + 'a {
    rulebook.offices().filter_map(move |office| {
        let tenure = holders(state, office, day).find(|tenure| tenure.person == person)?;
        let named = Argument::Named(office.rule.id.clone());
        let says = say::STILL_HOLDS_OFFICE.with([person.into(), named]);
        Some(Tie::new(says, office.cite).until(tenure.until.and_then(|until| until.tomorrow().ok())))
    })
}

fn open_exits<'a>(
    state: &'a State,
    rulebook: &'a Rulebook,
    party: &'a Party,
) -> impl Iterator<Item = Tie> + 'a {
    party.memberships.iter().filter_map(move |id| {
        let exit = exits::open_exit(state, *id)?;
        let mut tie =
            Tie::new(say::EXIT_IS_STILL_OPEN.with([exit.id.into()]), &clause_of(state, rulebook, exit));
        let money = |amount| Argument::Money(amount, rulebook.front.currency.as_str().into());
        tie.of = exits::left(state, exit)
            .unpaid
            .iter()
            .map(|(_, _, instalment)| {
                let says =
                    say::INSTALMENT_IS_STILL_OWED.with([money(instalment.amount), instalment.due.into()]);
                Finding::answer(says, Answer::Yes)
            })
            .collect();
        Some(tie)
    })
}

fn clause_of(state: &State, rulebook: &Rulebook, exit: &Exit) -> Arc<Citation> {
    let (settled, handed) = exits::asked_of(state, exit);
    let settled = settled.first().map(|(_, rule)| Arc::clone(rule.cite));
    settled
        .or_else(|| handed.first().map(|(_, rule)| Arc::clone(rule.cite)))
        .unwrap_or_else(|| rulebook.clause_on_data())
}

fn cases<'a>(
    state: &'a State,
    rulebook: &'a Rulebook,
    person: PartyId,
    viewer: Viewer,
    day: Date,
) -> impl Iterator<Item = Tie> + 'a {
    let theirs = state.cases().filter(move |case| case.by == person || case.about.contains(&person));
    theirs.filter(|case| case.is_open()).map(move |case| {
        let reads = viewer.person().is_some_and(|reader| crate::cases::reads(state, case, reader, day));
        match crate::cases::rule_of(state, case).filter(|_| reads) {
            Some(rule) => Tie::new(say::CASE_IS_STILL_OPEN.with([case.id.into()]), rule.cite),
            // That there is a case is for its readers to know.
            None => Tie::new(say::SOMETHING_IS_STILL_OPEN.with([]), &rulebook.clause_on_data()),
        }
    })
}

/// An agreement without a last day ends with the membership that it was made for.
fn agreements<'a>(
    state: &'a State,
    rulebook: &'a Rulebook,
    person: PartyId,
    day: Date,
) -> impl Iterator<Item = Tie> + 'a {
    let tie = move |agreement: &Agreement| {
        let named = Argument::Named(agreement.kind.clone());
        let cites = rulebook
            .agreement(&agreement.kind)
            .map_or_else(|| rulebook.clause_on_data(), |rule| Arc::clone(rule.cite));
        if agreement.is_open() {
            return Some(Tie::new(say::AGREEMENT_STILL_WAITS.with([named]), &cites));
        }
        let until =
            agreement.until.filter(|_| agreement.in_force_from.is_some()).filter(|until| day <= *until)?;
        let says = say::AGREEMENT_IS_STILL_IN_FORCE.with([named, until.into()]);
        Some(Tie::new(says, &cites).until(until.tomorrow().ok()))
    };
    state.agreements_with(person).filter_map(move |agreement| tie(agreement))
}

fn loans<'a>(state: &'a State, rulebook: &'a Rulebook, person: PartyId) -> impl Iterator<Item = Tie> + 'a {
    let out = state.assets().filter(move |asset| asset.open_loan().is_some_and(|loan| loan.to == person));
    out.map(move |asset| {
        let cites = rulebook.assets().map_or_else(|| rulebook.clause_on_data(), |rule| Arc::clone(rule.cite));
        let says = say::ASSET_IS_STILL_OUT.with([asset.name.as_str().into(), person.into()]);
        Tie::new(says, &cites)
    })
}

/// The last day on which anything tied a person to the co-op: a membership, an organization that they acted for,
/// an exit, an agreement. `None` where nothing ever did, or where something has no end yet.
pub fn left_on(state: &State, party: &Party) -> Option<Date> {
    let held: Vec<&Membership> =
        party.memberships.iter().filter_map(|id| state.membership(*id)).map(|held| &**held).collect();
    let organizations = party.represents.iter().filter_map(|id| state.party(*id));
    let acted = organizations
        .flat_map(|organization| organization.representations())
        .filter(|one| one.person == party.id)
        .map(|one| one.until);
    let lasts: Option<Vec<Date>> = held.iter().map(|held| held.last_day()).chain(acted).collect();
    let exits = state.exits().filter(|exit| party.memberships.contains(&exit.membership));
    let closed = exits.filter_map(|exit| exit.ended.map(|(at, _)| state.date_of(at)));
    let agreed = state.agreements_with(party.id).filter(|one| one.in_force_from.is_some());
    let agreed = agreed.filter_map(|one| one.until);
    lasts?.into_iter().max().map(|last| closed.chain(agreed).fold(last, Date::max))
}
