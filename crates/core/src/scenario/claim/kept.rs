//! From what is said to be kept to what the register keeps.

use super::{Mismatch, World, last_case, same, unknown};

/// Compares whether somebody is erased.
pub(super) fn is_erased(world: &World, name: &str, not: bool) -> Result<(), Mismatch> {
    let party = world.known(name).map_err(unknown)?;
    let is_kept = world.state.party(party).is_some_and(|known| known.name().is_some());
    let said = |is_kept: bool| if is_kept { "not erased" } else { "erased" };
    same(said(not), said(is_kept))
}

/// Compares whether what was written in the last case is kept.
pub(super) fn case_is_kept(world: &World, not: bool) -> Result<(), Mismatch> {
    let case = last_case(world)?;
    let is_kept = case.entries.iter().any(|entry| world.state.words(entry.words).is_some());
    let said = |is_kept: bool| if is_kept { "can be read" } else { "can be read no longer" };
    same(said(!not), said(is_kept))
}
