//! Reading a command as JSON, and finding the place of a mistake in it.

use std::{collections::BTreeSet, fmt};

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::{
    Command,
    wrong::{wrong, wrong_at},
};
use crate::{
    message::{Argument, Message},
    messages::{FIELD_IS_LEFT_OUT, FIELD_STANDS_TWICE, VALUE_IS_NOT_UNDERSTOOD},
};

/// Why bytes are no command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// They are no JSON.
    NoJson {
        /// The line on which that shows, counted from 1.
        line: usize,
        /// The byte in the line.
        column: usize,
        /// What is wrong there.
        because: String,
    },
    /// They are JSON, and no command.
    NoCommand {
        /// The JSON pointer of what is wrong; an empty one is the whole command, or an unknown place in it.
        pointer: String,
        /// What is wrong there.
        says: Message,
    },
}

impl Unreadable {
    fn no_json(error: &serde_json::Error) -> Self {
        Self::NoJson { line: error.line(), column: error.column(), because: said(error) }
    }
}

/// The command that `json` is.
///
/// A key that stands twice in one object is refused, wherever it is: readers of JSON disagree on which of the two
/// counts, and what is done cannot be undone.
pub fn read(json: &[u8]) -> Result<Command, Unreadable> {
    keys_must_stand_once(json)?;
    serde_json::from_slice(json).map_err(|error: serde_json::Error| {
        let value = match serde_json::from_slice(json) {
            Ok(value) => value,
            Err(error) => return Unreadable::no_json(&error),
        };
        let says = wrong(&value).unwrap_or_else(|| VALUE_IS_NOT_UNDERSTOOD.with([said(&error).into()]));
        // Each step of the search reads the command anew.
        let pointer = if json.len() <= SEARCHED_BYTES_MAX { place(&value, &says) } else { String::new() };
        let says = wrong_at(&value, &pointer, says);
        Unreadable::NoCommand { pointer, says }
    })
}

/// What an error says, without the line and column that it may end with.
fn said(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let end = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&end).unwrap_or(&text).to_owned()
}

fn keys_must_stand_once(json: &[u8]) -> Result<(), Unreadable> {
    let mut pointer = String::new();
    let mut reader = serde_json::Deserializer::from_slice(json);
    let walked = Walk { pointer: &mut pointer }.deserialize(&mut reader).and_then(|()| reader.end());
    walked.map_err(|error| match error.is_data() {
        true => {
            let field = pointer.rsplit('/').next().unwrap_or_default().replace("~1", "/").replace("~0", "~");
            Unreadable::NoCommand { pointer, says: FIELD_STANDS_TWICE.with([field.into()]) }
        }
        false => Unreadable::no_json(&error),
    })
}

/// Goes through JSON, and stops at the first key that its object has already, with the pointer at it.
struct Walk<'a> {
    pointer: &'a mut String,
}

impl Walk<'_> {
    /// One step further in.
    fn further(&mut self, key: &str) -> Walk<'_> {
        step(self.pointer, key);
        Walk { pointer: self.pointer }
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        let outside = self.pointer.len();
        for at in 0_usize.. {
            if items.next_element_seed(self.further(&at.to_string()))?.is_none() {
                break;
            }
            self.pointer.truncate(outside);
        }
        self.pointer.truncate(outside);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut fields: A) -> Result<(), A::Error> {
        let outside = self.pointer.len();
        let mut keys = BTreeSet::new();
        while let Some(key) = fields.next_key::<String>()? {
            let inside = self.further(&key);
            if keys.contains(&key) {
                return Err(A::Error::custom("a key stands twice"));
            }
            fields.next_value_seed(inside)?;
            self.pointer.truncate(outside);
            keys.insert(key);
        }
        Ok(())
    }
}

/// Makes a JSON pointer one step longer.
fn step(pointer: &mut String, key: &str) {
    pointer.push('/');
    pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
}

/// In a command of more bytes the place of a mistake is not looked for.
const SEARCHED_BYTES_MAX: usize = 64 * 1024;

/// How many fields or items of one level are looked at for the place of a mistake.
const LOOKED_AT_MAX: usize = 64;

