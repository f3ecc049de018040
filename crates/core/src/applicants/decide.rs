//! Sending the interest form, noting, taking on, moving and inviting.

use std::sync::Arc;

use super::{Applicant, ApplicantStage, EMAIL, NAME, ORGANIZATION, PLACE, form};
use crate::{
    command::{By, Command},
    decide::{Decided, Denied, Occasion},
    fact::{Fact, Recorded},
    finding::{Answer, Finding},
    membership::decide::{known_class, known_party, may_enter, must_be_a_kind_of},
    messages as say,
    offices::{Power, has_power},
    personal::{Beside, Personal, Words, is_address},
    refusal::{Code, Malformed, Refusal},
    rulebook::Citation,
    state::State,
    values::{ApplicantId, PartyId, Slug},
};

/// Decides a command of applicants.
pub(crate) fn decide(occasion: &Occasion<'_>) -> Decided {
    match &occasion.request.command {
        Command::SendInterest { class, kind, words } => send(occasion, class, kind.as_ref(), words),
        Command::NoteApplicant { applicant, words } => {
            let known = answered(occasion, *applicant)?;
            words.must_speak_of(super::TEXT)?;
            let fact = Fact::ApplicantNoted { applicant: *applicant, words: occasion.state.next_words() };
            Ok(vec![with_words(known, fact, words)])
        }
        Command::AssignApplicant { applicant, owner } => assign(occasion, *applicant, *owner),
        Command::MoveApplicant { applicant, to, words } => move_to(occasion, *applicant, *to, words.as_ref()),
        Command::InviteApplicant { applicant, person, organization, salt } => {
            invite(occasion, *applicant, *person, *organization, salt)
        }
        _ => Ok(Vec::new()),
    }
}

/// A fact with words that go when the applicant is erased.
fn with_words(applicant: &Applicant, fact: Fact, words: &Words) -> Recorded {
    Recorded { fact, personal: Some((applicant.party, Beside::Words(words.clone()))) }
}

/// The clause on the interest form of a class; else of any class, else on the offices.
fn clause(occasion: &Occasion<'_>, class: Option<&Slug>) -> Arc<Citation> {
    let rulebook = occasion.rulebook;
    class
        .and_then(|class| rulebook.interest(class))
        .or_else(|| rulebook.interests().next())
        .map_or_else(|| rulebook.clause_on(Power::AnswerApplicants), |rule| Arc::clone(rule.cite))
}

/// The applicant with this number, for whoever answers applicants. Nobody else learns whether there is one.
fn answered<'a>(occasion: &Occasion<'a>, id: ApplicantId) -> Result<&'a Applicant, Denied> {
    let known = occasion.state.applicant(id);
    let class = known.map(|applicant| &applicant.class);
    occasion.must_have_power(Power::AnswerApplicants, &clause(occasion, class))?;
    let missing = || Malformed { field: "applicant", says: say::NO_SUCH_APPLICANT.with([id.into()]) };
    Ok(known.ok_or_else(missing)?)
}

fn send(occasion: &Occasion<'_>, class: &Slug, kind: Option<&Slug>, words: &Words) -> Decided {
    let party = match occasion.request.by {
        By::Party(party) => party,
        // Somebody new: a number, and no details before somebody has answered them.
        By::Visitor | By::Desk => PartyId::after(occasion.state.parties().count()),
        By::Clock => return Err(Malformed { field: "by", says: say::PEOPLE_SEND_FORMS.with([]) }.into()),
    };
    let known = known_class(occasion.rulebook, class)?;
    let rule = occasion.form_of(known)?;
    if let Some(kind) = kind {
        must_be_a_kind_of(known, kind)?;
    }
    form::must_be_filled_in(rule, known, words)?;
    let fact = Fact::InterestSent {
        applicant: ApplicantId::after(occasion.state.applicants().count()),
        party,
        class: class.clone(),
        kind: kind.cloned(),
        words: occasion.state.next_words(),
    };
    Ok(vec![Recorded { fact, personal: Some((party, Beside::Words(words.clone()))) }])
}

