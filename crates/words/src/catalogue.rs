//! The sentences of every language, read once.

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::{
    ast::{Entry, Message, Resource},
    parser::parse_runtime,
    serializer::serialize,
};
use intl_memoizer::concurrent::IntlLangMemoizer;
use rochdale_core::values::Language;
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use crate::{
    format::Formats,
    pieces::{Sentence, taken_apart},
};

/// The files of one language: the domain's name and its sentences.
type Files = &'static [(&'static str, &'static str)];

macro_rules! files {
    ($language:literal) => {
        files!($language:
            "api", "frame", "home", "membership", "representatives", "proposals", "bylaws", "register", "accounts",
            "offices", "applicants", "agreements", "cases", "mail", "reviews", "leaving", "declarations", "assets", "standing", "lists", "archive", "kept",
            "findings", "problems", "remedies", "refusals", "sentences")
    };
    ($language:literal: $($domain:literal),*) => {
        &[$(($domain, include_str!(concat!("../locales/", $language, "/", $domain, ".ftl")))),*]
    };
}

/// Every language: its tag, the locale in which dates and numbers are written, and its files. The
/// first is the one that is spoken when a reader's own is not here.
const LANGUAGES: &[(&str, &str, Files)] = &[
    ("en", "en-US", files!("en")),
    ("es", "es-US", files!("es")),
    ("zh-Hant", "zh-Hant-TW", files!("zh-Hant")),
];

/// The sentences of every language.
pub struct Catalogue {
    tongues: Vec<Tongue>,
}

/// The sentences of one language, with its ways of writing dates and numbers.
pub struct Tongue {
    language: Language,
    /// The sentences that choose by their arguments.
    bundle: FluentBundle<FluentResource>,
    /// The others, taken apart. They are looked up some fifty times a page, by keys of ours.
    apart: FxHashMap<&'static str, Sentence>,
    pub(crate) formats: Formats,
}

impl Catalogue {
    /// Reads the sentences that are built into the program.
    ///
    /// # Panics
    ///
    /// When a built-in file is not well-formed Fluent, which the tests of this crate rule out.
    pub fn built_in() -> Self {
        Self {
            tongues: LANGUAGES.iter().map(|&(tag, locale, files)| Tongue::read(tag, locale, files)).collect(),
        }
    }

    /// The languages it speaks, the fallback first.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.tongues.iter().map(|tongue| &tongue.language)
    }

    /// The sentences of `language`, or of the fallback where it does not speak that one.
    pub fn tongue(&self, language: &Language) -> &Tongue {
        self.tongues.iter().find(|tongue| tongue.language == *language).unwrap_or(&self.tongues[0])
    }

    /// The language to speak with somebody whose browser sends this `Accept-Language`. Tags are
    /// taken in their order of preference; Chinese of any kind is answered in Traditional Chinese,
    /// because that is nearer than English.
    pub fn preferred(&self, accept_language: &str) -> &Language {
        let mut wanted: Vec<(u32, &str)> = accept_language.split(',').filter_map(quality).collect();
        wanted.sort_by_key(|&(quality, _)| std::cmp::Reverse(quality));
        let speaks = |tag, language: &Language| primary(language.as_str()).eq_ignore_ascii_case(primary(tag));
        wanted
            .into_iter()
            .find_map(|(_, tag)| self.languages().find(|language| speaks(tag, language)))
            .unwrap_or(&self.tongues[0].language)
    }

    /// For each language the domain, key and text of every sentence, as the files have them.
    pub fn sources() -> BTreeMap<&'static str, Vec<(&'static str, &'static str, String)>> {
        LANGUAGES
            .iter()
            .map(|&(tag, _, files)| {
                let sentences = files.iter().flat_map(|&(domain, text)| {
                    entries(text).into_iter().map(move |(key, text)| (domain, key, text))
                });
                (tag, sentences.collect())
            })
            .collect()
    }
}

/// The language of a tag, without its script and region.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// One tag of an `Accept-Language` with its quality in thousandths; `None` for what is refused (q=0).
fn quality(item: &str) -> Option<(u32, &str)> {
    let (tag, parameter) = item.split_once(';').unwrap_or((item, "q=1"));
    let number = parameter.trim().strip_prefix("q=").unwrap_or("1");
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let thousandths: String = fraction.chars().chain("000".chars()).take(3).collect();
    let quality = whole.parse::<u32>().ok()?.min(1) * 1000 + thousandths.parse::<u32>().ok()?;
    (quality > 0).then_some((quality, tag.trim()))
}

