//! Declarations: those that the reader may see, a new one, and one page for each.

use axum::{
    extract::Path,
    response::{Html, Response},
};
use maud::{Markup, html};
use rochdale_core::{
    command::Command,
    declarations::{
        Declaration, Standing, decided_by, decides, declarations_for, declarer, kinds_for, reads, rule_of,
        standing,
    },
    fact::Fact,
    message::Argument,
    rulebook::{DeclarationRule, Ruled},
    values::{DeclarationId, PartyId, Slug},
};

use super::{
    members::party_link,
    reviews::{SUBJECT, written},
};
use crate::{
    look::{Field, Form, Kind, Part, Place, Tone, badge, definitions, empty, notes, passage, title, typed},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// The declarations that the one who looks may see.
pub async fn list(visit: Visit, Path(org): Path<String>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), of_reader)
}

/// One declaration; one that the reader may not see is not there.
pub async fn show(visit: Visit, Path((org, id)): Path<(String, u32)>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), |page| of_declaration(page, DeclarationId(id)))
}

/// Declares something, and leads to its page.
pub async fn declare(visit: Visit, Path(org): Path<String>, sent: Sent) -> Response {
    let address = format!("/{org}/declarations");
    let submitted = async {
        let command = Command::Declare {
            kind: sent.slug("kind")?,
            begins: sent.date("begins")?,
            words: written(&visit, &org, &sent)?,
        };
        visit.submit(&org, sent.request()?, command).await
    };
    let done = match submitted.await {
        Ok(done) => done,
        Err(problem) => return visit.show_again((&org, Place::Today, &address), &sent, problem, of_reader),
    };
    let declared = done.facts.iter().find_map(|fact| match fact {
        Fact::Declared { declaration, .. } => Some(*declaration),
        _ => None,
    });
    visit.then(&declared.map_or(address.clone(), |id| format!("{address}/{id}")))
}

/// Takes one's own declaration back.
pub async fn withdraw(visit: Visit, Path((org, id)): Path<(String, u32)>, sent: Sent) -> Response {
    let (address, declaration) = (format!("/{org}/declarations/{id}"), DeclarationId(id));
    let submitted =
        async { visit.submit(&org, sent.request()?, Command::WithdrawDeclaration { declaration }).await };
    let submitted = submitted.await;
    let draw = |page: &Page<'_>| of_declaration(page, declaration);
    visit.led_back((&org, Place::Today, &address), &sent, submitted, draw)
}

/// The title of the list and what stands on it, for somebody who is signed in.
fn of_reader(page: &Page<'_>) -> Result<(String, Markup), Problem> {
    let person = page.person()?;
    Ok((page.words.text("declarations").to_owned(), all(page, person)))
}

/// The title of a declaration's page and what stands on it, for one of its readers.
fn of_declaration(page: &Page<'_>, id: DeclarationId) -> Result<(String, Markup), Problem> {
    let person = page.person()?;
    let known = page.state.declaration(id).filter(|known| reads(page.state, known, person, page.today));
    let known = known.ok_or(Problem::NotFound)?;
    let rule = rule_of(page.state, known).ok_or(Problem::NotFound)?;
    Ok((heading(page, known, rule), one(page, known, rule, person)))
}

fn heading(page: &Page<'_>, known: &Declaration, rule: Ruled<'_, DeclarationRule>) -> String {
    let kind = page.name(&rule.rule.name).to_owned();
    page.words.text_with("declaration-title", [("kind", kind.into()), ("number", u32::from(known.id).into())])
}

