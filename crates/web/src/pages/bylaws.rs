//! The bylaws: the chapters, and each clause with its rules, what it leaves open and what cites it.

use axum::{extract::Path, response::Html};
use maud::{Markup, html};
use rochdale_core::rulebook::{Chapter, Clause, ClauseId, Rule, RuleKind, Unsettled};

use crate::{
    look::{Place, Tone, badge, definitions, in_quotes, passage, title},
    problem::Problem,
    visit::{Page, Visit},
};

/// The chapters with their clauses.
pub async fn list(visit: Visit, Path(org): Path<String>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Bylaws), |page| {
        Ok((page.words.text("nav-bylaws").to_owned(), chapters(page)))
    })
}

/// One clause.
pub async fn show(
    visit: Visit,
    Path((org, clause)): Path<(String, String)>,
) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Bylaws), |page| {
        let clause = page.rulebook.clause(&ClauseId::new(&clause)).ok_or(Problem::NotFound)?;
        Ok((format!("{} {}", clause.id, page.name(&clause.title)), one(page, clause)))
    })
}

fn chapters(page: &Page<'_>) -> Markup {
    let words = page.words;
    let summary = page.rulebook.summary();
    let front = &page.rulebook.front;
    let below = html! {
        p class="lead" { (words.text("bylaws-lead")) }
    };
    let count = |number: usize| html! { span class="number" { (words.count(number as u64)) } };
    html! {
        (title(&html! { (words.text_with("edition", [("edition", front.edition.into())])) }, words.text("nav-bylaws"), Some(&below)))
        (passage(&html! {}, &definitions(&[
            (words.text("edition-since"), html! { (words.date(front.in_force_from)) }),
            (words.text("edition-reviewed"), html! { (words.date(front.reviewed_on)) }),
            (words.text("clauses-executable"), count(summary.executable)),
            (words.text("clauses-words-only"), count(summary.words_only)),
            (words.text("clauses-unsettled"), count(summary.unsettled)),
        ])))
        @for chapter in page.rulebook.chapters.iter().filter(|chapter| !chapter.clauses.is_empty()) {
            (passage(&html! {}, &chapter_of(page, chapter)))
        }
    }
}

fn chapter_of(page: &Page<'_>, chapter: &Chapter) -> Markup {
    html! {
        h2 { (page.name(&chapter.title)) }
        ul class="list" {
            @for clause in chapter.clauses.iter().filter_map(|id| page.rulebook.clause(id)) {
                li id=(clause.id) class="row" {
                    span { a class="clause" href={ (page.bylaws) "/" (clause.id) } { (clause.id) } " " (page.name(&clause.title)) }
                    (state_of(page, clause))
                }
            }
        }
    }
}

/// Whether the program does what a clause says, or only shows it.
fn state_of(page: &Page<'_>, clause: &Clause) -> Markup {
    let words = page.words;
    let acted_on = page.rulebook.acted_on(clause);
    html! {
        div class="tags" {
            @if acted_on > 0 {
                (badge(Tone::Yes, &words.text_with("rules-count", [("count", (acted_on as u64).into())])))
            }
            @if !clause.unsettled.is_empty() {
                (badge(Tone::Wait, &words.text_with("open-count", [("count", (clause.unsettled.len() as u64).into())])))
            }
            @if acted_on == 0 { (badge(Tone::Plain, words.text("words-only"))) }
        }
    }
}

