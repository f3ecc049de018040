//! From what is said of assets and declarations to what the register says.

use jiff::civil::Date;

use super::{Mismatch, World, party_name, same, unknown};
use crate::{
    assets::{Standing, must_see_register, reads_damage},
    declarations::{self, reads, standing},
    scenario::{AssetIs, DeclarationIs},
    sight::Viewer,
};

/// Compares what is said of an asset with how it stands at the end of a day.
pub(super) fn asset_is(world: &World, name: &str, is: &AssetIs, day: Date) -> Result<(), Mismatch> {
    let asset = world.asset(name).map_err(unknown)?;
    if let AssetIs::Overdue { not } = is {
        let is_overdue = asset.loan_on(day).is_some_and(|loan| loan.is_overdue_on(day));
        let said = |is_so: bool| if is_so { "overdue" } else { "not overdue" };
        return same(said(!not), said(is_overdue));
    }
    let came = match asset.standing_on(day) {
        None => "not the co-op's yet".to_owned(),
        Some(Standing::Lent(loan)) => format!("with {}", party_name(&world.state, loan.to)),
        Some(Standing::InStore) => "in store".to_owned(),
        Some(standing) => standing.id().to_owned(),
    };
    let expected = match is {
        AssetIs::With(name) => format!("with {name}"),
        AssetIs::InStore => "in store".to_owned(),
        AssetIs::Damaged => Standing::Damaged.id().to_owned(),
        AssetIs::Lost => Standing::Lost.id().to_owned(),
        AssetIs::Retired | AssetIs::Overdue { .. } => Standing::Retired.id().to_owned(),
    };
    same(expected, came)
}

/// Compares who sees the register.
pub(super) fn sees_assets(world: &World, name: &str, not: bool) -> Result<(), Mismatch> {
    let viewer = Viewer::Party(world.known(name).map_err(unknown)?);
    let said = |sees: bool| if sees { "may see them" } else { "may not see them" };
    same(said(!not), said(must_see_register(&world.state, viewer, world.today()).is_ok()))
}

/// Compares who reads what was written about the last damage to an asset.
pub(super) fn reads_of(world: &World, name: &str, asset: &str, not: bool) -> Result<(), Mismatch> {
    let viewer = Viewer::Party(world.known(name).map_err(unknown)?);
    let last = world.asset(asset).map_err(unknown)?.damages.last();
    let damage = last.ok_or_else(|| unknown(format!("no damage to {asset} was reported")))?;
    let said = |reads: bool| if reads { "may read it" } else { "may not read it" };
    same(said(!not), said(reads_damage(&world.state, viewer, damage.people(), world.today())))
}

/// Compares how a declaration stands.
pub(super) fn declaration_is(world: &World, name: &str, is: DeclarationIs) -> Result<(), Mismatch> {
    let known = world.declaration(name).map_err(unknown)?;
    if is == DeclarationIs::Late {
        let said = |late: bool| if late { "late" } else { "in time" };
        return same(said(true), said(known.late));
    }
    let came = match standing(&world.state, known) {
        declarations::Standing::BeforeTheAssembly(_) => declarations::Standing::Open.id(),
        standing => standing.id(),
    };
    let expected = match is {
        DeclarationIs::Allowed => "allowed",
        DeclarationIs::NotAllowed => "not_allowed",
        DeclarationIs::Withdrawn => "withdrawn",
        DeclarationIs::Open | DeclarationIs::Late => "open",
    };
    same(expected, came)
}

/// Compares who reads a declaration.
pub(super) fn reads_declaration(world: &World, name: &str, of: &str, not: bool) -> Result<(), Mismatch> {
    let person = world.known(name).map_err(unknown)?;
    let known = world.declaration(of).map_err(unknown)?;
    let said = |reads: bool| if reads { "may read it" } else { "may not read it" };
    same(said(!not), said(reads(&world.state, known, person, world.today())))
}
