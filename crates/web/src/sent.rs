//! What a form sent, field by field. What makes no sense is said of the field.

use axum::{
    extract::{Form, FromRequest, Request},
    response::{IntoResponse, Response},
};
use jiff::{Timestamp, civil, tz::TimeZone};
use rochdale_core::{
    message::Key,
    values::{Minor, RequestId, Slug},
};

use crate::{look::label, problem::Problem};

static FIELD_IS_MISSING: Key = Key { id: "field-is-missing", arguments: &[] };
pub(crate) static FIELD_IS_NO_DATE: Key = Key { id: "field-is-no-date", arguments: &[] };
static FIELD_IS_NO_TIME: Key = Key { id: "field-is-no-time", arguments: &[] };
static FIELD_IS_NO_CHOICE: Key = Key { id: "field-is-no-choice", arguments: &[] };
static FIELD_IS_NO_AMOUNT: Key = Key { id: "field-is-no-amount", arguments: &[] };
static FORM_IS_DAMAGED: Key = Key { id: "form-is-damaged", arguments: &[] };

/// The fields that hold somebody's own words.
const WORDS: [&str; 8] = ["title", "text", "name", "reason", "interest", "summary", "said", "seen"];

/// The fields of a form with what stands in them, in the order of sending.
pub struct Sent {
    fields: Vec<(String, String)>,
    /// The address to which all of it was sent; `None` where there was a file too.
    to: Option<String>,
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, shared: &S) -> Result<Self, Response> {
        let to = request.uri().path_and_query().map(ToString::to_string);
        let Form(fields) = Form::<Vec<(String, String)>>::from_request(request, shared)
            .await
            .map_err(IntoResponse::into_response)?;
        Ok(Self { fields, to })
    }
}

/// What is wrong with a field: `key` where people see it, and else that the page's own part of the form is
/// not as the page made it.
fn wrong(field: &str, key: &'static Key) -> Problem {
    Problem::field(field, if label(field).is_some() { key } else { &FORM_IS_DAMAGED })
}

impl Sent {
    /// These fields, of a form in which a file was sent with them.
    pub fn beside_a_file(fields: Vec<(String, String)>) -> Self {
        Self { fields, to: None }
    }

    /// Every field as it was sent.
    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    /// The address to which all of it can be sent once more, and is done only once: it is a request with an id.
    pub fn may_be_sent_again(&self) -> Option<&str> {
        self.to.as_deref().filter(|_| self.request().is_ok())
    }

    /// Somebody's own words in it, with the names of the fields.
    pub fn own_words(&self) -> impl Iterator<Item = (&str, &str)> {
        let fields = self.fields.iter().map(|(name, value)| (name.as_str(), value.trim()));
        fields.filter(|(name, value)| WORDS.contains(name) && !value.is_empty())
    }

