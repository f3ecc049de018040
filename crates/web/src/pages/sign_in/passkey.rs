//! Signing in by a passkey: what the script asks for, and what it brings back.

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use rochdale_core::values::{PartyId, Slug};
use rochdale_passkeys::Passkeys;
use rochdale_register::{Begun, Question, Secret};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::session::begun;
use crate::{entrance::Deed, problem::Problem, visit::Visit};

/// What the script brings back.
#[derive(Deserialize)]
pub struct Answered {
    /// The secret by which it says what it answers.
    pub asked: String,
    /// What the browser made of it.
    pub answer: Value,
}

/// For whom a passkey is made, as devices know them: nothing that tells who they are.
pub fn owner(organization: &Slug, party: PartyId) -> Uuid {
    let hash =
        blake3::derive_key("rochdale: the owner of a passkey", format!("{organization}/{party}").as_bytes());
    let mut half = [0; 16];
    half.copy_from_slice(&hash[..16]);
    uuid::Builder::from_custom_bytes(half).into_uuid()
}

/// What the browser is to ask its owner for: any passkey of this site.
pub async fn ask(visit: Visit) -> Result<Json<Value>, Problem> {
    visit.count(Deed::TryPasskeys)?;
    let asked = passkeys(&visit)?.ask_to_use().map_err(|_| Problem::NotFound)?;
    let database = visit.site.registers.database();
    let secret = database.ask(Question::UsePasskey, &asked.kept, visit.site.clock.now()).await?;
    Ok(Json(json!({ "asked": secret.text(), "options": asked.options })))
}

/// Begins a session of whoever the passkey is of. Whatever is wrong with it, the answer is the same.
pub async fn sign_in(visit: Visit, jar: CookieJar, Json(sent): Json<Answered>) -> Result<Response, Problem> {
    visit.count(Deed::TryPasskeys)?;
    let Some((organization, party)) = whose(&visit, &sent).await? else { return Err(Problem::NotSignedIn) };
    let (jar, way) = begun(&visit, jar, &organization, Some(party), Begun::Passkey).await?;
    Ok((jar, Json(json!({ "to": way }))).into_response())
}

/// The person whose passkey gave this answer; `None` where it does not hold.
async fn whose(visit: &Visit, sent: &Answered) -> Result<Option<(Slug, PartyId)>, Problem> {
    let (passkeys, database, now) =
        (passkeys(visit)?, visit.site.registers.database(), visit.site.clock.now());
    let Some(secret) = Secret::from_text(&sent.asked) else { return Ok(None) };
    // Taken before anything is looked at: whatever comes of it, it is answered now.
    let Some(kept) = database.answered(Question::UsePasskey, &secret, now).await? else { return Ok(None) };
    let Ok(claim) = passkeys.claimed(&sent.answer) else { return Ok(None) };
    let Some(passkey) = database.passkey(&claim.credential).await? else { return Ok(None) };
    let (organization, party) = (passkey.organization, passkey.party);
    visit.count_for(Deed::UsePasskeys, &format!("{organization}/{party}"))?;
    if claim.owner != owner(&organization, party) {
        return Ok(None);
    }
    let Ok(body) = passkeys.used(&kept, &sent.answer, &passkey.body) else { return Ok(None) };
    let is_there =
        visit.site.registers.registrar(&organization).is_some_and(|registrar| {
            registrar.state().party(party).is_some_and(|party| party.name().is_some())
        });
    if !is_there {
        return Ok(None);
    }
    database.passkey_was_used(&claim.credential, &body, now).await?;
    Ok(Some((organization, party)))
}

fn passkeys(visit: &Visit) -> Result<&Passkeys, Problem> {
    visit.site.entrance.passkeys.as_ref().ok_or(Problem::NotFound)
}
