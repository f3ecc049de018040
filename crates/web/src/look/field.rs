//! Fields of forms: the label above, the hint and what is wrong below it, and then the field.

use std::borrow::Cow;

use maud::{Markup, html};
use rochdale_words::Words;

use super::Text;

/// How a field is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    Line,
    /// The address of mail of whoever signs in, where browsers offer passkeys too.
    Email,
    /// The address of mail of somebody.
    Mailbox,
    /// Several lines.
    Lines,
    /// A day.
    Date,
    /// A day and a time of day.
    DateTime,
    /// A PDF from the reader's own device.
    Pdf,
    /// A document for the archive from the reader's own device.
    File,
    /// One of a list that may be long: what is sent, and what it is called.
    OneOf(Vec<(String, String)>),
    /// Any number of a list that may be long; what stands in it are those chosen, with commas between them.
    AnyOf(Vec<(String, String)>),
}

/// A field with everything that is said about it.
pub struct Field<'a> {
    /// Its name in the form, which also says what people see it called unless something else does.
    pub name: Cow<'a, str>,
    /// What people see it called, where its name does not say so: a subject that the bylaws name.
    pub called: Option<Cow<'a, str>>,
    /// What tells it from a field of the same name in another form of the page.
    pub scope: Option<u32>,
    /// How it is filled in.
    pub kind: Kind,
    /// What to put there, where the label does not say enough.
    pub hint: Option<Cow<'a, str>>,
    /// What stands in it.
    pub value: Cow<'a, str>,
    /// Whether it must be filled in.
    pub required: bool,
    /// What of their own a browser may fill it in with: `name`, `organization`.
    pub fills: Option<&'static str>,
}

/// One of several things to choose.
pub struct Choice<'a> {
    /// What the form sends.
    pub value: &'static str,
    /// What it is called.
    pub label: &'a str,
    /// What choosing it means.
    pub meaning: Option<&'a str>,
    /// Whether it is chosen already.
    pub chosen: bool,
}

/// The sentence of what people see a field called. Nobody sees what is not here: the page itself fills
/// it in.
pub fn label(field: &str) -> Option<&'static str> {
    Some(match field {
        "title" => "title",
        "text" => "text",
        "admits" => "effect-admits",
        "changes" => "effect-changes-class",
        "ends" => "effect-ends",
        "name" => "effect-names",
        "short-name" => "short-name",
        "owner" => "owner",
        "as-of" => "as-of",
        "deadline" => "deadline",
        "closes" => "closes-label",
        "stance" => "stance-legend",
        "choice" => "ballot-legend",
        "reason" => "reason",
        "interest" => "interest",
        "recuse" => "recuse",
        "mark" => "marks-legend",
        "summary" => "summary",
        "token" => "token",
        "person" => "office-person",
        "from" => "office-from",
        "until" => "office-until",
        "kind" => "case-kind",
        "about" => "case-about",
        "said" => "case-text",
        "outcome" => "case-outcome",
        "email" => "sign-in-email",
        "representative" => "representative-who",
        "guide" => "review-guide-who",
        "seen" => "review-feedback-text",
        "nominee" => "nominee-name",
        "nominee-email" => "nominee-email",
        "with" => "agreement-party",
        "signed" => "agreement-signed",
        "paper" => "agreement-paper",
        "signs" => "agreement-name",
        "terms" => "effect-terms",
        "confirms" => "effect-confirms",
        "pauses" => "effect-pauses",
        "suspends" => "effect-suspends",
        "allows-backup" => "effect-allows-backup",
        "last-day" => "leave-last-day",
        "paid_in" => "exit-paid-in-field",
        "owed" => "exit-owed-field",
        "instalments" => "exit-parts-field",
        "first-paid-by" => "exit-due-field",
        "paid-on" => "exit-paid-on-field",
        "de-identified" => "exit-de-identified",
        "stage" => "applicant-stage",
        "decides" => "effect-decides",
        "begins" => "declaration-begins",
        "on" => "asset-on",
        "due" => "asset-due",
        "to" => "asset-to",
        "place" => "asset-place",
        "label" => "asset-label",
        "since" => "asset-since",
        "basis" => "asset-basis",
        "file" => "document-file",
        "dated" => "document-dated",
        "class" => "document-class",
        "named" => "document-named",
        "duty" => "waive-duty",
        "link" => "channel-link",
        "sure" => "forget-sure",
        "list-since" => "list-since",
        "list-basis" => "list-basis",
        "list-twins" => "list-twins",
        "list-group" => "list-group-address",
        _ => return None,
    })
}

