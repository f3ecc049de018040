//! What can be done with an applicant: note, take on, move, invite, admit, erase.

use std::collections::BTreeMap;

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use jiff::SignedDuration;
use maud::{Markup, html};
use rochdale_core::{
    applicants::{Applicant, ApplicantStage, ORGANIZATION, who_answers},
    command::Command,
    fact::Fact,
    offices::{Power, has_power},
    personal::Words,
    rulebook::{Admission, EffectKind},
    sight::Viewer,
    values::{ApplicantId, PartyId, Slug},
};
use rochdale_register::Done;

use super::{show::one, stage_key};
use crate::{
    look::{Choice, Field, Form, Kind, Part, Place, notes, passage},
    pages::{hand_over, members},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// How long after an invitation its link is shown, in seconds: a form that is sent again after a lost
/// connection is answered, and nothing after that.
const INVITED_SECONDS_MAX: i64 = 60;

/// Takes a step: `note`, `assign`, `move`, `invite`, `admit` or `erase`.
pub async fn take(visit: Visit, Path((org, id, step)): Path<(String, u32, String)>, sent: Sent) -> Response {
    let (address, id) = (format!("/{org}/applicants/{id}"), ApplicantId(id));
    let submitted = async {
        let command = command(&visit, &org, id, &step, &sent)?;
        let newcomer = visit.read(&org, |page| Ok(not_in_the_book(page, id)))?;
        Ok((visit.submit(&org, sent.request()?, command).await?, newcomer))
    };
    match submitted.await {
        Ok((done, newcomer)) => match to_hand_over(&visit, &org, &done, newcomer) {
            // Somebody whom no mail reaches is handed their way in. Nobody was them before, so whoever invites
            // them becomes nobody else.
            Some(person) => hand_over::shown_once(visit, &org, person).await.into_response(),
            None => visit.then(&address),
        },
        Err(problem) => {
            visit.show_again((&org, Place::Members, &address), &sent, problem, |page| one(page, id))
        }
    }
}

fn command(visit: &Visit, org: &str, id: ApplicantId, step: &str, sent: &Sent) -> Result<Command, Problem> {
    let applicant = id;
    let salt = visit.salt(org, sent)?;
    let written =
        |said: String| Words { texts: BTreeMap::from([(Slug::new("text"), said)]), salt: salt.clone() };
    Ok(match step {
        "note" => Command::NoteApplicant { applicant, words: written(sent.words("said")) },
        "assign" => Command::AssignApplicant { applicant, owner: sent.number("owner")? },
        "move" => Command::MoveApplicant {
            applicant,
            to: sent.one_of("stage", ApplicantStage::from_id)?,
            words: sent.optional("reason").map(|reason| written(reason.to_owned())),
        },
        "invite" => Command::InviteApplicant {
            applicant,
            person: sent.optional_number("person")?,
            organization: sent.optional_number("organization")?,
            salt,
        },
        // Whom they name stands in the book, which only those see who may: the core says whether they may.
        "admit" => visit.read(org, |page| {
            super::must_answer(page)?;
            let known = page.state.applicant(id).ok_or(Problem::NotFound)?;
            let invited = known.invited.ok_or(Problem::NotFound)?;
            let basis = page.words.text_with("applicant-basis", [("number", id.into())]);
            let (class, kind) = (known.class.clone(), known.kind.clone());
            Ok(Command::AdmitMember { party: invited.party(), class, kind, since: page.today, basis })
        })?,
        "erase" => visit.read(org, |page| {
            super::must_answer(page)?;
            let known = page.state.applicant(id).ok_or(Problem::NotFound)?;
            Ok(Command::ErasePerson { party: known.party })
        })?,
        _ => return Err(Problem::NotFound),
    })
}

/// Whoever sent this form, where the book has nothing on them yet.
fn not_in_the_book(page: &Page<'_>, id: ApplicantId) -> Option<PartyId> {
    let party = page.state.applicant(id).and_then(|known| page.state.party(known.party))?;
    party.name().is_none().then_some(party.id)
}

/// Who was invited just now for the first time, and gets no mail. Whoever is named in place of the newcomer
/// was in the book before, and their way in is nobody else's to see.
fn to_hand_over(visit: &Visit, org: &str, done: &Done, newcomer: Option<PartyId>) -> Option<PartyId> {
    let ago = visit.site.clock.now().duration_since(done.at);
    let person = done.facts.iter().find_map(|fact| match fact {
        Fact::ApplicantInvited { person, .. } => Some(*person),
        _ => None,
    })?;
    let is_theirs = newcomer == Some(person) && ago < SignedDuration::from_secs(INVITED_SECONDS_MAX);
    let is_written_to = visit.read(org, |page| {
        let party = page.state.party(person).ok_or(Problem::NotFound)?;
        Ok(hand_over::is_written_to(&visit.site.entrance, party))
    });
    (is_theirs && !is_written_to.unwrap_or(true)).then_some(person)
}

fn has(page: &Page<'_>, power: Power) -> bool {
    match page.viewer {
        Viewer::Desk => true,
        Viewer::Party(person) => has_power(page.state, person, power, page.today),
        Viewer::Public => false,
    }
}

/// The forms of what can be done next.
pub(super) fn passages(page: &Page<'_>, applicant: &Applicant) -> Markup {
    let stage = applicant.stage.0;
    let is_erased = applicant.said(page.state).is_none();
    let may_invite = matches!(stage, ApplicantStage::New | ApplicantStage::Talking) && !is_erased;
    let goes_on = stage != ApplicantStage::Admitted && !is_erased;
    html! {
        @if stage == ApplicantStage::Invited { (admission(page, applicant)) }
        (passage(&html! {}, &html! {
            @if may_invite { (invitation(page, applicant)) }
            @if goes_on { (moving(page, applicant)) (owner(page, applicant)) }
            (note(page, applicant))
            @if has(page, Power::ProtectData) && goes_on { (erasing(page, applicant)) }
        }))
    }
}

fn form<'a>(
    page: &Page<'a>,
    applicant: &Applicant,
    step: &str,
    parts: Vec<Part<'a>>,
    button: &'static str,
) -> Form<'a> {
    let address = format!("{}/applicants/{}/{step}", page.base, applicant.id);
    Form::new(address, parts).request().submit(page.words.text(button))
}

