//! Good standing: worked out from the duties, and nothing that anybody could enter.

use jiff::civil::Date;

use super::{Duty, DutyStatus, answer::duties_under};
use crate::{
    finding::{Answer, Finding},
    membership::Membership,
    messages as say,
    rulebook::{Asks, GoodStanding, Rulebook},
    state::State,
    values::MembershipId,
};

/// How a membership stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What is asked of it, as [`duties`](super::duties) orders it.
    pub duties: Vec<Duty>,
    /// Whether it is in good standing, and what stands against it. `DoesNotApply` where the bylaws do not say
    /// what good standing is.
    pub good: Finding,
}

/// How a membership stands on a day; `None` where there is none of this number that is current then.
pub fn standing(state: &State, membership: MembershipId, day: Date) -> Option<Standing> {
    let held = state.membership(membership).filter(|held| held.is_current_on(day))?;
    let rulebook = state.rulebook_on(day)?;
    let duties = duties_under(state, &rulebook, held, day);
    let good = good(&rulebook, held, day, duties.iter());
    Some(Standing { duties, good })
}

/// Whether a membership of which this is asked is in good standing on a day.
fn good<'a>(
    rulebook: &Rulebook,
    held: &Membership,
    day: Date,
    duties: impl Iterator<Item = &'a Duty>,
) -> Finding {
    let Some(rule) = rulebook.standing() else {
        return Finding::answer(say::NO_GOOD_STANDING.with([]), Answer::DoesNotApply);
    };
    let stands_against = |duty: &&Duty| match rule.good {
        GoodStanding::NoneLate => duty.status == DutyStatus::Late,
        GoodStanding::NoneDue => duty.status.is_asked_now(),
    };
    let against: Vec<Finding> = duties
        .filter(|duty| !duty.is_encouraged)
        .filter(stands_against)
        .filter(|duty| is_theirs_to_do(rulebook, duty))
        .map(|duty| duty.finding.clone())
        .collect();
    if against.is_empty() {
        let says = say::IN_GOOD_STANDING.with([held.id.into(), day.into()]);
        return Finding::answer(says, Answer::Yes).citing(rule.cite);
    }
    let says = say::NOT_IN_GOOD_STANDING.with([held.id.into(), day.into()]);
    let remedy = match rule.good {
        GoodStanding::NoneLate => &say::DO_WHAT_IS_LATE,
        GoodStanding::NoneDue => &say::DO_WHAT_IS_ASKED,
    };
    Finding::answer(says, Answer::No).of(against).citing(rule.cite).missing(remedy.with([]))
}

/// Whether a member can do themself what a duty asks. A review is written and confirmed by others, so that one that is
/// late stands against nobody who waits for it.
fn is_theirs_to_do(rulebook: &Rulebook, duty: &Duty) -> bool {
    rulebook.duty(&duty.id).is_none_or(|rule| rule.rule.asks != Asks::Reviews)
}

/// The same with joining the channels left out of account: whoever is late to join could otherwise never see how.
pub(super) fn good_but_for_channels(
    state: &State,
    rulebook: &Rulebook,
    held: &Membership,
    day: Date,
) -> Finding {
    let duties = duties_under(state, rulebook, held, day);
    let is_to_join =
        |duty: &&Duty| rulebook.duty(&duty.id).is_none_or(|rule| rule.rule.asks != Asks::Channels);
    good(rulebook, held, day, duties.iter().filter(is_to_join))
}
