//! Agreements that were signed on paper: recorded by the office, with the paper itself where it was scanned, and
//! handed out to both sides alone.

use axum::{
    extract::{Path, Query},
    http::header,
    response::{Html, IntoResponse, Response},
};
use maud::{Markup, html};
use rochdale_core::{
    agreements::{Paper, side_of},
    command::Command,
    fact::Fact,
    message::Key,
    offices::{Power, has_power},
    rulebook::{AgreementRule, Ruled},
    values::{AgreementId, Digest, PartyId, Slug},
};
use rochdale_register::{Fault, NotKept};

use super::{SECTION, draft, until_field, written};
use crate::{
    look::{Field, Form, Kind, Part, Place, notes, passage, title},
    problem::Problem,
    upload::Upload,
    visit::{Page, Visit},
};

static PAPER_IS_TOO_LARGE: Key = Key { id: "paper-is-too-large", arguments: &[] };
static PAPER_IS_NO_PDF: Key = Key { id: "paper-is-no-pdf", arguments: &[] };

/// The form that records a paper, for whoever signs agreements for the co-op.
pub async fn form(
    visit: Visit,
    Path(org): Path<String>,
    Query(asked): Query<draft::Asked>,
) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), |page| of_kind(page, &asked))
}

fn of_kind(page: &Page<'_>, asked: &draft::Asked) -> Result<(String, Markup), Problem> {
    let person = page.person()?;
    let rule = asked
        .rule(page)
        .filter(|_| has_power(page.state, person, Power::SignAgreements, page.today))
        .ok_or(Problem::NotFound)?;
    Ok((page.words.text("agreement-record").to_owned(), draw(page, rule, asked)))
}

fn draw(page: &Page<'_>, rule: Ruled<'_, AgreementRule>, asked: &draft::Asked) -> Markup {
    let words = page.words;
    let kicker = html! { a href={ (page.base) "/agreements" } { (words.text("agreements")) } };
    let mut parts = vec![
        Part::Plain(html! { p class="small soft" { (words.text("agreement-record-hint")) } }),
        Part::Field(draft::party_field(page, rule.rule, asked)),
        Part::Field(Field::new(Kind::Date, "signed").value(page.today.to_string())),
        until_field(page, 1, None),
    ];
    parts.extend(rule.rule.sections.iter().map(|section| {
        let field = Field::new(Kind::Line, format!("{SECTION}{}", section.id));
        Part::Field(field.called(section.name.in_language(words.language())))
    }));
    let paper = Field::new(Kind::Pdf, "paper").hint(words.text("agreement-paper-hint")).required(false);
    parts.push(Part::Field(paper));
    let form = Form::new(format!("{}/agreements/record", page.base), parts)
        .request()
        .of("kind", rule.rule.id.as_str())
        .submit(words.text("agreement-record-button"));
    html! {
        (title(&kicker, page.name(&rule.rule.name), None))
        (passage(&notes(page.reader(), [&**rule.cite]), &page.form(&form)))
    }
}

/// Records a paper, and leads to its page.
pub async fn record(visit: Visit, Path(org): Path<String>, upload: Upload) -> Response {
    let sent = &upload.sent;
    match keep(&visit, &org, &upload).await {
        Ok(agreement) => visit.then(&format!("/{org}/agreements/{agreement}")),
        Err(problem) => {
            let asked = draft::Asked::on(sent.optional("kind"));
            let address = asked.address(&org, "record");
            let place = (org.as_str(), Place::Today, address.as_str());
            visit.show_again(place, sent, problem, |page| of_kind(page, &asked))
        }
    }
}

async fn keep(visit: &Visit, org: &str, upload: &Upload) -> Result<AgreementId, Problem> {
    let sent = &upload.sent;
    let party: PartyId = sent.number(draft::WITH)?;
    let request = sent.request()?;
    // Nobody fills the database who may not record.
    visit.read(org, |page| {
        let person = page.person()?;
        let may = has_power(page.state, person, Power::SignAgreements, page.today);
        if may { Ok(()) } else { Err(Problem::NotFound) }
    })?;
    let registrar = visit.registrar(org)?;
    let (database, handle) = (visit.site.registers.database(), registrar.organization());
    let paper = match &upload.file {
        Some(bytes) => {
            let hash = database.keep_paper(handle, party, bytes).await.map_err(not_kept)?;
            Some(Paper { hash, bytes: bytes.len() as u64 })
        }
        None => None,
    };
    let command = Command::RecordAgreement {
        party,
        kind: sent.slug("kind")?,
        signed: sent.optional_date("signed")?,
        until: sent.optional_date("until")?,
        words: written(visit, org, sent)?,
        paper,
    };
    let submitted = visit.submit(org, request, command).await.map_err(draft::at_with);
    // The bytes of what was not recorded go again, unless the same paper was recorded before.
    if let Some(paper) = paper.filter(|_| submitted.is_err()) {
        let state = registrar.state();
        let is_known = |one: Paper| one.hash == paper.hash;
        if !state.agreements_with(party).filter_map(|agreement| agreement.paper).any(is_known) {
            database.drop_paper(handle, party, paper.hash).await?;
        }
    }
    let recorded = submitted?.facts.iter().find_map(|fact| match fact {
        Fact::AgreementRecorded { agreement, .. } => Some(*agreement),
        _ => None,
    });
    recorded.ok_or(Problem::NotFound)
}

fn not_kept(why: NotKept) -> Problem {
    match why {
        NotKept::TooLarge => Problem::field("paper", &PAPER_IS_TOO_LARGE),
        NotKept::NotAPdf => Problem::field("paper", &PAPER_IS_NO_PDF),
        NotKept::Fault(fault) => fault.into(),
    }
}

/// The paper of an agreement, as a file to keep, for both sides alone; for everybody else it is not there.
pub async fn download(visit: Visit, Path((org, id)): Path<(String, u32)>) -> Result<Response, Problem> {
    let (party, paper) = visit.read(&org, |page| {
        let person = page.person()?;
        let agreement = page.state.agreement(AgreementId(id));
        let agreement = agreement
            .filter(|one| side_of(page.state, one, person, page.today).is_some())
            .ok_or(Problem::NotFound)?;
        Ok((agreement.party, agreement.paper.ok_or(Problem::NotFound)?))
    })?;
    let database = visit.site.registers.database();
    let bytes = database.paper(&Slug::new(&org), party, paper.hash).await?.ok_or(Problem::NotFound)?;
    if Digest::of(&bytes) != paper.hash {
        return Err(Problem::Fault(Fault {
            what: format!("the paper of agreement {id} is not the one that was recorded"),
            place: database.place().to_owned(),
            mend: "Restore the newest backup in which it is, and compare its hash with the register's."
                .to_owned(),
        }));
    }
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"agreement-{id}.pdf\"")),
    ];
    Ok((headers, bytes).into_response())
}
