//! The patterns of sentences, and how a sentence fits one.

use jiff::civil::{Date, Time};

use super::token::{Sort, Token};

/// A place in a pattern that a sentence fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slot {
    Name,
    Names,
    Title,
    Text,
    Reason,
    Words,
    Date,
    Dates,
    Time,
    Number,
    Amount,
    Clause,
}

/// The places by what patterns call them, with what a sentence may put there.
pub(super) const SLOTS: &[(&str, Slot, &str)] = &[
    ("NAME", Slot::Name, "a person or an organization; whoever was not named before is entered"),
    ("NAMES", Slot::Names, "one or several names: `Ana`, `Ana and Bo`, `Ana, Bo and Chi`"),
    (
        "TITLE",
        Slot::Title,
        "the title of a proposal in quotation marks, or `it`: the one that was spoken of last",
    ),
    ("TEXT", Slot::Text, "words in quotation marks"),
    ("REASON", Slot::Reason, "words, to the end of the sentence"),
    ("CLASS", Slot::Words, "a membership class, as the rulebook calls it"),
    ("PHASE", Slot::Words, "a phase of a class"),
    ("MATTER", Slot::Words, "a kind of matter"),
    ("GROUP", Slot::Words, "a group of matters"),
    ("RIGHT", Slot::Words, "a right, such as `vote`, `propose` or `see finances`"),
    ("DOCUMENT", Slot::Words, "a document that members commit to"),
    ("AGREEMENT", Slot::Words, "a written agreement"),
    ("OFFICE", Slot::Words, "an office"),
    ("CASE", Slot::Words, "a kind of case"),
    (
        "STAGE",
        Slot::Words,
        "how far an applicant has come: `new`, `talking`, `invited`, `admitted`, `declined`, `withdrawn`",
    ),
    ("OUTCOME", Slot::Words, "an outcome of a kind of case"),
    ("SUBJECT", Slot::Words, "a subject of a review"),
    ("SETTLEMENT", Slot::Words, "something that is settled with whoever leaves"),
    ("ITEM", Slot::Words, "something that whoever leaves hands over"),
    ("TOPIC", Slot::Words, "a subject of a declaration"),
    ("DECLARATION", Slot::Words, "a kind of declaration"),
    ("KIND", Slot::Words, "a kind of asset"),
    ("CONFIDENTIALITY", Slot::Words, "a confidentiality class"),
    ("CHANNEL", Slot::Words, "a channel of the members"),
    ("SECTION", Slot::Words, "a section of a written agreement"),
    (
        "MARK",
        Slot::Words,
        "a mark of a complete round: `the agenda`, `everyone`, `the pros and cons`, `the minutes`",
    ),
    ("DATE", Slot::Date, "a day, such as `2026-03-02`"),
    ("DATES", Slot::Dates, "one or several days"),
    ("TIME", Slot::Time, "a time of day, such as `18:00`, in the co-op's time zone"),
    ("NUMBER", Slot::Number, "a whole number"),
    ("AMOUNT", Slot::Amount, "an amount in the co-op's currency, such as `30000` or `33,333.34`"),
    ("CLAUSE", Slot::Clause, "a clause, such as `GOV-06` or `GOV-06(2)`"),
];

#[derive(Debug, Clone, PartialEq, Eq)]
enum Element {
    /// One of these words.
    Word(Vec<&'static str>),
    Slot(Slot),
    Optional(Vec<Element>),
}

/// What a sentence put into the places of a pattern.
#[derive(Debug, Clone, Default)]
pub(super) struct Said<'a> {
    line: &'a str,
    /// The words of the pattern that the sentence used, in order.
    literals: Vec<&'static str>,
    /// Each place, the word of the pattern before it, and what fills it.
    filled: Vec<(Slot, &'static str, Vec<Token<'a>>)>,
}

impl<'a> Said<'a> {
    /// Whether the sentence used this word of the pattern.
    pub fn has(&self, word: &str) -> bool {
        self.literals.contains(&word)
    }