impl<'a> Field<'a> {
    /// An empty field that must be filled in.
    pub fn new(kind: Kind, name: impl Into<Cow<'a, str>>) -> Self {
        Self {
            name: name.into(),
            called: None,
            scope: None,
            kind,
            hint: None,
            value: Cow::Borrowed(""),
            required: true,
            fills: None,
        }
    }

    /// The same, called so.
    pub fn called(mut self, called: impl Into<Cow<'a, str>>) -> Self {
        self.called = Some(called.into());
        self
    }

    /// The same with a hint.
    pub fn hint(mut self, hint: impl Into<Cow<'a, str>>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same with something in it.
    pub fn value(mut self, value: impl Into<Cow<'a, str>>) -> Self {
        self.value = value.into();
        self
    }

    /// The same, that must be filled in or may be left empty.
    pub fn required(mut self, required: bool) -> Self {
        self.required = required;
        self
    }

    /// The same, told from a field of the same name by a number.
    pub fn scope(mut self, scope: u32) -> Self {
        self.scope = Some(scope);
        self
    }

    /// The same, that a browser may fill in with what it knows of whoever writes.
    pub fn fills(mut self, what: &'static str) -> Self {
        self.fills = Some(what);
        self
    }

    fn id(&self) -> String {
        match self.scope {
            Some(scope) => format!("{}-{scope}", self.name),
            None => self.name.clone().into_owned(),
        }
    }

    /// The field with `value` in it. Where something is wrong with that, it is said first, and the page
    /// opens there.
    pub(super) fn draw(&self, words: &Words<'_>, value: &str, wrong: Option<&str>) -> Markup {
        let id = self.id();
        let hint = self.hint.as_ref().map(|_| format!("{id}-hint"));
        let about = [wrong.map(|_| format!("{id}-wrong")), hint].into_iter().flatten().collect::<Vec<_>>();
        let about = (!about.is_empty()).then(|| about.join(" "));
        let invalid = wrong.map(|_| "true");
        let own = || words.text(label(&self.name).unwrap_or_default());
        let called = self.called.as_deref().unwrap_or_else(own);
        html! {
            div class="field" {
                label for=(Text(&id)) { (Text(called)) }
                @if let Some(hint) = &self.hint { span class="hint" id={ (Text(&id)) "-hint" } { (Text(hint)) } }
                @if let Some(wrong) = wrong { span class="wrong" id={ (Text(&id)) "-wrong" } { "✕ " (Text(wrong)) } }
                @match &self.kind {
                    // Browsers leave out a first line that is empty, so that one is given to them.
                    Kind::Lines => textarea id=(Text(&id)) name=(Text(&self.name)) rows="5" required[self.required]
                        aria-describedby=[about] aria-invalid=[invalid] autofocus[wrong.is_some()] { "\n" (Text(value)) },
                    Kind::OneOf(options) => select id=(Text(&id)) name=(Text(&self.name)) required[self.required]
                        aria-describedby=[about] aria-invalid=[invalid] autofocus[wrong.is_some()] {
                        option value="" { (Text(words.text("choose"))) }
                        @for (option, label) in options {
                            option value=(Text(option)) selected[option == value] { (Text(label)) }
                        }
                    },
                    Kind::AnyOf(options) => select id=(Text(&id)) name=(Text(&self.name)) multiple size="6" required[self.required]
                        aria-describedby=[about] aria-invalid=[invalid] autofocus[wrong.is_some()] {
                        @for (option, label) in options {
                            option value=(Text(option)) selected[value.split(',').any(|chosen| chosen == option)] { (Text(label)) }
                        }
                    },
                    // What was chosen is not sent back: browsers let nobody choose for them.
                    Kind::Pdf | Kind::File => input type="file" id=(Text(&id)) name=(Text(&self.name)) accept=(self.kind.accept()) required[self.required]
                        aria-describedby=[about] aria-invalid=[invalid] autofocus[wrong.is_some()];,
                    kind => input type=(kind.input()) id=(Text(&id)) name=(Text(&self.name)) value=(Text(value)) required[self.required]
                        autocomplete=(self.fills.unwrap_or(kind.autocomplete())) aria-describedby=[about] aria-invalid=[invalid] autofocus[wrong.is_some()];,
                }
            }
        }
    }
}

impl Kind {
    fn input(&self) -> &'static str {
        match self {
            Kind::Email | Kind::Mailbox => "email",
            Kind::Date => "date",
            Kind::DateTime => "datetime-local",
            Kind::Line | Kind::Lines | Kind::Pdf | Kind::File | Kind::OneOf(_) | Kind::AnyOf(_) => "text",
        }
    }

