//! How a sheet is to be read: which column is about what, and what whoever brings it said besides.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rochdale_core::values::Slug;

use crate::{DayOrder, Field, Sheet};

/// What is done with a row whose person or organization is likely in the register, or in the list, already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum OnTwin {
    /// The row is left out.
    #[default]
    LeaveOut,
    /// It is the one that is there: what the row says of a membership and a representative is entered
    /// for them, where it is not so already. Their own details stay as they are.
    Same,
    /// It is somebody else, who is entered too.
    Another,
}

impl OnTwin {
    /// All of them, in the order in which they are offered.
    pub const ALL: [OnTwin; 3] = [OnTwin::LeaveOut, OnTwin::Same, OnTwin::Another];

    /// Its name.
    pub fn id(self) -> &'static str {
        match self {
            OnTwin::LeaveOut => "leave-out",
            OnTwin::Same => "same",
            OnTwin::Another => "another",
        }
    }

    /// The one of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// How a sheet is to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matching {
    /// What each column is about; `None` for those that are left out.
    pub columns: Vec<Option<Field>>,
    /// What a value in the column of classes means, by the value as it is compared.
    pub classes: BTreeMap<String, Slug>,
    /// The class of rows that name none.
    pub class: Option<Slug>,
    /// The first day of membership of rows that name none.
    pub since: Option<Date>,
    /// On the strength of what, for rows that do not say.
    pub basis: String,
    /// Which number of a day comes first, where that is not plain.
    pub day_order: Option<DayOrder>,
    /// What is done with twins.
    pub on_twins: OnTwin,
    /// What is done with the twin of a row, where that is something else.
    pub rows: BTreeMap<u32, OnTwin>,
}

impl Matching {
    /// What the headings of a sheet say. `basis` is said of every membership.
    pub fn guessed(sheet: &Sheet, basis: impl Into<String>) -> Self {
        Self { columns: Field::of_headings(&sheet.headings), basis: basis.into(), ..Self::default() }
    }

    /// The column that is about something, if one is.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|one| *one == Some(field))
    }

    /// What is done with the twin of a row.
    pub(crate) fn on_twin(&self, row: u32) -> OnTwin {
        self.rows.get(&row).copied().unwrap_or(self.on_twins)
    }
}
