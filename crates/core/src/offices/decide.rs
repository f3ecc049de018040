//! Giving and ending offices, and vouching for somebody who cannot sign in.

use std::sync::Arc;

use jiff::{SignedDuration, civil::Date};

use super::{Power, Tenure, fits, held_with_power, holders};
use crate::{
    command::{By, Command},
    decide::{Decided, Denied, Occasion, desk_must_record, one},
    fact::Fact,
    finding::{Answer, Finding},
    membership::{decide::known_party, month_of_membership},
    message::Argument,
    messages as say,
    refusal::{Code, Malformed, Refusal},
    rulebook::{Citation, Office, Rulebook, Ruled},
    state::State,
    values::{PartyId, Slug},
};

/// How long a first vouching waits for the second, in hours. It is about the safety of accounts and not
/// about the co-op, so no bylaws say it.
const VOUCHED_HOURS: i64 = 72;

/// Decides a command of offices.
pub(crate) fn decide(occasion: &Occasion<'_>) -> Decided {
    match &occasion.request.command {
        Command::GiveOffice { office, person, from, until } => give(occasion, office, *person, *from, *until),
        Command::EndOffice { office, person, on } => end(occasion, office, *person, *on),
        Command::VouchForAccess { party } => vouch(occasion, *party),
        _ => Ok(Vec::new()),
    }
}

impl Occasion<'_> {
    /// Refuses unless the desk asks, or somebody who has the power by an office. Where no office has it, the
    /// desk alone does, and the clause that the command is about says so.
    pub fn must_have_power(&self, power: Power, cites: &Arc<Citation>) -> Result<(), Denied> {
        let holds = |person| held_with_power(self.state, self.rulebook, person, power, self.today).is_some();
        if self.request.by == By::Desk || self.person().is_some_and(holds) {
            return Ok(());
        }
        Err(power_must_be_held(self.state, self.rulebook, power, self.today, cites).into())
    }
}

/// The refusal of whoever lacks a power: by the clause of the office that has it, with who holds that. Where no
/// office has it, the desk alone does, and `cites` is the clause that says so.
pub(crate) fn power_must_be_held(
    state: &State,
    rulebook: &Rulebook,
    power: Power,
    day: Date,
    cites: &Arc<Citation>,
) -> Refusal {
    let offices: Vec<Ruled<'_, Office>> =
        rulebook.offices().filter(|office| office.rule.powers.contains(&power)).collect();
    let Some(first) = offices.first() else { return desk_must_record(cites) };
    let mut who = Vec::new();
    let mut of = Vec::new();
    for office in &offices {
        let named = Argument::Named(office.rule.id.clone());
        let held: Vec<Argument> = holders(state, *office, day).map(|tenure| tenure.person.into()).collect();
        let says = if held.is_empty() {
            say::NOBODY_HOLDS.with([named])
        } else {
            say::OFFICE_IS_HELD_BY.with([named, held.clone().into()])
        };
        of.push(Finding::answer(says, Answer::Yes).citing(office.cite));
        who.extend(held);
    }
    let because = Finding::answer(say::TAKES_THE_POWER.with([power.into()]), Answer::No).of(of);
    let remedy = if who.is_empty() { say::ASK_THE_DESK.with([]) } else { say::ASK_THEM.with([who.into()]) };
    Refusal::new(Code::PowerMustBeHeld, first.cite, because, remedy)
}

/// The office with this name, or what is wrong with the field.
fn known_office<'a>(occasion: &Occasion<'a>, office: &Slug) -> Result<Ruled<'a, Office>, Malformed> {
    occasion.rulebook.office(office).ok_or_else(|| Malformed {
        field: "office",
        says: say::NO_SUCH_OFFICE.with([office.as_str().into()]),
    })
}

