//! Days as spreadsheets write them.

use jiff::{ToSpan, civil::Date};

use crate::fold::folded;

/// Which number of `3/4/2024` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayOrder {
    /// The first: 3 April.
    DayFirst,
    /// The second: March 4.
    MonthFirst,
}

impl DayOrder {
    /// Its name.
    pub fn id(self) -> &'static str {
        match self {
            DayOrder::DayFirst => "day-first",
            DayOrder::MonthFirst => "month-first",
        }
    }

    /// The one of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        [DayOrder::DayFirst, DayOrder::MonthFirst].into_iter().find(|one| one.id() == id)
    }
}

/// What a cell says about a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayRead {
    /// This day, however one reads it.
    Day(Date),
    /// This day, and it can be read in one order only.
    Only(DayOrder, Date),
    /// One of two days: the first where the day comes first, the other where the month does.
    Either(Date, Date),
}

const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "enero", "ene"],
    &["february", "feb", "febrero"],
    &["march", "mar", "marzo"],
    &["april", "apr", "abril", "abr"],
    &["may", "mayo"],
    &["june", "jun", "junio"],
    &["july", "jul", "julio"],
    &["august", "aug", "agosto", "ago"],
    &["september", "sep", "sept", "septiembre", "setiembre"],
    &["october", "oct", "octubre"],
    &["november", "nov", "noviembre"],
    &["december", "dec", "diciembre", "dic"],
];

/// Spreadsheets count days from this one; the numbers of the last hundred years have five digits.
const SERIAL_FROM: Date = Date::constant(1899, 12, 30);
const SERIALS: std::ops::RangeInclusive<i64> = 10_000..=99_999;
/// The year before the first of the Republic of China.
const REPUBLIC: i16 = 1911;

/// The day that a cell names: ISO; numbers with slashes, dots or hyphens; a month by its name in English
/// or Spanish; 年月日, of the common era or the Republic; or the number that a spreadsheet keeps. `None`
/// for what is no day. A year of two digits is the last one up to `today` that ends so.
pub fn read_day(text: &str, today: Date) -> Option<DayRead> {
    let text = folded(text);
    let text = without_time(&text);
    if let Ok(serial) = text.parse::<i64>()
        && SERIALS.contains(&serial)
    {
        return SERIAL_FROM.checked_add(serial.days()).ok().map(DayRead::Day);
    }
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return date(number(&text[..4])?, number(&text[4..6])?, number(&text[6..])?).map(DayRead::Day);
    }
    chinese(text)
        .or_else(|| with_month_name(text, today))
        .map(DayRead::Day)
        .or_else(|| of_numbers(text, today))
}

/// What comes before a time of day: midnight is what spreadsheets make of a day.
fn without_time(text: &str) -> &str {
    let cut = text.find('t').filter(|at| text[..*at].ends_with(|one: char| one.is_ascii_digit()));
    let text = match cut {
        Some(at) if text[at + 1..].starts_with(|one: char| one.is_ascii_digit()) => &text[..at],
        _ => text,
    };
    let is_time = |word: &str| word.contains(':') || matches!(word, "am" | "pm" | "a.m." | "p.m.");
    let mut end = text.len();
    for word in text.rsplit(' ') {
        if !is_time(word) {
            break;
        }
        end = end.saturating_sub(word.len() + 1);
    }
    text[..end].trim()
}

fn number(text: &str) -> Option<i16> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// 2024年3月1日, 民國113年3月1日, 113年3月1日.
fn chinese(text: &str) -> Option<Date> {
    let text = text.strip_prefix("民國").or_else(|| text.strip_prefix("西元")).unwrap_or(text).trim();
    let (year, rest) = text.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let day = rest.trim().trim_end_matches(['日', '號']);
    let year = number(year.trim())?;
    date(if year < 1000 { year + REPUBLIC } else { year }, number(month.trim())?, number(day.trim())?)
}