/// The JSON pointer of what is wrong: the innermost field without which something else would be wrong,
/// or nothing. An empty pointer is the whole command.
fn place(command: &Value, says: &Message) -> String {
    let mut pointer = String::new();
    if !command.is_object() {
        return pointer;
    }
    loop {
        let keys: Vec<String> = match command.pointer(&pointer) {
            Some(Value::Object(fields)) => fields.keys().take(LOOKED_AT_MAX).cloned().collect(),
            Some(Value::Array(items)) => {
                (0..items.len().min(LOOKED_AT_MAX)).map(|at| at.to_string()).collect()
            }
            _ => return pointer,
        };
        // Whatever stands beside a field that is missing is not what is wrong.
        if says.key == &FIELD_IS_LEFT_OUT && lacks(command, &pointer, says) {
            return pointer;
        }
        let is_wrong = |key: &&String| {
            let mut without = command.clone();
            match without.pointer_mut(&pointer) {
                Some(Value::Object(fields)) => {
                    fields.remove(key.as_str());
                }
                Some(Value::Array(items)) => {
                    items.remove(key.parse().unwrap_or_default());
                }
                _ => return false,
            }
            wrong(&without).is_none_or(|other| other != *says)
        };
        // Without its name nothing is a command, so leaving that out tells nothing.
        let is_name = |key: &&String| pointer.is_empty() && *key == "command";
        let Some(key) = keys.iter().filter(|key| !is_name(key)).find(is_wrong) else {
            let is_named = keys.iter().any(|key| is_name(&key)) && says.key != &FIELD_IS_LEFT_OUT;
            return if is_named { "/command".to_owned() } else { pointer };
        };
        step(&mut pointer, key);
    }
}

