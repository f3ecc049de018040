//! Forms: empty, or as somebody tried them.

use std::borrow::Cow;

use maud::{Markup, html};
use rochdale_core::values::RequestId;
use rochdale_words::Words;

use super::{
    Choice, Field, Kind, Text, Tried,
    field::{choices, tick},
    tried::{Wrong, not_understood},
};

/// A part of a form.
pub enum Part<'a> {
    /// A field.
    Field(Field<'a>),
    /// Things of which one is chosen, or, with `many`, any number.
    Choices {
        /// The name in the form.
        name: &'static str,
        /// Whether any number is chosen.
        many: bool,
        /// The things.
        choices: Vec<Choice<'a>>,
    },
    /// A box to tick, with what that means.
    Tick(&'static str, &'a str),
    /// Something that is not filled in.
    Plain(Markup),
}

impl Part<'_> {
    /// Whether it is where people see this field, and what is wrong with it. A box is ticked or not, and
    /// neither is wrong.
    fn is(&self, field: &str) -> bool {
        match self {
            Part::Field(Field { name, .. }) => name == field,
            Part::Choices { name, .. } => *name == field,
            Part::Tick(..) | Part::Plain(_) => false,
        }
    }
}

/// What a form sends and nobody fills in, by name.
pub(super) type Carried<'a> = (&'static str, Cow<'a, str>);

/// A form.
pub struct Form<'a> {
    pub(super) address: String,
    /// What tells it from other forms of the page that are sent to the same address.
    pub(super) of: Vec<Carried<'a>>,
    /// What else it sends and nobody fills in.
    carries: Vec<Carried<'a>>,
    parts: Vec<Part<'a>>,
    submit: Option<&'a str>,
    is_request: bool,
}

impl<'a> Form<'a> {
    /// A form that is sent to `address`. Its buttons are among its parts, if it has any.
    pub fn new(address: String, parts: Vec<Part<'a>>) -> Self {
        Self { address, of: Vec::new(), carries: Vec::new(), parts, submit: None, is_request: false }
    }

    /// The same with a button at its end.
    pub fn submit(mut self, label: &'a str) -> Self {
        self.submit = Some(label);
        self
    }

    /// The same as a request to the registrar: sent twice, it is done once.
    pub fn request(mut self) -> Self {
        self.is_request = true;
        self
    }

    /// The same about something that tells it from the other forms of the page with its address.
    pub fn of(mut self, name: &'static str, value: impl Into<Cow<'a, str>>) -> Self {
        self.of.push((name, value.into()));
        self
    }

    /// The same with something more that it sends and nobody fills in.
    pub fn carrying(mut self, name: &'static str, value: impl Into<Cow<'a, str>>) -> Self {
        self.carries.push((name, value.into()));
        self
    }

    /// The form, empty; or, where it was tried, with what was written in it, and what is wrong with that:
    /// at its field where people see that, else before everything else.
    pub fn draw(&self, words: &Words<'_>, tried: Option<&Tried<'_>>) -> Markup {
        let tried = tried.filter(|tried| tried.is(self));
        let at_field = |field: &str| match tried.map(|tried| &tried.wrong) {
            Some(Wrong::Field { name, says }) if name == field => Some(says.as_str()),
            _ => None,
        };
        let head = tried.and_then(|tried| {
            tried.is_shown.set(true);
            match &tried.wrong {
                Wrong::Form(panel) => Some(panel.clone()),
                Wrong::Field { name, .. } if self.parts.iter().any(|part| part.is(name)) => None,
                Wrong::Field { says, .. } => Some(not_understood(words, says)),
            }
        });
        let has_file = |part: &Part<'_>| matches!(part, Part::Field(Field { kind, .. }) if kind.is_file());
        let enctype = self.parts.iter().any(has_file).then_some("multipart/form-data");
        html! {
            form method="post" action=(Text(&self.address)) enctype=[enctype] {
                @if let Some(head) = head { (head) }
                @if self.is_request { (hidden("request", &request_id(tried).to_string())) }
                @for (name, value) in self.of.iter().chain(&self.carries) { (hidden(name, value)) }
                @for part in &self.parts {
                    @match part {
                        Part::Field(field) => {
                            (field.draw(words, &value_of(field, tried), at_field(&field.name)))
                        }
                        Part::Choices { name, many, choices: offered } => (choices(words, name, *many, &as_tried(name, offered, tried), at_field(name))),
                        Part::Tick(name, hint) => (tick(words, name, hint, tried.is_some_and(|tried| tried.value(name).is_some()))),
                        Part::Plain(markup) => (markup),
                    }
                }
                @if let Some(label) = self.submit { div class="actions" { button type="submit" { (Text(label)) } } }
            }
        }
    }
}

/// What stands in a field: what was tried, else what it begins with.
fn value_of<'a>(field: &'a Field<'_>, tried: Option<&Tried<'a>>) -> Cow<'a, str> {
    match tried {
        None => Cow::Borrowed(&field.value),
        Some(tried) if matches!(field.kind, Kind::AnyOf(_)) => {
            Cow::Owned(tried.values(&field.name).join(","))
        }
        Some(tried) => Cow::Borrowed(tried.value(&field.name).unwrap_or_default()),
    }
}

/// What was chosen, where something was tried.
fn as_tried<'a>(name: &str, choices: &[Choice<'a>], tried: Option<&Tried<'_>>) -> Vec<Choice<'a>> {
    let chosen = |choice: &Choice<'_>| tried.map_or(choice.chosen, |tried| tried.has(name, choice.value));
    choices.iter().map(|choice| Choice { chosen: chosen(choice), ..*choice }).collect()
}

/// The id of the request that the form is. What was not done has used up no id, so that it keeps its own;
/// but where the id itself is what is wrong, another is drawn.
fn request_id(tried: Option<&Tried<'_>>) -> RequestId {
    let kept = tried.filter(|tried| !matches!(&tried.wrong, Wrong::Field { name, .. } if name == "request"));
    let kept = kept.and_then(|tried| tried.value("request")?.parse().ok());
    RequestId(kept.unwrap_or_else(uuid::Uuid::now_v7))
}

fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(Text(name)) value=(Text(value)); }
}
