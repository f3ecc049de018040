//! From what somebody corrects or has erased to the command for it.

use super::{Trouble, World, done};
use crate::{
    command::{By, Command},
    personal::Personal,
};

/// Corrects the town or the address of somebody.
pub(super) fn correct(world: &mut World, by: &str, name: &str, address: bool) -> Result<(), Trouble> {
    let (by, party) = (world.person(by)?, world.known(name)?);
    let known = world.state.party(party).and_then(|known| known.details());
    let before = known.ok_or_else(|| format!("{name} has no details"))?;
    let salt = format!("salt of the correction {}", world.state.parties().count());
    let details = if address {
        Personal { email: Some("new@example.org".to_owned()), salt, ..before.clone() }
    } else {
        Personal { place: Some("Elsewhere".to_owned()), salt, ..before.clone() }
    };
    done(world.submit(By::Party(by), Command::CorrectDetails { party, details }))
}

/// Erases somebody, because they ask for it or the desk does.
pub(super) fn erase(world: &mut World, name: &str, by_desk: bool) -> Result<(), Trouble> {
    let party = world.known(name)?;
    let by = if by_desk { By::Desk } else { By::Party(party) };
    done(world.submit(by, Command::ErasePerson { party }))
}
