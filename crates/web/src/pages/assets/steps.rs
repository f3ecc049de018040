//! What the reader can do with an asset, each as a form.

use maud::{Markup, html};
use rochdale_core::{
    assets::{Asset, Standing, keeps},
    membership::has_right,
    values::PartyId,
};

use crate::{
    look::{Field, Form, Kind, Part, passage},
    pages::members::people,
    visit::Page,
};

/// The forms for what the reader may do with an asset that stands as it does today.
pub(super) fn draw<'a>(page: &Page<'a>, asset: &Asset, standing: Standing) -> Markup {
    let words = page.words;
    let person = page.viewer.person();
    let is_keeper = keeps(page.state, page.viewer, page.today);
    let has_it = matches!(standing, Standing::Lent(loan) if person == Some(loan.to));
    let is_out = matches!(standing, Standing::Lent(_) | Standing::Lost);
    let is_there = !matches!(standing, Standing::Lost | Standing::Retired);
    let is_free = standing == Standing::InStore;
    let borrows = person.filter(|person| is_free && may_borrow(page, *person));
    let form = |step: &str, parts: Vec<Part<'a>>| {
        Form::new(format!("{}/assets/{}/{step}", page.base, asset.id), parts).request()
    };
    let day = |scope| Part::Field(date(page, "on", "asset-on", scope).value(page.today.to_string()));
    let said = |called: &str, hint: &str, scope| {
        let field = Field::new(Kind::Lines, "said").called(words.text(called));
        Part::Field(field.hint(words.text(hint)).scope(scope))
    };
    let line = |name: &'static str, called: &str, hint: &str, scope| {
        let field = Field::new(Kind::Line, name).called(words.text(called));
        Part::Field(field.hint(words.text(hint)).scope(scope))
    };
    let text = |key: &str| words.text(key);
    if standing == Standing::Retired {
        return html! {};
    }
    passage(
        &html! {},
        &html! {
            @if let Some(person) = borrows {
                @let parts = vec![Part::Field(date(page, "due", "asset-due", 1))];
                (page.folded(text("asset-borrow"), true, &form("lend", parts).of("as", "borrower").carrying("to", person.to_string()).carrying("on", page.today.to_string()).submit(text("asset-borrow-button"))))
            }
            @if is_out && (has_it || is_keeper) {
                @let heading = if standing == Standing::Lost { "asset-found" } else { "asset-return" };
                (page.folded(text(heading), true, &form("return", vec![day(2)]).submit(text("asset-return-button"))))
            }
            @if is_free && is_keeper {
                @let to = Field::new(Kind::OneOf(borrowers(page)), "to").called(text("asset-to")).scope(3);
                @let parts = vec![Part::Field(to), day(3), Part::Field(date(page, "due", "asset-due", 3))];
                (page.folded(text("asset-lend"), false, &form("lend", parts).of("as", "keeper").submit(text("asset-lend-button"))))
            }
            @if is_keeper && person.is_some() && asset.damage_on(page.today).is_some() {
                @let parts = vec![day(4), said("asset-decided", "asset-said-hint", 4)];
                (page.folded(text("asset-settle"), true, &form("settle", parts).submit(text("asset-settle-button"))))
            }
            @if is_there && person.is_some() {
                @let parts = vec![day(5), said("asset-said", "asset-said-hint", 5)];
                (page.folded(text("asset-damage"), false, &form("damage", parts).submit(text("asset-damage-button"))))
            }
            @if is_there && person.is_some() && (has_it || is_keeper) {
                @let parts = vec![day(6), said("asset-said", "asset-said-hint", 6)];
                (page.folded(text("asset-loss"), false, &form("loss", parts).submit(text("asset-loss-button"))))
            }
            @if is_keeper {
                @let parts = vec![day(7), line("place", "asset-place", "asset-place-hint", 7)];
                (page.folded(text("asset-move"), false, &form("move", parts).submit(text("asset-move-button"))))
            }
            @if is_keeper && !matches!(standing, Standing::Lent(_)) {
                @let parts = vec![day(8), line("basis", "asset-basis", "asset-basis-hint", 8)];
                (page.folded(text("asset-retire"), false, &form("retire", parts).submit(text("asset-retire-button"))))
            }
        },
    )
}

fn date<'a>(page: &Page<'a>, name: &'static str, called: &str, scope: u32) -> Field<'a> {
    Field::new(Kind::Date, name).called(page.words.text(called)).scope(scope)
}

fn may_borrow(page: &Page<'_>, person: PartyId) -> bool {
    let rule = page.rulebook.assets();
    rule.is_some_and(|rule| has_right(page.state, person, rule.rule.borrow, None, page.today))
}

/// Those who may borrow today, by name.
fn borrowers(page: &Page<'_>) -> Vec<(String, String)> {
    people(page, |party| may_borrow(page, party.id))
}