fn all(page: &Page<'_>, person: PartyId) -> Markup {
    let words = page.words;
    let lead = html! { p class="lead" { (words.text("declarations-lead")) } };
    let seen: Vec<&Declaration> = declarations_for(page.state, person, page.today).collect();
    let kinds: Vec<Ruled<'_, DeclarationRule>> =
        kinds_for(page.state, page.rulebook, person, page.today).collect();
    let cites = page.rulebook.declarations().map(|rule| &**rule.cite);
    html! {
        (title(&html! {}, words.text("declarations"), Some(&lead)))
        (passage(&notes(page.reader(), cites), &html! {
            h2 { (words.text("declarations-seen")) }
            @if seen.is_empty() { (empty(words.text("declarations-none"))) }
            @else { ul class="list" { @for known in &seen { (line(page, known)) } } }
        }))
        @for (place, kind) in (0..).zip(&kinds) { (passage(&html! {}, &new(page, *kind, place))) }
    }
}

/// A declaration as a line of a list.
pub(super) fn line(page: &Page<'_>, known: &Declaration) -> Markup {
    let words = page.words;
    let Some(rule) = rule_of(page.state, known) else { return html! {} };
    html! {
        li {
            div class="row" {
                h3 { a href={ (page.base) "/declarations/" (known.id) } { (heading(page, known, rule)) } }
                (stands(page, known))
            }
            p class="small soft" { (words.membership(known.membership)) " · " (words.text_with("declaration-from", [("day", known.begins.into())])) }
        }
    }
}

/// How it stands, and that it came late, as badges.
fn stands(page: &Page<'_>, known: &Declaration) -> Markup {
    let (tone, says) = match standing(page.state, known) {
        Standing::Open => (Tone::Wait, "declaration-open"),
        Standing::BeforeTheAssembly(_) => (Tone::Wait, "declaration-before"),
        Standing::Allowed(_) => (Tone::Yes, "declaration-allowed"),
        Standing::NotAllowed(_) => (Tone::No, "declaration-not-allowed"),
        Standing::Withdrawn(_) => (Tone::Plain, "declaration-withdrawn"),
    };
    html! {
        span class="tags" {
            @if known.late { (badge(Tone::No, page.words.text("declaration-late"))) }
            (badge(tone, page.words.text(says)))
        }
    }
}

fn new(page: &Page<'_>, kind: Ruled<'_, DeclarationRule>, place: u32) -> Markup {
    let words = page.words;
    let mut parts = vec![Part::Field(
        Field::new(Kind::Date, "begins").scope(place).hint(words.text("declaration-begins-hint")),
    )];
    parts.extend(kind.rule.subjects.iter().map(|subject| {
        let field = Field::new(Kind::Lines, format!("{SUBJECT}{}", subject.id));
        Part::Field(field.called(page.name(&subject.name)).scope(place))
    }));
    parts.push(Part::Plain(html! { p class="small soft" { (words.text("declaration-readers")) } }));
    let form = Form::new(format!("{}/declarations", page.base), parts)
        .request()
        .of("kind", kind.rule.id.as_str())
        .submit(words.text("declaration-button"));
    let name = [("kind", page.name(&kind.rule.name).to_owned().into())];
    page.folded(&words.text_with("declaration-new", name), false, &form)
}

fn one(page: &Page<'_>, known: &Declaration, rule: Ruled<'_, DeclarationRule>, person: PartyId) -> Markup {
    let words = page.words;
    let kicker = html! { a href={ (page.base) "/declarations" } { (words.text("declarations")) } };
    let whose = declarer(page.state, known);
    let proposal = match standing(page.state, known) {
        Standing::BeforeTheAssembly(proposal) => Some(proposal),
        Standing::Allowed(decided) | Standing::NotAllowed(decided) => Some(decided.proposal),
        Standing::Open | Standing::Withdrawn(_) => None,
    };
    let mut items = Vec::new();
    items.extend(whose.map(|party| (words.text("declaration-by"), party_link(page, party))));
    items.push((words.text("declaration-made"), html! { (words.instant(known.declared)) }));
    items.push((words.text("declaration-begins"), html! { (words.date(known.begins)) }));
    items.extend(proposal.map(|id| {
        let title = words.argument(&Argument::Proposal(id));
        (
            words.text("declaration-decided-by"),
            html! { a href={ (page.base) "/proposals/" (id) } { (title) } },
        )
    }));
    let deciding = decided_by(page.rulebook, &known.kind);
    let cites = std::iter::once(&**rule.cite).chain(deciding.iter().map(|matter| &**matter.cite));
    html! {
        (title(&kicker, &heading(page, known, rule), Some(&html! { div class="tags" { (stands(page, known)) } })))
        (passage(&notes(page.reader(), cites), &html! {
            (definitions(&items))
            p class="small soft" { (words.text("declaration-readers")) }
        }))
        (passage(&html! {}, &said(page, known, rule)))
        (passage(&html! {}, &steps(page, known, person)))
    }
}

