//! The asset register: what the co-op has, who has it, since when and until when, and what became of it. Each
//! thing that happens to an asset has its day, so that the register answers for any past day.

mod apply;
pub(crate) mod decide;
mod sight;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub(crate) use apply::apply;
pub use sight::{assets_for, is_seen, keeps, must_see_register, reads_damage};

use crate::{
    command::By,
    state::State,
    values::{AssetId, PartyId, Slug, WordsId},
};

/// Something that the co-op has, with everything that happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asset {
    /// Its number in the register.
    pub id: AssetId,
    /// Of which kind, as the rulebook calls it.
    pub kind: Slug,
    /// What people call it.
    pub name: String,
    /// The number that stands on it; empty where none does.
    pub label: String,
    /// The first day on which the co-op had it.
    pub since: Date,
    /// Where it is kept, from which day on, in the order of days; never empty.
    pub places: Vec<(Date, String)>,
    /// The loans, in order.
    pub loans: Vec<Loan>,
    /// The damage that was reported, in order.
    pub damages: Vec<Damage>,
    /// When it was lost, in order.
    pub losses: Vec<Loss>,
    /// The day from which it is the co-op's no longer, and on the strength of what.
    pub retired: Option<(Date, String)>,
}

/// That somebody had an asset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loan {
    /// Who borrowed it.
    pub to: PartyId,
    /// The day on which they took it.
    pub from: Date,
    /// The last day for bringing it back.
    pub due: Date,
    /// The day on which it came back or was lost.
    pub ended: Option<Date>,
}

/// Damage to an asset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Damage {
    /// Who reported it.
    pub by: By,
    /// Whose the words are: whoever had the asset then, else whoever reported it.
    pub of: PartyId,
    /// The day on which it was seen.
    pub on: Date,
    /// What was reported; gone once they are erased.
    pub words: WordsId,
    /// The day on which it was settled, and what was decided.
    pub settled: Option<(Date, WordsId)>,
}

/// That an asset was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loss {
    /// Who reported it.
    pub by: By,
    /// Whose the words are: whoever had the asset then, else whoever reported it.
    pub of: PartyId,
    /// The day on which it was missed.
    pub on: Date,
    /// What was reported; gone once they are erased.
    pub words: WordsId,
    /// The day on which it was found again.
    pub found: Option<Date>,
}

/// How an asset stands at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Where it is kept, for whoever may borrow it.
    InStore,
    /// With somebody, until a day.
    Lent(Loan),
    /// Where it is kept, with damage that waits to be settled.
    Damaged,
    /// Nobody knows where.
    Lost,
    /// The co-op has it no longer.
    Retired,
}

impl Standing {
    /// Its name in the interface.
    pub fn id(self) -> &'static str {
        match self {
            Standing::InStore => "in_store",
            Standing::Lent(_) => "lent",
            Standing::Damaged => "damaged",
            Standing::Lost => "lost",
            Standing::Retired => "retired",
        }
    }
}

impl Loan {
    /// Whether it runs at the end of a day.
    pub fn is_on(&self, day: Date) -> bool {
        self.from <= day && self.ended.is_none_or(|ended| day < ended)
    }

    /// Whether what was borrowed should be back, and is not.
    pub fn is_overdue_on(&self, day: Date) -> bool {
        self.is_on(day) && self.due < day
    }
}

impl Asset {
    /// How it stands at the end of a day; `None` before the co-op had it.
    pub fn standing_on(&self, day: Date) -> Option<Standing> {
        if day < self.since {
            return None;
        }
        let is_retired = self.retired.as_ref().is_some_and(|(on, _)| *on <= day);
        let is_lost =
            self.losses.iter().any(|loss| loss.on <= day && loss.found.is_none_or(|found| day < found));
        Some(if is_retired {
            Standing::Retired
        } else if is_lost {
            Standing::Lost
        } else if let Some(loan) = self.loan_on(day) {
            Standing::Lent(*loan)
        } else if self.damage_on(day).is_some() {
            Standing::Damaged
        } else {
            Standing::InStore
        })
    }

    /// The loan that runs at the end of a day.
    pub fn loan_on(&self, day: Date) -> Option<&Loan> {
        self.loans.iter().rev().find(|loan| loan.is_on(day))
    }

    /// The loan that has not ended, of whichever day.
    pub(crate) fn open_loan(&self) -> Option<&Loan> {
        self.loans.last().filter(|loan| loan.ended.is_none())
    }

    /// The first damage that waits to be settled at the end of a day.
    pub fn damage_on(&self, day: Date) -> Option<&Damage> {
        self.damages
            .iter()
            .find(|damage| damage.on <= day && damage.settled.is_none_or(|(settled, _)| day < settled))
    }

    /// Where it is kept on a day; where it was kept first, for the days before.
    pub fn place_on(&self, day: Date) -> &str {
        let found = self.places.iter().rev().find(|(from, _)| *from <= day).or(self.places.first());
        found.map_or("", |(_, place)| place)
    }

    /// The last day on which something happened to it: nothing is recorded for a day before.
    pub fn last_day(&self) -> Date {
        let places = self.places.iter().map(|(from, _)| *from);
        let loans = self.loans.iter().flat_map(|loan| [Some(loan.from), loan.ended]);
        let damages =
            self.damages.iter().flat_map(|damage| [Some(damage.on), damage.settled.map(|(on, _)| on)]);
        let losses = self.losses.iter().flat_map(|loss| [Some(loss.on), loss.found]);
        let retired = self.retired.as_ref().map(|(on, _)| *on);
        let rest = loans.chain(damages).chain(losses).flatten();
        rest.chain(places).chain(retired).max().unwrap_or(self.since)
    }
}

/// The loans that run on a day, the first due first.
pub fn loans_on(state: &State, day: Date) -> Vec<(&Asset, &Loan)> {
    let mut loans: Vec<(&Asset, &Loan)> =
        state.assets().filter_map(|asset| Some((&**asset, asset.loan_on(day)?))).collect();
    loans.sort_by_key(|(asset, loan)| (loan.due, asset.id));
    loans
}
