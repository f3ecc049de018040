//! Somebody's passkeys: adding, naming and removing them.

use axum::{
    Json,
    extract::Path,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use rochdale_core::values::PartyId;
use rochdale_passkeys::Passkeys;
use rochdale_register::{Account, Passkey, Question, Secret};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{own, sessions::id};
use crate::{
    assets,
    entrance::Deed,
    look,
    pages::sign_in::owner,
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// How long a passkey's name may be, in characters.
const NAME_MAX: usize = 60;

/// The list and what can be done with it. What makes a passkey is shown by the script, and only where the
/// browser has any.
pub fn passage(visit: &Visit, page: &Page<'_>, passkeys: &[Passkey]) -> Markup {
    let words = page.words;
    let entrance = &visit.site.entrance;
    let device = visit.device();
    let is_here = visit.origin == entrance.origin.as_str();
    look::passage(
        &html! { p class="small soft" { (words.text("passkeys-lead")) } },
        &html! {
            h2 { (words.text("passkeys-title")) }
            @if passkeys.is_empty() { (look::empty(words.text("passkeys-none"))) }
            @else {
                ul class="list" { @for one in passkeys { (line(page, one)) } }
            }
            @if entrance.passkeys.is_some() && is_here {
                div data-passkey="make" hidden {
                    form method="post" action={ (page.base) "/account/passkeys" } {
                        div class="field" {
                            label for="passkey-name" { (words.text("passkey-name")) }
                            input type="text" id="passkey-name" name="name" maxlength=(NAME_MAX) required autocomplete="off"
                                value=(if device.is_empty() { words.text("passkey-new") } else { &device });
                        }
                        div class="actions" { button type="submit" { (words.text("passkey-add")) } }
                    }
                    p class="failed" role="alert" hidden { "✕ " (words.text("passkey-failed")) }
                }
                noscript { p { (words.text("passkeys-no-script")) } }
                script src=(assets::PASSKEYS.path()) defer {}
            } @else {
                @let origin = entrance.origin.as_str();
                p { (words.text_with("passkeys-elsewhere", [("origin", origin.into())])) }
            }
        },
    )
}

fn line(page: &Page<'_>, passkey: &Passkey) -> Markup {
    let words = page.words;
    let since = [("created", passkey.created.into()), ("used", passkey.last_used.into())];
    let id = passkey.id();
    let field = format!("name-{}", &id.to_string()[..8]);
    html! {
        li {
            div { (passkey.label) }
            div class="small soft" { (words.text_with("passkey-since", since)) }
            details class="more" {
                summary { (words.text("passkey-change")) span class="unseen" { (words.text("colon")) (passkey.label) } }
                form method="post" action={ (page.base) "/account/passkeys/rename" } {
                    input type="hidden" name="id" value=(id);
                    div class="field" {
                        label for=(field) { (words.text("passkey-name")) }
                        input type="text" id=(field) name="name" maxlength=(NAME_MAX) required autocomplete="off" value=(passkey.label);
                    }
                    div class="actions" {
                        button type="submit" class="quiet small-button" { (words.text("passkey-rename")) }
                        button type="submit" class="quiet small-button" formaction={ (page.base) "/account/passkeys/remove" } { (words.text("passkey-remove")) }
                    }
                }
            }
        }
    }
}

/// What is kept until the browser answers: for whom the passkey is to be.
#[derive(Serialize, Deserialize)]
struct Kept {
    organization: String,
    party: u32,
    kept: String,
}

/// What the script brings back.
#[derive(Deserialize)]
pub struct Answered {
    /// The secret by which it says what it answers.
    asked: String,
    /// What the browser made of it.
    answer: Value,
    /// What the passkey is to be called.
    name: String,
}

/// The account and the person of whoever asks; the desk has no passkeys.
fn person<'a>(visit: &'a Visit, org: &str) -> Result<(&'a Account, PartyId, &'a Passkeys), Problem> {
    let account = own(visit, org)?;
    let party = account.party.ok_or(Problem::NotFound)?;
    let passkeys = visit.site.entrance.passkeys.as_ref().ok_or(Problem::NotFound)?;
    Ok((account, party, passkeys))
}

/// What the browser is to ask its owner for: a new passkey of theirs.
pub async fn ask(visit: Visit, Path(org): Path<String>) -> Result<Json<Value>, Problem> {
    visit.count(Deed::TryPasskeys)?;
    let (account, party, passkeys) = person(&visit, &org)?;
    let database = visit.site.registers.database();
    let (name, co_op) = visit
        .read(&org, |page| Ok((page.words.party(party), page.name(&page.rulebook.front.name).to_owned())))?;
    let have = database.passkeys(&account.organization, party).await?;
    let have = have.into_iter().map(|one| one.credential).collect();
    let asked = passkeys.ask_to_make(owner(&account.organization, party), &name, &co_op, have);
    let asked = asked.map_err(|_| Problem::NotFound)?;
    let kept = Kept { organization: org, party: party.into(), kept: asked.kept };
    let kept = serde_json::to_string(&kept).map_err(|_| Problem::NotFound)?;
    let secret = database.ask(Question::MakePasskey, &kept, visit.site.clock.now()).await?;
    Ok(Json(json!({ "asked": secret.text(), "options": asked.options })))
}

/// Adds the passkey that the browser made. Whatever is wrong with it, the answer is the same.
pub async fn add(
    visit: Visit,
    Path(org): Path<String>,
    Json(sent): Json<Answered>,
) -> Result<Response, Problem> {
    visit.count(Deed::TryPasskeys)?;
    let (account, party, passkeys) = person(&visit, &org)?;
    let database = visit.site.registers.database();
    let now = visit.site.clock.now();
    let kept = match Secret::from_text(&sent.asked) {
        Some(secret) => database.answered(Question::MakePasskey, &secret, now).await?,
        None => None,
    };
    let kept: Option<Kept> = kept.and_then(|kept| serde_json::from_str(&kept).ok());
    // Whoever was asked answers, and nobody else for them.
    let kept = kept.filter(|kept| kept.organization == org && kept.party == u32::from(party));
    let made = kept.and_then(|kept| passkeys.made(&kept.kept, &sent.answer).ok());
    let made = made.ok_or(Problem::NotSignedIn)?;
    let passkey = Passkey {
        credential: made.credential,
        organization: account.organization.clone(),
        party,
        label: name(&sent.name),
        body: made.body,
        created: now,
        last_used: now,
    };
    if !database.add_passkey(&passkey).await? {
        return Err(Problem::NotSignedIn);
    }
    Ok(Json(json!({ "to": format!("/{org}/account") })).into_response())
}

/// A name as it is kept: on one line, and not too long.
fn name(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(NAME_MAX).collect()
}

/// Calls a passkey of whoever asks something else.
pub async fn rename(visit: Visit, Path(org): Path<String>, sent: Sent) -> Result<Response, Problem> {
    let (account, party, _) = person(&visit, &org)?;
    let database = visit.site.registers.database();
    let label = name(sent.text("name")?);
    if !database.name_passkey(&account.organization, party, id(&sent)?, &label).await? {
        return Err(Problem::NotFound);
    }
    Ok(visit.then(&format!("/{org}/account")))
}

/// Removes a passkey of whoever asks.
pub async fn remove(visit: Visit, Path(org): Path<String>, sent: Sent) -> Result<Response, Problem> {
    let (account, party, _) = person(&visit, &org)?;
    let database = visit.site.registers.database();
    if !database.remove_passkey(&account.organization, party, id(&sent)?).await? {
        return Err(Problem::NotFound);
    }
    Ok(visit.then(&format!("/{org}/account")))
}
