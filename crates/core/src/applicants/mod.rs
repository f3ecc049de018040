//! Applicants: whoever sent the interest form, and how they come in. What they sent and what is noted about
//! them stands beside the register, for those who answer applicants.

mod apply;
pub(crate) mod decide;
mod form;
mod stage;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

pub(crate) use apply::apply;
pub use form::{EMAIL, NAME, ORGANIZATION, PLACE, REACH, TEXT, asks_for_an_organization};
pub use stage::ApplicantStage;

use crate::{
    command::By,
    offices::{Power, holders},
    personal::Words,
    state::State,
    values::{ApplicantId, PartyId, Slug, WordsId},
};

/// Somebody who sent the interest form, with everything that happened since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// Their number.
    pub id: ApplicantId,
    /// Whose what they sent is: erasing this party erases it. A person without details until they are invited.
    pub party: PartyId,
    /// The class that they asked for.
    pub class: Slug,
    /// The kind within the class, where they said one.
    pub kind: Option<Slug>,
    /// When they sent the form.
    pub sent: Timestamp,
    /// What they wrote in it.
    pub words: WordsId,
    /// How far they have come, and since when.
    pub stage: (ApplicantStage, Timestamp),
    /// Who answers them, once somebody does.
    pub owner: Option<PartyId>,
    /// Who they are in the book, once they are invited.
    pub invited: Option<Invited>,
    /// What happened, in order, the form first.
    pub happenings: Vec<Happening>,
}

/// Who an applicant is in the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invited {
    /// When they were invited, the last time.
    pub at: Timestamp,
    /// The person: the applicant, or who acts for the organization that applies.
    pub person: PartyId,
    /// The organization, where one applies.
    pub organization: Option<PartyId>,
}

impl Invited {
    /// Who is to be admitted.
    pub fn party(&self) -> PartyId {
        self.organization.unwrap_or(self.person)
    }
}

/// Something that happened with an applicant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happening {
    /// Who did it.
    pub by: By,
    /// When.
    pub at: Timestamp,
    /// What it was.
    pub what: What,
    /// What was written with it; gone once the applicant is erased.
    pub words: Option<WordsId>,
}

/// What happened with an applicant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// They came to a stage.
    Moved(ApplicantStage),
    /// Somebody answers them from now on.
    Assigned(PartyId),
    /// A note was written.
    Noted,
}

impl Applicant {
    /// How many days ago they sent the form.
    pub fn age_on(&self, state: &State, day: Date) -> i64 {
        days(state.date_of(self.sent), day)
    }

    /// How many days they have been at their stage.
    pub fn waits_on(&self, state: &State, day: Date) -> i64 {
        days(state.date_of(self.stage.1), day)
    }

    /// What they wrote; `None` once it is erased.
    pub fn said<'a>(&self, state: &'a State) -> Option<&'a Words> {
        state.words(self.words)
    }

    /// What whoever answers them sees them called: the organization, else the person. `None` once erased.
    pub fn called<'a>(&self, state: &'a State) -> Option<&'a str> {
        let said = self.said(state)?;
        Some(said.on(ORGANIZATION)).filter(|name| !name.is_empty()).or_else(|| Some(said.on(NAME)))
    }

    /// Whether it is this person's own way in: they sent the form, or are invited.
    pub fn is_of(&self, person: PartyId) -> bool {
        self.party == person || self.invited.is_some_and(|invited| invited.person == person)
    }
}

fn days(from: Date, day: Date) -> i64 {
    i64::from(from.until(day).map_or(0, |span| span.get_days()))
}

/// Those who wait at a stage, who came to it first at the head.
pub fn waiting_at(state: &State, stage: ApplicantStage) -> Vec<&Applicant> {
    let at_stage = state.applicants().filter(|applicant| applicant.stage.0 == stage);
    let mut waiting: Vec<&Applicant> = at_stage.map(|applicant| &**applicant).collect();
    waiting.sort_by_key(|applicant| (applicant.stage.1, applicant.id));
    waiting
}

/// The invitations that a person may take up: to read, to commit, and to be admitted then.
pub fn invitations_of(state: &State, person: PartyId) -> impl Iterator<Item = (&Applicant, Invited)> {
    state
        .applicants()
        .filter(|applicant| applicant.stage.0 == ApplicantStage::Invited)
        .filter_map(|applicant| Some((&**applicant, applicant.invited?)))
        .filter(move |(_, invited)| invited.person == person)
}

/// The applicants of whom this party was invited and who are not in yet.
pub(crate) fn open_of(state: &State, party: PartyId) -> impl Iterator<Item = &Applicant> {
    let is_open = |applicant: &&Applicant| applicant.stage.0.is_open();
    state
        .applicants()
        .map(|applicant| &**applicant)
        .filter(is_open)
        .filter(move |applicant| applicant.invited.is_some_and(|invited| invited.party() == party))
}

/// The applicants who are this person, or for whom they are invited, and who are not in yet.
pub(crate) fn open_by(state: &State, person: PartyId) -> impl Iterator<Item = &Applicant> {
    state
        .applicants()
        .map(|applicant| &**applicant)
        .filter(move |applicant| applicant.stage.0.is_open() && applicant.is_of(person))
}

/// The parties whose words a person's applications are, and that are not the person: they are to be forgotten
/// with them.
pub(crate) fn forms_of(state: &State, person: PartyId) -> impl Iterator<Item = PartyId> {
    state
        .applicants()
        .filter(move |applicant| applicant.party != person && applicant.is_of(person))
        .filter(|applicant| applicant.said(state).is_some())
        .map(|applicant| applicant.party)
}

/// Who answers applicants on a day, by an office.
pub fn who_answers(state: &State, day: Date) -> std::collections::BTreeSet<PartyId> {
    let Some(rulebook) = state.rulebook_on(day) else { return Default::default() };
    let offices = rulebook.offices().filter(|office| office.rule.powers.contains(&Power::AnswerApplicants));
    offices.flat_map(|office| holders(state, office, day)).map(|tenure| tenure.person).collect()
}
