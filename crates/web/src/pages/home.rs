//! The list of co-ops, and the public home of each: what it is, how to join, what its bylaws say.

use axum::{extract::Path, response::Html};
use maud::{Markup, html};
use rochdale_core::{
    membership::Right,
    rulebook::{Admission, Class, ClassOf, Ruled},
};

use super::interest;
use crate::{
    look::{Tone, badge, clause_link, notes, passage, title},
    problem::Problem,
    visit::{Page, Visit},
};

/// The co-ops that are kept here.
pub async fn co_ops(visit: Visit) -> Html<String> {
    let registrars = visit.site.registers.all();
    let mut co_ops = Vec::new();
    for registrar in registrars {
        let handle = registrar.organization().clone();
        let told = visit.read(handle.as_str(), |page| {
            let (language, preface) = page.text_of(&page.rulebook.preface);
            let first = preface.split("\n\n").find(|part| !part.trim().is_empty()).unwrap_or_default();
            Ok((page.name(&page.rulebook.front.name).to_owned(), language.clone(), page.bylaw_words(first)))
        });
        // A book that is not founded yet has nothing to show.
        co_ops.extend(told.ok().map(|told| (handle, told)));
    }
    visit.show_outside(|words| {
        let body = html! {
            (title(&html! { "Rochdale" }, words.text("co-ops-title"), Some(&html! { p class="lead" { (words.text("co-ops-lead")) } })))
            (passage(&html! {}, &html! {
                ul class="list" {
                    @for (handle, (name, language, preface)) in &co_ops {
                        li {
                            h2 { a href={ "/" (handle) } { (name) } }
                            div lang=(language) { (preface) }
                        }
                    }
                }
                @if visit.site.is_demo {
                    div class="panel" {
                        h2 { (words.text("demo-title")) }
                        p { (words.text("demo-invites")) }
                        p { a class="button" href="/demo" { (words.text("demo-open")) } }
                    }
                }
            }))
        };
        (words.text("co-ops-title").to_owned(), body)
    })
}

/// The public home of a co-op.
pub async fn show(visit: Visit, Path(org): Path<String>) -> Result<Html<String>, Problem> {
    visit.show(&org, None, |page| Ok((page.name(&page.rulebook.front.name).to_owned(), home(page))))
}

fn home(page: &Page<'_>) -> Markup {
    let words = page.words;
    let (language, preface) = page.text_of(&page.rulebook.preface);
    html! {
        (title(&html! { (words.text("home-kicker")) }, page.name(&page.rulebook.front.name), None))
        (passage(&html! {}, &html! { div lang=(language) { (page.bylaw_words(preface)) } }))
        (passage(
            &notes(page.reader(), page.rulebook.classes().map(|class| &**class.cite).take(1)),
            &html! {
                h2 { (words.text("home-classes")) }
                ul class="list" { @for class in page.rulebook.classes() { (way_in(page, class)) } }
            },
        ))
        (passage(&html! {}, &html! {
            h2 { (words.text("home-bylaws")) }
            p { (words.text_with("home-bylaws-lead", [("edition", page.rulebook.front.edition.into()), ("since", page.rulebook.front.in_force_from.into())])) }
            ul {
                @for chapter in page.rulebook.chapters.iter().filter(|chapter| !chapter.clauses.is_empty()) {
                    @let first = &chapter.clauses[0];
                    li { a href={ (page.bylaws) "#" (first) } { (page.name(&chapter.title)) } }
                }
            }
        }))
        @if super::archive::has_archive(page) {
            (passage(&html! {}, &html! { p { a href={ (page.base) "/archive" } { (words.text("archive-public")) } } }))
        }
    }
}

/// A class, for whom it is, and what joining it takes, each with its clause.
fn way_in(page: &Page<'_>, class: Ruled<'_, Class>) -> Markup {
    let words = page.words;
    let rulebook = page.rulebook;
    let id = &class.rule.id;
    let of = match class.rule.of {
        ClassOf::People => "class-of-people",
        ClassOf::Organizations => "class-of-organizations",
        ClassOf::Either => "class-of-either",
    };
    let admission = match class.rule.admission {
        Admission::Office => "admission-office",
        Admission::Decision => "admission-decision",
    };
    let count = page
        .state
        .memberships_on(page.today)
        .filter(|one| one.class_on(page.today).is_some_and(|(_, on)| on == id))
        .count();
    html! {
        li {
            div class="row" {
                h3 { (page.name(&class.rule.name)) " " (clause_link(page.reader(), class.cite)) }
                div class="tags" {
                    @if !class.rule.is_member { (badge(Tone::Plain, words.text("class-no-member"))) }
                    @if page.sees(Right::SeeMembers) {
                        span class="small soft" { (words.text_with("class-count", [("count", (count as u64).into())])) }
                    }
                }
            }
            ul {
                li { (words.text(of)) }
                li { (words.text(admission)) }
                @if let Some(phases) = rulebook.phases(id) {
                    @let named = phases.rule.phases.iter().map(|phase| words.text_with("class-phase", [("phase", page.name(&phase.name).to_owned().into()), ("months", phase.months.into())]));
                    li { (words.text_with("class-phases", [("phases", words.list(named.collect()).into())])) " " (clause_link(page.reader(), phases.cite)) }
                }
                @for commitment in rulebook.commitments().filter(|commitment| commitment.rule.classes.contains(id)) {
                    @let documents = commitment.rule.documents.iter().map(|document| page.name(&document.name).to_owned());
                    li { (words.text_with("class-commits", [("documents", words.list(documents.collect()).into())])) " " (clause_link(page.reader(), commitment.cite)) }
                }
                @if let Some(agreement) = rulebook.agreement_for(id) {
                    li { (words.text_with("class-agreement", [("agreement", page.name(&agreement.rule.name).to_owned().into())])) " " (clause_link(page.reader(), agreement.cite)) }
                }
                @if let Some(rule) = rulebook.representatives(id) {
                    li { (words.text_with("class-representatives", [("count", rule.rule.at_least.into())])) " " (clause_link(page.reader(), rule.cite)) }
                }
                @if class.rule.needs_capital { li { (words.text("class-capital")) } }
            }
            (interest::to_form(page, class.rule))
        }
    }
}
