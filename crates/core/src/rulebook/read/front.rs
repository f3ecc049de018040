//! The front matter of an edition.

use std::cell::RefCell;

use jiff::tz::TimeZone;

use super::{
    block,
    fields::{Fields, Key},
    near,
    page::Block,
    source::Source,
    spot::{Notes, Spot},
    value::Value,
};
use crate::{
    rulebook::{Check, Front},
    values::{Language, is_currency},
};

/// The keys of the front matter.
pub(in crate::rulebook) const FRONT: &[Key] = &[
    Key::needed("id", "name in lower case", "the co-op's short name"),
    Key::needed("edition", "whole number", "the number of the edition, counted from 1"),
    Key::needed("in_force_from", "day", "the first day on which the edition holds"),
    Key::needed("language", "language tag", "the language whose words bind"),
    Key::needed("languages", "list of language tags", "all languages, the binding one first"),
    Key::needed("currency", "three letters", "the currency by its ISO 4217 code"),
    Key::needed("time_zone", "IANA time zone", "the time zone in which days begin and end"),
    Key::needed("reviewed_on", "day", "when a person last read the rules against the words"),
    Key::needed("name", "text in each language", "the co-op's name"),
];

/// The front matter in this block, unless a key of it is missing or wrong, which is reported.
pub(super) fn read(source: Source<'_>, written: &Block, notes: &RefCell<Notes>) -> Option<Front> {
    let spot = |languages| Spot {
        source,
        origin: &written.origin,
        clause: None,
        languages,
        notes,
        numbers: RefCell::default(),
    };
    let unnamed = spot(&[]);
    let (table, at) = block::table(&unnamed, written);
    let fields = Fields::new(&unnamed, "the front matter".to_owned(), FRONT, &table, at.clone());
    let binding = fields.text("language");
    let listed = fields.get("languages").and_then(|value| Some((read_languages(&value)?, value)));
    let id = fields.get("id").and_then(|value| value.slug());
    let edition = fields.get("edition").and_then(|value| read_edition(&value));
    let in_force_from = fields.get("in_force_from").and_then(|value| value.date());
    let currency = fields.get("currency").and_then(|value| read_currency(&value));
    let time_zone = fields.get("time_zone").and_then(|value| read_time_zone(&value));
    let reviewed_on = fields.get("reviewed_on").and_then(|value| value.date());
    let (binding, (languages, listed)) = (binding?, listed?);
    if languages.first().map(Language::as_str) != Some(binding.as_str()) {
        let says = "the binding language does not stand first among the languages";
        return wrong(&listed, says, "make the first of `languages` the same as `language`");
    }
    let named = spot(&languages);
    let name = Fields::new(&named, "the front matter".to_owned(), FRONT, &table, at).names("name");
    Some(Front {
        id: id?,
        name: name?,
        edition: edition?,
        in_force_from: in_force_from?,
        currency: currency?,
        time_zone: time_zone?,
        reviewed_on: reviewed_on?,
        languages,
    })
}

/// Reports that the front matter cannot say this, where it says it.
fn wrong<T>(value: &Value<'_>, says: impl Into<String>, mend: impl Into<String>) -> Option<T> {
    value.spot.problem(Check::FrontMatter, &value.at, says, mend);
    None
}

fn read_languages(value: &Value<'_>) -> Option<Vec<Language>> {
    Some(value.list()?.iter().filter_map(|one| one.text().map(Language::new)).collect())
}

fn read_edition(value: &Value<'_>) -> Option<u32> {
    match value.whole()? {
        0 => wrong(value, "there is no edition 0", "count the editions from 1"),
        edition => Some(edition),
    }
}

fn read_currency(value: &Value<'_>) -> Option<String> {
    let code = value.text()?;
    if is_currency(code) {
        return Some(code.to_owned());
    }
    let known = codes().filter(|code| is_currency(code)).collect::<Vec<_>>();
    let mend = near::nearest(&code.to_uppercase(), known.iter().map(String::as_str)).map_or_else(
        || "write the currency's ISO 4217 code, like \"TWD\"".to_owned(),
        |near| format!("write `{near}` if that is meant, or another code of ISO 4217"),
    );
    wrong(value, format!("`{code}` is no currency code"), mend)
}

/// All that could be the code of a currency.
fn codes() -> impl Iterator<Item = String> {
    let letters = || 'A'..='Z';
    letters().flat_map(move |one| {
        letters().flat_map(move |two| letters().map(move |three| String::from_iter([one, two, three])))
    })
}

fn read_time_zone(value: &Value<'_>) -> Option<TimeZone> {
    let name = value.text()?;
    TimeZone::get(name).ok().or_else(|| {
        let known: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
        let mend = near::nearest(name, known.iter().map(String::as_str)).map_or_else(
            || "write its IANA name, like \"Asia/Taipei\"".to_owned(),
            |near| format!("write `{near}` if that is meant"),
        );
        wrong(value, format!("there is no time zone `{name}`"), mend)
    })
}
