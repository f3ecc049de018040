//! Until when things are kept: the months that the bylaws set, and what is kept no longer.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};

use super::tied::{left_on, membership_on, ties};
use crate::{
    applicants::{Applicant, ApplicantStage},
    fact::Fact,
    membership::{Party, month_of_membership},
    rulebook::{Retained, Retention, Rulebook, Ruled},
    sight::Viewer,
    state::State,
    values::{PartyId, WordsId},
};

/// What is to be erased, and on which day that begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Overdue {
    /// The first day.
    pub day: Date,
    /// What.
    pub what: Erased,
}

/// What an erasure takes away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Erased {
    /// A person, with everything that goes with them.
    Person(PartyId),
    /// Words of a party.
    Words(PartyId, Vec<WordsId>),
}

impl Erased {
    /// The fact that it comes to.
    pub(crate) fn fact(self) -> Fact {
        match self {
            Erased::Person(party) => Fact::PersonErased { party },
            Erased::Words(party, words) => Fact::WordsErased { party, words },
        }
    }
}

/// What is kept for so long under a rule, each with the first day on which it is kept no longer. What something
/// that is open still holds back is not among it, unless time alone brings that to its end.
pub(crate) fn ends(state: &State, rulebook: &Rulebook, what: Retained) -> Vec<Overdue> {
    let Some(rule) = rulebook.retention(what) else { return Vec::new() };
    match what {
        Retained::Details => details(state, rulebook, rule),
        Retained::Applicants => applicants(state, rulebook, rule),
        Retained::Cases => cases(state, rule),
        Retained::Reviews => reviews(state, rule),
        // It stands in no state: whoever keeps the outbox asks `mail_before`.
        Retained::Mail => Vec::new(),
    }
}

/// The first day on which the details of somebody who left are erased by themselves; `None` where nothing says
/// so, or they have not left.
pub fn details_end(state: &State, rulebook: &Rulebook, party: &Party) -> Option<Date> {
    let rule = rulebook.retention(Retained::Details)?;
    Some(month_of_membership(left_on(state, party)?, rule.months))
}

/// The first day on which the details of somebody who left may be erased at all, if that is set.
pub(super) fn details_may_end(
    state: &State,
    rulebook: &Rulebook,
    party: &Party,
) -> Option<(Date, Date, u32)> {
    let rule = rulebook.retention(Retained::Details).filter(|rule| rule.months_min != 0)?;
    let left = left_on(state, party)?;
    Some((month_of_membership(left, rule.months_min), left, rule.months_min))
}

/// The first day from `day` on on which nothing ties a person to the co-op any longer, if time alone brings it.
fn untied_from(state: &State, rulebook: &Rulebook, party: &Party, mut day: Date) -> Option<Date> {
    loop {
        if membership_on(state, party, day).is_some() {
            return None;
        }
        let ties = ties(state, rulebook, party, Viewer::Public, day);
        let Some(longest) = ties.iter().map(|tie| tie.until).max_by_key(|until| until.unwrap_or(Date::MAX))
        else {
            return Some(day);
        };
        day = longest.filter(|until| day < *until)?;
    }
}

fn details(state: &State, rulebook: &Rulebook, rule: Ruled<'_, Retention>) -> Vec<Overdue> {
    let people = state.parted.keys().filter_map(|id| state.party(*id)).filter(|party| party.name().is_some());
    people
        .filter_map(|party| {
            let day = month_of_membership(left_on(state, party)?, rule.months);
            let day = untied_from(state, rulebook, party, day)?;
            Some(Overdue { day, what: Erased::Person(party.id) })
        })
        .collect()
}

