//! The lines of an example.

use std::fmt;

use jiff::civil::{Date, Time};

use super::{
    Form, Sentence, forms, nearest,
    pattern::{self, Slot},
    token::{Sort, Token, tokens},
};
use crate::refusal::Code;

/// The most words on a line, marks included: to try every form on a line takes longer the longer it is.
const WORDS_MAX: usize = 100;

/// When the things of a line happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// At the time of the line before; at the founding, before the first line with a day.
    AsBefore,
    /// On this day at this time; without one, at noon, or at the time of a later line before it on that day.
    On(Date, Option<Time>),
}

/// The refusal that a line expects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The clause as a citation prints it: `GOV-06(2)`.
    pub clause: String,
    /// The code.
    pub code: Code,
}

/// A line that is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number in the file.
    pub number: u32,
    /// Its words.
    pub text: String,
    /// When its things happen.
    pub when: When,
    /// What it tells, in order.
    pub sentences: Vec<Sentence>,
    /// The refusal that each of its deeds must meet.
    pub refused: Option<Expected>,
}

/// A line that is not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotUnderstood {
    /// Its number in the file.
    pub line: u32,
    /// Its words.
    pub text: String,
    /// What is wrong, and what would be right.
    pub says: String,
}

impl fmt::Display for NotUnderstood {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: I do not understand `{}`: {}", self.line, self.text, self.says)
    }
}

/// The lines of an example whose first sentence stands on line `first` of its file; or every line that
/// is not understood. Empty lines say nothing.
pub fn parse(text: &str, first: u32) -> Result<Vec<Line>, Vec<NotUnderstood>> {
    let (mut lines, mut problems) = (Vec::new(), Vec::new());
    for (number, line) in (first..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match read(number, line.trim()) {
            Ok(line) => lines.push(line),
            Err(says) => problems.push(NotUnderstood { line: number, text: line.trim().to_owned(), says }),
        }
    }
    if problems.is_empty() { Ok(lines) } else { Err(problems) }
}

fn read(number: u32, text: &str) -> Result<Line, String> {
    let tokens = tokens(text)?;
    if tokens.len() > WORDS_MAX {
        return Err(format!("it has {} words, and {WORDS_MAX} fit on a line", tokens.len()));
    }
    for token in &tokens {
        must_be_on_the_calendar(token)?;
    }
    let (when, rest) = when(&tokens);
    let (rest, refused) = refused(rest)?;
    let mut sentences = Vec::new();
    for part in rest.split(|token| token.sort == Sort::Mark && token.text == ";") {
        let Some((form, said)) = fit(text, part) else { return Err(nearest::advice(part)) };
        sentences.extend((form.read)(&said));
    }
    if refused.is_some() && sentences.iter().any(|sentence| matches!(sentence, Sentence::Claim(_))) {
        return Err("only what somebody does can be refused; this says that something is so".to_owned());
    }
    Ok(Line { number, text: text.to_owned(), when, sentences, refused })
}

/// The form that a sentence fits, and what it says.
fn fit<'a>(line: &'a str, tokens: &[Token<'a>]) -> Option<(&'static Form, pattern::Said<'a>)> {
    forms().find_map(|form| Some((form, pattern::fit(form.pattern, line, tokens)?)))
}

/// The form that a sentence is read by.
#[cfg(test)]
pub(super) fn form_of(sentence: &str) -> Option<&'static Form> {
    let tokens = tokens(sentence).ok()?;
    let (_, rest) = when(&tokens);
    let part = rest.split(|token| token.text == ";").next()?;
    fit(sentence, part).map(|(form, _)| form)
}

fn when<'t, 'a>(tokens: &'t [Token<'a>]) -> (When, &'t [Token<'a>]) {
    let word = |at: usize| tokens.get(at).filter(|token| token.sort == Sort::Word);
    let Some(date) = word(0).and_then(|token| token.text.parse::<Date>().ok()) else {
        return (When::AsBefore, tokens);
    };
    let time = word(1).filter(|token| token.text.contains(':')).and_then(|token| token.text.parse().ok());
    (When::On(date, time), &tokens[if time.is_some() { 2 } else { 1 }..])
}

type WithRefusal<'t, 'a> = (&'t [Token<'a>], Option<Expected>);