/// March 1, 2024; 1 March 2024; 1-mar-24; 1 de marzo de 2024.
fn with_month_name(text: &str, today: Date) -> Option<Date> {
    let words = text
        .split([' ', ',', '-', '/', '.'])
        .filter(|word| !word.is_empty() && !matches!(*word, "de" | "del"));
    let words: Vec<&str> = words.collect();
    let [first, second, third] = words.as_slice() else { return None };
    let named = |word: &str| {
        MONTHS.iter().zip(1_i16..).find(|(names, _)| names.contains(&word)).map(|(_, month)| month)
    };
    let ordinal = |word: &str| number(word.trim_end_matches(|one: char| one.is_alphabetic() || one == 'º'));
    let (month, day) = match (named(first), named(second)) {
        (Some(month), _) => (month, ordinal(second)?),
        (None, Some(month)) => (month, ordinal(first)?),
        (None, None) => return None,
    };
    date(whole_year(third, today)?, month, day)
}

/// Three numbers. Where a year of four digits or of the Republic comes first, so do the larger units.
fn of_numbers(text: &str, today: Date) -> Option<DayRead> {
    let sign = ['/', '-', '.'].into_iter().find(|sign| text.matches(*sign).count() == 2)?;
    let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    if first.len() >= 3 {
        let year = number(first)?;
        let year = if first.len() == 3 { year + REPUBLIC } else { year };
        return date(year, number(second)?, number(third)?).map(DayRead::Day);
    }
    let (year, one, other) = (whole_year(third, today)?, number(first)?, number(second)?);
    match (date(year, other, one), date(year, one, other)) {
        (Some(day_first), Some(month_first)) if day_first == month_first => Some(DayRead::Day(day_first)),
        (Some(day_first), Some(month_first)) => Some(DayRead::Either(day_first, month_first)),
        (Some(day), None) => Some(DayRead::Only(DayOrder::DayFirst, day)),
        (None, Some(day)) => Some(DayRead::Only(DayOrder::MonthFirst, day)),
        (None, None) => None,
    }
}

/// A year of four digits, or of two: the last one that ends so and has come.
fn whole_year(text: &str, today: Date) -> Option<i16> {
    let year = number(text)?;
    match text.len() {
        4 => Some(year),
        2 => Some(if 2000 + year <= today.year() { 2000 + year } else { 1900 + year }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = Date::constant(2026, 3, 20);

    fn day(text: &str) -> Option<String> {
        match read_day(text, TODAY) {
            Some(DayRead::Day(day)) => Some(day.to_string()),
            Some(DayRead::Only(order, day)) => Some(format!("{day} {}", order.id())),
            Some(DayRead::Either(one, other)) => Some(format!("{one} or {other}")),
            None => None,
        }
    }

    #[test]
    fn the_usual_forms_of_one_day() {
        let forms = [
            "2024-03-01",
            "2024/3/1",
            "2024.03.01",
            "20240301",
            "2024-03-01 00:00:00",
            "2024-03-01T00:00:00",
            "March 1, 2024",
            "1 March 2024",
            "Mar 1st, 2024",
            "1-Mar-24",
            "1 de marzo de 2024",
            "1 marzo 2024",
            "2024年3月1日",
            "民國113年3月1日",
            "113年03月01日",
            "113/3/1",
            "113.03.01",
            "45352",
            " 2024－03－01 ",
        ];
        for form in forms {
            assert_eq!(day(form).as_deref(), Some("2024-03-01"), "{form}");
        }
    }

    #[test]
    fn where_day_and_month_could_change_places_both_are_told() {
        assert_eq!(day("3/4/2024").as_deref(), Some("2024-04-03 or 2024-03-04"));
        assert_eq!(day("03.04.24").as_deref(), Some("2024-04-03 or 2024-03-04"));
        assert_eq!(day("4/4/2024").as_deref(), Some("2024-04-04"), "both are the same day");
        assert_eq!(day("31/12/2024").as_deref(), Some("2024-12-31 day-first"));
        assert_eq!(day("12/31/2024 0:00").as_deref(), Some("2024-12-31 month-first"));
        assert_eq!(day("12/31/98 12:00 AM").as_deref(), Some("1998-12-31 month-first"), "not 2098");
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "soon",
            "2024",
            "2024-02-30",
            "31/31/2024",
            "1/2/3",
            "2024-13-01",
            "-",
            "12:30",
            "5 years ago",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