    /// Whether a file is sent with it.
    pub(super) fn is_file(&self) -> bool {
        matches!(self, Kind::Pdf | Kind::File)
    }

    /// What a browser offers to choose from.
    fn accept(&self) -> &'static str {
        match self {
            Kind::File => {
                ".pdf,.csv,.txt,.md,.png,.jpg,.jpeg,application/pdf,text/csv,text/plain,image/png,image/jpeg"
            }
            _ => "application/pdf,.pdf",
        }
    }

    /// What a browser may fill it in with.
    fn autocomplete(&self) -> &'static str {
        match self {
            Kind::Email => "username webauthn",
            Kind::Mailbox => "email",
            _ => "off",
        }
    }
}

/// Things of which one is chosen, or, with `many`, any number, all in sight, each as large as a thumb.
pub(super) fn choices(
    words: &Words<'_>,
    name: &'static str,
    many: bool,
    choices: &[Choice<'_>],
    wrong: Option<&str>,
) -> Markup {
    let about = wrong.map(|_| format!("{name}-wrong"));
    // Only a group of radio buttons is right or wrong as a whole; boxes are so one by one.
    let of_group = wrong.filter(|_| !many);
    let of_box = wrong.filter(|_| many).map(|_| "true");
    html! {
        fieldset role=[of_group.map(|_| "radiogroup")] aria-invalid=[of_group.map(|_| "true")] aria-describedby=[&about] {
            legend { (Text(words.text(label(name).unwrap_or_default()))) }
            @if let Some(wrong) = wrong { span class="wrong" id=[&about] { "✕ " (Text(wrong)) } }
            @for (place, choice) in choices.iter().enumerate() {
                label class="option" {
                    input type=(if many { "checkbox" } else { "radio" }) name=(Text(name)) value=(Text(choice.value))
                        checked[choice.chosen] required[!many] aria-invalid=[of_box]
                        autofocus[wrong.is_some() && place == 0];
                    span {
                        (Text(choice.label))
                        @if let Some(meaning) = choice.meaning { span class="hint" { (Text(meaning)) } }
                    }
                }
            }
        }
    }
}

/// A box to tick that stands alone.
pub(super) fn tick(words: &Words<'_>, name: &'static str, hint: &str, ticked: bool) -> Markup {
    html! {
        label class="option" {
            input type="checkbox" name=(Text(name)) value="yes" checked[ticked];
            span { (Text(words.text(label(name).unwrap_or_default()))) span class="hint" { (Text(hint)) } }
        }
    }
}
