//! Publishing documents and committing to them.

use jiff::civil::Date;

use crate::{
    command::By,
    decide::{Decided, Occasion},
    fact::Fact,
    finding::{Answer, Finding},
    membership::decide::known_party,
    messages as say,
    offices::Power,
    refusal::{Code, Malformed, Refusal},
    rulebook::{Commitment, Ruled},
    values::{PartyId, Slug},
};

/// The commitment that names a document, or what is wrong with the field.
fn commitment_to<'a>(occasion: &Occasion<'a>, document: &Slug) -> Result<Ruled<'a, Commitment>, Malformed> {
    occasion
        .rulebook
        .commitments()
        .find(|commitment| commitment.rule.documents.iter().any(|named| named.id == *document))
        .ok_or_else(|| Malformed {
            field: "document",
            says: say::NO_SUCH_DOCUMENT.with([document.as_str().into()]),
        })
}

pub(super) fn publish(occasion: &Occasion<'_>, id: &Slug, text: &str, in_force_from: Date) -> Decided {
    occasion.must_have_power(Power::Publish, commitment_to(occasion, id)?.cite)?;
    if text.trim().is_empty() {
        return Err(Malformed { field: "text", says: say::TEXT_IS_EMPTY.with([]) }.into());
    }
    let last = occasion.state.document(id).and_then(|document| document.versions.last());
    if let Some(last) = last.filter(|last| in_force_from <= last.in_force_from) {
        let says = say::DAY_IS_NOT_AFTER.with([in_force_from.into(), last.in_force_from.into()]);
        return Err(Malformed { field: "in_force_from", says }.into());
    }
    let version = last.map_or(1, |last| last.number + 1);
    Ok(vec![
        Fact::DocumentPublished { document: id.clone(), version, text: text.to_owned(), in_force_from }
            .into(),
    ])
}

pub(super) fn acknowledge(occasion: &Occasion<'_>, id: PartyId, document: &Slug, version: u32) -> Decided {
    let commitment = commitment_to(occasion, document)?;
    let party = known_party(occasion.state, "party", id)?;
    // The desk records a paper signature; it is still the person's or the representative's.
    let person = match occasion.request.by {
        By::Party(person) => Some(person),
        By::Desk if party.is_person() => Some(id),
        By::Desk => party.representative_on(occasion.today),
        By::Clock | By::Visitor => None,
    };
    let Some(person) = person.filter(|person| party.is_acted_for_by(*person, occasion.today)) else {
        let because =
            Finding::answer(say::NOBODY_ACTS_FOR.with([id.into(), occasion.today.into()]), Answer::No);
        let remedy = if party.is_person() {
            say::PEOPLE_ACT_FOR_THEMSELVES.with([])
        } else {
            say::ASK_THE_REPRESENTATIVE.with([id.into()])
        };
        return Err(Refusal::new(Code::VoteMustBeHeld, commitment.cite, because, remedy).into());
    };
    let in_force = occasion.state.document(document).and_then(|known| known.version_on(occasion.today));
    let Some(in_force) = in_force.filter(|in_force| in_force.number == version) else {
        let current = in_force.map_or(0, |in_force| in_force.number);
        let says = say::VERSION_IS_NOT_IN_FORCE.with([version.into(), current.into()]);
        return Err(Malformed { field: "version", says }.into());
    };
    if in_force.acknowledged.contains_key(&id) {
        return Ok(Vec::new());
    }
    Ok(vec![Fact::DocumentAcknowledged { party: id, document: document.clone(), version, person }.into()])
}
