//! What a row asks for.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rochdale_core::{
    message::Argument,
    personal::is_address,
    rulebook::{ClassOf, Rulebook},
    values::Slug,
};

use crate::{
    DayOrder, DayRead, Field, Matching, Row, Sheet,
    fold::folded,
    meaning::{class_of, is_person, kind_of},
    messages as say,
    plan::{Note, Question, Wrong},
    read_day,
};

/// What a row asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Whether it is a person, or an organization.
    pub is_person: bool,
    /// The name.
    pub name: String,
    /// The address, of a person.
    pub email: Option<String>,
    /// The town or city.
    pub place: Option<String>,
    /// The membership, where the row speaks of one.
    pub membership: Option<WantedMembership>,
    /// Who acts for the organization, where the row says so.
    pub acting: Option<Acting>,
}

/// A membership that a row speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedMembership {
    /// The class.
    pub class: Slug,
    /// The kind within it.
    pub kind: Option<Slug>,
    /// The first day.
    pub since: Date,
    /// The last day, of a past one.
    pub until: Option<Date>,
    /// On the strength of what.
    pub basis: String,
}

/// Somebody who acts for an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acting {
    /// Their name; empty where only the address stands in the row.
    pub name: String,
    /// Their address.
    pub email: Option<String>,
    /// The first day, where the row says it.
    pub from: Option<Date>,
}

/// Reads the rows of a sheet.
pub(crate) struct Reading<'a> {
    sheet: &'a Sheet,
    matching: &'a Matching,
    rulebook: &'a Rulebook,
    today: Date,
    /// Which number of a day comes first, by column, where the column tells.
    orders: BTreeMap<usize, DayOrder>,
}

const DAYS: [Field; 3] = [Field::Since, Field::Until, Field::RepresentativeSince];

/// What is wrong with a row, or what it asks for and what there is to say about that.
type Read = Result<(Wanted, Vec<Note>), Vec<Wrong>>;

impl<'a> Reading<'a> {
    /// Looks at the columns of days as wholes. What they do not tell is a question.
    pub fn of(
        sheet: &'a Sheet,
        matching: &'a Matching,
        rulebook: &'a Rulebook,
        today: Date,
        questions: &mut Vec<Question>,
    ) -> Self {
        let mut reading = Self { sheet, matching, rulebook, today, orders: BTreeMap::new() };
        for column in DAYS.into_iter().filter_map(|field| matching.column(field)) {
            match (matching.day_order, reading.order_in(column)) {
                (Some(order), _) | (None, Ok(Some(order))) => {
                    reading.orders.insert(column, order);
                }
                (None, Ok(None)) => {}
                (None, Err(question)) => questions.push(question),
            }
        }
        reading
    }

    /// The order that every day of a column can be read in; `None` where all read alike in both. Where
    /// nothing tells, or days tell against each other, the first day that could be two.
    fn order_in(&self, column: usize) -> Result<Option<DayOrder>, Question> {
        let (mut told, mut open) = (Vec::new(), None);
        for row in &self.sheet.rows {
            let text = row.cell(column);
            match read_day(&text, self.today) {
                Some(DayRead::Only(order, _)) if !told.contains(&order) => told.push(order),
                Some(DayRead::Either(day_first, month_first)) if open.is_none() => {
                    open = Some(Question::DayOrder { row: row.number, column, text, day_first, month_first });
                }
                _ => {}
            }
        }
        match (told.as_slice(), open) {
            ([order], _) => Ok(Some(*order)),
            (_, Some(open)) => Err(open),
            (_, None) => Ok(None),
        }
    }

    fn cell(&self, row: &Row, field: Field) -> Option<String> {
        self.matching.column(field).map(|column| row.cell(column)).filter(|cell| !cell.is_empty())
    }

