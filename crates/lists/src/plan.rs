//! What would come of a list, row by row. Nothing of it is so before it is entered.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rochdale_core::{
    decide::Denied,
    message::Message,
    personal::Personal,
    state::State,
    values::{PartyId, RequestId, Slug},
};

use crate::{
    Counts, Field, ListKey, Matching, Sheet, Wanted, fold::folded, meaning::class_of, wanted::Reading,
};

/// Something that is asked of whoever brings a list, because nobody else can know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// No column is about the names.
    NoNames,
    /// Several columns are about the same.
    Twice(Field),
    /// Which number of a day comes first, with a day of the list that could be two.
    DayOrder {
        /// Its row.
        row: u32,
        /// Its column.
        column: usize,
        /// What stands there.
        text: String,
        /// What it is where the day comes first.
        day_first: Date,
        /// What it is where the month does.
        month_first: Date,
    },
}

/// Something that is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// A cell, or the lack of one.
    Cell {
        /// The column, where there is one.
        column: Option<usize>,
        /// What is wrong.
        says: Message,
        /// What mends it.
        mend: Message,
    },
    /// What it asks for is refused, or makes no sense to the book.
    Denied(Denied),
}

impl Wrong {
    pub(crate) fn cell(column: Option<usize>, says: Message, mend: Message) -> Self {
        Self::Cell { column, says, mend }
    }
}

/// Something that whoever confirms should have seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The column, where it is about one.
    pub column: Option<usize>,
    /// What is to be seen.
    pub says: Message,
}

impl Note {
    pub(crate) fn at(column: Option<usize>, says: Message) -> Self {
        Self { column, says }
    }
}

/// By what two are likely the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sameness {
    /// The address.
    Email,
    /// The name, and the place where both are known.
    NameAndPlace,
}

/// Who a row's person or organization likely is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Twin {
    /// Who.
    pub of: TwinOf,
    /// By what.
    pub by: Sameness,
}

/// Somebody who is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TwinOf {
    /// In the register.
    Party(PartyId),
    /// In an earlier row.
    Row(u32),
}

/// What comes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It is entered.
    Entered(Wanted),
    /// It is left out, because it is there already.
    LeftOut(Wanted),
    /// It is left out, because something is wrong with it.
    Wrong(Vec<Wrong>),
}

/// A row with what comes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The number of the row in the spreadsheet.
    pub row: u32,
    /// What comes of it.
    pub what: What,
    /// Who it likely is.
    pub twin: Option<Twin>,
    /// What there is to say about it.
    pub notes: Vec<Note>,
}

/// A party: one of the register, or the one that comes of a slot of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ref {
    Known(PartyId),
    New(usize),
}

/// Somebody to enter, with the id of the request.
#[derive(Debug, Clone)]
pub(crate) struct Newcomer {
    pub row: u32,
    pub id: RequestId,
    pub entry: Entry,
}

#[derive(Debug, Clone)]
pub(crate) enum Entry {
    Person(Personal),
    Organization { name: String, place: Option<String> },
}

/// A membership to enter.
#[derive(Debug, Clone)]
pub(crate) struct Admission {
    pub row: u32,
    pub of: Ref,
    pub class: Slug,
    pub kind: Option<Slug>,
    pub since: Date,
    pub basis: String,
}

/// A membership of the plan that has ended.
#[derive(Debug, Clone)]
pub(crate) struct End {
    pub row: u32,
    /// The slot of its admission.
    pub admission: usize,
    pub on: Date,
    pub basis: String,
}

/// Somebody to act for an organization.
#[derive(Debug, Clone)]
pub(crate) struct Representing {
    pub row: u32,
    pub organization: Ref,
    pub person: Ref,
    pub from: Date,
}

