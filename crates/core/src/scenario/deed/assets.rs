//! From what somebody does with an asset to the command for it.

use super::{Trouble, World, done, written};
use crate::{
    command::{By, Command},
    scenario::{OnAsset, phrase},
};

/// Does it.
pub(super) fn perform(
    world: &mut World,
    by: Option<&str>,
    name: &str,
    does: &OnAsset,
) -> Result<(), Trouble> {
    let by = by.map(|by| world.person(by)).transpose()?.map_or(By::Desk, By::Party);
    let on = world.today();
    if let OnAsset::Enter { kind, since } = does {
        let kind = phrase::asset_kind(&*world.rulebook()?, kind)?;
        let (name, place, since) = (name.to_owned(), "the studio".to_owned(), since.unwrap_or(on));
        let command = Command::EnterAsset { kind, name, label: String::new(), place, since };
        return done(world.submit(by, command));
    }
    let asset = world.asset(name)?.id;
    let command = match does {
        OnAsset::Enter { .. } => return Ok(()),
        OnAsset::Lend { to, due } => {
            let to = match (to, by) {
                (Some(name), _) => world.person(name)?,
                (None, By::Party(person)) => person,
                (None, _) => return Err("the desk borrows nothing".to_owned().into()),
            };
            Command::LendAsset { asset, to, on, due: *due }
        }
        OnAsset::Return => Command::ReturnAsset { asset, on },
        OnAsset::Move { place } => Command::MoveAsset { asset, place: place.clone(), on },
        OnAsset::Damage { text } => Command::ReportDamage { asset, on, words: written(text) },
        OnAsset::Settle { text } => Command::SettleDamage { asset, on, words: written(text) },
        OnAsset::Lose { text } => Command::ReportLoss { asset, on, words: written(text) },
        OnAsset::Retire => Command::RetireAsset { asset, on, basis: "worn out".to_owned() },
    };
    done(world.submit(by, command))
}