fn refused<'t, 'a>(tokens: &'t [Token<'a>]) -> Result<WithRefusal<'t, 'a>, String> {
    let at = tokens.windows(2).position(|pair| pair[0].is("refused") && pair[1].is(":"));
    let Some(at) = at else { return Ok((tokens, None)) };
    let [clause, code] = &tokens[at + 2..] else {
        return Err(
            "behind `refused:` stand a clause and a code, such as `GOV-06(2) rounds_must_be_complete`"
                .to_owned(),
        );
    };
    let Some(code) = Code::from_id(code.text) else {
        let known = nearest::word(code.text, Code::ALL.iter().map(|code| code.id()));
        return Err(format!("no refusal has the code `{}`; write `{known}` if that is meant", code.text));
    };
    Ok((&tokens[..at], Some(Expected { clause: clause.text.to_owned(), code })))
}

/// A word that looks like a day or a time must be one.
fn must_be_on_the_calendar(token: &Token<'_>) -> Result<(), String> {
    let looks_like = |marks: &str| {
        token.sort == Sort::Word
            && token.text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).eq(marks.chars())
    };
    if looks_like("0000-00-00") && token.text.parse::<Date>().is_err() {
        return Err(format!("{} is no day of the calendar", token.text));
    }
    if looks_like("00:00") && token.text.parse::<Time>().is_err() {
        return Err(format!("{} is no time of day", token.text));
    }
    Ok(())
}

/// What a place of a pattern may hold, for the manual.
pub(super) fn places() -> impl Iterator<Item = (&'static str, &'static str)> {
    pattern::SLOTS.iter().map(|(name, _, holds): &(&str, Slot, &str)| (*name, *holds))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn says(text: &str) -> String {
        parse(text, 7).unwrap_err().iter().map(|problem| problem.to_string() + "\n").collect()
    }

    #[test]
    fn a_line_has_its_day_its_sentences_and_its_refusal() {
        let lines =
            parse("\n2026-03-12 18:30  Ana calls a vote   refused: GOV-06(2) rounds_must_be_complete", 3)
                .unwrap();
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].number, 4);
        let on = When::On("2026-03-12".parse().unwrap(), Some("18:30".parse().unwrap()));
        assert_eq!(lines[0].when, on);
        let refused = lines[0].refused.as_ref().unwrap();
        assert_eq!((refused.clause.as_str(), refused.code), ("GOV-06(2)", Code::RoundsMustBeComplete));
        assert_eq!(parse("Ana and Chi vote for; Bo votes against", 1).unwrap()[0].sentences.len(), 3);
    }

    #[test]
    fn what_is_not_understood_names_the_line_and_the_nearest_form() {
        let text = says("2026-03-12 Ana calls for a vote");
        assert!(text.contains("line 7: I do not understand `2026-03-12 Ana calls for a vote`"), "{text}");
        assert!(text.contains("NAME calls a vote [on TITLE]"), "{text}");
        assert!(text.contains("Ana calls a vote closing 2026-03-26 18:00"), "{text}");
        assert!(says("2026-02-30 Ana calls a vote").contains("2026-02-30 is no day of the calendar"));
        assert!(says("2026-02-03 25:00 Ana calls a vote").contains("25:00 is no time of day"));
        assert!(says("Ana calls a vote refused: GOV-06").contains("a clause and a code"));
        let code = says("Ana calls a vote refused: GOV-06 rounds_must_be_done");
        assert!(code.contains("write `rounds_must_be_complete` if that is meant"), "{code}");
        assert!(says("the roll counts 7 refused: GOV-06 stage_must_fit").contains("can be refused"));
        assert_eq!(parse("Ana dances\nBo dances", 1).unwrap_err().len(), 2);
        assert!(says(&"Ana ".repeat(101)).contains("it has 101 words, and 100 fit on a line"));
    }

    proptest! {
        /// Whatever stands there, it is understood or said to be not.
        #[test]
        fn any_text_is_read(text in "([a-zA-Z,:;\"'’“” ]|2026-0[0-9]-01|is|and|Ana|vote|for|closes round|refused: |\n){0,40}") {
            if let Err(problems) = parse(&text, 1) {
                prop_assert!(problems.iter().all(|problem| !problem.says.is_empty()));
            }
        }
    }
}
