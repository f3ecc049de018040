//! A new agreement, from the headings and starting texts of the bylaws.

use axum::{
    extract::{Path, Query},
    response::{Html, Response},
};
use maud::{Markup, html};
use rochdale_core::{
    agreements::drafts,
    command::Command,
    fact::Fact,
    rulebook::{AgreementRule, ClassOf, Ruled},
    values::Slug,
};
use serde::Deserialize;

use super::{section_parts, until_field, written};
use crate::{
    look::{Field, Form, Kind, Part, Place, notes, passage, title},
    pages::members,
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// What the field for the party is called: other forms send a `party` that nobody sees.
pub(super) const WITH: &str = "with";

/// Which agreement, and with whom where a link says so.
#[derive(Default, Deserialize)]
pub struct Asked {
    kind: Option<String>,
    party: Option<String>,
}

impl Asked {
    /// An agreement of a kind; of none where its name is none.
    pub(super) fn on(kind: Option<&str>) -> Self {
        let kind = kind.filter(|kind| Slug::new(kind).is_well_formed()).map(str::to_owned);
        Self { kind, party: None }
    }

    /// Where a form for it stands: `new` or `record`.
    pub(super) fn address(&self, org: &str, form: &str) -> String {
        format!("/{org}/agreements/{form}?kind={}", self.kind.as_deref().unwrap_or_default())
    }

    /// Its rule.
    pub(super) fn rule<'a>(&self, page: &Page<'a>) -> Option<Ruled<'a, AgreementRule>> {
        page.rulebook.agreement(&Slug::new(self.kind.as_deref()?))
    }
}

/// The form.
pub async fn form(
    visit: Visit,
    Path(org): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), |page| of_kind(page, &asked))
}

fn of_kind(page: &Page<'_>, asked: &Asked) -> Result<(String, Markup), Problem> {
    let person = page.person()?;
    let rule = asked
        .rule(page)
        .filter(|rule| drafts(page.state, rule.rule, person, page.today))
        .ok_or(Problem::NotFound)?;
    Ok((page.words.text("agreement-new").to_owned(), draw(page, rule, asked)))
}

fn draw(page: &Page<'_>, rule: Ruled<'_, AgreementRule>, asked: &Asked) -> Markup {
    let words = page.words;
    let kicker = html! { a href={ (page.base) "/agreements" } { (words.text("agreements")) } };
    let starting = |section: &Slug| {
        rule.rule.texts.get(section).map_or(String::new(), |text| page.name(text).to_owned())
    };
    let mut parts = vec![
        Part::Plain(html! { p class="small soft" { (words.text("agreement-draft-hint")) } }),
        Part::Field(party_field(page, rule.rule, asked)),
        until_field(page, 1, None),
    ];
    parts.extend(section_parts(page, rule.rule, 1, starting));
    let form = Form::new(format!("{}/agreements/new", page.base), parts)
        .request()
        .of("kind", rule.rule.id.as_str())
        .submit(words.text("agreement-draft-button"));
    html! {
        (title(&kicker, page.name(&rule.rule.name), None))
        (passage(&notes(page.reader(), [&**rule.cite]), &page.form(&form)))
    }
}

/// The field for with whom it is.
pub(super) fn party_field<'a>(page: &Page<'a>, rule: &AgreementRule, asked: &Asked) -> Field<'a> {
    let party = Field::new(Kind::OneOf(parties(page, rule)), WITH);
    party.value(asked.party.clone().unwrap_or_default())
}

/// The same problem, said of the field that the form has for the party.
pub(super) fn at_with(problem: Problem) -> Problem {
    match problem {
        Problem::Malformed { handle, field, says } if field == "party" => {
            Problem::Malformed { handle, field: WITH.to_owned(), says }
        }
        other => other,
    }
}

/// Whom an agreement can be with: people, organizations or both, as its class is for.
fn parties(page: &Page<'_>, rule: &AgreementRule) -> Vec<(String, String)> {
    let of = page.rulebook.class(&rule.class).map_or(ClassOf::Either, |class| class.rule.of);
    let fits = |is_person: bool| match of {
        ClassOf::People => is_person,
        ClassOf::Organizations => !is_person,
        ClassOf::Either => true,
    };
    members::parties(page, |party| fits(party.is_person()))
}

/// Keeps the draft, and leads to its page.
pub async fn keep(visit: Visit, Path(org): Path<String>, sent: Sent) -> Response {
    let submitted = async {
        let command = Command::DraftAgreement {
            party: sent.number(WITH)?,
            kind: sent.slug("kind")?,
            until: sent.optional_date("until")?,
            words: written(&visit, &org, &sent)?,
        };
        visit.submit(&org, sent.request()?, command).await.map_err(at_with)
    };
    let done = match submitted.await {
        Ok(done) => done,
        Err(problem) => {
            let asked = Asked::on(sent.optional("kind"));
            let address = asked.address(&org, "new");
            let place = (org.as_str(), Place::Today, address.as_str());
            return visit.show_again(place, &sent, problem, |page| of_kind(page, &asked));
        }
    };
    let drafted = done.facts.iter().find_map(|fact| match fact {
        Fact::AgreementDrafted { agreement, .. } => Some(*agreement),
        _ => None,
    });
    let address = format!("/{org}/agreements");
    visit.then(&drafted.map_or(address.clone(), |agreement| format!("{address}/{agreement}")))
}
