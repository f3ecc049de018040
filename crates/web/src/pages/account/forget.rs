//! Being erased: by one's own word after leaving, or by whoever protects data.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use rochdale_core::{
    command::Command,
    kept::{erases, has_left},
    membership::Party,
    message::Key,
    values::PartyId,
};

use super::kept::{beside, draw, person};
use crate::{
    look::{Form, Part, Place, passage, title},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

static FIELD_IS_MISSING: Key = Key { id: "field-is-missing", arguments: &[] };

/// What whoever asks finds on their own page: the form once they have left, else that they have not.
pub(super) fn own(page: &Page<'_>) -> Markup {
    let words = page.words;
    let Some(party) = page.viewer.person().and_then(|person| page.state.party(person)) else {
        return html! {};
    };
    let form = form(page, format!("{}/account/kept/forget", page.base), "forget-button");
    passage(
        &html! {},
        &html! {
            h2 id="forget" { (words.text("forget-title")) }
            p { (words.text("forget-lead")) }
            @if has_left(page.state, party, page.today) {
                p class="soft small" { (words.text("forget-take-first")) }
                (page.folded(words.text("forget-title"), false, &form))
            } @else { p class="soft" { (words.text("forget-not-yet")) } }
        },
    )
}

/// The form for somebody else who has left, folded, for whoever may erase them.
pub fn others(page: &Page<'_>, party: &Party) -> Markup {
    let may = erases(page.state, page.viewer, party, page.today) && page.viewer.person() != Some(party.id);
    if !may {
        return html! {};
    }
    let words = page.words;
    let name = words.text_with("forget-others-title", [("name", party.id.into())]);
    let form = form(page, format!("{}/members/{}/forget", page.base, party.id), "forget-others-button");
    passage(
        &html! {},
        &html! {
            (page.folded(&name, false, &form))
            p class="soft small" { (words.text("forget-others-lead")) }
        },
    )
}

fn form<'a>(page: &'a Page<'_>, address: String, button: &'static str) -> Form<'a> {
    let words = page.words;
    Form::new(address, vec![Part::Tick("sure", "")]).request().submit(words.text(button))
}

async fn forgotten(visit: &Visit, org: &str, party: PartyId, sent: &Sent) -> Result<(), Problem> {
    if !sent.is_ticked("sure") {
        return Err(Problem::field("sure", &FIELD_IS_MISSING));
    }
    visit.submit(org, sent.request()?, Command::ErasePerson { party }).await.map(drop)
}

/// Erases whoever asks. Their session is gone with them.
pub async fn forget_own(visit: Visit, Path(org): Path<String>, sent: Sent) -> Result<Response, Problem> {
    let id = person(&visit, &org)?;
    let address = format!("/{org}/account/kept");
    let submitted = forgotten(&visit, &org, id, &sent).await;
    if let Err(problem) = submitted {
        let beside = beside(&visit, &org).await?;
        let draw = |page: &Page<'_>| draw(page, &beside);
        return Ok(visit.show_again((&org, Place::Today, &address), &sent, problem, draw));
    }
    let visit = Visit { path: "/".into(), account: None, ..visit };
    let page = visit.show_outside(|words| {
        let heading = words.text("forgotten-title").to_owned();
        let body = html! {
            (title(&html! { "Rochdale" }, &heading, None))
            (passage(&html! {}, &html! { p { (words.text("forgotten-lead")) } }))
        };
        (heading, body)
    });
    Ok(page.into_response())
}

/// Erases somebody who has left.
pub async fn forget_others(visit: Visit, Path((org, id)): Path<(String, u32)>, sent: Sent) -> Response {
    let (address, id) = (format!("/{org}/members/{id}"), PartyId(id));
    let submitted = forgotten(&visit, &org, id, &sent).await;
    let draw = |page: &Page<'_>| crate::pages::members::one(page, id);
    visit.led_back((&org, Place::Members, &address), &sent, submitted, draw)
}
