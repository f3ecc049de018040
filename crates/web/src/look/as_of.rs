//! As of which day a page speaks.

use jiff::civil::Date;
use maud::{Markup, html};
use rochdale_core::messages::DAY_IS_TO_COME;
use rochdale_words::Words;
use serde::Deserialize;

use crate::{problem::Problem, sent::FIELD_IS_NO_DATE};

/// The day that a page was asked for.
#[derive(Default, Deserialize)]
pub struct AsOf {
    /// The day as it stands in the address, `2026-03-31`.
    on: Option<String>,
}

impl AsOf {
    /// The day, which is today where none is said; a problem where what is said is no day, or is to come.
    pub fn day(&self, today: Date) -> Result<Date, Problem> {
        let Some(on) = self.on.as_deref().map(str::trim).filter(|on| !on.is_empty()) else {
            return Ok(today);
        };
        let day: Date = on.parse().map_err(|_| Problem::field("as-of", &FIELD_IS_NO_DATE))?;
        let is_to_come = || Problem::Malformed {
            handle: None,
            field: "as-of".to_owned(),
            says: DAY_IS_TO_COME.with([day.into()]),
        };
        (day <= today).then_some(day).ok_or_else(is_to_come)
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