    /// What fills the place of this sort behind the word `after` of the pattern ("" for the first).
    pub fn text(&self, slot: Slot, after: &str) -> Option<String> {
        let tokens = self.tokens(slot, after)?;
        let (first, last) = (tokens.first()?, tokens.last()?);
        match first.sort {
            Sort::Quoted if tokens.len() == 1 => Some(first.text.to_owned()),
            _ => Some(self.line[first.from..last.to].to_owned()),
        }
    }

    /// The items of a list.
    pub fn list(&self, slot: Slot, after: &str) -> Vec<String> {
        let mut items = Vec::new();
        for part in parts(self.tokens(slot, after).unwrap_or_default()) {
            if let Some((first, last)) = part.first().zip(part.last()) {
                items.push(self.line[first.from..last.to].to_owned());
            }
        }
        items
    }

    fn tokens(&self, slot: Slot, after: &str) -> Option<&[Token<'a>]> {
        let found = self.filled.iter().find(|(kind, behind, _)| *kind == slot && *behind == after);
        found.map(|(_, _, tokens)| tokens.as_slice())
    }
}

/// What the sentence `tokens` of `line` puts into `pattern`; `None` where it does not fit.
pub(super) fn fit<'a>(pattern: &'static str, line: &'a str, tokens: &[Token<'a>]) -> Option<Said<'a>> {
    let elements = read(pattern);
    let all: Vec<&Element> = elements.iter().collect();
    go(&all, tokens, Said { line, ..Said::default() })
}

/// The words of a pattern, without its places.
pub(super) fn words(pattern: &'static str) -> Vec<&'static str> {
    let mut words = Vec::new();
    collect(&read(pattern), &mut words);
    words
}

fn collect(elements: &[Element], words: &mut Vec<&'static str>) {
    for element in elements {
        match element {
            Element::Word(alternatives) => words.extend(alternatives),
            Element::Optional(inner) => collect(inner, words),
            Element::Slot(_) => {}
        }
    }
}

fn go<'a>(elements: &[&Element], tokens: &[Token<'a>], said: Said<'a>) -> Option<Said<'a>> {
    let Some((element, rest)) = elements.split_first() else {
        return tokens.is_empty().then_some(said);
    };
    match element {
        Element::Word(alternatives) => {
            let (token, after) = tokens.split_first()?;
            let word = alternatives.iter().find(|word| token.is(word))?;
            let mut said = said;
            said.literals.push(word);
            go(rest, after, said)
        }
        Element::Slot(slot) => {
            (1..=tokens.len()).filter(|length| slot.takes(&tokens[..*length])).find_map(|length| {
                let mut said = said.clone();
                let behind = said.literals.last().copied().unwrap_or_default();
                said.filled.push((*slot, behind, tokens[..length].to_vec()));
                go(rest, &tokens[length..], said)
            })
        }
        Element::Optional(inner) => {
            let with: Vec<&Element> = inner.iter().chain(rest.iter().copied()).collect();
            go(&with, tokens, said.clone()).or_else(|| go(rest, tokens, said))
        }
    }
}

impl Slot {
    fn takes(self, tokens: &[Token<'_>]) -> bool {
        let is_word = |token: &Token<'_>| token.sort == Sort::Word;
        match self {
            Slot::Name | Slot::Words => {
                tokens.iter().all(|token| token.sort != Sort::Quoted && is_plain(token))
            }
            Slot::Names => parts(tokens).iter().all(|part| !part.is_empty() && part.iter().all(is_plain)),
            Slot::Title => matches!(tokens, [only] if only.sort == Sort::Quoted || only.is("it")),
            Slot::Text => matches!(tokens, [only] if only.sort == Sort::Quoted),
            Slot::Reason => true,
            Slot::Date => matches!(tokens, [only] if is_word(only) && only.text.parse::<Date>().is_ok()),
            Slot::Dates => parts(tokens).iter().all(|part| Slot::Date.takes(part)),
            Slot::Time => {
                matches!(tokens, [only] if is_word(only) && only.text.contains(':') && only.text.parse::<Time>().is_ok())
            }
            Slot::Number => matches!(tokens, [only] if is_word(only) && only.text.parse::<u32>().is_ok()),
            Slot::Amount => {
                matches!(tokens, [only] if is_word(only) && only.text.starts_with(|c: char| c.is_ascii_digit()))
            }
            Slot::Clause => {
                matches!(tokens, [only] if is_word(only) && only.text.contains(|c: char| c.is_ascii_digit()))
            }
        }
    }
}

/// Whether a token can be part of a name: a word that is no date, or the `'s` within one.
fn is_plain(token: &Token<'_>) -> bool {
    match token.sort {
        Sort::Word => token.text.parse::<Date>().is_err(),
        Sort::Mark => token.text == "'s",
        Sort::Quoted => false,
    }
}

/// The items of `A, B and C`.
fn parts<'t, 'a>(tokens: &'t [Token<'a>]) -> Vec<&'t [Token<'a>]> {
    tokens.split(|token| token.is(",") || token.is("and")).collect()
}