/// Whoever never was anything else than an applicant is erased; of others, what they sent.
fn applicants(state: &State, rulebook: &Rulebook, rule: Ruled<'_, Retention>) -> Vec<Overdue> {
    let closed = |applicant: &&Applicant| {
        matches!(applicant.stage.0, ApplicantStage::Declined | ApplicantStage::Withdrawn)
    };
    let mut found = Vec::new();
    for applicant in state.applicants().map(|applicant| &**applicant).filter(closed) {
        let day = month_of_membership(state.date_of(applicant.stage.1), rule.months);
        let who = applicant.invited.map_or(applicant.party, |invited| invited.person);
        let is_only_that = state.party(who).is_some_and(|party| {
            let has_details = party.name().is_some() || applicant.said(state).is_some();
            has_details
                && party.memberships.is_empty()
                && party.represents.is_empty()
                && ties(state, rulebook, party, Viewer::Public, day).is_empty()
                && !asks_again(state, applicant, who)
        });
        if is_only_that {
            found.push(Overdue { day, what: Erased::Person(who) });
            continue;
        }
        let words = applicant.happenings.iter().filter_map(|one| one.words).chain([applicant.words]);
        found.extend(of_words(state, words).map(|what| Overdue { day, what }));
    }
    // Whoever asked twice is erased once, when the last of it is over.
    let last_of = |who: &Erased| found.iter().filter(|one| one.what == *who).map(|one| one.day).max();
    let mut once: Vec<Overdue> = Vec::new();
    for one in &found {
        let is_known = once.iter().any(|known| known.what == one.what);
        if !is_known {
            once.push(Overdue { day: last_of(&one.what).unwrap_or(one.day), what: one.what.clone() });
        }
    }
    once
}

/// Whether whoever applied is among applicants in another way that has not come to nothing.
fn asks_again(state: &State, applicant: &Applicant, who: PartyId) -> bool {
    state.applicants().any(|other| {
        other.id != applicant.id
            && other.is_of(who)
            && (other.stage.0.is_open() || other.stage.0 == ApplicantStage::Admitted)
    })
}

fn cases(state: &State, rule: Ruled<'_, Retention>) -> Vec<Overdue> {
    let closed = state.cases().filter_map(|case| Some((case, case.closed.as_ref()?.0)));
    closed
        .flat_map(|(case, at)| {
            let day = month_of_membership(state.date_of(at), rule.months);
            let words: Vec<_> = of_words(state, case.entries.iter().map(|entry| entry.words)).collect();
            words.into_iter().map(move |what| Overdue { day, what })
        })
        .collect()
}

fn reviews(state: &State, rule: Ruled<'_, Retention>) -> Vec<Overdue> {
    let mut found = Vec::new();
    for id in state.reviewed() {
        let Some(reviews) = state.reviews(id) else { continue };
        let written = reviews.written.iter().map(|one| (one.on, one.words));
        let feedback = reviews.feedback.iter().map(|one| (state.date_of(one.at), one.words));
        for (on, words) in written.chain(feedback) {
            let day = month_of_membership(on, rule.months);
            found.extend(of_words(state, [words]).map(|what| Overdue { day, what }));
        }
    }
    found
}

/// Those words that are not erased, by whose they are.
fn of_words(state: &State, words: impl IntoIterator<Item = WordsId>) -> impl Iterator<Item = Erased> {
    let mut by_party: BTreeMap<PartyId, Vec<WordsId>> = BTreeMap::new();
    for id in words {
        if let Some((party, _)) = state.words.get(&id) {
            by_party.entry(*party).or_default().push(id);
        }
    }
    by_party.into_iter().map(|(party, words)| Erased::Words(party, words))
}

/// Before which instant mail was queued that is kept no longer; `None` where the bylaws do not say.
pub fn mail_before(state: &State, now: Timestamp) -> Option<Timestamp> {
    let rulebook = state.rulebook_at(now)?;
    let rule = rulebook.retention(Retained::Mail)?;
    // The latest day whose mail has been kept for so many months: months end where the calendar says.
    let mut day = state.date_of(now).saturating_sub(jiff::Span::new().months(i64::from(rule.months)));
    while state.date_of(now) < month_of_membership(day, rule.months) {
        day = day.yesterday().ok()?;
    }
    day.tomorrow().ok()?.to_zoned(state.time_zone()).ok().map(|zoned| zoned.timestamp())
}
