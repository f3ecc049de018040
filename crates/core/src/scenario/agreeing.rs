//! From what somebody does about a written agreement to the commands for it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    phrase,
    world::{Trouble, World},
};
use crate::{
    agreements::Agreement,
    command::{By, Command},
    personal::Words,
    values::{PartyId, Slug},
};

/// What the text of a draft is told apart by from the one before it.
fn salted(world: &World) -> String {
    format!("salt of the example {}", world.state.last_words.0)
}

/// The words of an agreement, on every section or on all but one.
fn terms(world: &World, agreement: &Slug, without: Option<&str>) -> Result<Words, Trouble> {
    let rulebook = world.rulebook()?;
    let left_out = without.map(|section| phrase::section(&rulebook, agreement, section)).transpose()?;
    let all = rulebook.agreement(agreement).into_iter().flat_map(|agreement| &agreement.rule.sections);
    let texts = all
        .filter(|section| Some(&section.id) != left_out.as_ref())
        .map(|section| (section.id.clone(), "As agreed.".to_owned()))
        .collect();
    Ok(Words { texts, salt: salted(world) })
}

/// The agreement of this kind with this party that was drafted last.
pub(super) fn last<'a>(world: &'a World, agreement: &str, name: &str) -> Result<&'a Agreement, String> {
    let (kind, party) = (phrase::agreement(&*world.rulebook()?, agreement)?, world.known(name)?);
    let last = world.state.agreements_with(party).rev().find(|known| known.kind == kind);
    last.map(|known| &**known).ok_or_else(|| format!("no line before this one drafts {agreement} for {name}"))
}

/// Drafts an agreement, or rewrites it.
pub(super) fn draft(
    world: &mut World,
    (by, name): (&str, &str),
    agreement: &str,
    again: bool,
    (without, until): (Option<&str>, Option<Date>),
) -> Result<(), Trouble> {
    let (by, party) = (world.person(by)?, world.person(name)?);
    let kind = phrase::agreement(&*world.rulebook()?, agreement)?;
    let words = terms(world, &kind, without)?;
    let command = if again {
        Command::RedraftAgreement { agreement: last(world, agreement, name)?.id, until, words }
    } else {
        Command::DraftAgreement { party, kind, until, words }
    };
    world.submit(By::Party(by), command)?;
    Ok(())
}

/// Signs the agreement that was drafted last, as it stands.
pub(super) fn sign(world: &mut World, by: &str, agreement: &str, name: &str) -> Result<(), Trouble> {
    let person = world.person(by)?;
    let known = last(world, agreement, name)?;
    let (agreement, hash) = (known.id, known.hash().unwrap_or_default());
    let texts = BTreeMap::from([(Slug::new("name"), by.to_owned())]);
    let words = Words { texts, salt: salted(world) };
    world.submit(By::Party(person), Command::SignAgreement { agreement, hash, words })?;
    Ok(())
}

/// Withdraws the agreement that was drafted last.
pub(super) fn withdraw(world: &mut World, by: &str, agreement: &str, name: &str) -> Result<(), Trouble> {
    let person = world.person(by)?;
    let agreement = last(world, agreement, name)?.id;
    world.submit(By::Party(person), Command::WithdrawAgreement { agreement })?;
    Ok(())
}

/// Records an agreement that was signed on paper.
pub(super) fn record(
    world: &mut World,
    party: PartyId,
    kind: &Slug,
    without: Option<&str>,
    until: Option<Date>,
) -> Result<(), Trouble> {
    let words = terms(world, kind, without)?;
    let kind = kind.clone();
    let command = Command::RecordAgreement { party, kind, signed: None, until, words, paper: None };
    world.submit(By::Desk, command)?;
    Ok(())
}
