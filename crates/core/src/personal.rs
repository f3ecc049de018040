//! What can be erased: the details of a person, kept beside the register and bound to it by a hash.

use serde::{Deserialize, Serialize};

/// The details of a person. The register holds only the hash of these, so that they can be erased
/// and the book still verifies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Personal {
    /// The name that the person goes by.
    pub name: String,
    /// Where to write to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The town or city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Random characters, so that nobody can find the details by trying likely ones against the
    /// hash that stays behind. Chosen by whoever records them.
    pub salt: String,
}
