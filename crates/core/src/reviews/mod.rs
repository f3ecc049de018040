//! Reviews: who guides whom, what others and the guide wrote, and what the assembly confirmed. What is written
//! stands beside the register, for its readers only; when a review falls due is computed, never kept.

mod apply;
pub(crate) mod decide;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

pub(crate) use apply::apply;

use crate::{
    command::Effect,
    finding::{Answer, Finding, Value},
    membership::{Membership, ReviewDue, Right, classes_of, has_right, reviews_due},
    messages as say,
    rulebook::{EffectKind, Matter, Rulebook, Ruled},
    standing::{DutyStatus, Found},
    state::State,
    values::{MembershipId, PartyId, ProposalId, Slug, WordsId},
};

/// What was named, written and confirmed about the reviews of one membership.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviews {
    /// Who guides the membership, from which day on, in the order of days.
    pub guides: Vec<(Date, PartyId)>,
    /// What others wrote, in order.
    pub feedback: Vec<Feedback>,
    /// The reviews that were written, in order; of those with one number the last stands.
    pub written: Vec<Written>,
}

/// The open proposal to confirm a review of a membership, if there is one.
pub fn being_confirmed(state: &State, membership: MembershipId, review: u32) -> Option<ProposalId> {
    let confirming = Effect::ConfirmReview { membership, review };
    state.open_proposals().find(|known| known.draft.effect == confirming).map(|known| known.id)
}

/// What a member wrote towards a review of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// Which review.
    pub review: u32,
    /// Who wrote it.
    pub by: PartyId,
    /// When.
    pub at: Timestamp,
    /// The words; they are gone once whoever is reviewed is erased.
    pub words: WordsId,
}

/// A review as its guide wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Which review.
    pub review: u32,
    /// Who wrote it.
    pub by: PartyId,
    /// The day on which they did.
    pub on: Date,
    /// The words; they are gone once whoever is reviewed is erased.
    pub words: WordsId,
    /// The day on which the assembly confirmed it, and the proposal.
    pub confirmed: Option<(Date, ProposalId)>,
}

impl Reviews {
    /// The review with this number, of a membership that entered its class on `since`.
    pub fn written(&self, number: u32, since: Date) -> Option<&Written> {
        self.written.iter().rev().find(|one| one.review == number && since <= one.on)
    }
}

/// Who guides a membership on a day: whoever was named last, as long as they are in the class that the
/// rulebook asks for.
pub fn guide_on(state: &State, rulebook: &Rulebook, held: &Membership, day: Date) -> Option<PartyId> {
    let (since, class) = held.class_on(day)?;
    let led_by = rulebook.review(class)?.rule.led_by.as_ref()?;
    let named = state.reviews(held.id)?.guides.iter().rev().find(|(from, _)| *from <= day)?;
    let leads = since <= named.0 && classes_of(state, named.1, day).any(|class| class == led_by);
    leads.then_some(named.1)
}

/// Whether somebody writes reviews of a membership, by the class that it is in on a day.
pub fn is_reviewed(rulebook: &Rulebook, held: &Membership, day: Date) -> bool {
    let class = held.class_on(day).filter(|_| held.is_current_on(day)).map(|(_, class)| class);
    class.and_then(|class| rulebook.review(class)).is_some_and(|review| review.rule.led_by.is_some())
}

/// The kind of matter by which the assembly confirms the reviews of a class; `None` where it does not.
pub fn confirmed_by<'a>(rulebook: &'a Rulebook, reviewed: &Slug) -> Option<Ruled<'a, Matter>> {
    rulebook.matters().find(
        |matter| matches!(&matter.rule.effect, EffectKind::ConfirmReview { class } if class == reviewed),
    )
}

/// Whether a person is among those who confirm the reviews of a class on a day.
pub fn confirms(state: &State, rulebook: &Rulebook, reviewed: &Slug, person: PartyId, day: Date) -> bool {
    confirmed_by(rulebook, reviewed)
        .is_some_and(|matter| has_right(state, person, Right::Vote, Some(&matter.rule.group), day))
}

/// Whether a person may read what was written in the reviews of a membership: whoever is reviewed, whoever
/// guides them, and those who confirm.
pub fn reads(state: &State, held: &Membership, person: PartyId, day: Date) -> bool {
    let Some(rulebook) = state.rulebook_on(day) else { return false };
    let is_theirs = state.party(held.party).is_some_and(|party| party.is_acted_for_by(person, day));
    is_theirs
        || guide_on(state, &rulebook, held, day) == Some(person)
        || held.latest_class().is_some_and(|(_, class)| confirms(state, &rulebook, class, person, day))
}

/// The reviews of a current membership, through the first that falls due on `day` or later.
pub fn reviews_on<'a>(rulebook: &'a Rulebook, held: &Membership, day: Date) -> Vec<ReviewDue<'a>> {
    let Some((since, class)) = held.class_on(day).filter(|_| held.is_current_on(day)) else {
        return Vec::new();
    };
    let mut due = reviews_due(rulebook, held, since, class, day);
    let through = due.iter().position(|review| day <= review.due).map_or(due.len(), |place| place + 1);
    due.truncate(through);
    due
}

