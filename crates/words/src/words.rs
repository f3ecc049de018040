//! The catalogue as one reader hears it.

use fluent_bundle::{FluentArgs, FluentValue};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rochdale_core::{
    membership::Right,
    message::{Argument, Message},
    offices::Power,
    proposals::{Choice, Mark, StanceKind},
    values::{Language, MembershipId, Minor, PartyId, Slug, decimals_of, symbol_of},
};

use crate::{
    Naming, Tongue,
    pieces::{Piece, Sentence},
};

/// How long most arguments are, in bytes: a name, a day, a count.
const ARGUMENT_BYTES: usize = 24;

/// Sentences in one language, with times in one zone and names from one place.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    tongue: &'a Tongue,
    zone: &'a TimeZone,
    naming: &'a dyn Naming,
}

impl<'a> Words<'a> {
    /// The sentences of `tongue`, with instants said in `zone` and names by `naming`.
    pub fn new(tongue: &'a Tongue, zone: &'a TimeZone, naming: &'a dyn Naming) -> Self {
        Self { tongue, zone, naming }
    }

    /// The language.
    pub fn language(&self) -> &'a Language {
        self.tongue.language()
    }

    /// The time zone in which instants are said.
    pub fn zone(&self) -> &'a TimeZone {
        self.zone
    }

    /// The sentence called `key`, which takes no arguments.
    pub fn text(&self, key: &str) -> &'a str {
        self.tongue.text(key)
    }

    /// The sentence called `key` with its arguments by name.
    pub fn text_with<const N: usize>(&self, key: &str, arguments: [(&'static str, Argument); N]) -> String {
        self.fill(key, arguments.iter().map(|(name, argument)| (*name, argument)))
    }

    /// A message of the core.
    pub fn say(&self, message: &Message) -> String {
        if message.arguments.is_empty() {
            return self.text(message.key.id).to_owned();
        }
        self.fill(message.key.id, message.named())
    }

    fn fill<'b>(
        &self,
        key: &str,
        arguments: impl Iterator<Item = (&'static str, &'b Argument)> + Clone,
    ) -> String {
        let mut said = match self.tongue.sentence(key) {
            Some(Sentence::Whole(said)) => return said.to_string(),
            Some(Sentence::Pieces(pieces)) => self.put_together(pieces, arguments),
            None => self.chosen(key, arguments),
        };
        // A sentence that ends with a time of day: Spanish writes "6:00 p. m." with its own full stop.
        if said.ends_with("..") && !said.ends_with("...") {
            said.pop();
        }
        said
    }

    /// A sentence that says its arguments as they are.
    pub(crate) fn put_together<'b>(
        &self,
        pieces: &[Piece],
        arguments: impl Iterator<Item = (&'static str, &'b Argument)> + Clone,
    ) -> String {
        let texts = pieces.iter().map(|piece| match piece {
            Piece::Text(text) => text.len(),
            Piece::Argument(_) => ARGUMENT_BYTES,
        });
        let mut said = String::with_capacity(texts.sum());
        for piece in pieces {
            match piece {
                // "6:00 p. m." brings the full stop of a sentence in the middle of a letter along too.
                Piece::Text(text) if said.ends_with('.') && text.starts_with(". ") => {
                    said.push_str(&text[1..])
                }
                Piece::Text(text) => said.push_str(text),
                Piece::Argument(wanted) => {
                    let found = arguments.clone().find(|(name, _)| name == wanted);
                    debug_assert!(found.is_some(), "no argument `{wanted}` for {said:?}");
                    if let Some((_, argument)) = found {
                        said.push_str(&self.argument(argument));
                    }
                }
            }
        }
        said
    }

    /// A sentence that chooses by its arguments.
    fn chosen<'b>(&self, key: &str, arguments: impl Iterator<Item = (&'static str, &'b Argument)>) -> String {
        let mut filled = FluentArgs::new();
        for (name, argument) in arguments {
            filled.set(
                name,
                match argument {
                    Argument::Number(number) => FluentValue::from(*number),
                    other => FluentValue::from(self.argument(other)),
                },
            );
        }
        self.tongue.text_with(key, &filled)
    }

    /// One thing that a sentence speaks of.
    pub fn argument(&self, argument: &Argument) -> String {
        let language = self.language();
        match argument {
            Argument::Text(text) => text.to_string(),
            Argument::Number(number) => self.tongue.formats.number(*number),
            Argument::Ratio(ratio) => ratio.to_string(),
            Argument::Date(date) => self.date(*date),
            Argument::Instant(at) => self.instant(*at),
            Argument::Party(party) => self.party(*party),
            Argument::Membership(membership) => self.membership(*membership),
            Argument::Proposal(proposal) => self.naming.proposal(*proposal),
            Argument::Resolution(number) => number.to_string(),
            Argument::Class(class) => self.naming.class(class, language),
            Argument::Phase(phase) => self.naming.phase(phase, language),
            Argument::Matter(matter) => self.naming.matter(matter, language),
            Argument::Group(group) => self.naming.group(group, language),
            Argument::Named(name) => self.naming.named(name, language),
            Argument::Right(right) => self.right(*right).to_owned(),
            Argument::Power(power) => self.power(*power).to_owned(),
            Argument::Case(case) => case.to_string(),
            Argument::Exit(exit) => exit.to_string(),
            Argument::Money(amount, currency) => self.money(*amount, currency),
            Argument::Applicant(applicant) => applicant.to_string(),
            Argument::Stance(stance) => self.stance(*stance).to_owned(),
            Argument::Choice(choice) => self.choice(*choice).to_owned(),
            Argument::Mark(mark) => self.mark(*mark).to_owned(),
            Argument::Name(names) => names.in_language(language).to_owned(),
            Argument::Clause(citation) => citation.to_string(),
            Argument::List(items) => self.list(items.iter().map(|item| self.argument(item)).collect()),
        }
    }

    /// A day: "March 2, 2026".
    pub fn date(&self, date: Date) -> String {
        self.tongue.formats.date(date)
    }

    /// A day where there is little room: "Mar 2, 2026".
    pub fn short_date(&self, date: Date) -> String {
        self.tongue.formats.short_date(date)
    }

    /// A day with its weekday: "Monday, March 2, 2026".
    pub fn weekday_date(&self, date: Date) -> String {
        self.tongue.formats.weekday_date(date)
    }

    /// An instant in the co-op's time zone: "March 2, 2026 at 6:00 PM".
    pub fn instant(&self, at: Timestamp) -> String {
        self.tongue.formats.instant(self.zone.to_datetime(at))
    }

    /// The day on which an instant falls in the co-op's time zone.
    pub fn day_of(&self, at: Timestamp) -> Date {
        self.zone.to_datetime(at).date()
    }

    /// The time of day of an instant in the co-op's time zone: "6:00 PM".
    pub fn time(&self, at: Timestamp) -> String {
        self.tongue.formats.time(self.zone.to_datetime(at).time())
    }

    /// A count, with its digits grouped.
    pub fn count(&self, count: u64) -> String {
        self.tongue.formats.number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// An amount with the sign of its currency, and with decimals where it has some: "NT$30,000", "$12.50".
    pub fn money(&self, amount: Minor, currency: &str) -> String {
        let digits = match amount.whole(decimals_of(currency)) {
            Some(whole) => self.tongue.formats.number(whole),
            None => self.amount(amount, currency),
        };
        self.text_with("money", [("currency", symbol_of(currency).into()), ("amount", digits.into())])
    }

    /// An amount of a currency, without its name: "30,000.00".
    pub fn amount(&self, amount: Minor, currency: &str) -> String {
        self.tongue.formats.amount(amount, decimals_of(currency))
    }

    /// Several things: "Ana, Bo and Chi".
    pub fn list(&self, items: Vec<String>) -> String {
        let Some((last, before)) = items.split_last() else { return String::new() };
        if before.is_empty() {
            return last.clone();
        }
        // Spanish says "e" for "y" before the sound "i".
        let and = if self.language().as_str() == "es" && starts_with_i_sound(last) {
            "list-and-e"
        } else {
            "list-and"
        };
        let before = before.join(self.text("list-between"));
        self.text_with(and, [("before", before.into()), ("last", last.clone().into())])
    }

    /// A person or organization, or that its details are erased.
    pub fn party(&self, party: PartyId) -> String {
        self.naming.party(party).unwrap_or_else(|| self.text("name-erased").to_owned())
    }

    /// Whose membership it is, or that their details are erased.
    pub fn membership(&self, membership: MembershipId) -> String {
        self.naming.membership(membership).unwrap_or_else(|| self.text("name-erased").to_owned())
    }

    /// A membership class.
    pub fn class(&self, class: &Slug) -> String {
        self.naming.class(class, self.language())
    }

    /// A phase of a class.
    pub fn phase(&self, phase: &Slug) -> String {
        self.naming.phase(phase, self.language())
    }

    /// A kind of matter.
    pub fn matter(&self, matter: &Slug) -> String {
        self.naming.matter(matter, self.language())
    }

    /// A group of matters.
    pub fn group(&self, group: &Slug) -> String {
        self.naming.group(group, self.language())
    }

    /// A document, an agreement or a section of one, or a kind within a class.
    pub fn named(&self, name: &Slug) -> String {
        self.naming.named(name, self.language())
    }

    /// A right, as something one may or must do: "vote".
    pub fn right(&self, right: Right) -> &'a str {
        self.text(&format!("right-{}", right.id()))
    }

    /// A power of an office, as something its holder may do: "keep the list of members".
    pub fn power(&self, power: Power) -> &'a str {
        self.text(&format!("power-{}", power.id()))
    }

    /// A stance in a round.
    pub fn stance(&self, stance: StanceKind) -> &'a str {
        self.text(&format!("stance-{}", stance.id()))
    }

    /// A choice in a vote.
    pub fn choice(&self, choice: Choice) -> &'a str {
        self.text(&format!("choice-{}", choice.id()))
    }

    /// A mark of a complete round.
    pub fn mark(&self, mark: Mark) -> &'a str {
        self.text(&format!("mark-{}", mark.id()))
    }
}