    /// What a row asks for; or everything that is wrong with it.
    pub fn row(&self, row: &Row) -> Read {
        let (mut wrongs, mut notes) = (Vec::new(), Vec::new());
        for (column, _) in self.matching.columns.iter().enumerate().filter(|(_, field)| field.is_some()) {
            if row.cell(column).contains('\u{fffd}') {
                wrongs.push(Wrong::cell(Some(column), say::UNREAD.with([]), say::SAY_THE_ENCODING.with([])));
            }
        }
        let name = self.name(row).unwrap_or_else(|| {
            let column =
                self.matching.column(Field::Name).or_else(|| self.matching.column(Field::FamilyName));
            wrongs.push(Wrong::cell(column, say::NAME_IS_MISSING.with([]), say::WRITE_A_NAME.with([])));
            String::new()
        });
        let class = self.class(row, &mut wrongs);
        let is_person = self.is_person(row, class.as_ref().map(|(class, _)| class), &mut wrongs);
        let mut email = self.address(row, Field::Email, &mut wrongs);
        let mut acting = self.acting(row, &mut wrongs);
        if !is_person && let Some(address) = email.take() {
            // A list of organizations has the address of whoever is written to there.
            match acting.as_mut().filter(|acting| acting.email.is_none()) {
                Some(acting) => acting.email = Some(address),
                None => notes
                    .push(Note::at(self.matching.column(Field::Email), say::ADDRESS_IS_LEFT_OUT.with([]))),
            }
        }
        let membership = self.membership(row, class, &mut wrongs);
        if membership.is_none() && self.matching.column(Field::Class).is_some() {
            notes.push(Note::at(None, say::NO_MEMBERSHIP.with([])));
        }
        if !wrongs.is_empty() {
            return Err(wrongs);
        }
        let place = self.cell(row, Field::Place);
        Ok((Wanted { is_person, name, email, place, membership, acting }, notes))
    }

