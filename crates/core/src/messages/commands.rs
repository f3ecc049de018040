//! What is wrong with JSON that is to be a command, and what would be right.

use super::{Key, messages};

messages! { COMMANDS:
    /// A text is expected here, in quotation marks.
    VALUE_IS_NO_TEXT = "value-is-no-text"();
    /// A whole number from {least} to {most} is expected here.
    VALUE_IS_NO_NUMBER = "value-is-no-number"(least, most);
    /// One of true and false is expected here, without quotation marks.
    VALUE_IS_NO_TRUTH = "value-is-no-truth"();
    /// A list is expected here, in square brackets.
    VALUE_IS_NO_LIST = "value-is-no-list"();
    /// An object with fields is expected here, in braces.
    VALUE_IS_NO_OBJECT = "value-is-no-object"();
    /// A text in quotation marks, or an object with one field, is expected here.
    VALUE_IS_NO_KIND = "value-is-no-kind"();
    /// A day such as "2026-03-31" is expected here.
    VALUE_IS_NO_DAY = "value-is-no-day"();
    /// A time with its offset such as "2026-03-31T18:00:00Z" is expected here.
    VALUE_IS_NO_INSTANT = "value-is-no-instant"();
    /// Nothing called {found} is known here.
    VALUE_IS_UNKNOWN = "value-is-unknown"(found);
    /// Nothing called {found} is known here; these are: {known}.
    VALUE_IS_NONE_OF = "value-is-none-of"(found, known);
    /// This is not understood here: {says}.
    VALUE_IS_NOT_UNDERSTOOD = "value-is-not-understood"(says);
    /// The field {field} is missing.
    FIELD_IS_LEFT_OUT = "field-is-left-out"(field);
    /// There is no field {field} here.
    FIELD_IS_UNKNOWN = "field-is-unknown"(field);
    /// There is no field {field} here; these are: {known}.
    FIELD_IS_NONE_OF = "field-is-none-of"(field, known);
    /// The field {field} stands there more than once.
    FIELD_STANDS_TWICE = "field-stands-twice"(field);
}