fn starts_with_i_sound(word: &str) -> bool {
    let word = word.to_lowercase();
    let sounds =
        word.starts_with('i') || word.starts_with('í') || word.starts_with("hi") || word.starts_with("hí");
    sounds && !word.starts_with("hie") && !word.starts_with("ie")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Catalogue, NoNames};

    fn list(language: &str, items: &[&str]) -> String {
        let catalogue = Catalogue::built_in();
        let zone = TimeZone::UTC;
        let words = Words::new(catalogue.tongue(&Language::new(language)), &zone, &NoNames);
        words.list(items.iter().map(|item| (*item).to_owned()).collect())
    }

    #[test]
    fn lists_end_with_and() {
        assert_eq!(list("en", &[]), "");
        assert_eq!(list("en", &["Ana"]), "Ana");
        assert_eq!(list("en", &["Ana", "Bo", "Chi"]), "Ana, Bo and Chi");
        assert_eq!(list("es", &["Ana", "Bo", "Chi"]), "Ana, Bo y Chi");
        assert_eq!(list("es", &["Ana", "Inés"]), "Ana e Inés");
        assert_eq!(list("zh-Hant", &["安", "柏", "琪"]), "安、柏和琪");
    }

    #[test]
    fn a_sentence_that_ends_with_a_time_ends_with_one_full_stop() {
        let catalogue = Catalogue::built_in();
        let zone = TimeZone::UTC;
        let words = Words::new(catalogue.tongue(&Language::new("es")), &zone, &NoNames);
        let at: Timestamp = "2026-03-02T18:00:00Z".parse().unwrap();
        let said = words.say(&rochdale_core::messages::VOTE_CLOSED_AT.with([at.into()]));
        assert!(said.ends_with("m.") && !said.ends_with(".."), "{said}");
    }

    #[test]
    fn instants_are_said_in_the_co_ops_zone() {
        let catalogue = Catalogue::built_in();
        let zone = TimeZone::get("Asia/Taipei").unwrap();
        let words = Words::new(catalogue.tongue(&Language::new("zh-Hant")), &zone, &NoNames);
        assert_eq!(words.instant("2026-03-02T20:00:00Z".parse().unwrap()), "2026年3月3日 凌晨4:00");
    }
}