fn one(page: &Page<'_>, clause: &Clause) -> Markup {
    let words = page.words;
    let binding = page.rulebook.front.binding();
    let (language, text) = page.text_of(&clause.words);
    let chapter = page.rulebook.chapters.iter().find(|chapter| chapter.clauses.contains(&clause.id));
    let kicker = html! {
        a href=(page.bylaws) { (words.text("nav-bylaws")) }
        @if let Some(chapter) = chapter { " · " (page.name(&chapter.title)) }
        " · " span class="clause" { (clause.id) }
    };
    let defines_only = clause.rules.iter().all(|rule| matches!(rule.kind, RuleKind::Term(_)));
    let (heading, lead) = match page.rulebook.acted_on(clause) {
        0 if defines_only => ("terms-title", "terms-lead"),
        0 => ("asked-title", "asked-lead"),
        _ => ("rules-title", "rules-lead"),
    };
    html! {
        (title(&kicker, page.name(&clause.title), Some(&state_of(page, clause))))
        (passage(&links(page, clause), &html! {
            div lang=(language) { (page.bylaw_words(text)) }
            @if language != binding {
                details class="why" {
                    summary { (words.text("binding-words")) }
                    div lang=(binding) { (page.bylaw_words(clause.words.get(binding).map_or("", String::as_str))) }
                }
            }
        }))
        @if !clause.rules.is_empty() {
            (passage(&html! { p class="small soft" { (words.text(lead)) } }, &html! {
                h2 { (words.text(heading)) }
                ul class="list" {
                    @for rule in &clause.rules {
                        li {
                            p { (what_it_does(page, rule)) }
                            (cells(page, rule))
                            p class="small soft" {
                                (words.text(taken_from(page, rule))) " " (said_by(page, rule))
                            }
                        }
                    }
                }
            }))
        }
        @for question in &clause.unsettled { (passage(&html! {}, &unsettled(page, question))) }
        @if !clause.examples.is_empty() {
            (passage(&html! { p class="small soft" { (words.text("examples-lead")) } }, &html! {
                h2 { (words.text("examples-title")) }
                @for example in &clause.examples { h3 { (example.name) } pre { code { (example.text) } } }
            }))
        }
    }
}

/// How a rule stands to the words that follow.
fn taken_from(page: &Page<'_>, rule: &Rule) -> &'static str {
    match (rule.cite.is_reading, page.rulebook.is_acted_on(rule)) {
        (true, _) => "rule-reads",
        (false, true) => "rule-quotes",
        (false, false) => "term-quotes",
    }
}

/// The words that a rule stands on: those of the bylaws as they bind; a reading, which binds nobody, in the reader's
/// language.
fn said_by(page: &Page<'_>, rule: &Rule) -> Markup {
    let language = page.words.language();
    let read = page.rulebook.translated(&rule.cite, language).filter(|_| rule.cite.is_reading);
    let (language, said) = match &read {
        Some(read) => (language, read),
        None => (page.rulebook.front.binding(), &rule.cite.quote),
    };
    html! { span lang=(language) { (in_quotes(language, said)) } }
}

/// What a rule makes the program do, in the reader's language.
fn what_it_does(page: &Page<'_>, rule: &Rule) -> String {
    let sentences: Vec<String> =
        page.rulebook.sentences(rule).iter().map(|sentence| page.words.say(sentence)).collect();
    sentences.join(if page.words.language().as_str().starts_with("zh") { "" } else { " " })
}

/// What each cell of a rights table says, folded, because the words above have the table itself.
fn cells(page: &Page<'_>, rule: &Rule) -> Markup {
    let RuleKind::Rights(rights) = &rule.kind else { return html! {} };
    html! {
        details class="why" {
            summary { (page.words.text("cells")) }
            ul { @for cell in &rights.cells { @for says in cell.sentences() { li { (page.words.say(&says)) } } } }
        }
    }
}

/// What the clause cites, and what cites it.
fn links(page: &Page<'_>, clause: &Clause) -> Markup {
    let words = page.words;
    let link = |clause: &Clause| html! { li { a href={ (page.bylaws) "/" (clause.id) } { span class="clause" { (clause.id) } " " (page.name(&clause.title)) } } };
    let cites: Vec<&Clause> = clause.cites.iter().filter_map(|id| page.rulebook.clause(id)).collect();
    let cited_by: Vec<&Clause> = page.rulebook.cited_by(&clause.id).collect();
    html! {
        @for (heading, clauses) in [("clause-cites", cites), ("clause-cited-by", cited_by)] {
            @if !clauses.is_empty() {
                div class="note" { p class="says" { (words.text(heading)) } ul class="list-plain" { @for one in clauses { (link(one)) } } }
            }
        }
    }
}

fn unsettled(page: &Page<'_>, question: &Unsettled) -> Markup {
    let words = page.words;
    html! {
        div class="panel" {
            h2 { (words.text("unsettled-title")) }
            p { strong { (page.name(&question.question)) } }
            (definitions(&[(words.text("unsettled-decides"), html! { (page.name(&question.decides)) })]))
            @match &question.reading {
                Some(reading) => (definitions(&[
                    (words.text("unsettled-reading"), html! { (page.name(&reading.says)) }),
                    (words.text("because"), html! { (page.name(&reading.because)) }),
                ])),
                None => p { (badge(Tone::Wait, words.text("unsettled-no-reading"))) },
            }
        }
    }
}