/// What would come of a list.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What is asked first. While anything is, nothing can be entered.
    pub questions: Vec<Question>,
    /// Every row with what comes of it, in order.
    pub outcomes: Vec<Outcome>,
    /// The values in the column of classes that the bylaws do not know, as they are compared, with how many
    /// rows have each.
    pub unknown_classes: BTreeMap<String, u32>,
    /// From what the ids of its requests are derived.
    pub(crate) key: ListKey,
    pub(crate) newcomers: Vec<Newcomer>,
    pub(crate) admissions: Vec<Admission>,
    pub(crate) representing: Vec<Representing>,
    pub(crate) ends: Vec<End>,
}

/// A row as it was read: what it asks for with what there is to say about it, or what is wrong.
pub(crate) type ReadRow = (u32, Result<(Wanted, Vec<Note>), Vec<Wrong>>);

impl Plan {
    /// The rows of a sheet as `matching` reads them, with what is asked first and the classes that the bylaws
    /// do not know.
    pub(crate) fn read(
        sheet: &Sheet,
        matching: &Matching,
        state: &State,
        today: Date,
    ) -> (Vec<Question>, Vec<ReadRow>, BTreeMap<String, u32>) {
        let mut questions = Vec::new();
        let Some(rulebook) = state.rulebook_on(today) else {
            return (questions, Vec::new(), BTreeMap::new());
        };
        let names = [Field::Name, Field::GivenName, Field::FamilyName];
        if !names.iter().any(|field| matching.column(*field).is_some()) {
            questions.push(Question::NoNames);
        }
        let columns = |field: &Field| matching.columns.iter().flatten().filter(|one| *one == field).count();
        questions.extend(Field::ALL.into_iter().filter(|field| columns(field) > 1).map(Question::Twice));
        let reading = Reading::of(sheet, matching, &rulebook, today, &mut questions);
        let mut unknown = BTreeMap::new();
        if let Some(column) = matching.column(Field::Class) {
            for row in &sheet.rows {
                let value = row.cell(column);
                if !value.is_empty() && class_of(&rulebook, &value).is_none() {
                    *unknown.entry(folded(&value)).or_insert(0) += 1;
                }
            }
        }
        // Without names there is nothing to read yet.
        let rows = if questions.contains(&Question::NoNames) { &[][..] } else { &sheet.rows[..] };
        (questions, rows.iter().map(|row| (row.number, reading.row(row))).collect(), unknown)
    }

    /// Whether there is something to enter, and nothing is asked first.
    pub fn is_ready(&self) -> bool {
        self.questions.is_empty() && self.requests() > 0
    }

    /// How many requests it takes to enter it.
    pub fn requests(&self) -> usize {
        self.newcomers.len() + self.admissions.len() + self.representing.len() + self.ends.len()
    }

    /// What would be entered.
    pub fn counts(&self) -> Counts {
        let people = self.newcomers.iter().filter(|one| matches!(one.entry, Entry::Person(_))).count();
        Counts {
            people,
            organizations: self.newcomers.len() - people,
            memberships: self.admissions.len(),
            representatives: self.representing.len(),
            ends: self.ends.len(),
        }
    }

    /// The rows that are left out because they are there already.
    pub fn left_out(&self) -> impl Iterator<Item = &Outcome> {
        self.outcomes.iter().filter(|outcome| matches!(outcome.what, What::LeftOut(_)))
    }

    /// The rows that something is wrong with.
    pub fn wrong(&self) -> impl Iterator<Item = (&Outcome, &[Wrong])> {
        self.outcomes.iter().filter_map(|outcome| match &outcome.what {
            What::Wrong(wrongs) => Some((outcome, wrongs.as_slice())),
            _ => None,
        })
    }

    /// A short text that tells one plan from another: who confirms one confirms what they saw.
    pub fn digest(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for newcomer in &self.newcomers {
            hasher.update(newcomer.id.0.as_bytes());
        }
        let rest = format!("{:?}{:?}{:?}", self.admissions, self.representing, self.ends);
        hasher.update(rest.as_bytes()).finalize().to_hex()[..16].to_owned()
    }
}
