//! One exit: when the membership ends, what is settled and handed over, and what is left to do.

use maud::{Markup, html};
use rochdale_core::{
    command::By,
    exits::{Exit, ExitEnd, asked_of, edition_of, handles, left, reads},
    message::Argument,
    offices::Power,
    rulebook::Citation,
    sight::Viewer,
    values::ExitId,
};

use super::{heading, settlement, stands};
use crate::{
    look::{Form, Part, Tone, badge, definitions, notes, passage, title},
    problem::Problem,
    visit::Page,
};

/// The title of an exit's page and what stands on it, for one of its readers.
pub(super) fn of_exit(page: &Page<'_>, id: ExitId) -> Result<(String, Markup), Problem> {
    if page.viewer == Viewer::Public {
        return Err(Problem::NotSignedIn);
    }
    let exit = page.state.exit(id).filter(|exit| reads(page.state, exit, page.viewer, page.today));
    let exit = exit.ok_or(Problem::NotFound)?;
    let heading = heading(page, exit.membership);
    Ok((heading.clone(), one(page, exit, &heading)))
}

/// Whether the one who looks may take steps in an exit by a power: it is open and not their own.
pub(super) fn may_handle(page: &Page<'_>, exit: &Exit, power: Power) -> bool {
    let handles = match page.viewer {
        Viewer::Party(person) => handles(page.state, exit, person, power, page.today),
        Viewer::Desk => true,
        Viewer::Public => false,
    };
    exit.is_open() && handles
}

/// A form for a step in an exit.
pub(super) fn step<'a>(page: &Page<'_>, exit: &Exit, step: &str, parts: Vec<Part<'a>>) -> Form<'a> {
    Form::new(format!("{}/exits/{}/{step}", page.base, exit.id), parts).request()
}

/// Who asked for something, as people call them.
pub(super) fn who(page: &Page<'_>, by: By) -> Argument {
    match by {
        By::Party(party) => Argument::Party(party),
        By::Desk | By::Clock | By::Visitor => page.words.text("the-desk").into(),
    }
}

fn one(page: &Page<'_>, exit: &Exit, heading: &str) -> Markup {
    let words = page.words;
    let kicker = html! { a href={ (page.base) "/exits" } { (words.text("exits")) } };
    let held = page.state.membership(exit.membership);
    let class = held.and_then(|held| held.latest_class()).map(|(_, class)| class);
    let rule = edition_of(page.state, exit).zip(class).and_then(|(rulebook, class)| rulebook.notice(class));
    let mut facts: Vec<(&str, Markup)> = Vec::new();
    if let Some(held) = held {
        let link = super::super::members::party_link(page, held.party);
        facts.push((words.text("member"), link));
        if let Some(last) = held.last_day() {
            facts.push((words.text("exit-last-day"), html! { (words.date(last)) }));
        }
    }
    let opened = match exit.notice {
        Some(notice) => words.text_with(
            "exit-by-notice",
            [("person", Argument::Party(notice.by)), ("at", exit.opened.into())],
        ),
        None => words.instant(exit.opened),
    };
    facts.push((words.text("exit-opened"), html! { (opened) }));
    if let Some((at, _)) = exit.ended {
        facts.push((words.text("exit-ended"), html! { (words.instant(at)) }));
    }
    let is_withdrawn = exit.ended.is_some_and(|(_, how)| how == ExitEnd::Withdrawn);
    html! {
        (title(&kicker, heading, Some(&html! { div class="tags" { (stands(page, exit)) } })))
        (passage(&notes(page.reader(), rule.map(|rule| &**rule.cite)), &html! {
            (definitions(&facts))
            (withdraw(page, exit, rule.is_some_and(|rule| rule.rule.can_be_withdrawn)))
        }))
        @if !is_withdrawn {
            (settlement::draw(page, exit))
            (handover(page, exit))
            (backup(page, exit))
            (close(page, exit))
        }
    }
}

