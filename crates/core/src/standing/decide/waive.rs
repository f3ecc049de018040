//! Letting a member off a duty for a time, and ending that.

use jiff::civil::Date;

use super::{known_duty, known_membership};
use crate::{
    decide::{Decided, Denied, Occasion},
    fact::{Fact, Recorded},
    finding::{Answer, Finding, Value},
    membership::Membership,
    message::Argument,
    messages as say,
    offices::holders,
    personal::{Beside, Words},
    refusal::{Code, Malformed, Refusal},
    rulebook::{DutyRule, Ruled, WaiverRule},
    standing::{DutyStatus, Waiver, duties, may_waive, year_of},
    values::{MembershipId, Slug},
};

/// What the reason stands under.
const TEXT: &str = "text";

fn named(rule: Ruled<'_, DutyRule>) -> Argument {
    rule.rule.name.clone().into()
}

/// Refuses whoever may not waive this duty of this membership: the bylaws name an office for it, and nobody waives a
/// duty of their own or of somebody for whom they act.
fn must_waive<'a>(
    occasion: &Occasion<'a>,
    held: &Membership,
    rule: Ruled<'_, DutyRule>,
) -> Result<Ruled<'a, WaiverRule>, Denied> {
    let rules = || occasion.rulebook.waivers().filter(|waives| waives.rule.is_for(&rule.id));
    let Some(first) = rules().next() else {
        let because = Finding::answer(say::NOBODY_MAY_WAIVE.with([named(rule)]), Answer::No);
        let remedy = say::DO_WHAT_IS_ASKED.with([]);
        return Err(Refusal::new(Code::DutyMustBeWaivable, rule.cite, because, remedy).into());
    };
    let Some(person) = occasion.person() else { return Ok(first) };
    if !may_waive(occasion.state, occasion.rulebook, &rule.id, person, occasion.today) {
        return Err(office_must_be_held(occasion, first, rules().flat_map(|rule| &rule.rule.offices)).into());
    }
    let party = occasion.state.party(held.party);
    let acts_for_them = party.is_some_and(|party| party.is_represented_by(person, occasion.today));
    if held.party == person || acts_for_them {
        let says = if acts_for_them {
            say::WAIVES_FOR_WHOM_THEY_ACT.with([person.into(), held.id.into()])
        } else {
            say::WAIVES_THEIR_OWN.with([person.into()])
        };
        let because = Finding::answer(says, Answer::Yes);
        let remedy = say::LET_ANOTHER_WAIVE.with([]);
        return Err(Refusal::new(Code::WaiverMustBeAnothers, first.cite, because, remedy).into());
    }
    Ok(first)
}

fn office_must_be_held<'a>(
    occasion: &Occasion<'_>,
    rule: Ruled<'_, WaiverRule>,
    offices: impl Iterator<Item = &'a Slug>,
) -> Refusal {
    let offices: Vec<&Slug> = offices.collect();
    let names = offices.iter().map(|office| Argument::Named((*office).clone())).collect();
    let known = offices.iter().filter_map(|office| occasion.rulebook.office(office));
    let who: Vec<Argument> = known
        .flat_map(|office| holders(occasion.state, office, occasion.today))
        .map(|tenure| tenure.person.into())
        .collect();
    let because = Finding::answer(say::TAKES_AN_OFFICE.with([Argument::List(names)]), Answer::No);
    let remedy = if who.is_empty() { say::ASK_THE_DESK.with([]) } else { say::ASK_THEM.with([who.into()]) };
    Refusal::new(Code::PowerMustBeHeld, rule.cite, because, remedy)
}

/// Refuses where a duty is not asked of a membership, or nothing of it is left to be done.
fn must_be_asked(
    occasion: &Occasion<'_>,
    held: &Membership,
    rule: Ruled<'_, DutyRule>,
) -> Result<(), Denied> {
    let asked = duties(occasion.state, held.id, occasion.today);
    let of_it: Vec<DutyStatus> =
        asked.iter().filter(|duty| duty.id == rule.id).map(|duty| duty.status).collect();
    let says = if of_it.is_empty() {
        &say::DUTY_IS_NOT_ASKED
    } else if of_it.iter().all(|status| *status == DutyStatus::Met) {
        &say::DUTY_IS_DONE
    } else {
        return Ok(());
    };
    let because = Finding::answer(says.with([held.id.into(), named(rule)]), Answer::Yes);
    let remedy = say::NOTHING_IS_LEFT_TO_DO.with([]);
    Err(Refusal::new(Code::DutyMustBeAsked, rule.cite, because, remedy).into())
}

/// The waiver of a duty that stands today.
fn standing_waiver<'a>(occasion: &Occasion<'a>, id: MembershipId, duty: &Slug) -> Option<&'a Waiver> {
    occasion.state.kept(id)?.waiver(duty, occasion.today)
}

/// Waives a duty through a day, or through the end of the membership year.
pub(super) fn waive(
    occasion: &Occasion<'_>,
    id: MembershipId,
    duty: &Slug,
    until: Option<Date>,
    words: &Words,
) -> Decided {
    let held = known_membership(occasion, id)?;
    let rule = known_duty(occasion, duty)?;
    let waives = must_waive(occasion, held, rule)?;
    must_be_asked(occasion, held, rule)?;
    if let Some(waiver) = standing_waiver(occasion, id, duty) {
        let says = say::DUTY_IS_WAIVED.with([id.into(), named(rule), waiver.until.into()]);
        return Err(Malformed { field: "duty", says }.into());
    }
    let (_, last) = year_of(occasion.rulebook, held, occasion.today);
    let until = until.unwrap_or(last);
    if until < occasion.today {
        let says = say::DAY_IS_BEFORE.with([until.into(), occasion.today.into()]);
        return Err(Malformed { field: "until", says }.into());
    }
    if last < until {
        let because =
            Finding::new(say::WAIVER_IS_TOO_LONG.with([until.into(), last.into()]), Value::Date(last));
        let remedy = say::WAIVE_IT_THROUGH.with([last.into()]);
        return Err(Refusal::new(Code::WaiverMustFit, waives.cite, because, remedy).into());
    }
    words.must_speak_of(TEXT)?;
    let words_id = occasion.state.next_words();
    let fact = Fact::DutyWaived { membership: id, duty: duty.clone(), until, words: words_id };
    Ok(vec![Recorded { fact, personal: Some((held.party, Beside::Words(words.clone()))) }])
}

/// Ends a waiver: today is its last day, so that what it let pass until now stays let off.
pub(super) fn end(occasion: &Occasion<'_>, id: MembershipId, duty: &Slug) -> Decided {
    let held = known_membership(occasion, id)?;
    let rule = known_duty(occasion, duty)?;
    must_waive(occasion, held, rule)?;
    let stands = standing_waiver(occasion, id, duty).filter(|waiver| occasion.today < waiver.until);
    if stands.is_none() {
        let says = say::NO_WAIVER_STANDS.with([id.into(), named(rule)]);
        return Err(Malformed { field: "duty", says }.into());
    }
    Ok(vec![Fact::WaiverEnded { membership: id, duty: duty.clone(), on: occasion.today }.into()])
}
