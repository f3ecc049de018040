//! Reminding one who is behind, or all of them.

use super::{known_duty, known_membership};
use crate::{
    decide::{Decided, Denied, Occasion},
    fact::{Fact, Recorded},
    finding::{Answer, Finding, Value},
    membership::Membership,
    messages as say,
    offices::Power,
    refusal::{Code, Malformed, Refusal},
    rulebook::{Ruled, StandingRule},
    standing::{Behind, Duty, behind, duties, is_reached, last_reminded, next_reminder},
    values::{MembershipId, Slug},
};

/// How many are reminded by one command at the most, so that the book is not kept waiting. It is about the program and
/// not about the co-op, so no bylaws say it; whoever is left is reminded by the next.
pub const REMINDED_AT_ONCE_MAX: usize = 500;

/// Records that one membership is reminded, or everybody who is behind, of all that they are behind with. A duty
/// chooses who is reminded, not of what: whoever is written to reads everything, since the next letter may be far off.
pub(super) fn remind(
    occasion: &Occasion<'_>,
    membership: Option<MembershipId>,
    duty: Option<&Slug>,
) -> Decided {
    let Some(rule) = occasion.rulebook.standing() else {
        return Err(Malformed { field: "command", says: say::NO_STANDING_RULE.with([]) }.into());
    };
    occasion.must_have_power(Power::KeepMembers, rule.cite)?;
    if let Some(duty) = duty {
        known_duty(occasion, duty)?;
    }
    match membership {
        Some(id) => one(occasion, rule, id, duty),
        None => all(occasion, rule, duty),
    }
}

fn fact(membership: MembershipId, behind_with: &[Duty]) -> Recorded {
    let mut duties: Vec<Slug> = Vec::new();
    for duty in behind_with {
        if !duties.contains(&duty.id) {
            duties.push(duty.id.clone());
        }
    }
    Fact::MemberReminded { membership, duties }.into()
}

/// Whether somebody who is behind with these is reminded where a duty chooses.
fn is_chosen(behind_with: &[Duty], duty: Option<&Slug>) -> bool {
    behind_with.iter().any(|one| duty.is_none_or(|duty| one.id == *duty))
}

fn one(
    occasion: &Occasion<'_>,
    rule: Ruled<'_, StandingRule>,
    id: MembershipId,
    duty: Option<&Slug>,
) -> Decided {
    let held = known_membership(occasion, id)?;
    let mut waits = duties(occasion.state, id, occasion.today);
    waits.retain(Duty::leaves_behind);
    if !is_chosen(&waits, duty) {
        let because = Finding::answer(say::NOTHING_IS_BEHIND.with([id.into()]), Answer::Yes);
        let remedy = say::NOTHING_IS_LEFT_TO_DO.with([]);
        return Err(Refusal::new(Code::DutyMustBeAsked, rule.cite, because, remedy).into());
    }
    must_be_spaced(occasion, rule, held)?;
    if !is_reached(occasion.state, held, occasion.today) {
        let because = Finding::answer(say::NOBODY_TO_WRITE_TO.with([id.into()]), Answer::Yes);
        let remedy = say::REACH_THEM_OTHERWISE.with([id.into()]);
        return Err(Refusal::new(Code::ReminderMustReachSomebody, rule.cite, because, remedy).into());
    }
    Ok(vec![fact(id, &waits)])
}

/// Refuses a reminder that would come too soon after the last.
fn must_be_spaced(
    occasion: &Occasion<'_>,
    rule: Ruled<'_, StandingRule>,
    held: &Membership,
) -> Result<(), Denied> {
    let next = next_reminder(occasion.state, held.id, occasion.today);
    let last = last_reminded(occasion.state, held.id);
    let Some((next, last)) = next.zip(last) else { return Ok(()) };
    let on = occasion.state.date_of(last.at);
    let says = say::WAS_REMINDED.with([held.id.into(), on.into(), rule.rule.reminder_days.into()]);
    let remedy = say::REMIND_FROM.with([next.into()]);
    Err(Refusal::new(Code::ReminderMustBeSpaced, rule.cite, Finding::new(says, Value::Date(on)), remedy)
        .into())
}

fn all(occasion: &Occasion<'_>, rule: Ruled<'_, StandingRule>, duty: Option<&Slug>) -> Decided {
    let (state, today) = (occasion.state, occasion.today);
    let reached =
        |one: &Behind| state.membership(one.membership).is_some_and(|held| is_reached(state, held, today));
    let all = behind(state, None, today).into_iter().filter(|one| is_chosen(&one.duties, duty));
    let waits: Vec<Behind> = all.filter(reached).collect();
    if waits.is_empty() {
        let because = Finding::answer(say::NOBODY_IS_BEHIND.with([]), Answer::Yes);
        let remedy = say::NOTHING_IS_LEFT_TO_DO.with([]);
        return Err(Refusal::new(Code::DutyMustBeAsked, rule.cite, because, remedy).into());
    }
    let next: Vec<_> = waits.iter().map(|one| next_reminder(state, one.membership, today)).collect();
    if let Some(first) =
        next.iter().copied().collect::<Option<Vec<_>>>().and_then(|next| next.into_iter().min())
    {
        let says = say::ALL_WERE_REMINDED.with([rule.rule.reminder_days.into()]);
        let remedy = say::REMIND_FROM.with([first.into()]);
        let because = Finding::answer(says, Answer::Yes);
        return Err(Refusal::new(Code::ReminderMustBeSpaced, rule.cite, because, remedy).into());
    }
    let now = waits.iter().zip(next).filter(|(_, next)| next.is_none()).take(REMINDED_AT_ONCE_MAX);
    Ok(now.map(|(one, _)| fact(one.membership, &one.duties)).collect())
}
