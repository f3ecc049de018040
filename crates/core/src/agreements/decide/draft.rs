//! Drafting an agreement, rewriting it, and withdrawing it.

use jiff::civil::Date;

use super::{known_kind, must_be_complete, must_be_open, readable, with_words};
use crate::{
    agreements::{Agreement, Side, drafts, side_of, terms::must_not_be_on_the_table},
    decide::{Decided, Denied, Occasion},
    fact::Fact,
    membership::decide::known_party,
    messages as say,
    offices::Power,
    personal::Words,
    refusal::Malformed,
    rulebook::{AgreementRule, Ruled},
    values::{AgreementId, PartyId, Slug},
};

/// Refuses whoever drafts no agreements of this kind.
fn must_draft(occasion: &Occasion<'_>, rule: Ruled<'_, AgreementRule>) -> Result<(), Denied> {
    match occasion.person() {
        Some(person) if drafts(occasion.state, rule.rule, person, occasion.today) => Ok(()),
        _ => occasion.must_have_power(Power::SignAgreements, rule.cite),
    }
}

/// Refuses whoever neither drafted an agreement nor signs for the co-op.
fn must_be_theirs(
    occasion: &Occasion<'_>,
    agreement: &Agreement,
    rule: Ruled<'_, AgreementRule>,
) -> Result<(), Denied> {
    if occasion.person().is_some() && occasion.person() == agreement.by {
        return Ok(());
    }
    occasion.must_have_power(Power::SignAgreements, rule.cite)
}

/// A last day must be one to come.
fn must_last(occasion: &Occasion<'_>, until: Option<Date>) -> Result<(), Malformed> {
    match until {
        Some(until) if until < occasion.today => {
            let says = say::DAY_IS_BEFORE.with([until.into(), occasion.today.into()]);
            Err(Malformed { field: "until", says })
        }
        _ => Ok(()),
    }
}

pub(super) fn draft(
    occasion: &Occasion<'_>,
    party: PartyId,
    kind: &Slug,
    until: Option<Date>,
    words: &Words,
) -> Decided {
    let rule = known_kind(occasion, kind)?;
    must_draft(occasion, rule)?;
    known_party(occasion.state, "party", party)?;
    let open = occasion.state.agreements_with(party).find(|known| known.kind == *kind && known.is_open());
    if let Some(open) = open {
        let says = say::AGREEMENT_IS_DRAFTED.with([party.into(), u32::from(open.id).into()]);
        return Err(Malformed { field: "party", says }.into());
    }
    must_last(occasion, until)?;
    must_be_complete(rule, words)?;
    let fact = Fact::AgreementDrafted {
        agreement: AgreementId::after(occasion.state.agreements.len()),
        kind: kind.clone(),
        party,
        by: occasion.person(),
        until,
        words: occasion.state.next_words(),
        hash: words.hash(),
    };
    with_words(fact, party, words)
}

pub(super) fn redraft(
    occasion: &Occasion<'_>,
    id: AgreementId,
    until: Option<Date>,
    words: &Words,
) -> Decided {
    let (agreement, rule) = readable(occasion, id)?;
    must_draft(occasion, rule)?;
    must_be_theirs(occasion, agreement, rule)?;
    must_last(occasion, until)?;
    must_be_complete(rule, words)?;
    must_be_open(occasion, &Agreement { until, ..agreement.clone() }, rule.cite)?;
    must_not_be_on_the_table(occasion, agreement, rule)?;
    // Another last day under the same hash would be signed by whoever has the one before it before their eyes.
    if agreement.hash() == Some(words.hash()) {
        return Err(Malformed { field: "words.salt", says: say::SALT_WAS_USED.with([]) }.into());
    }
    let (by, next) = (occasion.person(), occasion.state.next_words());
    let fact = Fact::AgreementRedrafted { agreement: id, by, until, words: next, hash: words.hash() };
    with_words(fact, agreement.party, words)
}

/// Either side withdraws it, or whoever drafted it.
pub(super) fn withdraw(occasion: &Occasion<'_>, id: AgreementId) -> Decided {
    let (agreement, rule) = readable(occasion, id)?;
    let signs =
        occasion.person().and_then(|person| side_of(occasion.state, agreement, person, occasion.today));
    if signs != Some(Side::Party) {
        must_be_theirs(occasion, agreement, rule)?;
    }
    if agreement.withdrawn.is_some() {
        return Ok(Vec::new());
    }
    if agreement.in_force_from.is_some() {
        must_be_open(occasion, agreement, rule.cite)?;
    }
    Ok(vec![Fact::AgreementWithdrawn { agreement: id, by: occasion.person() }.into()])
}
