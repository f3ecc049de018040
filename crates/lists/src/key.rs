//! Ids and salts of what a list brings, so that the same row enters once.

use std::fmt;

use rochdale_core::values::RequestId;
use serde_json::{Value, json};

/// A secret of a co-op from which the ids and salts of what a list brings are derived. Without it the id
/// of a request, which stays in the register for good, would let anybody find out whether some name and
/// address were once there by trying them; with it nobody can who does not have the key, which is kept
/// beside the register and forgotten whenever somebody's details are erased.
#[derive(Clone, Copy)]
pub struct ListKey(pub [u8; 32]);

impl ListKey {
    /// The id of the request for the `occurrence`-th thing in a list that is just so.
    pub(crate) fn request(&self, asks: &Value, occurrence: u32) -> RequestId {
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&self.digest("request", asks, occurrence).as_bytes()[..16]);
        RequestId(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }

    /// The salt of the details of the `occurrence`-th person in a list who is just so.
    pub(crate) fn salt(&self, details: &Value, occurrence: u32) -> String {
        self.digest("salt", details, occurrence).to_hex()[..32].to_owned()
    }

    fn digest(&self, what_for: &str, of: &Value, occurrence: u32) -> blake3::Hash {
        blake3::keyed_hash(&self.0, json!([what_for, of, occurrence]).to_string().as_bytes())
    }
}

impl fmt::Debug for ListKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // It is a secret.
        f.write_str("ListKey")
    }
}
