//! Signing an agreement on screen: each side once, the text as it stands, and nobody for both.

use super::{must_be_open, readable};
use crate::{
    agreements::{Agreement, Side, side_of, terms::must_be_decided},
    decide::{Decided, Denied, Occasion},
    fact::{Fact, Recorded},
    finding::{Answer, Finding},
    messages as say,
    offices::Power,
    personal::{Beside, Words},
    refusal::{Code, Malformed, Refusal},
    rulebook::{AgreementRule, Ruled},
    values::{AgreementId, Digest, PartyId},
};

/// What the name that somebody signs by stands under.
const NAME: &str = "name";

pub(super) fn sign(occasion: &Occasion<'_>, id: AgreementId, hash: Digest, words: &Words) -> Decided {
    let Some(person) = occasion.person() else {
        return Err(Malformed { field: "by", says: say::PEOPLE_SIGN.with([]) }.into());
    };
    let (agreement, rule) = readable(occasion, id)?;
    let side = match side_of(occasion.state, agreement, person, occasion.today) {
        Some(side) => side,
        None => {
            occasion.must_have_power(Power::SignAgreements, rule.cite)?;
            Side::CoOp
        }
    };
    must_be_anothers(agreement, rule, side, person)?;
    must_be_open(occasion, agreement, rule.cite)?;
    if side == Side::CoOp {
        must_be_decided(occasion, rule, agreement.party, Some(agreement))?;
    }
    if agreement.hash() != Some(hash) {
        let says = say::TEXT_WAS_REWRITTEN.with([agreement.text.at.into()]);
        let remedy = say::READ_IT_ANEW.with([]);
        let because = Finding::answer(says, Answer::Yes);
        return Err(Refusal::new(Code::TextMustBeTheLast, rule.cite, because, remedy).into());
    }
    if let Some(signature) = agreement.signature_of(side) {
        let says = say::SIDE_HAS_SIGNED.with([signature.person.into(), signature.at.into()]);
        let remedy = say::WAIT_FOR_THE_OTHER_SIDE.with([]);
        let because = Finding::answer(says, Answer::Yes);
        return Err(Refusal::new(Code::SideMustSignOnce, rule.cite, because, remedy).into());
    }
    words.must_speak_of(NAME)?;
    let next = occasion.state.next_words();
    let fact = Fact::SignatureGiven { agreement: id, side, person, hash, words: next };
    Ok(vec![Recorded { fact, personal: Some((person, Beside::Words(words.clone()))) }])
}

/// Nobody signs for both sides.
fn must_be_anothers(
    agreement: &Agreement,
    rule: Ruled<'_, AgreementRule>,
    side: Side,
    person: PartyId,
) -> Result<(), Denied> {
    let other = agreement.signatures.iter().find(|one| one.person == person && one.side != side);
    let Some(other) = other else { return Ok(()) };
    let says = say::SIGNED_FOR_THE_OTHER_SIDE.with([person.into(), other.at.into()]);
    let remedy = say::LET_ANOTHER_SIGN.with([]);
    let because = Finding::answer(says, Answer::Yes);
    Err(Refusal::new(Code::SecondSignatureMustBeAnothers, rule.cite, because, remedy).into())
}
