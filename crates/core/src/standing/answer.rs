//! How each duty of a membership stands on a day.

use std::sync::Arc;

use jiff::{ToSpan, civil::Date};

use super::{Duty, DutyStatus, Found, Kept};
use crate::{
    agreements,
    finding::{Answer, Finding},
    membership::{Membership, month_of_membership},
    message::Argument,
    messages as say, reviews,
    rulebook::{Asks, Deadline, DutyRule, MembershipYear, Rulebook, Ruled, unanswered},
    state::State,
    values::{MembershipId, Slug},
};

/// What a duty is worked out from.
pub(super) struct Occasion<'a> {
    pub state: &'a State,
    pub rulebook: &'a Rulebook,
    pub held: &'a Membership,
    /// The first day in the class, or that of the register where it is later: before that nobody could have
    /// recorded what is asked.
    pub since: Date,
    pub class: &'a Slug,
    pub kept: Option<&'a Arc<Kept>>,
    pub day: Date,
}

impl Occasion<'_> {
    /// The last day for what a duty asks since a day; `None` where it has none.
    fn last_day(&self, rule: &DutyRule, since: Date) -> Option<Date> {
        match rule.deadline? {
            Deadline::Days(days) => Some(since.saturating_add(i64::from(days).days())),
            Deadline::YearEnd => Some(year_of(self.rulebook, self.held, since).1),
        }
    }

    /// What is asked since a day and not done.
    fn waits(&self, rule: &DutyRule, since: Date, finding: Finding) -> Found {
        let last = self.last_day(rule, since);
        let is_late = !rule.encouraged && last.is_some_and(|last| last < self.day);
        let status = if is_late { DutyStatus::Late } else { DutyStatus::Due };
        Found { status, day: last, finding }
    }
}

/// The first and the last day of the membership year of a membership that a day is in; the calendar's where the
/// bylaws do not say.
pub fn year_of(rulebook: &Rulebook, held: &Membership, day: Date) -> (Date, Date) {
    let year = rulebook.standing().map_or(MembershipYear::Calendar, |rule| rule.rule.year);
    match year {
        MembershipYear::Calendar => (day.first_of_year(), day.last_of_year()),
        MembershipYear::Joining => {
            let since = held.since();
            let whole = u32::try_from(i32::from(day.year()) - i32::from(since.year())).unwrap_or(0);
            let begins = |years: u32| month_of_membership(since, years.saturating_mul(12));
            let years = if begins(whole) <= day { whole } else { whole.saturating_sub(1) };
            (begins(years), begins(years + 1).saturating_sub(1.day()))
        }
    }
}

/// What the bylaws ask of a membership as of a day. What is late comes first, then what is due, what is coming,
/// what is met, what is waived, and what nothing in the book can answer. Empty for a membership that is not
/// current on that day.
pub fn duties(state: &State, membership: MembershipId, day: Date) -> Vec<Duty> {
    let Some((held, rulebook)) = state.membership(membership).zip(state.rulebook_on(day)) else {
        return Vec::new();
    };
    duties_under(state, &rulebook, held, day)
}

/// The same under the edition in force on that day.
pub(super) fn duties_under(state: &State, rulebook: &Rulebook, held: &Membership, day: Date) -> Vec<Duty> {
    let Some((since, class)) = held.class_on(day).filter(|_| held.is_current_on(day)) else {
        return Vec::new();
    };
    let began = state.founded_at().map_or(Date::MIN, |at| state.date_of(at));
    let since = since.max(began);
    let kept = state.kept(held.id);
    let occasion = Occasion { state, rulebook, held, since, class, kept, day };
    let mut duties = Vec::new();
    for rule in rulebook.duties().filter(|rule| rule.classes.contains(class)) {
        duties.extend(found(&occasion, rule).into_iter().map(|found| duty(&occasion, rule, found)));
    }
    duties.sort_by_key(Duty::urgency);
    duties
}

/// What a domain found, under the rule that asks, and waived where a waiver stands.
fn duty(occasion: &Occasion<'_>, rule: Ruled<'_, DutyRule>, found: Found) -> Duty {
    let waiver = occasion.kept.and_then(|kept| kept.waiver(&rule.id, occasion.day));
    let waiver = waiver.filter(|_| found.status != DutyStatus::Met);
    let Found { mut status, day, finding } = found;
    let mut finding = finding.citing(rule.cite);
    if rule.encouraged && status == DutyStatus::Late {
        status = DutyStatus::Due;
    }
    if let Some(waiver) = waiver {
        status = DutyStatus::Waived;
        let says = say::WAIVED_THROUGH.with([waiver.until.into()]);
        let mut is_waived = Finding::answer(says, Answer::DoesNotApply);
        is_waived.cites = occasion
            .rulebook
            .waivers()
            .find(|waives| waives.rule.is_for(&rule.id))
            .map(|waives| Arc::clone(waives.cite));
        finding.of.insert(0, is_waived);
    }
    Duty {
        id: rule.id.clone(),
        status,
        day,
        is_encouraged: rule.encouraged,
        waiver: waiver.cloned(),
        finding,
    }
}