    /// What stands in a field; `None` where it is empty or was not sent.
    pub fn optional(&self, field: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(name, _)| name == field)?;
        Some(found.1.trim()).filter(|text| !text.is_empty())
    }

    /// What stands in a field that must be filled in.
    pub fn text(&self, field: &str) -> Result<&str, Problem> {
        self.optional(field).ok_or_else(|| wrong(field, &FIELD_IS_MISSING))
    }

    /// What stands in a field, even if that is nothing: the bylaws say whether it must be filled in.
    pub fn words(&self, field: &str) -> String {
        self.optional(field).unwrap_or_default().to_owned()
    }

    /// Whether a box was ticked.
    pub fn is_ticked(&self, field: &str) -> bool {
        self.optional(field).is_some()
    }

    /// A short name.
    pub fn slug(&self, field: &str) -> Result<Slug, Problem> {
        self.text(field).map(Slug::new)
    }

    /// The number of something that was chosen, or that the page itself put there.
    pub fn number<T: From<u32>>(&self, field: &str) -> Result<T, Problem> {
        self.one_of(field, |text| text.parse::<u32>().ok().map(T::from))
    }

    /// The number of something that may be left out.
    pub fn optional_number<T: From<u32>>(&self, field: &str) -> Result<Option<T>, Problem> {
        self.optional(field).map(|_| self.number(field)).transpose()
    }

    /// An amount in a currency with so many decimals, as people write it.
    pub fn amount(&self, field: &str, decimals: u32) -> Result<Minor, Problem> {
        Minor::read(self.text(field)?, decimals).ok_or_else(|| wrong(field, &FIELD_IS_NO_AMOUNT))
    }

    /// A day that may be left out.
    pub fn optional_date(&self, field: &str) -> Result<Option<civil::Date>, Problem> {
        let parse = |text: &str| text.parse().map_err(|_| wrong(field, &FIELD_IS_NO_DATE));
        self.optional(field).map(parse).transpose()
    }

    /// A day.
    pub fn date(&self, field: &str) -> Result<civil::Date, Problem> {
        self.optional_date(field)?.ok_or_else(|| wrong(field, &FIELD_IS_MISSING))
    }

    /// A day and a time of day in the co-op's zone, which may be left out.
    pub fn optional_instant(&self, field: &str, zone: &TimeZone) -> Result<Option<Timestamp>, Problem> {
        let no_time = || wrong(field, &FIELD_IS_NO_TIME);
        let parse = |text: &str| {
            let civil: civil::DateTime = text.parse().map_err(|_| no_time())?;
            civil.to_zoned(zone.clone()).map(|zoned| zoned.timestamp()).map_err(|_| no_time())
        };
        self.optional(field).map(parse).transpose()
    }

    /// A day and a time of day in the co-op's zone.
    pub fn instant(&self, field: &str, zone: &TimeZone) -> Result<Timestamp, Problem> {
        self.optional_instant(field, zone)?.ok_or_else(|| wrong(field, &FIELD_IS_MISSING))
    }

    /// One of a closed set, by its name.
    pub fn one_of<T>(&self, field: &str, from_id: impl Fn(&str) -> Option<T>) -> Result<T, Problem> {
        from_id(self.text(field)?).ok_or_else(|| wrong(field, &FIELD_IS_NO_CHOICE))
    }

    /// Any number of a closed set, by their names.
    pub fn each_of<T>(&self, field: &str, from_id: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, Problem> {
        let all = self.fields.iter().filter(|(name, _)| name == field).map(|(_, value)| from_id(value));
        all.collect::<Option<_>>().ok_or_else(|| wrong(field, &FIELD_IS_NO_CHOICE))
    }

    /// The id of the request, which the form carries so that sending it twice does a thing once.
    pub fn request(&self) -> Result<RequestId, Problem> {
        self.one_of("request", |text| text.parse().ok().map(RequestId))
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
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Sent { fields: fields.collect(), to: Some("/coassembly/proposals/new".to_owned()) }
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
        let form = sent(&[("membership", "seven"), ("owner", "me"), ("deadline", "soon"), ("title", "  ")]);
        let named = |problem: Problem| match problem {
            Problem::Malformed { field, says, .. } => (field, says.key.id),
            other => panic!("{other:?}"),
        };
        assert_eq!(named(form.number::<u32>("owner").unwrap_err()), ("owner".into(), "field-is-no-choice"));
        assert_eq!(
            named(form.optional_date("deadline").unwrap_err()),
            ("deadline".into(), "field-is-no-date")
        );
        assert_eq!(named(form.text("title").unwrap_err()), ("title".into(), "field-is-missing"));
    }

    #[test]
    fn only_a_whole_request_with_an_id_is_sent_again() {
        let id = ("request", "018f0000-0000-7000-8000-000000000001");
        let whole = sent(&[id, ("title", "New chairs")]);
        assert_eq!(whole.may_be_sent_again(), Some("/coassembly/proposals/new"));
        assert_eq!(sent(&[("title", "New chairs")]).may_be_sent_again(), None);
        assert_eq!(Sent::beside_a_file(whole.fields).may_be_sent_again(), None);
    }

    /// Nobody can mend what they do not see: the page is drawn anew with it.
    #[test]
    fn what_nobody_sees_is_not_said_to_be_filled_in_wrong() {
        for form in [sent(&[("membership", "seven")]), sent(&[])] {
            let wrong = form.number::<u32>("membership").unwrap_err();
            assert!(matches!(wrong, Problem::Malformed { says, .. } if says.key.id == "form-is-damaged"));
        }
    }

    /// Connecticut's clocks go forward on 8 March 2026.
    #[test]
    fn times_of_day_are_the_co_ops() {
        let zone = TimeZone::get("America/New_York").unwrap();
        let form = sent(&[("closes", "2026-03-10T18:00")]);
        assert_eq!(form.instant("closes", &zone).unwrap().to_string(), "2026-03-10T22:00:00Z");
    }
}
