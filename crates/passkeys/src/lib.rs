//! Passkeys: what a browser is asked, and whether its answer holds. What must be remembered between the
//! two is text that the caller keeps; nothing is kept here, and no other crate knows how it is checked.

#[cfg(test)]
mod device;
#[cfg(test)]
mod tests;

use serde_json::{Value, json};
use uuid::Uuid;
use webauthn_rs::{
    Webauthn, WebauthnBuilder,
    prelude::{
        DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
        RegisterPublicKeyCredential, Url, WebauthnError,
    },
};

/// A site at which passkeys are made and used. They are bound to it: one of another site opens nothing.
pub struct Passkeys(Webauthn);

/// What to hand the browser, and what to keep for its answer.
#[derive(Debug)]
pub struct Asked {
    /// For `navigator.credentials`, as `parseCreationOptionsFromJSON` and its sister read it.
    pub options: Value,
    /// For [`Passkeys::made`] or [`Passkeys::used`]. It stays on the server.
    pub kept: String,
}

/// A passkey that was just made.
#[derive(Debug)]
pub struct Made {
    /// What the device calls it.
    pub credential: Vec<u8>,
    /// Its public half, for [`Passkeys::used`].
    pub body: String,
}

/// Whose passkey an answer claims to be; nothing is proved yet.
#[derive(Debug, PartialEq, Eq)]
pub struct Claim {
    /// What the device calls it.
    pub credential: Vec<u8>,
    /// For whom it was made.
    pub owner: Uuid,
}

/// Why there is no passkey.
#[derive(Debug, thiserror::Error)]
pub enum Wrong {
    /// Browsers make no passkeys for such a site.
    #[error("{0} can have no passkeys: it is no name that browsers make them for")]
    Site(String),
    /// What should be an answer is none.
    #[error("this is no answer of a browser: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// The answer does not hold.
    #[error("the answer does not hold: {0}")]
    Untrue(#[from] WebauthnError),
}

impl Passkeys {
    /// Passkeys for the site at `origin`, such as `https://members.example.org`.
    pub fn at(origin: &str) -> Result<Self, Wrong> {
        let no = || Wrong::Site(origin.to_owned());
        let url = Url::parse(origin).map_err(|_| no())?;
        let name = url.domain().ok_or_else(no)?.to_owned();
        let built = WebauthnBuilder::new(&name, &url)?.rp_name(&name).build()?;
        Ok(Self(built))
    }

    /// Asks for a new passkey for `owner`, that the device shows as `name` at `site`. A device that has
    /// one of those called `have` makes no other.
    pub fn ask_to_make(
        &self,
        owner: Uuid,
        name: &str,
        site: &str,
        have: Vec<Vec<u8>>,
    ) -> Result<Asked, Wrong> {
        let (asked, kept) = self.0.start_passkey_registration(owner, name, name, Some(have))?;
        let mut options = options(serde_json::to_value(&asked)?);
        options["rp"]["name"] = json!(site);
        // The device must find it by itself: whoever signs in by it types no name.
        options["authenticatorSelection"]["residentKey"] = json!("required");
        options["authenticatorSelection"]["requireResidentKey"] = json!(true);
        Ok(Asked { options, kept: serde_json::to_string(&kept)? })
    }

    /// The passkey that an answer to [`Passkeys::ask_to_make`] made.
    pub fn made(&self, kept: &str, answer: &Value) -> Result<Made, Wrong> {
        let kept: PasskeyRegistration = serde_json::from_str(kept)?;
        let answer: RegisterPublicKeyCredential = serde_json::from_value(answer.clone())?;
        let made = self.0.finish_passkey_registration(&answer, &kept)?;
        Ok(Made { credential: made.cred_id().to_vec(), body: serde_json::to_string(&made)? })
    }

    /// Asks for any passkey of this site.
    pub fn ask_to_use(&self) -> Result<Asked, Wrong> {
        let (asked, kept) = self.0.start_discoverable_authentication()?;
        Ok(Asked { options: options(serde_json::to_value(&asked)?), kept: serde_json::to_string(&kept)? })
    }

    /// Whose passkey an answer to [`Passkeys::ask_to_use`] says it is.
    pub fn claimed(&self, answer: &Value) -> Result<Claim, Wrong> {
        let answer: PublicKeyCredential = serde_json::from_value(answer.clone())?;
        let (owner, credential) = self.0.identify_discoverable_authentication(&answer)?;
        Ok(Claim { owner, credential: credential.to_vec() })
    }

    /// Proves that the answer to [`Passkeys::ask_to_use`] was given by the device that has the other half of
    /// `body`, unlocked by its owner; gives what to keep of the passkey from now on. A device whose count
    /// runs backwards is a copy, and is turned away.
    pub fn used(&self, kept: &str, answer: &Value, body: &str) -> Result<String, Wrong> {
        let kept: DiscoverableAuthentication = serde_json::from_str(kept)?;
        let answer: PublicKeyCredential = serde_json::from_value(answer.clone())?;
        let mut passkey: Passkey = serde_json::from_str(body)?;
        let result = self.0.finish_discoverable_authentication_v2(&answer, kept, &passkey)?;
        passkey.update_credential(&result);
        Ok(serde_json::to_string(&passkey)?)
    }
}

/// The options alone: how the browser is to ask its owner is said by the page.
fn options(mut asked: Value) -> Value {
    asked.get_mut("publicKey").map(Value::take).unwrap_or_default()
}
