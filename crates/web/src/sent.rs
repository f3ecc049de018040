//! What a form sent, field by field. What makes no sense is said with the field's name.

use axum::{
    extract::{Form, FromRequest, Request},
    response::{IntoResponse, Response},
};
use jiff::{Timestamp, civil, tz::TimeZone};
use rochdale_core::{
    message::Key,
    values::{RequestId, Slug},
};

use crate::problem::Problem;

static FIELD_IS_MISSING: Key = Key { id: "field-is-missing", arguments: &[] };
static FIELD_IS_NO_NUMBER: Key = Key { id: "field-is-no-number", arguments: &[] };
static FIELD_IS_NO_DATE: Key = Key { id: "field-is-no-date", arguments: &[] };
static FIELD_IS_NO_TIME: Key = Key { id: "field-is-no-time", arguments: &[] };
static FIELD_IS_NO_CHOICE: Key = Key { id: "field-is-no-choice", arguments: &[] };

/// The fields of a form with what stands in them, in the order of sending.
pub struct Sent(Vec<(String, String)>);

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, shared: &S) -> Result<Self, Response> {
        let Form(fields) = Form::<Vec<(String, String)>>::from_request(request, shared)
            .await
            .map_err(IntoResponse::into_response)?;
        Ok(Self(fields))
    }
}

impl Sent {
    /// What stands in a field; `None` where it is empty or was not sent.
    pub fn optional(&self, field: &str) -> Option<&str> {
        let found = self.0.iter().find(|(name, _)| name == field)?;
        Some(found.1.trim()).filter(|text| !text.is_empty())
    }

    /// What stands in a field that must be filled in.
    pub fn text(&self, field: &str) -> Result<&str, Problem> {
        self.optional(field).ok_or_else(|| Problem::field(field, &FIELD_IS_MISSING))
    }

    /// What stands in a field, even if that is nothing: the bylaws say whether it must be filled in.
    pub fn words(&self, field: &str) -> String {
        self.optional(field).unwrap_or_default().to_owned()
    }

    /// Every value of a field that may be sent several times.
    pub fn all<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    /// Whether a box was ticked.
    pub fn is_ticked(&self, field: &str) -> bool {
        self.optional(field).is_some()
    }

    /// A short name.
    pub fn slug(&self, field: &str) -> Result<Slug, Problem> {
        self.text(field).map(Slug::new)
    }

    /// The number of something.
    pub fn number<T: From<u32>>(&self, field: &str) -> Result<T, Problem> {
        let number = self.text(field)?.parse::<u32>();
        number.map(T::from).map_err(|_| Problem::field(field, &FIELD_IS_NO_NUMBER))
    }

    /// The number of something that may be left out.
    pub fn optional_number<T: From<u32>>(&self, field: &str) -> Result<Option<T>, Problem> {
        self.optional(field).map(|_| self.number(field)).transpose()
    }

    /// A day that may be left out.
    pub fn optional_date(&self, field: &str) -> Result<Option<civil::Date>, Problem> {
        let parse = |text: &str| text.parse().map_err(|_| Problem::field(field, &FIELD_IS_NO_DATE));
        self.optional(field).map(parse).transpose()
    }

    /// A day and a time of day in the co-op's zone, which may be left out.
    pub fn optional_instant(&self, field: &str, zone: &TimeZone) -> Result<Option<Timestamp>, Problem> {
        let wrong = || Problem::field(field, &FIELD_IS_NO_TIME);
        let parse = |text: &str| {
            let civil: civil::DateTime = text.parse().map_err(|_| wrong())?;
            civil.to_zoned(zone.clone()).map(|zoned| zoned.timestamp()).map_err(|_| wrong())
        };
        self.optional(field).map(parse).transpose()
    }

    /// A day and a time of day in the co-op's zone.
    pub fn instant(&self, field: &str, zone: &TimeZone) -> Result<Timestamp, Problem> {
        self.optional_instant(field, zone)?.ok_or_else(|| Problem::field(field, &FIELD_IS_MISSING))
    }

    /// One of a closed set, by its name.
    pub fn one_of<T>(&self, field: &str, from_id: impl Fn(&str) -> Option<T>) -> Result<T, Problem> {
        from_id(self.text(field)?).ok_or_else(|| Problem::field(field, &FIELD_IS_NO_CHOICE))
    }

    /// The id of the request, which the form carries so that sending it twice does a thing once.
    pub fn request(&self) -> Result<RequestId, Problem> {
        let id = self.text("request")?.parse();
        id.map(RequestId).map_err(|_| Problem::field("request", &FIELD_IS_NO_CHOICE))
    }

    /// The page to go back to: an address of ours, and never another site's.
    pub fn way_back(&self) -> &str {
        let way = self.optional("return").unwrap_or("/");
        // Browsers take tabs and line ends out of an address before they read it, and `/\` for `//`.
        let is_plain = way.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        let is_ours = is_plain && way.starts_with('/') && !way.starts_with("//");
        if is_ours { way } else { "/" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(fields: &[(&str, &str)]) -> Sent {
        Sent(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn nobody_is_led_to_another_site() {
        for way in [
            "https://a.example/",
            "//a.example/",
            "/\\a.example",
            "/\t/a.example",
            "/caf\u{e9}",
            "javascript:alert(1)",
            "",
        ] {
            assert_eq!(sent(&[("return", way)]).way_back(), "/", "{way}");
        }
        assert_eq!(sent(&[("return", "/coassembly?page=2")]).way_back(), "/coassembly?page=2");
    }

    #[test]
    fn a_field_that_makes_no_sense_is_named() {
        let form = sent(&[("proposal", "seven"), ("deadline", "soon"), ("empty", "  ")]);
        let named = |problem: Problem| match problem {
            Problem::Malformed { field, says, .. } => (field, says.key.id),
            other => panic!("{other:?}"),
        };
        assert_eq!(
            named(form.number::<u32>("proposal").unwrap_err()),
            ("proposal".into(), "field-is-no-number")
        );
        assert_eq!(
            named(form.optional_date("deadline").unwrap_err()),
            ("deadline".into(), "field-is-no-date")
        );
        assert_eq!(named(form.text("empty").unwrap_err()), ("empty".into(), "field-is-missing"));
    }

    /// Connecticut's clocks go forward on 8 March 2026.
    #[test]
    fn times_of_day_are_the_co_ops() {
        let zone = TimeZone::get("America/New_York").unwrap();
        let form = sent(&[("closes", "2026-03-10T18:00")]);
        assert_eq!(form.instant("closes", &zone).unwrap().to_string(), "2026-03-10T22:00:00Z");
    }
}
