//! How long members have to respond.

use jiff::{Timestamp, ToSpan, tz::TimeZone};

/// The earliest lawful close of a window that opens at `opened` and must last `days` calendar days:
/// the same time of day so many days later in the co-op's time zone, whatever the clocks do between.
pub fn earliest_close(opened: Timestamp, days: u32, time_zone: &TimeZone) -> Timestamp {
    opened
        .to_zoned(time_zone.clone())
        .checked_add(i64::from(days).days())
        .map_or(Timestamp::MAX, |close| close.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Connecticut's fourth worked example.
    #[test]
    fn five_days_across_the_clock_change() {
        let zone = TimeZone::get("America/New_York").unwrap();
        let close = |opened: &str| {
            let opened: jiff::civil::DateTime = opened.parse().unwrap();
            let close = earliest_close(opened.to_zoned(zone.clone()).unwrap().timestamp(), 5, &zone);
            close.to_zoned(zone.clone()).datetime().to_string()
        };
        assert_eq!(close("2026-03-02T18:00"), "2026-03-07T18:00:00");
        assert_eq!(close("2026-03-05T18:00"), "2026-03-10T18:00:00");
    }
}
