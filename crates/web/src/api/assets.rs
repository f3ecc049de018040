//! The asset register.

use axum::{Json, extract::Path};
use jiff::civil::Date;
use rochdale_core::{
    assets::{self, Standing, assets_for, is_seen, must_see_register},
    values::{AssetId, Slug},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    caller::Caller,
    members::AsOf,
    parameters::Parameters,
    problem::{Kind, Problem},
    reading::{PartyName, Reading},
};

/// An asset as it stands at the end of a day.
#[derive(Debug, Serialize, ToSchema)]
pub struct Asset {
    /// Its number in the register.
    pub asset: AssetId,
    /// Of which kind, as the bylaws call it.
    pub kind: Slug,
    /// What people call it.
    pub name: String,
    /// The number that stands on it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// The first day on which the co-op had it.
    #[schema(value_type = String, format = Date)]
    pub since: Date,
    /// Where it is kept.
    pub place: String,
    /// How it stands: `in_store`, `lent`, `damaged`, `lost` or `retired`.
    pub standing: &'static str,
    /// Who has it, where it is lent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loan: Option<Loan>,
}

/// That somebody had an asset.
#[derive(Debug, Serialize, ToSchema)]
pub struct Loan {
    /// Who.
    pub to: PartyName,
    /// The day on which they took it.
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    /// The last day for bringing it back.
    #[schema(value_type = String, format = Date)]
    pub due: Date,
    /// The day on which it came back or was lost.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub ended: Option<Date>,
    /// Whether it should be back, and is not.
    pub overdue: bool,
}

/// An asset with everybody who had it.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssetThrough {
    /// As it stands on the day.
    #[serde(flatten)]
    pub asset: Asset,
    /// Every loan until then, in order.
    pub loans: Vec<Loan>,
}

/// Lists the assets that the caller sees, as they stood at the end of a day.
#[utoipa::path(
    get,
    path = "/{org}/assets",
    operation_id = "listAssets",
    tag = "Assets",
    params(("org" = String, Path, description = "The short name of the co-op."), AsOf),
    responses((status = 200, description = "The assets that the co-op had on the day.", body = Vec<Asset>))
)]
pub async fn list(caller: Caller, Parameters(as_of): Parameters<AsOf>) -> Result<Json<Vec<Asset>>, Problem> {
    caller.read(|reading| {
        let day = as_of.on.unwrap_or(reading.today).min(reading.today);
        let seen: Vec<&assets::Asset> = assets_for(reading.state, reading.viewer, reading.today).collect();
        if seen.is_empty() {
            reading.must_see_assets()?;
        }
        Ok(Json(seen.into_iter().filter_map(|asset| view(reading, asset, day)).collect()))
    })
}

/// Shows an asset as it stood at the end of a day, with everybody who had it until then.
#[utoipa::path(
    get,
    path = "/{org}/assets/{asset}",
    operation_id = "showAsset",
    tag = "Assets",
    params(
        ("org" = String, Path, description = "The short name of the co-op."),
        ("asset" = u32, Path, description = "The number of the asset."),
        AsOf,
    ),
    responses((status = 200, description = "The asset.", body = AssetThrough))
)]
pub async fn show(
    caller: Caller,
    Path((_, asset)): Path<(String, String)>,
    Parameters(as_of): Parameters<AsOf>,
) -> Result<Json<AssetThrough>, Problem> {
    let id: AssetId = caller.number(&asset)?;
    caller.read(|reading| {
        let day = as_of.on.unwrap_or(reading.today).min(reading.today);
        let known = reading.state.asset(id);
        let known = known.filter(|known| is_seen(reading.state, reading.viewer, known, reading.today));
        if known.is_none() {
            reading.must_see_assets()?;
        }
        let shown = known.and_then(|known| Some((known, view(reading, known, day)?)));
        let Some((known, asset)) = shown else { return Err(reading.problem(Kind::NotFound)) };
        let until = known.loans.iter().filter(|loan| loan.from <= day);
        Ok(Json(AssetThrough { asset, loans: until.map(|loan| of_loan(reading, loan, day)).collect() }))
    })
}

impl Reading<'_> {
    /// Refuses whoever may not see the asset register; 404 where the bylaws have none.
    fn must_see_assets(&self) -> Result<(), Problem> {
        if self.rulebook.assets().is_none() {
            return Err(self.problem(Kind::NotFound));
        }
        must_see_register(self.state, self.viewer, self.today).map_err(|refusal| self.refused(&refusal))
    }
}

/// An asset as it stood at the end of a day; `None` before the co-op had it.
pub(super) fn view(reading: &Reading<'_>, asset: &assets::Asset, day: Date) -> Option<Asset> {
    let standing = asset.standing_on(day)?;
    let loan = if let Standing::Lent(loan) = standing { Some(of_loan(reading, &loan, day)) } else { None };
    Some(Asset {
        asset: asset.id,
        kind: asset.kind.clone(),
        name: asset.name.clone(),
        label: asset.label.clone(),
        since: asset.since,
        place: asset.place_on(day).to_owned(),
        standing: standing.id(),
        loan,
    })
}

/// A loan as it stood at the end of a day.
fn of_loan(reading: &Reading<'_>, loan: &assets::Loan, day: Date) -> Loan {
    Loan {
        to: reading.party(loan.to),
        from: loan.from,
        due: loan.due,
        ended: loan.ended.filter(|ended| *ended <= day),
        overdue: loan.is_overdue_on(day),
    }
}
