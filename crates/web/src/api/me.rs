//! What is kept about the caller.

use axum::Json;

use super::{caller::Caller, problem::Problem};
use crate::kept::{BesideBook, OwnData, own_data};

/// Everything that the co-op keeps about the person whose token it is: where it stands, who sees it, and until
/// when. Nobody gets this of anybody else; the desk is nobody, so it has none: 404.
#[utoipa::path(
    get,
    path = "/{org}/me/data",
    operation_id = "showOwnData",
    tag = "Members",
    params(("org" = String, Path, description = "The short name of the co-op.")),
    responses((status = 200, description = "Everything that is kept about them.", body = OwnData))
)]
pub async fn data(caller: Caller) -> Result<Json<OwnData>, Problem> {
    let person = caller.person()?;
    let database = caller.visit.site.registers.database();
    let beside = BesideBook::of(database, caller.registrar.organization(), person, caller.now).await;
    let beside = beside.map_err(|fault| caller.fault(&fault))?;
    caller.read(|reading| {
        let (state, rulebook, words) = (reading.state, reading.rulebook, reading.words);
        Ok(Json(own_data(state, rulebook, words, (person, reading.now), &beside)))
    })
}