fn assign(occasion: &Occasion<'_>, id: ApplicantId, owner: PartyId) -> Decided {
    let applicant = answered(occasion, id)?;
    known_party(occasion.state, "owner", owner)?;
    if !has_power(occasion.state, owner, Power::AnswerApplicants, occasion.today) {
        let because = Finding::answer(say::MAY_NOT_ANSWER.with([owner.into()]), Answer::No);
        let remedy = say::NAME_ANOTHER.with([]);
        let cites = clause(occasion, Some(&applicant.class));
        return Err(Refusal::new(Code::PowerMustBeHeld, &cites, because, remedy).into());
    }
    if applicant.owner == Some(owner) {
        return Ok(Vec::new());
    }
    Ok(vec![Fact::ApplicantAssigned { applicant: id, owner }.into()])
}

/// Whoever answers applicants moves them; and whoever is invited may withdraw by themselves.
fn move_to(occasion: &Occasion<'_>, id: ApplicantId, to: ApplicantStage, words: Option<&Words>) -> Decided {
    let own = occasion
        .person()
        .zip(occasion.state.applicant(id))
        .filter(|(person, applicant)| to == ApplicantStage::Withdrawn && applicant.is_of(*person));
    let applicant = match own {
        Some((_, applicant)) => applicant,
        None => answered(occasion, id)?,
    };
    if applicant.stage.0 == to {
        return Ok(Vec::new());
    }
    said(occasion, applicant)?;
    if !matches!(to, ApplicantStage::Talking | ApplicantStage::Declined | ApplicantStage::Withdrawn) {
        return Err(Malformed { field: "to", says: say::STAGE_COMES_OTHERWISE.with([]) }.into());
    }
    if applicant.stage.0 == ApplicantStage::Admitted {
        let remedy = say::END_THE_MEMBERSHIP_FIRST.with([]);
        return Err(not_open(occasion, applicant, &say::APPLICANT_IS_ADMITTED, remedy));
    }
    let Some(words) = words else {
        return Ok(vec![Fact::ApplicantMoved { applicant: id, to, words: None }.into()]);
    };
    words.must_speak_of(super::TEXT)?;
    let next = occasion.state.next_words();
    Ok(vec![with_words(applicant, Fact::ApplicantMoved { applicant: id, to, words: Some(next) }, words)])
}

/// What an applicant sent; whoever is erased goes no further.
fn said<'a>(occasion: &Occasion<'a>, applicant: &Applicant) -> Result<&'a Words, Malformed> {
    applicant.said(occasion.state).ok_or_else(|| Malformed {
        field: "applicant",
        says: say::FORM_IS_ERASED.with([applicant.id.into()]),
    })
}

fn not_open(
    occasion: &Occasion<'_>,
    applicant: &Applicant,
    says: &'static crate::message::Key,
    remedy: crate::message::Message,
) -> Denied {
    let because = Finding::answer(says.with([applicant.id.into(), applicant.stage.1.into()]), Answer::Yes);
    let cites = clause(occasion, Some(&applicant.class));
    Refusal::new(Code::ApplicantMustBeOpen, &cites, because, remedy).into()
}

