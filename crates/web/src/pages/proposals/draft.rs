//! A new proposal: first what it is about, then its words.

use std::collections::BTreeSet;

use axum::{
    extract::{Path, Query},
    response::{Html, Response},
};
use jiff::civil::Date;
use maud::{Markup, html};
use rochdale_core::{
    agreements::agreements_for,
    command::{Command, Draft, Effect},
    fact::Fact,
    message::Argument,
    proposals::{MatterRule, matter, matters},
    rulebook::EffectKind,
    sight::Viewer,
    values::{MembershipId, PartyId, Slug},
};
use serde::Deserialize;

use super::{amendment, nominate};
use crate::{
    look::{Field, Form, Kind, Part, Place, clause_link, note, notes, passage, title},
    pages::members::{parties, people},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// What the proposal is about, once it is chosen.
#[derive(Default, Deserialize)]
pub struct About {
    matter: Option<String>,
    /// Whom or what it is about, where a link to the form says so.
    confirms: Option<String>,
    terms: Option<String>,
    changes: Option<String>,
    decides: Option<String>,
    admits: Option<String>,
}

impl About {
    /// A proposal on a kind of matter; on none where its name is none.
    pub(super) fn on(matter: Option<&str>) -> Self {
        let matter = matter.filter(|id| Slug::new(id).is_well_formed()).map(str::to_owned);
        Self { matter, ..Self::default() }
    }

    /// Where its form stands.
    pub(super) fn address(&self, org: &str) -> String {
        match &self.matter {
            Some(id) => format!("/{org}/proposals/new?matter={id}"),
            None => format!("/{org}/proposals/new"),
        }
    }
}

/// The choice of the matter, or the form for the one chosen.
pub async fn form(
    visit: Visit,
    Path(org): Path<String>,
    Query(about): Query<About>,
) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Proposals), |page| draw(page, &about))
}

pub(super) fn draw(page: &Page<'_>, about: &About) -> Result<(String, Markup), Problem> {
    if page.viewer == Viewer::Public {
        return Err(Problem::NotSignedIn);
    }
    let body = match about.matter.as_deref().map(Slug::new) {
        Some(id) => {
            let matter = matter(page.state, page.rulebook, &id).ok_or(Problem::NotFound)?;
            match matter.effect {
                EffectKind::AdoptEdition => amendment::how(page, &matter),
                _ => write_form(page, &matter, about),
            }
        }
        None => choose(page),
    };
    Ok((page.words.text("proposal-new").to_owned(), body))
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

fn write_form(page: &Page<'_>, matter: &MatterRule, about: &About) -> Markup {
    let words = page.words;
    let asked = page.rulebook.resolution(&matter.group);
    let kicker = html! { a href={ (page.base) "/proposals/new" } { (words.text("proposal-new")) } };
    let mut parts = vec![
        Part::Field(Field::new(Kind::Line, "title").hint(words.text("title-hint"))),
        Part::Field(Field::new(Kind::Lines, "text").hint(words.text("text-hint"))),
    ];
    parts.extend(effect_parts(page, &matter.effect, about));
    parts.extend(carried_out(page, Some(&matter.group), None, None));
    parts.push(Part::Plain(html! { p class="small soft" { (words.text("draft-hint")) } }));
    let form = Form::new(format!("{}/proposals/new", page.base), parts)
        .request()
        .of("matter", matter.id.as_str())
        .submit(words.text("draft-submit"));
    html! {
        (title(&kicker, &words.matter(&matter.id), None))
        (passage(&html! { (note(page.reader(), &matter.cite)) @if let Some(rule) = asked { (note(page.reader(), rule.cite)) } }, &page.form(&form)))
        (nominate::form(page, matter))
    }
}

/// The fields of who sees to it that a resolution is carried out, and until when; the bylaws may ask for them.
pub(super) fn carried_out<'a>(
    page: &Page<'a>,
    group: Option<&Slug>,
    owner: Option<PartyId>,
    deadline: Option<Date>,
) -> [Part<'a>; 2] {
    let asked = group.and_then(|group| page.rulebook.resolution(group)).map(|asked| asked.rule);
    let owners = Field::new(Kind::OneOf(people(page, |_| true)), "owner")
        .required(asked.is_some_and(|asked| asked.owner))
        .value(owner.map(|owner| owner.to_string()).unwrap_or_default());
    let until = Field::new(Kind::Date, "deadline")
        .required(asked.is_some_and(|asked| asked.deadline))
        .value(deadline.map(|day| day.to_string()).unwrap_or_default());
    [Part::Field(owners), Part::Field(until)]
}

