//! The asset register.

use super::Named;
use crate::membership::Right;

/// The register of what the co-op has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssetRegister {
    /// The kinds of asset.
    pub kinds: Vec<Named>,
    /// What whoever borrows must have a right to.
    pub borrow: Right,
    /// What whoever looks at it must have a right to.
    pub see: Right,
}
