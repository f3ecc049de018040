//! From what somebody declares to the command for it.

use jiff::civil::Date;

use super::{Trouble, World, done, written};
use crate::{
    command::{By, Command},
    personal::Words,
    scenario::phrase,
};

/// Declares something, with words on every subject or on all but one.
pub(super) fn declare(
    world: &mut World,
    name: &str,
    (kind, begins): (&str, Date),
    without: Option<&str>,
) -> Result<(), Trouble> {
    let by = world.person(name)?;
    let rulebook = world.rulebook()?;
    let kind = phrase::declaration(&rulebook, kind)?;
    let left_out =
        without.map(|subject| phrase::declaration_subject(&rulebook, &kind, subject)).transpose()?;
    let subjects = rulebook.declaration(&kind).into_iter().flat_map(|rule| &rule.rule.subjects);
    let texts = subjects
        .filter(|subject| Some(&subject.id) != left_out.as_ref())
        .map(|subject| (subject.id.clone(), "As it is.".to_owned()))
        .collect();
    let words = Words { texts, ..written("") };
    done(world.submit(By::Party(by), Command::Declare { kind, begins, words }))
}

/// Takes the last declaration of somebody back.
pub(super) fn withdraw(world: &mut World, by: &str, name: &str) -> Result<(), Trouble> {
    let (by, declaration) = (world.person(by)?, world.declaration(name)?.id);
    done(world.submit(By::Party(by), Command::WithdrawDeclaration { declaration }))
}