/// A pattern as elements. Words in capitals are places, `a|b` is either word, `[...]` may be left out.
fn read(pattern: &'static str) -> Vec<Element> {
    let mut open: Vec<Vec<Element>> = vec![Vec::new()];
    for piece in pieces(pattern) {
        match piece {
            "[" => open.push(Vec::new()),
            "]" => {
                let inner = open.pop().unwrap_or_default();
                if let Some(outer) = open.last_mut() {
                    outer.push(Element::Optional(inner));
                }
            }
            word => {
                let slot = SLOTS.iter().find(|(name, ..)| *name == word).map(|(_, slot, _)| *slot);
                let element = slot.map_or_else(|| Element::Word(word.split('|').collect()), Element::Slot);
                if let Some(inner) = open.last_mut() {
                    inner.push(element);
                }
            }
        }
    }
    open.swap_remove(0)
}

fn pieces(pattern: &'static str) -> Vec<&'static str> {
    let mut pieces = Vec::new();
    let mut rest = pattern;
    while let Some(start) = rest.find(|c: char| !c.is_whitespace()) {
        rest = &rest[start..];
        let length = match rest.as_bytes()[0] {
            b'[' | b']' | b',' | b':' => 1,
            b'\'' => 2,
            _ => rest.find(|c: char| c.is_whitespace() || "[],:'".contains(c)).unwrap_or(rest.len()),
        };
        pieces.push(&rest[..length]);
        rest = &rest[length..];
    }
    pieces
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{super::token::tokens, *};

    fn said(pattern: &'static str, line: &'static str) -> Option<Said<'static>> {
        fit(pattern, line, &tokens(line).unwrap())
    }

    #[test]
    fn every_place_has_a_name_of_its_own() {
        let names: BTreeSet<&str> = SLOTS.iter().map(|(name, ..)| *name).collect();
        assert_eq!(names.len(), SLOTS.len());
    }

    #[test]
    fn places_are_filled_and_options_may_be_left_out() {
        let pattern = "NAMES vote|votes for|against [on TITLE] [on behalf of NAME]";
        let said_all =
            said(pattern, "Ana, Bo and Chi vote for on \"Buy a van\" on behalf of Elm City Co-op").unwrap();
        assert_eq!(said_all.list(Slot::Names, ""), ["Ana", "Bo", "Chi"]);
        assert_eq!(said_all.text(Slot::Title, "on").as_deref(), Some("Buy a van"));
        assert_eq!(said_all.text(Slot::Name, "of").as_deref(), Some("Elm City Co-op"));
        assert!(said_all.has("for") && !said_all.has("against"));
        let said_less = said(pattern, "Ana votes against").unwrap();
        assert_eq!(said_less.text(Slot::Title, "on"), None);
        assert!(said(pattern, "Ana votes").is_none());
        assert!(said(pattern, "Ana, and Bo vote for").is_none());
    }

    #[test]
    fn a_possessive_ends_a_name_or_stands_in_one() {
        let pattern = "NAME's membership ends on DATE";
        let whose = |line| said(pattern, line).unwrap().text(Slot::Name, "");
        assert_eq!(whose("Gus's membership ends on 2026-03-31").as_deref(), Some("Gus"));
        assert_eq!(whose("Ana's Kitchen's membership ends on 2026-03-31").as_deref(), Some("Ana's Kitchen"));
        assert!(said(pattern, "Gus's membership ends on Friday").is_none());
    }
}