/// Enters an applicant in the book, or names who they are in it, and asks them to commit.
fn invite(
    occasion: &Occasion<'_>,
    id: ApplicantId,
    person: Option<PartyId>,
    organization: Option<PartyId>,
    salt: &str,
) -> Decided {
    let applicant = answered(occasion, id)?;
    let (person_field, organization_field) = ("person", "organization");
    match applicant.stage.0 {
        ApplicantStage::New | ApplicantStage::Talking => {}
        ApplicantStage::Invited => return Ok(Vec::new()),
        ApplicantStage::Admitted => {
            let remedy = say::END_THE_MEMBERSHIP_FIRST.with([]);
            return Err(not_open(occasion, applicant, &say::APPLICANT_IS_ADMITTED, remedy));
        }
        ApplicantStage::Declined | ApplicantStage::Withdrawn => {
            let remedy = say::TAKE_THEM_UP_AGAIN.with([]);
            return Err(not_open(occasion, applicant, &say::APPLICANT_IS_CLOSED, remedy));
        }
    }
    let said = said(occasion, applicant)?;
    let before = applicant.invited;
    let person = person.or(before.map(|invited| invited.person)).unwrap_or(applicant.party);
    let known = known_party(occasion.state, person_field, person)?;
    if !known.is_person() {
        let says = say::IS_AN_ORGANIZATION.with([person.into()]);
        return Err(Malformed { field: person_field, says }.into());
    }
    let organization = match organization.or(before.and_then(|invited| invited.organization)) {
        Some(named) if known_party(occasion.state, organization_field, named)?.is_person() => {
            let says = say::IS_A_PERSON.with([named.into()]);
            return Err(Malformed { field: organization_field, says }.into());
        }
        Some(named) => Some(named),
        None if said.on(ORGANIZATION).trim().is_empty() => None,
        None => Some(PartyId::after(occasion.state.parties().count())),
    };
    // Whoever is picked from the book by mistake is not asked to come in again.
    let class = known_class(occasion.rulebook, &applicant.class)?;
    match organization.and_then(|named| occasion.state.party(named)) {
        Some(named) => may_enter(occasion, organization_field, named, class, occasion.today)?,
        None if organization.is_none() && person != applicant.party => {
            may_enter(occasion, person_field, known, class, occasion.today)?
        }
        None => {}
    }
    let fact = Fact::ApplicantInvited { applicant: id, person, organization };
    if known.name().is_some() {
        return Ok(vec![fact.into()]);
    }
    if person != applicant.party {
        let says = say::DETAILS_ARE_ERASED.with([]);
        return Err(Malformed { field: person_field, says }.into());
    }
    let details = details_of(said, salt);
    details.must_be_hidden()?;
    Ok(vec![Recorded { fact, personal: Some((person, Beside::Person(details))) }])
}

/// What the book keeps of a person, from what they wrote. The town of an organization is not theirs.
fn details_of(said: &Words, salt: &str) -> Personal {
    let filled = |asked: &str| Some(said.on(asked).trim().to_owned()).filter(|answer| !answer.is_empty());
    let place = filled(PLACE).filter(|_| said.on(ORGANIZATION).trim().is_empty());
    Personal {
        name: said.on(NAME).trim().to_owned(),
        email: filled(EMAIL).filter(|email| is_address(email)),
        place,
        salt: salt.to_owned(),
    }
}

/// What follows once an applicant is invited: their organization is entered where it is new, and has them as
/// its representative where it has none.
pub(crate) fn what_an_invitation_enters(state: &State, id: ApplicantId, day: jiff::civil::Date) -> Vec<Fact> {
    let Some(applicant) = state.applicant(id) else { return Vec::new() };
    let invited = applicant.invited.and_then(|invited| Some((invited.person, invited.organization?)));
    let Some((person, party)) = invited else { return Vec::new() };
    let known = state.party(party);
    let mut facts = Vec::new();
    if known.is_none()
        && let Some(said) = applicant.said(state)
    {
        let place = Some(said.on(PLACE).trim().to_owned()).filter(|place| !place.is_empty());
        facts.push(Fact::OrganizationEntered { party, name: said.on(ORGANIZATION).trim().to_owned(), place });
    }
    let is_acted_for = known.is_some_and(|known| {
        known.representations().iter().any(|one| one.until.is_none_or(|until| day <= until))
    });
    if !is_acted_for {
        facts.push(Fact::RepresentativeNamed { organization: party, person, from: day });
    }
    facts
}