/// The key and the text of each sentence in a Fluent file, in order.
fn entries(file: &'static str) -> Vec<(&'static str, String)> {
    let mut found: Vec<(&'static str, String)> = Vec::new();
    for line in file.lines() {
        let opens = line.starts_with(|first: char| first.is_ascii_lowercase());
        if let Some((key, text)) = line.split_once('=').filter(|_| opens) {
            found.push((key.trim(), text.trim().to_owned()));
        } else if let Some((_, text)) = found.last_mut().filter(|_| line.starts_with(' ')) {
            text.push('\n');
            text.push_str(line.trim());
        }
    }
    found
}

impl Tongue {
    fn read(tag: &str, locale: &str, files: Files) -> Self {
        let identifier: LanguageIdentifier = locale.parse().expect("LANGUAGES holds well-formed tags");
        let (mut apart, mut chosen) = (FxHashMap::default(), Vec::new());
        for (domain, text) in files {
            let resource =
                parse_runtime(*text).unwrap_or_else(|(_, errors)| panic!("{tag}/{domain}.ftl: {errors:?}"));
            for entry in resource.body {
                let Entry::Message(Message { id, value: Some(pattern), .. }) = &entry else { continue };
                match taken_apart(pattern) {
                    Some(sentence) => drop(apart.insert(id.name, sentence)),
                    None => chosen.push(entry),
                }
            }
        }
        // Fluent keeps several times the text of what it reads: only what it is needed for is left to it.
        let bundle = bundle_of(identifier, [serialize(&Resource { body: chosen })]);
        Self { language: Language::new(tag), bundle, apart, formats: Formats::of(locale) }
    }

    /// The language.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The sentence without arguments that is called `key`. The tests see to it that every key which
    /// the program says is here; should one not be, nothing is said.
    pub fn text(&self, key: &str) -> &str {
        match self.sentence(key) {
            Some(Sentence::Whole(said)) => said,
            _ => {
                debug_assert!(false, "no sentence `{key}` without arguments");
                ""
            }
        }
    }

    /// The sentence that is called `key`; `None` where it does more than say its arguments.
    pub(crate) fn sentence(&self, key: &str) -> Option<&Sentence> {
        self.apart.get(key)
    }

    /// The sentence that is called `key`, with its arguments, as Fluent says it.
    pub(crate) fn text_with(&self, key: &str, arguments: &FluentArgs<'_>) -> String {
        let said = format(&self.bundle, key, Some(arguments));
        debug_assert!(said.is_some(), "no sentence `{key}`, or not with these arguments: {arguments:?}");
        said.unwrap_or_default()
    }
}

/// Sentences as Fluent says them.
fn bundle_of(
    language: LanguageIdentifier,
    texts: impl IntoIterator<Item = String>,
) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Marks around each argument are for mixed directions of writing; all of ours run one way.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(write_number));
    for text in texts {
        let resource = FluentResource::try_new(text)
            .unwrap_or_else(|(_, errors)| panic!("a file of sentences: {errors:?}"));
        bundle.add_resource(resource).unwrap_or_else(|errors| panic!("a file of sentences: {errors:?}"));
    }
    bundle
}

/// The sentence, or `None` where there is none or an argument is missing.
fn format(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    arguments: Option<&FluentArgs<'_>>,
) -> Option<String> {
    let mut errors = Vec::new();
    let said = bundle.format_pattern(bundle.get_message(key)?.value()?, arguments, &mut errors).into_owned();
    errors.is_empty().then_some(said)
}

/// Numbers inside sentences, with the digits grouped as all our languages group them. Fluent itself
/// writes them bare.
fn write_number(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(crate::format::grouped(&number.as_string())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::tz::TimeZone;
    use rochdale_core::message::Argument;

    use super::*;
    use crate::{NoNames, Words, pieces::Piece};

    /// Whichever way a sentence is said, it is the same.
    #[test]
    fn sentences_that_are_taken_apart_say_what_fluent_says() {
        let (catalogue, zone) = (Catalogue::built_in(), TimeZone::UTC);
        let mut compared = 0;
        for &(tag, locale, files) in LANGUAGES {
            let fluent = bundle_of(locale.parse().unwrap(), files.iter().map(|(_, text)| (*text).to_owned()));
            let tongue = catalogue.tongue(&Language::new(tag));
            let words = Words::new(tongue, &zone, &NoNames);
            for (key, sentence) in &tongue.apart {
                let Sentence::Pieces(pieces) = sentence else {
                    assert_eq!(words.text(key), format(&fluent, key, None).unwrap_or_default(), "{key}");
                    compared += 1;
                    continue;
                };
                let names = pieces.iter().filter_map(|piece| match piece {
                    Piece::Argument(name) => Some(*name),
                    Piece::Text(_) => None,
                });
                let names: BTreeSet<&str> = names.collect();
                let numbers = || names.iter().copied().zip((1..).map(|number: i64| number * 1_234));
                let arguments: Vec<_> =
                    numbers().map(|(name, number)| (name, Argument::Number(number))).collect();
                let said = words.put_together(pieces, arguments.iter().map(|(name, number)| (*name, number)));
                assert_eq!(
                    Some(said),
                    format(&fluent, key, Some(&FluentArgs::from_iter(numbers()))),
                    "{key}"
                );
                compared += 1;
            }
        }
        assert!(compared > 4_000, "only {compared}");
    }

    #[test]
    fn the_browsers_preference_is_followed() {
        let catalogue = Catalogue::built_in();
        let speaks = |header: &str| catalogue.preferred(header).as_str().to_owned();
        assert_eq!(speaks("es-MX,es;q=0.9,en;q=0.8"), "es");
        assert_eq!(speaks("fr, zh-TW;q=0.7, en;q=0.3"), "zh-Hant");
        assert_eq!(speaks("en;q=0.2, es;q=0.9"), "es");
        assert_eq!(speaks("es;q=0, fr"), "en");
        assert_eq!(speaks(""), "en");
    }
}