fn give(occasion: &Occasion<'_>, id: &Slug, person: PartyId, from: Date, until: Option<Date>) -> Decided {
    let office = known_office(occasion, id)?;
    occasion.must_have_power(Power::Appoint, office.cite)?;
    let party = known_party(occasion.state, "person", person)?;
    if until.is_some_and(|until| until < from) {
        let says = say::DAY_IS_BEFORE.with([until.unwrap_or(from).into(), from.into()]);
        return Err(Malformed { field: "until", says }.into());
    }
    must_not_serve_oneself(occasion, office, person)?;
    let named = Argument::Named(id.clone());
    if !party.is_person() || !fits(occasion.state, office.rule, person, from) {
        let classes = office.rule.classes.iter().cloned().map(Argument::Class).collect::<Vec<_>>();
        let (says, remedy) = if classes.is_empty() {
            (say::IS_AN_ORGANIZATION.with([person.into()]), say::NAME_A_PERSON.with([]))
        } else {
            (
                say::OFFICE_IS_FOR.with([named, classes.clone().into(), person.into()]),
                say::CHOOSE_SOMEBODY_OF.with([classes.into()]),
            )
        };
        let because = Finding::answer(says, Answer::No);
        return Err(Refusal::new(Code::HolderMustFit, office.cite, because, remedy).into());
    }
    let until = within_the_term(office, from, until)?;
    must_have_a_seat(occasion, office, person, from, until)?;
    one(Fact::OfficeGiven { office: id.clone(), person, from, until })
}

/// Nobody gives an office to themselves; and nobody who has signed first gives somebody the power to sign
/// second.
fn must_not_serve_oneself(
    occasion: &Occasion<'_>,
    office: Ruled<'_, Office>,
    person: PartyId,
) -> Result<(), Denied> {
    let Some(giver) = occasion.person() else { return Ok(()) };
    if giver == person {
        let named = Argument::Named(office.rule.id.clone());
        let because = Finding::answer(say::GIVES_TO_THEMSELVES.with([giver.into(), named]), Answer::Yes);
        let remedy = say::LET_SOMEBODY_ELSE_GIVE_IT.with([]);
        return Err(Refusal::new(Code::OfficeMustBeGivenByAnother, office.cite, because, remedy).into());
    }
    let waiting = occasion.state.vouched.iter().find(|(_, vouched)| {
        vouched.by == giver
            && is_recent(occasion, vouched.at)
            && office.rule.powers.contains(&Power::RestoreAccess)
    });
    if let Some((party, _)) = waiting {
        let because =
            Finding::answer(say::VOUCHED_FIRST_FOR.with([giver.into(), (*party).into()]), Answer::Yes);
        let remedy = say::LET_ANOTHER_HOLDER_SIGN.with([]);
        return Err(Refusal::new(Code::SecondSignatureMustBeAnothers, office.cite, because, remedy).into());
    }
    Ok(())
}

/// The last day of a term that the bylaws allow: the one asked for, or the longest.
fn within_the_term(
    office: Ruled<'_, Office>,
    from: Date,
    until: Option<Date>,
) -> Result<Option<Date>, Denied> {
    if office.rule.months == 0 {
        return Ok(until);
    }
    let last = month_of_membership(from, office.rule.months).yesterday().unwrap_or(Date::MAX);
    match until {
        Some(until) if until > last => {
            let says = say::TERM_IS_AT_MOST.with([office.rule.months.into(), last.into()]);
            let because = Finding::answer(says, Answer::No);
            let remedy = say::END_IT_BY.with([last.into()]);
            Err(Refusal::new(Code::TermMustFit, office.cite, because, remedy).into())
        }
        _ => Ok(until.or(Some(last))),
    }
}

fn must_have_a_seat(
    occasion: &Occasion<'_>,
    office: Ruled<'_, Office>,
    person: PartyId,
    from: Date,
    until: Option<Date>,
) -> Result<(), Denied> {
    let named = Argument::Named(office.rule.id.clone());
    let overlapping: Vec<&Tenure> = occasion
        .state
        .tenures()
        .filter(|tenure| tenure.office == office.rule.id && tenure.overlaps(from, until))
        .collect();
    if let Some(own) = overlapping.iter().find(|tenure| tenure.person == person) {
        let says = say::HOLDS_IT_ALREADY.with([person.into(), named, own.from.into()]);
        return Err(Malformed { field: "person", says }.into());
    }
    let seats = usize::try_from(office.rule.seats).unwrap_or(usize::MAX);
    if seats == 0 || overlapping.len() < seats {
        return Ok(());
    }
    let held: Vec<Argument> = overlapping.iter().map(|tenure| tenure.person.into()).collect();
    let because = Finding::answer(say::OFFICE_IS_HELD_BY.with([named.clone(), held.into()]), Answer::Yes);
    let remedy = say::END_AN_OFFICE_FIRST.with([named]);
    Err(Refusal::new(Code::SeatMustBeFree, office.cite, because, remedy).into())
}

