//! Correcting details, and erasing what is kept.

use super::{
    tied::{membership_on, ties},
    time::{self, details_may_end},
};
use crate::{
    command::{By, Command},
    decide::{Decided, Denied, Occasion},
    fact::{Fact, Recorded},
    finding::{Answer, Finding, Value},
    membership::{Party, decide::known_party},
    messages as say,
    offices::{Power, held_with_power},
    personal::{Beside, Personal},
    refusal::{Code, Malformed, Refusal},
    rulebook::Retained,
    values::PartyId,
};

/// Decides a command about what is kept.
pub(crate) fn decide(occasion: &Occasion<'_>) -> Decided {
    match &occasion.request.command {
        Command::CorrectDetails { party, details } => correct(occasion, *party, details),
        Command::ErasePerson { party } => erase(occasion, *party),
        Command::EraseKept { what } => erase_kept(occasion, *what),
        _ => Ok(Vec::new()),
    }
}

/// A person's own details are theirs to correct. Whoever keeps the list of members does it too, but for the
/// address: that lets somebody in, which takes two office-holders or the desk.
fn correct(occasion: &Occasion<'_>, id: PartyId, details: &Personal) -> Decided {
    let is_own = occasion.person() == Some(id);
    if !is_own {
        occasion.must_have_power(Power::KeepMembers, &occasion.rulebook.clause_on(Power::KeepMembers))?;
    }
    let party = known_party(occasion.state, "party", id)?;
    if !party.is_person() {
        return Err(Malformed { field: "party", says: say::IS_AN_ORGANIZATION.with([id.into()]) }.into());
    }
    let Some(before) = party.details() else {
        return Err(Malformed { field: "party", says: say::DETAILS_ARE_ERASED.with([]) }.into());
    };
    if details.name.trim().is_empty() {
        return Err(Malformed { field: "details.name", says: say::NAME_IS_EMPTY.with([]) }.into());
    }
    details.must_be_hidden()?;
    if let Some(keeper) = occasion.person().filter(|_| !is_own && before.email != details.email) {
        return Err(address_is_theirs(occasion, keeper, id));
    }
    let is_the_same =
        (&before.name, &before.email, &before.place) == (&details.name, &details.email, &details.place);
    if is_the_same {
        return Ok(Vec::new());
    }
    let personal = Some((id, Beside::Person(details.clone())));
    Ok(vec![Recorded { fact: Fact::DetailsCorrected { party: id }, personal }])
}

fn address_is_theirs(occasion: &Occasion<'_>, keeper: PartyId, id: PartyId) -> Denied {
    let office =
        held_with_power(occasion.state, occasion.rulebook, keeper, Power::KeepMembers, occasion.today);
    let cites = office.map_or_else(|| occasion.rulebook.clause_on_data(), |(office, _)| office.cite.clone());
    let because = Finding::answer(say::ADDRESS_LETS_THEM_IN.with([id.into()]), Answer::Yes);
    let remedy = say::LET_THEM_CHANGE_IT.with([]);
    Refusal::new(Code::AddressMustBeOnesOwn, &cites, because, remedy).into()
}

fn erase(occasion: &Occasion<'_>, id: PartyId) -> Decided {
    if occasion.person() != Some(id) {
        occasion.must_have_power(Power::ProtectData, &occasion.rulebook.clause_on(Power::ProtectData))?;
    }
    let party = known_party(occasion.state, "party", id)?;
    if !party.is_person() || (party.name().is_none() && !occasion.state.has_words_of(id)) {
        return Err(Malformed { field: "party", says: say::NOTHING_TO_ERASE.with([id.into()]) }.into());
    }
    match hindrance(occasion, party) {
        Some(refusal) => Err(refusal.into()),
        None => Ok(vec![Fact::PersonErased { party: id }.into()]),
    }
}

/// What stands in the way of erasing somebody: a membership, something that is open, or the time for which the
/// bylaws keep the details of whoever left.
fn hindrance(occasion: &Occasion<'_>, party: &Party) -> Option<Refusal> {
    let (state, rulebook, today) = (occasion.state, occasion.rulebook, occasion.today);
    if let Some(membership) = membership_on(state, party, today) {
        let because = Finding::answer(say::CURRENT.with([membership.into(), today.into()]), Answer::Yes);
        let remedy = say::END_THE_MEMBERSHIP_FIRST.with([]);
        return Some(Refusal::new(
            Code::MembershipMustHaveEnded,
            &rulebook.clause_on_data(),
            because,
            remedy,
        ));
    }
    let ties = ties(state, rulebook, party, occasion.viewer(), today);
    if let Some(first) = ties.first() {
        let cites = first.cites.clone();
        // Where time alone brings all of it to its end, the day is known.
        let untils: Option<Vec<_>> = ties.iter().map(|tie| tie.until).collect();
        let remedy = match untils.and_then(|untils| untils.into_iter().max()) {
            Some(day) => say::IT_CAN_BE_DONE_FROM.with([day.into()]),
            None => say::BRING_IT_TO_AN_END.with([]),
        };
        let because = ties.into_iter().map(|tie| tie.finding()).collect();
        return Some(Refusal { code: Code::NothingMustBeOpen, cites, because, remedy });
    }
    let (day, left, months) = details_may_end(state, rulebook, party).filter(|(day, ..)| today < *day)?;
    let rule = rulebook.retention(Retained::Details)?;
    let says = say::DETAILS_ARE_KEPT_AT_LEAST.with([left.into(), months.into()]);
    let because = Finding::new(says, Value::Date(day)).citing(rule.cite);
    let remedy = say::IT_CAN_BE_DONE_FROM.with([day.into()]);
    Some(Refusal::new(Code::TimeToKeepMustBeOver, rule.cite, because, remedy))
}

/// What the bylaws keep no longer goes when the clock says so; whoever protects data may do it by hand.
fn erase_kept(occasion: &Occasion<'_>, what: Retained) -> Decided {
    if occasion.request.by != By::Clock {
        occasion.must_have_power(Power::ProtectData, &occasion.rulebook.clause_on(Power::ProtectData))?;
    }
    let ends = time::ends(occasion.state, occasion.rulebook, what);
    let over = ends.into_iter().filter(|one| one.day <= occasion.today);
    Ok(over.map(|one| one.what.fact().into()).collect())
}
