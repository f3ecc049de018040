//! What applicants are written. Nothing that a visitor typed stands in it: whoever fills in a form with
//! somebody else's address does not write to them through us.

use rochdale_core::{
    applicants::{Applicant, ApplicantStage, EMAIL},
    fact::Fact,
    membership::PartyKind,
    personal::is_address,
    state::State,
    values::{ApplicantId, Language, PartyId, Slug},
};
use rochdale_register::{Fault, LINK_HERE, Mail, Registrar};
use rochdale_words::{Letter, Words};

use crate::site::Site;

/// How long it is tried to send what an applicant is written.
const TRIED_FOR: jiff::SignedDuration = jiff::SignedDuration::from_hours(48);

/// One letter to an applicant: what it is, to whom, and where.
struct Addressed<'a> {
    /// Tells it from the others to the same applicant.
    what: String,
    party: PartyId,
    recipient: &'a str,
    has_link: bool,
}

impl Site {
    /// Keeps the language of a form that has arrived, and writes that it has, where that `may` be written.
    pub async fn has_arrived(
        &self,
        registrar: &Registrar,
        id: ApplicantId,
        language: &Language,
        may_write: bool,
    ) -> Result<(), Fault> {
        let state = registrar.state();
        let Some(applicant) = state.applicant(id) else { return Ok(()) };
        let is_new = state.party(applicant.party).is_some_and(|party| party.name().is_none());
        if is_new {
            let database = self.registers.database();
            database.choose_language(registrar.organization(), applicant.party, language).await?;
        }
        let recipient = address(&state, applicant).filter(|_| may_write);
        let Some(recipient) = recipient else { return Ok(()) };
        let letter =
            Addressed { what: "arrived".to_owned(), party: applicant.party, recipient, has_link: false };
        self.write_to(registrar, &state, applicant, letter, |words, co_op, _| words.letter_of_arrival(co_op))
            .await
    }

    /// Writes to an applicant about what was done: that they are invited, admitted or declined.
    pub(super) async fn tell_applicant(
        &self,
        registrar: &Registrar,
        state: &State,
        fact: &Fact,
        height: u64,
    ) -> Result<(), Fault> {
        let origin = &self.entrance.origin;
        match fact {
            Fact::ApplicantInvited { applicant, person, .. } => {
                // The link lets in as this person, so it goes where the book says that they are reached, and
                // never where a form says so.
                let Some(applicant) = state.applicant(*applicant) else { return Ok(()) };
                let Some(recipient) = own_address(state, *person) else { return Ok(()) };
                let letter = Addressed {
                    what: format!("invited/{height}"),
                    party: *person,
                    recipient,
                    has_link: true,
                };
                let sign_in = format!("{origin}/sign-in");
                self.write_to(registrar, state, applicant, letter, |words, co_op, class| {
                    words.letter_of_invitation(co_op, class, LINK_HERE, &sign_in)
                })
                .await
            }
            Fact::ApplicantMoved {
                applicant,
                to: to @ (ApplicantStage::Admitted | ApplicantStage::Declined),
                ..
            } => {
                let Some(applicant) = state.applicant(*applicant) else { return Ok(()) };
                let Some(recipient) = address(state, applicant) else { return Ok(()) };
                let what = format!("{}/{height}", to.id());
                let letter = Addressed { what, party: applicant.party, recipient, has_link: false };
                let today = format!("{origin}/{}/today", registrar.organization());
                self.write_to(registrar, state, applicant, letter, |words, co_op, class| match to {
                    ApplicantStage::Admitted => words.letter_of_admission(co_op, class, &today),
                    _ => words.letter_to_the_declined(co_op),
                })
                .await
            }
            _ => Ok(()),
        }
    }

    async fn write_to(
        &self,
        registrar: &Registrar,
        state: &State,
        applicant: &Applicant,
        letter: Addressed<'_>,
        write: impl FnOnce(&Words<'_>, &str, &str) -> Letter,
    ) -> Result<(), Fault> {
        let organization = registrar.organization();
        let chosen = match self.registers.database().language_of(organization, letter.party).await? {
            Some(language) => Some(language),
            None => self.registers.database().language_of(organization, applicant.party).await?,
        };
        let (sender, written) = self.written(state, organization, chosen, |words, co_op| {
            let class = class_name(state, &applicant.class, words.language());
            write(words, co_op, &class)
        });
        let now = self.clock.now();
        let mail = Mail {
            organization: organization.clone(),
            name: format!("applicant/{}/{}", applicant.id, letter.what),
            party: Some(letter.party),
            sender,
            recipient: letter.recipient.to_owned(),
            subject: written.subject,
            body: written.body,
            has_link: letter.has_link,
            until: now.checked_add(TRIED_FOR).unwrap_or(jiff::Timestamp::MAX),
        };
        self.registers.database().queue(&mail, now).await.map(drop)
    }
}

/// The address that an applicant gave.
fn address<'a>(state: &'a State, applicant: &Applicant) -> Option<&'a str> {
    Some(applicant.said(state)?.on(EMAIL).trim()).filter(|address| is_address(address))
}

/// The address at which the book reaches a person.
pub(super) fn own_address(state: &State, person: PartyId) -> Option<&str> {
    match &state.party(person)?.kind {
        PartyKind::Person(Some(details)) => details.email.as_deref().filter(|address| is_address(address)),
        _ => None,
    }
}

fn class_name(state: &State, class: &Slug, language: &Language) -> String {
    let edition = state.last_edition();
    let known = edition.and_then(|rulebook| rulebook.class(class));
    known.map_or_else(|| class.to_string(), |known| known.rule.name.in_language(language).to_owned())
}
