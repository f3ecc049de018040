//! Badges and stamps. Each says in words what it means; colour only repeats it.

use maud::{Markup, html};

use super::Text;

/// What a badge is the colour of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to be glad or worried about.
    Plain,
    /// Met, granted, carried.
    Yes,
    /// Not met, refused, fallen.
    No,
    /// Open, due, not yet known.
    Wait,
}

impl Tone {
    /// Its name in the stylesheet.
    pub(super) fn class(self) -> &'static str {
        match self {
            Tone::Plain => "",
            Tone::Yes => "yes",
            Tone::No => "no",
            Tone::Wait => "wait",
        }
    }

    /// Its sign, for those who do not see the colour.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Tone::Plain => "",
            Tone::Yes => "✓",
            Tone::No => "✕",
            Tone::Wait => "◔",
        }
    }
}

/// A word or two about the state of something.
pub fn badge(tone: Tone, words: &str) -> Markup {
    html! {
        span class={ "badge " (Text(tone.class())) } {
            @if tone != Tone::Plain { span aria-hidden="true" { (Text(tone.sign())) } }
            (Text(words))
        }
    }
}

/// A verdict, as it were stamped on the page.
pub fn stamp(carried: bool, words: &str) -> Markup {
    html! { p class={ "stamp " (if carried { "yes" } else { "no" }) } { (Text(words)) } }
}
