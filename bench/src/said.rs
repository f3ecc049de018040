//! Figures as they are written: three digits that mean something.

use std::time::Duration;

/// A time: `612 ns`, `1.30 ms`, `4.2 s`.
pub fn time(time: Duration) -> String {
    match time.as_nanos() {
        0..1_000 => format!("{} ns", time.as_nanos()),
        1_000..1_000_000 => format!("{} us", short(time.as_secs_f64() * 1e6)),
        1_000_000..1_000_000_000 => format!("{} ms", short(time.as_secs_f64() * 1e3)),
        _ => format!("{} s", short(time.as_secs_f64())),
    }
}

/// So many a second: `21,900/s`.
pub fn rate(a_second: u64) -> String {
    format!("{}/s", grouped(rounded(a_second)))
}

/// How many times one is the other: `1.7x`.
pub fn times<T: Into<u128>>(one: T, other: T) -> String {
    format!("{}x", short(one.into() as f64 / other.into() as f64))
}

/// Bytes: `312 bytes`, `21.4 KiB`, `38.1 MiB`.
pub fn bytes(bytes: u64) -> String {
    match bytes {
        0..1_024 => format!("{bytes} bytes"),
        1_024..1_048_576 => format!("{} KiB", short(bytes as f64 / 1024.0)),
        _ => format!("{} MiB", short(bytes as f64 / f64::from(1 << 20))),
    }
}

fn short(value: f64) -> String {
    match value {
        ..10.0 => format!("{value:.2}"),
        ..100.0 => format!("{value:.1}"),
        _ => grouped(value.round() as u64),
    }
}

/// The first three digits, and zeros.
fn rounded(whole: u64) -> u64 {
    let mut unit = 1;
    while whole / unit >= 1000 {
        unit *= 10;
    }
    (whole + unit / 2) / unit * unit
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
