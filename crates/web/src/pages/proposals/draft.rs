//! A new proposal: first what it is about, then its words.

use axum::{
    extract::{Path, Query},
    response::{Html, Response},
};
use maud::{Markup, html};
use rochdale_core::{
    command::{Command, Draft, Effect},
    fact::Fact,
    proposals::{MatterRule, matter, matters},
    rulebook::EffectKind,
    sight::Viewer,
    values::{RequestId, Slug},
};
use serde::Deserialize;

use crate::{
    look::{
        Field, Kind, Place, area, clause_link, field, hidden, note, notes, passage, select, submit, title,
    },
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// What the proposal is about, once it is chosen.
#[derive(Deserialize)]
pub struct About {
    matter: Option<String>,
}

/// The choice of the matter, or the form for the one chosen.
pub async fn form(
    visit: Visit,
    Path(org): Path<String>,
    Query(about): Query<About>,
) -> Result<Html<String>, Problem> {
    let about = about.matter.map(|id| Slug::new(&id));
    visit.show(&org, Some(Place::Proposals), |page| {
        if page.viewer == Viewer::Public {
            return Err(Problem::NotSignedIn);
        }
        let body = match about {
            Some(id) => write_form(page, &matter(page.state, page.rulebook, &id).ok_or(Problem::NotFound)?),
            None => choose(page),
        };
        Ok((page.words.text("proposal-new").to_owned(), body))
    })
}

fn choose(page: &Page<'_>) -> Markup {
    let words = page.words;
    let all = matters(page.state, page.rulebook);
    let kicker = html! { a href={ (page.base) "/proposals" } { (words.text("nav-proposals")) } };
    html! {
        (title(&kicker, words.text("proposal-new"), Some(&html! { p class="lead" { (words.text("matter-lead")) } })))
        @for group in page.rulebook.groups() {
            @let of_group: Vec<&MatterRule> = all.iter().filter(|one| one.group == group.id).collect();
            @let cites = of_group.iter().map(|one| &*one.cite).take(1);
            (passage(&notes(page.reader(), cites), &html! {
                h2 { (words.group(&group.id)) }
                ul class="list" { @for one in &of_group { (offered(page, one)) } }
            }))
        }
    }
}

fn offered(page: &Page<'_>, one: &MatterRule) -> Markup {
    let decision = page.rulebook.decision(&one.decision);
    html! {
        li {
            h3 { a href={ (page.base) "/proposals/new?matter=" (one.id) } { (page.words.matter(&one.id)) } }
            @if let Some(decision) = decision {
                p class="small soft" { (page.name(&decision.rule.name)) " " (clause_link(page.reader(), decision.cite)) }
            }
        }
    }
}

fn write_form(page: &Page<'_>, matter: &MatterRule) -> Markup {
    let words = page.words;
    let asked = page.rulebook.resolution(&matter.group);
    let owner = asked.is_some_and(|rule| rule.rule.owner);
    let deadline = asked.is_some_and(|rule| rule.rule.deadline);
    let kicker = html! { a href={ (page.base) "/proposals/new" } { (words.text("proposal-new")) } };
    let people = options(page, |party| party.is_person());
    html! {
        (title(&kicker, &words.matter(&matter.id), None))
        (passage(&html! { (note(page.reader(), &matter.cite)) @if let Some(rule) = asked { (note(page.reader(), rule.cite)) } }, &html! {
            form method="post" action={ (page.base) "/proposals/new" } {
                (hidden("request", &RequestId(uuid::Uuid::now_v7()).to_string()))
                (hidden("matter", matter.id.as_str()))
                (field(Kind::Line, &Field::new("title", words.text("title")).hint(words.text("title-hint"))))
                (area(&Field::new("text", words.text("text")).hint(words.text("text-hint"))))
                (effect_fields(page, &matter.effect))
                (select(&Field { required: owner, ..Field::new("owner", words.text("owner")) }, words.text("choose"), &people))
                (field(Kind::Date, &Field { required: deadline, ..Field::new("deadline", words.text("deadline")) }))
                p class="small soft" { (words.text("draft-hint")) }
                (submit(words.text("draft-submit")))
            }
        }))
    }
}

/// The parties that a list offers, by number and name.
fn options(
    page: &Page<'_>,
    keep: impl Fn(&rochdale_core::membership::Party) -> bool,
) -> Vec<(String, String)> {
    let parties = page.state.parties().filter(|party| keep(party) && party.name().is_some());
    parties.map(|party| (party.id.to_string(), page.words.party(party.id))).collect()
}

/// The memberships that a list offers: current, and of a class where one is given.
fn membership_options(page: &Page<'_>, class: Option<&Slug>) -> Vec<(String, String)> {
    page.state
        .memberships_on(page.today)
        .filter(|one| {
            let on = one.class_on(page.today).map(|(_, class)| class);
            class.is_none() || on == class
        })
        .map(|one| (one.id.to_string(), page.words.membership(one.id)))
        .collect()
}

/// What the matter does when it carries: about whom, or under which name.
fn effect_fields(page: &Page<'_>, effect: &EffectKind) -> Markup {
    let words = page.words;
    match effect {
        EffectKind::None => html! {},
        EffectKind::Admit { .. } => {
            let outside = options(page, |party| {
                !party
                    .memberships
                    .iter()
                    .any(|id| page.state.membership(*id).is_some_and(|one| one.is_current_on(page.today)))
            });
            select(
                &Field::new("party", words.text("effect-admits")).hint(words.text("effect-admits-hint")),
                words.text("choose"),
                &outside,
            )
        }
        EffectKind::ChangeClass { from, .. } => select(
            &Field::new("membership", words.text("effect-changes-class")),
            words.text("choose"),
            &membership_options(page, Some(from)),
        ),
        EffectKind::EndMembership { .. } => select(
            &Field::new("membership", words.text("effect-ends")),
            words.text("choose"),
            &membership_options(page, None),
        ),
        EffectKind::NameMatter { .. } => html! {
            (field(Kind::Line, &Field::new("name", words.text("effect-names"))))
            (field(Kind::Line, &Field::new("short-name", words.text("short-name")).hint(words.text("short-name-hint"))))
        },
        EffectKind::AdoptEdition => html! { p class="panel" { (words.text("effect-adopts-hint")) } },
    }
}

/// Keeps the draft, and leads to its page.
pub async fn write(visit: Visit, Path(org): Path<String>, sent: Sent) -> Result<Response, Problem> {
    let about = sent.slug("matter")?;
    let kind =
        visit.read(&org, |page| Ok(matter(page.state, page.rulebook, &about).map(|rule| rule.effect)))?;
    let effect = match kind {
        Some(EffectKind::Admit { .. }) => Effect::Admit { party: sent.number("party")? },
        Some(EffectKind::ChangeClass { .. }) => {
            Effect::ChangeClass { membership: sent.number("membership")? }
        }
        Some(EffectKind::EndMembership { .. }) => {
            Effect::EndMembership { membership: sent.number("membership")? }
        }
        Some(EffectKind::NameMatter { .. }) => {
            Effect::NameMatter { matter: sent.slug("short-name")?, name: sent.text("name")?.to_owned() }
        }
        Some(EffectKind::AdoptEdition | EffectKind::None) | None => Effect::Nothing,
    };
    let draft = Draft {
        title: sent.words("title"),
        text: sent.words("text"),
        matter: about,
        effect,
        owner: sent.optional_number("owner")?,
        deadline: sent.optional_date("deadline")?,
    };
    let done = visit.submit(&org, sent.request()?, Command::DraftProposal(draft)).await?;
    let drafted = done.facts.iter().find_map(|fact| match fact {
        Fact::ProposalDrafted { proposal, .. } => Some(*proposal),
        _ => None,
    });
    Ok(visit.then(&match drafted {
        Some(id) => format!("/{org}/proposals/{id}"),
        None => format!("/{org}/proposals"),
    }))
}