fn note(page: &Page<'_>, applicant: &Applicant) -> Markup {
    let words = page.words;
    let said = Field::new(Kind::Lines, "said").called(words.text("applicant-note-text"));
    let parts = vec![Part::Field(said.hint(words.text("applicant-note-hint")))];
    page.folded(
        words.text("applicant-note"),
        false,
        &form(page, applicant, "note", parts, "applicant-note-button"),
    )
}

fn owner(page: &Page<'_>, applicant: &Applicant) -> Markup {
    let words = page.words;
    let who = who_answers(page.state, page.today);
    let options: Vec<(String, String)> =
        who.iter().map(|person| (person.to_string(), words.party(*person))).collect();
    let own = page.viewer.person().filter(|person| who.contains(person));
    let value = applicant.owner.or(own).map(|person| person.to_string()).unwrap_or_default();
    let field = Field::new(Kind::OneOf(options), "owner").called(words.text("applicant-owner")).value(value);
    let is_next = applicant.owner.is_none();
    page.folded(
        words.text("applicant-assign"),
        is_next,
        &form(page, applicant, "assign", vec![Part::Field(field)], "applicant-assign-button"),
    )
}

fn moving(page: &Page<'_>, applicant: &Applicant) -> Markup {
    let words = page.words;
    let stages = [ApplicantStage::Talking, ApplicantStage::Declined, ApplicantStage::Withdrawn];
    let choices = stages.into_iter().filter(|stage| *stage != applicant.stage.0).map(|stage| Choice {
        value: stage.id(),
        label: words.text(stage_key(stage)),
        meaning: match stage {
            ApplicantStage::Declined => Some(words.text("applicant-declined-what")),
            _ => None,
        },
        chosen: false,
    });
    let reason = Field::new(Kind::Lines, "reason").hint(words.text("applicant-note-hint")).required(false);
    let parts =
        vec![Part::Choices { name: "stage", many: false, choices: choices.collect() }, Part::Field(reason)];
    let is_next = applicant.stage.0 == ApplicantStage::New;
    page.folded(
        words.text("applicant-move"),
        is_next,
        &form(page, applicant, "move", parts, "applicant-move-button"),
    )
}

fn invitation(page: &Page<'_>, applicant: &Applicant) -> Markup {
    let words = page.words;
    let named = |is_person: bool| members::parties(page, |party| party.is_person() == is_person);
    let is_known = page.state.party(applicant.party).is_some_and(|party| party.name().is_some());
    let is_organization = applicant.said(page.state).is_some_and(|said| !said.on(ORGANIZATION).is_empty());
    let mut parts = vec![Part::Plain(html! { p { (words.text("applicant-invite-what")) } })];
    if !is_known {
        let field = Field::new(Kind::OneOf(named(true)), "person").called(words.text("applicant-person"));
        parts.push(Part::Field(field.hint(words.text("applicant-person-hint")).required(false)));
    }
    if is_organization {
        let field = Field::new(Kind::OneOf(named(false)), "organization");
        let field = field.called(words.text("applicant-organization"));
        parts.push(Part::Field(field.hint(words.text("applicant-person-hint")).required(false)));
    }
    let is_next = applicant.stage.0 == ApplicantStage::Talking;
    page.folded(
        words.text("applicant-invite"),
        is_next,
        &form(page, applicant, "invite", parts, "applicant-invite-button"),
    )
}

/// Admission, by office or by a proposal, as the bylaws say of the class.
fn admission(page: &Page<'_>, applicant: &Applicant) -> Markup {
    let words = page.words;
    let Some(class) = page.rulebook.class(&applicant.class) else { return html! {} };
    let admits =
        |effect: &EffectKind| matches!(effect, EffectKind::Admit { class } if *class == applicant.class);
    let matter = page.rulebook.matters().find(|matter| admits(&matter.rule.effect));
    let text = match class.rule.admission {
        Admission::Office if has(page, Power::Admit) => html! {
            h2 { (words.text("applicant-admit")) }
            p { (words.text("applicant-admit-what")) }
            (page.form(&form(page, applicant, "admit", Vec::new(), "applicant-admit-button")))
        },
        Admission::Office => html! { p class="soft" { (words.text("admission-office")) } },
        Admission::Decision => html! {
            h2 { (words.text("applicant-admit")) }
            p { (words.text("admission-decision")) }
            @if let Some(matter) = matter {
                p { a class="button" href={ (page.base) "/proposals/new?matter=" (matter.rule.id) } { (page.name(&matter.rule.name)) } }
            }
        },
    };
    passage(&notes(page.reader(), [&**class.cite]), &text)
}

fn erasing(page: &Page<'_>, applicant: &Applicant) -> Markup {
    let words = page.words;
    let parts = vec![Part::Plain(html! { p { (words.text("applicant-erase-what")) } })];
    page.folded(
        words.text("applicant-erase"),
        false,
        &form(page, applicant, "erase", parts, "applicant-erase-button"),
    )
}