fn said(page: &Page<'_>, known: &Declaration, rule: Ruled<'_, DeclarationRule>) -> Markup {
    html! {
        @match page.state.words(known.words) {
            Some(said) => @for subject in &rule.rule.subjects {
                h2 { (page.name(&subject.name)) }
                (typed(said.on(subject.id.as_str())))
            },
            None => p class="soft" { (page.words.text("declaration-words-erased")) },
        }
    }
}

fn steps(page: &Page<'_>, known: &Declaration, person: PartyId) -> Markup {
    let words = page.words;
    let standing = standing(page.state, known);
    let is_theirs = declarer(page.state, known) == Some(person);
    let deciding = decided_by(page.rulebook, &known.kind).filter(|_| {
        standing == Standing::Open
            && (is_theirs || decides(page.state, page.rulebook, &known.kind, person, page.today))
    });
    let back = Form::new(format!("{}/declarations/{}/withdraw", page.base, known.id), Vec::new())
        .request()
        .submit(words.text("declaration-withdraw-button"));
    html! {
        @if let Some(matter) = deciding {
            p { a class="button" href={ (page.base) "/proposals/new?matter=" (matter.rule.id) "&decides=" (known.id) } { (words.text("declaration-put")) } }
        }
        @if is_theirs && standing.is_open() {
            (page.folded(words.text("declaration-withdraw"), false, &back))
        }
    }
}

/// What a declaration is called where a proposal decides on it, with a link for whoever may see it.
pub(super) fn called(page: &Page<'_>, id: DeclarationId) -> Markup {
    let known = page.state.declaration(id).zip(page.viewer.person());
    let known = known.filter(|(known, person)| reads(page.state, known, *person, page.today));
    match known.and_then(|(known, _)| Some((known, rule_of(page.state, known)?))) {
        Some((known, rule)) => html! {
            a href={ (page.base) "/declarations/" (id) } { (heading(page, known, rule)) }
            " · " (page.words.membership(known.membership))
        },
        None => html! {
            (page.words.text_with("declaration-number", [("number", u32::from(id).into())]))
        },
    }
}

/// The declarations of a kind that the reader sees and that nobody has put to the assembly, for a list.
pub(super) fn waiting(page: &Page<'_>, kind: &Slug) -> Vec<(String, String)> {
    let open = to_put_of(page).into_iter().filter(|known| known.kind == *kind);
    open.map(|known| {
        let number = [("number", u32::from(known.id).into())];
        let called = page.words.text_with("declaration-number", number);
        (known.id.to_string(), format!("{called} · {}", page.words.membership(known.membership)))
    })
    .collect()
}

fn to_put_of<'a>(page: &Page<'a>) -> Vec<&'a Declaration> {
    let Some(person) = page.viewer.person() else { return Vec::new() };
    declarations_for(page.state, person, page.today)
        .filter(|known| standing(page.state, known) == Standing::Open)
        .collect()
}

/// The declarations that the reader sees and that nobody has put to the assembly, for the assembly's list.
pub(super) fn to_put(page: &Page<'_>) -> Markup {
    let open = to_put_of(page);
    html! {
        @if !open.is_empty() {
            (passage(&html! {}, &html! {
                h2 { (page.words.text("declarations-to-put")) }
                ul class="list" { @for known in &open { (line(page, known)) } }
            }))
        }
    }
}
