//! What was tried with a form and not accepted, for the page that shows the form again.

use std::cell::Cell;

use maud::{Markup, html};
use rochdale_core::refusal::Refusal;
use rochdale_words::Words;

use super::{Form, Reader, refusal::refusal_first};

/// A form that was sent and not accepted.
pub struct Tried<'a> {
    /// Where it was sent.
    pub(super) address: &'a str,
    sent: &'a [(String, String)],
    pub(super) wrong: Wrong,
    heading: &'a str,
    /// Whether its page has it still: what somebody sends may come too late for that.
    pub(super) is_shown: Cell<bool>,
}

/// What is wrong with it.
pub(super) enum Wrong {
    /// The form as a whole, which is said at its head.
    Form(Markup),
    /// A field.
    Field { name: String, says: String },
}

impl<'a> Tried<'a> {
    /// What the bylaws refuse.
    pub fn refused(
        address: &'a str,
        sent: &'a [(String, String)],
        reader: Reader<'a>,
        why: &Refusal,
    ) -> Self {
        let heading = reader.words.text("refused");
        let wrong = Wrong::Form(refusal_first(reader, why));
        Self { address, sent, wrong, heading, is_shown: Cell::new(false) }
    }

    /// What makes no sense: the field, and what is wrong with it.
    pub fn malformed(
        address: &'a str,
        sent: &'a [(String, String)],
        words: &Words<'a>,
        name: &str,
        says: String,
    ) -> Self {
        let wrong = Wrong::Field { name: name.to_owned(), says };
        Self { address, sent, wrong, heading: words.text("malformed-title"), is_shown: Cell::new(false) }
    }

    /// The title of the page that shows it again: first that it was not accepted.
    pub fn title(&self, title: &str) -> String {
        format!("{} · {title}", self.heading)
    }

    /// Whether a form was drawn as it was tried.
    pub fn is_shown(&self) -> bool {
        self.is_shown.get()
    }

    /// Whether it was `form` that was tried.
    pub fn is(&self, form: &Form<'_>) -> bool {
        self.address == form.address && form.of.iter().all(|(name, value)| self.value(name) == Some(&**value))
    }

    /// What stood in a field, exactly as it was written.
    pub(super) fn value(&self, field: &str) -> Option<&'a str> {
        self.sent.iter().find(|(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    /// Everything that was chosen in a field of several things.
    pub(super) fn values(&self, field: &str) -> Vec<&'a str> {
        self.sent.iter().filter(|(name, _)| name == field).map(|(_, value)| value.as_str()).collect()
    }

    /// Whether a field was sent with this value, among others.
    pub(super) fn has(&self, field: &str, value: &str) -> bool {
        self.sent.iter().any(|(name, sent)| name == field && sent == value)
    }
}

/// The panel at the head of a form of which nobody sees the field that is wrong.
pub(super) fn not_understood(words: &Words<'_>, says: &str) -> Markup {
    html! {
        section class="panel refusal" {
            (first_heading(words.text("malformed-title")))
            p { (says) }
            p class="small soft" { (words.text("malformed-what")) }
        }
    }
}

/// The heading of what is wrong, where the page opens: there the keyboard begins, and there it is read
/// aloud first.
pub(super) fn first_heading(heading: &str) -> Markup {
    html! { h2 id="problem" tabindex="-1" autofocus { (heading) } }
}