/// How a review of a membership stands on a day. It is met once it is written and, where the assembly
/// confirms it, confirmed.
pub fn status(
    state: &State,
    rulebook: &Rulebook,
    held: &Membership,
    review: &ReviewDue<'_>,
    day: Date,
) -> DutyStatus {
    let done = held.class_on(day).and_then(|(since, class)| {
        let written = state.reviews(held.id)?.written(review.number, since)?;
        match confirmed_by(rulebook, class) {
            Some(_) => written.confirmed.map(|(on, _)| on),
            None => Some(written.on),
        }
    });
    match done {
        Some(on) if on <= day => DutyStatus::Met,
        _ if review.due < day => DutyStatus::Late,
        _ if review.due == day => DutyStatus::Due,
        _ => DutyStatus::Coming,
    }
}

/// Whether a review with this status that falls due on a day is still to be done. Of what fell due before
/// the register began nobody could have written in it, so it is not asked.
pub fn is_asked(state: &State, status: DutyStatus, due: Date) -> bool {
    let began = state.founded_at().map_or(Date::MIN, |at| state.date_of(at));
    match status {
        DutyStatus::Met | DutyStatus::Waived | DutyStatus::NotYetKnown => false,
        DutyStatus::Late => began <= due,
        DutyStatus::Due | DutyStatus::Coming => true,
    }
}

/// The reviews that the bylaws ask for of a membership as of a day, each with how it stands: those that are
/// late, the next one, and the last that is met.
pub(crate) fn duties(state: &State, rulebook: &Rulebook, held: &Membership, day: Date) -> Vec<Found> {
    let mut asked = Vec::new();
    let mut last_met = None;
    for review in reviews_on(rulebook, held, day) {
        let status = status(state, rulebook, held, &review, day);
        let found = Found {
            status,
            day: Some(review.due),
            finding: finding(state, rulebook, held, &review, status, day),
        };
        match status {
            DutyStatus::Met => last_met = Some(found),
            _ if is_asked(state, status, review.due) => asked.push(found),
            _ => {}
        }
    }
    asked.extend(last_met);
    asked
}

/// The reviews that a party has to write as of a day, of those whom they guide: those that are late, the next one, and
/// the last that is written.
pub(crate) fn duties_of_guide(
    state: &State,
    rulebook: &Rulebook,
    held: &Membership,
    day: Date,
) -> Vec<Found> {
    let guided = state.reviewed().filter_map(|id| state.membership(id));
    let guided = guided.filter(|one| guide_on(state, rulebook, one, day) == Some(held.party));
    guided.flat_map(|one| to_write(state, rulebook, one, day)).collect()
}

/// The reviews of one membership, by whether they are written.
fn to_write(state: &State, rulebook: &Rulebook, guided: &Membership, day: Date) -> Vec<Found> {
    let since = guided.class_on(day).map_or(Date::MIN, |(since, _)| since);
    let mut asked = Vec::new();
    let mut last_met = None;
    for review in reviews_on(rulebook, guided, day) {
        let written = state.reviews(guided.id).and_then(|all| all.written(review.number, since));
        let is_written = written.is_some_and(|written| written.on <= day);
        let status = match (is_written, review.due.cmp(&day)) {
            (true, _) => DutyStatus::Met,
            (false, std::cmp::Ordering::Less) => DutyStatus::Late,
            (false, std::cmp::Ordering::Equal) => DutyStatus::Due,
            (false, std::cmp::Ordering::Greater) => DutyStatus::Coming,
        };
        let key = if is_written { &say::WROTE_REVIEW_OF } else { &say::WRITE_REVIEW_OF };
        let says = key.with([guided.id.into(), review.due.into()]);
        let answer = if is_written { Answer::Yes } else { Answer::No };
        let finding = Finding::answer(says, answer);
        let found = Found { status, day: Some(review.due), finding };
        match status {
            DutyStatus::Met => last_met = Some(found),
            _ if is_asked(state, status, review.due) => asked.push(found),
            _ => {}
        }
    }
    asked.extend(last_met);
    asked
}

fn finding(
    state: &State,
    rulebook: &Rulebook,
    held: &Membership,
    review: &ReviewDue<'_>,
    status: DutyStatus,
    day: Date,
) -> Finding {
    let says = match status {
        DutyStatus::Due | DutyStatus::Coming => say::REVIEW_FALLS_DUE.with([review.due.into()]),
        _ => say::REVIEW_FELL_DUE.with([review.due.into()]),
    };
    let mut of = Vec::new();
    if review.rule.rule.led_by.is_some() {
        of.push(match guide_on(state, rulebook, held, day) {
            Some(guide) => {
                Finding::answer(say::IS_GUIDED_BY.with([held.id.into(), guide.into()]), Answer::Yes)
            }
            None => Finding::answer(say::HAS_NO_GUIDE.with([held.id.into()]), Answer::No),
        });
        of.push(written_finding(state, held, review, day));
    }
    Finding::new(says, Value::Date(review.due)).of(of).citing(review.rule.cite)
}

/// Whether a review was written and confirmed by a day.
fn written_finding(state: &State, held: &Membership, review: &ReviewDue<'_>, day: Date) -> Finding {
    let since = held.class_on(day).map_or(Date::MIN, |(since, _)| since);
    let written = state.reviews(held.id).and_then(|all| all.written(review.number, since));
    match written.filter(|written| written.on <= day) {
        None => Finding::answer(say::REVIEW_IS_NOT_WRITTEN.with([]), Answer::No),
        Some(Written { confirmed: Some((on, proposal)), .. }) if *on <= day => {
            Finding::answer(say::REVIEW_IS_CONFIRMED.with([(*on).into(), (*proposal).into()]), Answer::Yes)
        }
        Some(written) => Finding::answer(say::REVIEW_IS_WRITTEN.with([written.on.into()]), Answer::Yes),
    }
}
