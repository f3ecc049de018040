//! What a class asks of whoever is in it or wants to be.

use std::sync::Arc;

use jiff::civil::Date;

use super::Agreement;
use crate::{
    decide::{Denied, Occasion},
    finding::{Answer, Finding},
    membership::Party,
    message::Argument,
    messages as say,
    refusal::{Code, Refusal},
    rulebook::{Citation, Named, Rulebook},
    state::State,
    values::{PartyId, Slug},
};

/// A document in force that a class commits to, and whether a party has.
#[derive(Debug, Clone)]
pub struct CommitmentAsked<'a> {
    /// Which document.
    pub document: &'a Slug,
    /// The version in force.
    pub version: u32,
    /// Since when that version is in force.
    pub in_force_from: Date,
    /// The day on which the party committed to that version, if it did.
    pub acknowledged: Option<Date>,
    /// The clause.
    pub cite: &'a Arc<Citation>,
}

/// The documents in force on a day that a class commits to, and how a party stands to each. A
/// document that is not published yet is not asked for.
pub fn commitments_asked<'a>(
    state: &State,
    rulebook: &'a Rulebook,
    party: PartyId,
    class: &Slug,
    day: Date,
) -> Vec<CommitmentAsked<'a>> {
    let mut asked = Vec::new();
    for commitment in rulebook.commitments().filter(|commitment| commitment.rule.classes.contains(class)) {
        for document in &commitment.rule.documents {
            let Some(version) = state.document(&document.id).and_then(|known| known.version_on(day)) else {
                continue;
            };
            let acknowledged =
                version.acknowledged.get(&party).map(|(_, at)| state.date_of(*at)).filter(|on| *on <= day);
            asked.push(CommitmentAsked {
                document: &document.id,
                version: version.number,
                in_force_from: version.in_force_from,
                acknowledged,
                cite: commitment.cite,
            });
        }
    }
    asked
}

/// The documents that a class asks for and that a party has not committed to by a day.
fn not_acknowledged(
    state: &State,
    rulebook: &Rulebook,
    party: PartyId,
    class: &Slug,
    day: Date,
) -> Vec<Finding> {
    let asked = commitments_asked(state, rulebook, party, class, day).into_iter();
    asked
        .filter(|asked| asked.acknowledged.is_none())
        .map(|asked| {
            let document = Argument::Named(asked.document.clone());
            let says = say::NOT_COMMITTED_TO.with([party.into(), document, asked.version.into()]);
            Finding::answer(says, Answer::No).citing(asked.cite)
        })
        .collect()
}

/// That the agreement which a class needs is not in force with a party on a day; `None` where it is, or none is
/// needed.
fn not_agreed(
    state: &State,
    rulebook: &Rulebook,
    party: PartyId,
    class: &Slug,
    day: Date,
) -> Option<Finding> {
    let rule = rulebook.agreement_for(class)?;
    let is_in_force = |one: &Arc<Agreement>| one.kind == rule.rule.id && one.is_in_force_on(day);
    if state.agreements_with(party).any(is_in_force) {
        return None;
    }
    let says = say::NO_AGREEMENT.with([party.into(), Argument::Named(rule.rule.id.clone())]);
    Some(Finding::answer(says, Answer::No).citing(rule.cite))
}

/// What a class asks for in writing and a party has not given by a day.
pub(crate) fn missing_in_writing(
    state: &State,
    rulebook: &Rulebook,
    party: PartyId,
    class: &Slug,
    day: Date,
) -> Vec<Finding> {
    let agreement = not_agreed(state, rulebook, party, class, day);
    agreement.into_iter().chain(not_acknowledged(state, rulebook, party, class, day)).collect()
}

/// Refuses where a party has not committed to the documents in force.
pub(crate) fn must_have_acknowledged(
    occasion: &Occasion<'_>,
    party: &Party,
    class: &Slug,
) -> Result<(), Denied> {
    let because = not_acknowledged(occasion.state, occasion.rulebook, party.id, class, occasion.today);
    let Some(cites) = because.first().and_then(|first| first.cites.clone()) else { return Ok(()) };
    let remedy = say::COMMIT_FIRST.with([party.id.into()]);
    Err(Refusal { code: Code::CommitmentsMustBeAcknowledged, cites, because, remedy }.into())
}

/// Refuses where the class needs a written agreement that is not in force.
pub(crate) fn must_have_agreed(occasion: &Occasion<'_>, party: &Party, class: &Slug) -> Result<(), Denied> {
    let because = not_agreed(occasion.state, occasion.rulebook, party.id, class, occasion.today);
    let Some((because, rule)) = because.zip(occasion.rulebook.agreement_for(class)) else { return Ok(()) };
    let named = Argument::Named(rule.rule.id.clone());
    let remedy = say::RECORD_THE_AGREEMENT.with([named, section_names(&rule.rule.sections)]);
    Err(Refusal::new(Code::AgreementMustBeComplete, rule.cite, because, remedy).into())
}

/// The names of sections, as one argument.
pub(crate) fn section_names(sections: &[Named]) -> Argument {
    Argument::List(sections.iter().map(|section| Argument::Named(section.id.clone())).collect())
}
