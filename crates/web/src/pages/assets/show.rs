//! One asset: what it is, who has it, and its history.

use jiff::civil::Date;
use maud::{Markup, html};
use rochdale_core::{
    assets::{Asset, Standing, is_seen, reads_damage},
    command::By,
    message::Argument,
    values::{AssetId, PartyId, WordsId},
};

use super::{must_see, stands, steps};
use crate::{
    look::{definitions, notes, passage, title, typed},
    pages::members::party_link,
    problem::Problem,
    visit::Page,
};

/// The title of an asset's page and what stands on it, for somebody who sees it.
pub(super) fn draw(page: &Page<'_>, id: AssetId) -> Result<(String, Markup), Problem> {
    let known = page.state.asset(id);
    let asset = known.filter(|asset| is_seen(page.state, page.viewer, asset, page.today));
    let Some(asset) = asset else {
        must_see(page)?;
        return Err(Problem::NotFound);
    };
    let standing = asset.standing_on(page.today).unwrap_or(Standing::InStore);
    Ok((asset.name.clone(), of_asset(page, asset, standing)))
}

fn of_asset(page: &Page<'_>, asset: &Asset, standing: Standing) -> Markup {
    let words = page.words;
    let kicker = html! { a href={ (page.base) "/assets" } { (words.text("assets")) } };
    let cite = page.rulebook.assets().map(|rule| &**rule.cite);
    let mut items = vec![(words.text("asset-kind"), html! { (words.named(&asset.kind)) })];
    if !asset.label.is_empty() {
        items.push((words.text("asset-label"), html! { (asset.label) }));
    }
    items.push((words.text("asset-place"), html! { (asset.place_on(page.today)) }));
    items.push((words.text("asset-since"), html! { (words.date(asset.since)) }));
    if let Standing::Lent(loan) = standing {
        items.push((words.text("asset-borrower"), party_link(page, loan.to)));
        items.push((words.text("asset-due"), html! { (words.date(loan.due)) }));
    }
    html! {
        (title(&kicker, &asset.name, Some(&html! { div class="tags" { (stands(page, standing, page.today)) } })))
        (passage(&notes(page.reader(), cite), &definitions(&items)))
        (steps::draw(page, asset, standing))
        (passage(&html! {}, &html! {
            h2 { (words.text("asset-history")) }
            ul class="list" { @for (day, what) in history(page, asset) { li { p class="small soft" { (words.date(day)) } (what) } } }
        }))
    }
}

/// What happened to it, the last first.
fn history(page: &Page<'_>, asset: &Asset) -> Vec<(Date, Markup)> {
    let mut all: Vec<(Date, Markup)> = Vec::new();
    for (place, (from, kept_at)) in asset.places.iter().enumerate() {
        let key = if place == 0 { "asset-history-entered" } else { "asset-history-moved" };
        all.push((*from, said(page, key, [("place", kept_at.as_str().into())])));
    }
    for loan in &asset.loans {
        let person = ("person", Argument::Party(loan.to));
        all.push((loan.from, said(page, "asset-history-lent", [person.clone(), ("due", loan.due.into())])));
        if let Some(ended) = loan.ended.filter(|ended| asset.losses.iter().all(|loss| loss.on != *ended)) {
            all.push((ended, said(page, "asset-history-returned", [person])));
        }
    }
    for damage in &asset.damages {
        let says = said(page, "asset-history-damaged", [("person", by_whom(page, damage.by))]);
        all.push((damage.on, html! { (says) (written(page, damage.people(), damage.words)) }));
        if let Some((on, decided)) = damage.settled {
            let says = said(page, "asset-history-settled", []);
            all.push((on, html! { (says) (written(page, damage.people(), decided)) }));
        }
    }
    for loss in &asset.losses {
        let says = said(page, "asset-history-lost", [("person", by_whom(page, loss.by))]);
        all.push((loss.on, html! { (says) (written(page, loss.people(), loss.words)) }));
        all.extend(loss.found.map(|found| (found, said(page, "asset-history-found", []))));
    }
    if let Some((on, basis)) = &asset.retired {
        all.push((*on, said(page, "asset-history-retired", [("basis", basis.as_str().into())])));
    }
    // Of one day, the order of happening stays.
    all.sort_by_key(|(day, _)| *day);
    all.reverse();
    all
}

fn said<const N: usize>(page: &Page<'_>, key: &str, with: [(&'static str, Argument); N]) -> Markup {
    html! { p { (page.words.text_with(key, with)) } }
}

fn by_whom(page: &Page<'_>, by: By) -> Argument {
    match by {
        By::Party(person) => person.into(),
        By::Desk | By::Clock | By::Visitor => page.words.text("the-desk").into(),
    }
}

/// What was written beside the register, for whoever reads it.
fn written(page: &Page<'_>, people: (By, PartyId), id: WordsId) -> Markup {
    let words = page.words;
    html! {
        @if reads_damage(page.state, page.viewer, people, page.today) {
            @match page.state.words(id) {
                Some(said) => (typed(said.on("text"))),
                None => p class="soft" { (words.text("asset-words-erased")) },
            }
        } @else {
            p class="small soft" { (words.text("asset-words-hidden")) }
        }
    }
}