fn found(occasion: &Occasion<'_>, rule: Ruled<'_, DutyRule>) -> Vec<Found> {
    let (state, rulebook, held, day) = (occasion.state, occasion.rulebook, occasion.held, occasion.day);
    match rule.asks {
        Asks::Documents => documents(occasion, rule.rule),
        Asks::Agreement => agreements::duties(state, rulebook, held, day),
        Asks::Reviews => reviews::duties(state, rulebook, held, day),
        Asks::Guidance => reviews::duties_of_guide(state, rulebook, held, day),
        Asks::Representative => representative(occasion, rule.rule).into_iter().collect(),
        Asks::Channels => channels(occasion, rule.rule),
        Asks::Dues | Asks::Costs | Asks::Attendance | Asks::Election | Asks::Groups | Asks::Conduct => {
            vec![unknown(occasion, rule.rule)]
        }
    }
}

/// What nothing in the book can answer: never met, never late.
fn unknown(occasion: &Occasion<'_>, rule: &DutyRule) -> Found {
    let says = say::DUTY_NAMED.with([rule.name.clone().into()]);
    let because = unanswered(rule.asks).map(|says| Finding::answer(says, Answer::NotYetKnown));
    let finding = Finding::answer(says, Answer::NotYetKnown).of(because.into_iter().collect());
    // What is asked year by year has the last day of this one.
    let day = match rule.deadline {
        Some(Deadline::YearEnd) => Some(year_of(occasion.rulebook, occasion.held, occasion.day).1),
        Some(Deadline::Days(_)) => occasion.last_day(rule, occasion.since),
        None => None,
    };
    Found { status: DutyStatus::NotYetKnown, day, finding }
}

fn documents(occasion: &Occasion<'_>, rule: &DutyRule) -> Vec<Found> {
    let (state, rulebook, held) = (occasion.state, occasion.rulebook, occasion.held);
    let asked = agreements::commitments_asked(state, rulebook, held.party, occasion.class, occasion.day);
    let found = |asked: agreements::CommitmentAsked<'_>| {
        let document = Argument::Named(asked.document.clone());
        match asked.acknowledged {
            Some(on) => {
                let says = say::COMMITTED_TO.with([document, asked.version.into(), on.into()]);
                let finding = Finding::answer(says, Answer::Yes);
                Found { status: DutyStatus::Met, day: Some(asked.in_force_from), finding }
            }
            None => {
                let says = say::COMMIT_TO.with([document, asked.version.into()]);
                let since = asked.in_force_from.max(occasion.since);
                occasion.waits(rule, since, Finding::answer(says, Answer::No))
            }
        }
    };
    asked.into_iter().map(found).collect()
}

/// Whether an organization has the representatives that its class needs.
fn representative(occasion: &Occasion<'_>, rule: &DutyRule) -> Option<Found> {
    let party = occasion.state.party(occasion.held.party).filter(|party| !party.is_person())?;
    let needed = occasion.rulebook.representatives(occasion.class)?.rule.at_least;
    let on = |day: Date| party.representations().iter().filter(move |one| one.is_on(day));
    let count = u32::try_from(on(occasion.day).count()).unwrap_or(u32::MAX);
    let official = on(occasion.day).find(|one| !one.is_alternate);
    if let Some(official) = official.filter(|_| needed <= count) {
        let says =
            say::REPRESENTS_SINCE.with([official.person.into(), party.id.into(), official.from.into()]);
        let finding = Finding::answer(says, Answer::Yes);
        return Some(Found { status: DutyStatus::Met, day: Some(official.from), finding });
    }
    // Asked anew from the day after the last who was there.
    let ended =
        party.representations().iter().filter_map(|one| one.until).filter(|until| *until < occasion.day);
    let since = ended.max().map_or(occasion.since, |until| until.saturating_add(1.day()).max(occasion.since));
    let says = say::REPRESENTATIVES_ARE_MISSING.with([party.id.into(), count.into(), needed.into()]);
    let remedy = say::NAME_A_REPRESENTATIVE.with([party.id.into()]);
    Some(occasion.waits(rule, since, Finding::answer(says, Answer::No).missing(remedy)))
}

/// Each channel of the class of which a link was set; of one without a link nobody is asked.
fn channels(occasion: &Occasion<'_>, rule: &DutyRule) -> Vec<Found> {
    let mut all = Vec::new();
    let known = occasion.rulebook.channels(occasion.class);
    for channel in known.into_iter().flat_map(|known| &known.rule.channels) {
        let set = occasion.state.channel(&channel.id).and_then(|channel| channel.links.first());
        let Some((opened, _)) = set.filter(|(on, _)| *on <= occasion.day) else { continue };
        let named = Argument::Named(channel.id.clone());
        let tick = occasion.kept.and_then(|kept| kept.tick(&channel.id, occasion.day));
        all.push(match tick {
            Some(tick) if tick.joined => {
                let says = say::JOINED_CHANNEL.with([named, tick.on.into()]);
                let finding = Finding::answer(says, Answer::Yes);
                Found { status: DutyStatus::Met, day: Some(tick.on), finding }
            }
            _ => {
                let left = tick.map_or(occasion.since, |tick| tick.on);
                let since = occasion.since.max(*opened).max(left);
                let says = say::JOIN_CHANNEL.with([named]);
                occasion.waits(rule, since, Finding::answer(says, Answer::No))
            }
        });
    }
    all
}
