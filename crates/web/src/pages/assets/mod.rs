//! The asset register: the list as of a day, one page for each asset, and every step as a form.

mod list;
mod show;
mod steps;

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, Query},
    response::{Html, Response},
    routing::{get, post},
};
use jiff::civil::Date;
use maud::{Markup, html};
use rochdale_core::{
    assets::{Asset, Standing, must_see_register},
    command::Command,
    fact::Fact,
    values::AssetId,
};
use serde::Deserialize;

use super::cases::written;
use crate::{
    look::{Place, Tone, badge},
    problem::Problem,
    sent::Sent,
    site::Site,
    visit::{Page, Visit},
};

/// The routes of the register.
pub fn router() -> Router<Arc<Site>> {
    Router::new()
        .route("/{org}/assets", get(all).post(enter))
        .route("/{org}/assets/{id}", get(one))
        .route("/{org}/assets/{id}/{step}", post(take))
}

/// Which day of the register to show.
#[derive(Default, Deserialize)]
pub struct Wanted {
    /// The day, `2026-03-31`; today where it is left out or makes no sense.
    on: Option<String>,
}

/// The register as of a day.
pub async fn all(
    visit: Visit,
    Path(org): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), |page| list::draw(page, wanted.on.as_deref()))
}

/// One asset; one that the reader does not see is not there.
pub async fn one(visit: Visit, Path((org, id)): Path<(String, u32)>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), |page| show::draw(page, AssetId(id)))
}

/// Enters an asset, and leads to its page.
pub async fn enter(visit: Visit, Path(org): Path<String>, sent: Sent) -> Response {
    let address = format!("/{org}/assets");
    let submitted = async {
        let command = Command::EnterAsset {
            kind: sent.slug("kind")?,
            name: sent.words("name"),
            label: sent.words("label"),
            place: sent.words("place"),
            since: sent.date("since")?,
        };
        visit.submit(&org, sent.request()?, command).await
    };
    let done = match submitted.await {
        Ok(done) => done,
        Err(problem) => {
            let draw = |page: &Page<'_>| list::draw(page, None);
            return visit.show_again((&org, Place::Today, &address), &sent, problem, draw);
        }
    };
    let entered = done.facts.iter().find_map(|fact| match fact {
        Fact::AssetEntered { asset, .. } => Some(*asset),
        _ => None,
    });
    visit.then(&entered.map_or(address.clone(), |asset| format!("{address}/{asset}")))
}

/// Does something with an asset: `lend`, `return`, `damage`, `settle`, `loss`, `move` or `retire`.
pub async fn take(visit: Visit, Path((org, id, step)): Path<(String, u32, String)>, sent: Sent) -> Response {
    let (address, asset) = (format!("/{org}/assets/{id}"), AssetId(id));
    let submitted = async {
        let on = sent.date("on")?;
        let command = match step.as_str() {
            "lend" => Command::LendAsset { asset, to: sent.number("to")?, on, due: sent.date("due")? },
            "return" => Command::ReturnAsset { asset, on },
            "damage" => Command::ReportDamage { asset, on, words: written(&visit, &org, &sent)? },
            "settle" => Command::SettleDamage { asset, on, words: written(&visit, &org, &sent)? },
            "loss" => Command::ReportLoss { asset, on, words: written(&visit, &org, &sent)? },
            "move" => Command::MoveAsset { asset, place: sent.words("place"), on },
            "retire" => Command::RetireAsset { asset, on, basis: sent.words("basis") },
            _ => return Err(Problem::NotFound),
        };
        visit.submit(&org, sent.request()?, command).await
    };
    let submitted = submitted.await;
    visit.led_back((&org, Place::Today, &address), &sent, submitted, |page| show::draw(page, asset))
}

/// Stops the page for whoever may not see the register, with the clause that says so; where the bylaws have
/// none, there is no page.
fn must_see(page: &Page<'_>) -> Result<(), Problem> {
    if page.rulebook.assets().is_none() {
        return Err(Problem::NotFound);
    }
    must_see_register(page.state, page.viewer, page.today)
        .map_err(|refusal| Problem::refused(page.base.trim_start_matches('/'), *refusal))
}

/// Whether the bylaws have a register that the reader sees.
pub(super) fn has_register(page: &Page<'_>) -> bool {
    must_see(page).is_ok()
}

/// How an asset stands, as a badge.
fn stands(page: &Page<'_>, standing: Standing, day: Date) -> Markup {
    let (tone, says) = match standing {
        Standing::InStore => (Tone::Yes, "asset-in-store"),
        Standing::Lent(loan) if loan.is_overdue_on(day) => (Tone::No, "asset-overdue"),
        Standing::Lent(_) => (Tone::Wait, "asset-lent"),
        Standing::Damaged => (Tone::No, "asset-damaged"),
        Standing::Lost => (Tone::No, "asset-lost"),
        Standing::Retired => (Tone::Plain, "asset-retired"),
    };
    badge(tone, page.words.text(says))
}

/// An asset as a line of a list, as it stands on a day.
pub(super) fn line(page: &Page<'_>, asset: &Asset, day: Date) -> Markup {
    let words = page.words;
    let Some(standing) = asset.standing_on(day) else { return html! {} };
    let where_it_is = match standing {
        Standing::Lent(loan) => {
            words.text_with("asset-with", [("person", loan.to.into()), ("due", loan.due.into())])
        }
        Standing::Lost | Standing::Retired => String::new(),
        Standing::InStore | Standing::Damaged => asset.place_on(day).to_owned(),
    };
    html! {
        li {
            div class="row" {
                h3 { a href={ (page.base) "/assets/" (asset.id) } { (asset.name) } }
                (stands(page, standing, day))
            }
            p class="small soft" {
                (words.named(&asset.kind))
                @if !asset.label.is_empty() { " · " (asset.label) }
                @if !where_it_is.is_empty() { " · " (where_it_is) }
            }
        }
    }
}
