//! What a class asks of whoever is in it or wants to be.

use std::sync::Arc;

use jiff::civil::Date;

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

/// Whether a party has committed to everything that a class asks for on a day.
pub(crate) fn has_acknowledged_all(
    state: &State,
    rulebook: &Rulebook,
    party: PartyId,
    class: &Slug,
    day: Date,
) -> bool {
    commitments_asked(state, rulebook, party, class, day).iter().all(|asked| asked.acknowledged.is_some())
}

/// Whether a party has signed the agreement that a class needs, if it needs any.
pub(crate) fn has_agreed(state: &State, rulebook: &Rulebook, party: PartyId, class: &Slug) -> bool {
    rulebook.agreement_for(class).is_none_or(|agreement| state.agreement(party, &agreement.rule.id).is_some())
}

/// Refuses where a party has not committed to the documents in force.
pub(crate) fn must_have_acknowledged(
    occasion: &Occasion<'_>,
    party: &Party,
    class: &Slug,
) -> Result<(), Denied> {
    let asked = commitments_asked(occasion.state, occasion.rulebook, party.id, class, occasion.today);
    let missing: Vec<_> = asked.iter().filter(|asked| asked.acknowledged.is_none()).collect();
    let Some(first) = missing.first() else { return Ok(()) };
    let because = missing
        .iter()
        .map(|asked| {
            let document = Argument::Named(asked.document.clone());
            let says = say::NOT_COMMITTED_TO.with([party.id.into(), document, asked.version.into()]);
            Finding::answer(says, Answer::No).citing(asked.cite)
        })
        .collect();
    let remedy = say::COMMIT_FIRST.with([party.id.into()]);
    Err(Refusal { code: Code::CommitmentsMustBeAcknowledged, cites: Arc::clone(first.cite), because, remedy }
        .into())
}

/// Refuses where the class needs a written agreement that is not recorded.
pub(crate) fn must_have_agreed(occasion: &Occasion<'_>, party: &Party, class: &Slug) -> Result<(), Denied> {
    if has_agreed(occasion.state, occasion.rulebook, party.id, class) {
        return Ok(());
    }
    let Some(agreement) = occasion.rulebook.agreement_for(class) else { return Ok(()) };
    let named = Argument::Named(agreement.rule.id.clone());
    let because = Finding::answer(say::NO_AGREEMENT.with([party.id.into(), named.clone()]), Answer::No);
    let remedy = say::RECORD_THE_AGREEMENT.with([named, section_names(&agreement.rule.sections)]);
    Err(Refusal::new(Code::AgreementMustBeComplete, agreement.cite, because, remedy).into())
}

/// The names of sections, as one argument.
pub(crate) fn section_names(sections: &[Named]) -> Argument {
    Argument::List(sections.iter().map(|section| Argument::Named(section.id.clone())).collect())
}
