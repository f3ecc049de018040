//! Be anybody: a page of the demo, which no other site has.

use std::sync::Arc;

use axum::{
    Router,
    extract::Query,
    response::{Html, IntoResponse, Redirect, Response},
    routing::get,
};
use axum_extra::extract::CookieJar;
use maud::{Markup, html};
use rochdale_core::{
    command::Stance,
    membership::phase_on,
    proposals::{Proposal, Stage, decision_of},
    rulebook::Method,
    sight::Viewer,
    values::{PartyId, Slug},
};
use rochdale_register::Begun;
use serde::Deserialize;

use super::sign_in::begun;
use crate::{
    look::{Form, Part, Tried, passage, title},
    problem::Problem,
    sent::Sent,
    site::Site,
    visit::{Page, Visit},
};

/// The route of the demo's page.
pub fn router() -> Router<Arc<Site>> {
    Router::new().route("/demo", get(choose).post(be))
}

async fn choose(visit: Visit) -> Html<String> {
    everybody(&visit, None)
}

fn everybody(visit: &Visit, tried: Option<&Tried<'_>>) -> Html<String> {
    let mut co_ops = Vec::new();
    for registrar in visit.site.registers.all() {
        let handle = registrar.organization().as_str();
        let people = visit.read_as(handle, Viewer::Desk, |page| Ok(people(&Page { tried, ..*page })));
        co_ops.extend(people.ok());
    }
    visit.show_outside(|words| {
        let heading = words.text("demo-title");
        let lead = html! { p class="lead" { (words.text("demo-lead")) } };
        let body = html! {
            (title(&html! { "Rochdale" }, heading, Some(&lead)))
            @for co_op in &co_ops { (passage(&html! {}, co_op)) }
        };
        (tried.map_or_else(|| heading.to_owned(), |tried| tried.title(heading)), body)
    })
}

/// Everybody in membership of a co-op by class, each a button; organizations through who acts for them.
fn people(page: &Page<'_>) -> Markup {
    let words = page.words;
    let buttons = html! {
        (refused(page))
        @for class in page.rulebook.classes() {
            @let id = &class.rule.id;
            @let held: Vec<_> = page.state.memberships_on(page.today).filter(|one| one.class_on(page.today).is_some_and(|(_, on)| on == id)).collect();
            @if !held.is_empty() {
                details class="more" open[held.len() <= 12] {
                    summary { (page.name(&class.rule.name)) " " span class="soft" { (words.count(held.len() as u64)) } }
                    div class="tags" {
                        @for one in &held {
                            @let acting = page.state.party(one.party).filter(|party| !party.is_person()).and_then(|party| party.representative_on(page.today)).unwrap_or(one.party);
                            @let phase = phase_on(page.rulebook, one, page.today);
                            button class="quiet small-button" type="submit" name="party" value=(acting) {
                                (words.party(one.party))
                                @if acting != one.party { span class="soft" { " · " (words.party(acting)) } }
                                @if let Some(on) = phase { span class="soft" { " · " (page.name(&on.phase.name)) } }
                            }
                        }
                    }
                }
            }
        }
        details class="more" {
            summary { (words.text("the-desk")) }
            div { button class="quiet small-button" type="submit" name="party" value="desk" { (words.text("the-desk")) } }
        }
    };
    let handle = page.base.trim_start_matches('/');
    let form = Form::new("/demo".to_owned(), vec![Part::Plain(buttons)]).of("organization", handle);
    html! {
        h2 { (page.name(&page.rulebook.front.name)) }
        (page.form(&form))
    }
}

/// What is refused, to look at: the proposal with whose author to be, and what to press.
fn refused(page: &Page<'_>) -> Markup {
    let words = page.words;
    let Some((proposal, rounds)) = too_early(page) else { return html! {} };
    let person = words.party(proposal.author);
    let says = [
        ("person", person.as_str().into()),
        ("title", proposal.draft.title.as_str().into()),
        ("step", words.text("step-call-vote").into()),
        ("done", proposal.complete_rounds().into()),
        ("rounds", rounds.into()),
    ];
    html! {
        div class="panel" {
            p { (words.text_with("demo-refused", says)) }
            div class="actions" {
                button class="quiet" type="submit" name="party" value=(proposal.author) formaction={ "/demo?proposal=" (proposal.id) } {
                    (words.text_with("demo-refused-open", [("person", person.as_str().into())]))
                }
            }
        }
    }
}

/// The proposal that has come furthest of those that somebody objects to, and on which it is too early to call a vote;
/// and how many rounds come before one.
fn too_early<'a>(page: &Page<'a>) -> Option<(&'a Proposal, u32)> {
    let is_objected_to = |one: &&'a Proposal| {
        one.stage == Stage::InRound
            && one.standing_stances().any(|(_, taken)| matches!(taken.stance, Stance::Object { .. }))
    };
    let open = page.state.proposals().map(|one| &**one).filter(is_objected_to).filter_map(|one| {
        let rulebook = page.state.edition(one.edition?)?;
        let Method::Consensus(consensus) = &decision_of(page.state, rulebook, &one.draft.matter)?.rule.method
        else {
            return None;
        };
        let is_early = consensus.fallback.is_some() && one.complete_rounds() < consensus.rounds;
        is_early.then_some((one, consensus.rounds))
    });
    open.max_by_key(|(one, _)| one.rounds.len())
}

/// Where whoever they are then looks, where it is not at their day.
#[derive(Deserialize)]
struct Opens {
    proposal: Option<u32>,
}

async fn be(
    visit: Visit,
    jar: CookieJar,
    Query(opens): Query<Opens>,
    sent: Sent,
) -> Result<Response, Problem> {
    match chosen(&visit, &sent) {
        Ok((organization, party)) => {
            let (jar, way) = begun(&visit, jar, &organization, party, Begun::Demo).await?;
            let way = match opens.proposal {
                Some(proposal) => format!("/{organization}/proposals/{proposal}"),
                None => way,
            };
            Ok((jar, Redirect::to(&way)).into_response())
        }
        Err(problem) => Ok(visit.show_again_outside(&sent, problem, |tried| everybody(&visit, Some(tried)))),
    }
}

/// Who to be, and where.
fn chosen(visit: &Visit, sent: &Sent) -> Result<(Slug, Option<PartyId>), Problem> {
    let organization = sent.slug("organization")?;
    visit.registrar(organization.as_str())?;
    let party = if sent.text("party")? == "desk" { None } else { Some(sent.number("party")?) };
    Ok((organization, party))
}
