//! Publishing and acknowledging documents; drafting, signing and recording agreements.

mod documents;
mod draft;
mod record;
mod sign;

use std::sync::Arc;

use super::{Agreement, asked::section_names, reads};
use crate::{
    command::Command,
    decide::{Decided, Denied, Occasion},
    fact::{Fact, Recorded},
    finding::{Answer, Finding},
    message::Argument,
    messages as say,
    personal::{Beside, Words},
    refusal::{Code, Malformed, Refusal},
    rulebook::{AgreementRule, Citation, Ruled},
    values::{AgreementId, PartyId, Slug},
};

/// Decides a command of agreements.
pub(crate) fn decide(occasion: &Occasion<'_>) -> Decided {
    match &occasion.request.command {
        Command::PublishDocument { document, text, in_force_from } => {
            documents::publish(occasion, document, text, *in_force_from)
        }
        Command::AcknowledgeDocument { party, document, version } => {
            documents::acknowledge(occasion, *party, document, *version)
        }
        Command::DraftAgreement { party, kind, until, words } => {
            draft::draft(occasion, *party, kind, *until, words)
        }
        Command::RedraftAgreement { agreement, until, words } => {
            draft::redraft(occasion, *agreement, *until, words)
        }
        Command::SignAgreement { agreement, hash, words } => sign::sign(occasion, *agreement, *hash, words),
        Command::WithdrawAgreement { agreement } => draft::withdraw(occasion, *agreement),
        Command::RecordAgreement { party, kind, signed, until, words, paper } => {
            record::record(occasion, *party, kind, (*signed, *until), words, *paper)
        }
        _ => Ok(Vec::new()),
    }
}

/// The rule of an agreement of this kind, or what is wrong with the field.
fn known_kind<'a>(occasion: &Occasion<'a>, kind: &Slug) -> Result<Ruled<'a, AgreementRule>, Malformed> {
    occasion
        .rulebook
        .agreement(kind)
        .ok_or_else(|| Malformed { field: "kind", says: say::NO_SUCH_AGREEMENT.with([kind.as_str().into()]) })
}

/// The agreement with this number and its rule. Whoever may not read it is told what somebody is told who asks for
/// one that does not exist, and so is the desk: it records what was signed, and reads and changes no draft.
fn readable<'a>(
    occasion: &Occasion<'a>,
    id: AgreementId,
) -> Result<(&'a Agreement, Ruled<'a, AgreementRule>), Malformed> {
    let may = |agreement: &Agreement| {
        occasion.person().is_some_and(|person| reads(occasion.state, agreement, person, occasion.today))
    };
    let known = occasion.state.agreement(id).filter(|agreement| may(agreement));
    let known = known.ok_or_else(|| Malformed {
        field: "agreement",
        says: say::NO_AGREEMENT_NUMBERED.with([u32::from(id).into()]),
    })?;
    Ok((&**known, known_kind(occasion, &known.kind)?))
}

/// Refuses an agreement that waits for no signature: it is in force, withdrawn, or gone.
pub(crate) fn must_be_open(
    occasion: &Occasion<'_>,
    agreement: &Agreement,
    cites: &Arc<Citation>,
) -> Result<(), Denied> {
    let named = Argument::Named(agreement.kind.clone());
    let (because, remedy) = match (agreement.in_force_from, agreement.withdrawn, agreement.until) {
        (Some(from), ..) => {
            (say::AGREEMENT_HOLDS_SINCE.with([named, from.into()]), say::DRAFT_ANOTHER.with([]))
        }
        (None, Some(at), _) => {
            (say::AGREEMENT_WAS_WITHDRAWN.with([named, at.into()]), say::DRAFT_ANOTHER.with([]))
        }
        (None, None, Some(until)) if until < occasion.today => {
            (say::AGREEMENT_ENDED.with([named, until.into()]), say::REDRAFT_WITH_ANOTHER_DAY.with([]))
        }
        _ if agreement.sections(occasion.state).is_none() => {
            (say::AGREEMENT_IS_ERASED.with([named]), say::DRAFT_ANOTHER.with([]))
        }
        _ => return Ok(()),
    };
    Err(Refusal::new(Code::AgreementMustBeOpen, cites, Finding::answer(because, Answer::No), remedy).into())
}

/// Refuses words that do not speak of every section, or that speak of another, or that could be guessed.
fn must_be_complete(rule: Ruled<'_, AgreementRule>, words: &Words) -> Result<(), Denied> {
    words.must_be_hidden()?;
    let missing: Vec<Argument> = rule
        .rule
        .sections
        .iter()
        .filter(|section| words.on(section.id.as_str()).trim().is_empty())
        .map(|section| Argument::Named(section.id.clone()))
        .collect();
    if !missing.is_empty() {
        let because = Finding::answer(say::SECTIONS_ARE_MISSING.with([missing.into()]), Answer::No);
        let remedy = say::WRITE_ALL_SECTIONS.with([section_names(&rule.rule.sections)]);
        return Err(Refusal::new(Code::AgreementMustBeComplete, rule.cite, because, remedy).into());
    }
    let is_known = |section: &Slug| rule.rule.sections.iter().any(|named| named.id == *section);
    match words.texts.keys().find(|section| !is_known(section)) {
        Some(unknown) => {
            let says = say::NO_SUCH_SECTION.with([unknown.as_str().into()]);
            Err(Malformed { field: "words.texts", says }.into())
        }
        None => Ok(()),
    }
}

/// A fact with what the agreement says beside it, which goes when the party is erased.
fn with_words(fact: Fact, party: PartyId, words: &Words) -> Decided {
    Ok(vec![Recorded { fact, personal: Some((party, Beside::Words(words.clone()))) }])
}
