//! As of which day a page speaks.

use jiff::civil::Date;
use maud::{Markup, html};
use rochdale_words::Words;
use serde::Deserialize;

/// The day that a page was asked for.
#[derive(Default, Deserialize)]
pub struct AsOf {
    /// The day as it stands in the address, `2026-03-31`.
    on: Option<String>,
}

impl AsOf {
    /// The day: today where it is left out, makes no sense or is to come.
    pub fn day(&self, today: Date) -> Date {
        let asked = self.on.as_deref().and_then(|on| on.parse::<Date>().ok());
        asked.filter(|day| *day <= today).unwrap_or(today)
    }
}

/// The form that asks for another day of the page at `address`.
pub fn as_of(words: &Words<'_>, address: &str, day: Date, today: Date) -> Markup {
    html! {
        form class="filter" method="get" action=(address) {
            label for="on" { (words.text("as-of")) }
            input type="date" id="on" name="on" value=(day) max=(today);
            button type="submit" { (words.text("as-of-show")) }
        }
    }
}
