//! Facts of assets to state. Knows no rule and cannot fail.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Asset, Damage, Loan, Loss};
use crate::{
    fact::{Fact, Happened},
    state::State,
    values::AssetId,
};

/// Takes a fact of assets into the state; other facts change nothing.
pub(crate) fn apply(state: &mut State, happened: &Happened) {
    let by = happened.by;
    match &happened.recorded.fact {
        Fact::AssetEntered { asset, kind, name, label, place, since } => {
            state.assets.push_back(Arc::new(Asset {
                id: *asset,
                kind: kind.clone(),
                name: name.clone(),
                label: label.clone(),
                since: *since,
                places: vec![(*since, place.clone())],
                loans: Vec::new(),
                damages: Vec::new(),
                losses: Vec::new(),
                retired: None,
            }));
        }
        Fact::AssetMoved { asset, place, on } => {
            with_asset(state, *asset, |known| known.places.push((*on, place.clone())));
        }
        Fact::AssetLent { asset, to, on, due } => with_asset(state, *asset, |known| {
            known.loans.push(Loan { to: *to, from: *on, due: *due, ended: None });
        }),
        Fact::AssetReturned { asset, on } => with_asset(state, *asset, |known| {
            end_loan(known, *on);
            if let Some(loss) = known.losses.last_mut() {
                loss.found.get_or_insert(*on);
            }
        }),
        Fact::AssetDamaged { asset, of, on, words } => with_asset(state, *asset, |known| {
            known.damages.push(Damage { by, of: *of, on: *on, words: *words, settled: None });
        }),
        Fact::DamageSettled { asset, on, words } => with_asset(state, *asset, |known| {
            if let Some(damage) = known.damages.iter_mut().find(|damage| damage.settled.is_none()) {
                damage.settled = Some((*on, *words));
            }
        }),
        Fact::AssetLost { asset, of, on, words } => with_asset(state, *asset, |known| {
            end_loan(known, *on);
            known.losses.push(Loss { by, of: *of, on: *on, words: *words, found: None });
        }),
        Fact::AssetRetired { asset, on, basis } => {
            with_asset(state, *asset, |known| known.retired = Some((*on, basis.clone())));
        }
        _ => {}
    }
}

fn end_loan(asset: &mut Asset, on: Date) {
    if let Some(loan) = asset.loans.last_mut() {
        loan.ended.get_or_insert(on);
    }
}

fn with_asset(state: &mut State, id: AssetId, change: impl FnOnce(&mut Asset)) {
    if let Some(asset) = id.index().and_then(|place| state.assets.get_mut(place)) {
        change(Arc::make_mut(asset));
    }
}