    /// The whole name; of two halves the family name comes first, and without a space, where both are
    /// Chinese.
    fn name(&self, row: &Row) -> Option<String> {
        let halves = (self.cell(row, Field::GivenName), self.cell(row, Field::FamilyName));
        let of_halves = match halves {
            (Some(given), Some(family)) => {
                let is_chinese = |text: &str| {
                    text.chars().all(|one| matches!(one, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}'))
                };
                Some(if is_chinese(&given) && is_chinese(&family) {
                    format!("{family}{given}")
                } else {
                    format!("{given} {family}")
                })
            }
            (one, other) => one.or(other),
        };
        self.cell(row, Field::Name).or(of_halves)
    }

    fn class(&self, row: &Row, wrongs: &mut Vec<Wrong>) -> Option<(Slug, Option<Slug>)> {
        let Some(value) = self.cell(row, Field::Class) else {
            return self.matching.class.clone().map(|class| (class, None));
        };
        let said = self.matching.classes.get(&folded(&value)).map(|class| (class.clone(), None));
        let found = said.or_else(|| class_of(self.rulebook, &value));
        if found.is_none() {
            let classes: Vec<Argument> =
                self.rulebook.classes().map(|class| Argument::Class(class.rule.id.clone())).collect();
            wrongs.push(Wrong::cell(
                self.matching.column(Field::Class),
                say::NO_CLASS.with([value.into()]),
                say::WRITE_A_CLASS.with([classes.into()]),
            ));
        }
        found
    }

    fn is_person(&self, row: &Row, class: Option<&Slug>, wrongs: &mut Vec<Wrong>) -> bool {
        if let Some(value) = self.cell(row, Field::What) {
            return is_person(&value).unwrap_or_else(|| {
                let column = self.matching.column(Field::What);
                wrongs.push(Wrong::cell(
                    column,
                    say::NEITHER.with([value.into()]),
                    say::WRITE_WHICH.with([]),
                ));
                true
            });
        }
        match class.and_then(|class| self.rulebook.class(class)).map(|class| class.rule.of) {
            Some(ClassOf::People) => true,
            Some(ClassOf::Organizations) => false,
            Some(ClassOf::Either) | None => self.cell(row, Field::Representative).is_none(),
        }
    }

    /// An address in any of the forms in which address books write one.
    fn address(&self, row: &Row, field: Field, wrongs: &mut Vec<Wrong>) -> Option<String> {
        let value = self.cell(row, field)?;
        let plain = value.rsplit_once('<').map_or(value.as_str(), |(_, rest)| rest.trim_end_matches('>'));
        let plain = plain.strip_prefix("mailto:").unwrap_or(plain).trim();
        // In a list a dot is missing by mistake; a server without one is nobody's in a co-op.
        let has_dot = plain
            .split_once('@')
            .is_some_and(|(_, host)| host.contains('.') && !host.starts_with('.') && !host.ends_with('.'));
        if has_dot && is_address(plain) {
            return Some(plain.to_owned());
        }
        let column = self.matching.column(field);
        wrongs.push(Wrong::cell(
            column,
            say::NO_ADDRESS.with([value.into()]),
            say::WRITE_AN_ADDRESS.with([]),
        ));
        None
    }

    fn day(&self, row: &Row, field: Field, wrongs: &mut Vec<Wrong>) -> Option<Date> {
        let column = self.matching.column(field)?;
        let value = self.cell(row, field)?;
        match read_day(&value, self.today) {
            Some(DayRead::Day(day)) => Some(day),
            // Without an order there is a question, and nothing is entered before it is answered.
            Some(DayRead::Either(day_first, month_first)) => Some(match self.orders.get(&column) {
                Some(DayOrder::MonthFirst) => month_first,
                Some(DayOrder::DayFirst) | None => day_first,
            }),
            Some(DayRead::Only(order, day))
                if self.orders.get(&column).is_none_or(|known| *known == order) =>
            {
                Some(day)
            }
            Some(DayRead::Only(..)) | None => {
                let mend = say::WRITE_A_DAY.with([self.today.to_string().into()]);
                wrongs.push(Wrong::cell(Some(column), say::NO_DAY.with([value.into()]), mend));
                None
            }
        }
    }

    fn acting(&self, row: &Row, wrongs: &mut Vec<Wrong>) -> Option<Acting> {
        let name = self.cell(row, Field::Representative).unwrap_or_default();
        let email = self.address(row, Field::RepresentativeEmail, wrongs);
        let from = self.day(row, Field::RepresentativeSince, wrongs);
        (!name.is_empty() || email.is_some()).then_some(Acting { name, email, from })
    }

    fn membership(
        &self,
        row: &Row,
        class: Option<(Slug, Option<Slug>)>,
        wrongs: &mut Vec<Wrong>,
    ) -> Option<WantedMembership> {
        let since = self.day(row, Field::Since, wrongs).or(self.matching.since);
        let until = self.day(row, Field::Until, wrongs);
        let (class, kind) = class?;
        let kind = self.kind(row, &class, wrongs).or(kind);
        let Some(since) = since else {
            let is_said = self.cell(row, Field::Since).is_some();
            if !is_said {
                let column = self.matching.column(Field::Since);
                wrongs.push(Wrong::cell(column, say::SINCE_IS_MISSING.with([]), say::WRITE_SINCE.with([])));
            }
            return None;
        };
        let basis = self.cell(row, Field::Basis).unwrap_or_else(|| self.matching.basis.clone());
        Some(WantedMembership { class, kind, since, until, basis })
    }

    fn kind(&self, row: &Row, class: &Slug, wrongs: &mut Vec<Wrong>) -> Option<Slug> {
        let value = self.cell(row, Field::Kind)?;
        let rule = self.rulebook.class(class)?.rule;
        let kind = kind_of(rule, &value);
        if kind.is_none() {
            let named = Argument::Class(class.clone());
            let kinds: Vec<Argument> =
                rule.kinds.iter().map(|kind| Argument::Named(kind.id.clone())).collect();
            let (says, mend) = if kinds.is_empty() {
                (say::NO_KINDS.with([named]), say::LEAVE_EMPTY.with([]))
            } else {
                (say::NO_KIND.with([named, value.into()]), say::WRITE_A_KIND.with([kinds.into()]))
            };
            wrongs.push(Wrong::cell(self.matching.column(Field::Kind), says, mend));
        }
        kind
    }
}
