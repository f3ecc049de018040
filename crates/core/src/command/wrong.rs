//! What is wrong with JSON that is no command, as a sentence. The traits by which it is read say it in the terms of the
//! program; here it is turned into those of whoever wrote the JSON.

use std::fmt::{self, Display};

use serde::{
    Deserialize,
    de::{
        Deserializer, Error, Expected, IntoDeserializer, Unexpected, Visitor,
        value::{MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};
use serde_json::Value;

use super::Command;
use crate::{
    message::{Argument, Key, Message},
    messages::*,
};

/// Of more names than these nobody reads the list.
const LISTED_MAX: usize = 12;

/// What is wrong with a command, if anything is.
pub(super) fn wrong(command: &Value) -> Option<Message> {
    Command::deserialize(Part(command)).err().map(|Wrong(says)| says)
}

/// What is wrong, said of the value at `pointer`. Days and times are read by others, who do not say what they expect:
/// that is found out by trying whether one would do there.
pub(super) fn wrong_at(command: &Value, pointer: &str, says: Message) -> Message {
    if says.key != &VALUE_IS_NOT_UNDERSTOOD || pointer.is_empty() {
        return says;
    }
    let would_do = |sample: &str| {
        let mut other = command.clone();
        if let Some(value) = other.pointer_mut(pointer) {
            *value = Value::from(sample);
        }
        wrong(&other).is_none_or(|other| other.key != &VALUE_IS_NOT_UNDERSTOOD)
    };
    let samples: [(&str, &'static Key); 2] =
        [("2026-03-31", &VALUE_IS_NO_DAY), ("2026-03-31T18:00:00Z", &VALUE_IS_NO_INSTANT)];
    match samples.into_iter().find(|(sample, _)| would_do(sample)) {
        Some((_, key)) => key.with([]),
        None => says,
    }
}

/// The error of whoever reads a command.
#[derive(Debug)]
struct Wrong(Message);

impl Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.key.id)
    }
}

impl std::error::Error for Wrong {}

fn listed(known: &[&str]) -> Argument {
    Argument::List(known.iter().map(|name| Argument::from(*name)).collect())
}

fn numbers(least: impl Display, most: impl Display) -> Message {
    VALUE_IS_NO_NUMBER.with([least.to_string().into(), most.to_string().into()])
}

impl Error for Wrong {
    fn custom<T: Display>(says: T) -> Self {
        Self(VALUE_IS_NOT_UNDERSTOOD.with([says.to_string().into()]))
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let expected = expected.to_string();
        Self(match expected.as_str() {
            "a string" => VALUE_IS_NO_TEXT.with([]),
            "u8" => numbers(u8::MIN, u8::MAX),
            "u16" => numbers(u16::MIN, u16::MAX),
            "u32" => numbers(u32::MIN, u32::MAX),
            "u64" => numbers(u64::MIN, u64::MAX),
            "i64" => numbers(i64::MIN, i64::MAX),
            "a boolean" => VALUE_IS_NO_TRUTH.with([]),
            "a sequence" => VALUE_IS_NO_LIST.with([]),
            "string or map" | "map with a single key" => VALUE_IS_NO_KIND.with([]),
            _ if ["a map", "struct ", "internally tagged enum "]
                .iter()
                .any(|way| expected.starts_with(way)) =>
            {
                VALUE_IS_NO_OBJECT.with([])
            }
            _ => return Self::custom(format_args!("{found}, expected {expected}")),
        })
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    fn unknown_variant(found: &str, known: &'static [&'static str]) -> Self {
        Self(match known.len() {
            0..=LISTED_MAX => VALUE_IS_NONE_OF.with([found.into(), listed(known)]),
            _ => VALUE_IS_UNKNOWN.with([found.into()]),
        })
    }

    fn unknown_field(field: &str, known: &'static [&'static str]) -> Self {
        Self(match known.len() {
            1..=LISTED_MAX => FIELD_IS_NONE_OF.with([field.into(), listed(known)]),
            _ => FIELD_IS_UNKNOWN.with([field.into()]),
        })
    }

    fn missing_field(field: &'static str) -> Self {
        Self(FIELD_IS_LEFT_OUT.with([field.into()]))
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self(FIELD_STANDS_TWICE.with([field.into()]))
    }
}

/// A part of a command, to be read.
#[derive(Clone, Copy)]
struct Part<'a>(&'a Value);

impl<'de> Deserializer<'de> for Part<'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(*truth),
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(number), ..) => visitor.visit_u64(number),
                (None, Some(number), _) => visitor.visit_i64(number),
                (None, None, number) => visitor.visit_f64(number.unwrap_or_default()),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(items) => visitor.visit_seq(SeqDeserializer::new(items.iter().map(Part))),
            Value::Object(fields) => {
                let fields = fields.iter().map(|(key, value)| (key.as_str(), Part(value)));
                visitor.visit_map(MapDeserializer::new(fields))
            }
        }
    }

    // A command is one of many by a field of it, so that all of it is read as it stands, before it is known what each
    // part is to be.
    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Wrong> for Part<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
