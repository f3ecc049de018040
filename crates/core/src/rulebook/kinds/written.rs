//! Values as they are written in a block.

use toml::Value;

use crate::{
    rulebook::Named,
    values::{Names, Slug},
};

/// The lines of a block.
#[derive(Debug, Default)]
pub(in crate::rulebook) struct Lines(pub String);

impl Lines {
    /// Adds a line.
    pub(in crate::rulebook) fn put(&mut self, key: &str, value: impl std::fmt::Display) {
        self.0.push_str(&format!("{key} = {value}\n"));
    }

    /// Adds a line, unless the list is empty.
    pub(in crate::rulebook) fn put_some(&mut self, key: &str, items: Vec<String>) {
        if !items.is_empty() {
            self.put(key, list(items));
        }
    }
}

/// A text in quotes.
pub(in crate::rulebook) fn text(text: &str) -> String {
    Value::from(text).to_string()
}

/// A list in brackets.
pub(in crate::rulebook) fn list(items: Vec<String>) -> String {
    format!("[{}]", items.join(", "))
}

/// A table in braces.
pub(in crate::rulebook) fn table(entries: &[(&str, String)]) -> String {
    let entries: Vec<String> = entries.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    format!("{{ {} }}", entries.join(", "))
}

/// A text in each language.
pub(in crate::rulebook) fn names(names: &Names) -> String {
    let entries: Vec<(&str, String)> =
        names.0.iter().map(|(language, name)| (language.as_str(), text(name))).collect();
    table(&entries)
}

/// A short name and a name in each language.
pub(in crate::rulebook) fn thing(thing: &Named) -> String {
    table(&[("id", text(thing.id.as_str())), ("name", names(&thing.name))])
}

/// Several of them.
pub(in crate::rulebook) fn things(named: &[Named]) -> Vec<String> {
    named.iter().map(thing).collect()
}

/// Short names.
pub(in crate::rulebook) fn slugs(slugs: &[Slug]) -> Vec<String> {
    slugs.iter().map(|slug| text(slug.as_str())).collect()
}