/// Whether the object at `pointer` is the one that lacks a field: with the field in it, something else is wrong.
fn lacks(command: &Value, pointer: &str, says: &Message) -> bool {
    let Some(Argument::Text(field)) = says.arguments.first() else { return false };
    let mut with = command.clone();
    let Some(Value::Object(fields)) = with.pointer_mut(pointer) else { return false };
    fields.insert(field.to_string(), Value::Null).is_none() && wrong(&with).is_none_or(|other| other != *says)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{messages::*, values::ProposalId};

    fn pointer_in(json: &str) -> String {
        match read(json.as_bytes()) {
            Err(Unreadable::NoCommand { pointer, .. }) => pointer,
            other => panic!("{json} comes out as {other:?}"),
        }
    }

    fn place_of(command: Value) -> String {
        pointer_in(&command.to_string())
    }

    #[test]
    fn a_command_is_read() {
        let json = br#" {"proposal": 19, "command": "withdraw_proposal"} "#;
        assert_eq!(read(json), Ok(Command::WithdrawProposal { proposal: ProposalId(19) }));
    }

    #[test]
    fn the_field_that_is_wrong_is_named() {
        let draft =
            |title: Value| json!({"command": "draft_proposal", "title": title, "text": "", "matter": "m"});
        assert_eq!(place_of(draft(json!(7))), "/title");
        assert_eq!(place_of(json!({"command": "open_proposal", "proposal": "seven"})), "/proposal");
        assert_eq!(place_of(json!({"command": "open_proposal", "proposal": 1, "by": 2})), "/by");
        assert_eq!(place_of(json!({"command": "no_such", "proposal": 1})), "/command");
        let stance = json!({"command": "take_stance", "proposal": 1, "membership": 1, "stance": {"object": {"reason": 4}}});
        assert_eq!(place_of(stance), "/stance/object/reason");
        let marks =
            json!({"command": "close_round", "proposal": 1, "marks": ["agenda", "a/b"], "summary": ""});
        assert_eq!(place_of(marks), "/marks/1");
        assert_eq!(place_of(json!({"command": "open_proposal"})), "");
        assert_eq!(place_of(json!([])), "");
    }

    /// In words for whoever wrote it, and not in those of the program.
    #[test]
    fn what_is_wrong_there_is_a_sentence() {
        let said = |command: Value| match read(command.to_string().as_bytes()) {
            Err(Unreadable::NoCommand { says, .. }) => says,
            other => panic!("{command} comes out as {other:?}"),
        };
        let open = |field: &str, value: Value| {
            let mut command = json!({"command": "open_proposal", "proposal": 1});
            command[field] = value;
            said(command)
        };
        let number = VALUE_IS_NO_NUMBER.with(["0".into(), "4294967295".into()]);
        for wrong in [json!("seven"), json!(-1), json!(1.5), json!(4_294_967_296_u64), json!({}), json!(null)]
        {
            assert_eq!(open("proposal", wrong), number);
        }
        for wrong in [json!("soon"), json!("2026-03-31"), json!(7), json!(["2026-03-31T18:00:00Z"])] {
            assert_eq!(open("closes", wrong.clone()), VALUE_IS_NO_INSTANT.with([]), "{wrong}");
        }
        let notice = |on: Value| said(json!({"command": "give_notice", "membership": 1, "on": on}));
        for wrong in [json!("soon"), json!("2026-02-30"), json!(7), json!(null)] {
            assert_eq!(notice(wrong.clone()), VALUE_IS_NO_DAY.with([]), "{wrong}");
        }
        let known = vec!["proposal".into(), "closes".into()];
        assert_eq!(open("by", json!(2)), FIELD_IS_NONE_OF.with(["by".into(), known.into()]));
        assert_eq!(said(json!({"command": "open_proposal"})), FIELD_IS_LEFT_OUT.with(["proposal".into()]));
        assert_eq!(said(json!({"proposal": 1})), FIELD_IS_LEFT_OUT.with(["command".into()]));
        assert_eq!(said(json!({"command": "dance"})), VALUE_IS_UNKNOWN.with(["dance".into()]));
        for wrong in [json!(null), json!("open_proposal"), json!(7)] {
            assert_eq!(said(wrong.clone()), VALUE_IS_NO_OBJECT.with([]), "{wrong}");
        }
        let enter = |name: Value| said(json!({"command": "enter_organization", "name": name}));
        for wrong in [json!({}), json!([]), json!(7), json!(true), json!(null)] {
            assert_eq!(enter(wrong.clone()), VALUE_IS_NO_TEXT.with([]), "{wrong}");
        }
        let close = |marks: Value| {
            said(json!({"command": "close_round", "proposal": 1, "marks": marks, "summary": ""}))
        };
        assert_eq!(close(json!("agenda")), VALUE_IS_NO_LIST.with([]));
        assert_eq!(close(json!([7])), VALUE_IS_NO_KIND.with([]));
        assert_eq!(close(json!(["a/b"])).key, &VALUE_IS_NONE_OF);
        let disclose = json!({"command": "disclose_interest", "proposal": 1, "membership": 1, "interest": "",
            "recuse": "yes"});
        assert_eq!(said(disclose), VALUE_IS_NO_TRUTH.with([]));
    }

    #[test]
    fn nobody_says_in_the_body_who_asks() {
        for extra in ["by", "at", "id"] {
            let mut command = json!({"command": "draft_proposal", "title": "", "text": "", "matter": "m"});
            command[extra] = json!(1);
            assert_eq!(place_of(command), format!("/{extra}"));
        }
    }

    #[test]
    fn a_key_that_stands_twice_is_refused_where_it_stands() {
        let withdraw = |rest: &str| format!(r#"{{"command":"withdraw_proposal","proposal":19,{rest}}}"#);
        assert_eq!(pointer_in(&withdraw(r#""proposal":20"#)), "/proposal");
        assert_eq!(pointer_in(&withdraw(r#""proposal":19"#)), "/proposal");
        assert_eq!(pointer_in(&withdraw(r#""\u0070roposal":20"#)), "/proposal");
        assert_eq!(pointer_in(&withdraw(r#""command":"open_proposal""#)), "/command");
        // Of the texts of words, which are a map, the last would count.
        let words = r#"{"command":"report_loss","asset":1,"on":"2026-01-02",
            "words":{"texts":{"text":"lost","a/b":"","text":"found"},"salt":"0123456789abcdef"}}"#;
        assert_eq!(pointer_in(words), "/words/texts/text");
        assert_eq!(read(words.replace(r#""text":"found""#, r#""more":"found""#).as_bytes()).err(), None);
        assert_eq!(
            pointer_in(r#"{"x":[{"a/b":1},{"a/b":1,"c":[2.5,null,true,-1],"a/b":"2"}]}"#),
            "/x/1/a~1b"
        );
    }

    #[test]
    fn what_is_no_json_is_told_by_line_and_column() {
        let told = |json: &[u8]| match read(json) {
            Err(Unreadable::NoJson { line, column, because }) => (line, column, because),
            other => panic!("it comes out as {other:?}"),
        };
        let cut = b"{\"command\":\n  \"open_proposal\",,}";
        assert_eq!(told(cut), (2, 19, "key must be a string".to_owned()));
        assert_eq!(told(b"").0, 1);
        assert_eq!(told(b"{\"command\":\"\xc3\x28\"}").0, 1);
        let two = br#"{"command":"withdraw_proposal","proposal":19} {}"#;
        assert_eq!(told(two), (1, 47, "trailing characters".to_owned()));
        let deep = [b"{\"command\":".to_vec(), vec![b'['; 200_000]].concat();
        assert_eq!(told(&deep).2, "recursion limit exceeded");
    }

    #[test]
    fn in_a_large_command_what_is_wrong_is_said_and_the_place_is_not_looked_for() {
        let text = "x".repeat(SEARCHED_BYTES_MAX);
        let large = json!({"command": "draft_proposal", "title": 7, "text": text, "matter": "m"}).to_string();
        let Err(Unreadable::NoCommand { pointer, says }) = read(large.as_bytes()) else {
            panic!("a number is no title")
        };
        assert_eq!((pointer.as_str(), says), ("", VALUE_IS_NO_TEXT.with([])));
    }
}