fn withdraw(page: &Page<'_>, exit: &Exit, can_be: bool) -> Markup {
    let held = page.state.membership(exit.membership);
    let stands = held.is_some_and(|held| held.leaves.is_some() && held.is_current_on(page.today));
    let own =
        page.viewer.person().is_some_and(|one| page.state.vote_is_held_by(exit.membership, one, page.today));
    if !(can_be && stands && own && exit.is_open()) {
        return html! {};
    }
    let form = step(page, exit, "withdraw", Vec::new())
        .of("membership", exit.membership.to_string())
        .submit(page.words.text("leave-withdraw"));
    page.form(&form)
}

fn handover(page: &Page<'_>, exit: &Exit) -> Markup {
    let words = page.words;
    let (_, items) = asked_of(page.state, exit);
    if items.is_empty() {
        return html! {};
    }
    let handles = may_handle(page, exit, Power::KeepMembers);
    let mut cites: Vec<&Citation> = items.iter().map(|(_, rule)| &**rule.cite).collect();
    cites.dedup();
    passage(
        &notes(page.reader(), cites),
        &html! {
            h2 { (words.text("exit-handover")) }
            ul class="list" {
                @for (named, _) in &items {
                    @let tick = exit.ticks.get(&named.id);
                    li {
                        div class="row" {
                            h3 { (page.name(&named.name)) }
                            @if tick.is_some() { (badge(Tone::Yes, words.text("duty-met"))) } @else { (badge(Tone::Wait, words.text("exit-not-ticked"))) }
                        }
                        @if let Some(tick) = tick {
                            p class="small soft" { (words.text_with("exit-ticked", [("person", who(page, tick.by)), ("at", tick.at.into())])) }
                        }
                        @if handles {
                            @let back = Part::Plain(html! { button class="quiet small-button" type="submit" { (words.text("exit-untick")) } });
                            @let form = if tick.is_some() { step(page, exit, "untick", vec![back]) } else { step(page, exit, "tick", Vec::new()).submit(words.text("exit-tick")) };
                            (page.form(&form.of("item", named.id.as_str())))
                        }
                    }
                }
            }
        },
    )
}

fn backup(page: &Page<'_>, exit: &Exit) -> Markup {
    let words = page.words;
    let Some(rule) = edition_of(page.state, exit).and_then(|rulebook| rulebook.backup()) else {
        return html! {};
    };
    let said = match exit.backup.map(|copy| copy.taken) {
        None => words.text("exit-backup-none").to_owned(),
        Some(None) => words.text("exit-backup-allowed").to_owned(),
        Some(Some(taken)) => words
            .text_with("exit-backup-was-taken", [("person", who(page, taken.by)), ("at", taken.at.into())]),
    };
    let waits = exit.backup.is_some_and(|copy| copy.taken.is_none());
    let parts = || {
        let tick = Part::Tick("de-identified", words.text("exit-de-identified-hint"));
        if rule.rule.de_identified { vec![tick] } else { Vec::new() }
    };
    passage(
        &notes(page.reader(), [&**rule.cite]),
        &html! {
            h2 { (words.text("exit-backup")) }
            p { (said) @if let Some(copy) = exit.backup { " " a href={ (page.base) "/proposals/" (copy.proposal) } { (words.text_with("proposal-number", [("number", u32::from(copy.proposal).into())])) } } }
            @if waits && may_handle(page, exit, Power::KeepMembers) {
                (page.form(&step(page, exit, "copy", parts()).submit(words.text("exit-backup-record"))))
            }
        },
    )
}

/// The button that closes it, once everything is done and the membership is over.
fn close(page: &Page<'_>, exit: &Exit) -> Markup {
    let is_over = page.state.membership(exit.membership).is_some_and(|held| held.has_ended_by(page.today));
    let is_ready = is_over && left(page.state, exit).is_nothing();
    if !(is_ready && may_handle(page, exit, Power::KeepMembers)) {
        return html! {};
    }
    let form = step(page, exit, "close", Vec::new()).submit(page.words.text("exit-close"));
    passage(&html! {}, &page.form(&form))
}