/// The memberships that a list offers: current, and of this class.
fn membership_options(page: &Page<'_>, class: &Slug) -> Vec<(String, String)> {
    memberships_in(page, std::slice::from_ref(class))
}

/// The memberships that a list offers: current, and of one of these classes, or of any where none is named.
fn memberships_in(page: &Page<'_>, classes: &[Slug]) -> Vec<(String, String)> {
    page.state
        .memberships_on(page.today)
        .filter(|one| {
            let on = one.class_on(page.today).map(|(_, class)| class);
            classes.is_empty() || on.is_some_and(|class| classes.contains(class))
        })
        .map(|one| (one.id.to_string(), page.words.membership(one.id)))
        .collect()
}

/// A review as the form sends it: the number of the membership and that of the review.
fn which_review(sent: &str) -> Option<(MembershipId, u32)> {
    let (membership, review) = sent.split_once('.')?;
    Some((MembershipId(membership.parse().ok()?), review.parse().ok()?))
}

/// The reviews that a list offers: written, and not confirmed.
fn review_options(page: &Page<'_>, class: &Slug) -> Vec<(String, String)> {
    let mut options = Vec::new();
    for held in page.state.memberships_on(page.today) {
        let Some((since, _)) = held.class_on(page.today).filter(|(_, of)| *of == class) else { continue };
        let Some(all) = page.state.reviews(held.id) else { continue };
        let waiting = |number: &u32| all.written(*number, since).is_some_and(|one| one.confirmed.is_none());
        let numbers: BTreeSet<u32> = all.written.iter().map(|one| one.review).filter(waiting).collect();
        options.extend(numbers.into_iter().map(|number| {
            let said = [("member", Argument::Membership(held.id)), ("number", number.into())];
            (format!("{}.{number}", held.id), page.words.text_with("effect-confirms-review", said))
        }));
    }
    options
}

/// The agreements that a list offers: drafts with members of a class that the one who looks may read.
fn draft_options(page: &Page<'_>, class: &Slug) -> Vec<(String, String)> {
    let Some((person, rule)) = page.viewer.person().zip(page.rulebook.agreement_for(class)) else {
        return Vec::new();
    };
    agreements_for(page.state, person, page.today)
        .filter(|agreement| agreement.is_open() && agreement.kind == rule.rule.id)
        .map(|agreement| (agreement.id.to_string(), page.words.party(agreement.party)))
        .collect()
}

/// What the matter does when it carries: about whom, or under which name.
fn effect_parts<'a>(page: &Page<'a>, effect: &EffectKind, about: &About) -> Vec<Part<'a>> {
    let words = page.words;
    match effect {
        // A form says nothing of an edition: its files are brought otherwise.
        EffectKind::None | EffectKind::AdoptEdition => Vec::new(),
        EffectKind::Admit { .. } => {
            let outside = parties(page, |party| {
                !party
                    .memberships
                    .iter()
                    .any(|id| page.state.membership(*id).is_some_and(|one| one.is_current_on(page.today)))
            });
            let hint = words.text("effect-admits-hint");
            let about = about.admits.clone().unwrap_or_default();
            vec![Part::Field(Field::new(Kind::OneOf(outside), "admits").hint(hint).value(about))]
        }
        EffectKind::ChangeClass { from, .. } => {
            vec![Part::Field(
                Field::new(Kind::OneOf(membership_options(page, from)), "changes")
                    .value(about.changes.clone().unwrap_or_default()),
            )]
        }
        EffectKind::ConfirmReview { class } => {
            vec![Part::Field(
                Field::new(Kind::OneOf(review_options(page, class)), "confirms")
                    .value(about.confirms.clone().unwrap_or_default()),
            )]
        }
        EffectKind::DecideDeclaration { declaration } => {
            let waiting = super::super::declarations::waiting(page, declaration);
            vec![Part::Field(
                Field::new(Kind::OneOf(waiting), "decides").value(about.decides.clone().unwrap_or_default()),
            )]
        }
        EffectKind::PauseTraining { class } => vec![
            Part::Field(Field::new(Kind::OneOf(membership_options(page, class)), "pauses")),
            Part::Field(Field::new(Kind::Date, "from")),
            Part::Field(Field::new(Kind::Date, "until")),
        ],
        EffectKind::Suspend { classes } => vec![
            Part::Field(Field::new(Kind::OneOf(memberships_in(page, classes)), "suspends")),
            Part::Field(Field::new(Kind::Date, "from")),
            Part::Field(Field::new(Kind::Date, "until")),
        ],
        EffectKind::ChangeTerms { class } => {
            vec![Part::Field(
                Field::new(Kind::OneOf(draft_options(page, class)), "terms")
                    .value(about.terms.clone().unwrap_or_default()),
            )]
        }
        EffectKind::AllowBackup => {
            let leaving = page.state.exits().filter(|exit| exit.is_open() && exit.backup.is_none());
            let options = leaving
                .map(|exit| (exit.membership.to_string(), page.words.membership(exit.membership)))
                .collect();
            vec![Part::Field(Field::new(Kind::OneOf(options), "allows-backup"))]
        }
        EffectKind::EndMembership { classes } => {
            vec![Part::Field(Field::new(Kind::OneOf(memberships_in(page, classes)), "ends"))]
        }
        EffectKind::NameMatter { .. } => vec![
            Part::Field(Field::new(Kind::Line, "name")),
            Part::Field(Field::new(Kind::Line, "short-name").hint(words.text("short-name-hint"))),
        ],
    }
}

