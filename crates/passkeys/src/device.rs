//! A device that makes and uses passkeys, in software, for tests: it answers as honestly or as dishonestly
//! as it is told.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// What the device does, where it could do otherwise.
#[derive(Clone)]
pub struct Manner {
    /// The site that its browser is at.
    pub origin: &'static str,
    /// Whether its owner unlocked it.
    pub is_unlocked: bool,
    /// How often it says it was used.
    pub count: u32,
}

impl Manner {
    /// As a device should be, at this site.
    pub fn honest(origin: &'static str) -> Self {
        Self { origin, is_unlocked: true, count: 0 }
    }
}

/// A device with one passkey.
pub struct Device {
    key: SigningKey,
    credential: Vec<u8>,
}

impl Device {
    /// A device whose key is told by a number.
    pub fn new(number: u8) -> Self {
        Self { key: SigningKey::from_slice(&[number; 32]).unwrap(), credential: vec![number; 16] }
    }

    /// Makes its passkey, as it is asked.
    pub fn make(&self, options: &Value, manner: &Manner) -> Value {
        let mut data = authenticator_data(options["rp"]["id"].as_str().unwrap(), manner, 0x40);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.credential.len()).unwrap().to_be_bytes());
        data.extend(&self.credential);
        data.extend(self.public());
        let mut attestation = vec![0xa3];
        attestation.extend(text("fmt"));
        attestation.extend(text("none"));
        attestation.extend(text("attStmt"));
        attestation.push(0xa0);
        attestation.extend(text("authData"));
        attestation.extend([0x59]);
        attestation.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        attestation.extend(data);
        json!({
            "id": BASE64.encode(&self.credential), "rawId": BASE64.encode(&self.credential), "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "attestationObject": BASE64.encode(attestation),
                "clientDataJSON": BASE64.encode(client_data("webauthn.create", options, manner)),
            },
        })
    }

    /// Uses its passkey, as it is asked, for whoever `owner` (in base64) is.
    pub fn answer(&self, options: &Value, owner: &str, manner: &Manner) -> Value {
        let data = authenticator_data(options["rpId"].as_str().unwrap(), manner, 0);
        let client = client_data("webauthn.get", options, manner);
        let mut signed = data.clone();
        signed.extend(sha256(client.as_bytes()));
        let signature: Signature = self.key.sign(&signed);
        json!({
            "id": BASE64.encode(&self.credential), "rawId": BASE64.encode(&self.credential), "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "authenticatorData": BASE64.encode(data),
                "clientDataJSON": BASE64.encode(client),
                "signature": BASE64.encode(signature.to_der().as_bytes()),
                "userHandle": owner,
            },
        })
    }

    /// The public half by COSE: a P-256 point for ES256.
    fn public(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut key = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
        key.extend(&point.as_bytes()[1..33]);
        key.extend([0x22, 0x58, 0x20]);
        key.extend(&point.as_bytes()[33..65]);
        key
    }
}

fn sha256(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}

fn authenticator_data(site: &str, manner: &Manner, flags: u8) -> Vec<u8> {
    let unlocked = if manner.is_unlocked { 0x04 } else { 0 };
    let mut data = sha256(site.as_bytes());
    data.push(0x01 | unlocked | flags);
    data.extend(manner.count.to_be_bytes());
    data
}

fn client_data(kind: &str, options: &Value, manner: &Manner) -> String {
    json!({ "type": kind, "challenge": options["challenge"], "origin": manner.origin, "crossOrigin": false })
        .to_string()
}

/// A short text by CBOR.
fn text(text: &str) -> Vec<u8> {
    let mut bytes = vec![0x60 | u8::try_from(text.len()).unwrap()];
    bytes.extend(text.as_bytes());
    bytes
}
