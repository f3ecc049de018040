//! The list: what is out, what is damaged or lost, what can be borrowed; and the form that enters something.

use jiff::civil::Date;
use maud::{Markup, html};
use rochdale_core::assets::{Asset, Standing, assets_for, keeps};

use super::{line, must_see};
use crate::{
    look::{Field, Form, Kind, Part, empty, notes, passage, title},
    problem::Problem,
    visit::Page,
};

/// A part of the list: its heading, and which loans stand in it.
type Group = (&'static str, fn(Standing) -> bool);

/// The groups of the list, in the order in which they are shown: the heading, and who is in it.
const GROUPS: [Group; 4] = [
    ("assets-out", |standing| matches!(standing, Standing::Lent(_))),
    ("assets-amiss", |standing| matches!(standing, Standing::Damaged | Standing::Lost)),
    ("assets-free", |standing| standing == Standing::InStore),
    ("assets-retired", |standing| standing == Standing::Retired),
];

/// The title of the register and what stands on it, as of a day that is not to come.
pub(super) fn draw(page: &Page<'_>, on: Option<&str>) -> Result<(String, Markup), Problem> {
    let seen: Vec<&Asset> = assets_for(page.state, page.viewer, page.today).collect();
    if seen.is_empty() || page.rulebook.assets().is_none() {
        must_see(page)?;
    }
    let asked = on.and_then(|text| text.parse::<Date>().ok()).filter(|day| *day < page.today);
    let day = asked.unwrap_or(page.today);
    Ok((page.words.text("assets").to_owned(), all(page, &seen, day)))
}

fn all(page: &Page<'_>, seen: &[&Asset], day: Date) -> Markup {
    let words = page.words;
    let is_today = day == page.today;
    let lead = html! {
        p class="lead" {
            @if is_today { (words.text("assets-lead")) } @else { (words.text_with("assets-as-of", [("day", day.into())])) }
        }
    };
    let mut sorted: Vec<(&Asset, Standing)> =
        seen.iter().filter_map(|asset| Some((*asset, asset.standing_on(day)?))).collect();
    // What is due first comes first; the rest by name.
    let due = |standing: &Standing| if let Standing::Lent(loan) = standing { Some(loan.due) } else { None };
    sorted.sort_by(|(one, of), (other, to)| {
        (due(of), &one.name, one.id).cmp(&(due(to), &other.name, other.id))
    });
    let cite = page.rulebook.assets().map(|rule| &**rule.cite);
    html! {
        (title(&html! { (page.name(&page.rulebook.front.name)) }, words.text("assets"), Some(&lead)))
        @if sorted.is_empty() { (passage(&notes(page.reader(), cite), &empty(words.text("assets-none")))) }
        @for (place, (heading, assets)) in groups(&sorted).iter().enumerate() {
            @let margin = if place == 0 { notes(page.reader(), cite) } else { html! {} };
            (passage(&margin, &html! {
                h2 { (words.text(heading)) }
                ul class="list" { @for asset in assets { (line(page, asset, day)) } }
            }))
        }
        @if is_today && keeps(page.state, page.viewer, page.today) { (passage(&html! {}, &new(page))) }
        (passage(&html! {}, &look_back(page, day)))
    }
}

/// The groups that have anybody in them.
fn groups<'a>(sorted: &[(&'a Asset, Standing)]) -> Vec<(&'static str, Vec<&'a Asset>)> {
    let of = |is_in: fn(Standing) -> bool| {
        sorted.iter().filter(|(_, standing)| is_in(*standing)).map(|(asset, _)| *asset).collect::<Vec<_>>()
    };
    let all = GROUPS.iter().map(|(heading, is_in)| (*heading, of(*is_in)));
    all.filter(|(_, assets)| !assets.is_empty()).collect()
}

fn new(page: &Page<'_>) -> Markup {
    let words = page.words;
    let kinds = page.rulebook.assets().into_iter().flat_map(|rule| &rule.rule.kinds);
    let kinds: Vec<(String, String)> =
        kinds.map(|kind| (kind.id.to_string(), page.name(&kind.name).to_owned())).collect();
    let field = |kind: Kind, name: &'static str, called: &str| {
        Field::new(kind, name).called(words.text(called)).scope(0)
    };
    let parts = vec![
        Part::Field(field(Kind::Line, "name", "asset-name")),
        Part::Field(field(Kind::OneOf(kinds), "kind", "asset-kind")),
        Part::Field(
            field(Kind::Line, "label", "asset-label").hint(words.text("asset-label-hint")).required(false),
        ),
        Part::Field(field(Kind::Line, "place", "asset-place").hint(words.text("asset-place-hint"))),
        Part::Field(field(Kind::Date, "since", "asset-since").value(page.today.to_string())),
    ];
    let form =
        Form::new(format!("{}/assets", page.base), parts).request().submit(words.text("asset-enter-button"));
    page.folded(words.text("asset-enter"), false, &form)
}

/// The form that asks for the register of another day. It asks only, so that it is sent by GET.
fn look_back(page: &Page<'_>, day: Date) -> Markup {
    let words = page.words;
    html! {
        h2 { (words.text("assets-look-back")) }
        form method="get" action={ (page.base) "/assets" } {
            div class="field" {
                label for="as-of" { (words.text("assets-on")) }
                input type="date" id="as-of" name="on" value=(day) max=(page.today) required autocomplete="off";
            }
            div class="actions" { button class="quiet" type="submit" { (words.text("assets-show")) } }
        }
    }
}
