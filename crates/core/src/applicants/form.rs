//! What stands in an interest form: what every one asks, and what the bylaws of the co-op ask besides.

use crate::{
    decide::{Denied, Occasion},
    messages as say,
    personal::{LINE_CHARACTERS_MAX, Words, must_be_a_line},
    refusal::Malformed,
    rulebook::{Class, ClassOf, Interest, Ruled},
};

/// The name of the person, who for an organization is its official representative.
pub const NAME: &str = "name";
/// The name of the organization.
pub const ORGANIZATION: &str = "organization";
/// An address of mail.
pub const EMAIL: &str = "email";
/// Another way to reach them.
pub const REACH: &str = "reach";
/// The town or city.
pub const PLACE: &str = "place";
/// What they want to say.
pub const TEXT: &str = "text";

/// What every form asks.
const ALWAYS: [&str; 6] = [NAME, ORGANIZATION, EMAIL, REACH, PLACE, TEXT];

/// The most characters of an answer. It is about the safety of the program and not about the co-op, so no bylaws
/// say it.
const ANSWER_CHARACTERS_MAX: usize = 5_000;

/// Whether the form of a class asks for an organization: `None` where it may be left out.
pub fn asks_for_an_organization(class: &Class) -> Option<bool> {
    match class.of {
        ClassOf::Organizations => Some(true),
        ClassOf::People => Some(false),
        ClassOf::Either => None,
    }
}

/// Refuses a form that leaves out what is needed, or says more than it was asked.
pub(super) fn must_be_filled_in(
    rule: Ruled<'_, Interest>,
    class: Ruled<'_, Class>,
    words: &Words,
) -> Result<(), Denied> {
    words.must_be_hidden()?;
    let malformed = |field, says| -> Result<(), Denied> { Err(Malformed { field, says }.into()) };
    for (asked, answer) in &words.texts {
        let is_asked = ALWAYS.contains(&asked.as_str()) || rule.asks.iter().any(|named| named.id == *asked);
        if !is_asked {
            return malformed("texts", say::FORM_DOES_NOT_ASK.with([asked.as_str().into()]));
        }
        let is_a_line = [NAME, ORGANIZATION, EMAIL, REACH, PLACE].contains(&asked.as_str());
        let most = if is_a_line { LINE_CHARACTERS_MAX } else { ANSWER_CHARACTERS_MAX };
        if answer.chars().count() > most || (is_a_line && answer.contains(['\n', '\r'])) {
            let field = ALWAYS.into_iter().find(|known| *known == asked.as_str()).unwrap_or("texts");
            return malformed(field, say::ANSWER_IS_TOO_LONG.with([(most as u64).into()]));
        }
    }
    for asked in [NAME, ORGANIZATION, PLACE] {
        must_be_a_line(asked, words.on(asked))?;
    }
    let is_empty = |asked: &str| words.on(asked).trim().is_empty();
    if is_empty(NAME) {
        return malformed(NAME, say::NAME_IS_EMPTY.with([]));
    }
    let named = !is_empty(ORGANIZATION);
    if asks_for_an_organization(class.rule).is_some_and(|asked| asked != named) {
        let says = if named { &say::FORM_IS_FOR_PEOPLE } else { &say::ORGANIZATION_IS_EMPTY };
        return malformed(ORGANIZATION, says.with([]));
    }
    if is_empty(EMAIL) && is_empty(REACH) {
        return malformed(EMAIL, say::NOBODY_CAN_ANSWER.with([]));
    }
    Ok(())
}

impl Occasion<'_> {
    /// The form of a class, or that there is none.
    pub(super) fn form_of(&self, class: Ruled<'_, Class>) -> Result<Ruled<'_, Interest>, Malformed> {
        let says = || say::CLASS_HAS_NO_FORM.with([crate::message::Argument::Class(class.rule.id.clone())]);
        self.rulebook.interest(&class.rule.id).ok_or_else(|| Malformed { field: "class", says: says() })
    }
}