/// Somebody's own office is theirs to lay down; others' are ended by whoever may give it.
fn end(occasion: &Occasion<'_>, id: &Slug, person: PartyId, on: Date) -> Decided {
    let office = known_office(occasion, id)?;
    if occasion.person() != Some(person) {
        occasion.must_have_power(Power::Appoint, office.cite)?;
    }
    let last = occasion.state.tenures().rfind(|tenure| tenure.office == *id && tenure.person == person);
    let Some(tenure) = last.filter(|tenure| tenure.until.is_none_or(|until| on < until)) else {
        let says = say::DOES_NOT_HOLD.with([person.into(), Argument::Named(id.clone())]);
        return Err(Malformed { field: "person", says }.into());
    };
    if on < tenure.from {
        let says = say::DAY_IS_BEFORE.with([on.into(), tenure.from.into()]);
        return Err(Malformed { field: "on", says }.into());
    }
    one(Fact::OfficeEnded { office: id.clone(), person, on })
}

fn is_recent(occasion: &Occasion<'_>, at: jiff::Timestamp) -> bool {
    occasion.request.at.duration_since(at) < SignedDuration::from_hours(VOUCHED_HOURS)
}

/// Two office-holders who know somebody vouch for them; neither has their office from the other.
fn vouch(occasion: &Occasion<'_>, id: PartyId) -> Decided {
    let Some(voucher) = occasion.person() else {
        // The desk hands over a link by itself, and needs nobody's word for it.
        return Err(Malformed { field: "by", says: say::OFFICE_HOLDERS_VOUCH.with([]) }.into());
    };
    occasion.must_have_power(Power::RestoreAccess, &occasion.rulebook.clause_on(Power::RestoreAccess))?;
    let Some((office, _)) =
        held_with_power(occasion.state, occasion.rulebook, voucher, Power::RestoreAccess, occasion.today)
    else {
        return Ok(Vec::new());
    };
    let party = known_party(occasion.state, "party", id)?;
    if !party.is_person() {
        return Err(Malformed { field: "party", says: say::IS_AN_ORGANIZATION.with([id.into()]) }.into());
    }
    let not_independent = |says, remedy| -> Denied {
        let because = Finding::answer(says, Answer::Yes);
        Refusal::new(Code::SecondSignatureMustBeAnothers, office.cite, because, remedy).into()
    };
    if voucher == id {
        return Err(not_independent(
            say::VOUCHES_FOR_THEMSELVES.with([id.into()]),
            say::LET_ANOTHER_HOLDER_SIGN.with([]),
        ));
    }
    let first = occasion.state.vouched.get(&id).filter(|vouched| is_recent(occasion, vouched.at));
    let Some(first) = first else { return one(Fact::AccessVouched { party: id }) };
    if first.by == voucher {
        return Err(not_independent(
            say::VOUCHED_FIRST_FOR.with([voucher.into(), id.into()]),
            say::LET_ANOTHER_HOLDER_SIGN.with([]),
        ));
    }
    let tenures =
        occasion.rulebook.offices().flat_map(|office| holders(occasion.state, office, occasion.today));
    let tenures: Vec<&Tenure> = tenures.collect();
    let gave = |giver: PartyId, holder: PartyId| {
        tenures.iter().any(|tenure| tenure.person == holder && tenure.given_by == By::Party(giver))
    };
    let dependent =
        [(first.by, voucher), (voucher, first.by)].into_iter().find(|(giver, holder)| gave(*giver, *holder));
    if let Some((giver, holder)) = dependent {
        return Err(not_independent(
            say::HAS_THE_OFFICE_FROM.with([holder.into(), giver.into()]),
            say::LET_ANOTHER_HOLDER_SIGN.with([]),
        ));
    }
    one(Fact::AccessRestored { party: id })
}
