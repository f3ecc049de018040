//! Recording an agreement that both sides signed on paper.

use jiff::civil::Date;

use super::{known_kind, must_be_complete, with_words};
use crate::{
    agreements::{Paper, terms::must_be_decided},
    decide::{Decided, Occasion},
    fact::Fact,
    finding::{Answer, Finding},
    membership::decide::known_party,
    messages as say,
    offices::Power,
    personal::Words,
    refusal::{Code, Malformed, Refusal},
    values::{AgreementId, PartyId, Slug},
};

pub(super) fn record(
    occasion: &Occasion<'_>,
    id: PartyId,
    kind: &Slug,
    (signed, until): (Option<Date>, Option<Date>),
    words: &Words,
    paper: Option<Paper>,
) -> Decided {
    let rule = known_kind(occasion, kind)?;
    occasion.must_have_power(Power::SignAgreements, rule.cite)?;
    let party = known_party(occasion.state, "party", id)?;
    if let Some(person) = occasion.person().filter(|person| party.is_acted_for_by(*person, occasion.today)) {
        let because = Finding::answer(say::ACTS_FOR_THE_PARTY.with([person.into(), id.into()]), Answer::Yes);
        let remedy = say::LET_ANOTHER_SIGN.with([]);
        return Err(Refusal::new(Code::SecondSignatureMustBeAnothers, rule.cite, because, remedy).into());
    }
    let signed = signed.unwrap_or(occasion.today);
    if signed > occasion.today {
        let says = say::DAY_IS_TO_COME.with([signed.into()]);
        return Err(Malformed { field: "signed", says }.into());
    }
    if let Some(until) = until.filter(|until| *until < signed) {
        let says = say::DAY_IS_BEFORE.with([until.into(), signed.into()]);
        return Err(Malformed { field: "until", says }.into());
    }
    if paper.is_some_and(|paper| paper.bytes == 0) {
        return Err(Malformed { field: "paper", says: say::PAPER_IS_EMPTY.with([]) }.into());
    }
    must_be_complete(rule, words)?;
    must_be_decided(occasion, rule, id, None)?;
    let fact = Fact::AgreementRecorded {
        agreement: AgreementId::after(occasion.state.agreements.len()),
        kind: kind.clone(),
        party: id,
        by: occasion.person(),
        signed,
        until,
        words: occasion.state.next_words(),
        hash: words.hash(),
        paper,
    };
    with_words(fact, id, words)
}
