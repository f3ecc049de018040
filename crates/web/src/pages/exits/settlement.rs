//! What is owed to whoever leaves, in lines and instalments, with the forms of whoever records payments.

use maud::{Markup, html};
use rochdale_core::{
    exits::{Exit, Instalment, SettlementLine, asked_of},
    offices::Power,
    rulebook::{Citation, Named, Ruled, Settlement},
    values::Minor,
};

use super::show::{may_handle, step, who};
use crate::{
    look::{Field, Kind, Part, Tone, badge, notes, passage},
    visit::Page,
};

/// An amount that shows how to write one, in minor units of two decimals.
const EXAMPLE: i64 = 3_000_050;

/// The part of an exit's page on what is settled; nothing where nothing is.
pub(super) fn draw(page: &Page<'_>, exit: &Exit) -> Markup {
    let words = page.words;
    let (settled, _) = asked_of(page.state, exit);
    if settled.is_empty() {
        return html! {};
    }
    let currency = page.rulebook.front.currency.as_str();
    let money = |amount| words.money(amount, currency).into();
    let total = [("owed", money(exit.owed())), ("paid", money(exit.paid()))];
    let mut cites: Vec<&Citation> = settled.iter().map(|(_, rule)| &**rule.cite).collect();
    cites.dedup();
    passage(
        &notes(page.reader(), cites),
        &html! {
            h2 { (words.text("exit-settlement")) }
            p { (words.text_with("exit-total", total)) }
            ul class="list" {
                @for (place, (named, rule)) in (1..).zip(&settled) { li { (of_kind(page, exit, named, *rule, place)) } }
            }
        },
    )
}

fn of_kind(page: &Page<'_>, exit: &Exit, named: &Named, rule: Ruled<'_, Settlement>, place: u32) -> Markup {
    let words = page.words;
    let handles = may_handle(page, exit, Power::RecordPayments);
    match exit.standing_lines().find(|(_, line)| line.kind == named.id) {
        Some((number, line)) => recorded(page, exit, named, (number, line), handles),
        None => html! {
            div class="row" { h3 { (page.name(&named.name)) } (badge(Tone::Wait, words.text("exit-not-recorded"))) }
            @if handles { (record(page, exit, named, rule, place)) }
        },
    }
}

fn recorded(
    page: &Page<'_>,
    exit: &Exit,
    named: &Named,
    (number, line): (u32, &SettlementLine),
    handles: bool,
) -> Markup {
    let words = page.words;
    let currency = page.rulebook.front.currency.as_str();
    let by = [("person", who(page, line.by)), ("at", line.at.into())];
    html! {
        div class="row" { h3 { (page.name(&named.name)) } span class="number" { (words.money(line.owed, currency)) } }
        p class="small soft" {
            @if let Some(paid_in) = line.paid_in { (words.text_with("exit-paid-in", [("amount", words.money(paid_in, currency).into())])) " · " }
            (words.text_with("exit-recorded-by", by))
        }
        @if line.owed == Minor::ZERO { p { (words.text("exit-nothing-owed")) } }
        @if !line.instalments.is_empty() {
            ul class="list" {
                @for (which, instalment) in (1..).zip(&line.instalments) {
                    li { (part(page, exit, (number, line), (which, instalment), handles)) }
                }
            }
        }
        @if handles && line.paid() == Minor::ZERO {
            (page.form(&step(page, exit, "strike", Vec::new()).of("line", number.to_string()).submit(words.text("exit-strike"))))
        }
    }
}

fn part(
    page: &Page<'_>,
    exit: &Exit,
    (number, line): (u32, &SettlementLine),
    (which, instalment): (u32, &Instalment),
    handles: bool,
) -> Markup {
    let words = page.words;
    let count = u32::try_from(line.instalments.len()).unwrap_or(u32::MAX);
    let due = ("due", instalment.due.into());
    let said = match count {
        1 => words.text_with("exit-at-once", [due]),
        _ => words.text_with("exit-instalment", [("number", which.into()), ("count", count.into()), due]),
    };
    let stands = match instalment.paid {
        Some(day) => badge(Tone::Yes, &words.text_with("exit-instalment-paid", [("day", day.into())])),
        None if instalment.due < page.today => badge(Tone::No, words.text("exit-late-badge")),
        None => badge(Tone::Wait, words.text("exit-instalment-due")),
    };
    let pay = || {
        // A number of their own for the fields of the forms on one page.
        let scope = number.saturating_mul(1000).saturating_add(which);
        let on = Field::new(Kind::Date, "paid-on").scope(scope).value(page.today.to_string());
        step(page, exit, "pay", vec![Part::Field(on)])
            .of("line", number.to_string())
            .of("instalment", which.to_string())
            .submit(words.text("exit-pay-button"))
    };
    html! {
        div class="row" {
            span { (words.money(instalment.amount, &page.rulebook.front.currency)) span class="small soft" { " · " (said) } }
            (stands)
        }
        @if handles && instalment.paid.is_none() { (page.folded(words.text("exit-pay-button"), false, &pay())) }
    }
}

fn record(page: &Page<'_>, exit: &Exit, named: &Named, rule: Ruled<'_, Settlement>, place: u32) -> Markup {
    let words = page.words;
    let currency = page.rulebook.front.currency.as_str();
    let example = words.amount(Minor(EXAMPLE), currency);
    let hint =
        words.text_with("exit-amount-hint", [("currency", currency.into()), ("example", example.into())]);
    let last = page.state.membership(exit.membership).and_then(|held| held.last_day());
    let due = last.unwrap_or(page.today).max(page.today);
    let name = if rule.rule.at_what_was_paid_in { "paid_in" } else { "owed" };
    let mut parts = vec![Part::Field(Field::new(Kind::Line, name).hint(hint).scope(place))];
    if rule.rule.instalments {
        parts.push(Part::Field(Field::new(Kind::Line, "instalments").scope(place).value("1")));
    }
    parts.push(Part::Field(Field::new(Kind::Date, "first-paid-by").scope(place).value(due.to_string())));
    let form = step(page, exit, "record", parts)
        .of("line", named.id.as_str())
        .submit(words.text("exit-record-button"));
    let what = [("line", page.name(&named.name).to_owned().into())];
    page.folded(&words.text_with("exit-record", what), false, &form)
}
