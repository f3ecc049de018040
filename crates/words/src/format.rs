//! Dates, instants and numbers as a language writes them.

use icu_datetime::{
    DateTimeFormatter,
    fieldsets::{T, YMD, YMDE, YMDT},
    input::{Date as IcuDate, DateTime, Time},
};
use icu_decimal::{DecimalFormatter, input::Decimal};
use icu_locale_core::Locale;
use jiff::civil::Date;
use rochdale_core::values::Minor;

/// The ways in which one language writes dates and numbers, made once.
pub(crate) struct Formats {
    long: DateTimeFormatter<YMD>,
    short: DateTimeFormatter<YMD>,
    weekday: DateTimeFormatter<YMDE>,
    instant: DateTimeFormatter<YMDT>,
    time: DateTimeFormatter<T>,
    number: DecimalFormatter,
}

impl Formats {
    /// # Panics
    ///
    /// When the data of `locale` is not built in, which the tests of this crate rule out.
    pub(crate) fn of(locale: &str) -> Self {
        let locale: Locale = locale.parse().expect("the catalogue holds well-formed tags");
        let built_in = "the data of every locale is built in";
        Self {
            long: DateTimeFormatter::try_new((&locale).into(), YMD::long()).expect(built_in),
            short: DateTimeFormatter::try_new((&locale).into(), YMD::medium()).expect(built_in),
            weekday: DateTimeFormatter::try_new((&locale).into(), YMDE::long()).expect(built_in),
            instant: DateTimeFormatter::try_new((&locale).into(), YMD::long().with_time_hm())
                .expect(built_in),
            time: DateTimeFormatter::try_new((&locale).into(), T::hm()).expect(built_in),
            number: DecimalFormatter::try_new((&locale).into(), Default::default()).expect(built_in),
        }
    }

    pub(crate) fn date(&self, date: Date) -> String {
        icu_date(date).map_or_else(|| date.to_string(), |date| self.long.format(&date).to_string())
    }

    pub(crate) fn short_date(&self, date: Date) -> String {
        icu_date(date).map_or_else(|| date.to_string(), |date| self.short.format(&date).to_string())
    }

    pub(crate) fn weekday_date(&self, date: Date) -> String {
        icu_date(date).map_or_else(|| date.to_string(), |date| self.weekday.format(&date).to_string())
    }

    pub(crate) fn instant(&self, at: jiff::civil::DateTime) -> String {
        match (icu_date(at.date()), icu_time(at.time())) {
            (Some(date), Some(time)) => self.instant.format(&DateTime { date, time }).to_string(),
            _ => at.to_string(),
        }
    }

    pub(crate) fn time(&self, at: jiff::civil::Time) -> String {
        icu_time(at).map_or_else(|| at.to_string(), |time| self.time.format(&time).to_string())
    }

    /// An amount in minor units, written in whole ones with so many decimals.
    pub(crate) fn amount(&self, amount: Minor, decimals: u32) -> String {
        let mut number = Decimal::from(amount.0);
        number.multiply_pow10(-i16::try_from(decimals).unwrap_or(0));
        self.number.format(&number).to_string()
    }

    pub(crate) fn number(&self, number: i64) -> String {
        // Most counts are small, and there is nothing to group in them.
        if (0..1_000).contains(&number) {
            return number.to_string();
        }
        self.number.format(&Decimal::from(number)).to_string()
    }
}

/// `None` outside the years that the formatter knows, which are more than ours.
fn icu_date(date: Date) -> Option<IcuDate<icu_calendar::Iso>> {
    let part = |number: i8| u8::try_from(number).ok();
    IcuDate::try_new_iso(i32::from(date.year()), part(date.month())?, part(date.day())?).ok()
}

fn icu_time(time: jiff::civil::Time) -> Option<Time> {
    let part = |number: i8| u8::try_from(number).ok();
    Time::try_new(part(time.hour())?, part(time.minute())?, part(time.second())?, 0).ok()
}

/// Digits with a comma between each three, as English, Spanish of the United States and Chinese
/// group them. Anything but a whole number is given back as it is.
pub(crate) fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.to_owned();
    }
    let mut out = sign.to_owned();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn each_language_writes_dates_its_own_way() {
        let day = date(2026, 3, 2);
        let at = day.to_datetime(time(18, 0, 0, 0));
        let en = Formats::of("en-US");
        let es = Formats::of("es-US");
        let zh = Formats::of("zh-Hant-TW");
        assert_eq!(en.date(day), "March 2, 2026");
        assert_eq!(es.date(day), "2 de marzo de 2026");
        assert_eq!(zh.date(day), "2026年3月2日");
        assert_eq!(en.instant(at).replace('\u{202f}', " "), "March 2, 2026 at 6:00 PM");
        assert_eq!(zh.instant(at), "2026年3月2日 下午6:00");
    }

    #[test]
    fn amounts_have_the_decimals_of_their_currency() {
        for locale in ["en-US", "es-US", "zh-Hant-TW"] {
            let formats = Formats::of(locale);
            let written = [3_000_000, 5, 0].map(|amount| formats.amount(Minor(amount), 2));
            assert_eq!(written, ["30,000.00", "0.05", "0.00"], "{locale}");
            assert_eq!(formats.amount(Minor(500), 0), "500");
        }
    }

    /// What sentences write and what the locale's own formatter writes must not differ.
    #[test]
    fn digits_are_grouped_alike_inside_and_outside_sentences() {
        for locale in ["en-US", "es-US", "zh-Hant-TW"] {
            for number in [0, 7, 999, 1_000, 12_345, 1_234_567, -4_200] {
                assert_eq!(grouped(&number.to_string()), Formats::of(locale).number(number), "{locale}");
            }
        }
    }
}
