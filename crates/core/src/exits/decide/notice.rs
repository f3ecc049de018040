//! Giving notice, and withdrawing it.

use std::sync::Arc;

use jiff::{ToSpan, civil::Date};

use super::{
    super::{edition_of, open_exit},
    one,
};
use crate::{
    decide::{Decided, Denied, Occasion, must_be_settled},
    fact::Fact,
    finding::{Answer, Finding, Value},
    membership::Membership,
    messages as say,
    refusal::{Code, Malformed, Refusal},
    rulebook::{Citation, NoticeRule, Ruled},
    values::{ExitId, MembershipId, Minor, PartyId},
};

pub(super) fn give(occasion: &Occasion<'_>, id: MembershipId, on: Date) -> Decided {
    let (held, by) = own(occasion, id)?;
    let rule = rule_for(occasion, held)?;
    must_be_theirs(occasion, held, by, rule.cite)?;
    if let Some(last) = held.last_day() {
        let says = say::LAST_DAY_IS_KNOWN.with([id.into(), last.into()]);
        return Err(Malformed { field: "membership", says }.into());
    }
    let earliest = occasion.today.saturating_add(i64::from(rule.rule.days_min).days());
    if on < earliest {
        let says = say::NOTICE_IS_TOO_SHORT.with([on.into(), earliest.into()]);
        let because = Finding::new(says, Value::Date(earliest));
        let remedy = say::LEAVE_FROM.with([earliest.into()]);
        return Err(Refusal::new(Code::NoticeMustBeLongEnough, rule.cite, because, remedy).into());
    }
    let exit = ExitId::after(occasion.state.exits.len());
    one(Fact::NoticeGiven { membership: id, exit, by, on })
}

pub(super) fn withdraw(occasion: &Occasion<'_>, id: MembershipId) -> Decided {
    let (held, by) = own(occasion, id)?;
    let exit = open_exit(occasion.state, id).filter(|_| held.leaves.is_some() && held.ended.is_none());
    let Some(exit) = exit else {
        let says = say::NO_NOTICE_STANDS.with([id.into()]);
        return Err(Malformed { field: "membership", says }.into());
    };
    let rule = edition_of(occasion.state, exit)
        .zip(held.latest_class())
        .and_then(|(rulebook, (_, class))| rulebook.notice(class));
    let Some(rule) = rule else {
        let says = say::NO_NOTICE_RULE.with([id.into()]);
        return Err(Malformed { field: "membership", says }.into());
    };
    must_be_theirs(occasion, held, by, rule.cite)?;
    let begins = next_membership(occasion, held);
    let because = if !rule.rule.can_be_withdrawn {
        say::NOTICE_STANDS.with([])
    } else if exit.paid() > Minor::ZERO {
        say::SOMETHING_IS_PAID.with([exit.id.into()])
    } else if let Some(begins) = begins {
        say::CURRENT.with([id.into(), begins.into()])
    } else {
        return one(Fact::NoticeWithdrawn { exit: exit.id, membership: id, by });
    };
    let because = Finding::answer(because, Answer::Yes);
    let remedy = say::ASK_TO_BE_ADMITTED.with([]);
    Err(Refusal::new(Code::NoticeMustBeWithdrawable, rule.cite, because, remedy).into())
}

/// The first day of a membership of the same party that begins after this one, if any does.
fn next_membership(occasion: &Occasion<'_>, held: &Membership) -> Option<Date> {
    let party = occasion.state.party(held.party)?;
    let others = party.memberships.iter().filter(|id| **id != held.id);
    let begins = others.filter_map(|id| occasion.state.membership(*id)).map(|other| other.since());
    begins.filter(|since| held.last_day().is_some_and(|last| last < *since)).min()
}

/// A current membership and the person who asks. Notice is everybody's own act.
fn own<'a>(occasion: &Occasion<'a>, id: MembershipId) -> Result<(&'a Membership, PartyId), Denied> {
    let by =
        occasion.person().ok_or_else(|| Malformed { field: "by", says: say::PEOPLE_GIVE_NOTICE.with([]) })?;
    let held = occasion.state.membership(id).filter(|held| held.is_current_on(occasion.today));
    let held = held
        .ok_or_else(|| Malformed { field: "membership", says: say::NO_SUCH_MEMBERSHIP.with([id.into()]) })?;
    Ok((held, by))
}

/// What the bylaws say of notice by somebody in a class; where that is an open question, the refusal that
/// says so.
fn rule_for<'a>(occasion: &Occasion<'a>, held: &Membership) -> Result<Ruled<'a, NoticeRule>, Denied> {
    let class = held.class_on(occasion.today).map(|(_, class)| class);
    if let Some(rule) = class.and_then(|class| occasion.rulebook.notice(class)) {
        return Ok(rule);
    }
    if let Some(class) = class {
        must_be_settled(occasion.rulebook, &format!("notice:{class}"))?;
    }
    Err(Malformed { field: "membership", says: say::NO_NOTICE_RULE.with([held.id.into()]) }.into())
}

fn must_be_theirs(
    occasion: &Occasion<'_>,
    held: &Membership,
    by: PartyId,
    cites: &Arc<Citation>,
) -> Result<(), Denied> {
    let today = occasion.today;
    if occasion.state.vote_is_held_by(held.id, by, today) {
        return Ok(());
    }
    let party = occasion.state.party(held.party);
    let who = match party.filter(|party| !party.is_person()) {
        Some(organization) => organization.representative_on(today),
        None => Some(held.party),
    };
    let (says, remedy) = match who {
        Some(who) => {
            (say::NOTICE_IS_GIVEN_BY.with([held.id.into(), who.into()]), say::ASK_THEM.with([who.into()]))
        }
        None => (
            say::VOTE_IS_HELD_BY_NOBODY.with([held.id.into(), today.into()]),
            say::NAME_A_REPRESENTATIVE.with([held.party.into()]),
        ),
    };
    let because = Finding::answer(says, Answer::No);
    Err(Refusal::new(Code::NoticeMustBeOnesOwn, cites, because, remedy).into())
}
