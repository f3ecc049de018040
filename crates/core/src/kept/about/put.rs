//! How something that is kept is put down: with its readers and its time.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date};

use super::super::{Kept, KeptGroup, Said, Stands, details_end};
use crate::{
    command::By,
    membership::{Party, Right, month_of_membership, rule_for},
    message::{Argument, Key, Message},
    messages as say,
    offices::Power,
    rulebook::{Citation, Retained, Rulebook},
    sight::Viewer,
    state::State,
    values::{Minor, PartyId, Slug, WordsId},
};

/// What is put down about one person.
pub(super) struct Account<'a> {
    pub state: &'a State,
    pub rulebook: &'a Rulebook,
    pub party: &'a Party,
    pub person: PartyId,
    pub viewer: Viewer,
    pub now: Timestamp,
    pub day: Date,
    pub kept: Vec<Kept>,
}

/// Until when something is kept.
#[derive(Clone, Copy)]
pub(super) enum Until {
    /// For good.
    ForGood,
    /// Until the person is erased.
    Erased,
    /// Until somebody else is erased.
    AnotherErased,
    /// Until the months of a rule are over, which began to run on a day; without a rule, until the person is erased.
    Months(Retained, Date),
    /// Until the months of a rule are over, which have not begun to run.
    MonthsAfter(Retained, &'static Key),
}

/// Who sees something.
pub(super) enum Readers {
    /// Whoever has a right.
    Having(Right),
    /// Named readers, by the clause that makes them so.
    These(&'static Key, Option<Arc<Citation>>),
}

impl<'a> Account<'a> {
    pub(super) fn new(state: &'a State, rulebook: &'a Rulebook, party: &'a Party, now: Timestamp) -> Self {
        Self {
            state,
            rulebook,
            party,
            person: party.id,
            viewer: Viewer::Party(party.id),
            now,
            day: state.date_of(now),
            kept: Vec::new(),
        }
    }

    /// Puts down what stands in the book.
    pub(super) fn book(
        &mut self,
        group: KeptGroup,
        what: Message,
        at: impl Into<Option<Timestamp>>,
        readers: Readers,
    ) -> &mut Kept {
        self.put(group, what, Stands::Book, at.into(), readers, Until::ForGood)
    }

    /// Puts down what stands beside the book.
    pub(super) fn beside(
        &mut self,
        group: KeptGroup,
        what: Message,
        at: impl Into<Option<Timestamp>>,
        readers: Readers,
        until: Until,
    ) -> &mut Kept {
        self.put(group, what, Stands::Beside, at.into(), readers, until)
    }

    /// Puts down words beside the book, with what they say if the person may read it.
    pub(super) fn words(
        &mut self,
        (group, what, at): (KeptGroup, Message, Option<Timestamp>),
        words: WordsId,
        reads: bool,
        readers: Readers,
        until: Until,
    ) {
        // Words that are erased are kept no longer; what the book has of them is told elsewhere.
        let Some((_, said)) = self.state.words.get(&words) else { return };
        let texts = said.texts.iter().map(|(subject, text)| (subject.clone(), text.clone()));
        let texts: Vec<(Slug, String)> = texts.filter(|_| reads).collect();
        let kept = self.beside(group, what, at, readers, until);
        (kept.texts, kept.words) = (texts, Some(words));
    }

    fn put(
        &mut self,
        group: KeptGroup,
        what: Message,
        stands: Stands,
        at: Option<Timestamp>,
        readers: Readers,
        until: Until,
    ) -> &mut Kept {
        let seen_by = match readers {
            Readers::Having(right) => Said {
                says: say::SEEN_BY_RIGHT.with([right.into()]),
                cites: Some(rule_for(self.rulebook, right, None)),
            },
            Readers::These(key, cites) => Said { says: key.with([]), cites },
        };
        let (until, until_day) = self.until(until);
        let (texts, words) = (Vec::new(), None);
        self.kept.push(Kept { group, what, texts, words, stands, seen_by, until, until_day, at });
        let last = self.kept.len() - 1;
        &mut self.kept[last]
    }

    fn until(&self, until: Until) -> (Said, Option<Date>) {
        let plain = |key: &'static Key| (Said { says: key.with([]), cites: None }, None);
        let rule_of = |what| self.rulebook.retention(what);
        match until {
            Until::ForGood => plain(&say::KEPT_FOR_GOOD),
            Until::AnotherErased => plain(&say::KEPT_WITH_ANOTHER),
            Until::Erased => match rule_of(Retained::Details) {
                None => plain(&say::KEPT_UNTIL_ERASED),
                Some(rule) => {
                    let day = details_end(self.state, self.rulebook, self.party);
                    let says = match day {
                        Some(day) => say::KEPT_UNTIL_DAY.with([day.into()]),
                        None => say::KEPT_UNTIL_MONTHS_AFTER.with([rule.rule.months.into()]),
                    };
                    (Said { says, cites: Some(Arc::clone(rule.cite)) }, day)
                }
            },
            Until::Months(what, from) => match rule_of(what) {
                None => self.until(Until::Erased),
                Some(rule) => {
                    let day = month_of_membership(from, rule.rule.months);
                    let says = say::KEPT_UNTIL_DAY.with([day.into()]);
                    (Said { says, cites: Some(Arc::clone(rule.cite)) }, Some(day))
                }
            },
            Until::MonthsAfter(what, key) => match rule_of(what) {
                None => self.until(Until::Erased),
                Some(rule) => {
                    let says = key.with([rule.rule.months.into()]);
                    (Said { says, cites: Some(Arc::clone(rule.cite)) }, None)
                }
            },
        }
    }

    /// The readers that an office's power makes, by its clause.
    pub(super) fn by_power(&self, key: &'static Key, power: Power) -> Readers {
        let office = self.rulebook.offices().find(|office| office.rule.powers.contains(&power));
        Readers::These(key, office.map(|office| Arc::clone(office.cite)))
    }

    /// Whether it was this person who asked.
    pub(super) fn is_me(&self, by: By) -> bool {
        by == By::Party(self.person)
    }

    /// An amount in the co-op's currency, to say.
    pub(super) fn money(&self, amount: Minor) -> Argument {
        Argument::Money(amount, self.rulebook.front.currency.as_str().into())
    }
}
