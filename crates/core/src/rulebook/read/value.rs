//! One value of a block, read as what its key asks for.

use std::{collections::BTreeMap, num::IntErrorKind, ops::Range};

use jiff::civil::Date;
use toml::de::DeValue;

use super::{
    fields::{Fields, Key},
    near,
    spot::Spot,
};
use crate::{
    rulebook::Check,
    values::{Language, Names, Ratio, Slug},
};

/// A value, and the key it stands under.
pub(in crate::rulebook) struct Value<'f> {
    pub spot: &'f Spot<'f>,
    pub key: &'f str,
    pub value: &'f DeValue<'f>,
    pub at: Range<usize>,
}

impl<'f> Value<'f> {
    /// Reports that the value is not what its key asks for.
    fn wrong<T>(&self, wanted: &str, example: &str) -> Option<T> {
        let says = format!("`{}` is {}, and {wanted} is wanted", self.key, described(self.value));
        self.spot.problem(Check::Keys, &self.at, says, format!("write it like `{example}`"));
        None
    }

    /// A text that is not blank.
    pub(in crate::rulebook) fn text(&self) -> Option<&'f str> {
        match self.value {
            DeValue::String(text) if !text.trim().is_empty() => Some(text),
            _ => self.wrong("a text", &format!("{} = \"...\"", self.key)),
        }
    }

    /// A short name in lower case.
    pub(in crate::rulebook) fn slug(&self) -> Option<Slug> {
        let slug = Slug::new(self.text()?);
        if slug.is_well_formed() {
            return Some(slug);
        }
        let says = format!("`{slug}` is no short name");
        self.spot.problem(
            Check::Keys,
            &self.at,
            says,
            "use lower-case letters, digits and hyphens between them",
        );
        None
    }

    /// A whole number, noted as one that the words must say.
    pub(in crate::rulebook) fn number(&self) -> Option<u32> {
        let number = self.whole()?;
        self.spot.numbers.borrow_mut().push((number.to_string(), self.at.clone()));
        Some(number)
    }

    /// A whole number, noted as one that the words must say unless it is `without`.
    pub(in crate::rulebook) fn number_unless(&self, without: u32) -> Option<u32> {
        let number = self.whole()?;
        if number == without { Some(number) } else { self.number() }
    }

    /// A whole number.
    pub(in crate::rulebook) fn whole(&self) -> Option<u32> {
        let example = format!("{} = 3", self.key);
        match self.value {
            DeValue::Integer(integer) => match u32::from_str_radix(integer.as_str(), integer.radix()) {
                Ok(number) => Some(number),
                Err(error) if *error.kind() == IntErrorKind::PosOverflow => {
                    self.wrong(&format!("a whole number of at most {}", u32::MAX), &example)
                }
                Err(_) => self.wrong("a whole number that is not negative", &example),
            },
            _ => self.wrong("a whole number that is not negative", &example),
        }
    }

    /// `true` or `false`.
    pub(in crate::rulebook) fn flag(&self) -> Option<bool> {
        match self.value {
            DeValue::Boolean(flag) => Some(*flag),
            _ => self.wrong("`true` or `false`", &format!("{} = true", self.key)),
        }
    }

    /// A share such as 2/3, noted as one that the words must say.
    pub(in crate::rulebook) fn ratio(&self) -> Option<Ratio> {
        let DeValue::String(text) = self.value else {
            return self.wrong("a share in quotes", &format!("{} = \"2/3\"", self.key));
        };
        match text.parse::<Ratio>() {
            Ok(ratio) => {
                self.spot.numbers.borrow_mut().push((ratio.to_string(), self.at.clone()));
                Some(ratio)
            }
            Err(error) => {
                self.spot.problem(Check::Keys, &self.at, error.to_string(), "write it like `\"2/3\"`");
                None
            }
        }
    }

    /// A calendar day.
    pub(in crate::rulebook) fn date(&self) -> Option<Date> {
        let day = match self.value {
            DeValue::Datetime(stamp) if stamp.time.is_none() => stamp.date,
            _ => None,
        };
        let day = day.and_then(|day| {
            Date::new(
                i16::try_from(day.year).ok()?,
                i8::try_from(day.month).ok()?,
                i8::try_from(day.day).ok()?,
            )
            .ok()
        });
        day.or_else(|| self.wrong("a day without quotes", &format!("{} = 2026-01-31", self.key)))
    }

    /// One of a closed set of words.
    pub(in crate::rulebook) fn choice<T: Copy>(&self, choices: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        let known = choices.iter().map(|(word, _)| *word);
        if let Some((_, choice)) = choices.iter().find(|(word, _)| *word == text) {
            return Some(*choice);
        }
        let says = format!("`{}` cannot be `{text}`", self.key);
        self.spot.problem(Check::Keys, &self.at, says, near::advise(text, known));
        None
    }

    /// A text in every language of the rulebook.
    pub(in crate::rulebook) fn names(&self) -> Option<Names> {
        let languages = self.spot.languages;
        let DeValue::Table(table) = self.value else {
            let example: Vec<String> =
                languages.iter().map(|language| format!("{language} = \"...\"")).collect();
            return self
                .wrong("a text in each language", &format!("{} = {{ {} }}", self.key, example.join(", ")));
        };
        let mut names = BTreeMap::new();
        for (key, value) in table {
            let tag = key.get_ref().as_ref();
            if languages.iter().all(|language| language.as_str() != tag) {
                let says = format!("`{tag}` is no language of this rulebook");
                let mend = near::advise(tag, languages.iter().map(Language::as_str));
                self.spot.problem(Check::NamesInLanguages, &key.span(), says, mend);
            }
            let value = Value { spot: self.spot, key: tag, value: value.get_ref(), at: value.span() };
            names.insert(Language::new(tag), value.text()?.to_owned());
        }
        for language in languages.iter().filter(|language| !names.contains_key(language)) {
            let says = format!("`{}` is not given in {language}", self.key);
            let mend = format!("add `{language} = \"...\"` to it");
            self.spot.problem(Check::NamesInLanguages, &self.at, says, mend);
        }
        Some(Names(names))
    }

    /// The values of a list.
    pub(in crate::rulebook) fn list(&self) -> Option<Vec<Value<'f>>> {
        let DeValue::Array(array) = self.value else {
            return self.wrong("a list", &format!("{} = [ ... ]", self.key));
        };
        let item = |item: &'f toml::Spanned<DeValue<'f>>| Value {
            spot: self.spot,
            key: self.key,
            value: item.get_ref(),
            at: item.span(),
        };
        Some(array.iter().map(item).collect())
    }

    /// The keys and values of an inline table whose keys are free.
    pub(in crate::rulebook) fn entries(&self) -> Vec<(&'f str, Value<'f>)> {
        let DeValue::Table(table) = self.value else {
            self.wrong::<()>("a table in braces", &format!("{} = {{ \"...\" = \"...\" }}", self.key));
            return Vec::new();
        };
        let entry = |(key, value): (&'f toml::Spanned<_>, &'f toml::Spanned<DeValue<'f>>)| {
            let key: &'f std::borrow::Cow<'f, str> = key.get_ref();
            let key = key.as_ref();
            (key, Value { spot: self.spot, key, value: value.get_ref(), at: value.span() })
        };
        table.iter().map(entry).collect()
    }

    /// The keys and values of an inline table.
    pub(in crate::rulebook) fn fields(&self, keys: &'static [Key]) -> Option<Fields<'f>> {
        let DeValue::Table(table) = self.value else {
            let example: Vec<String> =
                keys.iter().filter(|key| key.is_needed).map(|key| format!("{} = ...", key.name)).collect();
            return self.wrong("a table in braces", &format!("{{ {} }}", example.join(", ")));
        };
        Some(Fields::new(self.spot, format!("an entry of `{}`", self.key), keys, table, self.at.clone()))
    }
}

/// What a value is, for people.
fn described(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) if text.trim().is_empty() => "an empty text".to_owned(),
        DeValue::String(text) => format!("the text \"{text}\""),
        DeValue::Integer(number) => format!("the number {number}"),
        DeValue::Float(number) => format!("the number {}", number.as_str()),
        DeValue::Boolean(flag) => format!("`{flag}`"),
        DeValue::Datetime(_) => "a date".to_owned(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}
