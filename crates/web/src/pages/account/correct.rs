//! Correcting details: one's own, and, for whoever keeps the list of members and the desk, those of others.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use rochdale_core::{
    command::Command,
    kept::{Corrects, corrects},
    membership::Party,
    message::Key,
    personal::{Personal, is_address},
    values::PartyId,
};

use super::kept::{beside, draw, person};
use crate::{
    look::{Field, Form, Kind, Part, Place, passage},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

static EMAIL_IS_NONE: Key = Key { id: "email-is-none", arguments: &[] };

/// The form for one's own details.
pub(super) fn own(page: &Page<'_>) -> Markup {
    let words = page.words;
    let party = page.viewer.person().and_then(|person| page.state.party(person));
    let Some(form) = party.and_then(|party| form(page, party, format!("{}/account/kept/correct", page.base)))
    else {
        return html! {};
    };
    passage(
        &html! {},
        &html! {
            h2 id="correct" { (words.text("correct-title")) }
            p { (words.text("correct-lead")) }
            (page.form(&form))
            p class="soft small" { (words.text("correct-else")) }
        },
    )
}

/// The form for somebody else's details, folded, for whoever may correct them.
pub fn others(page: &Page<'_>, party: &Party) -> Markup {
    let words = page.words;
    let is_own = page.viewer.person() == Some(party.id);
    let form = form(page, party, format!("{}/members/{}/correct", page.base, party.id));
    html! {
        @if let Some(form) = form.filter(|_| !is_own) {
            (passage(&html! {}, &html! {
                (page.folded(words.text("correct-others-title"), false, &form))
            }))
        }
    }
}

fn form<'a>(page: &'a Page<'_>, party: &'a Party, address: String) -> Option<Form<'a>> {
    let words = page.words;
    let details = party.details()?;
    let may = corrects(page.state, page.viewer, party, page.today)?;
    let field = |kind, name: &'static str, called: &str, value: Option<&'a str>| {
        Field::new(kind, name).called(words.text(called)).value(value.unwrap_or_default())
    };
    let mut parts = Vec::new();
    if page.viewer.person() != Some(party.id) {
        parts.push(Part::Plain(html! { p class="small soft" { (words.text("correct-others-lead")) } }));
    }
    parts.push(Part::Field(field(Kind::Line, "name", "correct-name", Some(&details.name)).fills("name")));
    if may == Corrects::Everything {
        let email = field(Kind::Mailbox, "email", "correct-email", details.email.as_deref());
        parts.push(Part::Field(email.required(false)));
    }
    let place = field(Kind::Line, "place", "correct-place", details.place.as_deref());
    parts.push(Part::Field(place.required(false)));
    Some(Form::new(address, parts).request().submit(words.text("correct-button")))
}

/// The details as the form says them; an address that whoever sends it may not change stays as it is.
fn command(visit: &Visit, org: &str, id: PartyId, sent: &Sent) -> Result<Command, Problem> {
    let (may, before) = visit.read(org, |page| {
        let party = page.state.party(id).ok_or(Problem::NotFound)?;
        let may = corrects(page.state, page.viewer, party, page.today).ok_or(Problem::NotFound)?;
        Ok((may, party.details().cloned()))
    })?;
    let email = match may {
        Corrects::Everything => sent.optional("email").map(str::to_owned),
        Corrects::AllButTheAddress => before.and_then(|before| before.email),
    };
    if may == Corrects::Everything && email.as_deref().is_some_and(|email| !is_address(email)) {
        return Err(Problem::field("email", &EMAIL_IS_NONE));
    }
    let (name, place) = (sent.text("name")?.to_owned(), sent.optional("place").map(str::to_owned));
    Ok(Command::CorrectDetails {
        party: id,
        details: Personal { name, email, place, salt: visit.salt(org, sent)? },
    })
}

async fn corrected(visit: &Visit, org: &str, id: PartyId, sent: &Sent) -> Result<(), Problem> {
    let command = command(visit, org, id, sent)?;
    visit.submit(org, sent.request()?, command).await.map(drop)
}

/// Corrects the details of whoever asks.
pub async fn correct_own(visit: Visit, Path(org): Path<String>, sent: Sent) -> Result<Response, Problem> {
    let id = person(&visit, &org)?;
    let address = format!("/{org}/account/kept");
    let submitted = corrected(&visit, &org, id, &sent).await;
    let beside = beside(&visit, &org).await?;
    Ok(visit.led_back((&org, Place::Today, &address), &sent, submitted, |page| draw(page, &beside)))
}

/// Corrects the details of somebody else.
pub async fn correct_others(visit: Visit, Path((org, id)): Path<(String, u32)>, sent: Sent) -> Response {
    let (address, id) = (format!("/{org}/members/{id}"), PartyId(id));
    let submitted = corrected(&visit, &org, id, &sent).await;
    let draw = |page: &Page<'_>| crate::pages::members::one(page, id);
    visit.led_back((&org, Place::Members, &address), &sent, submitted, draw)
}
