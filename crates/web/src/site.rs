//! What the pages stand on.

use std::sync::Arc;

use rochdale_register::{Clock, Registers};
use rochdale_words::Catalogue;

use crate::{entrance::Entrance, lists::Lists};

/// The books, the time and the sentences: everything that a request may touch.
pub struct Site {
    /// The registrars of all co-ops.
    pub registers: Arc<Registers>,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// The sentences.
    pub catalogue: Catalogue,
    /// Whether anybody may be anybody: so in the demo, and nowhere else.
    pub is_demo: bool,
    /// The way in.
    pub entrance: Entrance,
    /// Lists that are being brought in.
    pub lists: Lists,
}
