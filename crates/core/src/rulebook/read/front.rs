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
};
use crate::{
    rulebook::{Check, Front},
    values::Language,
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
    let listed = fields.get("languages").and_then(|value| value.list());
    let languages: Option<Vec<Language>> =
        listed.map(|all| all.iter().filter_map(|value| value.text().map(Language::new)).collect());
    let id = fields.get("id").and_then(|value| value.slug());
    let edition = fields.get("edition").and_then(|value| value.whole()).filter(|edition| {
        if *edition == 0 {
            unnamed.problem(Check::FrontMatter, &at, "there is no edition 0", "count the editions from 1");
        }
        *edition > 0
    });
    let in_force_from = fields.get("in_force_from").and_then(|value| value.date());
    let currency = fields.text("currency").filter(|code| is_currency(&fields, code));
    let time_zone = fields.text("time_zone").and_then(|name| read_time_zone(&fields, &name));
    let reviewed_on = fields.get("reviewed_on").and_then(|value| value.date());
    let (binding, languages) = (binding?, languages?);
    if languages.first().map(Language::as_str) != Some(binding.as_str()) {
        let says = "the binding language does not stand first among the languages";
        unnamed.problem(
            Check::FrontMatter,
            &at,
            says,
            "make the first of `languages` the same as `language`",
        );
        return None;
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

fn is_currency(fields: &Fields<'_>, code: &str) -> bool {
    let is_code = code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase());
    if !is_code {
        let says = format!("`{code}` is no currency code");
        fields.spot.problem(
            Check::FrontMatter,
            &fields.at(),
            says,
            "write three capital letters, like \"TWD\"",
        );
    }
    is_code
}

fn read_time_zone(fields: &Fields<'_>, name: &str) -> Option<TimeZone> {
    let zone = TimeZone::get(name).ok();
    if zone.is_none() {
        let known: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
        let mend = near::nearest(name, known.iter().map(String::as_str)).map_or_else(
            || "write its IANA name, like \"Asia/Taipei\"".to_owned(),
            |near| format!("write `{near}` if that is meant"),
        );
        fields.spot.problem(
            Check::FrontMatter,
            &fields.at(),
            format!("there is no time zone `{name}`"),
            mend,
        );
    }
    zone
}
