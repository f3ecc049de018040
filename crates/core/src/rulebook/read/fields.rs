//! The keys of a block, read by hand so that all problems are found at once, each with its place.

use std::ops::Range;

use serde::Serialize;
use toml::de::{DeTable, DeValue};

use super::{
    near,
    spot::{Role, Spot},
    value::Value,
};
use crate::{
    rulebook::{Check, Named},
    values::{Names, Ratio, Slug},
};

/// A key of a block, as the manual describes it.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Key {
    /// How it is written.
    pub name: &'static str,
    /// What its value is: `text`, `whole number`.
    pub value: &'static str,
    /// Whether it must be there.
    pub is_needed: bool,
    /// What it says.
    pub says: &'static str,
}

impl Key {
    /// A key that must be there.
    pub(in crate::rulebook) const fn needed(
        name: &'static str,
        value: &'static str,
        says: &'static str,
    ) -> Self {
        Self { name, value, is_needed: true, says }
    }

    /// A key that may be left out.
    pub(in crate::rulebook) const fn optional(
        name: &'static str,
        value: &'static str,
        says: &'static str,
    ) -> Self {
        Self { name, value, is_needed: false, says }
    }
}

/// The keys of `id` and `name`, which most rules have.
pub(in crate::rulebook) const NAMED: &[Key] = &[
    Key::needed("id", "name in lower case", "what other rules call it"),
    Key::needed("name", "text in each language", "what people call it"),
];

/// A table of keys and values.
pub(in crate::rulebook) struct Fields<'f> {
    pub spot: &'f Spot<'f>,
    /// What has these keys, for diagnostics: ``a rule of kind `term` ``.
    pub what: String,
    keys: &'static [Key],
    table: &'f DeTable<'f>,
    at: Range<usize>,
}

impl<'f> Fields<'f> {
    /// The table, after reporting keys that do not belong there.
    pub(in crate::rulebook) fn new(
        spot: &'f Spot<'f>,
        what: String,
        keys: &'static [Key],
        table: &'f DeTable<'f>,
        at: Range<usize>,
    ) -> Self {
        let known = keys.iter().map(|key| key.name);
        for key in table.keys() {
            let written = key.get_ref().as_ref();
            if !known.clone().any(|known| known == written) {
                let says = format!("{what} has no key `{written}`");
                spot.problem(Check::Keys, &key.span(), says, near::advise(written, known.clone()));
            }
        }
        Self { spot, what, keys, table, at }
    }

    /// The value of a key, after reporting that it must be there and is not.
    pub(in crate::rulebook) fn get(&self, name: &'static str) -> Option<Value<'f>> {
        let key = self.keys.iter().find(|key| key.name == name);
        debug_assert!(
            key.is_some(),
            "the reader asks {} for `{name}`, which its manual page lacks",
            self.what
        );
        if let Some(value) = self.table.get(name) {
            return Some(Value { spot: self.spot, key: name, value: value.get_ref(), at: value.span() });
        }
        if let Some(key) = key.filter(|key| key.is_needed) {
            let says = format!("{} needs the key `{name}`", self.what);
            let mend = format!("add `{name}` ({}): {}", key.value, key.says);
            self.spot.problem(Check::Keys, &self.at, says, mend);
        }
        None
    }

    /// Where the table stands.
    pub(in crate::rulebook) fn at(&self) -> Range<usize> {
        self.at.clone()
    }

    /// A text.
    pub(in crate::rulebook) fn text(&self, name: &'static str) -> Option<String> {
        self.get(name)?.text().map(str::to_owned)
    }

    /// A short name that this rule uses and another defines.
    pub(in crate::rulebook) fn mention(&self, name: &'static str, role: Role) -> Option<Slug> {
        let value = self.get(name)?;
        let id = value.slug()?;
        self.spot.mention(role, &id, &value.at);
        Some(id)
    }

    /// The names that this rule uses and others define.
    pub(in crate::rulebook) fn mentions(&self, name: &'static str, role: Role) -> Option<Vec<Slug>> {
        let mention = |value: Value<'f>| {
            let id = value.slug()?;
            self.spot.mention(role, &id, &value.at);
            Some(id)
        };
        Some(self.get(name)?.list()?.into_iter().filter_map(mention).collect())
    }

    /// The short name and the name of what this table defines, once in a rulebook.
    pub(in crate::rulebook) fn defined(&self, role: Role) -> Option<(Slug, Names)> {
        let id = self.get("id").and_then(|value| Some((value.slug()?, value.at)));
        let names = self.names("name");
        let (id, at) = id?;
        self.spot.define(role, &id, None, &at);
        Some((id, names?))
    }

    /// The thing that this table names.
    pub(in crate::rulebook) fn thing(&self) -> Option<Named> {
        let (id, names) = (self.get("id"), self.names("name"));
        let (at, id) = id.and_then(|value| Some((value.at.clone(), value.slug()?)))?;
        let name = names?;
        self.spot.define(Role::Thing, &id, Some(super::names_alike(&name)), &at);
        Some(Named { id, name })
    }

    /// A list of things that this rule names.
    pub(in crate::rulebook) fn things(&self, name: &'static str) -> Option<Vec<Named>> {
        Some(self.get(name)?.list()?.iter().filter_map(|value| value.fields(NAMED)?.thing()).collect())
    }

    /// A whole number, which must occur in the quoted words.
    pub(in crate::rulebook) fn number(&self, name: &'static str) -> Option<u32> {
        self.get(name)?.number()
    }

    /// A whole number; where it is left out, or written as `without`, the words need not say it.
    pub(in crate::rulebook) fn number_or(&self, name: &'static str, without: u32) -> u32 {
        let value = self.get(name);
        value.and_then(|value| value.number_unless(without)).unwrap_or(without)
    }

    /// `true` or `false`.
    pub(in crate::rulebook) fn flag(&self, name: &'static str) -> Option<bool> {
        self.get(name)?.flag()
    }

    /// A text in every language of the rulebook.
    pub(in crate::rulebook) fn names(&self, name: &'static str) -> Option<Names> {
        self.get(name)?.names()
    }

    /// A share, which must occur in the quoted words.
    pub(in crate::rulebook) fn ratio(&self, name: &'static str) -> Option<Ratio> {
        self.get(name)?.ratio()
    }

    /// One of a closed set of words.
    pub(in crate::rulebook) fn choice<T: Copy>(
        &self,
        name: &'static str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        self.get(name)?.choice(choices)
    }

    /// The keys and values of this table, for tables whose keys are free.
    pub(in crate::rulebook) fn entries(
        &self,
    ) -> impl Iterator<Item = (&'f str, Range<usize>, &'f DeValue<'f>)> {
        self.table.iter().map(|(key, value)| (key.get_ref().as_ref(), value.span(), value.get_ref()))
    }
}