/// Keeps the draft, and leads to its page.
pub async fn write(visit: Visit, Path(org): Path<String>, sent: Sent) -> Response {
    match keep(&visit, &org, &sent).await {
        Ok(response) => response,
        Err(problem) => {
            let about = About::on(sent.optional("matter"));
            let address = about.address(&org);
            let place = (org.as_str(), Place::Proposals, address.as_str());
            visit.show_again(place, &sent, problem, |page| draw(page, &about))
        }
    }
}

async fn keep(visit: &Visit, org: &str, sent: &Sent) -> Result<Response, Problem> {
    let about = sent.slug("matter")?;
    let kind =
        visit.read(org, |page| Ok(matter(page.state, page.rulebook, &about).map(|rule| rule.effect)))?;
    let effect = match kind {
        Some(EffectKind::Admit { .. }) => Effect::Admit { party: sent.number("admits")? },
        Some(EffectKind::ChangeClass { .. }) => Effect::ChangeClass { membership: sent.number("changes")? },
        Some(EffectKind::ConfirmReview { .. }) => {
            let (membership, review) = sent.one_of("confirms", which_review)?;
            Effect::ConfirmReview { membership, review }
        }
        Some(EffectKind::DecideDeclaration { .. }) => {
            Effect::DecideDeclaration { declaration: sent.number("decides")? }
        }
        Some(EffectKind::PauseTraining { .. }) => Effect::PauseTraining {
            membership: sent.number("pauses")?,
            from: sent.date("from")?,
            until: sent.date("until")?,
        },
        Some(EffectKind::ChangeTerms { .. }) => Effect::ChangeTerms { agreement: sent.number("terms")? },
        Some(EffectKind::Suspend { .. }) => Effect::Suspend {
            membership: sent.number("suspends")?,
            from: sent.date("from")?,
            until: sent.date("until")?,
        },
        Some(EffectKind::AllowBackup) => Effect::AllowBackup { membership: sent.number("allows-backup")? },
        Some(EffectKind::EndMembership { .. }) => Effect::EndMembership { membership: sent.number("ends")? },
        Some(EffectKind::NameMatter { .. }) => {
            Effect::NameMatter { matter: sent.slug("short-name")?, name: sent.text("name")?.to_owned() }
        }
        Some(EffectKind::AdoptEdition) => return Err(amendment::not_here()),
        Some(EffectKind::None) | None => Effect::Nothing,
    };
    let draft = Draft {
        title: sent.words("title"),
        text: sent.words("text"),
        matter: about,
        effect,
        owner: sent.optional_number("owner")?,
        deadline: sent.optional_date("deadline")?,
    };
    let done = visit.submit(org, sent.request()?, Command::DraftProposal(draft)).await?;
    let drafted = done.facts.iter().find_map(|fact| match fact {
        Fact::ProposalDrafted { proposal, .. } => Some(*proposal),
        _ => None,
    });
    Ok(visit.then(&match drafted {
        Some(id) => format!("/{org}/proposals/{id}"),
        None => format!("/{org}/proposals"),
    }))
}
