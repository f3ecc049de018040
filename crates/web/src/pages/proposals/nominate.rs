//! Somebody who is not in the register yet, entered so that they can be nominated.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use rochdale_core::{
    command::Command, fact::Fact, membership::nominates, personal::Personal, proposals::MatterRule,
    rulebook::EffectKind,
};

use super::draft;
use crate::{
    look::{Field, Form, Kind, Part, Place, passage},
    sent::Sent,
    visit::{Page, Visit},
};

/// The form, below that of a proposal which admits somebody.
pub(super) fn form(page: &Page<'_>, rule: &MatterRule) -> Markup {
    let words = page.words;
    let nominates =
        page.viewer.person().is_some_and(|person| nominates(page.state, page.rulebook, person, page.today));
    if !nominates || !matches!(rule.effect, EffectKind::Admit { .. }) {
        return html! {};
    }
    let parts = vec![
        Part::Plain(html! { p class="small soft" { (words.text("nominee-hint")) } }),
        Part::Field(Field::new(Kind::Line, "nominee")),
        Part::Field(Field::new(Kind::Line, "nominee-email").required(false)),
    ];
    let form = Form::new(format!("{}/proposals/new/nominee", page.base), parts)
        .request()
        .of("matter", rule.id.as_str())
        .submit(words.text("nominee-button"));
    passage(&html! {}, &page.folded(words.text("nominee-new"), false, &form))
}

/// Enters them, and leads back to the proposal with them chosen.
pub async fn enter(visit: Visit, Path(org): Path<String>, sent: Sent) -> Response {
    let submitted = async {
        let details = Personal {
            name: sent.text("nominee")?.to_owned(),
            email: sent.optional("nominee-email").map(str::to_owned),
            place: None,
            salt: visit.salt(&org, &sent)?,
        };
        visit.submit(&org, sent.request()?, Command::EnterPerson { details }).await
    };
    let about = draft::About::on(sent.optional("matter"));
    let address = about.address(&org);
    match submitted.await {
        Ok(done) => {
            let entered = done.facts.iter().find_map(|fact| match fact {
                Fact::PersonEntered { party } => Some(*party),
                _ => None,
            });
            visit.then(&entered.map_or(address.clone(), |party| format!("{address}&admits={party}")))
        }
        Err(problem) => {
            let place = (org.as_str(), Place::Proposals, address.as_str());
            visit.show_again(place, &sent, problem, |page| draft::draw(page, &about))
        }
    }
}
