//! Who sees the asset register, and who reads what was written about damage.

use jiff::civil::Date;

use super::{Asset, Damage, Loss};
use crate::{
    command::By,
    offices::{Power, has_power},
    refusal::Refusal,
    sight::{Viewer, must_see},
    state::State,
    values::PartyId,
};

/// Whether somebody keeps the register on a day: by an office, or as the desk.
pub fn keeps(state: &State, viewer: Viewer, day: Date) -> bool {
    viewer == Viewer::Desk
        || viewer.person().is_some_and(|person| has_power(state, person, Power::KeepAssets, day))
}

/// Refuses a viewer who may not see the register on a day: neither a keeper nor somebody with the right that
/// the rulebook names. Where the rulebook has no register there is nothing to be refused.
pub fn must_see_register(state: &State, viewer: Viewer, day: Date) -> Result<(), Box<Refusal>> {
    let Some(rulebook) = state.rulebook_on(day) else { return Ok(()) };
    match rulebook.assets() {
        Some(rule) if !keeps(state, viewer, day) => must_see(state, viewer, rule.rule.see, day),
        _ => Ok(()),
    }
}

/// Whether a viewer sees an asset on a day: with the whole register, or because they have or had it.
pub fn is_seen(state: &State, viewer: Viewer, asset: &Asset, day: Date) -> bool {
    let had = |person| asset.loans.iter().any(|loan| loan.to == person);
    viewer.person().is_some_and(had) || must_see_register(state, viewer, day).is_ok()
}

/// The assets that a viewer sees on a day, in the order of entering.
pub fn assets_for(state: &State, viewer: Viewer, day: Date) -> impl DoubleEndedIterator<Item = &Asset> {
    let sees_all = must_see_register(state, viewer, day).is_ok();
    state.assets().map(|asset| &**asset).filter(move |asset| sees_all || is_seen(state, viewer, asset, day))
}

/// Who reported something about an asset, and whose the words are.
type People = (By, PartyId);

/// Whether somebody reads what was written about damage or a loss on a day: whoever keeps the register by an
/// office, whoever reported it, and whoever had the asset then. The desk, which runs the program, does not.
pub fn reads_damage(state: &State, viewer: Viewer, (by, of): People, day: Date) -> bool {
    let reads =
        |person| person == of || by == By::Party(person) || has_power(state, person, Power::KeepAssets, day);
    viewer.person().is_some_and(reads)
}

impl Damage {
    /// Who reported it, and whose the words are.
    pub fn people(&self) -> People {
        (self.by, self.of)
    }
}

impl Loss {
    /// Who reported it, and whose the words are.
    pub fn people(&self) -> People {
        (self.by, self.of)
    }
}
