//! Fields of forms: the label above, the hint below it, what is wrong beside the field.

use maud::{Markup, html};

/// How a field is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    Line,
    /// A day.
    Date,
    /// A day and a time of day.
    DateTime,
}

/// A field with everything that is said about it.
pub struct Field<'a> {
    /// Its name in the form.
    pub name: &'a str,
    /// What tells it from a field of the same name in another form of the page.
    pub scope: Option<u32>,
    /// What it is called.
    pub label: &'a str,
    /// What to put there, where the label does not say enough.
    pub hint: Option<&'a str>,
    /// What stands in it.
    pub value: &'a str,
    /// What is wrong with that.
    pub problem: Option<&'a str>,
    /// Whether it must be filled in.
    pub required: bool,
}

impl<'a> Field<'a> {
    /// An empty field that must be filled in.
    pub fn new(name: &'a str, label: &'a str) -> Self {
        Self { name, scope: None, label, hint: None, value: "", problem: None, required: true }
    }

    /// The same with a hint.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The same with something in it.
    pub fn value(mut self, value: &'a str) -> Self {
        self.value = value;
        self
    }

    /// The same, that may be left empty.
    pub fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// The same, told from a field of the same name by a number.
    pub fn scope(mut self, scope: u32) -> Self {
        self.scope = Some(scope);
        self
    }

    fn id(&self) -> String {
        match self.scope {
            Some(scope) => format!("{}-{scope}", self.name),
            None => self.name.to_owned(),
        }
    }

    fn about(&self) -> Option<String> {
        let hint = self.hint.map(|_| format!("{}-hint", self.id()));
        let wrong = self.problem.map(|_| format!("{}-wrong", self.id()));
        let ids: Vec<String> = hint.into_iter().chain(wrong).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn around(&self, input: &Markup) -> Markup {
        html! {
            div class="field" {
                label for=(self.id()) { (self.label) }
                @if let Some(hint) = self.hint { span class="hint" id={ (self.id()) "-hint" } { (hint) } }
                (input)
                @if let Some(problem) = self.problem {
                    span class="wrong" id={ (self.id()) "-wrong" } { "✕ " (problem) }
                }
            }
        }
    }
}

/// A field of one line, a day, or a day and a time.
pub fn field(kind: Kind, field: &Field<'_>) -> Markup {
    let kind = match kind {
        Kind::Line => "text",
        Kind::Date => "date",
        Kind::DateTime => "datetime-local",
    };
    field.around(&html! {
        input type=(kind) id=(field.id()) name=(field.name) value=(field.value) required[field.required]
            autocomplete="off" aria-describedby=[field.about()] aria-invalid=[field.problem.map(|_| "true")];
    })
}

/// A field of several lines.
pub fn area(field: &Field<'_>) -> Markup {
    field.around(&html! {
        textarea id=(field.id()) name=(field.name) rows="5" required[field.required]
            aria-describedby=[field.about()] aria-invalid=[field.problem.map(|_| "true")] { (field.value) }
    })
}

/// One of several things to choose.
pub struct Choice<'a> {
    /// What the form sends.
    pub value: &'a str,
    /// What it is called.
    pub label: &'a str,
    /// What choosing it means.
    pub meaning: Option<&'a str>,
    /// Whether it is chosen already.
    pub chosen: bool,
}

/// Things of which one is chosen, or, with `many`, any number, all in sight, each as large as a thumb.
pub fn choices(name: &str, legend: &str, many: bool, choices: &[Choice<'_>]) -> Markup {
    html! {
        fieldset {
            legend { (legend) }
            @for choice in choices {
                label class="option" {
                    input type=(if many { "checkbox" } else { "radio" }) name=(name) value=(choice.value)
                        checked[choice.chosen] required[!many];
                    span {
                        (choice.label)
                        @if let Some(meaning) = choice.meaning { span class="hint" { (meaning) } }
                    }
                }
            }
        }
    }
}

/// Things of which one is chosen from a list that may be long.
pub fn select(field: &Field<'_>, nothing: &str, options: &[(String, String)]) -> Markup {
    field.around(&html! {
        select id=(field.id()) name=(field.name) required[field.required] aria-describedby=[field.about()] {
            option value="" { (nothing) }
            @for (value, label) in options {
                option value=(value) selected[value == field.value] { (label) }
            }
        }
    })
}

/// Something that the form sends and nobody fills in.
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// The button that sends the form.
pub fn submit(label: &str) -> Markup {
    html! { div class="actions" { button type="submit" { (label) } } }
}
